# SPDX-License-Identifier: MIT
"""The country on an address: in capitals on the last line abroad, none at home (UPU S42).

Abroad begins at the border of the country that the letters are posted in: there the first to
read an address are its own posts, who need no more of it than the country in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from forumdesk.domain.cells import country as country_typed
from forumdesk.domain.forum import HostRole
from forumdesk.domain.holidays import country_named, country_of
from forumdesk.domain.languages import base
from forumdesk.domain.people import Organization
from forumdesk.handouts.contents.setting import Setting

_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HOLDING = (HostRole.HOST, HostRole.CO_HOST, HostRole.ORGANIZER)
_CODE = 2  # letters that are as often a state's


def written_in(address: str) -> str:
    """The language whose way of writing an address it follows, told by its script."""
    if _HANGUL.search(address):
        return "ko"
    if _KANA.search(address):
        return "ja"
    return base("zh" if _HAN.search(address) else "en")


def posted_in(setting: Setting) -> str:
    """The country a forum's letters are posted in: that of the series, else of its first host."""
    dossier = setting.dossier
    if found := country_of(dossier.series.timezone):
        return found
    holding = (host.organization for host in dossier.hosts if host.role in _HOLDING)
    bodies = (dossier.organization.get(key) for key in holding)
    return next((body.country for body in bodies if body and body.country), "")


def goes_to(address: str, body: Organization | None) -> str:
    """The country of an address: where its script is that of one country, there; else its body's.

    A body's office abroad is written to as its neighbours are.
    """
    by_script = {"ko": "KR", "ja": "JP"}.get(written_in(address), "")
    return by_script or (body.country if body else "")


def is_abroad(setting: Setting, country: str) -> bool:
    """Whether letters to a country cross a border; not where either is unknown."""
    home = posted_in(setting)
    return bool(home and country) and home != country


def for_the_post(
    setting: Setting, place: Sequence[str], country: str
) -> tuple[tuple[str, ...], str]:
    """The lines of a place without its country, and the country's where it is to be named.

    A country is named as it was typed, if that was in Latin letters. Where nobody knows in which
    country letters are posted it is named on all of them.
    """
    lines, named = _without_country(place, country)
    home, to = posted_in(setting), country_typed(named) if named else country
    if to == home:
        return (lines if home else tuple(place)), ""
    if not to:
        return tuple(place), ""
    latin = written_in(named) == "en" if named else False
    return lines, (named if latin else country_named(to, "en")).upper()


def _without_country(place: Sequence[str], country: str) -> tuple[tuple[str, ...], str]:
    """The lines but for the one that is a country's name, and that: the last, or the first."""
    for at in _ends(place):
        line = place[at].strip(" ,.")
        typed = "" if line.isascii() and len(line) <= _CODE else country_typed(line)
        # Georgia may be a state: what is known tells.
        if typed and (country in ("", typed) or written_in(line) != "en"):
            return (*place[:at], *place[at + 1 :]), line
    return tuple(place), ""


def _ends(place: Sequence[str]) -> Iterable[int]:
    return (len(place) - 1, 0) if len(place) > 1 else ()
