# SPDX-License-Identifier: MIT
"""What is special about a sheet of a pack, in a few words: for its file's name and for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.dates import date_short
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import language_name
from forumdesk.domain.naming import name_text
from forumdesk.domain.terms import T_
from forumdesk.domain.themes import own_theme
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.handouts.options import QUESTIONS, Options, choice_name
from forumdesk.handouts.question import Ask, Question
from forumdesk.handouts.theme import theme_title

_FIRST = T_("pack", "{name} first")
_COPY = T_("pack", "for {name}")
_WITHOUT = T_("pack", "without: {what}")


@frozen
class _Told:
    """Where names are looked up, and the words they are said in."""

    handout: str
    dossier: Dossier
    words: Words

    def named(self, records: Mapping[str, Any], id: str) -> str:
        """The name of a record; a name that was typed stands for itself."""
        found = records.get(id)
        return self.words.text(getattr(found, "short", None) or found.name) if found else id


def special(
    handout: str, options: Options, usual: Options, of: tuple[Dossier, Words]
) -> tuple[str, ...]:
    """How options differ from the usual ones, each in a word or two."""
    told = _Told(handout, *of)
    said = (
        SAID[question.ask](question, getattr(options, name), told)
        for name, question in QUESTIONS.items()
        if getattr(options, name) != getattr(usual, name)
    )
    return tuple(one for one in said if one)


def _languages(_: Question, value: tuple[str, ...], told: _Told) -> str:
    return ", ".join(language_name(tag, told.words.language) for tag in value)


def _choice(_: Question, value: StrEnum, told: _Told) -> str:
    return choice_name(value, told.words)


def _label(question: Question, value: object, told: _Told) -> str:
    """What is asked, where its answer is too long to be told."""
    return told.words(question.label)


def _switch(question: Question, value: bool, told: _Told) -> str:
    label = told.words(question.label)
    return label if value else told.words.context(*_WITHOUT, what=label)


def _number(question: Question, value: int, told: _Told) -> str:
    return f"{told.words(question.label)} {value}"


def _host(_: Question, value: str, told: _Told) -> str:
    name = told.named(told.dossier.organization, value)
    return told.words.context(*(_COPY if told.handout == "agreement" else _FIRST), name=name)


def _room(_: Question, value: str, told: _Told) -> str:
    return told.named(told.dossier.room, value)


def _side(_: Question, value: str, told: _Told) -> str:
    return told.named(told.dossier.side, value)


def _day(_: Question, value: date | None, told: _Told) -> str:
    return date_short(value, told.words.language) if value else ""


def _person(_: Question, value: str, told: _Told) -> str:
    person = told.dossier.person.get(value)
    return told.words.text(name_text(person)) if person else value


def _people(_: Question, value: tuple[str, ...], told: _Told) -> str:
    return told.words.plural("{count} person", "{count} people", len(value))


def _titled(_: Question, value: str, told: _Told) -> str:
    titles: dict[str, Text] = {
        **{one.id: one.title for one in told.dossier.agreements},
        **{one.id: one.title for one in told.dossier.seatings},
    }
    return told.words.text(titles[value]) if value in titles else value


def _version(_: Question, value: str, told: _Told) -> str:
    names = {one.id: one.name for one in told.dossier.versions}
    return names.get(value, value)


def _theme(_: Question, value: str, told: _Told) -> str:
    if (own := own_theme(told.dossier.themes, value)) is not None:
        return told.words.text(own.name)
    try:
        return told.words.text(theme_title(value)) if value else ""
    except ForumDeskError:
        return value


def _handout(_: Question, value: str, told: _Told) -> str:
    titles = {one.name: one.title for one in HANDOUTS}
    return told.words.context(*titles[value]) if value in titles else value


def _text(_: Question, value: object, told: _Told) -> str:
    return str(value or "")


SAID: Mapping[Ask, Callable[[Question, Any, _Told], str]] = MappingProxyType(
    {
        Ask.LANGUAGES: _languages,
        Ask.CHOICE: _choice,
        Ask.SEVERAL: _label,
        Ask.SWITCH: _switch,
        Ask.NUMBER: _number,
        Ask.HOST: _host,
        Ask.ROOM: _room,
        Ask.DAY: _day,
        Ask.DATE: _day,
        Ask.THEME: _theme,
        Ask.COLOR: _text,
        Ask.VERSION: _version,
        Ask.PERSON: _person,
        Ask.STOCK: _text,
        Ask.SIDE: _side,
        Ask.PEOPLE: _people,
        Ask.HANDOUT: _handout,
        Ask.AGREEMENT: _titled,
        Ask.PLAN: _titled,
    }
)
"""How the answer to each kind of question is told."""
