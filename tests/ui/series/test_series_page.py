# SPDX-License-Identifier: MIT
"""The page of a series: its time line, suggested dates, fields, and what can be done."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, EditionState, Moved, Series, SeriesHost
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.services import editions, people, series
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.series.ahead import AheadCard
from forumdesk.ui.series.moments import Sort
from forumdesk.ui.series.renumber_dialog import RenumberDialog
from forumdesk.ui.succession.dialog import NextDialog
from tests.services.small import en, label
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui
RULE = "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH"
TODAY = datetime(2026, 7, 15, tzinfo=UTC)


def add_recurring(desk):
    """The series of three editions with a rule, hosts and places."""
    add_three_editions(desk)
    (made,) = desk.find(Series)
    desk.now = lambda: TODAY
    seoul, washington = Text.of(ko="서울", en="Seoul"), Text.of(ko="워싱턴", en="Washington")
    ksia = people.add_organization(desk, Text.of(ko="한국협회", en="KSIA"), {"country": "KR"})
    sia = people.add_organization(desk, Text.of(ko="미국협회", en="SIA"), {"country": "US"})
    editions.set_series_hosts(desk, made.id, [ksia.id, sia.id])
    places = {"places": (washington, seoul), "zones": ("America/New_York", "Asia/Seoul")}
    editions.change_series(desk, made.id, {"recurrence": RULE, **places})
    return made


filling = begins_with("recurring", add_recurring)


@pytest.fixture
def recurring(desk, begun):
    """The series, on a day after its last edition."""
    desk.now = lambda: TODAY
    return begun


def shown(window, qtbot):
    """The page, when the next dates have come."""
    page = window.frame.stack.page
    qtbot.waitUntil(lambda: page.ahead is not None and page._asked is None)
    return page


@pytest.fixture
def page(open_window, recurring, qtbot):
    window = open_window()
    window.frame.go(Subject("series", recurring.id))
    return shown(window, qtbot)


def of(page):
    return page.work.desk.get(Series, page.subject.id)


def line(page):
    return [(m.year, m.number, m.aside) for m in page.timeline.moments]


def dates(page):
    return [(s.number, s.first_day, s.place.get("en")) for s in page.ahead.suggestions]


def typed(field, text):
    """Type a text into a field in place of what is there, and finish with Enter."""
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # for which there are no keys
        field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# Where it is, and what it shows


def test_heading_in_the_sidebar_leads_to_the_page_and_back(open_window, recurring, qtbot):
    window = open_window()
    sidebar = window.frame.sidebar
    view = sidebar.list
    QTest.mouseClick(
        *(view.viewport(), Qt.MouseButton.LeftButton),
        pos=view.visualRect(sidebar.model.index(0)).center(),
    )
    page = shown(window, qtbot)
    assert (page.kind.id, page.subject) == ("series", Subject("series", recurring.id))
    assert view.currentIndex().row() == 0
    assert not window.frame.header.isVisible()
    assert not window.frame.inspector.isVisible()
    view.setCurrentIndex(sidebar.model.index(2))
    assert window.frame.stack.page.kind.id == "overview"
    assert window.frame.header.isVisible()


def test_sidebar_is_walked_through_by_keyboard(page):
    window = page.window()
    view = window.frame.sidebar.list
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert window.frame.stack.page.kind.id == "overview"
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.frame.stack.page is page


def test_time_line_has_editions_years_without_one_and_what_is_suggested(page, qtmodeltester):
    qtmodeltester.check(page.timeline)
    assert line(page) == [
        ("2024", "1st", "Closed"),
        ("2025", "2nd", "Closed"),
        ("2026", "3rd", "Planned"),
        ("2027", "4th", "suggested"),
        ("2028", "5th", "suggested"),
        ("2029", "6th", "suggested"),
    ]
    first = page.timeline.moments[0]
    assert first.lines == ("Washington", "Thu 27 Jun", "1 session")
    assert first.spoken == "1st, Washington, Thu 27 June 2024, Closed, 1 session"
    assert page.timeline.moments[3].lines == ("Seoul", "Thu 24 Jun", "KSIA", "SIA")
    assert (page.name.text(), page.second.text()) == ("Semiconductor Forum", "3 editions · 2 held")


def test_year_without_the_forum_stands_on_the_line(page, desk, three_editions, qtbot):
    editions.remove_edition(desk, three_editions[1].id)
    assert line(page)[:3] == [
        ("2024", "1st", "Closed"),
        ("2025", "no forum", ""),
        ("2026", "3rd", "Planned"),
    ]
    gap = page.timeline.index(1)
    assert page.timeline.flags(gap) == Qt.ItemFlag.NoItemFlags
    qtbot.waitUntil(lambda: page.ahead.skipped == (2025,))


def test_next_five_dates_stand_with_place_zone_and_hosts(page):
    assert dates(page) == [
        (4, date(2027, 6, 24), "Seoul"),
        (5, date(2028, 6, 22), "Washington"),
        (6, date(2029, 6, 28), "Seoul"),
        (7, date(2030, 6, 27), "Washington"),
        (8, date(2031, 6, 26), "Seoul"),
    ]
    card = page.dates.content
    assert isinstance(card, AheadCard)
    assert card.takes[4].accessibleName() == "Prepare it…: Thu 24 June 2027"


def test_edition_on_the_line_is_opened_by_a_click_and_by_enter(page, three_editions):
    window = page.window()
    view = page.line
    QTest.mouseClick(
        *(view.viewport(), Qt.MouseButton.LeftButton),
        pos=view.visualRect(page.timeline.index(0)).center(),
    )
    assert window.work.edition == three_editions[0].id
    assert window.frame.stack.page.kind.id == "overview"
    window.frame.go(Subject("series", page.subject.id))
    view.setFocus()
    view.setCurrentIndex(page.timeline.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.work.edition == three_editions[1].id


def test_suggestion_on_the_line_leads_to_what_can_be_done_with_it(page):
    at = next(n for n, m in enumerate(page.timeline.moments) if m.sort is Sort.SUGGESTED)
    page.line.clicked.emit(page.timeline.index(at))
    assert page.dates.content.takes[4].hasFocus()


def test_series_is_found_again_where_it_was_left(page, open_window, qtbot, recurring):
    window = page.window()
    place = window.frame.stack.place()
    assert place == {"page": "series", "on.chosen": recurring.id}
    window.close()


# Fields


def test_titles_commit_themselves_and_show_the_next_title(page, desk):
    typed(page.form.texts["title"].fields["en"], "Chip Forum")
    assert of(page).title == Text.of(ko="반도체 포럼", en="Chip Forum")
    assert page.name.text() == "Chip Forum"
    typed(page.form.texts["numbering"].fields["en"], "{title} {N}")
    assert of(page).numbering == en("{title} {N}")
    assert page.form.example.text() == "The next one:\n제4회 반도체 포럼\nChip Forum IV"
    page.form.texts["numbering"].fields["en"].setText("The {ordinal} {title}")
    assert page.form.example.text().endswith("The Fourth Chip Forum")
    page.form.texts["numbering"].fields["en"].give_up()
    desk.undo()
    assert of(page).numbering == Text()


def test_other_languages_have_fields_of_their_own(page):
    typed(page.form.languages, "ko, en, de")
    assert of(page).languages == ("ko", "en", "de")
    assert list(page.form.texts["title"].fields) == ["ko", "en", "de"]
    typed(page.form.texts["short"].fields["de"], "Halbleiter")
    assert of(page).short == Text.of(de="Halbleiter")
    assert page.form.places.lines[0].name.fields.keys() == {"ko", "en", "de"}


def test_language_that_is_none_is_refused_and_shown_as_it_was(page, messages):
    typed(page.form.languages, "ko, 한국어")
    assert messages.refused == ["“한국어” does not fit the field “languages”."]
    assert page.form.languages.text() == "ko, en"


def test_holidays_lead_and_moving(page, qtbot):
    form = page.form
    assert form.countries.text() == "Those of its hosts: South Korea · United States"
    typed(form.holidays, "kr, jp")
    assert of(page).holidays == ("KR", "JP")
    assert form.countries.text() == "South Korea · Japan"
    form.moved.committed.emit(Moved.AFTER)
    assert of(page).moved is Moved.AFTER
    assert form.sentence.text() == (
        "Every year, fourth Thursday of June, in turn Washington and Seoul; moved to the next "
        "working day if it is a public holiday in South Korea or Japan"
    )
    typed(form.lead, "400")
    assert of(page).lead == 400
    qtbot.waitUntil(lambda: bool(page.ahead.suggestions[0].cautions))
    said = page.ahead.suggestions[0].cautions[0].phrase.said(page.work.words)
    assert said == "Only 344 days are left; its preparations take 400 days."


def test_rule_is_put_together_from_choices(page, desk, qtbot):
    rule = page.form.rule
    rule.nth.committed.emit(-1)
    assert of(page).recurrence == "FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH"
    rule.weekday.committed.emit(1)
    rule.months.tick(["6", "12"])
    assert of(page).recurrence == "FREQ=YEARLY;BYMONTH=6,12;BYDAY=-1TU"
    qtbot.waitUntil(lambda: dates(page)[0] == (4, date(2026, 12, 29), "Seoul"))
    typed(rule.every, "2")
    assert of(page).recurrence == "FREQ=YEARLY;INTERVAL=2;BYMONTH=6,12;BYDAY=-1TU"
    rule.unit.committed.emit("months")
    assert of(page).recurrence == "FREQ=MONTHLY;INTERVAL=24;BYDAY=-1TU"
    assert not rule.months.isEnabled()
    rule.nth.committed.emit(99)
    assert of(page).recurrence == "FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=27"
    typed(rule.day, "5")
    assert of(page).recurrence == "FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=5"
    rule.unit.committed.emit("years")
    assert of(page).recurrence == "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=5"
    rule.nth.committed.emit(0)
    assert of(page).recurrence == "FREQ=YEARLY;INTERVAL=2;BYMONTH=6"
    for _ in range(9):
        desk.undo()
    assert of(page).recurrence == RULE


def test_rule_that_is_none_is_told_in_place_and_kept_to_be_mended(page, messages, desk):
    steps = len(desk.history())
    rule = page.form.rule
    typed(rule.rrule, "FREQ=YEARLY;BYMONTH=13")
    assert rule.problem.isVisible()
    assert rule.problem.text() == "“13” can't stand for BYMONTH in a rule."
    assert rule.rrule.text() == "FREQ=YEARLY;BYMONTH=13"
    assert (messages.refused, len(desk.history())) == ([], steps)
    typed(rule.rrule, "freq=yearly;bymonth=5;byday=1mo")
    assert not rule.problem.isVisible()
    assert of(page).recurrence == rule.rrule.text() == "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"


def test_day_that_never_comes_is_told_in_place(page):
    rule = page.form.rule
    rule.nth.committed.emit(99)
    rule.months.tick(["2"])
    typed(rule.day, "30")
    assert rule.problem.text() == "There is no such day: month 2, day 30."
    assert of(page).recurrence == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=27"


def test_rule_that_says_more_is_kept_and_said_as_far_as_possible(page):
    rule = page.form.rule
    typed(rule.rrule, "FREQ=WEEKLY;INTERVAL=26;BYDAY=TU,TH")
    assert of(page).recurrence == "FREQ=WEEKLY;INTERVAL=26;BYDAY=TU,TH"
    assert rule.kept.isVisible()
    assert page.form.sentence.text().startswith("Every 26 weeks, by the rule FREQ=WEEKLY")
    assert rule.nth.currentIndex() == -1
    rule.nth.committed.emit(2)
    assert of(page).recurrence == "FREQ=YEARLY;BYMONTH=6;BYDAY=2SA"
    assert not rule.kept.isVisible()


def test_rule_may_be_taken_away_and_the_usual_one_adopted(page, qtbot):
    typed(page.form.rule.rrule, " ")
    qtbot.waitUntil(lambda: page.ahead.assumed != "")
    assert page.form.sentence.text() == "No rule yet"
    card = page.dates.content
    (adopt,) = [
        b for b in card.findChildren(type(page.add_button)) if b.text() == "Make it the &rule"
    ]
    adopt.click()
    assert of(page).recurrence == "FREQ=YEARLY;BYMONTH=6;BYDAY=-1SA"


def test_hosts_are_added_by_name_moved_and_removed(page, desk):
    hosts = page.form.hosts
    typed(hosts.typed, "KOTRA")

    def named():
        ids = [host.organization for host in desk.find(SeriesHost, series=page.subject.id)]
        return [desk.get(Organization, id_).name.get("en") for id_ in ids]

    assert named() == ["KSIA", "SIA", "KOTRA"]
    hosts.lines[2].tools.up.setFocus()
    hosts.lines[2].tools.up.click()
    assert named() == ["KSIA", "KOTRA", "SIA"]
    assert hosts.lines[1].tools.up.hasFocus()
    hosts.lines[0].tools.gone.click()
    assert named() == ["KOTRA", "SIA"]
    assert [line.name.text() for line in hosts.lines] == ["KOTRA", "SIA"]
    assert hosts.lines[0].tools.down.accessibleName() == "Move down: KOTRA"


def test_places_are_added_named_moved_and_removed(page):
    places = page.form.places
    places.add.click()
    line = places.lines[2]
    assert len(of(page).places) == 2  # until it has a name
    typed(line.name.fields["en"], "Tokyo")
    assert of(page).places[2] == en("Tokyo")
    line.zone.committed.emit("Asia/Tokyo")
    assert of(page).zones == ("America/New_York", "Asia/Seoul", "Asia/Tokyo")
    line.tools.up.setFocus()
    line.tools.up.click()
    assert [place.get("en") for place in of(page).places] == ["Washington", "Tokyo", "Seoul"]
    assert of(page).zones == ("America/New_York", "Asia/Tokyo", "Asia/Seoul")
    assert places.lines[1].tools.up.hasFocus()
    places.lines[0].tools.gone.click()
    assert [place.get("en") for place in of(page).places] == ["Tokyo", "Seoul"]
    assert len(places.lines) == 2


def test_place_that_was_begun_and_not_named_is_forgotten_with_the_series(page, desk, qtbot):
    other = editions.create_series(desk, en("Other"), {})
    page.form.places.add.click()
    assert len(page.form.places.lines) == 3
    page.select(Subject("series", other.id))
    assert page.form.places.lines == []
    page.select(Subject("series", desk.find(Series)[0].id))
    assert len(page.form.places.lines) == 2
    shown(page.window(), qtbot)


# What can be done


def test_suggested_date_of_a_new_series_becomes_an_edition(page, desk, qtbot):
    fields = {
        "recurrence": "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH",
        "places": (en("Busan"),),
        "zones": ("Asia/Seoul",),
    }
    other = editions.create_series(desk, en("Packaging Forum"), fields)
    page.select(Subject("series", other.id))
    qtbot.waitUntil(lambda: page.ahead is not None and page._asked is None)
    assert not page.prepare_button.isEnabled()
    first = page.ahead.suggestions[0]
    take = page.dates.content.takes[first.number]
    assert take.text() == "Add this edition"
    take.click()
    (made,) = desk.find(Edition, series=other.id)
    assert (made.number, made.first_day) == (1, first.first_day)
    assert (made.city.get("en"), made.timezone) == ("Busan", "Asia/Seoul")
    assert label(desk) == "Add edition of “Packaging Forum”"


def test_edition_without_a_day_is_given_one(page, desk, qtbot):
    page.add_button.click()
    window = page.window()
    (made,) = desk.find(Edition, number=4)
    assert (made.first_day, made.city.get("en")) == (None, "Seoul")
    assert (window.work.edition, window.frame.stack.page.kind.id) == (made.id, "overview")
    window.frame.go(Subject("series", page.subject.id))
    qtbot.waitUntil(lambda: page.ahead.suggestions[0].edition == made.id)
    assert page.dates.content.takes[4].text() == "Give it these days"
    page.dates.content.takes[4].click()
    assert desk.get(Edition, made.id).first_day == date(2027, 6, 24)


def test_next_edition_is_prepared_from_the_page(page, qtbot):
    asked = []
    page.prepare = lambda work, id_, on: asked.append((id_, on))
    (command,) = [c for c in page.commands if c.id == "series.prepare"]
    assert command.enabled(page)
    page.prepare_button.click()
    page.dates.content.takes[4].click()
    assert asked == [(page.subject.id, None), (page.subject.id, date(2027, 6, 24))]


def test_the_preview_opens_on_the_suggested_day(page, qtbot):
    page.dates.content.takes[4].click()
    dialogs = page.window().findChildren
    qtbot.waitUntil(lambda: any(d.plan is not None for d in dialogs(NextDialog)))
    (dialog,) = dialogs(NextDialog)
    assert dialog.plan.edition.first_day == date(2027, 6, 24)
    dialog.reject()


def test_editions_and_suggested_dates_are_written_as_a_calendar(page, messages, tmp_path, qtbot):
    messages.paths.append(tmp_path / "days")
    page.export()
    written = tmp_path / "days.ics"
    qtbot.waitUntil(lambda: messages.said == [f"Written: {written}"])
    text = written.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 8  # three editions, five suggestions
    assert "4th Semiconductor Forum" in text
    assert text.count("STATUS:TENTATIVE") == 6  # those that are suggested, and one planned


def test_editions_are_renumbered_after_a_look(page, desk, qtmodeltester):
    page.renumber()
    (dialog,) = page.findChildren(RenumberDialog)
    qtmodeltester.check(dialog.model)
    assert not dialog.go.isEnabled()
    dialog.first.committed.emit(page.of.editions[1].id)
    typed(dialog.number, "31")
    assert dialog.go.isEnabled()
    said = [dialog._entry(id_).aside for id_ in dialog.model.ids]
    assert said == ["→ 31st", "→ 32nd"]
    dialog.go.click()
    assert [e.number for e in desk.find(Edition)] == [1, 31, 32]
    desk.undo()
    assert [e.number for e in desk.find(Edition)] == [1, 2, 3]


def test_series_with_editions_is_not_removed(page, desk, messages):
    page.remove()
    assert messages.asked == []
    assert messages.refused == [
        "“Semiconductor Forum” has editions (3); remove them first. Nothing was changed."
    ]


def test_series_without_editions_is_removed_if_one_is_sure(page, desk, messages, qtbot):
    other = editions.create_series(desk, en("Other"), {})
    page.select(Subject("series", other.id))
    messages.answers += ["cancel", "remove"]
    page.remove()
    assert desk.count(Series) == 2
    page.remove()
    assert desk.count(Series) == 1
    assert page.name.text() == "Semiconductor Forum"
    assert page.window().frame.sidebar.list.currentIndex().row() == 0
    shown(page.window(), qtbot)


# Few and many


def test_file_without_series_says_what_to_do(open_window, desk):
    window = open_window()
    window.frame.show_page("series")
    page = window.frame.stack.page
    assert page.nothing.isVisible()
    assert not page.area.isVisible()
    assert [c.id for c in page.commands if c.enabled(page)] == []


def test_series_without_editions_has_room_for_the_first(open_window, desk, qtbot):
    desk.now = lambda: TODAY
    made = editions.create_series(desk, en("New"), {"languages": ("en",)})
    window = open_window()
    window.frame.go(Subject("series", made.id))
    page = shown(window, qtbot)
    assert page.none.isVisible()
    assert not page.line.isVisible()
    assert page.ahead.suggestions == ()
    page.form.rule.nth.committed.emit(1)
    qtbot.waitUntil(lambda: len(page.ahead.suggestions) == 5)
    assert (page.ahead.suggestions[0].number, page.line.isVisible()) == (1, True)


def test_forty_editions_and_long_titles_stay_within_the_page(open_window, desk, qtbot):
    desk.now = lambda: TODAY
    made = editions.create_series(desk, en("International Forum " * 12), {"recurrence": RULE})
    for n in range(40):
        fields = {
            "first_day": date(1986 + n, 6, 26),
            "city": en("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
            "state": EditionState.CLOSED,
        }
        series.plan_edition(desk, made.id, fields, [])
    window = open_window()
    window.resize(1280, 800)
    window.frame.go(Subject("series", made.id))
    page = shown(window, qtbot)
    assert page.timeline.rowCount() == 44  # with a year that was missed, and three to come
    bar = page.line.horizontalScrollBar()
    assert bar.maximum() > 0
    assert page.line.visualRect(page.timeline.index(40)).right() <= page.line.viewport().width()
    content = page.area.widget()
    assert content.minimumSizeHint().width() <= page.area.viewport().width()


def test_file_that_is_only_read_can_not_be_edited(desk, recurring, desktop, messages, qtbot):
    desk.close()
    with ForumFile.open(desk.path, read_only=True) as read:
        window = MainWindow(read, desktop, messages=messages)
        window.show()
        window.frame.go(Subject("series", recurring.id))
        page = shown(window, qtbot)
        form = page.form
        lines = [*form.texts["title"].fields.values(), form.lead, form.rule.rrule, form.notes]
        assert [field.isReadOnly() for field in lines] == [True] * 5
        tools = form.hosts.lines[0].tools
        buttons = (page.add_button, tools.gone, form.places.add, form.rule.months)
        assert [made.isEnabled() for made in buttons] == [False] * 4
        assert not page.dates.content.takes[4].isEnabled()
        window.close()


def test_editions_are_compared_with_the_handouts_of_the_last_one_held(page, three_editions):
    window = page.window()
    assert page.compare_button.isVisible()
    page.compare_button.click()
    shown = window.frame.stack.page
    assert (shown.kind.id, shown.handout) == ("handouts", "comparison")
    assert window.work.edition == three_editions[1].id


def test_a_single_edition_is_compared_with_nothing(page, desk, three_editions):
    window = page.window()
    for edition in three_editions[:2]:
        editions.remove_edition(desk, edition.id)
    assert not page.compare_button.isVisible()
    assert not window.actions_["series.compare"].isEnabled()


def test_tab_leads_through_the_page_as_it_is_read(page):
    window = page.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page.line.setFocus()
    reached = []
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget().accessibleName())
    assert reached[0] == "Prepare it…: Thu 24 June 2027"
    assert reached[5] == "Title, 한국어"


def test_dates_that_come_after_the_window_was_closed_are_let_go(open_window, recurring, qapp):
    window = open_window()
    window.frame.show_page("series")
    asked = window.frame.stack.page._asked
    asked.wait()
    window.close()
    assert not window.isVisible()
    qapp.processEvents()  # what comes finds no file to ask; an error there fails the test
