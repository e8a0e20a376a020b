# SPDX-License-Identifier: MIT
"""Findings kept up to date are those of a run over everything, whatever changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forumdesk.domain.agenda import (
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionRoom,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.checks import run
from forumdesk.domain.checks.incremental import Findings
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Availability, Edition, EditionState
from forumdesk.domain.people import Invitation, Name, Names, Script
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.reading import dossier
from forumdesk.domain.versions import Acknowledgement, Version
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

# -- any change at all, to a forum with something of everything


@pytest.fixture(scope="module")
def forum(sample_file: Path) -> Dossier:
    """The edition of the sample with most in it."""
    with ForumFile.open(sample_file, read_only=True) as desk:
        every = [dossier(desk, edition.id) for edition in desk.find(Edition)]
    return _on_edge(max(every, key=lambda each: len(each.sessions)))


@pytest.fixture(scope="module")
def found(forum: Dossier) -> Findings:
    """What is found in it, before any change."""
    return Findings.of(forum)


def _on_edge(whole: Dossier) -> Dossier:
    """An edition in which one change more or less decides what checks say of the whole."""
    titles = cycle([Text.of(en="One"), Text.of(ko="하나", en="One")])
    sessions = (replace(s, title=title) for s, title in zip(whole.sessions, titles, strict=False))
    parts = (
        replace(part, role=Role.INTERPRETS) if number % 4 == 0 else part
        for number, part in enumerate(whole.parts)
    )
    return replace(
        whole,
        edition=replace(whole.edition, state=EditionState.PLANNED, transfer=10),
        rooms=tuple(replace(room, capacity=40, changeover=20) for room in whole.rooms),
        sessions=tuple(
            replace(s, kind=SessionKind.KEYNOTE) if s.kind is SessionKind.LUNCHEON else s
            for s in sessions
        ),
        parts=tuple(parts),
    )


_TEXTS = st.sampled_from([Text.of(), Text.of(en="One"), Text.of(ko="하나", en="One")])
_LANGUAGES = st.sampled_from([(), ("ko",), ("ko", "en")])
_MINUTES = st.none() | st.integers(-20, 200) | st.sampled_from([0, 30, 60])


def _near(at: datetime | None) -> st.SearchStrategy[datetime | None]:
    """Times on a grid, so that sessions meet; now and then another day."""
    first = (at or datetime(2024, 6, 27, 9)).replace(minute=0)
    days = st.integers(-3, 3).map(lambda n: first + timedelta(days=n))
    return st.none() | days | st.integers(-9, 9).map(lambda n: first + timedelta(minutes=15 * n))


def _some(records: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """The id of one of the first of some records: few, so that they meet."""
    return st.sampled_from([record.id for record in records[:12]] or [""])


Fields = Callable[[Dossier, Any], dict[str, st.SearchStrategy[Any]]]

# What may become of some fields of each kind of record.
FIELDS: dict[str, Fields] = {
    "sessions": lambda whole, session: {
        "starts": _near(session.starts),
        "minutes": _MINUTES,
        "kind": st.sampled_from(SessionKind),
        "parent": st.none() | _some(tuple(s for s in whole.sessions if not s.parent)),
        "status": st.sampled_from(SessionStatus),
        "visibility": st.sampled_from(Visibility),
        "title": _TEXTS,
        "abstract": _TEXTS,
        "languages": _LANGUAGES,
        "expected": st.none() | st.integers(0, 400),
        "locked": st.booleans(),
        "follows": st.none() | _some(whole.sessions),
    },
    "session_rooms": lambda whole, _: {
        "session": _some(whole.sessions),
        "room": _some(whole.rooms),
    },
    "parts": lambda whole, _: {
        "session": _some(whole.sessions),
        "participation": _some(whole.participations),
        "reader": st.none() | _some(whole.participations),
        "role": st.sampled_from(Role),
        "mode": st.sampled_from(Mode),
        "minutes": _MINUTES,
        "statement": _TEXTS,
    },
    "participations": lambda whole, _: {
        "status": st.sampled_from(Invitation),
        "person": st.none() | _some(whole.people),
        "side": st.none() | _some(whole.sides),
        "organization": st.none() | _some(whole.organizations),
        "rank": st.none() | st.integers(1, 9),
        "arrives": _near(None),
        "departs": _near(None),
        "office": _TEXTS,
    },
    "people": lambda _whole, _: {
        "names": st.sampled_from([Names(), Names.of({Script.LATIN: Name("Kim", "Ann")})]),
        "languages": _LANGUAGES,
    },
    "rooms": lambda _whole, _: {
        "capacity": st.none() | st.integers(0, 300),
        "changeover": st.integers(0, 60),
        "name": _TEXTS,
    },
    "agreements": lambda whole, _: {
        "session": st.none() | _some(whole.sessions),
        "title": _TEXTS,
    },
    "organizations": lambda _whole, _: {
        "name": _TEXTS,
        "country": st.sampled_from(["", "KR", "US"]),
    },
    "signatories": lambda whole, _: {"participation": _some(whole.participations)},
}
# Most changes are to the agenda and its people.
_OFTEN = ("sessions", "sessions", "session_rooms", "parts", "participations", "people")


def _changed(whole: Dossier, data: st.DataObject) -> Dossier:
    """Some field of some record is another."""
    name = data.draw(st.sampled_from([*_OFTEN * 2, *FIELDS]), label="of")
    records = list(getattr(whole, name))
    if not records:
        return whole
    place = data.draw(st.integers(0, min(len(records), 12) - 1), label="which")
    fields = FIELDS[name](whole, records[place])
    field = data.draw(st.sampled_from([*fields]), label="field")
    value = data.draw(fields[field], label="value")
    if field == "parent" and value and _would_nest(whole, records[place], value):
        return whole
    records[place] = replace(records[place], **{field: value})
    return replace(whole, **{name: tuple(records)})


def _moved(whole: Dossier, data: st.DataObject) -> Dossier:
    """A session at another time, in another room."""
    key = data.draw(_some(whole.sessions))
    rooms = data.draw(st.none() | st.lists(_some(whole.rooms), unique=True, max_size=2))
    starts = data.draw(_near(whole.session[key].starts))
    return with_places(
        whole, {key: Place(starts, data.draw(_MINUTES), None if rooms is None else tuple(rooms))}
    )


def _read(whole: Dossier, data: st.DataObject) -> Dossier:
    """A part is read by somebody else."""
    parts = list(whole.parts)
    place = data.draw(st.integers(0, min(len(parts), 12) - 1))
    reader = data.draw(_some(whole.participations))
    parts[place] = replace(parts[place], mode=Mode.READ, reader=reader)
    return replace(whole, parts=tuple(parts))


def _would_nest(whole: Dossier, session: Session, parent: str) -> bool:
    return session.id == parent or any(s.parent == session.id for s in whole.sessions)


def _added(whole: Dossier, data: st.DataObject) -> Dossier:
    """One more session, with a room and a part."""
    like = data.draw(st.sampled_from(whole.sessions))
    new = replace(like, id=f"new {data.draw(st.integers())}", parent=None)
    link = SessionRoom(f"room of {new.id}", new.id, data.draw(_some(whole.rooms)))
    part = Part(f"part of {new.id}", new.id, data.draw(_some(whole.participations)))
    if new.id in whole.session or not whole.rooms or not whole.participations:
        return whole
    return replace(
        whole,
        sessions=(*whole.sessions, new),
        session_rooms=(*whole.session_rooms, link),
        parts=(*whole.parts, part),
    )


def _removed(whole: Dossier, data: st.DataObject) -> Dossier:
    """A session less, with its items and all that hangs on them."""
    gone = data.draw(_some(whole.sessions))
    out = {s.id for s in whole.sessions if gone in (s.id, s.parent)}
    return replace(
        whole,
        sessions=tuple(s for s in whole.sessions if s.id not in out),
        session_rooms=tuple(link for link in whole.session_rooms if link.session not in out),
        parts=tuple(part for part in whole.parts if part.session not in out),
        agreements=tuple(
            replace(a, session=None) if a.session in out else a for a in whole.agreements
        ),
    )


def _accepted(whole: Dossier, data: st.DataObject) -> Dossier:
    """A problem is accepted, or all are open again."""
    problems = run(whole)
    if not problems or data.draw(st.booleans()):
        return replace(whole, acknowledgements=())
    one = data.draw(st.sampled_from(problems))
    seen = Acknowledgement(
        f"seen {len(whole.acknowledgements)}",
        whole.edition.id,
        one.kind,
        str(one.subject),
        "so it is",
        one.facts,
    )
    return replace(whole, acknowledgements=(*whole.acknowledgements, seen))


def _about_the_edition(whole: Dossier, data: st.DataObject) -> Dossier:
    """What lies beyond agenda and people."""
    edition = whole.edition
    day = edition.first_day or date(2024, 6, 27)
    room = Availability(
        "window",
        edition.id,
        datetime.combine(day, datetime.min.time()),
        datetime.combine(day, datetime.min.time()) + timedelta(hours=data.draw(st.integers(8, 20))),
        room=data.draw(_some(whole.rooms)),
    )
    version = Version("v", edition.id, "Final", datetime(2024, 1, 1, tzinfo=UTC), "{}", "")
    return data.draw(
        st.sampled_from(
            [
                replace(whole, edition=replace(edition, last_day=day + timedelta(days=3))),
                replace(whole, edition=replace(edition, timezone="Mars/Base")),
                replace(whole, edition=replace(edition, transfer=15)),
                replace(whole, availabilities=(room,)),
                replace(whole, versions=(version,)),
            ]
        )
    )


EDITS: tuple[Callable[[Dossier, st.DataObject], Dossier], ...] = (
    *(_changed,) * 6,
    *(_moved,) * 3,
    *(_read, _added, _removed, _accepted, _about_the_edition),
)


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_findings_after_any_change_are_those_of_a_full_run(
    forum: Dossier, found: Findings, data: st.DataObject
) -> None:
    state, findings = forum, found
    for _ in range(data.draw(st.integers(1, 4), label="steps")):
        for _ in range(data.draw(st.integers(1, 3), label="edits")):
            state = data.draw(st.sampled_from(EDITS))(state, data)
        findings = findings.after(state)
        assert list(findings.problems) == run(replace(state)), "nothing derived of it yet"
        assert len(set(findings.problems)) == len(findings.problems), "said twice"
