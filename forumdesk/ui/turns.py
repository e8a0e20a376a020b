# SPDX-License-Identifier: MIT
"""What takes long is done step by step, so that the window goes on in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

TURN = 1  # milliseconds: so that what is waiting in the event loop goes before


def _nothing() -> None:
    """What follows where nothing does."""


class Turns(QObject):
    """Goes through steps, one in each turn of the event loop; what is begun next takes its place.

    It goes with its parent, and the steps that are left with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None

    def go(self, steps: Iterator[None], then: Callable[[], object] = _nothing) -> None:
        """Take the first step now, the others one by one, and at the end do something."""
        self._steps = steps

        def go_on() -> None:
            if self._steps is not steps:
                return
            for _ in steps:
                QTimer.singleShot(TURN, self, go_on)
                return
            self._steps = None
            then()

        go_on()

    def at_once(self, steps: Iterator[None], then: Callable[[], object] = _nothing) -> None:
        """Take all steps that are left now: somebody waits for what they make."""
        self._steps = None
        for _ in steps:
            pass
        then()

    def drop(self) -> None:
        """Leave the steps there still are."""
        self._steps = None
