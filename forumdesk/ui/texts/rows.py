# SPDX-License-Identifier: MIT
"""What stands in the list of sections: each section, and under it the texts it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from forumdesk.domain.checks.common import passage_named
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.handouts.options import Section, choice_name
from forumdesk.handouts.sections import in_order
from forumdesk.ui.dates import language_name

HELD: Mapping[Section, PassageKind] = MappingProxyType(
    {
        Section.WELCOME: PassageKind.MESSAGE,
        Section.OTHER: PassageKind.OTHER,
        Section.EMERGENCY: PassageKind.EMERGENCY,
        Section.SPONSORS: PassageKind.SPONSORS,
        Section.IMPRINT: PassageKind.IMPRINT,
    }
)
"""The kind of texts that a section holds, where it holds any."""
MADE_ALONE = (PassageKind.SPONSORS, PassageKind.IMPRINT)
"""Kinds that say something even without words of their own."""


@frozen
class Row:
    """A section, or a text in it (``passage`` is its id); ``aside`` says what it lacks."""

    section: Section
    text: str
    passage: str = ""
    aside: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.passage or self.section.value


def rows(dossier: Dossier, words: Words) -> list[Row]:
    """All of them, in the order of the program."""
    return list(_rows(dossier, words))


def _rows(dossier: Dossier, words: Words) -> Iterator[Row]:
    for section in in_order(dossier.edition.sections):
        yield Row(section, choice_name(section, words))
        for passage in texts_of(dossier, section):
            lacking = _lacking(passage, dossier.languages)
            yield Row(section, called(dossier, passage, words), passage.id, lacking)


def texts_of(dossier: Dossier, section: Section) -> list[Passage]:
    """The texts in a section, in order."""
    kind = HELD.get(section)
    return [passage for passage in dossier.passages if passage.kind is kind]


def called(dossier: Dossier, passage: Passage, words: Words) -> str:
    """What a text is called: its title, or what it is and by whom."""
    name = passage_named(dossier, passage)
    said = words.text(name) if isinstance(name, Text) else name.said(words)
    return said[:1].upper() + said[1:]


def _lacking(passage: Passage, languages: Sequence[str]) -> str:
    """The languages a text is not written in."""
    if not passage.text and passage.kind in MADE_ALONE:
        return ""
    missing = [tag for tag in languages if not passage.text.get(tag)]
    return " ".join(f"− {language_name(tag)}" for tag in missing)
