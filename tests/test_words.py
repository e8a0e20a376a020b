# SPDX-License-Identifier: MIT
"""Every word the program says is in every catalogue, translated, and nothing else is there."""

import gettext
import re
import string
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo

from forumdesk.domain.words import DEFAULT, interface_languages
from tests import words
from tests.sources import sources

LANGUAGES = sorted(path.stem for path in words.CATALOGUES.glob("*.po"))
every_language = pytest.mark.parametrize("language", LANGUAGES)
MNEMONIC = re.compile(r"&(\w)")


@cache
def kept(language: str) -> Catalog:
    return words.read(language)


@cache
def extracted() -> frozenset[words.Message]:
    return frozenset(words.extracted())


def messages(catalogue: Catalog) -> list[Message]:
    """The messages without the catalogue's own head."""
    return [message for message in catalogue if message.id]


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def values(text: str) -> set[str]:
    """The names in braces, without how they are written."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_catalogues_are_found_by_the_program() -> None:
    assert LANGUAGES
    assert interface_languages() == (DEFAULT, *LANGUAGES)


@every_language
def test_catalogue_holds_the_program_s_messages_and_no_other(language: str) -> None:
    there = {(message.id, message.context) for message in messages(kept(language))}
    wanted = set(extracted())
    assert sorted(map(str, wanted - there)) == [], "run make words, and translate"
    assert sorted(map(str, there - wanted)) == [], "run make words"


@every_language
def test_everything_is_translated(language: str) -> None:
    assert words.missing(kept(language)) == []
    assert [message.id for message in messages(kept(language)) if message.fuzzy] == []


@every_language
def test_every_plural_form_is_there(language: str) -> None:
    for message in messages(kept(language)):
        plural = not isinstance(message.id, str)
        assert isinstance(message.string, str) is not plural, message.id
        if plural:
            assert len(forms(message.string)) == kept(language).num_plurals, message.id


@every_language
def test_translations_are_filled_in_with_the_same_values(language: str) -> None:
    for message in messages(kept(language)):
        wanted = values(forms(message.id)[-1])
        for said in forms(message.string):
            assert values(said) == wanted, (message.id, said)


@every_language
def test_translations_have_a_key_to_press_where_the_message_has(language: str) -> None:
    for message in messages(kept(language)):
        if isinstance(message.id, str):
            wanted = [key.upper() for key in MNEMONIC.findall(message.id)]
            assert MNEMONIC.findall(str(message.string)) == wanted, message.id


@every_language
def test_nothing_stands_before_or_after_a_translation(language: str) -> None:
    for message in messages(kept(language)):
        for source, said in zip(forms(message.id), forms(message.string), strict=False):
            assert (said[:1].isspace(), said[-1:].isspace()) == (
                source[:1].isspace(),
                source[-1:].isspace(),
            ), said
            assert source.endswith("…") == said.endswith("…"), said


@every_language
def test_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, kept(language))
    assert contents(compiled.getvalue()) == contents(
        (words.CATALOGUES / f"{language}.mo").read_bytes()
    )


def contents(compiled: bytes) -> dict[tuple[object, str | None], object]:
    gettext.GNUTranslations(BytesIO(compiled))  # as the program reads it
    return {(forms(m.id), m.context): forms(m.string) for m in messages(read_mo(BytesIO(compiled)))}


def test_both_forms_of_a_plural_are_where_they_can_be_found() -> None:
    """A plural is only found by extraction where both its forms stand in the call."""
    hidden = [
        f"{source}:{said.line}"
        for source in sources()
        for said in source.said
        if said.name == "plural" and (len(said.texts) != 2 or None in said.texts)
    ]
    assert hidden == []


def test_both_forms_of_every_plural_are_extracted() -> None:
    """Extraction loses the second form where a value given to the call is itself said in words."""
    found = {message for message, _ in extracted() if isinstance(message, tuple)}
    lost = [
        f"{source}:{said.line} {said.texts}"
        for source in sources()
        for said in source.said
        if said.name == "plural" and said.texts not in found
    ]
    assert lost == []


def test_every_message_said_at_once_is_found() -> None:
    """Whatever is called with a sentence and says it bears a name that extraction knows."""
    found = {text for message, _ in extracted() for text in forms(message)}
    lost = [
        f"{source}:{said.line} {text}"
        for source in sources()
        for said in source.said
        if said.name != "plural"
        for text in said.texts[:1]
        if text is not None and text not in found
    ]
    assert lost == []
