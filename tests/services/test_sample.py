# SPDX-License-Identifier: MIT
"""The sample forum loads whole, says what was publicly reported, and is sound in both languages."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain import checks
from forumdesk.domain.agenda import (
    CheckIn,
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.assets import resources
from forumdesk.domain.chronicle import Chronicle, Held
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, HostRole, Moved, Series
from forumdesk.domain.frozen import thaw
from forumdesk.domain.inviting import seats, waiting
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Original,
    Report,
    Review,
    Signatory,
)
from forumdesk.domain.people import (
    Invitation,
    Organization,
    Participation,
    Person,
    Quota,
    Script,
    full_name,
)
from forumdesk.domain.printed import Passage
from forumdesk.domain.reading import dossier
from forumdesk.domain.records import KINDS
from forumdesk.domain.suggesting import outlook
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.services.sample import Sample, read_sample, write_sample
from forumdesk.store.forumfile import ForumFile

HANGUL = re.compile("[가-힣]")
LANGUAGES = ("ko", "en")
WHAT_IS_SAID_BESIDES = {  # keys of the files that are no fields of a record
    "person": {"hangul", "hanja", "latin", "email"},
    "edition": {
        *("hosts", "sides", "rooms", "tracks", "participant", "participants", "session"),
        *("sessions", "agreements", "commitments", "reports", "version", "printings", "changes"),
        *("quotas", "door", "reviews", "passages"),
    },
    "session": {"key", "time", "day", "rooms", "parts", "items", "added"},
    "part": {"who", "key"},
    "passage": {"who"},
    "participation": {"vacant"},
    "agreement": {
        *("key", "parties", "signs", "witnesses", "hands_over", "originals", "aims"),
    },
    "aim": {"key"},
    "signatory": {"who"},
    "commitment": {"key", "owners", "people"},
    "review": {"commitments"},
}


@pytest.fixture(scope="module")
def sample() -> Sample:
    """The sample as its files say it."""
    return read_sample()


@pytest.fixture(scope="module")
def forum(sample_file: Path) -> Iterator[ForumFile]:
    """The sample in a file; for reading."""
    with ForumFile.open(sample_file, read_only=True) as desk:
        yield desk


@pytest.fixture(scope="module")
def editions(forum: ForumFile) -> dict[int, Dossier]:
    """The editions by number."""
    return {e.number or 0: dossier(forum, e.id) for e in forum.find(Edition)}


def texts(forum: ForumFile) -> Iterator[tuple[str, Text]]:
    """Every text of every record, with the name of its field."""
    for kind in KINDS:
        for record in forum.find(kind):
            for field in fields(record):
                value = getattr(record, field.name)
                for text in value if isinstance(value, tuple) else [value]:
                    if isinstance(text, Text) and text:
                        yield f"{kind.__name__}.{field.name}", text


def items(sessions: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for session in sessions:
        yield session
        yield from session.get("items", ())


def test_is_written_as_one_step_and_undone_to_nothing(desk: ForumFile, sample: Sample) -> None:
    progress = list(write_sample(desk, sample))
    assert [p.done for p in progress] == list(range(1, sample.size + 1))
    assert {p.total for p in progress} == {sample.size}
    assert len(desk.history()) == 1
    desk.undo()
    assert [kind.__name__ for kind in KINDS if desk.count(kind)] == []
    desk.redo()
    assert desk.count(Person) == 160


def test_cancelled_half_way_leaves_nothing(desk: ForumFile, sample: Sample) -> None:
    writing = write_sample(desk, sample)
    for _ in range(sample.size // 2):
        next(writing)
    writing.close()
    assert desk.count(Person) == 0
    assert desk.history() == []


def test_counts(forum: ForumFile, editions: dict[int, Dossier]) -> None:
    assert forum.count(Series) == 1
    assert forum.count(Organization) == 40
    assert forum.count(Person) == 160
    assert {n: len(d.participations) for n, d in editions.items()} == {1: 59, 2: 121, 3: 55}
    assert {n: len(d.program) for n, d in editions.items()} == {1: 13, 2: 29, 3: 22}
    assert {n: len(d.sessions) for n, d in editions.items()} == {1: 22, 2: 43, 3: 29}
    assert {n: len(d.rooms) for n, d in editions.items()} == {1: 4, 2: 6, 3: 6}
    assert {n: len(d.tracks) for n, d in editions.items()} == {1: 0, 2: 4, 3: 3}
    assert {n: len(d.agreements) for n, d in editions.items()} == {1: 1, 2: 1, 3: 2}


def test_everything_in_the_files_reaches_the_forum(forum: ForumFile, sample: Sample) -> None:
    everything = [s for e in sample.editions for s in items(e["sessions"])]
    agreements = [a for e in sample.editions for a in e["agreements"]]
    commitments = [c for e in sample.editions for c in e.get("commitments", ())]
    assert forum.count(Session) == len(everything)
    assert forum.count(Part) == sum(len(s.get("parts", ())) for s in everything)
    assert forum.count(Participation) == sum(len(e["participants"]) for e in sample.editions)
    assert forum.count(Agreement) == len(agreements)
    assert forum.count(Aim) == sum(len(a["aims"]) for a in agreements)
    assert forum.count(Original) == sum(len(a["originals"]) for a in agreements)
    groups = ("signs", "witnesses", "hands_over")
    signing = sum(len(a.get(group, ())) for a in agreements for group in groups)
    assert forum.count(Signatory) == signing
    assert forum.count(Commitment) == len(commitments)
    owners = sum(len(c["owners"]) + len(c.get("people", ())) for c in commitments)
    assert forum.count(CommitmentOwner) == owners
    reviews = [r for e in sample.editions for r in e.get("reviews", ())]
    assert forum.count(Review) == sum(len(r["commitments"]) for r in reviews)
    assert forum.count(Report) == sum(len(e.get("reports", ())) for e in sample.editions)
    assert forum.count(Quota) == sum(len(e.get("quotas", ())) for e in sample.editions)
    assert forum.count(Version) == sum("version" in e for e in sample.editions)
    assert forum.count(Printing) == sum(len(e.get("printings", ())) for e in sample.editions)
    assert len(sample.biographies) == sum(bool(p.biography) for p in forum.find(Person))


def records_in(sample: Sample) -> Iterator[tuple[type[Any], Mapping[str, Any]]]:
    """What the files say of each record, with its kind."""
    yield from ((Organization, organization) for organization in sample.organizations.values())
    yield from ((Person, person) for person in sample.people.values())
    for edition in sample.editions:
        yield Edition, edition
        yield from ((Passage, passage) for passage in edition["passages"])
        participants = [edition["participant"], *edition["participants"].values()]
        yield from ((Participation, participant) for participant in participants)
        sessions = list(items([edition["session"], *edition["sessions"]]))
        yield from ((Session, session) for session in sessions)
        yield from ((Part, part) for session in sessions for part in session.get("parts", ()))
        yield from outcomes_in(edition)


def outcomes_in(edition: Mapping[str, Any]) -> Iterator[tuple[type[Any], Mapping[str, Any]]]:
    """What an edition's file says of agreements, commitments and reports."""
    inside = ((Aim, "aims"), (Signatory, "signs"), (Original, "originals"))
    for agreement in edition["agreements"]:
        yield Agreement, agreement
        yield from ((kind, table) for kind, group in inside for table in agreement[group])
    outside = ((Commitment, "commitments"), (Report, "reports"), (Review, "reviews"))
    yield from ((kind, table) for kind, group in outside for table in edition.get(group, ()))


