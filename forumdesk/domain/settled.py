# SPDX-License-Identifier: MIT
"""Making very many values one after the other, without Python looking through them all again.

Its collector of cyclic garbage goes through everything there is whenever that has grown by a
quarter: of a list of 100,000 people that takes as long as understanding it, and up to a second
at once. Values hold no cycles; so those that are made are set aside until the last one is.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_AT_ONCE = 500  # values between two times of setting aside, which takes next to nothing


def settled(values: Iterable[T]) -> Iterator[T]:
    """The values, as they come."""
    try:
        for number, value in enumerate(values, 1):
            yield value
            if number % _AT_ONCE == 0:
                gc.freeze()
    finally:
        gc.unfreeze()
