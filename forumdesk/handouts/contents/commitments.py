# SPDX-License-Identifier: MIT
"""The scorecard of commitments, and what each owner is asked to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.commitments import CLOSED
from forumdesk.domain.dates import date_long
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.ledger import owner_subject
from forumdesk.domain.outcomes import Commitment, CommitmentOwner, CommitmentStatus
from forumdesk.domain.terms import T_, term
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Prose, Wording
from forumdesk.handouts.contents.outcomes import (
    earlier,
    editions_in_order,
    owner_name,
    promise,
    promise_labels,
    status_at,
)
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.outcomes import Promise
from forumdesk.handouts.promise_options import Promised, PromiseOrder
from forumdesk.handouts.promised import (
    Figure,
    OwnerPage,
    OwnersContent,
    PromiseGroup,
    ScorecardContent,
)
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_promises

_SINCE = T_("paper", "Since the last forum")
_ALL = T_("paper", "Commitments")
_NOTHING = T_("paper", "There are no commitments to show.")
_NOBODY = T_("paper", "Without anybody responsible")
_AS_OF = T_("paper", "As of {date}, when the forum begins.")
_STANDINGS = (
    CommitmentStatus.LATE,
    CommitmentStatus.OPEN,
    CommitmentStatus.ON_TRACK,
    CommitmentStatus.DONE,
    CommitmentStatus.DROPPED,
)
_INTRO = T_(
    "paper",
    "The forum will look back at what was promised at earlier ones. Please say here how each of "
    "the following stands, and name what shows it.",
)
_INTRO_BY = T_(
    "paper",
    "The forum on {date} will look back at what was promised at earlier ones. Please say here "
    "how each of the following stands, and name what shows it.",
)


def commitments_content(dossier: Dossier, options: Options, imprint: Imprint) -> ScorecardContent:
    """The scorecard of an edition, raising like ``program_content``."""
    return stamped(_scorecard, Setting(dossier, as_promises(options), imprint))


def owners_content(dossier: Dossier, options: Options, imprint: Imprint) -> OwnersContent:
    """A page for each who answers for something open, raising like ``program_content``."""
    return stamped(_owners, Setting(dossier, as_promises(options), imprint))


def listed_commitments(setting: Setting) -> list[Commitment]:
    """The commitments on the scorecard, by due day, those without one last."""
    options = setting.options
    if options.promised is Promised.SINCE:
        found = earlier(setting)
    else:
        found = [c for c in setting.dossier.commitments if _made_by_now(setting, c)]
    if options.promised is Promised.OPEN:
        found = [c for c in found if status_at(setting, c) not in CLOSED]
    if options.from_forum:
        numbers = {e.id: e.number for e in editions_in_order(setting)}
        found = [c for c in found if (numbers.get(c.edition or "") or 0) >= options.from_forum]
    return sorted(found, key=lambda c: (c.due or date.max, c.position))


def _made_by_now(setting: Setting, commitment: Commitment) -> bool:
    """Whether it is no later edition's."""
    ids = [edition.id for edition in editions_in_order(setting)]
    here = ids.index(setting.dossier.edition.id)
    return commitment.edition not in ids[here + 1 :]


def _scorecard(setting: Setting) -> ScorecardContent:
    found = listed_commitments(setting)
    since = setting.options.promised is Promised.SINCE
    heading = setting.say(_SINCE if since else _ALL)
    first = setting.dossier.edition.first_day
    note = _dated(setting, _AS_OF, first) if first and found else NOTHING
    return ScorecardContent(
        sheet=sheet(setting, _ALL),
        heading=heading,
        note=note,
        figures=tuple(_figures(setting, found)),
        labels=promise_labels(setting),
        groups=tuple(_groups(setting, found)),
        nothing=NOTHING if found else setting.say(_NOTHING),
    )


def _figures(setting: Setting, found: list[Commitment]) -> Iterator[Figure]:
    stands = [status_at(setting, commitment) for commitment in found]
    for status in _STANDINGS:
        if status in stands:
            yield Figure(status.value, _word(setting, status), stands.count(status))


def _groups(setting: Setting, found: list[Commitment]) -> Iterator[PromiseGroup]:
    match setting.options.promise_order:
        case PromiseOrder.STATUS:
            yield from _by_status(setting, found)
        case PromiseOrder.OWNER:
            for n, (name, own) in enumerate(_by_owner(setting, found)):
                yield _group(setting, f"owner-{n}", name, own)
        case PromiseOrder.DUE:
            if found:
                yield _group(setting, "by-due", NOTHING, found)