def test_nothing_in_the_files_is_misspelt(sample: Sample) -> None:
    for kind, table in records_in(sample):
        besides = WHAT_IS_SAID_BESIDES.get(kind.__name__.lower(), set())
        assert set(table) - {f.name for f in fields(kind)} <= besides, table


def test_every_file_of_the_folder_is_read(sample: Sample) -> None:
    files = {path.name for path in (resources() / "sample").glob("*.toml")}
    years = {f"{e['first_day']:%Y}" for e in sample.editions}
    others = {"organizations.toml", "people.toml", "biographies.toml", "series.toml"}
    others |= {"motorcade.toml", "passages.toml", "seating.toml", "terms.toml"}
    assert {name for name in files if name[:4] not in years} == others
    assert len(files) == len(others) + len(years)


def test_every_text_is_in_both_languages_but_for_one_title(forum: ForumFile) -> None:
    helps = ("Person.reading", "Person.honorific")  # said only where they are needed
    lacking = [
        (where, text.best())
        for where, text in texts(forum)
        if where not in helps and set(text) != set(LANGUAGES)
    ]
    assert lacking == [("Session.title", "A Foundry for Every Designer")]


def test_each_language_is_written_in_its_own_script(forum: ForumFile) -> None:
    in_both = {"KLA"}
    for where, text in texts(forum):
        assert not HANGUL.search(text.get("en", "")), where
        assert text.get("ko", "가") in in_both or HANGUL.search(text.get("ko", "가")), where
        assert not re.search(r" {2}|\.\.|'|\s[,.]|--", " ".join(text.values())), text


