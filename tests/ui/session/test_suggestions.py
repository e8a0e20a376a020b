# SPDX-License-Identifier: MIT
"""Who may be meant by a name: in an edition of a few, and in one of thousands."""

from functools import partial

import pytest

from forumdesk.domain.agenda import Session
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Name, Names, Participation, Person, Script
from forumdesk.domain.reading import MANY
from forumdesk.services import invitations, people
from forumdesk.ui.palette import Palette
from forumdesk.ui.session.suggestions import Suggestions
from tests.services.small import en
from tests.ui.conftest import add_three_editions

pytestmark = pytest.mark.gui


def add_people(desk, *, many=0):
    edition = add_three_editions(desk)[2].id
    hong = people.add_person(desk, names_from("홍길동 (Gil-dong HONG)"), {})
    people.add_person(desk, names_from("홍길순 (Gil-soon HONG)"), {})
    invitations.add_participation(desk, edition, hong.id, {"office": en("Minister")})
    with desk.step("Crowd"):
        crowd = [
            Person(desk.new_id(), Names.of({Script.LATIN: Name(f"Guest{n:05}", "Anna")}))
            for n in range(many)
        ]
        desk.put_all(crowd)
        desk.put_all(Participation(desk.new_id(), edition, person=p.id) for p in crowd)
    return edition


add_thousands = partial(add_people, many=MANY)


@pytest.fixture(params=[add_people, add_thousands], ids=["few", "thousands"])
def filling(request):
    return request.param


@pytest.fixture
def window(open_window, begun):
    made = open_window()
    made.work.show_edition(begun)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("홍길", ["Gil-dong Hong — Minister", "Gil-soon Hong"]),
        ("ㅎㄱㅅ", ["Gil-soon Hong"]),
        ("gil-dong", ["Gil-dong Hong — Minister"]),
        ("nobody", []),
    ],
)
def test_participants_come_before_others_of_the_file(window, desk, typed, found):
    suggestions = Suggestions(window.work)
    suggestions.prepare()
    session = desk.find(Session, edition=window.work.edition)[0]
    assert suggestions.find(typed, session) == found


def test_the_palette_finds_people_of_the_whole_file(window):
    palette = Palette(window, window.work, window.actions_)
    palette.look_for("gil-soon")
    assert [entry.text for entry in palette.shown] == ["Gil-soon Hong"]
    palette.choose()
    assert window.frame.stack.page.kind.id == "people"
    assert window.frame.stack.page.card.name.text() == "Gil-soon Hong"
