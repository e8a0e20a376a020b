# SPDX-License-Identifier: MIT
"""The next edition in the file: what the plan said, as one step, undone without trace."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.outcomes import Review
from forumdesk.domain.people import Image, Participation
from forumdesk.domain.reading import dossier, whole_dossier
from forumdesk.domain.refreshing import refreshed
from forumdesk.domain.succession.choices import Answer, Choices, Invite, Office
from forumdesk.domain.succession.plan import Module, Plan
from forumdesk.domain.succession.reading import read_last, reading_last
from forumdesk.services import covers, editions, outcomes, people, planning
from forumdesk.services.succession import last_edition, plan_edition, prepare_edition, rooms_known
from forumdesk.store.forumfile import ForumFile
from tests.services.small import PNG, Small, en, label

_LISTS = (
    *("hosts", "sides", "rooms", "tracks", "sessions", "session_rooms", "parts"),
    *("participations", "quotas", "letter_texts", "reviews"),
)


def counts(desk: ForumFile) -> Mapping[type, int]:
    kinds = (Edition, Room, Session, Part, Participation, Review)
    return {kind: desk.count(kind) for kind in kinds}


def prepared(desk: ForumFile, plan: Plan) -> Edition:
    making = prepare_edition(desk, plan)
    while True:
        try:
            next(making)
        except StopIteration as end:
            made: Edition = end.value
            return made


@pytest.fixture
def first(small: Small) -> Small:
    """The small forum while its first edition is its last."""
    editions.remove_edition(small.desk, small.later.id)
    return small


@pytest.mark.parametrize(
    "choices",
    [
        Choices(),
        Choices(items=False, review=False),
        Choices(invite=Invite.SPEAKERS, tracks=False),
        Choices(invite=Invite.NOBODY),
        Choices(agenda=False, on=date(2025, 9, 1)),
    ],
)
def test_the_file_holds_what_the_plan_said(first: Small, choices: Choices) -> None:
    desk = first.desk
    plan = plan_edition(desk, first.series.id, choices)
    edition = prepared(desk, plan)
    found = whole_dossier(desk, edition.id)
    for name in _LISTS:
        assert set(getattr(found, name)) == set(getattr(plan.draft, name)), name
    assert found.edition == plan.edition
    agenda, attending = plan.account(Module.AGENDA), plan.account(Module.PEOPLE)
    assert len(found.sessions) == agenda.carried + agenda.made
    assert len(found.participations) == attending.carried
    assert len(found.parts) == plan.account(Module.PARTS).carried
    assert label(desk) == "Prepare 2nd Chip Forum"


def test_it_is_one_step_undone_without_trace(first: Small) -> None:
    desk, before, steps = first.desk, counts(first.desk), len(first.desk.history())
    edition = prepared(desk, plan_edition(desk, first.series.id))
    after = counts(desk)
    assert len(desk.history()) == steps + 1
    desk.undo()
    assert counts(desk) == before
    desk.redo()
    assert counts(desk) == after
    assert desk.get(Edition, edition.id).predecessor == first.edition.id


def test_what_was_made_is_worked_on_as_anything_else(first: Small) -> None:
    desk = first.desk
    edition = prepared(desk, plan_edition(desk, first.series.id))
    opening = next(s for s in desk.find(Session, edition=edition.id) if s.predecessor)
    planning.change_session(desk, opening.id, {"title": en("Changed")})
    planning.duplicate_session(desk, opening.id)
    editions.change_edition(desk, edition.id, {"slogan": en("Again")})
    editions.remove_edition(desk, first.edition.id)
    assert desk.get(Edition, edition.id).predecessor is None
    assert desk.get(Session, opening.id).predecessor is None


def test_the_last_edition_is_the_last_in_which_anything_is_planned(small: Small) -> None:
    assert last_edition(small.desk, small.series.id).id == small.edition.id
    planning.add_session(small.desk, small.later.id, {})
    assert last_edition(small.desk, small.series.id).id == small.later.id
    empty = editions.create_series(small.desk, en("Nothing"), {})
    with pytest.raises(ForumDeskError, match="has no edition yet"):
        last_edition(small.desk, empty.id)
    assert rooms_known(small.desk, empty.id) == []
    names = {room.name["en"] for room in rooms_known(small.desk, small.series.id)}
    assert names == {"Hall", "Annex"}


def test_a_plan_of_what_is_gone_is_refused_and_nothing_made(first: Small) -> None:
    desk = first.desk
    plan = plan_edition(desk, first.series.id)
    outcomes.remove_commitment(desk, first.promise.id)
    before = counts(desk)
    with pytest.raises(ForumDeskError, match="look at it again"):
        prepared(desk, plan)
    assert counts(desk) == before


def test_both_editions_show_the_cover_and_undo_takes_it_from_the_next(first: Small) -> None:
    desk = first.desk
    covers.set_cover(desk, first.edition.id, PNG, (8, 8))
    plan = plan_edition(desk, first.series.id)
    before = list(desk.content())
    edition = prepared(desk, plan)
    cover = desk.get(Edition, first.edition.id).cover
    assert cover is not None
    assert edition.cover == cover
    desk.undo()
    assert list(desk.content()) == before
    desk.redo()
    covers.remove_cover(desk, first.edition.id)
    assert desk.get(Image, cover).data == PNG
    assert desk.get(Edition, edition.id).cover == cover


def test_a_plan_with_a_cover_that_is_gone_is_refused(first: Small) -> None:
    desk = first.desk
    covers.set_cover(desk, first.edition.id, PNG, (8, 8))
    plan = plan_edition(desk, first.series.id)
    covers.remove_cover(desk, first.edition.id)
    with pytest.raises(ForumDeskError, match="look at it again"):
        prepared(desk, plan)


def test_a_plan_is_carried_out_once(first: Small) -> None:
    plan = plan_edition(first.desk, first.series.id)
    prepared(first.desk, plan)
    with pytest.raises(ForumDeskError, match="Nothing was made"):
        prepared(first.desk, plan)


def test_a_new_organization_of_an_office_is_looked_for(first: Small) -> None:
    desk = first.desk
    office = Office(Answer.CHANGED, en("Chair"), organization="nowhere")
    editions.change_edition(desk, first.edition.id, {})
    plan = plan_edition(desk, first.series.id, Choices(offices={first.hong.id: office}))
    with pytest.raises(ForumDeskError):
        prepared(desk, plan)
    known = replace(office, organization=people.add_organization(desk, en("New"), {}).id)
    plan = plan_edition(desk, first.series.id, Choices(offices={first.hong.id: known}))
    edition = prepared(desk, plan)
    held = {p.organization for p in desk.find(Participation, edition=edition.id)}
    assert known.organization in held


def test_given_up_half_way_it_leaves_nothing(first: Small) -> None:
    before, steps = counts(first.desk), len(first.desk.history())
    making = prepare_edition(first.desk, plan_edition(first.desk, first.series.id))
    next(making)
    making.close()
    assert (counts(first.desk), len(first.desk.history())) == (before, steps)


def test_read_in_pieces_it_is_the_same_edition(sample_desk: ForumFile) -> None:
    desk = sample_desk
    for edition in desk.find(Edition):
        reading = reading_last(desk, edition)
        while True:
            try:
                next(reading)
            except StopIteration as end:
                found = end.value
                break
        wanted = read_last(desk, edition)
        assert replace(found, people=()) == wanted
        persons = {p.person for p in wanted.participations} - {None}
        assert {person.id for person in found.people} == persons


def test_another_edition_in_view_stays_as_it_is_read(first: Small) -> None:
    desk = first.desk
    shown = dossier(desk, first.edition.id)
    news = []
    desk.listeners.append(news.append)
    prepared(desk, plan_edition(desk, first.series.id))
    assert refreshed(desk, shown, news[0]) == dossier(desk, first.edition.id)
