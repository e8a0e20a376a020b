# SPDX-License-Identifier: MIT
"""How long a session was the last time, and who chaired it: one line that leads there."""

from dataclasses import replace
from datetime import datetime

import pytest

from forumdesk.domain.agenda import Mode, Role, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Name, Names, Script
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, parts, people, planning
from forumdesk.ui.session.panel import SessionPanel

pytestmark = pytest.mark.gui
NAMES = {
    "Hong": ("홍", "길동"),
    "Kim": ("김", "영희"),
    "Lee": ("이", "순신"),
    "Park": ("박", "문수"),
}


@pytest.fixture
def openings(desk, three_editions):
    """The openings of the second and of the third edition, this one made from the other."""
    (was,) = desk.find(Session, edition=three_editions[1].id)
    (now,) = desk.find(Session, edition=three_editions[2].id)
    with desk.step("x"):
        desk.put(replace(now, predecessor=was.id))
    return was, now


@pytest.fixture
def panel(openings, open_window):
    """The panel of the later opening."""
    window = open_window()
    window.frame.go(Subject("session", openings[1].id))
    (found,) = window.frame.inspector.findChildren(SessionPanel)
    return found


def take_part(desk, session, name, role):
    family, given = NAMES[name]
    names = Names.of({Script.HANGUL: Name(family, given), Script.LATIN: Name(name, "Gil")})
    person = people.add_person(desk, names, {})
    held = invitations.add_participation(desk, session.edition, person.id, {})
    parts.add_part(desk, session.id, held.id, {"role": role, "mode": Mode.IN_PERSON})


def shown(panel, session):
    panel.last_time.show_session(panel.work.desk.get(Session, session.id))
    return panel.last_time.line.accessibleName()


def test_length_and_chair_are_said(panel, openings, desk):
    was, now = openings
    take_part(desk, was, "Kim", Role.SPEAKS)
    take_part(desk, was, "Hong", Role.CHAIRS)
    assert shown(panel, now) == "Last time: 40 min · Chair Gil Hong"
    planning.change_session(
        desk,
        was.id,
        {"began": datetime(2025, 6, 27, 9, 5), "ended": datetime(2025, 6, 27, 9, 57)},
    )
    assert shown(panel, now) == "Last time: 40 min, took 52 min · Chair Gil Hong"


def test_without_a_chair_those_who_spoke_are_said(panel, openings, desk):
    was, now = openings
    planning.change_session(desk, was.id, {"minutes": None})
    assert shown(panel, now) == "Last time: Opening ceremony"
    for name in NAMES:
        take_part(desk, was, name, Role.SPEAKS)
    said = "Last time: Speaker Gil Hong, Gil Kim, Gil Lee…"
    assert shown(panel, now) == said


def test_the_line_leads_to_that_session(panel, openings):
    assert not panel.last_time.isHidden()
    panel.last_time.line.click()
    work = panel.work
    assert work.edition == openings[0].edition
    assert panel.head.text() == "Opening ceremony"
    assert panel.last_time.isHidden(), "it was made from none itself"


def test_a_session_changed_here_keeps_where_it_came_from(panel, openings, desk):
    panel.texts["title"].fields["en"].setText("Opening, again")
    panel.texts["title"].fields["en"].commit()
    after = desk.get(Session, openings[1].id)
    assert (after.title, after.predecessor) == (
        Text.of(ko="개회식", en="Opening, again"),
        openings[0].id,
    )
