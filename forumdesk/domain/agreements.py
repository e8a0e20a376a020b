# SPDX-License-Identifier: MIT
"""The register of agreements: kinds, states and their days, who comes after whom, reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum, auto
from types import MappingProxyType

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.outcomes import Agreement, AgreementState, Commitment, Original, Party
from forumdesk.domain.outcomes import Aim as AgreementAim
from forumdesk.domain.people import Organization
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words

KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "mou": T_("agreement", "Memorandum of Understanding"),
        "agreement": T_("agreement", "Agreement"),
        "statement": T_("agreement", "Joint Statement"),
        "loi": T_("agreement", "Letter of Intent"),
        "minutes": T_("agreement", "Agreed Minutes"),
        "amendment": T_("agreement", "Amendment"),
        "annex": T_("agreement", "Annex"),
    }
)
"""What an agreement can be, as it stands over its text."""
DAY_OF: Mapping[AgreementState, str] = MappingProxyType(
    {
        AgreementState.AGREED: "agreed_on",
        AgreementState.SIGNED: "signed_on",
        AgreementState.IN_FORCE: "in_force_on",
        AgreementState.ENDED: "ended_on",
    }
)
"""The field that holds the day of a state; a draft has none."""
BINDING = frozenset({AgreementState.SIGNED, AgreementState.IN_FORCE})
SOON = timedelta(days=60)


def kind_term(kind: str) -> tuple[str, str]:
    """What a kind is called, as a message; one that is not known is an agreement."""
    return KINDS.get(kind, KINDS["agreement"])


def kind_name(kind: str, words: Words) -> str:
    """What a kind is called in the language of ``words``."""
    return words.context(*kind_term(kind))


def is_signed(agreement: Agreement) -> bool:
    """Whether it has been signed, by its state or by its day; what has ended was signed once."""
    return agreement.signed_on is not None or agreement.state in {*BINDING, AgreementState.ENDED}


def is_unsettled(agreement: Agreement) -> bool:
    """Whether it is a draft that no session signs: nobody outside is to take it for agreed."""
    drafted = agreement.state is AgreementState.DRAFT and not is_signed(agreement)
    return drafted and agreement.session is None


def day_of(agreement: Agreement) -> date | None:
    """The day an agreement came into the state it is in, where that is known."""
    found: date | None = getattr(agreement, DAY_OF.get(agreement.state, ""), None)
    return found


class Review(Enum):
    """Whether the parties have to look at an agreement again."""

    NONE = auto()  # no day is set, or nothing binds any more
    LATER = auto()
    SOON = auto()
    PAST = auto()


def review_of(agreement: Agreement, today: date) -> Review:
    """How near the review of an agreement is that binds its parties."""
    due = agreement.review_on
    if due is None or agreement.state not in BINDING:
        return Review.NONE
    if due < today:
        return Review.PAST
    return Review.SOON if due - today <= SOON else Review.LATER


def pointed_at(agreement: Agreement) -> Iterator[str]:
    """The agreements, by id, that one amends or replaces."""
    yield from filter(None, (agreement.amends, agreement.replaces))


def leads_to(known: Mapping[str, Agreement], start: Iterable[str], end: str) -> bool:
    """Whether agreements, each amending or replacing another, lead from some to one."""
    waiting, seen = list(start), set()
    while waiting:
        one = waiting.pop()
        if one == end:
            return True
        if one in known and one not in seen:
            seen.add(one)
            waiting += pointed_at(known[one])
    return False


@frozen
class Registered:
    """An agreement as it stands in the register, with what belongs to it.

    ``parties`` are in order; ``amended_by`` and ``replaced_by`` the agreements that say so of it.
    ``commitments`` is how many were made in its aims.
    """

    agreement: Agreement
    edition: Edition
    series: Series
    parties: tuple[Organization, ...] = ()
    aims: int = 0
    originals: tuple[Original, ...] = ()
    amended_by: tuple[Agreement, ...] = ()
    replaced_by: tuple[Agreement, ...] = ()
    commitments: int = 0

    @property
    def edition_title(self) -> Text:
        """The title of the edition it is of."""
        return edition_title(self.series, self.edition)


def register(desk: Desk, series: str | None = None, *, counted: bool = True) -> list[Registered]:
    """The agreements of a series, or of all, the newest first.

    Where nobody asks how much there is to each, it need not be ``counted``: aims are many.
    """
    where = {"series": series} if series else {}
    editions = {e.id: e for e in desk.find(Edition, **where)}
    agreements = desk.find(Agreement, edition=list(editions))
    known = {one.id: one for one in desk.find(Series)}
    bodies = _parties(desk, agreements)
    aims, commitments, originals = _counted(desk, agreements if counted else [])
    entries = [
        Registered(
            one,
            editions[one.edition],
            known[editions[one.edition].series],
            bodies.get(one.id, ()),
            aims=aims[one.id],
            originals=tuple(originals.get(one.id, ())),
            amended_by=tuple(a for a in agreements if a.amends == one.id),
            replaced_by=tuple(a for a in agreements if a.replaces == one.id),
            commitments=commitments[one.id],
        )
        for one in agreements
    ]
    return sorted(entries, key=_age, reverse=True)


def _counted(
    desk: Desk, agreements: list[Agreement]
) -> tuple[Counter[str], Counter[str], dict[str, list[Original]]]:
    """How many aims each agreement has, how many commitments they led to, and its originals."""
    ids = [one.id for one in agreements]
    aims = desk.find(AgreementAim, agreement=ids) if ids else []
    made = desk.tally(Commitment, "aim", aim=[aim.id for aim in aims]) if aims else {}
    commitments = Counter[str]()
    for aim in aims:
        commitments[aim.agreement] += made.get((aim.id,), 0)
    originals: dict[str, list[Original]] = {}
    for original in desk.find(Original, agreement=ids) if ids else ():
        originals.setdefault(original.agreement, []).append(original)
    return Counter(aim.agreement for aim in aims), commitments, originals


def _parties(desk: Desk, agreements: list[Agreement]) -> dict[str, tuple[Organization, ...]]:
    parties = desk.find(Party, agreement=[a.id for a in agreements])
    bodies = {o.id: o for o in desk.find(Organization, id=[p.organization for p in parties])}
    found: dict[str, tuple[Organization, ...]] = {}
    for party in parties:
        found[party.agreement] = (*found.get(party.agreement, ()), bodies[party.organization])
    return found


def _age(entry: Registered) -> tuple[date, int, str]:
    """When it was signed, else when its edition meets."""
    one, edition = entry.agreement, entry.edition
    day = one.signed_on or one.agreed_on or edition.first_day or date.min
    return day, edition.number or 0, one.id
