# SPDX-License-Identifier: MIT
"""Work on very many values at once, without the search for cyclic garbage: they make none.

Hundreds of thousands of values live until the end of such work, and are looked through again and
again in vain.
"""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import TypeVar

R = TypeVar("R")
Y = TypeVar("Y")


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cyclic garbage in this block."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def driven_uncollected(work: Generator[Y, None, R]) -> Generator[Y, None, R]:
    """The same work, step by step, with no such search inside its steps; closed if this is."""
    with closing(work):
        while True:
            with uncollected():
                try:
                    step = next(work)
                except StopIteration as end:
                    found: R = end.value
                    return found
            yield step
