# SPDX-License-Identifier: MIT
"""Which sessions move along, and which one a session could follow."""

from dataclasses import replace

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.following import sessions_before, settled
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.shifting import moves
from tests.domain.making import at, edition, item, session
from tests.domain.test_running import placed

OPENING = session("opening", "09:00", 60)
FIRST, SECOND = item("opening", "first", "09:00", 20), item("opening", "second", "09:20", 20)
PANEL = session("panel", "10:00", 60, follows="opening")
PHOTO = session("photo", "11:00", 10, follows="panel")


def before(day: Dossier, id: str) -> list[str]:
    return [s.id for s in sessions_before(day, day.session[id])]


def test_what_could_be_followed_shares_the_place_and_the_day() -> None:
    beside, early = session("beside", "09:30", 20), session("early", "08:00", 150)
    day = edition(
        *(OPENING, FIRST, SECOND, PANEL, beside, early, session("eve", "10:00", day=5)),
        session_rooms=placed(opening="A", panel="A", beside="B"),
    )
    assert before(day, "panel") == ["early", "opening"]
    assert before(day, "second") == ["first"]
    assert before(day, "first") == []
    assert before(day, "early") == []
    assert before(edition(session("open")), "open") == []


def test_a_line_moves_with_its_first_and_no_further_than_what_is_locked() -> None:
    day = edition(OPENING, FIRST, PANEL, PHOTO)
    later = replace(OPENING, starts=at("09:15"))
    moved = settled({"opening": OPENING}, {"opening": later}, day)
    assert {key: s.starts for key, s in moved.items()} == {
        "opening": at("09:15"),
        "first": at("09:15"),
        "panel": at("10:15"),
        "photo": at("11:15"),
    }
    fixed = edition(OPENING, FIRST, replace(PANEL, locked=True), PHOTO)
    assert set(settled({"opening": OPENING}, {"opening": later}, fixed)) == {"opening", "first"}


def test_a_follow_on_that_stands_elsewhere_keeps_its_link_while_it_is_not_moved() -> None:
    apart = replace(PANEL, starts=at("12:00"))
    day = edition(OPENING, apart)
    longer = replace(apart, minutes=90)
    assert settled({"panel": apart}, {"panel": longer}, day) == {"panel": longer}


def test_one_put_elsewhere_than_where_the_one_before_it_comes_to_end_is_let_go() -> None:
    day = edition(OPENING, PANEL, PHOTO)
    for opens, ends, follows in (("09:00", "11:00", "panel"), ("09:15", "11:15", None)):
        after = with_places(day, {"opening": Place(at(opens), 60), "photo": Place(at("11:00"), 10)})
        assert after.session["panel"].ends == at(ends)
        assert after.session["photo"].starts == at("11:00")
        assert after.session["photo"].follows == follows


def test_an_item_that_follows_goes_where_the_one_before_it_ends() -> None:
    led = replace(SECOND, follows="first")
    day = edition(OPENING, FIRST, led)
    after = with_places(day, {"opening": Place(at("10:00"), 60), "first": Place(at("10:05"), 30)})
    assert after.session["second"].starts == at("10:35")
    still = edition(OPENING, replace(FIRST, locked=True), led)
    assert with_places(still, {"opening": Place(at("10:00"), 60)}).session["second"] is led


def test_moves_leave_out_items_that_just_go_along() -> None:
    day = edition(OPENING, FIRST, SECOND, PANEL)
    places = {"opening": Place(at("09:30"), 60), "second": Place(at("10:10"), 20)}
    told = moves(day, with_places(day, places))
    assert [was.id for was, _ in told] == ["opening", "second", "panel"]
    assert told[0][1].starts == at("09:30")
