# SPDX-License-Identifier: MIT
"""The sheet for the press: the facts, when to come for pictures and questions, who speaks when.

Only what is public or for the press is on it, and nobody is named who refused to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.agenda import CEREMONIES, Role, Session, SessionKind, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import list_consents
from forumdesk.domain.people import Invitation
from forumdesk.domain.readiness import SPEAKING
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.brief_options import Release
from forumdesk.handouts.content import (
    NOTHING,
    Agenda,
    BadgeKind,
    Entry,
    PracticalNote,
    Quote,
    Wording,
)
from forumdesk.handouts.contents.agenda import anchor_of, entry, sessions_by_day, times_of
from forumdesk.handouts.contents.agenda import on_day as day_and_times
from forumdesk.handouts.contents.fact_sheet import facts_of, hosts_to_ask, named_in_public
from forumdesk.handouts.contents.lines import acting, called, shown_parts
from forumdesk.handouts.contents.outcomes import shown_agreements
from forumdesk.handouts.contents.practical import whom_to_call
from forumdesk.handouts.contents.sessions import every_session, printed_items, who
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import dates, host_groups, place, sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.pressed import Chance, PressContent, PressHeads
from forumdesk.handouts.published import stamped
from forumdesk.handouts.signing import Fact
from forumdesk.handouts.taking import as_press

PRESS = T_("handout", "For the press")
_RELEASE = {
    Release.NOW: T_("press", "For immediate release"),
    Release.DELIVERY: T_("press", "Not to be reported before it is said"),
}
_CHECK = T_("press", "Check against delivery: what is said counts.")
_WHEN = T_("press", "When")
_WHERE = T_("press", "Where")
_TOPIC = T_("press", "Topic")
_COMING = T_("press", "Participants")
_OF_SIDE = T_("press", "{side}: {count}")
_TIME_OPEN = T_("paper", "time to be announced")
_CONTACT = T_("press", "Press contact")
_HOSTS = T_("press", "Hosts")
_CHANCES = T_("press", "For pictures and questions")
_ORDER = T_("press", "Order of speakers")
_SAID = T_("paper", "Statements")
_OPEN = frozenset({Visibility.PUBLIC, Visibility.PRESS})
_CHANCE = CEREMONIES | {SessionKind.PRESS_BRIEFING}
_HEARD = frozenset(role.value for role in SPEAKING)
_IN_PICTURE = frozenset({Role.SIGNS, Role.SPEAKS, Role.PRESENTS, Role.CHAIRS, Role.MODERATES})


def press_content(dossier: Dossier, options: Options, imprint: Imprint) -> PressContent:
    """The sheet of an edition for the press, raising like ``program_content``."""
    return stamped(_content, Setting(dossier, as_press(options), imprint))


def _content(setting: Setting) -> PressContent:
    agreements = tuple(facts_of(setting, one) for one in shown_agreements(setting))
    known = {quote for facts in agreements for quote in facts.quotes}
    asked = tuple(hosts_to_ask(setting))
    return PressContent(
        sheet=sheet(setting, PRESS),
        release=setting.say(_RELEASE[setting.options.release]),
        facts=tuple(fact for fact in _facts(setting) if any(fact.lines)),
        heads=PressHeads(setting.say(_CHANCES), setting.say(_ORDER), setting.say(_SAID)),
        chances=tuple(_chances(setting)),
        order=_order(setting),
        check=setting.say(_CHECK),
        agreements=agreements,
        quotes=tuple(quote for quote in _quotes(setting) if quote not in known),
        contacts=Fact(setting.say(_HOSTS), asked) if asked else None,
        contact=_contact(setting),
    )


def is_open(setting: Setting, session: Session) -> bool:
    """Whether the press may be at a session: it is public or theirs, and what it is in as well."""
    return all(each.visibility in _OPEN for each in setting.dossier.lineage(session))


def _facts(setting: Setting) -> Iterator[Fact]:
    edition = setting.dossier.edition
    yield Fact(setting.say(_WHEN), (dates(setting),))
    where = (place(setting), setting.text(edition.address))
    yield Fact(setting.say(_WHERE), tuple(filter(None, where)))
    yield Fact(setting.say(_TOPIC), (setting.text(edition.slogan),))
    for group in host_groups(setting):
        names = (Text.of(dict(host.name)) for host in group.hosts)
        yield Fact(group.role, (setting.joined(names),))
    coming = (Text.of(dict(said)) for said in _coming(setting))
    yield Fact(setting.say(_COMING), (setting.joined(coming),))


def _coming(setting: Setting) -> Iterator[Wording]:
    """How many have accepted, of each side."""
    heads = setting.dossier.heads
    for side in setting.dossier.sides:
        count = sum(
            one.count for one in heads if one.side == side.id and one.status is Invitation.ACCEPTED
        )
        if count:
            yield setting.say(_OF_SIDE, side=side.name, count=count)


def _contact(setting: Setting) -> PracticalNote | None:
    found = whom_to_call(setting)
    return replace(found, label=setting.say(_CONTACT)) if found else None


# -- pictures, questions, speeches ---------------------------------------------------------------


def _chances(setting: Setting) -> Iterator[Chance]:
    """Signings, photographs and briefings that the press may come to, in order."""
    for session in every_session(setting):
        if not _is_chance(setting, session):
            continue
        told = entry(setting, session)
        lineage = setting.dossier.lineage(session)
        timed = next((each for each in lineage if each.starts is not None), session)
        times = times_of(setting, timed) or setting.say(_TIME_OPEN)
        where = told.room or _room_around(setting, session) or place(setting)
        yield Chance(
            anchor=f"chance-{session.id}",
            kind=session.kind.value,
            when=day_and_times(setting, session, times),
            title=told.title,
            place=where,
            who=_in_picture(setting, session),
        )


def _is_chance(setting: Setting, session: Session) -> bool:
    """Whether there is something to come for; of a ceremony with parts these are told."""
    if session.kind not in _CHANCE or not is_open(setting, session):
        return False
    return not any(item.kind in _CHANCE for item in printed_items(setting, session))


def _room_around(setting: Setting, session: Session) -> Wording:
    return setting.joined(room.name for room in setting.dossier.rooms_of(session))


def _in_picture(setting: Setting, session: Session) -> Wording:
    """Who signs or answers there; nobody who refused to be named."""
    said = setting.dossier.derived(list_consents)
    names: list[Text] = []
    for part in shown_parts(setting, session):
        found = who(setting, part)
        refused = found is not None and said.get(found.person or "") is False
        if acting(setting, session, part) in _IN_PICTURE and not refused:
            names.append(called(setting, part))
    return setting.joined(dict.fromkeys(names), ", ")


def _order(setting: Setting) -> Agenda:
    """Who speaks when: what is open to the press, without what nobody speaks in."""
    days = []
    for day, sessions in sessions_by_day(setting):
        entries = (_spoken(setting, session) for session in sessions if is_open(setting, session))
        if told := tuple(one for one in entries if one is not None):
            days.append(replace(day, entries=told))
    return Agenda(setting.say(_ORDER), tuple(days))


def _spoken(setting: Setting, session: Session) -> Entry | None:
    told = _named(setting, session, entry(setting, session))
    items = {anchor_of(i): i for i in setting.dossier.items_of(session) if is_open(setting, i)}
    shown = (_named(setting, items[i.anchor], i) for i in told.items if i.anchor in items)
    kept = tuple(_plain(item) for item in shown)
    kept = tuple(item for item in kept if item.parts or not (item.quiet or item.ceremony))
    plain = replace(_plain(told), items=kept)
    # Pictures and signatures are told of above; nobody is heard in a pause.
    silent = not plain.parts and not kept and (plain.quiet or plain.ceremony)
    return None if silent else plain


def _named(setting: Setting, session: Session, told: Entry) -> Entry:
    """An entry whose speakers stand by office and body alone where they refused to be named."""
    said = setting.dossier.derived(list_consents)
    parts = []
    for part, line in zip(shown_parts(setting, session), told.parts, strict=True):
        found = who(setting, part)
        refused = found is not None and said.get(found.person or "") is False
        parts.append(replace(line, name=NOTHING) if refused else line)
    return replace(told, parts=tuple(parts))


def _plain(told: Entry) -> Entry:
    """What is said there by whom: without who only leads through it, and what guests need."""
    return replace(
        told,
        parts=tuple(part for part in told.parts if part.key in _HEARD),
        badges=tuple(badge for badge in told.badges if badge.kind is BadgeKind.VISIBILITY),
        quotes=(),
        summary=NOTHING,
    )


def _quotes(setting: Setting) -> Iterator[Quote]:
    """Statements for the record that were made where the press may hear them."""
    for session in every_session(setting):
        if is_open(setting, session):
            for part in shown_parts(setting, session):
                found = who(setting, part)
                if part.statement and found is not None:
                    yield Quote(setting.text(part.statement), named_in_public(setting, found))
