# SPDX-License-Identifier: MIT
"""What typing into cells means, by the services alone."""

from datetime import date

import pytest

from forumdesk.domain.agenda import Part, Session, SessionKind, SessionRoom, SessionStatus
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Room
from forumdesk.domain.wording import Text
from forumdesk.services import cells, planning
from tests.services.small import Small, label
from tests.services.test_arranging import at, fresh

DAY = date(2024, 6, 27)


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("title.ko", "개회", "title", Text.of(ko="개회", en="Opening")),
        ("abstract.en", "On chips", "abstract", Text.of(en="On chips")),
        ("starts", "+15", "starts", at(9, 15)),
        ("ends", "10", "minutes", 60),
        ("ends", "", "minutes", None),
        ("minutes", "+10", "minutes", 40),
        ("kind", "휴식", "kind", SessionKind.BREAK),
        ("track", "", "track", None),
    ],
)
def test_typed_cell_changes_its_field(
    small: Small, column: str, text: str, field: str, value: object
) -> None:
    cells.set_cell(small.desk, small.opening.id, column, text, day=DAY)
    assert getattr(fresh(small, small.opening), field) == value


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("position", "1", "Nothing can be typed into “position”."),
        ("notes.ko", "x", "Nothing can be typed into “notes.ko”."),
        ("title", "x", "Nothing can be typed into “title”."),
        ("kind", "banquet", "“banquet” is none of the choices here."),
        ("track", "Nowhere", "This edition has no track “Nowhere”."),
        ("rooms", "Nowhere", "This edition has no room “Nowhere”."),
    ],
)
def test_cell_that_means_nothing_is_refused(
    small: Small, column: str, text: str, sentence: str
) -> None:
    with pytest.raises(ForumDeskError, match=sentence):
        cells.set_cell(small.desk, small.opening.id, column, text, day=DAY)


def test_end_of_the_calendar_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="does not fit the field “starts”"):
        cells.set_cell(small.desk, small.panel.id, "starts", "1", day=date.max)


def test_pasted_cells_and_lines_are_one_step(small: Small) -> None:
    steps = len(small.desk.history())
    over = [(small.panel.id, "starts", "11"), (small.panel.id, "rooms", "Hall")]
    lines = [
        [("title.en", "Lunch"), ("minutes", "60")],
        [],
        [("starts", "15:00"), ("parts", "Gina Raimondo")],
    ]
    cells.paste_cells(small.desk, small.edition.id, over, lines, day=DAY, after=at(12))
    assert fresh(small, small.panel).starts == at(11)
    lunch, tour = small.desk.find(Session, edition=small.edition.id, parent=None)[-2:]
    assert (lunch.title["en"], lunch.starts, lunch.minutes) == ("Lunch", at(12), 60)
    assert tour.starts == at(15)
    assert [p.participation for p in small.desk.find(Part, session=tour.id)] == [small.gina.id]
    assert len(small.desk.history()) == steps + 1
    assert label(small.desk) == "Paste 6 cells"
    small.desk.undo()
    assert fresh(small, small.panel) == small.panel


def test_emptied_cells_are_one_step(small: Small) -> None:
    chosen = [(small.opening.id, "rooms"), (small.opening.id, "minutes")]
    cells.empty_cells(small.desk, chosen, day=DAY)
    assert fresh(small, small.opening).minutes is None
    assert small.desk.count(SessionRoom) == 0
    assert label(small.desk) == "Empty 2 cells"


def test_rooms_there_are_not_yet_are_added(small: Small) -> None:
    cells.add_rooms_and_set(small.desk, small.panel.id, "Hall, Garden", "en")
    rooms = {room.id: room.name["en"] for room in small.desk.find(Room)}
    links = small.desk.find(SessionRoom, session=small.panel.id)
    assert [rooms[link.room] for link in links] == ["Hall", "Garden"]


def test_several_sessions_are_removed_or_marked_in_one_step(small: Small) -> None:
    chosen = [small.opening.id, small.remarks.id]
    planning.mark_sessions(small.desk, chosen, SessionStatus.CONFIRMED)
    assert label(small.desk) == "Change the status of 2 sessions"
    planning.remove_sessions(small.desk, chosen)
    assert label(small.desk) == "Remove 2 sessions"
    assert small.desk.count(Session) == 1
    made = cells.add_typed(small.desk, small.edition.id, "title.ko", "오찬", day=DAY, after=None)
    assert (made.title, made.starts) == (Text.of(ko="오찬"), None)
    assert label(small.desk) == "Add “오찬”"


def test_a_session_is_not_shortened_by_more_than_it_takes(small: Small) -> None:
    before = fresh(small, small.opening)
    with pytest.raises(ForumDeskError, match=r"A length of -[\d,]+ minutes can't be\."):
        cells.set_cell(small.desk, small.opening.id, "minutes", "-9999", day=DAY)
    assert fresh(small, small.opening) == before
