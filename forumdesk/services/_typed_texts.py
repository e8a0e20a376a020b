# SPDX-License-Identifier: MIT
"""A name as a text in the language of its script."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Script
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import N_

_SPOKEN_IN = {Script.HANGUL: "ko", Script.KANA: "ja", Script.CYRILLIC: "ru", Script.ARABIC: "ar"}


def text_of(desk: Desk, edition: str, typed: str) -> Text:
    """What was typed, as a text in the language of its script, of those of the document."""
    name = one_line(typed)
    if not name:
        raise ForumDeskError(N_("Type a name first."))
    series = desk.get(Series, desk.get(Edition, edition).series)
    spoken = _SPOKEN_IN.get(script_of(name), "")
    foreign = (tag for tag in series.languages if tag not in _SPOKEN_IN.values())
    language = spoken if spoken in series.languages else next(foreign, series.languages[0])
    return Text.of({language: name})