def test_all_that_is_printed_has_a_title_and_everybody_a_name(forum: ForumFile) -> None:
    assert all(session.title for session in forum.find(Session))
    assert all(participation.office for participation in forum.find(Participation))
    for person in forum.find(Person):
        assert {Script.HANGUL, Script.LATIN} <= set(person.names)
    vacant = [p.office["en"] for p in forum.find(Participation) if p.person is None]
    assert vacant == ["Secretary", "Minister"]
    shared = [p for p in forum.find(Person) if full_name(p, "ko") == "김민서"]
    assert len(shared) == 2


def test_biographies_are_two_to_four_sentences(sample: Sample) -> None:
    for key, told in sample.biographies.items():
        assert 2 <= len(re.findall(r"다\.", told["ko"])) <= 4, key
        assert 2 <= len(re.findall(r"(?<!Mr)(?<!Ms)(?<!Dr)\.( |$)", told["en"])) <= 4, key


def test_everybody_in_the_directory_takes_part(forum: ForumFile) -> None:
    there = {p.person for p in forum.find(Participation)}
    assert {p.id for p in forum.find(Person)} <= there


@pytest.mark.parametrize(
    ("kind", "field", "states"),
    [
        (Session, "kind", SessionKind),
        (Session, "status", SessionStatus),
        (Session, "visibility", Visibility),
        (Part, "role", Role),
        (Part, "mode", Mode),
        (Participation, "status", Invitation),
    ],
)
def test_every_kind_and_state_occurs(
    forum: ForumFile, kind: type[Any], field: str, states: type[StrEnum]
) -> None:
    assert {getattr(record, field) for record in forum.find(kind)} == set(states)


def test_every_role_of_a_host_and_state_of_a_commitment_occurs(
    editions: dict[int, Dossier], forum: ForumFile
) -> None:
    assert {h.role for d in editions.values() for h in d.hosts} == set(HostRole)
    found = forum.find(Commitment)
    assert {c.status for c in found} == set(CommitmentStatus)
    sources = {"aim" if c.aim else "part" if c.part else bool(c.session) for c in found}
    assert sources == {"aim", "part", True, False}
    assert {bool(o.person) for o in forum.find(CommitmentOwner)} == {True, False}


def test_sessions_fall_on_the_days_of_their_edition(editions: dict[int, Dossier]) -> None:
    for d in editions.values():
        first, last = d.edition.first_day, d.edition.last_day
        assert first is not None
        assert last is not None
        assert d.days == tuple(first + timedelta(n) for n in range((last - first).days + 1))
        assert [day for day in d.days if day not in {d.day_of(s) for s in d.program}] == []


