# SPDX-License-Identifier: MIT
"""The sections of a page in the order of the program, with the ways that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import ProgramContent, Wording
from forumdesk.handouts.options import Section
from forumdesk.handouts.passages import Passages
from forumdesk.handouts.sections import in_order
from forumdesk.handouts.web.agenda import AgendaPage
from forumdesk.handouts.web.markup import Markup
from forumdesk.handouts.web.passages import PassagePage
from forumdesk.handouts.web.sections import Sections

Way = tuple[str, Wording]


@frozen
class Shown:
    """A section as HTML, and the anchors in it that are led to, with what they are called."""

    html: str
    anchors: tuple[Way, ...]


class Ordered:
    """Makes the sections of a page."""

    def __init__(self, markup: Markup, agenda: AgendaPage) -> None:
        self._agenda = agenda
        self._sections = Sections(markup, agenda)
        self._passages = PassagePage(markup)

    def all(self, program: ProgramContent) -> Iterator[Shown]:
        """Every section that says something, in order."""
        made = (_MAKERS[section](self, program) for section in in_order(program.order))
        yield from chain.from_iterable(made)

    def _welcome(self, program: ProgramContent) -> Iterator[Shown]:
        if letter := program.welcome:
            yield Shown(self._sections.letter(letter), ((letter.anchor, letter.heading),))
        for message in _of(program).messages:
            way = (message.anchor, message.heading)
            yield Shown(self._passages.message(message), (way,))

    def _days(self, program: ProgramContent) -> Iterator[Shown]:
        if agenda := program.agenda:
            days = tuple((day.anchor, day.short) for day in agenda.days)
            ways = days if len(days) > 1 else ((agenda.anchor, agenda.heading),)
            yield Shown(self._agenda.section(agenda), ways)

    def _abstracts(self, program: ProgramContent) -> Iterator[Shown]:
        if some := program.abstracts:
            yield Shown(self._sections.abstracts(some), ((some.anchor, some.heading),))

    def _speakers(self, program: ProgramContent) -> Iterator[Shown]:
        if some := program.speakers:
            yield Shown(self._sections.speakers(some), ((some.anchor, some.heading),))

    def _agreements(self, program: ProgramContent) -> Iterator[Shown]:
        for one in program.agreements:
            yield Shown(self._sections.agreement(one), ((one.anchor, one.kind),))

    def _commitments(self, program: ProgramContent) -> Iterator[Shown]:
        for one in program.commitments:
            yield Shown(self._sections.promises(one), ((one.anchor, one.heading),))

    def _practical(self, program: ProgramContent) -> Iterator[Shown]:
        if some := program.practical:
            yield Shown(self._sections.practical(some), ((some.anchor, some.heading),))

    def _others(self, program: ProgramContent) -> Iterator[Shown]:
        for letter in _of(program).others:
            yield Shown(self._sections.letter(letter), ((letter.anchor, letter.heading),))

    def _emergency(self, program: ProgramContent) -> Iterator[Shown]:
        for one in _of(program).emergency:
            yield Shown(self._passages.emergency(one), ((one.anchor, one.heading),))

    def _sponsors(self, program: ProgramContent) -> Iterator[Shown]:
        for one in _of(program).sponsors:
            yield Shown(self._passages.sponsors(one), ((one.anchor, one.heading),))

    def _imprint(self, program: ProgramContent) -> Iterator[Shown]:
        for one in _of(program).imprint:
            html = self._passages.imprint(one, program.sheet.stamp)
            yield Shown(html, ((one.anchor, one.heading),))

    def _nothing(self, _program: ProgramContent) -> Iterator[Shown]:
        """There is nothing to write on a page of the web."""
        return iter(())


def _of(program: ProgramContent) -> Passages:
    return program.passages or Passages()


_MAKERS: Mapping[Section, Callable[[Ordered, ProgramContent], Iterator[Shown]]] = MappingProxyType(
    {
        Section.WELCOME: Ordered._welcome,
        Section.AGENDA: Ordered._days,
        Section.ABSTRACTS: Ordered._abstracts,
        Section.SPEAKERS: Ordered._speakers,
        Section.AGREEMENTS: Ordered._agreements,
        Section.COMMITMENTS: Ordered._commitments,
        Section.PRACTICAL: Ordered._practical,
        Section.OTHER: Ordered._others,
        Section.EMERGENCY: Ordered._emergency,
        Section.SPONSORS: Ordered._sponsors,
        Section.IMPRINT: Ordered._imprint,
        Section.NOTES: Ordered._nothing,
    }
)
