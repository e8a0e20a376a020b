# SPDX-License-Identifier: MIT
"""An edition at a glance: small ones whole, large ones cut down to what still can be printed."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import Part, Role
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import HANDOUTS, Handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.glance import PEOPLE, SESSIONS, at_a_glance
from tests.handouts.crowds import coming, crowd
from tests.handouts.dossiers import FORUM, NOON, at, titled


def large() -> Dossier:
    """More people and sessions than fit a page, the last ones with a deputy and a car."""
    people = 4 * PEOPLE
    deputy = coming(people + 1, deputy_for=f"p{people - 1}")
    many = crowd(people, deputy)
    sessions = tuple(
        titled(f"s{n}", f"세션 {n}", f"Session {n}", starts=at(f"{9 + n // 60:02}:{n % 60:02}"))
        for n in range(4 * SESSIONS)
    )
    items = (titled("item", "발언", "Remarks", parent="s3"), titled("late", "늦은", "Late"))
    rides = Rider("r", "car", deputy.id)
    return replace(
        many,
        sessions=(*sessions, *items),
        parts=(Part("first", "item", f"p{people - 2}", Role.OPENS),),
        vehicles=(Vehicle("car", "edition", Text.of(en="VIP 1")),),
        riders=(rides,),
        commitments=(),
    )


def test_a_small_edition_stays_whole() -> None:
    assert at_a_glance(FORUM) is FORUM


def test_the_first_sessions_and_people_are_kept_and_whom_they_need() -> None:
    dossier = large()
    small = at_a_glance(dossier)
    assert [s.id for s in small.sessions] == [*(f"s{n}" for n in range(SESSIONS)), "item"]
    kept = {seat.id for seat in small.participations}
    assert {part.participation for part in small.parts} <= kept
    rider = small.riders[0].participation
    assert {rider, small.participation[rider].deputy_for} <= kept
    assert len(kept) < PEOPLE + 20
    assert {seat.person for seat in small.participations if seat.person} == {
        person.id for person in small.people
    }


@pytest.mark.parametrize("one", HANDOUTS, ids=lambda one: one.name)
def test_every_handout_is_made_of_what_is_kept(one: Handout) -> None:
    small = at_a_glance(large())
    options = options_for(small)
    content = one.build(small, options, Imprint(at=NOON))
    assert 1 <= render(one.name, content, options).pages <= PEOPLE + 40
