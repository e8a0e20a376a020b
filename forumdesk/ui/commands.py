# SPDX-License-Identifier: MIT
"""The commands of the window itself, and the menus they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.domain.desk import Subject
from forumdesk.domain.words import N_
from forumdesk.ui import editions
from forumdesk.ui.actions import Command
from forumdesk.ui.look import Appearance

if TYPE_CHECKING:
    from forumdesk.ui.main_window import MainWindow

# Menus in order: name and marked title. The page in view has its own before the last.
MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("forum", N_("F&orum")),
    ("page", ""),
    ("help", N_("&Help")),
)


def _can_undo(window: MainWindow) -> bool:
    return window.work.editable and window.work.desk.undoable() is not None


def _can_redo(window: MainWindow) -> bool:
    return window.work.editable and window.work.desk.redoable() is not None


def _has_edition(window: MainWindow) -> bool:
    return bool(window.work.edition)


def _has_problems(window: MainWindow) -> bool:
    return bool(window.work.problems)


def _has_person(window: MainWindow) -> bool:
    page = window.frame.stack.page
    subjects = (page.subject if page else None, window.frame.inspector.subject)
    return any(s is not None and s.kind in ("person", "participation") for s in subjects)


def _appearance(which: Appearance, text: str) -> Command[MainWindow]:
    return Command(
        f"view.{which.value}",
        text,
        lambda window: window.choose_appearance(which),
        menu="view",
        group=4,
        checked=lambda window: window.work.look.appearance is which,
    )


def _part(name: str, text: str, shortcut: str) -> Command[MainWindow]:
    return Command(
        f"view.{name}",
        text,
        lambda window: window.frame.toggle(name),
        menu="view",
        group=3,
        shortcut=shortcut,
        checked=lambda window: window.frame.is_wanted(name),
    )


COMMANDS: tuple[Command[MainWindow], ...] = (
    Command(
        "file.new",
        N_("&New forum file…"),
        lambda w: w.desktop.new_forum(),
        "file",
        0,
        "Ctrl+N",
        "new",
    ),
    Command("file.open", N_("&Open…"), lambda w: w.open_file(), "file", 0, "Ctrl+O", "open"),
    Command(
        "file.import",
        N_("&Import a schedule…"),
        lambda w: w.import_program(),
        "file",
        1,
        icon="import",
        edits=True,
    ),
    Command(
        "file.export-list",
        N_("&Export a list of participants…"),
        lambda w: w.export_list(),
        "file",
        1,
        icon="export",
        enabled=_has_edition,
    ),
    Command(
        "file.export-program",
        N_("Export the pro&gram…"),
        lambda w: w.export_program(),
        "file",
        1,
        icon="export",
        enabled=_has_edition,
    ),
    Command(
        "file.export-calendar",
        N_("Export a calen&dar…"),
        lambda w: w.export_calendar(),
        "file",
        1,
        icon="export",
        enabled=_has_edition,
    ),
    Command(
        "file.import-people",
        N_("Import a list of &people…"),
        lambda w: w.import_people(),
        "file",
        1,
        icon="people",
        edits=True,
    ),
    Command(
        "file.import-pasted",
        N_("Import copied ce&lls…"),
        lambda w: w.import_pasted(),
        "file",
        1,
        edits=True,
    ),
    Command("file.copy", N_("Save a cop&y…"), lambda w: w.care.save_copy(), "file", 1, icon="copy"),
    Command(
        "file.share",
        N_("Save a copy to s&hare…"),
        lambda w: w.care.share_copy(),
        "file",
        1,
        icon="export",
    ),
    Command(
        "file.backup", N_("&Back up now"), lambda w: w.care.back_up_now(), "file", 1, edits=True
    ),
    Command("file.backups", N_("Bac&kups…"), lambda w: w.show_backups(), "file", 1),
    Command("file.start", N_("&Start page"), lambda w: w.desktop.show_start(), "file", 0),
    Command("file.close", N_("&Close"), lambda w: w.close(), "file", 9, "Ctrl+W"),
    Command("edit.undo", N_("&Undo"), lambda w: w.undo(), "edit", 0, "Ctrl+Z", "undo", _can_undo),
    Command(
        "edit.redo", N_("&Redo"), lambda w: w.redo(), "edit", 0, "Ctrl+Shift+Z", "redo", _can_redo
    ),
    Command(
        "edit.history",
        N_("&History…"),
        lambda w: w.show_history(),
        "edit",
        0,
        "Ctrl+H",
        "history",
    ),
    Command(
        "edit.find",
        N_("&Find people, sessions, commands…"),
        lambda w: w.find_anything(),
        "edit",
        1,
        "Ctrl+K",
        "search",
    ),
    Command(
        "edit.next-problem",
        N_("Ne&xt problem"),
        lambda w: w.frame.problems.step(1),
        "edit",
        2,
        "Shift+F7",
        enabled=_has_problems,
    ),
    Command(
        "edit.remedies",
        N_("Put a problem r&ight…"),
        lambda w: w.frame.problems.remedies(w.frame.inspector.subject),
        "edit",
        2,
        "Ctrl+.",
        "check",
        _has_problems,
        edits=True,
    ),
    Command(
        "view.next-edition",
        N_("Newer edition"),
        lambda w: w.step_edition(-1),
        "view",
        1,
        "Alt+PgUp",
        enabled=_has_edition,
    ),
    Command(
        "view.previous-edition",
        N_("Older edition"),
        lambda w: w.step_edition(1),
        "view",
        1,
        "Alt+PgDown",
        enabled=_has_edition,
    ),
    Command(
        "forum.edit",
        N_("Edit this e&dition"),
        lambda w: w.work.go(Subject("edition", w.work.edition)),
        "forum",
        0,
        "F4",
        "edit",
        _has_edition,
    ),
    Command(
        "forum.series",
        N_("Sho&w the series"),
        lambda w: w.frame.show_page("series"),
        "forum",
        0,
        "Ctrl+Shift+R",
        "calendar",
    ),
    Command(
        "forum.next-edition",
        N_("&Next edition…"),
        lambda w: editions.prepare_next(w.work, w),
        "forum",
        1,
        icon="calendar",
        enabled=_has_edition,
        edits=True,
    ),
    Command(
        "forum.add-edition",
        N_("&Add an edition"),
        lambda w: w.begin_edition(),
        "forum",
        1,
        "Ctrl+Shift+N",
        "plus",
        edits=True,
    ),
    Command(
        "forum.add-series", N_("Add a &series…"), lambda w: w.new_series(), "forum", 1, edits=True
    ),
    Command(
        "forum.publish",
        N_("&Publish a version…"),
        lambda w: w.publish(),
        "forum",
        0,
        icon="versions",
        enabled=_has_edition,
        edits=True,
    ),
    Command(
        "forum.letters",
        N_("&Letters…"),
        lambda w: w.write_letters(),
        "forum",
        0,
        icon="letter",
        enabled=_has_edition,
    ),
    Command(
        "forum.move-up",
        N_("Move &up the waiting list"),
        lambda w: w.move_up(),
        "forum",
        0,
        enabled=_has_edition,
        edits=True,
    ),
    Command(
        "forum.remove-edition",
        N_("&Remove this edition…"),
        lambda w: editions.remove(w.work),
        "forum",
        2,
        icon="trash",
        enabled=_has_edition,
        edits=True,
    ),
    Command(
        "forum.doubles",
        N_("People who may be &one…"),
        lambda w: w.show_doubles(),
        "forum",
        3,
        icon="people",
    ),
    Command("forum.review", N_("People to re&view…"), lambda w: w.review_people(), "forum", 3),
    Command(
        "forum.erase-person",
        N_("&Erase this person…"),
        lambda w: w.erase_person(),
        "forum",
        3,
        enabled=_has_person,
        edits=True,
    ),
    _part("sidebar", N_("Sidebar"), "F9"),
    _part("inspector", N_("Inspector"), "F8"),
    _part("problems", N_("Problems"), "F7"),
    Command(
        "view.language",
        N_("Interface in the other &language"),
        lambda w: w.desktop.speak_soon(w.desktop.next_language()),
        "view",
        5,
        "Ctrl+Shift+L",
        "globe",
    ),
    _appearance(Appearance.SYSTEM, N_("Colours of the system")),
    _appearance(Appearance.LIGHT, N_("Light")),
    _appearance(Appearance.DARK, N_("Dark")),
    Command(
        "help.shortcuts",
        N_("&Keyboard shortcuts…"),
        lambda w: w.show_shortcuts(),
        "help",
        icon="keyboard",
    ),
    Command("help.about", N_("&About ForumDesk"), lambda w: w.about(), "help", 1),
)
