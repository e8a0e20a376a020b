# SPDX-License-Identifier: MIT
"""The keyboard on the board: arrows go among sessions by where they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forumdesk.domain.lanes import Block, neighbour

if TYPE_CHECKING:
    from forumdesk.ui.board.view import Board

_ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keys:
    """Keys that are no commands: going, choosing, typing titles, letting go."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._plain: Mapping[int, Callable[[], object]] = {
            Qt.Key.Key_Return: board.edit_title,
            Qt.Key.Key_Enter: board.edit_title,
            Qt.Key.Key_F2: board.edit_title,
            Qt.Key.Key_Delete: board.removeWanted.emit,
            Qt.Key.Key_Backspace: board.removeWanted.emit,
            Qt.Key.Key_Home: lambda: self._to_end(0),
            Qt.Key.Key_End: lambda: self._to_end(-1),
            Qt.Key.Key_Escape: self._let_go,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; ``False`` if it means nothing here."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ARROWS and not keys & ~(_CTRL | _SHIFT):
            self._go(*_ARROWS[event.key()], keys)
        elif event.key() == Qt.Key.Key_Space and not keys & ~_CTRL:
            self._choose()
        elif event.key() == Qt.Key.Key_A and keys == _CTRL:
            self._choose_all()
        elif event.key() in self._plain and not keys:
            self._plain[event.key()]()
        else:
            return False
        return True

    def _blocks(self) -> tuple[Block, ...]:
        table = self._board.canvas.table
        return table.blocks if table else ()

    def _here(self) -> Block | None:
        current = self._board.current_session()
        return next((block for block in self._blocks() if block.session == current), None)

    def _go(self, right: int, down: int, keys: Qt.KeyboardModifier) -> None:
        """To a neighbour; with Shift it is chosen too, with Ctrl the choice stays as it is."""
        here, board = self._here(), self._board
        there = neighbour(self._blocks(), here, right, down) if here else None
        if here is None:
            self._to_end(0)
        elif there is not None:
            chosen = board.selected_sessions()
            if keys & _SHIFT:
                board.choose([*(s for s in chosen if s != there.session), there.session])
            elif keys & _CTRL:
                board.choose(chosen, current=there.session)
            else:
                board.choose([there.session])

    def _to_end(self, place: int) -> None:
        if blocks := self._blocks():
            self._board.choose([blocks[place].session])

    def _choose(self) -> None:
        if current := self._board.current_session():
            self._board.toggle(current)

    def _choose_all(self) -> None:
        current = self._board.current_session()
        ids = list(dict.fromkeys(block.session for block in self._blocks()))
        if ids:
            self._board.choose(ids, current=current or ids[0])

    def _let_go(self) -> None:
        """Drop what is being pulled; else choose only the session under the cursor."""
        board = self._board
        if not board.hand.cancel():
            current = board.current_session()
            board.choose([current] if current else [])
