# SPDX-License-Identifier: MIT
"""Everybody's own agenda for the pocket: what they are at, and what they do there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from forumdesk.domain.agenda import PAUSES, Session, Visibility
from forumdesk.domain.dates import date_full, duration
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.letters import languages_for
from forumdesk.domain.people import Participation
from forumdesk.domain.terms import T_, term
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.agenda_content import AgendaCard, AgendaDay, AgendaLine
from forumdesk.handouts.cards.content import Card, CardsContent
from forumdesk.handouts.content import NOTHING, Wording, affiliation
from forumdesk.handouts.contents.agenda import times_of, title_of
from forumdesk.handouts.contents.attending import Visit, visits
from forumdesk.handouts.contents.cards import card, made
from forumdesk.handouts.contents.chosen import chosen
from forumdesk.handouts.contents.lines import role_of
from forumdesk.handouts.contents.own_parts import Held
from forumdesk.handouts.contents.own_places import seat_of, seats_at
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.options import Options
from forumdesk.handouts.taking import as_personal

PERSONAL = T_("paper", "My agenda")
_OPEN_DAY = T_("paper", "Day to be announced")
_PARALLEL = T_("pocket", "Parallel sessions")
_SEVERAL = T_("pocket", "{count} sessions in parallel; see the program.")
_CONTINUED = T_("paper", "continued")
_MARKED = T_("pocket", "{title} ({mark})")
_FEW = 4  # parallel sessions that are told one by one


def personal_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The agendas of an edition's participants; raises like ``badges_content``."""
    setting = Setting(dossier, as_personal(options), imprint)
    return made(setting, "personal", PERSONAL, _Agendas(setting).made())


