# SPDX-License-Identifier: MIT
"""Where a next edition meets, and which of its rooms is for what was in which of the last one's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.succession.choices import Choices
from forumdesk.domain.succession.plan import RoomFate
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, fold
from forumdesk.domain.words import N_, Phrase, interface_languages, words_in

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HALL, _ROOM = N_("Plenary hall"), N_("Room {letter}")


@frozen
class Place:
    """Where a next edition meets: as the last one, as an ``earlier`` one, or somewhere new.

    Nobody may know the zone of a new place: then it is ``guessed`` to be that of the last one.
    """

    city: Text
    timezone: str
    same: bool
    earlier: Edition | None = None
    guessed: bool = False


def alike(one: Text, other: Text) -> bool:
    """Whether two places are one: called the same in some language."""
    return bool({fold(name) for name in one.values()} & {fold(name) for name in other.values()})


def place_for(last: Dossier, choices: Choices) -> Place:
    """The place chosen, else the one whose turn it is."""
    edition = last.edition
    city = next_city(last) if choices.city is None else choices.city
    same = alike(city, edition.city) or (choices.city is None and not city)
    earlier = None if same else _earlier(last, city)
    if same:
        city = edition.city
    zone = choices.timezone or _zone(last, city, earlier, same=same)
    return Place(city, zone or last.edition.timezone, same, earlier, guessed=not zone)


def next_city(last: Dossier) -> Text:
    """The city whose turn it is: by the series' places, else by those of its editions."""
    here, places = last.edition.city, last.series.places
    at = next((n for n, place in enumerate(places) if alike(place, here)), None)
    if at is not None:
        return places[(at + 1) % len(places)]
    if places:
        return places[(last.edition.number or 0) % len(places)]
    before = [e.city for e in _in_order(last) if e.id != last.edition.id and e.city]
    return before[-1] if before and here else here


def _in_order(last: Dossier) -> list[Edition]:
    return sorted(last.editions, key=lambda e: (e.number or 0, str(e.first_day or "")))


def _earlier(last: Dossier, city: Text) -> Edition | None:
    found = (e for e in reversed(_in_order(last)) if alike(e.city, city))
    return next((e for e in found if e.id != last.edition.id), None)


def _zone(last: Dossier, city: Text, earlier: Edition | None, *, same: bool) -> str:
    """The zone of a place; ``""`` where nobody knows it."""
    if same:
        return last.edition.timezone
    pairs = zip(last.series.places, last.series.zones, strict=False)
    named = next((zone for place, zone in pairs if alike(place, city)), "")
    return named or (earlier.timezone if earlier else "")


def rooms_for(
    last: Dossier, choices: Choices, place: Place, known: Iterable[Room]
) -> Iterator[RoomFate]:
    """What becomes of each room; ``known`` are rooms of the series' editions.

    At the same venue they stay. Where an earlier edition met, its rooms take their places, the
    largest for the largest; elsewhere the largest is the plenary hall, and the others are rooms
    by letters in their order.
    """
    if place.same:
        fates = [RoomFate(r, r, _SAME) for r in last.rooms]
    else:
        theirs = [room for room in known if place.earlier and room.edition == place.earlier.id]
        fates = list(_met(last, by_size(theirs)))
    return (_named(fate, choices) for fate in fates)


_SAME = Phrase(N_("The same room"))
_THEIRS = Phrase(N_("Known from an earlier forum there"))
TO_BE_NAMED = Phrase(N_("To be named at the new venue"))
_NAMED = Phrase(N_("Named by you"))
_LEFT = Phrase(N_("Left behind"))


def by_size(rooms: Iterable[Room]) -> list[Room]:
    """The largest first; those whose size nobody knows in their order, after the others."""
    return sorted(rooms, key=lambda room: (-(room.capacity or 0), room.position))


def _met(last: Dossier, theirs: Sequence[Room]) -> Iterator[RoomFate]:
    ours = by_size(last.rooms)
    meets = {was.id: now for was, now in zip(ours, theirs, strict=False)}
    names = iter(_placeholders(last.languages, len(theirs), len(ours)))
    largest = ours[: 0 if theirs else 1]
    others = [room for room in last.rooms if room.id not in meets and room not in largest]
    named = {room.id: next(names) for room in (*largest, *others)}
    for room in last.rooms:
        if room.id in meets:
            yield RoomFate(room, meets[room.id], _THEIRS)
        else:
            bare = replace(room, name=named[room.id], capacity=None)
            yield RoomFate(room, bare, TO_BE_NAMED)
    for room in theirs[len(ours) :]:
        yield RoomFate(None, room, _THEIRS)


def _placeholders(languages: Sequence[str], known: int, wanted: int) -> list[Text]:
    names = [] if known else [said(_HALL, languages)]
    letters = (_letters(n) for n in range(wanted))
    return [*names, *(said(_ROOM, languages, letter=letter) for letter in letters)]


def _letters(number: int) -> str:
    again, at = divmod(number, len(_LETTERS))
    return (_LETTERS[again - 1] if again else "") + _LETTERS[at]


def said(message: str, languages: Iterable[str], **values: object) -> Text:
    """A text of the program's own words in those of some languages that it speaks."""
    spoken = [tag for tag in languages if tag in interface_languages()] or ["en"]
    return Text.of({tag: words_in(tag)(message, **values) for tag in spoken})


def _named(fate: RoomFate, choices: Choices) -> RoomFate:
    """The room as it was chosen to be called; one that is to have no name is left behind."""
    chosen = choices.rooms.get(fate.was.id) if fate.was else None
    if fate.now is None or chosen is None or chosen == fate.now.name:
        return fate
    if not chosen:
        return RoomFate(fate.was, None, _LEFT)
    return RoomFate(fate.was, replace(fate.now, name=chosen), _NAMED)


def venue_of(last: Dossier, place: Place) -> Edition:
    """The edition whose venue the next one has; one without a venue where that is new."""
    if place.same:
        return last.edition
    return place.earlier or replace(
        last.edition, venue=EMPTY, address=EMPTY, map_link="", wifi=EMPTY, practical=EMPTY
    )
