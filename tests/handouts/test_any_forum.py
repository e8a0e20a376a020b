# SPDX-License-Identifier: MIT
"""Content is built from any forum with any options, and the sample says what its source told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.agenda import (
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.dates import Clock
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import NameForm
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.content import AgendaContent, Entry, ProgramContent
from forumdesk.handouts.contents.program import agenda_content, program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Audience, Options, Section, Variant
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.handouts.dossiers import AGREEMENT, FORUM, PARTICIPATIONS, every_text

texts = st.builds(
    Text.of,
    st.dictionaries(st.sampled_from(("ko", "en", "ja", "de")), st.text(max_size=12), max_size=3),
)
times = st.none() | st.datetimes(
    FORUM.sessions[0].starts.replace(month=1), FORUM.sessions[0].starts.replace(month=12)
)


@st.composite
def agendas(draw: st.DrawFn) -> dict[str, tuple[object, ...]]:
    """Sessions with items in them, and parts by anybody."""
    ids = [f"s{n}" for n in range(draw(st.integers(0, 6)))]
    sessions = tuple(
        Session(
            key,
            "edition",
            title=draw(texts),
            kind=draw(st.sampled_from(SessionKind)),
            parent=draw(st.none() | st.sampled_from(ids[:n])) if n else None,
            starts=draw(times),
            minutes=draw(st.none() | st.integers(0, 3000)),
            summary=draw(texts),
            abstract=draw(texts),
            visibility=draw(st.sampled_from(Visibility)),
            status=draw(st.sampled_from(SessionStatus)),
            languages=draw(st.sampled_from(((), ("ko",), ("en", "xx")))),
            cues=draw(st.text(max_size=12)),
            responsible=draw(st.text(max_size=12)),
            interpretation=draw(texts),
        )
        for n, key in enumerate(ids)
    )
    people = [p.id for p in PARTICIPATIONS]
    parts = tuple(
        Part(
            f"part{n}",
            draw(st.sampled_from(ids)),
            draw(st.sampled_from(people)),
            draw(st.sampled_from(Role)),
            n,
            draw(st.none() | st.integers(0, 90)),
            mode=draw(st.sampled_from(Mode)),
            reader=draw(st.none() | st.sampled_from(people)),
            statement=draw(texts),
            label=draw(texts),
        )
        for n in range(draw(st.integers(0, 6)) if ids else 0)
    )
    return {"sessions": sessions, "parts": parts, "session_rooms": ()}


options = st.builds(
    Options,
    languages=st.sampled_from(((), ("ko",), ("en", "ko"), ("de", "ja", "ar"))),
    arrangement=st.sampled_from(Arrangement),
    first_host=st.sampled_from(("", "ksia", "sia")),
    sections=st.lists(st.sampled_from(Section), unique=True).map(tuple),
    room=st.sampled_from(("", "hall")),
    names=st.sampled_from(NameForm),
    clock=st.sampled_from(Clock),
    variant=st.sampled_from(Variant),
    audience=st.sampled_from(Audience),
)


@given(agendas(), options, texts)
def test_any_agenda_can_be_said(
    agenda: dict[str, tuple[object, ...]], asked: Options, title: Text
) -> None:
    edition = replace(FORUM.edition, title=title, welcome=title, practical=title)
    forum = replace(FORUM, edition=edition, **AGREEMENT, **agenda)
    program = program_content(forum, asked)
    sheet = agenda_content(forum, asked)
    for one in (handout("run-sheet"), handout("mc-script")):
        one.build(forum, asked, Imprint())
        preflight(forum, asked, one.name)
    preflight(forum, asked, "program", Rendered(b"", 1, missing="".join(title.values())))
    anchors = [anchor for day in sheet.agenda.days for anchor in anchors_of(day.entries)]
    assert len(anchors) == len(set(anchors))
    if asked.audience is Audience.PUBLIC:
        hidden = {f"session-{s.id}" for s in forum.sessions if is_hidden(s)}
        assert not hidden & {*anchors, *every_text(program)}


def is_hidden(session: Session) -> bool:
    """Whether a session is nothing for the public."""
    return (
        session.visibility in (Visibility.CLOSED, Visibility.INTERNAL)
        or session.status is SessionStatus.CANCELLED
        or session.kind is SessionKind.INTERNAL
    )


def anchors_of(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield entry.anchor
        yield from anchors_of(entry.items)


@pytest.fixture(scope="module")
def sample(sample_file: Path) -> list[Dossier]:
    """The sample's editions, first one first."""
    with ForumFile.open(sample_file, read_only=True) as desk:
        editions = sorted(desk.find(Edition), key=lambda edition: edition.number or 0)
        return [dossier(desk, edition.id) for edition in editions]


def lines(content: ProgramContent | AgendaContent) -> set[str]:
    return set(every_text(content))


def test_the_first_forum_on_paper(sample: list[Dossier]) -> None:
    first = program_content(sample[0], Options())
    assert first.agenda is not None
    said = lines(first)
    assert {"안덕근", "Ahn Duck-keun", "Gina Raimondo", "Thursday, June 27, 2024"} <= said
    assert {"Samsung Electronics", "SK hynix", "Intel", "Qualcomm"} <= said
    (agreement,) = first.agreements
    assert [aim.number for aim in agreement.aims] == ["1", "2", "3", "4", "5"]
    (own,) = first.commitments
    assert own.anchor == "promises"
    entries = [entry for day in first.agenda.days for entry in day.entries]
    quotes = [quote for entry in entries for quote in entry.quotes]
    assert any("Kim Jeong-hoe" in by for quote in quotes for _, by in quote.by)


def test_the_second_forum_tells_what_became_of_the_first(sample: list[Dossier]) -> None:
    second = program_content(sample[1], Options())
    past = second.commitments[0]
    assert past.anchor == "commitments"
    assert past.promises
    assert {"done"} <= {promise.key for promise in past.promises}
    assert len(second.agenda.days if second.agenda else ()) == 2


def test_no_contact_of_anybody_is_printed(sample: list[Dossier]) -> None:
    for edition in sample:
        private = {
            value
            for person in edition.people
            for value in (person.diet, person.access, *(c.value for c in person.contacts))
            if value
        }
        for audience in Audience:
            said = lines(program_content(edition, Options(audience=audience)))
            assert not private & said
