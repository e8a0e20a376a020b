# SPDX-License-Identifier: MIT
"""Who is to be reviewed, and keeping them longer; nobody goes by themselves."""

from datetime import date

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Consent, Person
from forumdesk.services import invitations, people
from forumdesk.services.retention import a_year_on, keep_longer
from tests.services.small import Small, label

TODAY = date(2026, 11, 29)
PAST, COMING = date(2026, 11, 28), date(2026, 11, 30)


def consenting(small: Small, name: str, *ends: date | None, until: date | None = None) -> str:
    person = people.add_person(small.desk, names_from(name), {"keep_until": until})
    consents = tuple(Consent("list", given=True, until=end) for end in ends)
    for one in consents:
        invitations.add_participation(small.desk, small.edition.id, person.id, {"consents": (one,)})
    return person.id


def test_people_are_due_by_their_day_or_when_every_consent_has_ended(small: Small) -> None:
    wanted = [
        consenting(small, "가 지난날", until=PAST),
        consenting(small, "나 모두끝", PAST, PAST),
        consenting(small, "다 날이앞선다", COMING, until=PAST),
    ]
    consenting(small, "라 오늘까지", until=TODAY)
    consenting(small, "마 하나남음", PAST, COMING)
    consenting(small, "바 끝없음", PAST, None)
    consenting(small, "사 더둔다", PAST, until=COMING)
    consenting(small, "아 아무것도")
    assert small.desk.people_due(TODAY) == wanted


def test_keeping_longer_is_one_step_and_takes_them_off_the_list(small: Small) -> None:
    due = [consenting(small, "하나", PAST), consenting(small, "둘", until=PAST)]
    keep_longer(small.desk, due, a_year_on(TODAY))
    assert label(small.desk) == "Keep 2 people until 2027-11-29"
    assert small.desk.people_due(TODAY) == []
    assert sorted(small.desk.people_due(date(2027, 11, 30))) == sorted(due)
    small.desk.undo()
    assert small.desk.get(Person, due[0]).keep_until is None
    with pytest.raises(ForumDeskError, match="who is to be kept"):
        keep_longer(small.desk, [], TODAY)


def test_a_year_after_a_leap_day_is_the_28th() -> None:
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)