def test_series_meets_on_the_fourth_thursday_of_june(editions: dict[int, Dossier]) -> None:
    first_days = [d.edition.first_day for d in editions.values()]
    assert first_days == [date(2024, 6, 27), date(2025, 6, 26), date(2027, 6, 24)]
    assert editions[1].series.recurrence == "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH"


def test_series_goes_on_in_turn(editions: dict[int, Dossier]) -> None:
    series = editions[1].series
    held = tuple(Held(d.edition) for d in editions.values())
    ahead = outlook(Chronicle(series, held), date(2027, 9, 1), 2)
    assert [(s.number, s.first_day, s.place["en"], s.timezone) for s in ahead.suggestions] == [
        (4, date(2028, 6, 22), "Seoul", "Asia/Seoul"),
        (5, date(2029, 6, 28), "Washington, D.C.", "America/New_York"),
    ]
    assert (ahead.skipped, series.moved, series.lead) == ((2026,), Moved.AFTER, 240)


def test_checks_find_only_what_is_wrong_on_purpose(editions: dict[int, Dossier]) -> None:
    found = {n: [problem.kind for problem in checks.run(d)] for n, d in editions.items()}
    # What is advice comes to nobody's eyes once an edition is over.
    assert found[1] == found[2] == []
    assert found[3] == [
        *("person-in-two-places", "declined"),
        *("missing-translation", "no-chair", "commitment-unreported", "no-interpreter"),
        *("not-agreed", "review-due"),
    ]


def test_third_forum_leaves_things_to_do(editions: dict[int, Dossier]) -> None:
    d = editions[3]
    chairing = {Role.CHAIRS, Role.MODERATES}
    debates = [s for s in d.program if s.kind in (SessionKind.PANEL, SessionKind.DISCUSSION)]
    leaderless = [s for s in debates if not chairing & {p.role for p in d.parts_of(s)}]
    assert [s.title["en"] for s in leaderless] == ["Semiconductors in the Age of AI Agents"]
    unanswered = [p for p in d.participations if p.status is Invitation.INVITED]
    assert len(unanswered) == 7
    assert any(not p.text_received for p in d.parts)


def test_who_agreed_came_but_for_those_absent(
    forum: ForumFile, editions: dict[int, Dossier], sample: Sample
) -> None:
    entered = {line.participation: line for line in forum.find(CheckIn)}
    for n, table in enumerate(sample.editions, 1):
        came = [p for p in editions[n].participations if p.id in entered]
        asked = {key: table["participant"] | told for key, told in table["participants"].items()}
        agreed = {key for key, told in asked.items() if told["status"] == "accepted"}
        door = table.get("door", {"absent": agreed, "desks": []})
        assert len(came) == len(agreed - set(door["absent"]))
        assert set(door["absent"]) <= agreed
        assert {entered[p.id].desk for p in came} == set(door["desks"])
        if came:
            assert min(entered[p.id].at for p in came) == door["opened"]
        assert {p.status for p in came} <= {Invitation.ACCEPTED}
    assert len(entered) == forum.count(CheckIn) == 163


def test_seats_of_the_third_forum(editions: dict[int, Dossier]) -> None:
    d = editions[3]
    full = {d.side[s.quota.side or ""].country: s.left for s in seats(d)}
    assert full == {"US": 16, "KR": 0}
    assert [d.person[p.person or ""].names[Script.LATIN].family for p in waiting(d)] == ["Park"]
    (deputy,) = [p for p in d.participations if p.deputy_for]
    assert d.participation[deputy.deputy_for or ""].status is Invitation.DECLINED


