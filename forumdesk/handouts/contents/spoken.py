# SPDX-License-Identifier: MIT
"""Words to be said aloud: messages filled in, names in them marked with how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.korean import with_particles
from forumdesk.domain.languages import base
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.stage import Said, Speech

# A name inside a text, and how it is read, between characters that no text has.
_OPEN, _READING, _CLOSE = "\ue000", "\ue001", "\ue002"
_NAME = Pattern(f"{_OPEN}([^{_CLOSE}{_READING}]*){_READING}([^{_CLOSE}]*){_CLOSE}")
_MARKS = str.maketrans("", "", _OPEN + _READING + _CLOSE)
_TWO_POINTS = Pattern(r"(?<!\.)\.\.(?!\.)")
_LAST = {"ko": "{before}과(와) {last}", "en": "{before} and {last}"}


def marked(name: str, reading: str = "") -> str:
    """A name as it stands in a text to be said, with how it is read."""
    return f"{_OPEN}{name.translate(_MARKS)}{_READING}{reading.translate(_MARKS)}{_CLOSE}"


def spoken(setting: Setting, message: tuple[str, str], **values: Text | int) -> Speech:
    """A message in every language of the sheet, with its values filled in."""
    return tuple(
        (language, tuple(_stretches(_filled(words, language, message, values))))
        for language, words in setting.voices
    )


def _filled(
    words: Words, language: str, message: tuple[str, str], values: dict[str, Text | int]
) -> str:
    said = {
        key: value.best((language,)) if isinstance(value, Text) else value
        for key, value in values.items()
    }
    # "at 9 a.m." and "ACME Inc." end a sentence with the point they have.
    text = _begun(_TWO_POINTS.sub(".", words.context(*message, **said)))
    return with_particles(text) if words.language == "ko" else text


def _begun(text: str) -> str:
    """A text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _stretches(text: str) -> Iterator[Said]:
    at = 0
    for found in _NAME.compiled.finditer(text):
        if found.start() > at:
            yield Said(text[at : found.start()])
        yield Said(found[1], found[2], name=True)
        at = found.end()
    if at < len(text):
        yield Said(text[at:])


def told(setting: Setting, text: Text) -> Speech:
    """A text to be said as it stands."""
    return tuple(
        (language, tuple(_stretches(_begun(text.best((language,))))))
        for language in setting.languages
    )


def enumerated(setting: Setting, texts: Iterable[Text]) -> Text:
    """Several in a row: "A, B and C", "A, B와 C"."""
    found = list(texts)
    return Text.of({tag: _in_a_row(found, tag) for tag in setting.languages})


def _in_a_row(texts: list[Text], language: str) -> str:
    said = [text.best((language,)) for text in texts]
    if len(said) < 2:
        return "".join(said)
    # Where there are commas in them, they are told apart by semicolons.
    mark = ";" if base(language) != "ko" and any("," in text for text in said) else ""
    joint = _LAST.get(base(language), "{before}, {last}")
    before = f"{mark or ','} ".join(said[:-1]) + mark
    return with_particles(joint.format(before=before, last=said[-1]))


def with_article(setting: Setting, text: Text, wanted: Pattern) -> Text:
    """A text as it stands in a sentence: an English one that is ``wanted`` so has an article."""

    def said(tag: str) -> str:
        words = text.best((tag, *setting.languages))
        return f"the {words}" if base(tag) == "en" and wanted.fullmatch(words) else words

    return Text.of({tag: said(tag) for tag in setting.languages})
