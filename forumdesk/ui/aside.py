# SPDX-License-Identifier: MIT
"""Work for another thread, waited for by a job of the window while the window goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
PAUSE = 0.005  # seconds the window waits for the thread between two looks at it


def aside(work: Callable[[], T]) -> Generator[None, None, T]:
    """Do something in a thread; what it raises is raised here."""
    with ThreadPoolExecutor(1) as thread:
        doing = thread.submit(work)
        while not doing.done():
            time.sleep(PAUSE)
            yield None
    return doing.result()
