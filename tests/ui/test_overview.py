# SPDX-License-Identifier: MIT
"""The overview and the panels of what an edition is set up from."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from forumdesk.domain.agenda import Part, Session, SessionKind
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, EditionState, Host, HostRole, Room, Side, Track
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.readiness import Line, Matter, readiness
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.services.editions import add_room, add_side, add_track, change_edition
from forumdesk.services.naming_things import add_host_by_name
from forumdesk.ui.labels import FlowLabel
from forumdesk.ui.overview.cards import ParityCard, ReadinessCard
from forumdesk.ui.overview.strip import DayStrip, strips
from forumdesk.ui.overview.wording import countdown, said
from forumdesk.ui.places import place_of
from forumdesk.ui.record_panel import RecordPanel

pytestmark = pytest.mark.gui
ENGLISH = words_in("en")


@pytest.fixture
def window(open_window, three_editions):
    made = open_window()
    made.frame.show_page("overview")
    made.frame.inspector.refresh()
    return made


@pytest.fixture
def page(window):
    return window.frame.stack.page


def panel(window):
    """The panel that the inspector shows."""
    area = window.frame.inspector._stack.currentWidget()
    shown = area.widget()
    assert isinstance(shown, RecordPanel)
    return shown


def rows(card):
    return [b.accessibleName() for b in card.findChildren(QPushButton) if b.accessibleName()]


def test_the_edition_is_in_the_inspector_at_first(window, three_editions):
    assert window.frame.inspector.subject == Subject("edition", three_editions[2].id)
    assert panel(window).heading.text() == "3rd Semiconductor Forum"


def test_fields_of_the_edition_are_changed_as_named_steps(window, desk, three_editions):
    edition = three_editions[2].id
    editors = panel(window).editors
    editors["first_day"].setText("2026. 7. 1.")
    editors["first_day"].commit()
    editors["last_day"].setText("2026-07-02")
    editors["last_day"].commit()
    editors["state"].activated.emit(list(EditionState).index(EditionState.ANNOUNCED))
    editors["slogan"].fields["ko"].setText("함께")
    editors["slogan"].fields["ko"].commit()
    editors["timezone"].setCurrentText("Asia/Seoul")
    editors["timezone"].commit()
    after = desk.get(Edition, edition)
    assert (after.first_day, after.last_day) == (date(2026, 7, 1), date(2026, 7, 2))
    assert after.state is EditionState.ANNOUNCED
    assert after.slogan == Text.of(ko="함께")
    assert after.timezone == "Asia/Seoul"
    assert window.frame.header.second.text().startswith("Wed 1 – Thu 2 July 2026")
    assert window.actions_["edit.undo"].text().startswith("&Undo: Change “3rd")


def test_a_refused_value_is_said_and_shown_again_as_it_was(window, messages, desk, three_editions):
    editors = panel(window).editors
    editors["first_day"].setText("1066-01-01")
    editors["first_day"].commit()
    assert len(messages.refused) == 1
    assert desk.get(Edition, three_editions[2].id).first_day == date(2026, 6, 27)
    assert editors["first_day"].text() == "2026-06-27"


def test_undo_shows_in_the_panel(window, desk, three_editions):
    change_edition(desk, three_editions[2].id, {"city": Text.of(en="Busan")})
    field = panel(window).editors["city"].fields["en"]
    assert field.text() == "Busan"
    window.undo()
    assert field.text() == "Washington"


@pytest.mark.parametrize(
    "added",
    [("room", "대회의실", Room), ("track", "Talent", Track), ("side", "Korea", Side)],
)
def test_things_are_added_by_typing_a_name(page, desk, qtbot, added):
    kind, typed, record = added
    before = desk.count(record, edition=page.work.edition)
    field = page.sets[kind].content.field
    field.setFocus()
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    found = desk.find(record, edition=page.work.edition)
    assert len(found) == before + 1
    assert typed in found[-1].name.values()
    assert any(typed in name for name in rows(page.sets[kind].content))


def test_a_host_is_added_and_its_part_chosen(window, page, desk):
    host = add_host_by_name(desk, window.work.edition, "KSIA")
    assert rows(page.sets["host"].content)[0] == "KSIA, Host"
    window.work.go(Subject("host", host.id))
    assert panel(window).heading.text() == "KSIA"
    panel(window).editors["role"].activated.emit(list(HostRole).index(HostRole.SPONSOR))
    assert desk.get(Host, host.id).role is HostRole.SPONSOR
    assert rows(page.sets["host"].content)[0] == "KSIA, Sponsor"


def test_rooms_are_changed_moved_and_removed(window, page, desk):
    edition = window.work.edition
    second = add_room(desk, edition, Text.of(en="Library"), {})
    window.work.go(Subject("room", second.id))
    shown = panel(window)
    assert shown.up.isEnabled()
    assert not shown.down.isEnabled()
    shown.editors["capacity"].setText("40")
    shown.editors["capacity"].commit()
    shown.editors["name"].fields["ko"].setText("도서관")
    shown.editors["name"].fields["ko"].commit()
    shown.up.click()
    rooms = desk.find(Room, edition=edition)
    assert [r.name for r in rooms] == [
        Text.of(ko="도서관", en="Library"),
        Text.of(ko="볼룸", en="Ballroom"),
    ]
    assert rooms[0].capacity == 40
    assert not shown.up.isEnabled()
    shown.gone.click()
    assert len(desk.find(Room, edition=edition)) == 1
    assert window.frame.inspector.subject == Subject("edition", edition)
    window.undo()
    assert len(desk.find(Room, edition=edition)) == 2


def test_sides_and_tracks_are_changed(window, desk):
    edition = window.work.edition
    side = add_side(desk, edition, Text.of(en="Korea"), {})
    host = add_host_by_name(desk, edition, "KSIA")
    window.work.go(Subject("side", side.id))
    editors = panel(window).editors
    editors["country"].setText("kr")
    editors["country"].commit()
    panel(window).editors["organization"].activated.emit(1)
    after = desk.get(Side, side.id)
    assert (after.country, after.organization) == ("KR", host.organization)
    track = add_track(desk, edition, Text.of(en="Talent"), {})
    window.work.go(Subject("track", track.id))
    color = panel(window).editors["color"]
    color.setText("#AA0000")
    color.commit()
    assert desk.get(Track, track.id).color == "#aa0000"
    color.setText("")
    color.commit()
    assert desk.get(Track, track.id).color == ""


def test_the_readiness_list_leads_to_one_place_after_the_other(window, desk, three_editions):
    edition = three_editions[2]
    with desk.step("x"):
        for title in ("A", "B"):
            desk.put(Session(desk.new_id(), edition.id, Text.of(en=title), SessionKind.PANEL))
    wanted = []
    window.work.wanted.disconnect()
    window.work.wanted.connect(wanted.append)
    card = ReadinessCard(window.work, readiness(window.work.dossier, date(2026, 6, 1)))
    button = next(b for b in card.findChildren(QPushButton) if "no time yet" in b.accessibleName())
    assert button.accessibleName() == "2 sessions have no time yet, 2 of 3"
    for _ in range(3):
        button.click()
    ids = [s.id for s in desk.find(Session, edition=edition.id)][1:]
    assert [subject.id for subject in wanted] == [ids[0], ids[1], ids[0]]


def test_every_matter_has_its_words():
    some = [said(Line(matter, (Subject("x", "1"),), 2), ENGLISH) for matter in Matter]
    none = [said(Line(matter, (), 2), ENGLISH) for matter in Matter]
    assert len({*some, *none}) == 2 * len(Matter)
    assert all(text.startswith("1 ") for text in some)


def test_parity_needs_sides(window, page, desk):
    assert page.even.content is None
    add_side(desk, window.work.edition, Text.of(en="Korea"), {})
    assert isinstance(page.even.content, ParityCard)


@pytest.mark.parametrize(
    ("values", "today", "large", "small"),
    [
        ({}, date(2026, 6, 1), "D−26", "26 days to go"),
        ({}, date(2026, 6, 26), "D−1", "1 day to go"),
        ({}, date(2026, 6, 27), "Today", "The forum is on."),
        ({}, date(2026, 6, 29), "Over", "2 days ago"),
        ({"last_day": date(2026, 6, 29)}, date(2026, 6, 28), "Today", "The forum is on."),
        ({"state": EditionState.CLOSED}, date(2026, 6, 1), "Closed", ""),
        ({"first_day": None}, date(2026, 6, 1), "No date", "Set the first day in the inspector."),
    ],
)
def test_days_to_go(values, today, large, small):
    edition = replace(Edition("e", "s", first_day=date(2026, 6, 27)), **values)
    assert countdown(edition, today, ENGLISH) == (large, small)


def test_today_is_that_of_the_place(window, page, desk, three_editions):
    # 01:00 UTC on the 28th is still the 27th in New York.
    desk.now = lambda: datetime(2026, 6, 28, 1, tzinfo=UTC)
    assert page._today(window.work.dossier) == date(2026, 6, 27)


def at(hour, minute=0):
    return datetime(2026, 6, 27, hour, minute)


def test_a_strip_puts_what_runs_together_into_lanes(window, desk, three_editions):
    edition = three_editions[2].id
    with desk.step("x"):
        for start, minutes in ((at(9, 30), 60), (at(10, 30), 30), (at(12, 50), None)):
            title = Text.of(en=f"{start:%H:%M}")
            desk.put(Session(desk.new_id(), edition, title, starts=start, minutes=minutes))
    (strip,) = strips(window.work.dossier)
    assert (strip.starts, strip.ends, strip.lanes) == (at(9), at(14), 2)
    assert [(b.start, b.end, b.lane) for b in strip.blocks] == [
        (0, 40, 0),
        (30, 90, 1),
        (90, 120, 0),
        (230, 245, 0),
    ]


def test_a_click_on_the_strip_goes_to_the_session(window, page, desk, qtbot, three_editions):
    session = desk.find(Session, edition=three_editions[2].id)[0]
    strip = page.area.widget().findChildren(DayStrip)[0]
    assert "09:00–09:40 Opening ceremony" in strip.accessibleDescription()
    picked = []
    strip.picked.connect(picked.append)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 28))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 4, 28))
    assert picked == [session.id]


def test_the_strip_tells_of_the_session_under_the_pointer(window, page, qtbot, three_editions):
    strip = page.area.widget().findChildren(DayStrip)[0]
    qtbot.mouseMove(strip, QPoint(20, 28))
    qtbot.waitUntil(lambda: strip.toolTip() == "09:00–09:40 Opening ceremony")
    qtbot.mouseMove(strip, QPoint(strip.width() - 4, 28))
    qtbot.waitUntil(lambda: strip.toolTip() == "")


def test_turning_to_another_window_takes_over_what_is_typed(window, desk, qtbot, three_editions):
    field = panel(window).editors["city"].fields["en"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "Busan")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert desk.get(Edition, three_editions[2].id).city["en"] == "Busan"


def test_a_very_long_title_fits(window, desk, three_editions):
    title = "Überlieferungspflichtenverordnungs" * 20
    change_edition(desk, three_editions[2].id, {"title": Text.of(en=title, ko="가" * 400)})
    assert window.frame.header.title.text() == title
    assert window.minimumSizeHint().width() < 1280
    assert window.width() <= 1280


def test_organizations_are_called_by_any_name(window, desk):
    with desk.step("x"):
        desk.put(Organization(desk.new_id(), Text.of(ko="협회")))
    host = add_host_by_name(desk, window.work.edition, "협회")
    assert desk.find(Organization)[0].id == host.organization


def test_the_clock_does_not_matter_for_saving(window, desk, three_editions):
    desk.now = lambda: datetime.now(UTC) - timedelta(days=400)
    change_edition(desk, three_editions[2].id, {"city": Text.of(en="Busan")})
    assert window.status.saved.text().startswith("Saved ")


def test_a_heading_breaks_words_only_where_it_must(qtbot, look):
    heading = FlowLabel("Ein Überlieferungspflichtenverordnungsgesetz", "lead")
    qtbot.addWidget(heading)
    one_line = heading.heightForWidth(2000)
    assert heading.heightForWidth(360) == pytest.approx(one_line, abs=2)
    assert heading.heightForWidth(120) >= 3 * (one_line - 2)
    assert heading.minimumSizeHint().width() == 0


def test_only_what_changed_is_made_anew(window, page, desk, three_editions):
    before = {kind: slot.content for kind, slot in page.sets.items()}
    head, ready = page.head.content, page.ready.content
    add_room(desk, three_editions[2].id, Text.of(en="Library"), {})
    changed = {kind for kind, slot in page.sets.items() if slot.content is not before[kind]}
    assert changed == {"room"}
    assert (page.head.content, page.ready.content) == (head, ready)
    change_edition(desk, three_editions[2].id, {"slogan": Text.of(en="Together")})
    assert page.head.content is not head


def test_what_has_no_page_is_shown_with_its_session(window, desk, three_editions):
    session = desk.find(Session, edition=three_editions[2].id)[0]
    with desk.step("x"):
        body = Organization(desk.new_id(), Text.of(en="KSIA"))
        guest, idle = (
            Participation(desk.new_id(), session.edition, organization=body.id) for _ in "ab"
        )
        part = Part(desk.new_id(), session.id, guest.id)
        for record in (body, guest, idle, part):
            desk.put(record)
    dossier = window.work.dossier
    place = Subject("session", session.id, "parts")
    assert place_of(Subject("part", part.id), dossier) == place
    assert place_of(Subject("part", "gone"), dossier) is None
    for one in (guest, idle):  # who takes part has a page, with a part or without
        own = Subject("participation", one.id, "status")
        assert place_of(own, dossier) == own
        window.work.go(own)
        assert window.frame.stack.page.kind.id == "participants"
        assert window.frame.stack.page.table.current_key() == one.id
        assert window.frame.inspector.subject == own
    assert place_of(Subject("room", "x"), dossier) == Subject("room", "x")
    window.work.go(Subject("part", part.id))
    assert window.frame.stack.page.kind.id == "agenda"
    assert window.frame.inspector.subject == place
