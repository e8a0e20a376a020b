# SPDX-License-Identifier: MIT
"""Meals and public holidays, answers to invitations, and texts that fit their place."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.checks import long_text, meals, public_holiday, unconfirmed
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, HostRole, Track
from forumdesk.domain.holidays import country_named, country_of, public_holidays
from forumdesk.domain.limits import SPACES, columns
from forumdesk.domain.people import Invitation, Name, Names, Organization, Person, Script
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text
from tests.domain.making import (
    AMERICA,
    CANCELLED,
    EDITION,
    KOREA,
    closed,
    edition,
    item,
    part,
    room,
    session,
    told,
)

LUNCH = {"kind": SessionKind.LUNCHEON}

# -- meals


def test_a_long_day_without_a_meal() -> None:
    assert told(meals.check, edition(session("a", "09:00", 180), session("b", "12:00", 121))) == [
        "warning no-meal session:a:starts | There is no meal on 2026-05-06, from 09:00 to 14:01."
    ]


def test_meals_more_than_five_hours_apart() -> None:
    day = (
        session("a", "09:00", 180),
        session("lunch", "12:00", 60, **LUNCH),
        session("b", "13:00", 200),
        session("c", "16:20", 160),
        session("dinner", "19:00", 60, kind=SessionKind.DINNER),
    )
    assert told(meals.check, edition(*day)) == [
        "warning meals-apart session:b:starts |"
        " On 2026-05-06 there is no meal from 13:00 to 19:00, for more than 6 hours."
    ]


def long_day(*others: Session, **more: Any) -> list[str]:
    """From nine to three, with something else besides."""
    return told(
        meals.check, edition(session("a", "09:00", 180), session("b", "13:00", 120), *others)
    )


def test_days_on_which_nobody_goes_hungry() -> None:
    assert told(meals.check, edition(session("a", "09:00", 700))) == []  # over long, told elsewhere
    assert long_day() == []  # from noon to one nothing is held
    assert told(meals.check, edition(session("a", "09:00", 300))) == []
    whole = session("c", "09:00", 360)
    assert long_day(whole, session("lunch", "12:00", **LUNCH)) == []
    assert told(meals.check, closed(edition(session("a", "09:00", 400)))) == []
    assert told(meals.check, edition(session("a", "09:00", 400, **CANCELLED))) == []


def test_what_goes_on_beside_the_program_is_no_part_of_it() -> None:
    early = session("r", "07:00", 120, kind=SessionKind.REGISTRATION)
    late = session("s", "15:00", 300, visibility=Visibility.INTERNAL)
    day = (session("a", "09:00", 270), item("a", "b", "09:00"), early, late)
    assert told(meals.check, edition(*day)) == []


def test_an_agenda_without_meals_is_told_once() -> None:
    first = (session("a", "09:00", 180), session("b", "12:00", 180))
    second = (session("c", "09:00", 180, day=7), session("d", "12:00", 180, day=7))
    assert told(meals.check, edition(*first, *second)) == [
        "warning no-meal edition:edition:sessions | No meal is entered on any of 2 long days."
    ]
    dinner = session("e", "19:00", kind=SessionKind.DINNER)
    assert [line.split()[2] for line in told(meals.check, edition(*first, *second, dinner))] == [
        "session:a:starts",
        "session:c:starts",
    ]


def test_a_night_belongs_to_the_day_before() -> None:
    sessions = (session("a", "22:00", 180), session("b", "01:00", 150, day=7))
    assert told(meals.check, edition(*sessions)) == [
        "warning no-meal session:a:starts | There is no meal on 2026-05-06, from 22:00 to 03:30."
    ]


# -- public holidays


def held_on(first: date, last: date | None = None, **more: Any) -> Dossier:
    when = replace(EDITION, first_day=first, last_day=last, **more.pop("edition", {}))
    return edition(**{"edition": when, **more})


def test_a_public_holiday_where_the_forum_is_held() -> None:
    assert told(public_holiday.check, held_on(date(2026, 5, 4), date(2026, 5, 5))) == [
        "warning public-holiday edition:edition:first_day |"
        " 2026-05-05 is a public holiday in South Korea: Children's Day."
    ]


def test_a_substitute_for_a_holiday_of_a_side() -> None:
    monday = held_on(date(2027, 7, 5), sides=(KOREA, AMERICA))
    assert told(public_holiday.check, monday) == [
        "warning public-holiday edition:edition:first_day |"
        " 2027-07-05 is a public holiday in United States: Independence Day (observed)."
    ]


def test_holidays_of_hosts_but_not_of_sponsors() -> None:
    french = Organization("body", Text.of(en="Body"), country="fr")
    host = Host("h", "edition", "body", HostRole.CO_HOST)
    national = held_on(date(2026, 7, 14), hosts=(host,), organizations=(french,))
    assert len(told(public_holiday.check, national)) == 1
    sponsor = replace(host, role=HostRole.SPONSOR)
    assert told(public_holiday.check, replace(national, hosts=(sponsor,))) == []


WORKDAYS = {
    "an ordinary day": held_on(date(2026, 5, 6)),
    "no dates": edition(edition=replace(EDITION, first_day=None, last_day=None)),
    "an unknown country": held_on(
        date(2026, 5, 6), sides=(replace(KOREA, country="XX"), replace(AMERICA, country=""))
    ),
    "nowhere": held_on(date(2026, 5, 5), edition={"timezone": "Mars/Base"}),
    "over": closed(held_on(date(2026, 5, 5))),
}


@pytest.mark.parametrize("dossier", WORKDAYS.values(), ids=WORKDAYS.keys())
def test_working_days(dossier: Dossier) -> None:
    assert told(public_holiday.check, dossier) == []


def test_holidays_are_named_in_both_languages() -> None:
    seollal = public_holidays("KR", 2026)[date(2026, 2, 17)]
    assert seollal == Text.of(ko="설날", en="Korean New Year")
    assert public_holidays("KR", 2025)[date(2025, 3, 3)]["ko"] == "삼일절 대체 휴일"
    assert public_holidays("US", 2027)[date(2027, 7, 5)]["ko"] == "독립기념일 대체 휴일"
    assert public_holidays("US", 2026)[date(2026, 11, 26)]["ko"] == "추수감사절"
    assert public_holidays("XX", 2026) == {}
    assert (country_of("Asia/Seoul"), country_of("UTC"), country_of("")) == ("KR", "", "")
    assert (country_named("KR", "ko"), country_named("XX", "en")) == ("대한민국", "XX")


# -- answers to invitations

PUBLISHED = (Version("v", "edition", "v1", datetime(2026, 4, 1, tzinfo=UTC), "{}", ""),)


def published(**statuses: Invitation) -> Dossier:
    """A published edition in which people of these answers have parts."""
    sessions = (session("a", "09:00"), session("b", "10:00"))
    parts = tuple(part(key, who) for who in statuses for key in "ab")
    seats = {who: {"status": status} for who, status in statuses.items()}
    return edition(*sessions, parts=parts, seats=seats, versions=PUBLISHED)


def test_people_of_a_published_program_who_have_not_accepted() -> None:
    dossier = published(
        kim=Invitation.PROPOSED,
        lee=Invitation.INVITED,
        oh=Invitation.TENTATIVE,
        ku=Invitation.WAITLISTED,
        no=Invitation.DECLINED,
        yes=Invitation.ACCEPTED,
    )
    said = "stands in a published program, but"
    assert told(unconfirmed.check, dossier) == [
        f"warning unconfirmed participation:kim:status | Kim {said} was not invited yet.",
        f"warning unconfirmed participation:lee:status | Lee {said} has not answered yet.",
        f"warning unconfirmed participation:oh:status | Oh {said} has accepted only tentatively.",
        f"warning unconfirmed participation:ku:status | Ku {said} is on the waiting list.",
    ]


def test_a_program_published_before_the_invitations() -> None:
    assert told(
        unconfirmed.check, published(**{f"p{n}": Invitation.PROPOSED for n in range(11)})
    ) == [
        "warning unconfirmed edition:edition:participations |"
        " 11 of 11 people in the published program have not accepted yet."
    ]


def test_a_seat_without_a_name_in_a_published_program() -> None:
    dossier = published(kim=Invitation.ACCEPTED)
    office = Text.of(ko="장관", en="Minister")
    seat = replace(dossier.participations[0], person=None, organization="motir", office=office)
    body = Organization("motir", Text.of(ko="산업통상부", en="MOTIR"))
    unnamed = replace(dossier, participations=(seat,), organizations=(body,))
    assert told(unconfirmed.check, unnamed) == [
        "warning unnamed participation:kim:person |"
        " MOTIR, Minister is not named yet, but stands in a published program."
    ]
    assert told(unconfirmed.check, replace(unnamed, versions=())) == []


def test_answers_are_awaited_until_a_version_is_published() -> None:
    asked = published(kim=Invitation.INVITED)
    assert told(unconfirmed.check, replace(asked, versions=())) == []
    assert told(unconfirmed.check, closed(asked)) == []
    cancelled = tuple(replace(s, **CANCELLED) for s in asked.sessions)
    assert told(unconfirmed.check, replace(asked, sessions=cancelled)) == []


# -- long texts


@pytest.mark.parametrize(
    ("text", "wide"),
    [("", 0), ("Forum", 5), ("포럼", 4), ("Forum 포럼", 10), ("e\u0301", 1), ("ＡＢ", 4), ("ü", 1)],
)
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_texts_too_long_for_their_places() -> None:
    title, office = "가" * 71, "x" * 91
    dossier = edition(
        session("a", "09:00", title=Text.of(ko=title, en="A")),
        session("b", "10:00", title=Text.of(ko="가" * 70, en="B" * 140)),
        session("c", "11:00", title=Text.of(en="x" * 200), **CANCELLED),
        parts=(part("a", "kim"), part("a", "lee")),
        seats={
            "kim": {"office": Text.of(en=office), "organization": "ksia"},
            "lee": {"badge_name": Text.of(en="x" * 41)},
        },
        organizations=(Organization("ksia", Text.of(en="x" * 91)),),
        rooms=(replace(room("A"), name=Text.of(en="x" * 45)),),
        tracks=(Track("t", "edition", Text.of(en="x" * 60)),),
    )
    where = "for its place on paper."
    assert told(long_text.check, dossier) == [
        f"note long-text session:a:title | “A”: the title is too long in Korean {where}",
        f"note long-text participation:kim:office |"
        f" “{office}”: the office is too long in English {where}",
        f"note long-text participation:lee:badge_name |"
        f" “{'x' * 41}”: the badge name is too long in English {where}",
        f"note long-text organization:ksia:name |"
        f" “{'x' * 91}”: the name is too long in English {where}",
        f"note long-text room:A:name | “{'x' * 45}”: the name is too long in English {where}",
    ]
    assert told(long_text.check, closed(dossier)) == []


def test_a_long_name() -> None:
    names = Names.of({Script.LATIN: Name("Wolfeschlegelsteinhausenberger", "Hubert Blaine")})
    long = edition(
        session("a", "09:00"), parts=(part("a", "kim"),), people=(Person("person-kim", names),)
    )
    assert [line.split("|")[0] for line in told(long_text.check, long)] == [
        "note long-text person:person-kim:names "
    ]


def test_many_long_titles_are_told_as_one() -> None:
    sessions = tuple(session(f"s{n}", "09:00", title=Text.of(en="x" * 141)) for n in range(11))
    assert told(long_text.check, edition(*sessions)) == [
        "note long-text edition:edition:session.title |"
        " 11 sessions have a title too long for its place on paper."
    ]


def test_every_space_is_of_a_field_there_is() -> None:
    assert {kind for kind, _ in SPACES} <= {
        *("session", "participation", "person", "organization", "room", "track")
    }
    assert Edition("e", "s").transfer == 0
