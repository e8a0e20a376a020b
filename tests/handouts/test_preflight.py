# SPDX-License-Identifier: MIT
"""What is told before a sheet is printed, and to which field each finding jumps."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from forumdesk.domain.agenda import Part, SessionStatus, Visibility
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Consent, Image, Name, Names, Script
from forumdesk.domain.versions import Acknowledgement, Printing
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.content import Detail
from forumdesk.handouts.options import Arrangement, Audience, Options, Section
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Finding, FindingKind, Rendered
from tests.handouts.dossiers import (
    DOE,
    HONG,
    NOON,
    PARTICIPATIONS,
    PARTS,
    SESSIONS,
    forum,
    titled,
    with_edition,
)
from tests.handouts.test_published import version

CLEAN = forum(parts=PARTS[:2])
EN = words_in("en")


def found(
    dossier: Dossier, kind: str, options: Options | None = None, rendered: Rendered | None = None
) -> list[Problem]:
    problems = preflight(dossier, options or Options(), "program", rendered)
    return [problem for problem in problems if problem.kind == kind]


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(p.subject), p.phrase.said(EN)) for p in problems]


def with_people(**changes: Any) -> Dossier:
    return replace(CLEAN, people=(replace(HONG, **changes), DOE))


def consenting(*consents: Consent, **person: Any) -> Dossier:
    taking_part = tuple(
        replace(p, consents=consents) if p.id == "p-hong" else p for p in PARTICIPATIONS
    )
    return replace(with_people(**person), participations=taking_part)


def test_a_sound_sheet_has_nothing_to_tell() -> None:
    assert preflight(CLEAN, Options(), "program", Rendered(b"", 8)) == []


def test_missing_translations_of_what_is_printed() -> None:
    sessions = (*SESSIONS[:2], replace(SESSIONS[2], title=Text.of(en="Talk")))
    untranslated = replace(CLEAN, sessions=sessions)
    assert told(found(untranslated, "missing-translation")) == [
        ("session:talk:title", "“Talk” has no title in Korean.")
    ]
    assert found(untranslated, "missing-translation", Options(("en",), Arrangement.SINGLE)) == []
    hidden = (*SESSIONS[:2], replace(sessions[2], visibility=Visibility.CLOSED))
    assert found(replace(CLEAN, sessions=hidden), "missing-translation") == []


def test_a_section_left_out_is_not_looked_at() -> None:
    dossier = with_people(biography=Text.of(ko="약력"))
    assert told(found(dossier, "missing-translation")) == [
        ("person:hong:biography", "“Gil-dong Hong” has no biography in English.")
    ]
    agenda_only = Options(sections=(Section.AGENDA,))
    assert found(dossier, "missing-translation", agenda_only) == []


def test_a_name_that_readers_of_english_cannot_read() -> None:
    dossier = with_people(names=Names.of({Script.HANGUL: Name("홍", "길동")}))
    assert [s for s, _ in told(found(dossier, "missing-translation"))] == ["person:hong:names"]


def test_missing_characters_by_field() -> None:
    dossier = replace(CLEAN, sessions=(titled("a", "가𓀀", "A", starts=SESSIONS[0].starts),))
    rendered = Rendered(b"", 1, missing="𓀀𓂀")
    assert told(found(dossier, "missing-characters", rendered=rendered)) == [
        ("session:a:title", "“A” has characters that no font here can print: 𓀀 (U+13000)."),
        (
            "edition:edition",
            "“2nd Chip Forum” has characters that no font here can print: 𓂀 (U+13080).",
        ),
    ]


def test_parts_without_names() -> None:
    parts = (*PARTS, Part("part5", "talk", "p-ministry"))
    assert told(found(forum(parts=parts), "part-without-name")) == [
        ("session:talk:parts", "“Talk” says “to be announced” for 1 of its parts."),
        (
            "session:open:parts",
            "“Opening” names an organization, but no person, for 1 of its parts.",
        ),
        (
            "session:talk:parts",
            "“Talk” names an organization, but no person, for 1 of its parts.",
        ),
    ]


def test_sessions_of_one_title_are_told_apart() -> None:
    twin = titled("open2", "개회식", "Opening", starts=SESSIONS[2].starts)
    parts = (*PARTS, Part("part5", "open2", "p-ministry"))
    twins = forum(parts=parts, sessions=(*SESSIONS, twin))
    said = [text for _, text in told(found(twins, "part-without-name"))]
    assert "“Opening, 09:00” names an organization, but no person, for 1 of its parts." in said
    assert "“Opening, 09:45” names an organization, but no person, for 1 of its parts." in said
    days = replace(twins, edition=replace(twins.edition, last_day=date(2025, 9, 4)))
    assert any(
        "“Opening, 09-03 09:45”" in text for _, text in told(found(days, "part-without-name"))
    )


def test_no_dates_no_times_no_sessions() -> None:
    undated = replace(
        with_edition(first_day=None, last_day=None),
        sessions=(titled("a", "가", "A"),),
        parts=(),
    )
    assert told(found(undated, "no-dates")) == [
        ("edition:edition:first_day", "The edition has no dates yet; the sheet shows none.")
    ]
    assert told(found(undated, "no-time")) == [("session:a:starts", "“A” has no time yet.")]
    cancelled = tuple(replace(s, status=SessionStatus.CANCELLED) for s in SESSIONS)
    assert len(found(replace(CLEAN, sessions=cancelled), "no-sessions")) == 1


def test_who_did_not_consent() -> None:
    refused = consenting(Consent("list", False))
    assert [(str(p.subject), p.severity) for p in found(refused, "no-consent")] == [
        ("person:hong", Severity.ERROR)
    ]
    assert found(refused, "no-consent", Options(audience=Audience.GUESTS)) == []
    face = {"photo": "face"}
    pictured = replace(
        consenting(**face), images=(Image("face", "image/png", 9, 9, b""), *CLEAN.images)
    )
    assert [str(p.subject) for p in found(pictured, "no-consent")] == ["person:hong:photo"]
    agreed = replace(consenting(Consent("photo", True), **face), images=pictured.images)
    assert found(agreed, "no-consent") == []


def test_sheets_printed_that_say_something_else_by_now() -> None:
    old = version("First", CLEAN)
    printed = Printing("p", "edition", "program", NOON, old.id)
    dossier = replace(CLEAN, versions=(old,), printings=(printed,))
    assert found(dossier, "stale") == []
    moved = tuple(replace(s, minutes=20) for s in CLEAN.sessions)
    changed = replace(dossier, sessions=moved)
    assert told(found(changed, "stale")) == [
        ("printing:p", "The sheets printed last, from “First”, have changed since.")
    ]
    new = version("Second", changed, NOON + timedelta(days=1))
    again = Printing("q", "edition", "program", NOON + timedelta(days=2), new.id)
    both = replace(changed, versions=(new, old), printings=(printed, again))
    assert found(both, "stale") == []
    other = replace(printed, handout="agenda")
    assert found(replace(changed, printings=(other,)), "stale") == []
    draft = replace(printed, version=None, digest="another")
    assert "from a draft" in told(found(replace(changed, printings=(draft,)), "stale"))[0][1]


@pytest.mark.parametrize(
    ("link", "problems"),
    [("https://a.example", 0), ("a.example", 1)],
)
def test_links_that_cannot_be_printed(link: str, problems: int) -> None:
    assert len(found(with_edition(link=link), "link")) == problems


@pytest.mark.parametrize(
    ("finding", "subject", "severity", "text"),
    [
        (
            Finding(FindingKind.COARSE, "logo", amount=71.96),
            "organization:ksia:logo",
            Severity.WARNING,
            "The picture of Korea Association is coarse on paper: 72 dots per inch.",
        ),
        (
            Finding(FindingKind.OVERFLOW, "session-talk", "Talk"),
            "session:talk",
            Severity.ERROR,
            "“Talk” does not fit its place: Talk",
        ),
        (
            Finding(FindingKind.SHRUNK, "abstract-talk", amount=0.925),
            "session:talk:abstract",
            Severity.NOTE,
            "“Talk” is set smaller to fit: 92 % of its size.",
        ),
        (
            Finding(FindingKind.SHRUNK, "person-hong", amount=0.925),
            "person:hong",
            Severity.NOTE,
            "“Gil-dong Hong” is set smaller to fit: 92 % of its size.",
        ),
        (
            Finding(FindingKind.CODE, amount=0.25),
            "edition:edition:link",
            Severity.WARNING,
            "The link is too long for a QR code that scans: 0.25 mm to a dot.",
        ),
    ],
)
def test_what_the_layout_found(
    finding: Finding, subject: str, severity: Severity, text: str
) -> None:
    (problem,) = preflight(CLEAN, Options(), "program", Rendered(b"", 1, (finding,)))
    assert (str(problem.subject), problem.severity) == (subject, severity)
    assert problem.phrase.said(EN) == text


def test_details_left_out_are_told_together() -> None:
    findings = tuple(Finding(FindingKind.DROPPED, text=detail) for detail in Detail)
    (problem,) = preflight(CLEAN, Options(), "agenda", Rendered(b"", 2, findings))
    assert problem.phrase.said(EN) == (
        "Left out so that the sheet fits: statements, summaries, organizations, "
        "labels beside titles, offices."
    )


def test_an_acknowledged_finding_says_so() -> None:
    dossier = forum(parts=PARTS[3:])
    (problem,) = found(dossier, "part-without-name")
    assert not problem.acknowledged
    known = Acknowledgement("k", "edition", problem.kind, str(problem.subject), "", problem.facts)
    (again,) = found(replace(dossier, acknowledgements=(known,)), "part-without-name")
    assert again.acknowledged
    assert again.subject == Subject("session", "talk", "parts")


def test_a_third_language_has_no_facing_page() -> None:
    three = Options(languages=("ko", "en", "ja"), arrangement=Arrangement.FACING)
    [problem] = found(CLEAN, "language-left-out", three)
    assert "ja is not on this sheet" in problem.phrase.said(EN)
    stacked = replace(three, arrangement=Arrangement.STACKED)
    assert found(CLEAN, "language-left-out", stacked) == []


@pytest.mark.parametrize("text", ["منتدى أشباه الموصلات", "פורום שבבים"])
def test_writing_from_right_to_left_is_told(text: str) -> None:
    session = replace(SESSIONS[2], title=Text.of(ko="강연", en=text))
    [problem] = found(forum(sessions=(*SESSIONS[:2], session)), "right-to-left")
    assert str(problem.subject) == "session:talk:title"
    assert problem.severity is Severity.ERROR
