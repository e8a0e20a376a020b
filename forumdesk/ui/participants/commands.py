# SPDX-License-Identifier: MIT
"""The commands of the participants page; each is run with the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command
from forumdesk.ui.inviting.commands import COMMANDS as MORE
from forumdesk.ui.inviting.commands import ForParticipants

if TYPE_CHECKING:
    from forumdesk.ui.participants.page import ParticipantsPage

Run = Callable[["ParticipantsPage"], object]


def _command(
    id: str, text: str, run: Run, shortcut: str = "", *, group: int = 2, icon: str = ""
) -> Command[Any]:
    return Command(f"participants.{id}", text, run, "page", group, shortcut, icon)


def _changes(
    id: str, text: str, run: Run, shortcut: str = "", *, group: int = 0, icon: str = ""
) -> Command[Any]:
    """Changes those chosen."""
    return Command(
        f"participants.{id}",
        text,
        run,
        "page",
        group,
        shortcut,
        icon,
        enabled=lambda page: page.has_somebody(),
        edits=True,
    )


def _of_chosen(one: ForParticipants) -> Command[Any]:
    """What the invitations have for chosen participants, as a command of the page."""
    return Command(
        f"participants.{one.id}",
        one.text,
        lambda page: one.run(page.work, page.chosen),
        "page",
        4,
        icon=one.icon,
        enabled=lambda page: page.has_one() if one.one else page.has_somebody(),
        edits=True,
    )


COMMANDS: tuple[Command[Any], ...] = (
    Command(
        "participants.new",
        N_("&New participant"),
        lambda page: page.add(),
        "page",
        0,
        "Ctrl+Shift+N",
        "plus",
        edits=True,
    ),
    _changes(
        "bulk",
        N_("C&hange the chosen…"),
        lambda page: page.change_chosen(),
        "Ctrl+Shift+B",
        icon="edit",
    ),
    _changes(
        "remove",
        N_("&Remove"),
        lambda page: page.wishes.remove(page.chosen),
        "Ctrl+Del",
        icon="trash",
    ),
    _changes("cut", N_("Cu&t"), lambda page: page.table.cut(), "Ctrl+X", group=1),
    _command("copy", N_("&Copy"), lambda page: page.table.copy(), "Ctrl+C", group=1),
    _command(
        "copy-rows",
        N_("Copy &whole rows with headings"),
        lambda page: page.table.copy_rows(),
        "Ctrl+Shift+C",
        group=1,
    ),
    Command(
        "participants.paste",
        N_("&Paste"),
        lambda page: page.table.paste(),
        "page",
        1,
        "Ctrl+V",
        edits=True,
    ),
    *(_of_chosen(command) for command in MORE),
    _changes(
        "check-in",
        N_("Chec&k in"),
        lambda page: page.check_in(),
        "Ctrl+Return",
        group=4,
        icon="check",
    ),
    _command("card", N_("Open the person’s car&d"), lambda page: page.open_card(), group=4),
    _command(
        "export",
        N_("&Export these…"),
        lambda page: page.export_shown(),
        group=4,
        icon="export",
    ),
    _command("order", N_("&Order of precedence…"), lambda page: page.show_order(), group=4),
    _command("find", N_("&Find"), lambda page: page.look_for(), "Ctrl+F", icon="search"),
    _command("all", N_("Show &all"), lambda page: page.show_all(), "Ctrl+Shift+F"),
    _command("sort", N_("&Sort by this column"), lambda page: page.sort(), "Ctrl+Shift+S"),
    _command("view", N_("Sa&ve this view…"), lambda page: page.save_view()),
    _command(
        "left",
        N_("Column to the &left"),
        lambda page: page.move_column(-1),
        "Alt+Shift+Left",
        group=3,
    ),
    _command(
        "right",
        N_("Column to the ri&ght"),
        lambda page: page.move_column(1),
        "Alt+Shift+Right",
        group=3,
    ),
    _command("columns", N_("Col&umns as at first"), lambda page: page.show_usual(), group=3),
)
