# SPDX-License-Identifier: MIT
"""What becomes of each module of an edition, in figures and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from forumdesk.domain.agenda import Part, Session, SessionStatus
from forumdesk.domain.forum import HostRole, Track
from forumdesk.domain.outcomes import Review
from forumdesk.domain.people import Invitation, LetterText, Quota
from forumdesk.domain.places import Seating
from forumdesk.domain.printed import PackSheet, Passage
from forumdesk.domain.succession.choices import Parts, Texts
from forumdesk.domain.succession.plan import Account, Module, Plan, RoomFate
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

_TEXTS = {
    Texts.KEEP: N_("Titles, summaries and abstracts are carried."),
    Texts.TITLES: N_("Titles are carried; summaries and abstracts are emptied."),
    Texts.EMPTY: N_("Titles and texts are emptied, but for breaks, openings and closings."),
}
_PARTS = {
    Parts.PEOPLE: N_("Parts stay with those who are proposed again."),
    Parts.HOSTS: N_("Parts stay with people of the hosts alone; the others are to be named."),
    Parts.EMPTY: N_("All parts are to be named."),
}


def accounts_of(plan: Plan) -> tuple[Account, ...]:
    """An account of every module, in the order of ``Module``."""
    return (
        *(_agenda(plan), _rooms(plan), _tracks(plan), _hosts(plan), _sides(plan), _people(plan)),
        *(_parts(plan), _quotas(plan), _letters(plan), _passages(plan)),
        *(_seatings(plan), _pack(plan), _edition(plan)),
        *(_commitments(plan), _agreements(plan)),
    )


def made_of(plan: Plan, kind: type) -> int:
    """How many records of a kind the plan makes."""
    return sum(type(record) is kind for record in plan.records)


def _agenda(plan: Plan) -> Account:
    sessions = plan.last.sessions
    carried = [f for f in plan.sessions if f.was and f.now]
    left = [f.was for f in plan.sessions if f.was and not f.now]
    timed = sum(f.now.starts is not None for f in carried if f.now)
    return Account(
        Module.AGENDA,
        len(carried),
        len(left),
        shifted=timed if plan.shift else 0,
        reset=sum(f.was.status is not SessionStatus.DRAFT for f in carried if f.was),
        made=sum(f.was is None for f in plan.sessions),
        why=tuple(_why_agenda(plan, left)) if sessions else (),
    )


def _why_agenda(plan: Plan, left: list[Session]) -> Iterator[Phrase]:
    if not plan.choices.agenda:
        yield Phrase(N_("The agenda is begun anew."))
        return
    yield Phrase(_TEXTS[plan.choices.texts])
    yield Phrase(
        N_("All are drafts again. Links, recordings and what was said at them stay behind.")
    )
    if plan.shift is None:
        yield Phrase(N_("There is no day to begin on, so sessions have no times."))
    gone = [session for session in left if not plan.last.takes_place(session)]
    if gone:
        yield Phrase.of(N_("Cancelled sessions stay behind ({count})."), count=len(gone))
    items = [s for s in left if s.parent and plan.last.takes_place(s)]
    if items:
        yield Phrase.of(N_("Items inside sessions stay behind ({count})."), count=len(items))


def _rooms(plan: Plan) -> Account:
    carried = [f for f in plan.rooms if f.was and f.now]
    left = sum(f.now is None for f in plan.rooms)
    return Account(
        Module.ROOMS,
        len(carried),
        left,
        reset=sum(_is_renamed(fate) for fate in carried),
        made=sum(f.was is None for f in plan.rooms),
        why=tuple(Phrase(m) for m in dict.fromkeys(f.why.message for f in plan.rooms)),
    )


def _is_renamed(fate: RoomFate) -> bool:
    return bool(fate.was and fate.now and fate.was.name != fate.now.name)


def _tracks(plan: Plan) -> Account:
    carried = made_of(plan, Track)
    return Account(Module.TRACKS, carried, len(plan.last.tracks) - carried)


def _hosts(plan: Plan) -> Account:
    left = len(plan.last.hosts) - len(plan.hosts)
    turned = [h.organization for h in plan.hosts] != [h.organization for h in plan.last.hosts]
    why = []
    if plan.choices.alternate and turned and len(plan.hosts) > 1:
        first = plan.last.organization.get(plan.hosts[0].organization)
        name = first.name if first else Text()
        why.append(Phrase.of(N_("The hosts take turns: {name} comes first."), name=name))
    if left and any(host.role is HostRole.SPONSOR for host in plan.last.hosts):
        why.append(Phrase.of(N_("Sponsors stay behind ({count})."), count=left))
    return Account(Module.HOSTS, len(plan.hosts), left, why=tuple(why))


def _sides(plan: Plan) -> Account:
    turned = [s.name for s in plan.sides] != [s.name for s in plan.last.sides]
    why = Phrase.of(N_("{name} comes first."), name=plan.sides[0].name) if turned else None
    return Account(Module.SIDES, len(plan.sides), why=(why,) if why else ())


def _people(plan: Plan) -> Account:
    carried = [s for s in plan.seats if s.now]
    left = Counter(seat.why.message for seat in plan.seats if seat.now is None)
    why = [Phrase(N_("All are proposed; nobody is invited by this."))] if carried else []
    why += [
        Phrase.of(N_("{why}: {count}"), why=Phrase(message), count=count)
        for message, count in left.most_common()
    ]
    dropped = sum(bool(s.now and s.now.consents != s.was.consents) for s in carried)
    if dropped:
        why.append(
            Phrase.of(
                N_("Consents given for the last forum are asked anew ({count})."), count=dropped
            )
        )
    return Account(
        Module.PEOPLE,
        len(carried),
        len(plan.seats) - len(carried),
        reset=sum(s.was.status is not Invitation.PROPOSED for s in carried),
        why=tuple(why),
    )


def _parts(plan: Plan) -> Account:
    carried = made_of(plan, Part)
    left = len(plan.last.parts) - carried
    why = [Phrase(_PARTS[plan.choices.parts])]
    if carried:
        why.append(Phrase(N_("Speech texts, statements and readers are not carried.")))
    return Account(
        Module.PARTS, carried, left, reset=carried, why=tuple(why if plan.last.parts else ())
    )


def _quotas(plan: Plan) -> Account:
    carried = made_of(plan, Quota)
    return Account(Module.QUOTAS, carried, len(plan.last.quotas) - carried)


def _letters(plan: Plan) -> Account:
    carried = made_of(plan, LetterText)
    return Account(Module.LETTERS, carried, len(plan.last.letter_texts) - carried)


def _passages(plan: Plan) -> Account:
    carried = [record for record in plan.records if isinstance(record, Passage)]
    there = plan.last.passages
    why = []
    if carried:
        why.append(Phrase(N_("Signatures under messages are not carried.")))
        written = sum(passage.participation is not None for passage in there)
        again = sum(passage.participation is not None for passage in carried)
        if again < written:
            open_ = N_("Messages whose author is not proposed again are to be assigned ({count}).")
            why.append(Phrase.of(open_, count=written - again))
    return Account(Module.PASSAGES, len(carried), len(there) - len(carried), why=tuple(why))


def _seatings(plan: Plan) -> Account:
    carried = made_of(plan, Seating)
    why = (Phrase(N_("Tables and seats are carried; nobody is seated yet.")),) if carried else ()
    return Account(
        Module.SEATINGS, carried, len(plan.last.seatings) - carried, reset=carried, why=why
    )


def _pack(plan: Plan) -> Account:
    carried = made_of(plan, PackSheet)
    left = len(plan.last.pack) - carried
    why = [
        Phrase.of(
            N_("Sheets made for one day, person or agreement stay behind ({count})."), count=left
        )
    ]
    return Account(Module.PACK, carried, left, why=tuple(why if left and plan.choices.pack else ()))


# What an edition itself has that may be carried, by what it is called.
_OWN = (
    *(("design", N_("Paper design")), ("accent", N_("House colour"))),
    ("cover", N_("Cover picture")),
    *(("venue", N_("Venue")), ("wifi", N_("Wi-Fi note")), ("practical", N_("Practical notes"))),
    *(("welcome", N_("Words of welcome")), ("contact", N_("Contact at the secretariat"))),
    ("sections", N_("Order of the program’s sections")),
)


def _edition(plan: Plan) -> Account:
    was, now = plan.last.edition, plan.edition
    there = [(field, name) for field, name in _OWN if getattr(was, field)]
    kept = [name for field, name in there if getattr(now, field) == getattr(was, field)]
    known = [name for field, name in there if getattr(now, field) and name not in kept]
    left = [name for _, name in there if name not in (*kept, *known)]
    why = [Phrase.of(N_("{what}: carried."), what=Phrase(name)) for name in kept]
    earlier = N_("{what}: as at the forum that met there before.")
    why += [Phrase.of(earlier, what=Phrase(name)) for name in known]
    why += [Phrase.of(N_("{what}: begun anew."), what=Phrase(name)) for name in left]
    return Account(Module.EDITION, len(kept) + len(known), len(left), why=tuple(why))


def _commitments(plan: Plan) -> Account:
    open_ = len(plan.commitments)
    made = made_of(plan, Review)
    why = []
    if made:
        why.append(Phrase.of(N_("Each open one has an item in the review ({count})."), count=made))
        if plan.untimed_review:
            why.append(Phrase(N_("The review has no time yet: none is free after the opening.")))
    elif open_:
        why.append(Phrase(N_("They stay in the register, without a session.")))
    return Account(Module.COMMITMENTS, made, open_ - made, why=tuple(why))


def _agreements(plan: Plan) -> Account:
    """Agreements stay in the register; of those to be looked at again it is told."""
    due = [a for a in plan.last.agreements if a.review_on]
    why = [
        Phrase.of(
            N_("“{title}” is to be reviewed by {day}."),
            title=agreement.title,
            day=agreement.review_on.isoformat(),
        )
        for agreement in due
        if agreement.review_on
    ]
    if plan.last.agreements:
        why.insert(0, Phrase(N_("They stay in the register; nothing is copied.")))
    return Account(Module.AGREEMENTS, why=tuple(why))
