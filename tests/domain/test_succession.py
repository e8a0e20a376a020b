# SPDX-License-Identifier: MIT
"""The plan of a next edition: what is carried, shifted, reset and left behind, and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest

from forumdesk.domain.agenda import (
    Link,
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionStatus,
)
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, HostRole, Room, Series, Side, Track
from forumdesk.domain.outcomes import Agreement, Commitment, CommitmentStatus, Review
from forumdesk.domain.people import (
    Consent,
    Invitation,
    LetterPurpose,
    LetterText,
    Organization,
    Participation,
    Quota,
)
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.printed import PackSheet, Passage, PassageKind
from forumdesk.domain.succession.choices import Answer, Choices, Invite, Office, Parts, Texts
from forumdesk.domain.succession.days import months_between, suggested_day
from forumdesk.domain.succession.plan import Module, Plan
from forumdesk.domain.succession.planning import plan_next
from forumdesk.domain.succession.warnings import warnings
from forumdesk.domain.validity import tidied
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from tests.domain.making import EDITION, SERIES, at, edition, held, item, part, room, session

ENGLISH = words_in("en")
SEOUL, BUSAN = Text.of(ko="서울", en="Seoul"), Text.of(ko="부산", en="Busan")


def en(text: str) -> Text:
    return Text.of(en=text)


def planned(last: Dossier, known: tuple[Room, ...] = (), **choices: Any) -> Plan:
    """A plan whose new ids are counted."""
    ids: Iterator[int] = count(1)
    chosen = Choices(**choices)
    return plan_next(last, chosen, new_id=lambda: f"new-{next(ids):03}", rooms=known)


def now(plan: Plan, was: str) -> Session | None:
    return next(f.now for f in plan.sessions if f.was and f.was.id == was)


def carried(plan: Plan, was: str) -> Session:
    found = now(plan, was)
    assert found is not None
    return found


def who(plan: Plan) -> list[str]:
    """Who is proposed again."""
    return [seat.was.id for seat in plan.seats if seat.now]


def seated(plan: Plan, was: str) -> Participation:
    found = next(seat.now for seat in plan.seats if seat.was.id == was)
    assert found is not None
    return found


def why(plan: Plan, module: Module) -> list[str]:
    return [phrase.said(ENGLISH) for phrase in plan.account(module).why]


def told(plan: Plan) -> list[str]:
    return [f"{one.severity}: {one.phrase.said(ENGLISH)}" for one in warnings(plan)]


def made(plan: Plan, kind: type) -> list[Any]:
    return [record for record in plan.records if type(record) is kind]


# Days and times


@pytest.mark.parametrize(
    ("recurrence", "began", "next_"),
    [
        ("", date(2024, 6, 27), date(2025, 6, 26)),  # the last Thursday of June
        ("", date(2026, 5, 6), date(2027, 5, 5)),  # the first Wednesday of May
        ("FREQ=MONTHLY;INTERVAL=6", date(2024, 6, 27), date(2024, 12, 26)),
        ("RRULE:FREQ=YEARLY;INTERVAL=2;BYDAY=-1TH", date(2024, 6, 27), date(2026, 6, 25)),
        ("every 6 months", date(2024, 8, 30), date(2025, 2, 28)),  # a fifth Friday: the last
        ("whenever", date(2024, 2, 29), date(2025, 2, 27)),
    ],
)
def test_the_same_weekday_of_the_month_is_suggested(
    recurrence: str, began: date, next_: date
) -> None:
    series = Series("s", en("Forum"), recurrence=recurrence)
    assert suggested_day(series, began) == next_
    assert began.weekday() == next_.weekday()


@pytest.mark.parametrize(
    ("recurrence", "months"),
    [("", 12), ("FREQ=YEARLY", 12), ("FREQ=MONTHLY;INTERVAL=3", 3), ("Every 4 months", 4)],
)
def test_a_rule_says_how_many_months_lie_between(recurrence: str, months: int) -> None:
    assert months_between(recurrence) == months


def test_sessions_move_with_their_days_and_keep_their_wall_times() -> None:
    last = edition(
        session("a", "09:00"),
        session("b", "14:30", day=7),
        session("late", "00:30", day=8),  # of the evening of the seventh
        session("open"),
    )
    plan = planned(last)
    assert (plan.edition.first_day, plan.edition.last_day) == (date(2027, 5, 5), date(2027, 5, 6))
    assert carried(plan, "a").starts == datetime(2027, 5, 5, 9)
    assert carried(plan, "b").starts == datetime(2027, 5, 6, 14, 30)
    assert carried(plan, "late").starts == datetime(2027, 5, 7, 0, 30)
    assert carried(plan, "open").starts is None
    assert plan.account(Module.AGENDA).shifted == 3


def test_a_day_may_be_chosen() -> None:
    plan = planned(edition(session("a", "09:00", day=7)), on=date(2027, 10, 14))
    assert carried(plan, "a").starts == datetime(2027, 10, 15, 9)
    said = "note: It begins on another weekday than the last forum; sessions go with their days."
    assert said in told(plan)


@pytest.mark.parametrize("day", [date.min, date(1700, 1, 1), date(2999, 6, 1), date.max])
def test_a_day_that_cannot_be_is_refused(day: date) -> None:
    with pytest.raises(ForumDeskError, match="No edition can begin"):
        planned(edition(session("a", "09:00")), on=day)


def test_an_edition_without_days_has_none_next_time() -> None:
    bare = replace(EDITION, first_day=None, last_day=None, reply_by=date(2026, 4, 1))
    plan = planned(replace(edition(session("a")), edition=bare))
    assert (plan.edition.first_day, plan.edition.reply_by) == (None, None)
    assert carried(plan, "a").starts is None
    assert told(plan) == ["warning: There is no day yet on which it begins."]
    later = planned(replace(edition(session("a")), edition=bare), on=date(2027, 5, 5))
    assert (later.edition.first_day, later.edition.last_day) == (date(2027, 5, 5),) * 2


def test_days_open_but_sessions_timed_count_from_the_first_session() -> None:
    bare = replace(EDITION, first_day=None, last_day=None)
    last = replace(edition(session("a", "09:00"), session("b", "10:00", day=8)), edition=bare)
    plan = planned(last, on=date(2027, 1, 4))
    assert (plan.edition.first_day, plan.edition.last_day) == (date(2027, 1, 4), date(2027, 1, 6))
    assert carried(plan, "b").starts == datetime(2027, 1, 6, 10)


def test_another_time_zone_keeps_wall_times_and_a_gap_is_told() -> None:
    series = replace(
        SERIES, places=(SEOUL, en("New York")), zones=("Asia/Seoul", "America/New_York")
    )
    here = replace(EDITION, city=SEOUL)
    last = replace(
        edition(session("a", "02:30", kind=SessionKind.DINNER)), series=series, edition=here
    )
    plan = planned(last, on=date(2027, 3, 14))  # the clock is put forward in New York
    assert (plan.edition.timezone, plan.edition.city) == ("America/New_York", en("New York"))
    assert carried(plan, "a").starts == datetime(2027, 3, 14, 2, 30)
    found = [line for line in told(plan) if "does not exist" in line]
    assert found == [
        "error: “Session a”: 02:30 does not exist on 2027-03-14; the clock is put forward"
        " (America/New_York)."
    ]


def test_a_holiday_a_weekend_and_an_earlier_day_are_told() -> None:
    lines = told(planned(edition(session("a", "09:00")), on=date(2027, 8, 15)))
    assert any("is a public holiday in South Korea" in line for line in lines)
    assert "warning: 2027-08-15 is on a weekend." in lines
    early = told(planned(edition(), on=date(2025, 5, 7)))
    assert "warning: 2025-05-07 is not after the last forum." in early


def test_another_edition_on_the_same_days_is_told() -> None:
    other = Edition("other", "series", number=2, first_day=date(2027, 5, 6))
    last = replace(edition(), editions=(EDITION, other))
    plan = planned(last)
    assert plan.edition.number == 3
    assert told(plan)[:2] == [
        "warning: “2nd Forum” is there already, with nothing in it.",
        "warning: “2nd Forum” is on these days too.",
    ]


# The agenda


def test_a_session_is_a_draft_again_and_says_where_it_came_from() -> None:
    was = session(
        "a",
        "09:00",
        status=SessionStatus.CONFIRMED,
        locked=True,
        began=at("09:02"),
        ended=at("10:11"),
        links=(Link("https://example.org/recording"),),
        summary=en("Summary"),
        abstract=en("Abstract"),
        notes="notes",
        cues="lights",
        expected=120,
    )
    new = carried(planned(edition(was)), "a")
    wanted = replace(
        was,
        id=new.id,
        edition="new-001",
        starts=datetime(2027, 5, 5, 9),
        status=SessionStatus.DRAFT,
        locked=False,
        began=None,
        ended=None,
        links=(),
        summary=EMPTY,
        abstract=EMPTY,
        notes="",
        predecessor="a",
    )
    assert new == wanted


@pytest.mark.parametrize(
    ("texts", "talk", "pause"),
    [
        (Texts.KEEP, ("Session a", "Summary", "cue"), "Session b"),
        (Texts.TITLES, ("Session a", "", "cue"), "Session b"),
        (Texts.EMPTY, ("", "", ""), "Session b"),
    ],
)
def test_texts_are_carried_or_emptied(texts: Texts, talk: tuple[str, ...], pause: str) -> None:
    last = edition(
        session("a", "09:00", summary=en("Summary"), cues="cue"),
        session("b", "10:00", kind=SessionKind.BREAK),
    )
    plan = planned(last, texts=texts)
    new = carried(plan, "a")
    assert (new.title.best(("en",)), new.summary.best(("en",)), new.cues) == talk
    assert carried(plan, "b").title.best(("en",)) == pause


def test_cancelled_sessions_stay_behind_with_their_items() -> None:
    last = edition(
        session("a", "09:00", status=SessionStatus.CANCELLED),
        item("a", "a1", "09:00"),
        session("b", "10:00"),
        item("b", "b1", "10:00", status=SessionStatus.CANCELLED),
    )
    plan = planned(last)
    assert [f.was.id for f in plan.sessions if f.was and not f.now] == ["a", "a1", "b1"]
    assert "Cancelled sessions stay behind (3)." in why(plan, Module.AGENDA)


def test_items_go_along_or_stay_behind() -> None:
    last = edition(session("a", "09:00"), item("a", "a1", "09:10"))
    plan = planned(last)
    assert carried(plan, "a1").parent == carried(plan, "a").id
    bare = planned(last, items=False)
    assert now(bare, "a1") is None
    assert "Items inside sessions stay behind (1)." in why(bare, Module.AGENDA)
    assert bare.account(Module.AGENDA).left == 1


def test_what_follows_comes_after_what_it_follows() -> None:
    last = edition(
        session("c", "11:00", follows="b"),
        session("b", "10:00", follows="a"),
        session("a", "09:00"),
    )
    plan = planned(last)
    order = [session.predecessor for session in made(plan, Session)]
    assert order == ["a", "b", "c"]
    assert carried(plan, "c").follows == carried(plan, "b").id


def test_an_agenda_may_be_begun_anew() -> None:
    plan = planned(edition(session("a", "09:00"), parts=(part("a", "kim"),)), agenda=False)
    assert (made(plan, Session), made(plan, Part)) == ([], [])
    assert why(plan, Module.AGENDA) == ["The agenda is begun anew."]
    assert who(plan) == ["kim"]


def test_tracks_go_along_or_stay_behind() -> None:
    last = replace(
        edition(session("a", "09:00", track="t")), tracks=(Track("t", "edition", en("Policy")),)
    )
    plan = planned(last)
    (track,) = made(plan, Track)
    assert (carried(plan, "a").track, track.edition) == (track.id, plan.edition.id)
    bare = planned(last, tracks=False)
    assert (carried(bare, "a").track, bare.account(Module.TRACKS).left) == (None, 1)


# Rooms and places


def in_seoul(*sessions: Session, **more: Any) -> Dossier:
    """An edition in Seoul, after one in Busan."""
    here = replace(EDITION, number=2, city=SEOUL, venue=en("COEX"), wifi=en("secret"))
    busan = Edition("busan", "series", 1, first_day=date(2025, 5, 7), city=BUSAN, venue=en("BEXCO"))
    rooms = (room("A", 50), room("B", 300), room("C"))
    made = edition(*sessions, rooms=rooms, **more)
    return replace(made, edition=here, editions=(busan, here))


def test_the_same_venue_has_the_same_rooms() -> None:
    last = in_seoul(session("a", "09:00"), session_rooms=held(a="A B"))
    plan = planned(last, city=SEOUL)
    assert plan.edition.venue == en("COEX")
    assert [fate.now.name for fate in plan.rooms if fate.now] == [r.name for r in last.rooms]
    rooms = [r.name["en"] for r in plan.draft.rooms_of(carried(plan, "a"))]
    assert rooms == ["Hall A", "Hall B"]


def test_where_a_forum_met_before_its_rooms_are_known_largest_for_largest() -> None:
    known = tuple(
        Room(key, "busan", en(key), seats)
        for key, seats in (("small", 20), ("large", 500), ("middle", 90), ("extra", 10))
    )
    elsewhere = Room("x", "somewhere", en("x"), 9000)
    plan = planned(in_seoul(session("a", "09:00"), session_rooms=held(a="B")), (*known, elsewhere))
    assert (plan.edition.city, plan.edition.venue) == (BUSAN, en("BEXCO"))
    pairs = {f.was.id if f.was else "": f.now.name["en"] for f in plan.rooms if f.now}
    assert pairs == {"A": "middle", "B": "large", "C": "small", "": "extra"}
    (hall,) = plan.draft.rooms_of(carried(plan, "a"))
    assert (hall.name, hall.capacity, hall.edition) == (en("large"), 500, plan.edition.id)


def test_a_new_place_has_rooms_by_what_they_are_for() -> None:
    plan = planned(in_seoul(session("a", "09:00")), city=Text())
    assert (plan.edition.city, plan.edition.venue, plan.edition.wifi) == (EMPTY, EMPTY, EMPTY)
    names = [dict(f.now.name.pairs) for f in plan.rooms if f.now]
    assert [name["en"] for name in names] == ["Room A", "Plenary hall", "Room B"]
    assert all(name["ko"] != name["en"] for name in names)
    assert [room.capacity for room in made(plan, Room)] == [None] * 3
    assert "note: Rooms are to be named at the new venue (3)." in told(plan)
    asked = "warning: The time zone is that of the last forum (Asia/Seoul): is it right there?"
    assert asked in told(plan)
    assert asked not in told(planned(in_seoul(), city=Text(), timezone="Asia/Tokyo"))


def test_more_rooms_than_letters_have_names_too() -> None:
    rooms = tuple(replace(room(f"r{n}"), position=n) for n in range(30))
    plan = planned(replace(in_seoul(), rooms=rooms), city=Text())
    names = [f.now.name["en"] for f in plan.rooms if f.now]
    assert len(set(names)) == 30
    assert names[-1] == "Room AC"


def test_a_room_is_named_or_left_by_hand() -> None:
    last = in_seoul(session("a", "09:00"), session_rooms=held(a="A B"))
    plan = planned(last, rooms={"A": EMPTY, "B": en("Aula")})
    assert [r.name["en"] for r in plan.draft.rooms_of(carried(plan, "a"))] == ["Aula"]
    assert "warning: What was in “Hall A” has no room." in told(plan)
    assert plan.account(Module.ROOMS).left == 1


def test_places_take_turns_by_the_series_or_by_its_editions() -> None:
    assert planned(in_seoul()).edition.city == BUSAN
    alone = replace(edition(), edition=replace(EDITION, city=SEOUL))
    assert planned(alone).edition.city == SEOUL
    places = (en("Washington"), SEOUL, en("Tokyo"))
    turn = replace(alone, series=replace(SERIES, places=places))
    assert planned(turn).edition.city == en("Tokyo")
    unknown = replace(turn, edition=replace(EDITION, number=1))
    assert planned(unknown).edition.city == SEOUL


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ForumDeskError, match="no time zone"):
        planned(edition(), timezone="Mars/Olympus")


def test_design_and_practical_texts_by_choice() -> None:
    was = replace(
        EDITION,
        design="ministerial",
        accent="#102030",
        practical=en("Bring a passport"),
        welcome=en("Dear guests"),
        slogan=en("2026"),
        link="https://example.org/2026",
        title=en("The Third Forum"),
        transfer=10,
    )
    last = replace(edition(), edition=was)
    new = planned(last).edition
    assert (new.design, new.accent, new.transfer) == ("ministerial", "#102030", 10)
    assert {new.practical, new.welcome, new.slogan, new.title} == {EMPTY}
    assert new.link == ""
    kept = planned(last, practical=True, welcome=True, design=False).edition
    assert (kept.practical, kept.welcome, kept.design) == (was.practical, was.welcome, "")


# Hosts and sides


def test_hosts_and_sides_take_turns_and_sponsors_stay_behind() -> None:
    hosts = (
        Host("h1", "edition", "ksia", HostRole.HOST, 0),
        Host("h2", "edition", "sia", HostRole.CO_HOST, 1),
        Host("h3", "edition", "kotra", HostRole.SUPPORTER, 2),
        Host("h4", "edition", "bank", HostRole.SPONSOR, 3),
    )
    sides = (
        Side("k", "edition", en("Korea"), organization="ksia", position=0),
        Side("u", "edition", en("America"), organization="sia", position=1),
    )
    bodies = tuple(Organization(key, en(key)) for key in ("ksia", "sia", "kotra", "bank"))
    last = replace(edition(), hosts=hosts, sides=sides, organizations=bodies)
    plan = planned(last)
    assert [(h.organization, h.role.value) for h in plan.hosts] == [
        ("sia", "host"),
        ("ksia", "co-host"),
        ("kotra", "supporter"),
    ]
    assert [side.name["en"] for side in plan.sides] == ["America", "Korea"]
    assert why(plan, Module.HOSTS) == [
        "The hosts take turns: sia comes first.",
        "Sponsors stay behind (1).",
    ]
    still = planned(last, alternate=False, sponsors=True)
    assert [h.organization for h in still.hosts] == ["ksia", "sia", "kotra", "bank"]
    assert [side.name["en"] for side in still.sides] == ["Korea", "America"]


def test_sides_without_hosts_take_turns_too() -> None:
    sides = tuple(Side(key, "edition", en(key), position=n) for n, key in enumerate("abc"))
    plan = planned(replace(edition(), sides=sides))
    assert [(s.name["en"], s.position) for s in plan.sides] == [("b", 0), ("c", 1), ("a", 2)]


def test_seats_and_letters_go_along() -> None:
    last = replace(
        edition(),
        sides=(Side("k", "edition", en("Korea")),),
        quotas=(Quota("q", "edition", 40, side="k"), Quota("all", "edition", 100)),
        letter_texts=(LetterText("l", "edition", LetterPurpose.INVITATION, en("Dear {name}")),),
    )
    plan = planned(last)
    (side,) = made(plan, Side)
    assert [(q.seats, q.side) for q in made(plan, Quota)] == [(40, side.id), (100, None)]
    assert [letter.edition for letter in made(plan, LetterText)] == [plan.edition.id]
    bare = planned(last, quotas=False, letters=False)
    assert (made(bare, Quota), made(bare, LetterText)) == ([], [])
    assert bare.account(Module.QUOTAS).left == 2


def test_the_handout_pack_goes_along_as_far_as_it_fits() -> None:
    asked = [
        *("{}", '{"side": "k"}', '{"side": "gone"}', '{"day": "2026-04-01"}'),
        *('{"person": "kim"}', "no options", '{"ahead": 20, "texts_by": "2026-04-01"}'),
    ]
    sheets = [
        PackSheet(str(n), "edition", "agenda", options, 10 + n, ticked=n != 1, position=n)
        for n, options in enumerate(asked)
    ]
    last = replace(edition(), sides=(Side("k", "edition", en("Korea")),), pack=tuple(sheets))
    plan = planned(last)
    (side,) = made(plan, Side)
    carried = made(plan, PackSheet)
    assert [(s.options, s.copies, s.ticked) for s in carried] == [
        *(("{}", 10, True), (f'{{"side": "{side.id}"}}', 11, False)),
        ('{"ahead": 20}', 16, True),
    ]
    assert {s.edition for s in carried} == {plan.edition.id}
    assert plan.draft.pack == tuple(carried)
    account = plan.account(Module.PACK)
    assert (account.carried, account.left) == (3, 4)
    assert [phrase.said(words_in("en")) for phrase in account.why] == [
        "Sheets made for one day, person or agreement stay behind (4)."
    ]
    assert made(planned(last, pack=False), PackSheet) == []


def test_texts_of_the_program_go_along_if_that_is_wanted() -> None:
    last = replace(
        edition(seats={"kim": {}, "lee": {"status": Invitation.DECLINED}}),
        passages=(
            Passage("m1", "edition", text=en("Hello"), participation="kim", signature="s"),
            Passage("m2", "edition", text=en("Hello"), participation="lee", position=1),
            Passage("e", "edition", PassageKind.EMERGENCY, text=en("911 | All"), position=2),
        ),
    )
    assert made(planned(last), Passage) == []
    assert planned(last).account(Module.PASSAGES).left == 3
    plan = planned(last, passages=True, invite=Invite.EVERYBODY, behind=frozenset({"lee"}))
    (kim,) = made(plan, Participation)
    carried = [(p.kind, p.edition, p.participation, p.signature) for p in made(plan, Passage)]
    edition_id = plan.edition.id
    assert carried == [
        (PassageKind.MESSAGE, edition_id, kim.id, None),
        (PassageKind.MESSAGE, edition_id, None, None),
        (PassageKind.EMERGENCY, edition_id, None, None),
    ]
    account = plan.account(Module.PASSAGES)
    assert (account.carried, account.left) == (3, 0)
    assert [phrase.said(ENGLISH) for phrase in account.why] == [
        "Signatures under messages are not carried.",
        "Messages whose author is not proposed again are to be assigned (1).",
    ]


def test_order_of_sections_and_contact_stay() -> None:
    kept = {"sections": ("agenda", "welcome"), "contact": en("Secretariat 02-1234")}
    plan = planned(replace(edition(), edition=replace(EDITION, **kept)))
    assert (plan.edition.sections, plan.edition.contact) == (kept["sections"], kept["contact"])


def test_the_cover_goes_along_unless_that_is_not_wanted() -> None:
    last = replace(edition(), edition=replace(EDITION, cover="picture"))
    plan = planned(last)
    assert plan.edition.cover == "picture"
    assert "Cover picture: carried." in why(plan, Module.EDITION)
    bare = planned(last, cover=False)
    assert bare.edition.cover is None
    assert "Cover picture: begun anew." in why(bare, Module.EDITION)
    assert bare.account(Module.EDITION).left == plan.account(Module.EDITION).left + 1


def test_seating_plans_go_along_without_anybody() -> None:
    seatings = (
        Seating("s", "edition", en("Dinner"), Layout.ROUND, tables=4),
        Seating("t", "edition", en("Talks"), Layout.BILATERAL, tables=2, position=1),
    )
    last = replace(edition(seats={"kim": {}}), seatings=seatings, seats=(Seat("x", "s", 1, 1),))
    plan = planned(last)
    carried = [(s.title, s.layout, s.tables, s.edition) for s in made(plan, Seating)]
    assert carried == [(s.title, s.layout, s.tables, plan.edition.id) for s in seatings]
    assert made(plan, Seat) == []
    account = plan.account(Module.SEATINGS)
    assert (account.carried, account.left, account.reset) == (2, 0, 2)
    assert why(plan, Module.SEATINGS) == ["Tables and seats are carried; nobody is seated yet."]
    bare = planned(last, seatings=False)
    assert made(bare, Seating) == []
    account = bare.account(Module.SEATINGS)
    assert (account.carried, account.left, account.why) == (0, 2, ())


# People


def people(**seats: dict[str, Any]) -> Dossier:
    """An edition of these people; each speaks in the one session unless told otherwise."""
    return edition(session("a", "09:00"), seats=seats)


def test_everybody_is_proposed_and_nobody_invited() -> None:
    last = people(
        kim={"number": 2, "status_on": date(2026, 4, 1), "table_name": "7", "notes": "vegan"},
        lee={"number": 1, "status": Invitation.INVITED},
        wait={"status": Invitation.WAITLISTED},
    )
    plan = planned(last)
    assert who(plan) == ["lee", "kim", "wait"]
    assert [p.number for p in made(plan, Participation)] == [1, 2, 3]
    assert {p.status for p in made(plan, Participation)} == {Invitation.PROPOSED}
    kim = seated(plan, "kim")
    assert (kim.status_on, kim.history, kim.table_name, kim.notes) == (None, (), "", "")
    assert why(plan, Module.PEOPLE) == ["All are proposed; nobody is invited by this."]


def test_declined_and_cancelled_people_stay_behind() -> None:
    last = people(kim={}, no={"status": Invitation.DECLINED}, gone={"status": Invitation.CANCELLED})
    plan = planned(last)
    assert who(plan) == ["kim"]
    assert "Declined or cancelled: 2" in why(plan, Module.PEOPLE)
    assert plan.account(Module.PEOPLE).left == 2


@pytest.mark.parametrize(
    ("invite", "expected"),
    [
        (Invite.EVERYBODY, ["kim", "smith", "lee"]),
        (Invite.SPEAKERS, ["kim"]),
        (Invite.SIDE, ["smith"]),
        (Invite.NOBODY, []),
    ],
)
def test_standing_invitations_are_chosen(invite: Invite, expected: list[str]) -> None:
    last = edition(
        session("a", "09:00"),
        session("x", "10:00", status=SessionStatus.CANCELLED),
        parts=(part("a", "kim"), part("x", "lee")),
        seats={"kim": {}, "smith": {"side": "u"}, "lee": {}},
        sides=(Side("u", "edition", en("America")),),
    )
    plan = planned(last, invite=invite, side="u")
    assert who(plan) == expected
    assert len(made(plan, Part)) == ("kim" in expected)
    if invite is Invite.SIDE:
        assert seated(plan, "smith").side == plan.sides[0].id


def test_who_is_left_out_by_hand_stays_behind() -> None:
    plan = planned(people(kim={}, lee={}), behind=frozenset({"lee"}))
    assert who(plan) == ["kim"]
    assert "Left out by you: 1" in why(plan, Module.PEOPLE)


def test_offices_are_asked_after() -> None:
    office = {"office": en("Vice Chairman"), "organization": "sia", "rank": 1, "grade": "1"}
    last = people(kept=office, changed=office, left=office, gone=office, guest={})
    answers = {
        "changed": Office(Answer.CHANGED, en("Chairman"), "ksia"),
        "left": Office(Answer.LEFT),
        "gone": Office(Answer.LEFT, seat=False),
    }
    plan = planned(last, offices=answers)
    assert [seat.was.id for seat in plan.seats if seat.asked] == ["kept", "changed", "left", "gone"]
    kept, changed, left = (seated(plan, key) for key in ("kept", "changed", "left"))
    assert (kept.office, kept.rank, kept.grade) == (en("Vice Chairman"), 1, "1")
    assert (changed.office, changed.organization) == (en("Chairman"), "ksia")
    assert (changed.rank, changed.grade) == (None, "")
    assert (left.person, left.organization, left.office) == (None, "sia", en("Vice Chairman"))
    assert who(plan) == ["kept", "changed", "left", "guest"]
    assert "Has left this office: 1" in why(plan, Module.PEOPLE)


def test_a_seat_kept_by_the_organization_keeps_the_part() -> None:
    office = {"office": en("Vice Chairman"), "organization": "sia"}
    last = edition(
        session("a", "09:00"), parts=(part("a", "left", Role.CHAIRS),), seats={"left": office}
    )
    plan = planned(last, offices={"left": Office(Answer.LEFT)})
    (chair,) = made(plan, Part)
    assert chair.participation == seated(plan, "left").id


def test_somebody_of_no_organization_leaves_no_seat() -> None:
    plan = planned(people(kim={"office": en("Writer")}), offices={"kim": Office(Answer.LEFT)})
    assert who(plan) == []


def test_a_deputy_gives_way_or_comes_in_their_own_name() -> None:
    last = people(
        chief={},
        deputy={"deputy_for": "chief"},
        absent={"status": Invitation.DECLINED},
        other={"deputy_for": "absent"},
    )
    plan = planned(last)
    assert who(plan) == ["chief", "other"]
    assert seated(plan, "other").deputy_for is None
    reasons = {seat.was.id: seat.why.said(ENGLISH) for seat in plan.seats}
    assert reasons["deputy"] == "Stood in for somebody who is proposed again"


def test_companions_come_only_with_whom_they_came_and_if_wanted() -> None:
    last = people(
        spouse={"companion_of": "kim", "number": 1},
        kim={"number": 2},
        no={"status": Invitation.DECLINED},
        other={"companion_of": "no"},
    )
    assert who(planned(last)) == ["kim"]
    plan = planned(last, companions=True)
    assert who(plan) == ["spouse", "kim"]
    assert seated(plan, "spouse").companion_of == seated(plan, "kim").id
    order = [p.id for p in made(plan, Participation)]
    assert order.index(seated(plan, "kim").id) < order.index(seated(plan, "spouse").id)


def test_consents_hold_only_as_far_as_they_were_given() -> None:
    consents = (
        Consent("list", given=True),
        Consent("photo", given=True, until=date(2030, 1, 1)),
        Consent("photo", given=True, until=date(2026, 12, 31)),
        Consent("contact", given=True),
        Consent("contact", given=True, until=date(2027, 5, 5)),
        Consent("list", given=False),
    )
    plan = planned(people(kim={"consents": consents}))
    assert seated(plan, "kim").consents == (consents[1], consents[3], consents[5])
    assert "Consents given for the last forum are asked anew (1)." in why(plan, Module.PEOPLE)


def test_places_of_honour_are_kept_or_not() -> None:
    last = people(kim={"rank": 3, "pin_reason": "host", "honored": True})
    kept = seated(planned(last), "kim")
    assert (kept.rank, kept.pin_reason, kept.honored) == (3, "host", True)
    bare = seated(planned(last, ranks=False), "kim")
    assert (bare.rank, bare.pin_reason, bare.honored) == (None, "", False)


def test_an_edition_without_anybody_is_carried_as_well() -> None:
    plan = planned(edition(rooms=()))
    assert (plan.seats, made(plan, Participation)) == ((), [])
    assert plan.records == (plan.edition,)
    assert all(a.carried == 0 for a in plan.accounts)


# Parts


@pytest.mark.parametrize(
    ("parts", "expected"),
    [(Parts.PEOPLE, ["host", "guest"]), (Parts.HOSTS, ["host"]), (Parts.EMPTY, [])],
)
def test_parts_go_with_people_or_are_to_be_named(parts: Parts, expected: list[str]) -> None:
    last = edition(
        session("a", "09:00"),
        parts=(part("a", "host", Role.CHAIRS), part("a", "guest")),
        seats={"host": {"organization": "ksia"}, "guest": {"organization": "sia"}},
        hosts=(Host("h", "edition", "ksia"),),
    )
    plan = planned(last, parts=parts)
    named = {seat.now.id: seat.was.id for seat in plan.seats if seat.now}
    assert [named[p.participation] for p in made(plan, Part)] == expected
    assert plan.account(Module.PARTS).left == 2 - len(expected)


def test_nothing_of_what_was_said_is_carried() -> None:
    was = part(
        "a",
        "kim",
        Role.CONGRATULATES,
        minutes=7,
        mode=Mode.READ,
        reader="lee",
        text_received=True,
        statement=en("We shall"),
        label=en("Toast"),
    )
    plan = planned(edition(session("a", "09:00"), parts=(was,)))
    (new,) = made(plan, Part)
    assert new == replace(
        was,
        id=new.id,
        session=carried(plan, "a").id,
        participation=seated(plan, "kim").id,
        mode=Mode.IN_PERSON,
        reader=None,
        text_received=False,
        statement=EMPTY,
    )


# Commitments and agreements


def promise(id: str, status: CommitmentStatus = CommitmentStatus.OPEN) -> Commitment:
    return Commitment(id, "series", en(f"Promise {id}"), "edition", status=status)


OPENING = session("o", "09:00", kind=SessionKind.OPENING, minutes=30)


def test_open_commitments_are_looked_back_at_right_after_the_opening() -> None:
    closed = (promise("d", CommitmentStatus.DONE), promise("x", CommitmentStatus.DROPPED))
    last = replace(
        edition(OPENING, session("a", "10:00")),
        commitments=(promise("p"), *closed, promise("q", CommitmentStatus.LATE)),
    )
    plan = planned(last)
    (whole,) = [f.now for f in plan.sessions if f.was is None and f.now and not f.now.parent]
    assert whole.title == Text.of(en="Review of the last forum", ko=whole.title["ko"])
    assert whole.title["ko"] != whole.title["en"]
    assert (whole.starts, whole.minutes) == (datetime(2027, 5, 5, 9, 30), 10)
    draft = plan.draft
    items = [(item.title["en"], item.id) for item in draft.items_of(whole)]
    assert [title for title, _ in items] == ["Promise p", "Promise q"]
    reviews = {review.session: review.commitment for review in made(plan, Review)}
    assert reviews == {items[0][1]: "p", items[1][1]: "q"}
    assert plan.account(Module.COMMITMENTS).carried == 2


@pytest.mark.parametrize(
    ("other", "minutes"),
    [
        (session("a", "09:30"), None),  # right after the opening
        (session("a", "09:20", minutes=30), None),  # while it begins
        (session("a", "09:35"), None),  # five minutes are too short
        (session("a", "09:42"), 12),  # what there is
    ],
)
def test_a_review_takes_no_time_that_is_taken(other: Session, minutes: int | None) -> None:
    last = replace(edition(OPENING, other), commitments=tuple(promise(f"p{n}") for n in range(4)))
    plan = planned(last)
    whole = next(f.now for f in plan.sessions if f.was is None)
    assert whole is not None
    if minutes is None:
        assert (whole.starts, whole.minutes, plan.untimed_review) == (None, 20, True)
        late = "warning: The review has no time yet: none is free after the opening."
        assert late in told(plan)
    else:
        assert (whole.starts, whole.minutes) == (datetime(2027, 5, 5, 9, 30), minutes)


def test_where_it_was_looked_back_before_it_is_again() -> None:
    last = replace(
        edition(
            OPENING,
            session("r", "11:00", minutes=25),
            item("r", "r1"),
            item("r", "r2"),
            parts=(part("r", "kim", Role.CHAIRS),),
            session_rooms=held(r="A"),
        ),
        commitments=(promise("p"), promise("old", CommitmentStatus.DONE)),
        reviews=(Review("v1", "r1", "old"), Review("v2", "r2", "p")),
    )
    plan = planned(last)
    whole = carried(plan, "r")
    assert (whole.starts, whole.minutes) == (datetime(2027, 5, 5, 11), 25)
    assert [item.title["en"] for item in plan.draft.items_of(whole)] == ["Promise p"]
    assert [room.name["en"] for room in plan.draft.rooms_of(whole)] == ["Hall A"]
    assert [p.session for p in made(plan, Part)] == [whole.id]
    assert [f.was.id for f in plan.sessions if f.was and not f.now] == ["r1", "r2"]
    done = replace(last, commitments=(promise("old", CommitmentStatus.DONE),))
    assert now(planned(done), "r") is None


def test_another_session_may_be_chosen_to_look_back_in() -> None:
    last = replace(edition(OPENING, session("a", "10:00")), commitments=(promise("p"),))
    plan = planned(last, review_in="a")
    assert [i.title["en"] for i in plan.draft.items_of(carried(plan, "a"))] == ["Promise p"]
    assert len(made(plan, Session)) == 3


def test_nothing_is_looked_back_at_where_that_is_not_wanted() -> None:
    last = replace(edition(OPENING), commitments=(promise("p"),))
    plan = planned(last, review=False)
    assert (len(made(plan, Session)), made(plan, Review)) == (1, [])
    assert why(plan, Module.COMMITMENTS) == ["They stay in the register, without a session."]


def test_agreements_stay_and_are_told_of() -> None:
    mou = Agreement("m", "edition", en("MOU"), review_on=date(2027, 6, 1))
    plan = planned(replace(edition(), agreements=(mou,)))
    assert made(plan, Agreement) == []
    line = "“MOU” is to be reviewed by 2027-06-01."
    assert why(plan, Module.AGREEMENTS) == ["They stay in the register; nothing is copied.", line]
    assert f"note: {line}" in told(plan)


# The whole


def test_every_record_is_valid_and_comes_after_what_it_points_to() -> None:
    last = replace(
        edition(
            OPENING,
            item("o", "o1", "09:10"),
            session("b", "10:00", follows="o"),
            parts=(part("o1", "kim"), part("b", "lee")),
            seats={"kim": {"side": "k"}, "lee": {"companion_of": "kim"}},
            session_rooms=held(o="A", b="B"),
            sides=(Side("k", "edition", en("Korea")),),
        ),
        commitments=(promise("p"),),
    )
    plan = planned(last, companions=True)
    known: set[str] = set()
    for record in plan.records:
        assert tidied(record) == record
        for field in ("edition", "parent", "follows", "session", "room", "side", "companion_of"):
            value = getattr(record, field, None)
            assert value is None or value in known, (record, field)
        known.add(record.id)
    assert len(known) == len(plan.records)
    assert plan.edition.predecessor == "edition"


def test_warnings_come_before_what_is_only_to_be_known() -> None:
    mou = Agreement("m", "edition", en("MOU"), review_on=date(2027, 6, 1))
    plan = planned(replace(edition(), agreements=(mou,)), on=date(2027, 5, 8))
    severities = [one.severity for one in warnings(plan)]
    assert severities == sorted(severities, key=list(Severity).index)
    assert {Severity.WARNING, Severity.NOTE} <= set(severities)
