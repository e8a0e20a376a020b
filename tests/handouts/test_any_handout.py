# SPDX-License-Identifier: MIT
"""Nothing that may stand in a forum file stops a sheet: each is made, and says what is wrong.

Every handout of the catalogue is tried with an edition of the sample that has something of
everything, spoiled in one way after the other.
"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Image, Name, Names
from forumdesk.domain.wording import Text
from forumdesk.handouts import glance
from forumdesk.handouts.catalogue import HANDOUTS, handout, options_for, render
from forumdesk.handouts.content import Detail
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Finding, FindingKind, Rendered
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from forumdesk.ui.pages import page_for
from tests.handouts.conftest import page_count
from tests.handouts.dossiers import NOON

Spoil = Callable[[Dossier], Dossier]
EMOJI, UNKNOWN = "🚗", "\U0010fffd"
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 3
HEBREW, ARABIC = "פורום שבבים 2027", "منتدى أشباه الموصلات 2027"


@pytest.fixture(scope="module")
def whole(sample_file: Path) -> Dossier:
    """The edition of the sample that is being planned, shortened, with logos of the first one."""
    with ForumFile.open(sample_file, read_only=True) as desk:
        first, *_, last = (dossier(desk, edition.id) for edition in by_number(desk))
        logos = tuple(image for image in first.images if image not in last.images)
    with pytest.MonkeyPatch.context() as shorter:  # hundreds of sheets are made of it
        shorter.setattr(glance, "SESSIONS", 5)
        shorter.setattr(glance, "PEOPLE", 12)
        last = glance.at_a_glance(last)
    return replace(last, images=(*last.images, *logos))


@pytest.fixture(scope="module")
def spoilt(whole: Dossier) -> Callable[[str], Dossier]:
    """It spoiled in each way: once for all sheets, as looking through it takes its time."""
    return cache(lambda way: SPOILT[way](whole))


def by_number(desk: ForumFile) -> list[Edition]:
    return sorted(desk.find(Edition), key=lambda edition: edition.number or 0)


def everywhere(change: Callable[[str], str]) -> Spoil:
    """Every text and name in the edition, changed."""

    def value(found: Any) -> Any:
        if isinstance(found, Text):
            return Text(tuple((tag, change(text)) for tag, text in found.pairs))
        if isinstance(found, Names):
            parts = ((s, (n.family, n.given, n.full)) for s, n in found.pairs)
            said = ((s, Name(*(change(p) if p else "" for p in three))) for s, three in parts)
            return Names(tuple(said))
        return found

    def spoil(of: Dossier) -> Dossier:
        lists = {
            f.name: tuple(
                replace(one, **{g.name: value(getattr(one, g.name)) for g in fields(one)})
                for one in getattr(of, f.name)
            )
            for f in fields(of)
            if isinstance(getattr(of, f.name), tuple) and f.name not in ("versions", "counted")
        }
        own = {g.name: value(getattr(of.edition, g.name)) for g in fields(of.edition)}
        return replace(of, **{**lists, "versions": ()}, edition=replace(of.edition, **own))

    return spoil


def pictured(of: Dossier) -> Dossier:
    """Pictures of which none can be read: garbage, one cut off, nothing, one without a size."""
    bytes_of = {"garbage": b"\x00\xff garbage", "cut": PNG, "flat": PNG, "nothing": b""}
    images = tuple(
        Image(key, "image/png", *((0, 0) if key == "flat" else (300, 200)), data)
        for key, data in bytes_of.items()
    )
    keys = (*bytes_of, *bytes_of)
    bodies = zip(of.organizations, itertools.cycle(keys), strict=False)
    people = zip(of.people, itertools.cycle(keys), strict=False)
    return replace(
        of,
        images=images,
        organizations=tuple(replace(body, logo=key) for body, key in bodies),
        people=tuple(replace(person, photo=key) for person, key in people),
        passages=tuple(replace(one, signature="cut") for one in of.passages),
        edition=replace(of.edition, cover="garbage"),
    )


def without(*names: str) -> Spoil:
    """Some lists of the edition empty."""
    return lambda of: replace(of, **dict.fromkeys(names, ()))


def one_name(of: Dossier) -> Dossier:
    names = [
        Names(tuple((script, Name(full=n.family or n.full)) for script, n in person.names.pairs))
        for person in of.people
    ]
    people = tuple(replace(p, names=n) for p, n in zip(of.people, names, strict=True))
    return replace(of, people=people)


def nowhere(of: Dossier) -> Dossier:
    """Sessions without a room or a time."""
    sessions = tuple(replace(s, starts=None, minutes=None) for s in of.sessions)
    return replace(of, sessions=sessions, session_rooms=())


def linked(of: Dossier) -> Dossier:
    """A link that no code can hold."""
    return replace(of, edition=replace(of.edition, link="https://a.example/" + "x" * 4000))


def of_nobody(of: Dossier) -> Dossier:
    """Nobody takes part; what points to people is gone with them."""
    gone = ("people", "participations", "parts", "signatories", "riders", "commitment_owners")
    bare = without(*gone, "availabilities", "check_ins", "card_prints", "seats")(of)
    return replace(bare, passages=tuple(replace(one, participation=None) for one in of.passages))


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01,\x00\x00\x00\xc8\x08\x02\x00\x00\x00"
SPOILT: Mapping[str, Spoil] = {
    "no pictures": without("images"),
    "broken pictures": pictured,
    "names without end": everywhere(lambda text: (text + LONG)[:80]),
    "one name": one_name,
    "no rooms and times": nowhere,
    "no sessions": without("sessions", "session_rooms", "parts", "reviews"),
    "nobody": of_nobody,
    "no texts": everywhere(lambda _: ""),
    "nothing at all": lambda of: Dossier(of.series, replace(of.edition, first_day=None)),
    "control characters": everywhere(lambda text: f"a\x00\x0b\x1b\x7f\u2028\ud800{text}\r\n\t"),
    "signs": everywhere(lambda text: f"{EMOJI}<b>R&D</b> <img src='/x'> {text}{UNKNOWN}</para>"),
    "right to left": lambda of: linked(everywhere(lambda _: f"{HEBREW} {ARABIC}")(of)),
}


@pytest.mark.parametrize("spoiling", SPOILT)
@pytest.mark.parametrize("name", [one.name for one in HANDOUTS])
def test_every_sheet_is_made_of_whatever_there_is(
    name: str, spoiling: str, spoilt: Callable[[str], Dossier]
) -> None:
    of, one = spoilt(spoiling), handout(name)
    options = options_for(of)
    content = one.build(of, options, Imprint(at=NOON))
    rendered = render(one.name, content, options)
    assert page_count(rendered.data) == rendered.pages >= 1
    problems = preflight(of, options, one.name, rendered)
    assert all(problem.subject.id for problem in problems)
    told = {problem.kind for problem in problems}
    assert ("missing-characters" in told) is bool(rendered.missing)
    assert {finding.kind.value for finding in rendered.findings} <= told


@pytest.mark.parametrize(
    ("spoiling", "told"),
    [
        ("broken pictures", "broken"),
        ("signs", "missing-characters"),
        ("right to left", "right-to-left"),
        ("right to left", "code"),
        ("no rooms and times", "no-time"),
        ("no sessions", "no-sessions"),
        ("nothing at all", "no-dates"),
    ],
)
def test_a_program_says_what_is_wrong(
    spoiling: str, told: str, spoilt: Callable[[str], Dossier]
) -> None:
    of, one = spoilt(spoiling), handout("program")
    options = options_for(of)
    rendered = render(one.name, one.build(of, options, Imprint(at=NOON)), options)
    assert told in {problem.kind for problem in preflight(of, options, one.name, rendered)}


def test_a_link_without_end_is_told(whole: Dossier) -> None:
    of, one = linked(whole), handout("program")
    options = options_for(of)
    rendered = render(one.name, one.build(of, options, Imprint(at=NOON)), options)
    found = [p for p in preflight(of, options, one.name, rendered) if p.kind == "code"]
    assert [str(problem.subject) for problem in found] == [f"edition:{of.edition.id}:link"]


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_leads_somewhere(kind: FindingKind, whole: Dossier) -> None:
    """Whatever a layout found, and about whatever: there is a place in the window for it."""
    body = next((body for body in whole.organizations if body.logo), whole.organizations[0])
    person = next((person.photo for person in whole.people if person.photo), "")
    anchors = {
        *("", "top", "contents", "unknown-anchor", body.logo or "", person or ""),
        f"session-{whole.sessions[0].id}",
        f"abstract-{whole.sessions[0].id}",
        f"person-{whole.people[0].id}",
        f"participation-{whole.participations[0].id}",
        f"vehicle-{whole.vehicles[0].id}",
        *(f"agreement-{one.id}" for one in whole.agreements),
        *(f"commitment-{one.id}" for one in whole.commitments[:1]),
    }
    text = Detail.OFFICE if kind is FindingKind.DROPPED else "text"
    for anchor in anchors:
        rendered = Rendered(b"", 1, (Finding(kind, anchor, text, 0.5),))
        before = {*preflight(whole, Options(), "program")}
        (problem,) = {*preflight(whole, Options(), "program", rendered)} - before
        assert page_for(problem.subject.kind) is not None, anchor
        assert problem.subject.id in {
            whole.edition.id,
            *(record.id for field in fields(whole) for record in records(whole, field.name)),
        }


def records(of: Dossier, name: str) -> tuple[Any, ...]:
    found = getattr(of, name)
    return tuple(one for one in found if hasattr(one, "id")) if isinstance(found, tuple) else ()
