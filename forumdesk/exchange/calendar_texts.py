# SPDX-License-Identifier: MIT
"""The texts of a foreign event, and those of one that we wrote, each in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from forumdesk.domain.wording import clean, one_line
from forumdesk.exchange.calendar import OWN
from forumdesk.exchange.calendar_syntax import Component, Property
from forumdesk.exchange.prose import prose, tidy

_BLOCKS = re.compile(r"<(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|pre)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_RICH = ("X-ALT-DESC", "STYLED-DESCRIPTION")


def texts_of(event: Component) -> Texts:
    """The texts of an event."""
    return Texts(event)


class Texts:
    """The texts of an event; those in other languages than the first are ``others``."""

    def __init__(self, event: Component) -> None:
        self._event = event
        own = [one for one in event.properties if one.name.startswith(OWN)]
        self._own = {
            name: [one for one in own if one.name == OWN + name]
            for name in (one.name.removeprefix(OWN) for one in own)
        }

    def own(self, name: str) -> str:
        """The first of our own properties of a name, ``""`` if it is not there."""
        return next(iter(self.owned(name)), "")

    def owned(self, name: str) -> list[str]:
        """All of them."""
        return [one.text.strip() for one in self._own.get(name, ())]

    @cached_property
    def language(self) -> str:
        """The language of the first texts."""
        said = (self._event.first(name) for name in ("SUMMARY", "DESCRIPTION"))
        return next((tag for one in said if one and (tag := one.said("LANGUAGE"))), "")

    @cached_property
    def title(self) -> str:
        """What the event is called."""
        return self._first("TITLE") or one_line(self._event.text("SUMMARY"))

    @cached_property
    def subtitle(self) -> str:
        """Our summary of it."""
        return self._first("SUMMARY")

    @cached_property
    def abstract(self) -> str:
        """What it is about."""
        found = (text for tag, text in self._abstracts if tag in ("", self.language))
        return next(found, "")

    @cached_property
    def _abstracts(self) -> list[tuple[str, str]]:
        """The same in each language."""
        if own := self._own.get("ABSTRACT"):
            return [(one.said("LANGUAGE"), clean(one.text).strip()) for one in own]
        said = self._event.first("DESCRIPTION")
        text = said.text if said else ""
        if tails := self._own.get("TAIL"):
            return [(tails[0].said("LANGUAGE"), _tail(text, tails[0]))]
        language = said.said("LANGUAGE") if said else ""
        if "KIND" in self._own:  # as we wrote it
            return [(language, tidy(text))]
        rich = (self._event.text(name) for name in _RICH)
        return [(language, _described(text) or prose(next(filter(None, rich), "")))]

    @property
    def others(self) -> tuple[tuple[str, str, str], ...]:
        """The texts in other languages: field, language and text."""
        return tuple(self._others())

    def _others(self) -> Iterator[tuple[str, str, str]]:
        said = [
            (name.lower(), one.said("LANGUAGE"), clean(one.text).strip())
            for name in ("TITLE", "SUMMARY")
            for one in self._own.get(name, ())
        ]
        said += [("abstract", language, text) for language, text in self._abstracts]
        for field, language, text in said:
            if text and language not in ("", self.language):
                yield field, language, text

    def _first(self, name: str) -> str:
        every = self._own.get(name, ())
        found = (one for one in every if one.said("LANGUAGE") in ("", self.language))
        return next((clean(one.text).strip() for one in found), "")


def _described(text: str) -> str:
    """A description as clean text; its lines stay, also where some words in it are marked up."""
    if "<" in text and "\n" in text and not _BLOCKS.search(text):
        paragraphs = _PARAGRAPH.split(clean(text).strip())
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs).replace("\n", "<br>")
    return prose(text)


def _tail(text: str, said: Property) -> str:
    """The end of a description, if what stands before it is a paragraph of its own."""
    text = clean(text).strip()
    digits = said.value.strip()
    length = int(digits) if digits.isdecimal() and len(digits) < 9 else 0
    at = len(text) - length
    if at >= 0 and (at == 0 or text[:at].endswith("\n\n")):
        return text[at:]
    return text
