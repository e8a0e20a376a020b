# SPDX-License-Identifier: MIT
"""The commands of the seating page; each is run with the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command

if TYPE_CHECKING:
    from forumdesk.ui.seating.faces import Face
    from forumdesk.ui.seating.page import SeatingPage

Run = Callable[["SeatingPage"], object]


def _plan(id: str, text: str, run: Run, icon: str = "", *, group: int = 0) -> Command[Any]:
    """Does something with the plan shown."""
    return Command(
        *(f"seating.{id}", text, run, "page", group),
        icon=icon,
        enabled=lambda page: page.plan is not None,
        edits=True,
    )


def _seat(
    id: str, text: str, run: Run, icon: str = "", *, when: Callable[[Face], bool]
) -> Command[Any]:
    """Does something with the seat in focus."""
    return Command(
        *(f"seating.{id}", text, run, "page", 2),
        icon=icon,
        enabled=lambda page: page.face is not None and when(page.face),
        edits=True,
    )


def _zoom(id: str, text: str, run: Run, shortcut: str, *, icon: str = "") -> Command[Any]:
    return Command(f"seating.{id}", text, run, "page", 3, shortcut, icon)


COMMANDS: tuple[Command[Any], ...] = (
    Command(
        *("seating.new", N_("&New seating plan…"), lambda page: page.add_plan(), "page", 0),
        icon="new",
        edits=True,
    ),
    _plan("change", N_("&Change the plan…"), lambda page: page.change_plan(), "edit"),
    _plan("copy", N_("C&opy the plan"), lambda page: page.copy_plan(), "copy"),
    _plan("remove", N_("&Remove the plan…"), lambda page: page.remove_plan(), "trash"),
    _plan(
        "precedence",
        N_("Seat by &precedence…"),
        lambda page: page.seat_by_precedence(),
        "people",
        group=1,
    ),
    _plan("empty", N_("Clear &all seats"), lambda page: page.clear_all(), group=1),
    Command(
        *("seating.print", N_("Pr&int this plan"), lambda page: page.print_plan(), "page", 1),
        icon="print",
        enabled=lambda page: page.plan is not None,
    ),
    _seat(
        "choose",
        N_("C&hoose somebody for the seat"),
        lambda page: page.choose(),
        "person",
        when=lambda face: not face.locked,
    ),
    _seat(
        "reserve",
        N_("Reser&ve the seat…"),
        lambda page: page.reserve(),
        "note",
        when=lambda face: not face.locked,
    ),
    _seat(
        "lock",
        N_("&Lock the seat, or unlock it"),
        lambda page: page.lock(),
        "lock",
        when=lambda _: True,
    ),
    _seat(
        "clear",
        N_("Clear the &seat"),
        lambda page: page.clear(),
        "close",
        when=lambda face: bool(face.who or face.kept) and not face.locked,
    ),
    Command(
        *("seating.person", N_("Show the par&ticipant"), lambda page: page.show_person(), "page"),
        *(2,),
        enabled=lambda page: page.face is not None and bool(page.face.who),
    ),
    _zoom("larger", N_("&Zoom in"), lambda page: page.zoom_by(1.25), "Ctrl++", icon="zoom-in"),
    _zoom("smaller", N_("Zoom o&ut"), lambda page: page.zoom_by(0.8), "Ctrl+-", icon="zoom-out"),
    _zoom("whole", N_("The &whole plan"), lambda page: page.zoom_by(0.0), "Ctrl+0"),
)
OF_SEAT = ("choose", "reserve", "lock", "clear", "person")
"""The commands of a seat's context menu."""
