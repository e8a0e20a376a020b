# SPDX-License-Identifier: MIT
"""The columns of the agenda list, declared as data: what each shows, and how it is edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forumdesk.domain.agenda import Session, SessionKind, SessionStatus
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import full_name
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.ui.agenda.rows import Row
from forumdesk.ui.dates import clock, language_name


@frozen
class Column:
    """A column of the list.

    ``id`` is the field it edits (``title.ko`` is one language of a text). ``text`` is what a row
    shows in it, ``choices`` what can be picked where it is not typed freely, ``names`` what is
    offered while names are typed with commas between. ``width`` is in pixels; ``grows`` takes
    what is left.
    """

    id: str
    title: str
    width: int
    text: Callable[[Dossier, Row, Words], str]
    choices: Callable[[Dossier, Words], Sequence[tuple[str, str]]] | None = None
    names: Callable[[Dossier, Words], Sequence[str]] | None = None
    grows: bool = False
    figures: bool = False

    def heading(self, words: Words) -> str:
        """What stands over it."""
        _, _, language = self.id.partition(".")
        said = words(self.title)
        return f"{said} · {language_name(language)}" if language else said


def columns(languages: Sequence[str]) -> tuple[Column, ...]:
    """The columns for a document in these languages."""
    titles = (
        Column(f"title.{language}", N_("Title"), 168, _title(language), grows=True)
        for language in languages
    )
    return (
        Column("starts", N_("Start"), 64, _starts, figures=True),
        Column("ends", N_("End"), 64, _ends, figures=True),
        Column("minutes", N_("Min"), 56, _minutes, figures=True),
        *titles,
        Column("rooms", N_("Room"), 112, _rooms, names=_room_names),
        Column("parts", N_("People"), 144, _parts, names=_people_names, grows=True),
        Column("kind", N_("Kind"), 136, _kind, _terms(SessionKind)),
        Column("track", N_("Track"), 112, _track, _track_choices),
        Column("status", N_("Status"), 104, _status, _terms(SessionStatus)),
    )


def _starts(dossier: Dossier, row: Row, words: Words) -> str:
    return clock(row.session.starts) if row.session.starts else ""


def _ends(dossier: Dossier, row: Row, words: Words) -> str:
    return clock(row.session.ends) if row.session.ends else ""


def _minutes(dossier: Dossier, row: Row, words: Words) -> str:
    return "" if row.session.minutes is None else str(row.session.minutes)


def _title(language: str) -> Callable[[Dossier, Row, Words], str]:
    return lambda dossier, row, words: row.session.title.get(language, "")


def _kind(dossier: Dossier, row: Row, words: Words) -> str:
    return term(row.session.kind, words)


def _status(dossier: Dossier, row: Row, words: Words) -> str:
    return term(row.session.status, words)


def _rooms(dossier: Dossier, row: Row, words: Words) -> str:
    # An item stands in the room of its session; saying so on each line would be noise.
    rooms = () if row.item else dossier.rooms_of(row.session)
    return ", ".join(words.text(room.name) for room in rooms)


def _track(dossier: Dossier, row: Row, words: Words) -> str:
    track = dossier.track.get(row.session.track or "")
    return words.text(track.name) if track else ""


def _parts(dossier: Dossier, row: Row, words: Words) -> str:
    names = (
        participant_name(dossier, p.participation, words) for p in dossier.parts_of(row.session)
    )
    return ", ".join(names)


def participant_name(dossier: Dossier, participation: str, words: Words) -> str:
    """The name of a participant, or the organization whose seat it is."""
    taking_part = dossier.participation[participation]
    person = dossier.person.get(taking_part.person or "")
    if person is not None:
        return full_name(person, words.language) or "…"
    organization = dossier.organization.get(taking_part.organization or "")
    return words.text(organization.short or organization.name) if organization else "…"


def _terms(
    kind: type[SessionKind] | type[SessionStatus],
) -> Callable[[Dossier, Words], Sequence[tuple[str, str]]]:
    return lambda dossier, words: [(member.value, term(member, words)) for member in kind]


def _room_names(dossier: Dossier, words: Words) -> Sequence[str]:
    return [words.text(room.name) for room in dossier.rooms]


def _people_names(dossier: Dossier, words: Words) -> Sequence[str]:
    return [participant_name(dossier, p.id, words) for p in dossier.participations]


def _track_choices(dossier: Dossier, words: Words) -> Sequence[tuple[str, str]]:
    none = ("", words("(none)"))
    return [none, *((track.id, words.text(track.name)) for track in dossier.tracks)]


def chosen(column: Column, session: Session) -> str:
    """The value picked now in a column with choices, as its choice's key."""
    match column.id:
        case "kind":
            return session.kind.value
        case "status":
            return session.status.value
        case _:
            return session.track or ""