def test_seoul_has_changed_since_it_was_published(editions: dict[int, Dossier]) -> None:
    now = editions[2]
    then = thaw(now.versions[0].content)
    changed = [s.title["en"] for s in now.sessions if then.session.get(s.id) != s]
    assert changed == [
        "AI in the Palm of Your Hand: Designing Chips Together",
        "Press Briefing",
        "Exhibit of the Innovation Center’s Companies",
        "Investors’ Breakfast",
    ]
    assert {p.id for p in now.parts} > {p.id for p in then.parts}
    assert len(set(now.session_rooms) - set(then.session_rooms)) == 2
    taken_over = [
        p for p in now.parts if p.id in {t.id for t in then.parts} and p not in then.parts
    ]
    assert len(taken_over) == 1
    assert [p.handout for p in now.printings] == ["program", "agenda"]
    assert {p.version for p in now.printings} == {now.versions[0].id}


def test_washington_is_as_it_was_published(editions: dict[int, Dossier]) -> None:
    now = editions[1]
    then = thaw(now.versions[0].content)
    assert (then.edition, then.sessions, then.parts) == (now.edition, now.sessions, now.parts)
    assert (then.participations, then.aims) == (now.participations, now.aims)
    assert now.versions[0].at.isoformat() == "2024-06-24T22:20:00+00:00"


