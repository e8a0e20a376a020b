# SPDX-License-Identifier: MIT
"""A name as a text in the language of its script."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Organization, Script
from forumdesk.domain.wording import Text, fold, one_line
from forumdesk.domain.words import N_

_SPOKEN_IN = {Script.HANGUL: "ko", Script.KANA: "ja", Script.CYRILLIC: "ru", Script.ARABIC: "ar"}


def text_of(desk: Desk, edition: str, typed: str) -> Text:
    """What was typed, as a text in the language of its script, of those of the document."""
    return text_for(desk.get(Series, desk.get(Edition, edition).series), typed)


def text_for(series: Series, typed: str) -> Text:
    """What was typed, as a text in the language of its script, of those of a series."""
    name = one_line(typed)
    if not name:
        raise ForumDeskError(N_("Type a name first."))
    spoken = _SPOKEN_IN.get(script_of(name), "")
    foreign = (tag for tag in series.languages if tag not in _SPOKEN_IN.values())
    language = spoken if spoken in series.languages else next(foreign, series.languages[0])
    return Text.of({language: name})


def organization_called(desk: Desk, typed: str) -> Organization | None:
    """The organization of this name, the one entered first of several; ``None`` if there is none.

    Names and short names in any language count, case, accents and spaces set aside.
    """
    wanted = fold(typed)
    for body in desk.find(Organization):
        names = (*body.name.values(), *body.short.values())
        if any(fold(name) == wanted for name in names):
            return body
    return None
