# SPDX-License-Identifier: MIT
"""An edition as it would be with sessions at other places."""

from dataclasses import replace
from datetime import datetime

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.wording import Text

TEN, NOON = datetime(2026, 6, 25, 10), datetime(2026, 6, 25, 12)
HALL, ROOM = Room("hall", "e", Text.of(en="Hall")), Room("room", "e", Text.of(en="Room"))
PANEL = Session("panel", "e", starts=TEN, minutes=60)
TALK = Session("talk", "e", parent="panel", starts=datetime(2026, 6, 25, 10, 20), minutes=20)
QUESTIONS = Session("questions", "e", parent="panel")
OTHER = Session("other", "e", starts=NOON, minutes=30)
BEFORE = Dossier(
    Series("s", Text.of(en="Forum")),
    Edition("e", "s"),
    rooms=(HALL, ROOM),
    sessions=(PANEL, TALK, QUESTIONS, OTHER),
    session_rooms=(SessionRoom("1", "panel", "hall"), SessionRoom("2", "other", "room")),
)


def test_a_session_moves_with_its_timed_items_and_nothing_else() -> None:
    after = with_places(BEFORE, {"panel": Place(NOON, 45)})
    assert after == replace(
        BEFORE,
        sessions=(
            replace(PANEL, starts=NOON, minutes=45),
            replace(TALK, starts=datetime(2026, 6, 25, 12, 20)),
            QUESTIONS,
            OTHER,
        ),
    )
    assert after.sessions[3] is OTHER


def test_an_item_placed_by_itself_goes_where_it_is_placed() -> None:
    places = {"panel": Place(NOON, 60), "talk": Place(TEN, 5)}
    after = with_places(BEFORE, places)
    assert (after.session["talk"].starts, after.session["talk"].minutes) == (TEN, 5)


def test_rooms_change_only_where_a_place_names_them() -> None:
    after = with_places(BEFORE, {"panel": Place(TEN, 60, ("room", "hall"))})
    assert after.rooms_of(PANEL) == (ROOM, HALL)
    assert after.rooms_of(TALK) == (ROOM, HALL)
    assert after.rooms_of(OTHER) == (ROOM,)
    assert with_places(after, {"panel": Place(TEN, 60, ())}).rooms_of(PANEL) == ()


def test_staying_in_place_changes_nothing() -> None:
    stays = {"panel": Place(TEN, 60, ("hall",)), "unknown": Place(TEN, 60)}
    assert with_places(BEFORE, stays) == BEFORE


def test_a_time_taken_away_leaves_the_items_their_own() -> None:
    after = with_places(BEFORE, {"panel": Place(None, 60)})
    assert after.session["panel"].starts is None
    assert after.session["talk"] == TALK
