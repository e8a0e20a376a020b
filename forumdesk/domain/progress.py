# SPDX-License-Identifier: MIT
"""How far a long operation has come."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from forumdesk.domain.values import frozen

R = TypeVar("R")
Y = TypeVar("Y")


@frozen
class Progress:
    """``done`` of ``total`` things; a long operation yields one after every few milliseconds."""

    done: int
    total: int


def exhausted(work: Generator[Y, None, R], heed: Callable[[Y], object] = lambda _: None) -> R:
    """Run a long operation to its end, telling ``heed`` what it yields; gives what came of it."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            found: R = end.value
            return found
        heed(step)
