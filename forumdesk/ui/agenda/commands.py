# SPDX-License-Identifier: MIT
"""The commands of the agenda page; each is run with the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from forumdesk.domain.agenda import SessionStatus
from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command
from forumdesk.ui.agenda import arranging, moving
from forumdesk.ui.agenda.switch import BOARD, LIST

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage

STEP = 5  # minutes that a key moves or stretches a session by
Run = Callable[["AgendaPage"], object]
When = Callable[["AgendaPage"], bool]


def _changes(
    id: str,
    text: str,
    run: Run,
    shortcut: str = "",
    *,
    group: int = 2,
    icon: str = "",
    enabled: When = lambda page: page.has_session(),
    checked: When | None = None,
) -> Command[Any]:
    """Changes the session of the cursor, or those chosen."""
    return Command(
        f"agenda.{id}",
        text,
        run,
        "page",
        group,
        shortcut,
        icon,
        enabled=enabled,
        checked=checked,
        edits=True,
    )


def note(page: AgendaPage) -> None:
    """A commitment made in the session."""
    from forumdesk.ui.commitments.noting import note_commitment  # noqa: PLC0415 - when first used

    note_commitment(page)


def _marks(id: str, text: str, status: SessionStatus) -> Command[Any]:
    return _changes(id, text, lambda page: page.mark(status), group=1)


def _begins(id: str, text: str, by: int, shortcut: str) -> Command[Any]:
    """On the board alone: in the list, these keys choose cells."""
    return _changes(
        id,
        text,
        lambda page: moving.begin(page, by),
        shortcut,
        enabled=lambda page: page.on_board and page.has_session(),
    )


def _shows(view: str, text: str, shortcut: str, icon: str) -> Command[Any]:
    return Command(
        f"agenda.{view}",
        text,
        lambda page: page.show_view(view),
        "page",
        3,
        shortcut,
        icon,
        checked=lambda page: page.view == view,
    )


def _on_cells(id: str, text: str, run: Run, shortcut: str, *, edits: bool = False) -> Command[Any]:
    return Command(
        f"agenda.{id}",
        text,
        run,
        "page",
        4,
        shortcut,
        enabled=lambda page: not page.on_paper,
        edits=edits,
    )


def _zooms(id: str, text: str, run: Run, shortcut: str) -> Command[Any]:
    return Command(
        f"agenda.{id}", text, run, "page", 5, shortcut, enabled=lambda page: page.on_board
    )


_ON_SESSIONS: tuple[Command[Any], ...] = (
    _changes(
        "item",
        N_("N&ew item in the session"),
        lambda page: page.add_item(),
        "Ctrl+Shift+I",
        group=0,
    ),
    _changes(
        "duplicate",
        N_("&Duplicate"),
        lambda page: page.duplicate(),
        "Ctrl+D",
        group=0,
        icon="copy",
    ),
    _changes(
        "remove", N_("&Remove"), lambda page: page.remove(), "Ctrl+Del", group=0, icon="trash"
    ),
    _changes("commitment", N_("Note a commit&ment made in it"), note, group=0, icon="commitment"),
    _marks("confirm", N_("Conf&irm"), SessionStatus.CONFIRMED),
    _marks("draft", N_("Ma&ke a draft"), SessionStatus.DRAFT),
    _marks("cancel", N_("C&ancel the session"), SessionStatus.CANCELLED),
)
_VIEWING: tuple[Command[Any], ...] = (
    _shows(BOARD, N_("As a &board"), "Ctrl+Shift+B", "board"),
    _shows(LIST, N_("As a list"), "Ctrl+Shift+T", "list"),
    Command(
        "agenda.paper",
        N_("As it will print"),
        lambda page: page.show_paper(not page.on_paper),
        "page",
        3,
        "Ctrl+Shift+P",
        "page",
        checked=lambda page: page.on_paper,
    ),
)
_MOVING: tuple[Command[Any], ...] = (
    _changes(
        "earlier",
        N_("&Up: 5 minutes earlier, or one place"),
        lambda page: page.shift(-STEP),
        "Alt+Up",
    ),
    _changes(
        "later",
        N_("D&own: 5 minutes later, or one place"),
        lambda page: page.shift(STEP),
        "Alt+Down",
    ),
    _changes(
        "longer",
        N_("5 minutes longer"),
        lambda page: moving.stretch(page, STEP),
        "Alt+Shift+Down",
    ),
    _changes(
        "shorter",
        N_("5 minutes shorter"),
        lambda page: moving.stretch(page, -STEP),
        "Alt+Shift+Up",
    ),
    _begins("begin-earlier", N_("Begin 5 minutes earlier"), -STEP, "Ctrl+Shift+Up"),
    _begins("begin-later", N_("Begin 5 minutes later"), STEP, "Ctrl+Shift+Down"),
    _changes(
        "room-before",
        N_("To the room before"),
        lambda page: moving.to_room(page, -1),
        "Alt+Left",
    ),
    _changes(
        "room-after",
        N_("To the room after"),
        lambda page: moving.to_room(page, 1),
        "Alt+Right",
    ),
    _changes(
        "day-before",
        N_("To the day before"),
        lambda page: moving.to_day(page, -1),
        "Alt+Shift+Left",
    ),
    _changes(
        "day-after",
        N_("To the day after"),
        lambda page: moving.to_day(page, 1),
        "Alt+Shift+Right",
    ),
    _changes("untime", N_("Without a time"), moving.untime),
)
_ARRANGING: tuple[Command[Any], ...] = (
    _changes("shift", N_("Shift w&hat comes after…"), arranging.shift_after, "Ctrl+Shift+A"),
    _changes(
        "swap",
        N_("S&wap the two chosen"),
        arranging.swap,
        "Ctrl+Shift+X",
        enabled=arranging.are_two,
    ),
    _changes("split", N_("&Split at…"), arranging.split, "Ctrl+Shift+D"),
    _changes(
        "join",
        N_("&Join the two chosen"),
        arranging.join,
        "Ctrl+J",
        enabled=arranging.are_two,
    ),
    _changes(
        "lock",
        N_("&Locked where it is"),
        arranging.lock,
        "Ctrl+L",
        checked=arranging.is_locked,
    ),
    _changes(
        "link",
        N_("&Follows the one before"),
        arranging.link,
        "Ctrl+Shift+F",
        checked=arranging.is_linked,
    ),
)
COMMANDS: tuple[Command[Any], ...] = (
    Command(
        "agenda.new",
        N_("&New session"),
        lambda page: page.add_session(),
        "page",
        0,
        "Ctrl+Shift+N",
        "plus",
        edits=True,
    ),
    *_ON_SESSIONS,
    *_VIEWING,
    *_MOVING,
    *_ARRANGING,
    _on_cells("cut", N_("Cu&t"), lambda page: page.planner.cut(), "Ctrl+X", edits=True),
    _on_cells("copy", N_("&Copy"), lambda page: page.planner.copy(), "Ctrl+C"),
    _on_cells("paste", N_("&Paste"), lambda page: page.planner.paste(), "Ctrl+V", edits=True),
    _zooms("finer", N_("Finer grid"), lambda page: page.board.step_zoom(1), "Ctrl++"),
    _zooms("coarser", N_("Coarser grid"), lambda page: page.board.step_zoom(-1), "Ctrl+-"),
    _zooms("fit", N_("Fit the day into the view"), lambda page: page.fit(), "Ctrl+0"),
    Command(
        "agenda.widths",
        N_("Column widths as at first"),
        lambda page: page.table.widths.reset(),
        "page",
        5,
        enabled=lambda page: page.view == LIST,
    ),
)
