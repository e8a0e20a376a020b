# SPDX-License-Identifier: MIT
"""The agreements of the file: the register at the left, what is chosen as it is drawn up beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forumdesk.domain.agreements import Registered, Review, day_of, kind_name, register, review_of
from forumdesk.domain.desk import News, Subject
from forumdesk.domain.finding import initials
from forumdesk.domain.forum import Edition, Host, Series
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    Original,
    Party,
    Signatory,
)
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.terms import term
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_
from forumdesk.services.agreements import draw_up
from forumdesk.ui.agreements.card import AgreementCard
from forumdesk.ui.dates import day as day_said
from forumdesk.ui.directory.card import Card, languages_of
from forumdesk.ui.directory.listing import Entry
from forumdesk.ui.directory.page import DirectoryPage
from forumdesk.ui.workspace import Workspace

_LISTED = frozenset({Agreement, Party, Organization, Edition, Series})
_CONCERN = _LISTED | {Aim, Signatory, Original, Commitment, Host, Participation, Person}


class AgreementsPage(DirectoryPage):
    """Every agreement there is, the newest first."""

    record = "agreement"
    heading = N_("Agreements")
    searching = N_("Find an agreement by title or party")
    nothing = N_("Choose an agreement, or add one: its parties are then the hosts of the forum.")

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        self._entries: dict[str, Registered] = {}
        self._several = False  # series in the file
        super().__init__(work, parent)

    def make_card(self, parent: QWidget) -> Card:
        """An agreement as it is drawn up."""
        return AgreementCard(self.work, parent)

    def heed_file(self, news: News) -> None:
        """Show it anew if a step touched an agreement or what it names."""
        touched = set(news.changes)
        if _LISTED & touched:
            self.show_file()
        elif _CONCERN & touched:
            self._show_card()

    def ids(self, typed: str) -> list[str]:
        """Those of whose titles and parties every typed word is part."""
        found = [e for e in register(self.work.desk, counted=False) if _fits(e, typed)]
        self._several = self.work.desk.count(Series) > 1
        if self._several:  # those of a series together, each of them the newest first
            found.sort(key=lambda entry: self._series(entry).casefold())
        self._entries = {entry.agreement.id: entry for entry in found}
        return list(self._entries)

    def counted(self, count: int) -> str:
        """How many agreements."""
        return self.work.words.plural("{count:,} agreement", "{count:,} agreements", count)

    def entries(self, ids: Sequence[str]) -> dict[str, Entry]:
        """Title; state with its day and the parties; when a review is due."""
        return {id_: self._line(self._entries[id_]) for id_ in ids if id_ in self._entries}

    def _line(self, entry: Registered) -> Entry:
        words, one = self.work.words, entry.agreement
        day = day_of(one)
        state = term(one.state, words) + (f" {day_said(day, words)}" if day else "")
        parties = ", ".join(words.text(body.short or body.name) for body in entry.parties)
        title = words.text(one.title) or kind_name(one.kind, words)
        series = self._series(entry) if self._several else ""
        second = " · ".join(filter(None, (series, state, parties)))
        return Entry(title, second, self._review(one))

    def _series(self, entry: Registered) -> str:
        return self.work.words.text(entry.series.short or entry.series.title)

    def _review(self, one: Agreement) -> str:
        """What is due: the review of what binds its parties."""
        words = self.work.words
        match review_of(one, self.work.desk.now().date()):
            case Review.PAST:
                return words("review overdue")
            case Review.SOON:
                return words("review due")
        return ""

    def add(self) -> str | None:
        """A draft of a title that is asked for, at the edition shown or else the newest."""
        words = self.work.words
        edition = self.work.edition or self._newest()
        if not edition:
            self.work.messages.tell(words("Add an edition first: an agreement belongs to one."))
            return None
        typed = self.work.messages.ask_text(
            words("What is the agreement called?"), words("In either language")
        )
        if not typed or not typed.strip():
            return None
        languages = languages_of(self.work)
        hangul = any("가" <= c <= "힣" for c in typed)
        own = [tag for tag in languages if (tag == "ko") == hangul]
        made = self.work.run(draw_up, edition, Text.of({(own or languages)[0]: typed}))
        return made.id if made else None

    def _newest(self) -> str:
        editions = self.work.desk.find(Edition)
        editions.sort(key=lambda e: (str(e.first_day or ""), e.number or 0))
        return editions[-1].id if editions else ""

    def select(self, subject: Subject) -> bool:
        """Choose an agreement, or that of an aim."""
        if subject.kind == "aim":
            found = self.work.desk.find(Aim, id=subject.id)
            if not found:
                return False
            subject = Subject("agreement", found[0].agreement, "aims")
        return super().select(subject)


def _fits(entry: Registered, typed: str) -> bool:
    names = (*entry.agreement.title.values(), *entry.edition_title.values())
    bodies = (n for body in entry.parties for n in (*body.name.values(), *body.short.values()))
    said = (part for text in (*names, *bodies) for part in (fold(text), fold(initials(text))))
    known = "\n".join(said)
    return all(fold(word) in known for word in typed.split())
