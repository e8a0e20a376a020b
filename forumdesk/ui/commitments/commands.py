# SPDX-License-Identifier: MIT
"""The commands of the commitments page; each is run with the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command, always

if TYPE_CHECKING:
    from forumdesk.ui.commitments.page import CommitmentsPage

Run = Callable[["CommitmentsPage"], object]


def _changes(
    id: str, text: str, run: Run, shortcut: str = "", *, group: int = 0, icon: str = ""
) -> Command[Any]:
    """Changes the commitment that is chosen."""
    return Command(
        f"commitments.{id}",
        text,
        run,
        "page",
        group,
        shortcut,
        icon,
        enabled=lambda page: page.has_one(),
        edits=True,
    )


def _adds(id: str, text: str, run: Run, shortcut: str = "", *, icon: str = "") -> Command[Any]:
    return Command(
        f"commitments.{id}",
        text,
        run,
        "page",
        0,
        shortcut,
        icon,
        enabled=lambda page: page.has_series(),
        edits=True,
    )


def _looks(id: str, text: str, run: Run, shortcut: str = "", *, icon: str = "") -> Command[Any]:
    return Command(f"commitments.{id}", text, run, "page", 3, shortcut, icon, enabled=always)


COMMANDS: tuple[Command[Any], ...] = (
    _adds("new", N_("&New commitment"), lambda page: page.add(), "Ctrl+Shift+N", icon="plus"),
    _adds("from-aim", N_("New from an a&im…"), lambda page: page.add_from("aim")),
    _adds("from-statement", N_("New from a s&tatement…"), lambda page: page.add_from("part")),
    _adds("from-session", N_("New from a &session…"), lambda page: page.add_from("session")),
    _changes(
        "report",
        N_("A&dd a report…"),
        lambda page: page.report(),
        "Ctrl+Return",
        group=1,
        icon="edit",
    ),
    _changes(
        "remove", N_("&Remove"), lambda page: page.remove(), "Ctrl+Del", group=1, icon="trash"
    ),
    Command("commitments.copy", N_("&Copy"), lambda page: page.table.copy(), "page", 2, "Ctrl+C"),
    Command(
        "commitments.paste",
        N_("&Paste"),
        lambda page: page.table.paste(),
        "page",
        2,
        "Ctrl+V",
        enabled=lambda page: page.has_series(),
        edits=True,
    ),
    Command(
        "commitments.reminders",
        N_("Export re&minders of these…"),
        lambda page: page.export_reminders(),
        "page",
        2,
        icon="calendar",
        enabled=lambda page: page.has_series(),
    ),
    _looks("find", N_("&Find"), lambda page: page.look_for(), "Ctrl+F", icon="search"),
    _looks("all", N_("Show &all"), lambda page: page.show_all(), "Ctrl+Shift+F"),
    _looks("table", N_("As a ta&ble"), lambda page: page.show_view("table"), "Ctrl+Alt+1"),
    _looks("board", N_("As a b&oard"), lambda page: page.show_view("board"), "Ctrl+Alt+2"),
)
