# SPDX-License-Identifier: MIT
"""The pages of an edition, and those of the whole file: what a page is, and which there are.

**To add a page**: write a class derived from ``Page`` (one file, or a small folder) and add one
line to ``PAGES``; of what belongs to no edition, one derived from ``FilePage`` and a line in
``DIRECTORY``, which the sidebar lists. The class is loaded when the page is shown for the first
time, so a page may import what it needs without delaying the first paint of the window.

What the frame does for a page: it makes it once per window (anew after a change of the interface
language), gives it the whole width under the header, calls ``show_edition`` when it comes into
view, when another edition is chosen and, unless the page says otherwise in ``heed``, after each
step; puts its ``commands`` into a menu named after the page and into the command palette while
the page is shown; brings the inspector to what it reports through ``selected``.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forumdesk.domain.desk import News, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command
from forumdesk.ui.workspace import Workspace


class Page(QWidget):
    """A page of an edition.

    Everything it needs comes through ``work`` (see ``Workspace``). It never writes records: it
    calls ``work.run(service, …)`` and redraws when it is shown the edition again. Widgets take
    their colours from ``work.look``; a page that paints by hand updates on ``work.look.changed``.

    - ``selected`` (``Subject`` or ``None``) says what is chosen on the page; the inspector shows
      it, and again when the page comes back into view (``subject``).
    - ``commands`` are its commands, run with the page itself: ``Command("agenda.split",
      N_("Split…"), lambda page: page.split(), menu="page", enabled=lambda page: page.has_one())``.
      Emit ``commandsChanged`` when what can be done has changed otherwise than by ``selected``.
    - ``kind`` is its entry in ``PAGES``.
    - In ``work.problems`` are the checks' findings on the edition; ``work.problemsFound`` tells
      when they are new.
    """

    selected = Signal(object)
    commandsChanged = Signal()
    commands: ClassVar[tuple[Command[Any], ...]] = ()

    kind: PageKind

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.subject: Subject | None = None
        self.selected.connect(self._keep)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _keep(self, subject: Subject | None) -> None:
        self.subject = subject

    def show_edition(self, dossier: Dossier) -> None:
        """Show this edition, or the same one as it is now; keep selection and scroll if so."""
        raise NotImplementedError

    def heed(self, news: News, dossier: Dossier) -> None:
        """A step was done, undone or redone while the page is in view."""
        self.show_edition(dossier)

    def select(self, subject: Subject) -> bool:
        """Bring a record into view and choose it; ``False`` if the page doesn't show it."""
        return False

    def place(self) -> Mapping[str, str]:
        """Where the user is on the page (day, zoom, scroll …), to come back to."""
        return {}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a place; called after ``show_edition``, with what ``place`` gave once."""

    def commit(self) -> None:
        """Take over what is being typed; called before commands, undo, other pages and closing.

        Fields of ``forms`` take over by themselves; this is for editors of other kinds.
        """


class FilePage(Page):
    """A page of the whole file: it is there without any edition, and has the inspector's room."""

    def show_file(self) -> None:
        """Show the file as it is now; keep selection and scroll."""
        raise NotImplementedError

    def show_edition(self, dossier: Dossier) -> None:
        """It is the same in every edition."""
        self.show_file()

    def heed_file(self, news: News) -> None:
        """A step was done, undone or redone while the page is in view."""
        self.show_file()

    def heed(self, news: News, dossier: Dossier) -> None:
        """It is the same in every edition."""
        self.heed_file(news)


@frozen
class PageKind:
    """A page that there is.

    ``title`` is a marked message with a mnemonic, ``made_by`` names its class as
    ``module:Class``; ``shows`` are the kinds of subjects (names of tables) it can be asked to
    ``select``, the first page that names a kind is asked. ``inspected`` is false for a page that
    wants the inspector's room for itself; ``checked`` for one that shows findings of its own in
    place of the checks'; ``of_file`` is true of a page that belongs to no edition.
    """

    id: str
    title: str
    icon: str
    made_by: str
    shows: tuple[str, ...] = ()
    inspected: bool = True
    checked: bool = True
    of_file: bool = False

    def make(self, work: Workspace, parent: QWidget | None = None) -> Page:
        """The page, made for a window.

        It is made on its parent: put there later, all that is in it would be dressed anew.
        """
        module, _, name = self.made_by.partition(":")
        page: Page = getattr(importlib.import_module(module), name)(work, parent)
        page.kind = self
        return page


