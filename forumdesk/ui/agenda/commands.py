# SPDX-License-Identifier: MIT
"""The commands of the agenda page; each is run with the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from forumdesk.domain.agenda import SessionStatus
from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command
from forumdesk.ui.agenda.arranging import COMMANDS as ARRANGING
from forumdesk.ui.agenda.moving import MOVING, VIEWING, ZOOMING
from forumdesk.ui.agenda.switch import LIST

STEP = 5  # minutes that Alt+arrow moves a session by


def _on_session(
    id: str, text: str, run: str, shortcut: str = "", *, icon: str = "", group: int = 0
) -> Command[Any]:
    return Command(
        f"agenda.{id}",
        text,
        lambda page: getattr(page, run)(),
        "page",
        group,
        shortcut,
        icon,
        lambda page: page.has_session(),
        edits=True,
    )


def _marks(id: str, text: str, status: SessionStatus) -> Command[Any]:
    return Command(
        f"agenda.{id}",
        text,
        lambda page: page.mark(status),
        "page",
        1,
        enabled=lambda page: page.has_session(),
        edits=True,
    )


def _moves(id: str, text: str, minutes: int, shortcut: str) -> Command[Any]:
    return Command(
        f"agenda.{id}",
        text,
        lambda page: page.shift(minutes),
        "page",
        2,
        shortcut,
        enabled=lambda page: page.has_session(),
        edits=True,
    )


def _on_cells(
    id: str, text: str, run: Callable[[Any], object], shortcut: str, *, edits: bool = False
) -> Command[Any]:
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
    _on_session("item", N_("New &item in the session"), "add_item", "Ctrl+Shift+I"),
    _on_session("duplicate", N_("&Duplicate"), "duplicate", "Ctrl+D", icon="copy"),
    _on_session("remove", N_("&Remove"), "remove", "Ctrl+Del", icon="trash"),
    _marks("confirm", N_("&Confirm"), SessionStatus.CONFIRMED),
    _marks("draft", N_("Make a d&raft"), SessionStatus.DRAFT),
    _marks("cancel", N_("C&ancel the session"), SessionStatus.CANCELLED),
    *VIEWING,
    Command(
        "agenda.paper",
        N_("As it will &print"),
        lambda page: page.show_paper(not page.on_paper),
        "page",
        3,
        "Ctrl+Shift+P",
        "page",
        checked=lambda page: page.on_paper,
    ),
    _moves("earlier", N_("&Up: 5 minutes earlier, or one place"), -STEP, "Alt+Up"),
    _moves("later", N_("D&own: 5 minutes later, or one place"), STEP, "Alt+Down"),
    *MOVING,
    *ARRANGING,
    _on_cells("cut", N_("Cu&t"), lambda page: page.planner.cut(), "Ctrl+X", edits=True),
    _on_cells("copy", N_("&Copy"), lambda page: page.planner.copy(), "Ctrl+C"),
    _on_cells("paste", N_("&Paste"), lambda page: page.planner.paste(), "Ctrl+V", edits=True),
    *ZOOMING,
    Command(
        "agenda.widths",
        N_("Column &widths as at first"),
        lambda page: page.table.widths.reset(),
        "page",
        5,
        enabled=lambda page: page.view == LIST,
    ),
)
