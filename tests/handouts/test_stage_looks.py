# SPDX-License-Identifier: MIT
"""What is told before a run sheet or a script is printed."""

from dataclasses import replace

from forumdesk.domain.desk import Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Name, Names, Participation, Script
from forumdesk.domain.wording import EMPTY
from forumdesk.domain.words import words_in
from forumdesk.handouts.options import Arrangement, Options, Variant
from forumdesk.handouts.preflight import preflight
from tests.handouts.dossiers import DOE, HONG
from tests.handouts.staged import staged

EN = words_in("en")
FORUM = staged()


def told(dossier: Dossier, handout: str, kind: str, options: Options | None = None) -> list[str]:
    problems = preflight(dossier, options or Options(), handout)
    return [f"{p.subject} {p.phrase.said(EN)}" for p in problems if p.kind == kind]


def test_ceremonies_without_cues() -> None:
    assert told(FORUM, "run-sheet", "no-cues") == [
        "session:photo:cues “Photo” has no cues for the show caller.",
        "session:signing:cues “Signing” has no cues for the show caller.",
        "session:closing:cues “Closing” has no cues for the show caller.",
    ]
    assert told(FORUM, "run-sheet", "no-cues", Options(variant=Variant.CLIENT)) == []
    assert told(FORUM, "program", "no-cues") == []


def test_a_video_wants_cues_of_its_own_or_of_its_session() -> None:
    bare = replace(FORUM, sessions=tuple(replace(s, cues="") for s in FORUM.sessions))
    assert [line.split()[0] for line in told(bare, "run-sheet", "no-cues")] == [
        *("session:opening:cues", "session:o2:cues", "session:photo:cues"),
        *("session:signing:cues", "session:closing:cues"),
    ]


def test_sessions_nobody_answers_for_where_others_say() -> None:
    found = told(FORUM, "run-sheet", "nobody-responsible")
    assert "session:closing:responsible “Closing” says nobody who answers for it." in found
    assert not any("opening" in line for line in found)
    nobody = replace(FORUM, sessions=tuple(replace(s, responsible="") for s in FORUM.sessions))
    assert told(nobody, "run-sheet", "nobody-responsible") == []


def test_names_whose_reading_is_missing_in_a_language() -> None:
    stranger = replace(DOE, names=Names.of({Script.LATIN: Name("Doe", "Jane")}))
    korean = replace(HONG, family_first=True)
    dossier = replace(FORUM, people=(korean, stranger, *FORUM.people[2:]))
    assert told(dossier, "mc-script", "no-reading") == [
        "person:doe:reading Nothing says how “Jane Doe” is read in Korean.",
        "person:hong:reading Nothing says how “Hong Gil-dong” is read in English.",
    ]
    alone = Options(("ko",), Arrangement.SINGLE)
    assert len(told(dossier, "mc-script", "no-reading", alone)) == 1


def without_office(count: int) -> Dossier:
    more = tuple(
        Participation(f"q{n}", "edition", "hong", "ksia", EMPTY, rank=n + 1, honored=True)
        for n in range(count)
    )
    return replace(FORUM, participations=(*FORUM.participations, *more))


def test_people_introduced_without_an_office() -> None:
    assert told(FORUM, "mc-script", "no-office") == []
    assert told(without_office(1), "mc-script", "no-office") == [
        "participation:q0:office “Gil-dong Hong” is introduced without an office."
    ]
    assert told(without_office(50), "mc-script", "no-office") == [
        "edition:edition 50 people are introduced without an office."
    ]


def test_many_names_without_reading_are_told_as_one() -> None:
    people = tuple(replace(HONG, id=f"h{n}", family_first=True) for n in range(50))
    ranked = tuple(
        Participation(f"q{n}", "edition", f"h{n}", "ksia", rank=n + 1, honored=True)
        for n in range(50)
    )
    dossier = replace(
        FORUM,
        people=(*FORUM.people, *people),
        participations=(*FORUM.participations, *ranked),
    )
    assert told(dossier, "mc-script", "no-reading") == [
        "edition:edition Nothing says how 50 of the names are read in English."
    ]


def test_an_arrangement_the_sheet_cannot_have_is_told() -> None:
    columns = Options(arrangement=Arrangement.COLUMNS)
    (problem,) = [p for p in preflight(FORUM, columns, "run-sheet") if p.kind == "arrangement"]
    assert problem.severity is Severity.NOTE
    assert told(FORUM, "run-sheet", "arrangement") == []
    assert told(FORUM, "mc-script", "arrangement", columns) == []
