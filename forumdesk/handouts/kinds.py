# SPDX-License-Identifier: MIT
"""What a handout is: a kind of sheet, or a data format that stands beside the sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from importlib import import_module

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import (
    QUESTIONS,
    USUAL_PAPERS,
    Arrangement,
    Options,
    Paper,
    options_from,
)
from forumdesk.handouts.question import Question
from forumdesk.handouts.reasons import Why, too_narrow
from forumdesk.handouts.taking import as_asked

Builder = Callable[[Dossier, Options, Imprint], Content]


def later(module: str, builder: str) -> Builder:
    """A builder that is loaded when its first sheet is made, not to list what there is."""

    def build(dossier: Dossier, options: Options, imprint: Imprint) -> Content:
        found: Builder = getattr(import_module(f"forumdesk.handouts.contents.{module}"), builder)
        return found(dossier, options, imprint)

    return build


@frozen
class Handout:
    """A kind of sheet: its name, what it is called and for, the options it honours.

    ``takes`` gives the options as it takes them: what it leaves no choice in is settled.
    ``everybody``: it is about all participants and needs a dossier that has them; ``compares``:
    it is about all editions of the series and needs their comparison. ``bound``: its pages can
    be those of a booklet; ``ages``: what is printed of it can become stale; ``apart``: each of its
    pages is a sheet by itself, to be hung up, folded or handed to somebody, with nothing on its
    back but what goes to the same reader. ``choices`` narrows what an option can be, by its name;
    ``empty`` says why there can be nothing on it.
    """

    name: str
    title: tuple[str, str]
    purpose: str
    options: tuple[str, ...]
    build: Builder
    takes: Callable[[Options], Options] = as_asked
    arrangements: tuple[Arrangement, ...] = tuple(Arrangement)
    papers: tuple[Paper, ...] = USUAL_PAPERS
    everybody: bool = False
    compares: bool = False
    bound: bool = False
    ages: bool = True
    apart: bool = False
    choices: tuple[tuple[str, tuple[StrEnum, ...]], ...] = ()
    empty: Why = too_narrow

    @property
    def cards(self) -> bool:
        """Whether it is made of cards, one for each participant."""
        return "stock" in self.options

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its options as they are asked for, with the values it can have."""
        own = {"arrangement": self.arrangements, "paper": self.papers, **dict(self.choices)}
        asked = (QUESTIONS[name] for name in self.options)
        return tuple(replace(q, values=own.get(q.name, q.values), of=self.name) for q in asked)

    def usual(self, start: Options) -> Options:
        """Options it can start with, of those that sheets of an edition have in common.

        A paper or an arrangement that it does not take gives way to one that it does.
        """
        paper, arrangement = start.paper, start.arrangement
        if "paper" in self.options and paper not in self.papers:
            paper = self.papers[0]
        if "arrangement" in self.options and arrangement not in self.arrangements:
            below = Arrangement.STACKED in self.arrangements
            arrangement = Arrangement.STACKED if below else self.arrangements[0]
        return replace(start, paper=paper, arrangement=arrangement)

    def asked(self, given: Mapping[str, object], start: Options) -> Options:
        """What is asked of it, as texts by field name, over what it starts with.

        Raises ``ForumDeskError`` naming an option that can't be met, and what it takes instead.
        """
        own = {question.name: question for question in self.questions}
        return options_from(given, self.usual(start), own)


@frozen
class DataFormat:
    """A data format that stands beside the handouts; the file's ending is ``.name``, or another.

    ``options`` are what can be asked of it on the command line; ``folder``: it is many files.
    """

    name: str
    title: str
    purpose: str
    options: tuple[str, ...] = ()
    folder: bool = False
    ending: str = ""


@frozen
class Shelf:
    """Handouts that are for one purpose, as the gallery shows them together."""

    title: tuple[str, str]
    handouts: tuple[Handout, ...]
