# SPDX-License-Identifier: MIT
"""The run sheet: everything that happens, row by row in the order in which it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import chain, pairwise

from forumdesk.domain.agenda import Session, SessionStatus
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING, Badge, BadgeKind, PartLine, Prose, Wording
from forumdesk.handouts.contents.agenda import clock_of, entry, sessions_by_day
from forumdesk.handouts.contents.lines import part_line, shown_parts
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.sessions import NO_SESSIONS, printed_items
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.contents.transitions import Transitions
from forumdesk.handouts.contents.turns import Stage, Turn, stage
from forumdesk.handouts.dress import one_line
from forumdesk.handouts.options import Options, Variant
from forumdesk.handouts.published import stamped
from forumdesk.handouts.stage import RowKind, RunDay, RunHeads, RunRow, RunSheetContent
from forumdesk.handouts.taking import as_run_sheet

RUN_SHEET = T_("paper", "Run sheet")
_VARIANTS = {
    Variant.CALLER: T_("paper", "Show caller’s copy"),
    Variant.CLIENT: T_("paper", "Client’s copy"),
}
_FIXED = T_("paper", "Fixed time")
_PANEL = T_("paper", "Discussion")
_JOINT = " · "  # between the cues of a session typed in one line


def run_sheet_content(dossier: Dossier, options: Options, imprint: Imprint) -> RunSheetContent:
    """The run sheet of an edition, raising like ``program_content``."""
    return stamped(_run_sheet, Setting(dossier, as_run_sheet(options), imprint))


def _run_sheet(setting: Setting) -> RunSheetContent:
    variant = setting.options.variant
    caller = variant is Variant.CALLER
    return RunSheetContent(
        sheet=sheet(setting, RUN_SHEET),
        variant=setting.say(_VARIANTS[variant]),
        heads=RunHeads(
            clock=setting.say(T_("run sheet", "Time")),
            running=setting.say(T_("run sheet", "T+")),
            minutes=setting.say(T_("run sheet", "Min.")),
            item=setting.say(T_("run sheet", "Item")),
            who=setting.say(T_("run sheet", "Who")),
            cue=setting.say(T_("run sheet", "Cues")) if caller else NOTHING,
            responsible=setting.say(T_("run sheet", "Responsible")),
        ),
        days=tuple(
            RunDay(day.anchor, day.date, day.short, tuple(_Day(setting, sessions).rows()))
            for day, sessions in sessions_by_day(setting)
        ),
        nothing=setting.say(NO_SESSIONS),
    )


class _Day:
    """The rows of a day."""

    def __init__(self, setting: Setting, sessions: Sequence[Session]) -> None:
        self._setting = setting
        self._sessions = sessions
        self._calls = setting.options.variant is Variant.CALLER
        self._transitions = Transitions(setting)

    def rows(self) -> Iterator[RunRow]:
        """Every row, transitions among them on the show caller's copy alone."""
        for session in self._sessions:
            turns = [*self._turns(session)]
            after = dict(pairwise(turns))
            yield from self._session(session, RowKind.SESSION, after)

    def _turns(self, session: Session) -> Iterator[Turn]:
        """The speeches of a session and its items, one after the other."""
        yield from stage(self._setting, session).speeches
        for item in printed_items(self._setting, session):
            yield from self._turns(item)

    def _session(
        self, session: Session, kind: RowKind, after: Mapping[Turn, Turn]
    ) -> Iterator[RunRow]:
        on_stage = stage(self._setting, session)
        calls = self._transitions
        whole = kind is RowKind.SESSION
        before = calls.before_session(session) if whole else calls.before_item(session)
        # A speech alone is called together with what it is the speech of.
        alone = () if on_stage.apart else on_stage.speeches
        speech = (self._called_up(session, turn, after) for turn in alone)
        yield from self._between(chain(before, *speech))
        yield self._row(session, kind, on_stage)
        if on_stage.apart:
            yield from self._apart(session, on_stage, after)
        for item in printed_items(self._setting, session):
            yield from self._session(item, RowKind.ITEM, after)

    def _apart(
        self, session: Session, on_stage: Stage, after: Mapping[Turn, Turn]
    ) -> Iterator[RunRow]:
        """What a session holds, each in a row of its own."""
        setting = self._setting
        for turn in on_stage.speeches:
            yield from self._between(self._called_up(session, turn, after))
            lines = [part_line(setting, session, part) for part in turn.parts]
            yield RunRow(
                RowKind.PART,
                lines[0].role,
                clock=clock_of(setting, turn.starts),
                running=self._running(turn.starts),
                minutes=_number(turn.minutes),
                who=tuple(replace(line, role=NOTHING) for line in lines),
            )
        if on_stage.panel:
            lines = [part_line(setting, session, part) for part in on_stage.panel]
            who = tuple(replace(line, role=NOTHING) for line in lines)
            yield RunRow(RowKind.PART, setting.say(_PANEL), who=who)

    def _called_up(
        self, session: Session, turn: Turn, after: Mapping[Turn, Turn]
    ) -> Iterator[Wording]:
        return self._transitions.before_speech(session, turn, after.get(turn))

    def _between(self, turns: Iterable[Wording]) -> Iterator[RunRow]:
        """What is called before a row, in one quiet row."""
        said = tuple(turns) if self._calls else ()
        if said:
            yield RunRow(RowKind.TRANSITION, one_line(*said))

    def _row(self, session: Session, kind: RowKind, on_stage: Stage) -> RunRow:
        setting = self._setting
        told = entry(setting, session)
        parts = on_stage.others if on_stage.apart else shown_parts(setting, session)
        lines = tuple(part_line(setting, session, part) for part in parts)
        if kind is RowKind.ITEM:
            lines = tuple(_without_title(line, told.title) for line in lines)
        return RunRow(
            kind,
            told.title,
            anchor=told.anchor,
            clock=told.start,
            running=self._running(session.starts),
            minutes=_number(session.minutes),
            room=told.room,
            badges=(*told.badges, *self._fixed(session)),
            track=told.track,
            who=lines,
            cue=self._typed(session.cues.replace(_JOINT, "\n")) if self._calls else (),
            note=self._typed(session.notes) if self._calls else (),
            responsible=self._plain(session.responsible),
            symbol=told.kind if told.ceremony else "",
            quiet=told.quiet,
            cancelled=told.cancelled,
        )

    def _fixed(self, session: Session) -> Iterator[Badge]:
        """A fixed point is one that nobody on the stage may shift."""
        if session.locked and self._calls:
            yield Badge(BadgeKind.STATUS, self._setting.say(_FIXED), "locked")

    @cached_property
    def _start(self) -> datetime | None:
        """When the day begins, on every copy alike: with its first session, if not cancelled."""
        dossier = self._setting.dossier
        days = {dossier.day_of(session) for session in self._sessions}
        starts = (
            s.starts
            for s in dossier.program
            if s.starts and s.status is not SessionStatus.CANCELLED and dossier.day_of(s) in days
        )
        return min(starts, default=None)

    def _running(self, at: datetime | None) -> str:
        """How long after the day's start: "+1:05"."""
        if at is None or self._start is None or at < self._start:
            return ""
        minutes = int((at - self._start).total_seconds()) // 60
        return f"+{minutes // 60}:{minutes % 60:02}"

    def _typed(self, text: str) -> Prose:
        return tuple((tag, blocks(line)) for tag, line in self._plain(text))

    def _plain(self, text: str) -> Wording:
        """A text of the secretariat's own, in no language in particular."""
        return self._setting.by_language(lambda _: text)


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)


def _without_title(line: PartLine, title: Wording) -> PartLine:
    """A part in an item that is named after it does not say its role again."""
    same = [(tag, text.casefold()) for tag, text in line.role] == [
        (tag, text.casefold()) for tag, text in title
    ]
    return replace(line, role=NOTHING) if same else line