class _Agendas:
    """Agendas in the making; what many share is worded once for each order of languages."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._writers: dict[tuple[str, ...], _Writer] = {}

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return self._setting.options.languages or self._setting.dossier.languages

    def made(self) -> Iterator[AgendaCard]:
        """The agenda of each who is asked for."""
        of = self._setting
        for one in chosen(of):
            ordered = languages_for(of.dossier, one, self._languages)
            if ordered not in self._writers:
                options = replace(of.options, languages=ordered)
                self._writers[ordered] = _Writer(Setting(of.dossier, options, of.imprint))
            yield self._writers[ordered].written(one)


class _Writer:
    """Words agendas in one order of languages."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._shared: dict[tuple[str, ...], AgendaLine] = {}
        self._days: dict[tuple[Visit, ...], tuple[AgendaDay, ...]] = {}
        contact = setting.dossier.edition.contact
        self._notes = (setting.text(contact),) if contact else ()
        self._continued = setting.say(_CONTINUED)
        self._title = setting.text(setting.dossier.title)

    def written(self, one: Participation) -> AgendaCard:
        """Somebody's agenda."""
        setting = self._setting
        known = card(setting, one)
        seat = seat_of(setting, one)
        return AgendaCard(
            one.id,
            setting.languages,
            name=known.name or known.organization,
            affiliation=self._held(known) if known.name else known.office,
            side=known.side,
            tone=known.tone,
            days=self._agenda(one),
            notes=(*((seat,) if seat else ()), *self._notes),
            title=self._title,
            continued=self._continued,
        )

    def _held(self, known: Card) -> Wording:
        office, body = known.office, known.organization
        return self._setting.by_language(lambda tag: affiliation(office, body, tag)[1])

    def _agenda(self, one: Participation) -> tuple[AgendaDay, ...]:
        found = visits(self._setting.dossier, one)
        seats = seats_at(self._setting, one)
        if seats or any(visit.held for visit in found):
            return tuple(self._by_day(found, seats))
        # Most have no part and share all of it.
        if found not in self._days:
            self._days[found] = tuple(self._by_day(found, seats))
        return self._days[found]

    def _by_day(
        self, found: tuple[Visit, ...], seats: Mapping[str, Wording]
    ) -> Iterator[AgendaDay]:
        setting = self._setting
        days = setting.dossier.days
        alone = days[0] if len(days) == 1 else None

        def day_of(visit: Visit) -> object:
            return setting.dossier.day_of(visit.sessions[0]) or alone

        for _, group in groupby(found, key=day_of):
            those = list(group)
            day = setting.dossier.day_of(those[0].sessions[0]) or alone
            yield AgendaDay(self._date(day), tuple(self._line(visit, seats) for visit in those))

    def _date(self, day: date | None) -> Wording:
        if day is None:
            return self._setting.say(_OPEN_DAY)
        return self._setting.by_language(lambda tag: date_full(day, tag))

    def _marked(self, session: Session) -> Wording:
        """A title, and for whom alone it is: nothing tells who has been invited to a session.

        Only who has a part in it or a seat there is known to be; all others read the mark.
        """
        title = title_of(self._setting, session)
        if session.visibility is not Visibility.INVITED:
            return title
        mark = Text.of(dict(self._setting.each(lambda words: term(Visibility.INVITED, words))))
        return self._setting.say(_MARKED, title=Text.of(dict(title)), mark=mark)

    def _line(self, visit: Visit, seats: Mapping[str, Wording]) -> AgendaLine:
        if not visit.held:
            key = tuple(session.id for session in visit.sessions)
            if key not in self._shared:
                self._shared[key] = self._common(visit.sessions)
            shared = self._shared[key]
            seat = seats.get(visit.sessions[0].id, NOTHING) if len(key) == 1 else NOTHING
            if not seat:
                return shared
            title = title_of(self._setting, visit.sessions[0])  # who is seated is invited
            return replace(shared, title=title, detail=self._with(shared.detail, seat))
        session = visit.sessions[0]
        line = self._common((session,))
        mine = [held for held in visit.held if held.session.id == session.id]
        inside = [held for held in visit.held if held.session.id != session.id]
        return replace(
            line,
            title=title_of(self._setting, session),
            detail=self._with(line.detail, seats.get(session.id, NOTHING)),
            mine=self._mine(mine[0]) if mine else NOTHING,
            quiet=False,
            inside=tuple(self._inside(held) for held in inside),
        )

    def _common(self, sessions: tuple[Session, ...]) -> AgendaLine:
        """What everybody at it reads of it."""
        setting, first = self._setting, sessions[0]
        if len(sessions) == 1:
            rooms = setting.joined(room.name for room in setting.dossier.rooms_of(first))
            quiet = first.kind in PAUSES
            return AgendaLine(self._clock(first), self._marked(first), rooms, quiet=quiet)
        whole = self._whole(sessions)
        if len(sessions) > _FEW:
            several = setting.say(_SEVERAL, count=len(sessions))
            return AgendaLine(self._clock(whole), several)
        inside = tuple(self._common((session,)) for session in sessions)
        same = {line.clock for line in inside} == {self._clock(whole)}
        inside = tuple(replace(line, clock="") for line in inside) if same else inside
        return AgendaLine(self._clock(whole), setting.say(_PARALLEL), inside=inside)

    def _whole(self, sessions: tuple[Session, ...]) -> Session:
        """The first of several, as long as all of them together."""
        first = sessions[0]
        ends = max((s.ends for s in sessions if s.ends), default=None)
        if first.starts is None or ends is None:
            return first
        return replace(first, minutes=int((ends - first.starts).total_seconds()) // 60)

    def _inside(self, held: Held) -> AgendaLine:
        """An item in which its reader has a part."""
        title = title_of(self._setting, held.session)
        mine = self._mine(held)
        return AgendaLine(self._clock(held.session), mine or title, mine=mine)

    def _mine(self, held: Held) -> Wording:
        """What somebody does in a session, and for how long."""
        setting = self._setting
        roles = [Text.of(dict(role_of(setting, held.session, part))) for part in held.parts]
        minutes = next((part.minutes for part in held.parts if part.minutes), None)
        length = Text()
        if minutes:
            length = Text.of(
                {tag: duration(timedelta(minutes=minutes), tag) for tag in setting.languages}
            )
        return setting.joined((*dict.fromkeys(roles), length))

    def _clock(self, session: Session) -> str:
        said = times_of(self._setting, session)
        return said[0][1] if said else ""

    def _with(self, detail: Wording, seat: Wording) -> Wording:
        both = (Text.of(dict(detail)), Text.of(dict(seat)))
        return self._setting.joined(both, "\n") if seat else detail