def _by_status(setting: Setting, found: list[Commitment]) -> Iterator[PromiseGroup]:
    for status in _STANDINGS:
        own = [c for c in found if status_at(setting, c) is status]
        if own:
            yield _group(setting, f"status-{status.value}", _word(setting, status), own)


def _word(setting: Setting, status: CommitmentStatus) -> Wording:
    return setting.each(lambda words: term(status, words))


def _by_owner(
    setting: Setting, found: Iterable[Commitment]
) -> Iterator[tuple[Wording, list[Commitment]]]:
    """Owners in the order of what they answer for first; those without one at the end."""
    owners: dict[str, tuple[CommitmentOwner | None, list[Commitment]]] = {}
    of: dict[str, list[CommitmentOwner]] = {}
    for owner in setting.dossier.commitment_owners:
        of.setdefault(owner.commitment, []).append(owner)
    rest: list[Commitment] = []
    for commitment in found:
        for owner in of.get(commitment.id, ()):
            key = str(owner_subject(owner))
            owners.setdefault(key, (owner, []))[1].append(commitment)
        if commitment.id not in of:
            rest.append(commitment)
    for owner_of, own in owners.values():
        if owner_of is not None:
            yield setting.text(owner_name(setting, owner_of)), own
    if rest:
        yield setting.say(_NOBODY), rest


def _group(setting: Setting, anchor: str, title: Wording, found: list[Commitment]) -> PromiseGroup:
    own = setting.options.promise_order is PromiseOrder.OWNER
    promises = tuple(_shown(setting, commitment, again=own) for commitment in found)
    return PromiseGroup(anchor, title, _count(setting, len(found)), promises)


def _shown(setting: Setting, commitment: Commitment, *, again: bool) -> Promise:
    """A commitment; one that may stand ``again`` under another owner is no place to jump to."""
    shown = promise(setting, commitment)
    return replace(shown, anchor="") if again else shown


def _count(setting: Setting, count: int) -> Wording:
    return setting.each(
        lambda words: words.plural("{count} commitment", "{count} commitments", count)
    )


def _dated(setting: Setting, said: tuple[str, str], day: date) -> Wording:
    written = Text.of({tag: date_long(day, tag) for tag in (*setting.languages, "en")})
    return setting.say(said, date=written)


def _owners(setting: Setting) -> OwnersContent:
    found = [c for c in listed_commitments(setting) if status_at(setting, c) not in CLOSED]
    known = {owner.commitment for owner in setting.dossier.commitment_owners}
    pages = tuple(
        OwnerPage(
            f"owner-{n}",
            name,
            _count(setting, len(own)),
            tuple(_shown(setting, commitment, again=True) for commitment in own),
        )
        for n, (name, own) in enumerate(_by_owner(setting, (c for c in found if c.id in known)))
    )
    first = setting.dossier.edition.first_day
    intro = _dated(setting, _INTRO_BY, first) if first else setting.say(_INTRO)
    return OwnersContent(
        sheet=sheet(setting, T_("paper", "Report on commitments")),
        intro=_prose(intro),
        labels=promise_labels(setting),
        fields=tuple(
            setting.say(asked)
            for asked in (
                T_("paper", "How it stands"),
                T_("paper", "What was done"),
                T_("paper", "Evidence"),
            )
        ),
        pages=pages,
        nothing=NOTHING if pages else setting.say(_NOTHING),
    )


def _prose(said: Wording) -> Prose:
    return tuple((language, blocks(text)) for language, text in said)


def fields_of_commitments(setting: Setting) -> Iterator[Printed]:
    """The texts of the data that are on the sheets."""
    edition, title = setting.dossier.edition, setting.dossier.title
    yield Printed("edition", edition.id, "title", title, title)
    listed = {commitment.id: commitment for commitment in listed_commitments(setting)}
    for commitment in listed.values():
        name = commitment.title or commitment.text
        for field in ("title", "text", "due_text"):
            yield Printed("commitment", commitment.id, field, getattr(commitment, field), name)
    for report in setting.dossier.reports:
        if one := listed.get(report.commitment):
            yield Printed("report", report.id, "text", report.text, one.title or one.text)
