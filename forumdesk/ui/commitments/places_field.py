# SPDX-License-Identifier: MIT
"""Where a commitment comes from, and in which sessions it is looked back at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.commitment_sources import Possible, SourceKind, possible_sources
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.ledger import Looking, Tracked
from forumdesk.domain.outcomes import Review
from forumdesk.services.commitment_cells import set_commitment_cell
from forumdesk.services.commitments import set_origin, set_reviews
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.commitments.chooser import Chooser, Offer
from forumdesk.ui.commitments.links import Link, link_line
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.directory.card import named
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace


def offers(work: Workspace, sight: Sight, possible: list[Possible]) -> list[Offer]:
    """What a commitment can come from, as lines to choose from."""
    words = work.words
    kinds = {
        SourceKind.AIM: words("Aim"),
        SourceKind.STATEMENT: words("Statement"),
        SourceKind.SESSION: words("Session"),
    }

    def second(one: Possible) -> str:
        under = " ".join(words.text(one.under).split())
        if one.kind is SourceKind.AIM:
            return words("{agreement}, aim {number}", agreement=under, number=one.number)
        return under or kinds[one.kind]

    return [
        Offer(
            (one.kind, one.id),
            " ".join(words.text(one.text).split()),
            second(one),
            f"{kinds[one.kind]} · {sight.edition(one.edition)}",
        )
        for one in possible
    ]


class PlacesField(QWidget):
    """The edition and the source of a commitment, and the sessions that look back at it."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._shown: tuple[Sight, Tracked] | None = None
        words = work.words
        self.edition = ChoiceField(words("Promised at"))
        self.edition.committed.connect(self._set_edition)
        self.source = Link()
        self.source.clicked.connect(self._open)
        self.choose = button(words("&Choose…"))
        self.choose.setAccessibleName(words("Choose where it comes from"))
        self.choose.clicked.connect(self.choose_source)
        self.forget = button(words("Not from there"), "quiet")
        self.forget.clicked.connect(lambda: self._set_source(None))
        self.add_review = button(words("Add a session…"))
        self.add_review.setAccessibleName(words("Add a session that reviews it"))
        self.add_review.clicked.connect(self.choose_review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(named(self.edition))
        layout.addWidget(label(words("Comes from"), "small"))
        layout.addWidget(self.source)
        layout.addLayout(_row(self.choose, self.forget))
        layout.addSpacing(4)
        layout.addWidget(label(words("Reviewed in"), "small"))
        self.reviews = QVBoxLayout()
        self.reviews.setSpacing(2)
        layout.addLayout(self.reviews)
        layout.addLayout(_row(self.add_review))

    # Showing

    def show_of(self, sight: Sight, one: Tracked) -> None:
        """Show where a commitment comes from."""
        self._shown = (sight, one)
        words, ledger, editable = self.work.words, sight.ledger, self.work.editable
        known = [(e.id, words.text(ledger.title_of(e))) for e in reversed(ledger.editions)]
        self.edition.show_value(one.commitment.edition or "", [("", words("(none)")), *known])
        self.edition.setEnabled(editable)
        source = one.source
        self.source.show_text(source.phrase.said(words) if source else words("nothing in the file"))
        self.source.setEnabled(source is not None and source.subject is not None)
        self.forget.setVisible(source is not None)
        for made in (self.choose, self.forget, self.add_review):
            made.setEnabled(editable)
        while (item := self.reviews.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for looking in one.reviewed:
            self.reviews.addWidget(self._review(sight, looking))

    def _review(self, sight: Sight, looking: Looking) -> QWidget:
        words, session = self.work.words, looking.session
        title = words.text(session.title) or words("untitled session")
        edition = sight.ledger.edition.get(session.edition)
        link = Link(" · ".join(filter(None, (title, sight.edition(edition)))))
        link.clicked.connect(lambda: self._go(Subject("session", session.id), session.edition))
        spoken = words("“{title}” does not look back at it", title=title)
        gone = partial(self._unreview, session.id)
        return link_line(self.work, link, remove=gone, spoken=spoken)

    def _open(self) -> None:
        if self._shown is None or self._shown[1].source is None:
            return
        one = self._shown[1]
        subject = one.source.subject if one.source else None
        if subject is not None:
            self._go(subject, one.commitment.edition or "")

    def _go(self, subject: Subject, edition: str) -> None:
        """Go to a session or agreement, of whichever edition it is."""
        if edition and edition != self.work.edition and self.work.desk.count(Edition, id=edition):
            self.work.show_edition(edition)
        self.work.go(subject)

    # Changing

    def _set_edition(self, edition: object) -> None:
        if self._shown is not None:
            self.work.run(set_commitment_cell, self._shown[1].id, "edition", str(edition or ""))

    def _set_source(self, value: object) -> None:
        if self._shown is None:
            return
        fields: dict[str, str] = {}
        if isinstance(value, tuple):
            kind, key = value
            fields = {str(SourceKind(kind)): key}
        self.work.run(set_origin, self._shown[1].id, **fields)

    def choose_source(self) -> None:
        """Let an aim, a statement or a session be chosen."""
        if self._shown is None:
            return
        sight, _ = self._shown
        found = possible_sources(self.work.desk, sight.ledger.series.id)
        title = self.work.words("Where does the commitment come from?")
        chooser = Chooser(self.work, title, offers(self.work, sight, found), parent=self.window())
        chooser.taken.connect(self._set_source)
        chooser.open()

    def choose_review(self) -> None:
        """Let a session be chosen that looks back at it."""
        if self._shown is None:
            return
        sight, one = self._shown
        there = {looking.session.id for looking in one.reviewed}
        sessions = frozenset({SourceKind.SESSION})
        found = possible_sources(self.work.desk, sight.ledger.series.id, sessions)
        fresh = [each for each in found if each.id not in there]
        title = self.work.words("Which session reviews it?")
        chooser = Chooser(self.work, title, offers(self.work, sight, fresh), parent=self.window())
        chooser.taken.connect(self._take_review)
        chooser.open()

    def _take_review(self, value: object) -> None:
        if self._shown is not None and isinstance(value, tuple):
            self.work.run(_reviewed, str(value[1]), self._shown[1].id, looks=True)

    def _unreview(self, session: str, _checked: bool = False) -> None:
        if self._shown is not None:
            self.work.run(_reviewed, session, self._shown[1].id, looks=False)


def _reviewed(desk: ForumFile, session: str, commitment: str, *, looks: bool) -> None:
    """A session looks back at a commitment as well, or no more."""
    there = [r.commitment for r in desk.find(Review, session=session) if r.commitment != commitment]
    set_reviews(desk, session, [*there, commitment] if looks else there)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for each in buttons:
        row.addWidget(each)
    row.addStretch(1)
    return row