PAGES: tuple[PageKind, ...] = (
    PageKind(
        "overview",
        N_("Overview"),
        "overview",
        "forumdesk.ui.overview.page:OverviewPage",
        ("edition", "host", "side", "room", "track", "vehicle"),
    ),
    PageKind("agenda", N_("Agenda"), "agenda", "forumdesk.ui.agenda.page:AgendaPage", ("session",)),
    PageKind(
        "participants",
        N_("Participants"),
        "people",
        "forumdesk.ui.participants.page:ParticipantsPage",
        ("participation",),
    ),
    PageKind(
        "seating",
        N_("Seating"),
        "seating",
        "forumdesk.ui.seating.page:SeatingPage",
        ("seating",),
        inspected=False,
        checked=False,
    ),
    PageKind(
        "texts",
        N_("Texts"),
        "page",
        "forumdesk.ui.texts.page:TextsPage",
        ("passage",),
        inspected=False,
    ),
    PageKind(
        "handouts",
        N_("Handouts"),
        "handouts",
        "forumdesk.ui.handouts.page:HandoutsPage",
        ("handout",),
        inspected=False,
        checked=False,
    ),
    PageKind(
        "versions",
        N_("Versions"),
        "versions",
        "forumdesk.ui.versions.page:VersionsPage",
        ("version",),
        inspected=False,
        checked=False,
    ),
    PageKind(
        "live",
        N_("On the day"),
        "clock",
        "forumdesk.ui.live.page:LivePage",
        inspected=False,
        checked=False,
    ),
    PageKind(
        "checkin",
        N_("Check-in"),
        "checkin",
        "forumdesk.ui.checkin.page:CheckInPage",
        inspected=False,
        checked=False,
    ),
)


DIRECTORY: tuple[PageKind, ...] = (
    PageKind(
        "people",
        N_("People"),
        "people",
        "forumdesk.ui.directory.people:PeoplePage",
        ("person",),
        inspected=False,
        checked=False,
        of_file=True,
    ),
    PageKind(
        "organizations",
        N_("Organizations"),
        "organization",
        "forumdesk.ui.directory.organizations:OrganizationsPage",
        ("organization",),
        inspected=False,
        checked=False,
        of_file=True,
    ),
    PageKind(
        "agreements",
        N_("Agreements"),
        "agreement",
        "forumdesk.ui.agreements.page:AgreementsPage",
        ("agreement", "aim"),
        inspected=False,
        checked=False,
        of_file=True,
    ),
    PageKind(
        "commitments",
        N_("Commitments"),
        "commitment",
        "forumdesk.ui.commitments.page:CommitmentsPage",
        ("commitment",),
        inspected=False,
        checked=False,
        of_file=True,
    ),
    PageKind(
        "terms",
        N_("Terms"),
        "list",
        "forumdesk.ui.terms.page:TermsPage",
        ("term",),
        inspected=False,
        checked=False,
        of_file=True,
    ),
)


# What the headings of the sidebar lead to.
SERIES = PageKind(
    "series",
    N_("Series"),
    "calendar",
    "forumdesk.ui.series.page:SeriesPage",
    ("series",),
    inspected=False,
    checked=False,
    of_file=True,
)
EVERY = (*PAGES, *DIRECTORY, SERIES)


def page_named(id: str) -> PageKind | None:
    """The page of this name; ``None`` if there is none."""
    return next((page for page in EVERY if page.id == id), None)


def page_for(kind: str) -> PageKind | None:
    """The page on which a kind of record is shown."""
    return next((page for page in EVERY if kind in page.shows), None)