class TestWhatWasReported:
    """The first forum carries over the facts that were reported of it, and names no one else."""

    def named(self, d: Dossier, role: Role, kind: SessionKind) -> list[str]:
        parts = [p for s in d.sessions if s.kind is kind for p in d.parts_of(s) if p.role is role]
        return [self.name(d, d.participation[p.participation]) for p in parts]

    def name(self, d: Dossier, participation: Participation) -> str:
        return full_name(d.person[participation.person or ""], "en")

    def body(self, d: Dossier, participation: Participation) -> str:
        return d.organization[participation.organization or ""].name["en"]

    def test_place_day_and_hosts(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        assert d.title == Text.of(
            ko="제1회 한미 반도체 협력 포럼", en="1st Korea–U.S. Semiconductor Cooperation Forum"
        )
        assert (d.edition.first_day, d.edition.last_day) == (date(2024, 6, 27), date(2024, 6, 27))
        assert d.edition.timezone == "America/New_York"
        assert d.edition.city["en"] == "Washington, D.C."
        assert [(h.role, d.organization[h.organization].short["en"]) for h in d.hosts] == [
            (HostRole.CO_HOST, "KSIA"),
            (HostRole.CO_HOST, "SIA"),
        ]

    def test_opening_remarks(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        speakers = self.named(d, Role.OPENS, SessionKind.REMARKS)
        assert speakers == ["Ahn Duck-keun", "Gina Raimondo"]
        offices = {self.name(d, p): (p.office["ko"], self.body(d, p)) for p in d.participations}
        assert offices["Ahn Duck-keun"] == ("장관", "Ministry of Trade, Industry and Energy")
        assert offices["Gina Raimondo"] == ("장관", "U.S. Department of Commerce")
        assert offices["Kim Jeong-hoe"] == ("부회장", "Korea Semiconductor Industry Association")

    def test_the_three_named_appear_in_no_other_edition(self, editions: dict[int, Dossier]) -> None:
        real = {"Ahn Duck-keun", "Gina Raimondo", "Kim Jeong-hoe"}
        assert real <= {full_name(p, "en") for p in editions[1].people}
        for n in (2, 3):
            taking_part = {p.person for p in editions[n].participations}
            names = {full_name(p, "en") for p in editions[n].people if p.id in taking_part}
            assert names & real == set()

    def test_companies_on_the_panel(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        panel = next(s for s in d.program if s.kind is SessionKind.PANEL)
        speakers = [p for p in d.parts_of(panel) if p.role is Role.DISCUSSES]
        bodies = [self.body(d, d.participation[p.participation]) for p in speakers]
        assert bodies == ["Samsung Electronics", "SK hynix", "Intel", "Qualcomm"]

    def test_challenges_reviewed(self, editions: dict[int, Dossier]) -> None:
        reviews = [s for s in editions[1].program if s.kind is SessionKind.DISCUSSION]
        said = zip(reviews, ["기술혁신의 한계", "인력 확보", "공급망 안정화"], strict=True)
        assert all(challenge in session.title["ko"] for session, challenge in said)

    def test_memorandum(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        (mou,) = d.agreements
        assert (mou.kind, mou.signed_on) == ("mou", date(2024, 6, 27))
        assert d.session[mou.session or ""].kind is SessionKind.SIGNING
        assert [aim.number for aim in d.aims] == [1, 2, 3, 4, 5]
        for aim, fact in zip(
            d.aims,
            [
                "promising technologies such as artificial intelligence",
                "research and development (R&D) and in human resource development",
                "strengthen the semiconductor supply chain",
                "among government, industry, academia and the research community",
                "conducive to innovation and investment by companies",
            ],
            strict=True,
        ):
            assert fact in aim.text["en"]
        kept = {(d_.language, d_.keeper) for d_ in d.originals}
        assert kept == {(language, p.id) for language in LANGUAGES for p in d.parties}

    def test_statement_of_the_vice_chairman(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        (part,) = [p for p in d.parts if p.statement]
        assert self.name(d, d.participation[part.participation]) == "Kim Jeong-hoe"
        for fact in ("memory", "advanced equipment, design and software", "joint research"):
            assert fact in part.statement["en"]
        for fact in ("메모리", "첨단 장비와 설계, 소프트웨어", "공동 연구개발", "투자 확대"):
            assert fact in part.statement["ko"]

    def test_commitments(self, editions: dict[int, Dossier]) -> None:
        d = editions[1]
        made = [c for c in d.commitments if c.edition == d.edition.id]
        center, entry, experts, regular, together = made
        assert "Silicon Valley (San Jose)" in center.text["en"]
        assert center.due_text == Text.of(ko="2024년 9월 초", en="early September 2024")
        assert "fabless, design-house and IP companies" in entry.text["en"]
        assert "experts" in experts.text["en"]
        assert "regularly" in regular.text["en"]
        assert "sustainable development" in together.text["en"]

    def test_says_that_the_rest_is_invented(self, editions: dict[int, Dossier]) -> None:
        for d in editions.values():
            assert "invented" in d.series.notes
            assert "지어낸" in d.series.notes
            assert "invented" in d.edition.practical["en"]
            assert "지어낸" in d.edition.practical["ko"]
        readme = (resources() / "sample" / "README.md").read_text("utf-8")
        assert "Every other person" in readme


def test_another_folder_of_the_same_form_is_read(tmp_path: Path) -> None:
    for name in ("organizations", "people", "biographies"):
        (tmp_path / f"{name}.toml").write_text("", "utf-8")
    (tmp_path / "series.toml").write_text('title = { en = "Forum" }', "utf-8")
    assert read_sample(tmp_path).series == tomllib.loads('title = { en = "Forum" }')
    assert read_sample(tmp_path).editions == ()
    assert read_sample(tmp_path).seating == {}


def test_plans_seat_the_principals_by_precedence(
    forum: ForumFile, editions: dict[int, Dossier]
) -> None:
    plans = {
        n: [(plan.layout.value, plan.tables) for plan in d.seatings] for n, d in editions.items()
    }
    assert plans == {
        1: [],
        2: [("head-table", 1), ("bilateral", 1), ("round", 12)],
        3: [("head-table", 1)],
    }
    seoul = editions[2]
    (middle,) = (s for s in seoul.seats if s.seating == seoul.seatings[0].id and s.number == 5)
    host = seoul.participation[middle.participation or ""]
    assert full_name(seoul.person[host.person or ""], "en") == "Jo Min-hyuk"
    seated = {s.participation for s in seoul.seats if s.seating == seoul.seatings[2].id}
    assert len(seated - {None}) > 100
