# SPDX-License-Identifier: MIT
"""The texts of a foreign event, and those of one that we wrote, each in its language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from forumdesk.domain.wording import clean, one_line
from forumdesk.exchange.calendar import OWN
from forumdesk.exchange.calendar_syntax import Component, Property
from forumdesk.exchange.prose import prose, tidy

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
        if "ABSTRACT" in self._own:
            return self._first("ABSTRACT")
        said = self._event.text("DESCRIPTION")
        if tails := self._own.get("TAIL"):
            return _tail(said, tails[0])
        if "KIND" in self._own:  # as we wrote it
            return tidy(said)
        rich = (self._event.text(name) for name in _RICH)
        return prose(said) if said.strip() else prose(next(filter(None, rich), ""))

    @property
    def others(self) -> tuple[tuple[str, str, str], ...]:
        """The texts in other languages: field, language and text."""
        return tuple(self._others())

    def _others(self) -> Iterator[tuple[str, str, str]]:
        for name in ("TITLE", "SUMMARY", "ABSTRACT"):
            for one in self._own.get(name, ()):
                language = one.said("LANGUAGE")
                if language and language != self.language and (text := clean(one.text).strip()):
                    yield name.lower(), language, text

    def _first(self, name: str) -> str:
        every = self._own.get(name, ())
        found = (one for one in every if one.said("LANGUAGE") in ("", self.language))
        return next((clean(one.text).strip() for one in found), "")


def _tail(text: str, said: Property) -> str:
    """The end of a description, if what stands before it is a paragraph of its own."""
    text = clean(text).strip()
    digits = said.value.strip()
    length = int(digits) if digits.isdecimal() and len(digits) < 9 else 0
    at = len(text) - length
    if at >= 0 and (at == 0 or text[:at].endswith("\n\n")):
        return text[at:]
    return text
