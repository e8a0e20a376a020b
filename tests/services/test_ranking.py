# SPDX-License-Identifier: MIT
"""Places in the order of precedence set by hand: pinned, moved, let go."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.precedence import pinned_place, pinned_rank, ranking
from forumdesk.domain.reading import dossier
from forumdesk.services import invitations, people
from forumdesk.services import ranking as ranks
from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, en, label


@pytest.fixture
def five(small: Small) -> list[str]:
    """Five managers A to E in the later edition, in the order of the alphabet."""
    ids = []
    for letter in "ABCDE":
        person = people.add_person(small.desk, names_from(f"{letter} {letter}{letter.lower()}"), {})
        made = invitations.add_participation(
            small.desk, small.later.id, person.id, {"office": en("Manager")}
        )
        ids.append(made.id)
    return ids


def seen(desk: ForumFile, edition: str, ids: list[str]) -> str:
    places = ranking(dossier(desk, edition))
    letters = dict(zip(ids, "ABCDE", strict=True))
    return "".join(letters[id_] for id_ in sorted(places, key=places.__getitem__))


def test_whoever_is_pinned_stands_there_and_says_why(small: Small, five: list[str]) -> None:
    desk, later = small.desk, small.later.id
    [pinned] = ranks.pin(desk, five[4], 2, "Speaks for the ministry")
    assert (pinned.rank, pinned.pin_reason) == (2, "Speaks for the ministry")
    assert label(desk) == "Put E Ee in order"
    assert seen(desk, later, five) == "AEBCD"
    ranks.pin(desk, five[3], 2)
    assert seen(desk, later, five) == "ADEBC"
    freed = ranks.unpin(desk, five[3])
    assert (freed.rank, freed.pin_reason) == (None, "")
    assert seen(desk, later, five) == "ABECD"


def test_one_is_moved_right_before_another_or_last(small: Small, five: list[str]) -> None:
    desk, later = small.desk, small.later.id
    ranks.move_in_order(desk, later, five[4], five[0])
    assert seen(desk, later, five) == "EABCD"
    ranks.move_in_order(desk, later, five[0], five[3], reason="Asked for it")
    assert seen(desk, later, five) == "EBCAD"
    ranks.move_in_order(desk, later, five[4], None)
    assert seen(desk, later, five) == "BCADE"
    assert ranks.move_in_order(desk, later, five[4], five[4]) == []
    pins = {p.id: p.rank for p in desk.find(Participation, edition=later) if p.rank}
    assert pins == {five[0]: 3, five[4]: 5}


def test_what_can_not_be_is_refused(small: Small, five: list[str]) -> None:
    with pytest.raises(ForumDeskError, match="There is no place 0"):
        ranks.pin(small.desk, five[0], 0)
    with pytest.raises(ForumDeskError, match="of the same edition"):
        ranks.move_in_order(small.desk, small.edition.id, five[0], five[1])


def test_who_does_not_come_keeps_a_place_for_when_they_do(small: Small, five: list[str]) -> None:
    desk, later = small.desk, small.later.id
    ranks.pin(desk, five[4], 1)
    invitations.set_status(desk, five[4], Invitation.DECLINED, None)
    ranks.pin(desk, five[3], 1)
    assert seen(desk, later, five) == "DABCE"
    assert desk.get(Participation, five[3]).rank == 2
    invitations.set_status(desk, five[4], Invitation.ACCEPTED, None)
    assert seen(desk, later, five) == "EDABC"
    invitations.set_status(desk, five[0], Invitation.DECLINED, None)
    [absent] = ranks.pin(desk, five[0], 3)
    assert absent.rank == 3


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_moved_stands_where_it_was_put_and_nobody_else_moves(
    small: Small, five: list[str], data: st.DataObject
) -> None:
    desk, later = small.desk, small.later.id
    before = seen(desk, later, five)
    mover = data.draw(st.sampled_from(before))
    target = data.draw(st.sampled_from([*before, None]))
    to = dict(zip("ABCDE", five, strict=True))
    ranks.move_in_order(desk, later, to[mover], to[target] if target else None)
    line = [letter for letter in before if letter != mover]
    if target != mover:
        line.insert(line.index(target) if target else len(line), mover)
        before = "".join(line)
    assert seen(desk, later, five) == before


@given(st.integers(1, 30), st.lists(st.integers(1, 30), max_size=6).map(sorted))
def test_rank_and_place_are_each_others_reverse(place: int, missing: list[int]) -> None:
    assert pinned_place(pinned_rank(place, missing), missing) == place
