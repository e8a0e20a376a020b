# SPDX-License-Identifier: MIT
"""How commitments are said in the window: due day, owners, origin, what was heard last."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from forumdesk.domain.dates import date_long
from forumdesk.domain.forum import Edition
from forumdesk.domain.ledger import Ledger, Tracked
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.outcomes import CommitmentStatus, Report
from forumdesk.domain.terms import term
from forumdesk.domain.typed_due import said_due
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.tokens import Tokens, Tone

_ICONS = {
    CommitmentStatus.OPEN: "more",
    CommitmentStatus.ON_TRACK: "clock",
    CommitmentStatus.LATE: "warning",
    CommitmentStatus.DONE: "check",
    CommitmentStatus.DROPPED: "minus",
}


def status_icon(status: CommitmentStatus) -> str:
    """The name of the icon of a status."""
    return _ICONS[status]


def status_tone(status: CommitmentStatus, tokens: Tokens) -> Tone:
    """The tint of a status; icon and word stand on it."""
    match status:
        case CommitmentStatus.DONE:
            return tokens.good
        case CommitmentStatus.LATE:
            return tokens.danger
        case CommitmentStatus.ON_TRACK:
            return tokens.plenary
    return tokens.pause


def pill_of(status: CommitmentStatus) -> str:
    """The tone of a label's pill for a status."""
    return {CommitmentStatus.DONE: "good", CommitmentStatus.LATE: "danger"}.get(status, "plain")


@frozen
class Sight:
    """The commitments as they are seen today, in the interface language."""

    ledger: Ledger
    today: date
    words: Words

    @property
    def language(self) -> str:
        """The language in which titles are shown and typed: the reader's, if the series has it."""
        languages = self.ledger.series.languages
        return self.words.language if self.words.language in languages else languages[0]

    def title(self, one: Tracked) -> str:
        """What a commitment is called in a line."""
        said = self.words.text(one.heading) or self.words("Without a title")
        return " ".join(said.split())

    def due(self, one: Tracked) -> str:
        """When it is due, in words or as a day."""
        commitment = one.commitment
        return said_due(commitment.due, commitment.due_text, self.words.language)

    def status(self, one: Tracked) -> str:
        """How it stands."""
        return term(one.standing(self.today), self.words)

    def owners(self, one: Tracked) -> str:
        """Who answers for it."""
        return ", ".join(self.words.text(owner.name) or "…" for owner in one.owners)

    def edition(self, edition: Edition | None) -> str:
        """An edition in a narrow place: its number, else its title."""
        if edition is None:
            return ""
        if edition.number is None:
            return self.words.text(self.ledger.title_of(edition))
        number = ordinal(edition.number, self.words.language)
        return self.words.context("edition", "{number} forum", number=number)

    def origin(self, one: Tracked) -> str:
        """Where it comes from."""
        said = one.source.phrase.said(self.words) if one.source else ""
        return " · ".join(filter(None, (self.edition(one.edition), said)))

    def heard(self, one: Tracked) -> str:
        """What was heard of it last, and when."""
        return self.report(one.last) if one.last else ""

    def report(self, report: Report) -> str:
        """A report in one line."""
        said = (self.when(report), " ".join(self.words.text(report.text).split()))
        return ": ".join(filter(None, said))

    def when(self, report: Report) -> str:
        """When a report was given: its day, else which edition heard it."""
        if report.on is not None:
            return date_long(report.on, self.words.language)
        return self.edition(self.ledger.edition.get(report.edition))

    def lateness(self, one: Tracked) -> str:
        """How late it is, or how soon it is due; nothing where neither matters."""
        due = one.commitment.due
        standing = one.standing(self.today)
        if due is None or standing in (CommitmentStatus.DONE, CommitmentStatus.DROPPED):
            return ""
        days = (due - self.today).days
        if days < 0:
            return self.words.plural("{count:,} day late", "{count:,} days late", -days)
        if days == 0:
            return self.words("due today")
        return self.words.plural("{count:,} day left", "{count:,} days left", days)


def link_in(evidence: str) -> str:
    """The web address that a piece of evidence is, if it is one."""
    text = evidence.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    fits = parts.scheme in ("http", "https") and parts.netloc and not any(map(str.isspace, text))
    return text if fits else ""
