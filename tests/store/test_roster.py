# SPDX-License-Identifier: MIT
"""Participants found, sorted and counted by the file, held against the same done by hand."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest

from forumdesk.domain.agenda import CheckIn, CheckInHow, Part, Session
from forumdesk.domain.finding import initials
from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.sifting import Filters, Mark, Order, Row, View
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.roster import FEW, Roster
from forumdesk.store.roster_sql import sortable
from tests.people_of import fill

TODAY = date(2026, 6, 1)
EVERYBODY, BY_NUMBER = Filters(), Order("number")


@pytest.fixture
def edition(desk: ForumFile) -> Edition:
    return fill(desk, 300)


@pytest.fixture
def roster(desk: ForumFile, edition: Edition) -> Roster:
    return desk.roster(edition.id, "ko")


def numbers(roster: Roster, ids: list[str]) -> list[int | None]:
    return [row.participation.number for row in roster.rows(ids)]


def names(roster: Roster, typed: str) -> set[str]:
    """The Hangul or Latin names of those found."""
    found = roster.narrowed(roster.ids(EVERYBODY, BY_NUMBER, TODAY), typed)
    return {spelled(row) for row in roster.rows(found)}


def spelled(row: Row) -> str:
    assert row.person is not None
    name = next(iter(row.person.names.values()))
    return f"{name.family}{name.given}"


def add(desk: ForumFile, edition: Edition, names: dict[Script, Name], **fields: object) -> str:
    person = Person(desk.new_id(), Names.of(names))
    made = Participation(desk.new_id(), edition.id, person.id, **fields)  # type: ignore[arg-type]
    with desk.step("Add"):
        desk.put_all([person, made])
    return made.id


@pytest.mark.parametrize(
    "typed",
    [
        "김",
        "김길동",
        "김 길동",
        "길동 장관",
        "kim",
        "KIM gil",
        "gildong",
        "기관 3",
        "p17@",
        "ㄱㄱㄷ",
        "17",
    ],
)
def test_every_word_is_found_in_person_organization_or_office(roster: Roster, typed: str) -> None:
    ids = roster.ids(EVERYBODY, BY_NUMBER, TODAY)
    found = roster.narrowed(ids, typed)

    def has(row: Row, word: str) -> bool:
        person, body, own = row.person, row.organization, row.participation
        assert person is not None
        assert body is not None
        texts = [
            *(t for n in person.names.values() for t in (n.family + n.given, n.given + n.family)),
            *(initials(n.family + n.given) for n in person.names.values()),
            *(c.value for c in person.contacts),
            *body.name.values(),
            *own.office.values(),
            *(own.category, own.table_name, str(own.number)),
        ]
        texts += [text.replace("-", "") for text in texts]
        plain = [text.casefold().replace(" ", "") for text in texts]
        return any(word.casefold() in text for text in plain)

    by_hand = [r.id for r in roster.rows(ids) if all(has(r, word) for word in typed.split())]
    assert found == by_hand
    assert found


def test_syllable_is_found_while_it_is_typed(desk: ForumFile, edition: Edition) -> None:
    add(desk, edition, {Script.HANGUL: Name("홍", "길동")})
    add(desk, edition, {Script.HANGUL: Name("호", "기")})
    roster = desk.roster(edition.id, "ko")
    steps = ["ㅎ", "호", "홍", "홍ㄱ", "홍기", "홍길", "홍길ㄷ", "홍길도", "홍길동"]
    for typed in steps:
        assert "홍길동" in names(roster, typed), typed
    assert "호기" in names(roster, "호")
    assert "호기" not in names(roster, "홍")
    assert names(roster, "홍긴") == set()
    assert "홍길동" in names(roster, "ㅎㄱㄷ")
    assert "홍길동" in names(roster, unicodedata.normalize("NFD", "홍길동"))


def test_no_sign_is_taken_for_a_letter_of_hangul(desk: ForumFile, edition: Edition) -> None:
    signs = "".join(map(chr, range(0xA1, 0x100))) + "™ᴬㆍ\u119e"
    odd = add(desk, edition, {Script.LATIN: Name("X", "Y")}, category=signs)
    hangul = add(desk, edition, {Script.LATIN: Name("X", "Y")}, category="각힣뭐읽괜찮")
    roster = desk.roster(edition.id, "ko")
    ids = [odd, hangul]
    for typed in ("ㄱ", "가", "각", "ㅎ", "히", "힣", "뭐", "읽", "괜찮"):
        assert roster.narrowed(ids, typed) == [hangul], typed
    for sign in signs:
        assert odd in roster.narrowed(ids, sign), sign


@pytest.mark.parametrize("typed", ["%", "_", '"', "*", "'; DROP TABLE person; --", "\\", "[가-힣]"])
def test_signs_are_looked_for_as_they_stand(desk: ForumFile, edition: Edition, typed: str) -> None:
    roster = desk.roster(edition.id, "en")
    ids = roster.ids(EVERYBODY, BY_NUMBER, TODAY)
    assert roster.narrowed(ids, typed) == []
    odd = add(desk, edition, {Script.LATIN: Name("X", f"a{typed}b")})
    ids = roster.ids(EVERYBODY, BY_NUMBER, TODAY)
    assert roster.narrowed(ids, typed) == [odd]
    assert desk.count(Person) == 301


def test_names_sort_as_the_reader_reads_them(desk: ForumFile, edition: Edition) -> None:
    for language in ("ko", "en"):
        roster = desk.roster(edition.id, language)
        rows = roster.rows(roster.ids(EVERYBODY, Order("name"), TODAY))
        script = Script.HANGUL if language == "ko" else Script.LATIN
        read = [row for row in rows if row.person and script in row.person.names]
        assert rows[: len(read)] == read, "those in the reader's script come first"
        keys = [
            (n.family.casefold().replace("ü", "u"), n.given.casefold().replace("ö", "o"), row.id)
            for row in read
            if row.person
            for n in [row.person.names[script]]
        ]
        assert keys == sorted(keys)
        assert len(rows) == 300


@pytest.mark.parametrize("column", sorted(sortable()))
@pytest.mark.parametrize("falling", [False, True])
def test_every_column_sorts_and_a_step_is_followed_by_mending(
    desk: ForumFile, edition: Edition, column: str, falling: bool
) -> None:
    rng = Random(column)
    key = f"{column}.en" if column in ("office", "badge-name") else column
    view = View(order=Order(key, falling))
    roster = desk.roster(edition.id, "en")
    everybody = desk.find(Participation, edition=edition.id)
    some = rng.sample(everybody, 25)
    before = roster.ids(EVERYBODY, view.order, TODAY)
    assert sorted(before) == sorted(p.id for p in everybody)
    with desk.step("Change"):
        for n, p in enumerate(some):
            desk.put(
                replace(
                    p,
                    office=Text.of(en=rng.choice(("Chair", "chair", ""))),
                    badge_name=Text.of(en=rng.choice(("Kim", ""))),
                    side=rng.choice((p.side, None)),
                    category=rng.choice(("Press", "aide", "")),
                    status=rng.choice(list(Invitation)),
                    status_on=rng.choice((None, date(2026, 5, 1 + n))),
                    reply_by=rng.choice((None, date(2026, 4, 1 + n))),
                    table_name=rng.choice(("2", "10", "A1", "")),
                    seat=rng.choice(("3", "20", "")),
                    rank=rng.choice((None, 1 + n)),
                    pin_reason=rng.choice(("", "Head")),
                    grade=rng.choice(("", "Vice minister")),
                    since=rng.choice((None, date(2020, 1, 1 + n))),
                    honored=rng.random() < 0.5,
                    arrives=rng.choice((None, datetime(2026, 6, 26, n % 24))),
                    departs=rng.choice((None, datetime(2026, 6, 28, n % 24))),
                    notes=rng.choice(("", "vegetarian")),
                    consents=rng.choice(((), (Consent("photo", False),), (Consent("list", True),))),
                )
            )
        for p in some[:5]:
            desk.put(CheckIn(desk.new_id(), p.id, datetime(2026, 6, 27, 9, tzinfo=UTC)))
    after = roster.ids(EVERYBODY, view.order, TODAY)
    touched = frozenset(p.id for p in some)
    assert roster.following(before, touched, view, today=TODAY) == after
    everyone = frozenset(before)
    assert len(everyone) < FEW
    assert roster.following(before, everyone, view, today=TODAY) == after


def test_those_with_nothing_to_sort_by_come_last_either_way(
    desk: ForumFile, edition: Edition
) -> None:
    roster = desk.roster(edition.id, "en")
    some = desk.find(Participation, edition=edition.id)[:3]
    with desk.step("Change"):
        for rank, p in zip((10, 2, 1), some, strict=True):
            desk.put(replace(p, rank=rank, seat=str(rank)))
    ten, two, one = (p.id for p in some)
    for column in ("rank", "seat"):
        assert roster.ids(EVERYBODY, Order(column), TODAY)[:3] == [one, two, ten]
        assert roster.ids(EVERYBODY, Order(column, falling=True), TODAY)[:3] == [ten, two, one]


def test_added_and_removed_are_followed(desk: ForumFile, edition: Edition) -> None:
    roster = desk.roster(edition.id, "en")
    view = View(Filters(statuses=(Invitation.PROPOSED,)), Order("name"))
    before = roster.ids(view.filters, view.order, TODAY)
    new = add(desk, edition, {Script.LATIN: Name("Aa", "Bb")})
    other = add(desk, edition, {Script.LATIN: Name("Aa", "Cc")}, status=Invitation.ACCEPTED)
    now = roster.following(before, frozenset({new, other}), view, today=TODAY)
    assert now == [new, *before]
    with desk.step("Remove"):
        desk.remove(Participation, new)
    assert roster.following(now, frozenset({new}), view, today=TODAY) == before


def test_filters_leave_whom_they_name(desk: ForumFile, edition: Edition) -> None:
    roster = desk.roster(edition.id, "en")
    everybody = desk.find(Participation, edition=edition.id)
    korea = desk.find(Side)[0].id
    body = desk.find(Organization)[1].id
    filters = Filters(
        sides=(korea,), categories=("press", ""), statuses=(Invitation.ACCEPTED, Invitation.INVITED)
    )
    by_hand = {
        p.id
        for p in everybody
        if p.side == korea
        and p.category in ("press", "")
        and p.status in (Invitation.ACCEPTED, Invitation.INVITED)
    }
    assert by_hand
    assert set(roster.ids(filters, BY_NUMBER, TODAY)) == by_hand
    of_body = {p.id for p in everybody if p.organization == body}
    assert set(roster.ids(Filters(organizations=(body,)), BY_NUMBER, TODAY)) == of_body
    assert roster.total() == 300
    assert sum(roster.tally("side").values()) == 300
    assert roster.tally("status")["accepted"] == sum(
        p.status is Invitation.ACCEPTED for p in everybody
    )


@pytest.fixture
def marked(desk: ForumFile) -> tuple[Edition, dict[str, str]]:
    """Two editions; of the second, somebody for each mark, by a name."""
    series = Series(desk.new_id(), Text.of(en="Forum"))
    first = Edition(desk.new_id(), series.id, 1, first_day=date(2025, 6, 1))
    second = Edition(
        desk.new_id(), series.id, 2, first_day=date(2026, 6, 1), reply_by=date(2026, 5, 1)
    )
    with desk.step("Set up"):
        desk.put_all([series, first, second])
    ids: dict[str, str] = {}
    for name in ("came", "undone", "late", "asked", "guest", "speaker", "twin", "other twin"):
        family = "Twin" if "twin" in name else name.title()
        ids[name] = add(desk, second, {Script.LATIN: Name(family, "A")})
    people = {name: desk.get(Participation, id_) for name, id_ in ids.items()}
    at = datetime(2026, 6, 1, 8, tzinfo=UTC)
    session = Session(desk.new_id(), second.id, Text.of(en="Keynote"))
    with desk.step("Mark"):
        for n, how in enumerate((CheckInHow.SCANNED, CheckInHow.UNDONE)):
            desk.put(CheckIn(desk.new_id(), ids["undone"], at.replace(minute=n), how=how))
        desk.put(CheckIn(desk.new_id(), ids["came"], at))
        desk.put(replace(people["late"], status=Invitation.INVITED))
        asked = replace(people["asked"], status=Invitation.INVITED, reply_by=date(2026, 6, 30))
        given = (
            Consent("list", True, until=date(2026, 7, 1)),
            Consent("photo", True, until=date(2026, 5, 1)),
            Consent("contact", False),
        )
        desk.put(replace(asked, consents=given))
        desk.put(replace(people["guest"], honored=True))
        desk.put(session)
        desk.put(Part(desk.new_id(), session.id, ids["speaker"]))
        desk.put(Participation(desk.new_id(), first.id, people["guest"].person))
        mailed = desk.get(Person, people["guest"].person or "")
        desk.put(replace(mailed, contacts=(Contact("email", "a@b.kr"),)))
    return second, ids


@pytest.mark.parametrize(
    ("mark", "left"),
    [
        (Mark.CAME, {"came"}),
        (Mark.NOT_CAME, {*("undone", "late", "asked", "guest", "speaker", "twin", "other twin")}),
        (Mark.UNANSWERED, {"late"}),
        (Mark.UNLISTED, {*("came", "undone", "late", "guest", "speaker", "twin", "other twin")}),
        (
            Mark.UNPICTURED,
            {*("came", "undone", "late", "asked", "guest", "speaker", "twin", "other twin")},
        ),
        (
            Mark.UNREACHED,
            {*("came", "undone", "late", "asked", "guest", "speaker", "twin", "other twin")},
        ),
        (
            Mark.WITHOUT_EMAIL,
            {*("came", "undone", "late", "asked", "speaker", "twin", "other twin")},
        ),
        (Mark.HONORED, {"guest"}),
        (Mark.RETURNING, {"guest"}),
        (Mark.NEW, {*("came", "undone", "late", "asked", "speaker", "twin", "other twin")}),
        (Mark.ON_PROGRAM, {"speaker"}),
        (Mark.DOUBLE, {"twin", "other twin"}),
    ],
)
def test_marks_leave_whom_they_name_and_are_counted(
    desk: ForumFile, marked: tuple[Edition, dict[str, str]], mark: Mark, left: set[str]
) -> None:
    edition, ids = marked
    roster = desk.roster(edition.id, "en")
    found = roster.ids(Filters(marks=(mark,)), BY_NUMBER, TODAY)
    assert {name for name, id_ in ids.items() if id_ in found} == left
    assert roster.count(mark, TODAY) == len(left) == len(found)


def test_rows_say_who_and_when_they_came(
    desk: ForumFile, marked: tuple[Edition, dict[str, str]]
) -> None:
    edition, ids = marked
    roster = desk.roster(edition.id, "en")
    came, undone = roster.rows([ids["came"], "gone", ids["undone"]])
    assert came.came == datetime(2026, 6, 1, 8, tzinfo=UTC)
    assert undone.came is None
    assert came.person is not None
    assert came.person.names[Script.LATIN] == Name("Came", "A")


def test_seat_without_a_name_is_found_and_sorted_by_its_organization(desk: ForumFile) -> None:
    edition = fill(desk, 3)
    body = Organization(desk.new_id(), Text.of(en="Aaa Association"))
    seat = Participation(desk.new_id(), edition.id, None, body.id)
    with desk.step("Add"):
        desk.put_all([body, seat])
    roster = desk.roster(edition.id, "en")
    ids = roster.ids(EVERYBODY, Order("name"), TODAY)
    assert ids[0] == seat.id
    assert roster.narrowed(ids, "aaa") == [seat.id]
    assert roster.rows([seat.id]) == [Row(seat, None, body)]


def test_what_changed_is_found_once_the_roster_hears_of_it(
    desk: ForumFile, edition: Edition
) -> None:
    roster = desk.roster(edition.id, "en")
    ids = roster.ids(EVERYBODY, BY_NUMBER, TODAY)
    assert roster.narrowed(ids, "zebra") == []
    first = desk.get(Participation, ids[0])
    with desk.step("Change"):
        desk.put(replace(first, badge_name=Text.of(en="Zebra")))
    roster.forget([ids[0]])
    assert roster.narrowed(ids, "zebra") == [ids[0]]
    assert roster.of("person", [first.person or ""]) == {first.id}


@pytest.mark.parametrize("column", ["name", "organization", "number"])
def test_order_is_that_of_a_fresh_look_after_every_kind_of_step(
    desk: ForumFile, edition: Edition, column: str
) -> None:
    roster, order = desk.roster(edition.id, "ko"), Order(column)
    first, second, third = desk.find(Participation, edition=edition.id)[:3]
    roster.ids(EVERYBODY, order, TODAY)

    def put(record: Participation | Person) -> None:
        with desk.step("Change"):
            desk.put(record)

    def renamed() -> None:
        person = desk.get(Person, second.person or "")
        put(replace(person, names=Names.of({Script.HANGUL: Name("하", "하하")})))

    def removed() -> None:
        with desk.step("Remove"):
            desk.remove(Participation, third.id)

    moved = replace(first, organization=second.organization, number=999)
    steps: list[tuple[Callable[[], None], str]] = [
        (lambda: put(replace(first, office=Text.of(ko="차관"))), first.id),
        (lambda: put(moved), first.id),
        (renamed, second.id),
        (removed, third.id),
        (lambda: put(replace(third, number=7)), third.id),
    ]
    for step, touched in steps:
        step()
        roster.forget({touched})
        fresh = desk.roster(edition.id, "ko").ids(EVERYBODY, order, TODAY)
        assert roster.ids(EVERYBODY, order, TODAY) == fresh


def test_every_key_finds_what_a_fresh_look_finds(desk: ForumFile, edition: Edition) -> None:
    roster = desk.roster(edition.id, "en")
    ids = roster.ids(EVERYBODY, BY_NUMBER, TODAY)
    keys = [
        *("김", "김길", "김길동", "김길동 장", "김길동 장관", "장관", "장관 길", "길", "길 교수"),
        *("k", "ki", "kim", "kim 1", "kim 17", "m 17", "17", "7", "institute 7", "no one"),
    ]
    for typed in keys:
        fresh = desk.roster(edition.id, "en").narrowed(ids, typed)
        assert roster.would_find(ids, "lee") == len(
            desk.roster(edition.id, "en").narrowed(ids, "lee")
        )
        assert roster.narrowed(ids, typed) == fresh, typed
    some = ids[:50]
    assert roster.narrowed(some, "k") == [id_ for id_ in roster.narrowed(ids, "k") if id_ in some]
    assert roster.would_find(ids, " ") == len(ids)
