# SPDX-License-Identifier: MIT
"""One part of a speaker, worded: what it is, when to come, where, who else is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from forumdesk.domain.agenda import Mode, Part, Session, SessionStatus, Visibility
from forumdesk.domain.dates import date_full, date_long, duration
from forumdesk.domain.languages import language_name
from forumdesk.domain.people import Participation
from forumdesk.domain.readiness import SPEECHES
from forumdesk.domain.terms import T_, term
from forumdesk.domain.wording import Text, fold
from forumdesk.handouts.briefs import OwnPart
from forumdesk.handouts.content import NOTHING, Badge, BadgeKind, PartLine, Wording
from forumdesk.handouts.contents.agenda import clock_of, end_of, start_of, title_of
from forumdesk.handouts.contents.lines import (
    acting,
    called,
    name_text,
    part_line,
    role_of,
    shown_parts,
)
from forumdesk.handouts.contents.own_parts import Course, Held, Neighbour, starts_of
from forumdesk.handouts.contents.sessions import is_for, who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.turns import LEADING, Stage, stage
from forumdesk.handouts.options import Audience
from forumdesk.handouts.signing import Fact

_COME = T_("brief", "Please be there by")
_OPEN_DAY = T_("paper", "Day to be announced")
_TO_CONFIRM = T_("brief", "to be confirmed")
_WHERE = T_("brief", "Where")
_LENGTH = T_("brief", "Length")
_FROM_ABOUT = T_("brief", "from about {time}")
_HOW = T_("brief", "How")
_HOW_IT_IS = {
    Mode.IN_PERSON: T_("brief", "In person"),
    Mode.VIDEO: T_("brief", "By video"),
    Mode.READ: T_("brief", "Read out by another person"),
}
_READ_BY = T_("brief", "Read out by {name}")
_READS = T_("brief", "You read it out in the name of {name}")
_LANGUAGES = T_("brief", "Languages")
_TEXT = T_("brief", "Speech text")
_RECEIVED = T_("brief", "We have it. Thank you.")
_AWAITED = T_("brief", "We are still waiting for it.")
_AWAITED_BY = T_("brief", "Please send it to us by {day}.")
_BEFORE = T_("brief", "Before")
_AFTER = T_("brief", "After")
_WITH = T_("brief", "With you")
_JOINT = " · "


class PartWriter:
    """Words the parts of speakers in the languages of a setting."""

    def __init__(self, setting: Setting, course: Course) -> None:
        self._setting = setting
        self._course = course

    def undated(self, day: date | None) -> Wording:
        """A day in words, or that it is open."""
        setting = self._setting
        return setting.by_language(lambda t: date_full(day, t)) if day else setting.say(_OPEN_DAY)

    def written(self, one: Participation, held: Held) -> OwnPart:
        """What somebody does in a session."""
        setting, session = self._setting, held.session
        on_stage = stage(setting, session)
        role = self._role(held)
        timed = session if session.starts is not None else self._around(session)
        return OwnPart(
            anchor=f"brief-{one.id}-{session.id}",
            role=role,
            title=self._title(session, role),
            start=start_of(setting, timed),
            end=end_of(setting, timed),
            open_end=timed.starts is not None and timed.ends is None,
            badges=tuple(self._badges(session)),
            come_by=self._come_by(session),
            facts=tuple(fact for fact in self._facts(one, held, on_stage) if any(fact.lines)),
            with_label=setting.say(_WITH),
            company=tuple(self._company(one, session)),
        )

    # -- what it is ---------------------------------------------------------------------------

    def _role(self, held: Held) -> Wording:
        said = [Text.of(dict(role_of(self._setting, held.session, part))) for part in held.parts]
        return self._setting.joined(dict.fromkeys(said), _JOINT)

    def _title(self, session: Session, role: Wording) -> Wording:
        """The session's title, and that of the session it is an item of.

        An item that is only called what the part in it is does not say it again.
        """
        setting = self._setting
        lineage = setting.dossier.lineage(session)
        called = [s for s in lineage if s.title or s.parent is None]
        titles = [Text.of(dict(title_of(setting, each))) for each in called]
        if titles[1:] and _folded(titles[0]) <= _folded(Text.of(dict(role))):
            del titles[0]
        return setting.joined(dict.fromkeys(titles), _JOINT)

    def _badges(self, session: Session) -> Iterator[Badge]:
        setting = self._setting
        lineage = setting.dossier.lineage(session)
        if any(each.status is SessionStatus.DRAFT for each in lineage):
            yield Badge(BadgeKind.STATUS, setting.say(_TO_CONFIRM), SessionStatus.DRAFT.value)
        kept = next((s.visibility for s in lineage if s.visibility is not Visibility.PUBLIC), None)
        if kept is not None:
            said = setting.each(lambda words: term(kept, words))
            yield Badge(BadgeKind.VISIBILITY, said, kept.value)

    # -- when and where -----------------------------------------------------------------------

    def _around(self, session: Session) -> Session:
        """What an item without a time is in."""
        lineage = self._setting.dossier.lineage(session)
        return next((each for each in lineage if each.starts is not None), session)

    def _come_by(self, session: Session) -> Fact | None:
        """When to be there: some minutes before all of it begins."""
        setting = self._setting
        whole = setting.dossier.lineage(session)[-1]
        starts = whole.starts or starts_of(setting.dossier, session)
        ahead = setting.options.ahead
        if starts is None or not ahead:
            return None
        by = starts - timedelta(minutes=ahead)
        return Fact(setting.say(_COME), (clock_of(setting, by),))

    def _facts(self, one: Participation, held: Held, on_stage: Stage) -> Iterator[Fact]:
        setting, session = self._setting, held.session
        yield Fact(setting.say(_WHERE), (self._where(session),))
        mine = [
            part
            for part in held.parts
            if acting(setting, session, part) in SPEECHES and part.participation == one.id
        ]
        turn = held.turn(on_stage)
        yield Fact(setting.say(_LENGTH), (self._length(held, on_stage, turn),))
        if told := [part for part in held.parts if part in mine or part.mode is not Mode.IN_PERSON]:
            yield Fact(setting.say(_HOW), (self._how(one, told[0]),))
        yield Fact(setting.say(_LANGUAGES), (self._languages(session),))
        if mine:
            yield Fact(setting.say(_TEXT), (self._text(mine),))
        before = self._course.before(session, on_stage, turn)
        yield Fact(setting.say(_BEFORE), (self._near(before),))
        after = self._course.after(session, on_stage, turn)
        yield Fact(setting.say(_AFTER), (self._near(after),))

    def _where(self, session: Session) -> Wording:
        setting = self._setting
        rooms = setting.dossier.rooms_of(session)
        names = [room.name for room in rooms] or [setting.dossier.edition.venue]
        return setting.joined(names)

    def _length(self, held: Held, on_stage: Stage, turn: int | None) -> Wording:
        """How long their own speech is, and when it begins where that is known."""
        setting, session = self._setting, held.session
        speech = on_stage.speeches[turn] if turn is not None else None
        minutes = next((part.minutes for part in held.parts if part.minutes), None)
        if minutes is None and len(on_stage.speeches) == 1 and speech and not on_stage.panel:
            minutes = session.minutes
        said = []
        if minutes:
            length = timedelta(minutes=minutes)
            said.append(Text.of({t: duration(length, t) for t in setting.languages}))
        if speech and speech.starts and speech.starts != session.starts:
            at = Text.of(self._in_each(clock_of(setting, speech.starts)))
            said.append(Text.of(dict(setting.say(_FROM_ABOUT, time=at))))
        return setting.joined(said)

    def _in_each(self, wording: Wording) -> dict[str, str]:
        """A wording in every language, also where it stands once for all."""
        known = dict(wording)
        first = wording[0][1] if wording else ""
        return {tag: known.get(tag, first) for tag in self._setting.languages}

    # -- how ----------------------------------------------------------------------------------

    def _how(self, one: Participation, part: Part) -> Wording:
        setting = self._setting
        if part.reader == one.id and part.participation != one.id:
            return setting.say(_READS, name=called(setting, part))
        reader = setting.dossier.participation.get(part.reader or "")
        person = setting.dossier.person.get(reader.person or "") if reader else None
        if part.mode is Mode.READ and person:
            return setting.say(_READ_BY, name=name_text(setting, person))
        return setting.say(_HOW_IT_IS[part.mode])

    def _languages(self, session: Session) -> Wording:
        """What is spoken there, and where interpreters are heard."""
        setting = self._setting
        lineage = setting.dossier.lineage(session)
        spoken = next((each.languages for each in lineage if each.languages), ())
        channel = next((each.interpretation for each in lineage if each.interpretation), Text())
        floor = Text.of(
            {t: ", ".join(language_name(tag, t) for tag in spoken) for t in setting.languages}
        )
        return setting.joined((floor, channel))

    def _text(self, mine: list[Part]) -> Wording:
        setting = self._setting
        if all(part.text_received for part in mine):
            return setting.say(_RECEIVED)
        by = setting.options.texts_by
        if by is None:
            return setting.say(_AWAITED)
        day = Text.of({tag: date_long(by, tag) for tag in setting.languages})
        return setting.say(_AWAITED_BY, day=day)

    # -- around it ----------------------------------------------------------------------------

    def _near(self, found: Neighbour | None) -> Wording:
        """What comes before or after: its time, what it is and who does it."""
        setting = self._setting
        if found is None:
            return NOTHING
        session = found.session
        parts = found.turn.parts if found.turn else shown_parts(setting, session)
        speaking = [p for p in parts if acting(setting, session, p) in SPEECHES]
        title = Text.of(dict(title_of(setting, session)))
        if speaking and (found.turn or (session.parent and not session.title)):
            title = Text.of(dict(role_of(setting, session, speaking[0])))
        at = found.turn.starts if found.turn else session.starts
        names = [called(setting, part) for part in speaking[:2]]
        clock = Text.of(self._in_each(clock_of(setting, at)))
        what = Text.of(dict(setting.joined((title, *names), ", ")))
        return setting.joined((clock, what), "  ")

    def _company(self, one: Participation, session: Session) -> Iterator[PartLine]:
        """Who else is on stage while the whole session lasts, its chair first, each once."""
        setting = self._setting
        whole = setting.dossier.lineage(session)[-1]
        found = []
        for each in (whole, *setting.dossier.items_of(whole)):
            mine = each.id in (session.id, whole.id) or is_for(each, Audience.GUESTS)
            if mine and each.status is not SessionStatus.CANCELLED:
                found += [(each, part) for part in shown_parts(setting, each)]
        seen = {one.id}
        for each, part in sorted(found, key=lambda pair: not self._leads(*pair)):
            if part.participation not in seen or who(setting, part) is None:
                seen.add(part.participation)
                yield part_line(setting, each, part)

    def _leads(self, session: Session, part: Part) -> bool:
        return acting(self._setting, session, part) in LEADING


def _folded(text: Text) -> frozenset[str]:
    return frozenset(fold(said) for said in text.values())
