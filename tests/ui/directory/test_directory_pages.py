# SPDX-License-Identifier: MIT
"""People and organizations: found as one types, edited on a card, put in the place of doubles."""

from pathlib import Path

import pytest
from PIL import Image as Drawn
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import EditionState
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Contact,
    Image,
    Organization,
    Participation,
    Person,
    Quota,
    Script,
)
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, people
from forumdesk.ui.directory.contacts_field import likely_kind
from forumdesk.ui.lists import ASIDE, SECOND
from tests.services.small import en
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui


def add_everybody(desk):
    """Three people; the second takes part in all editions, as director of a body."""
    three_editions = add_three_editions(desk)
    body = people.add_organization(desk, Text.of(ko="반도체협회", en="Chip Association"), {})
    made = [
        people.add_person(desk, names_from(name), {})
        for name in ("홍길동 (Gil-dong HONG)", "Anna Baker", "강하나")
    ]
    for edition in three_editions:
        held = {"office": en("Director"), "organization": body.id}
        invitations.add_participation(desk, edition.id, made[1].id, held)
    return made


filling = begins_with("everybody", add_everybody)


@pytest.fixture
def everybody(begun):
    return begun


@pytest.fixture
def page(open_window, everybody):
    window = open_window()
    window.frame.show_page("people")
    return window.frame.stack.page


def lines(page):
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def choose(page, row):
    page.list.setCurrentIndex(page.model.index(row))
    return page.card


def test_everybody_is_listed_in_the_readers_order(page, qtmodeltester):
    qtmodeltester.check(page.model)
    assert lines(page) == ["Anna Baker", "Gil-dong Hong", "강하나"]
    first = page.model.index(0)
    assert (first.data(SECOND), first.data(ASIDE)) == ("Director · Chip Association", "3")
    assert page.count.text() == "3 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ㅎㄱㄷ", ["Gil-dong Hong"]),
        ("홍기", ["Gil-dong Hong"]),
        ("gil hong", ["Gil-dong Hong"]),
        ("BAKER", ["Anna Baker"]),
        ("하", ["강하나"]),
        ("nobody", []),
        ("%", []),
        ("_", []),
        ('"*', []),
        ("'; drop table person", []),
    ],
)
def test_people_are_found_while_the_name_is_typed(page, typed, found):
    page.search.setText(typed)
    page.look()
    assert lines(page) == found


def test_the_card_edits_names_and_contacts(page, desk):
    card = choose(page, 2)
    card.names.fields[Script.LATIN, "family"].setText("Kang")
    card.names.fields[Script.LATIN, "family"].commit()
    card.contacts.new.setText("hana@example.org")
    card.contacts.new.commit()
    card.contacts.new.setText("010-1234-5678")
    card.contacts.new.commit()
    (person,) = desk.find(Person, id=page.chosen)
    assert person.names[Script.LATIN].family == "Kang"
    assert person.names[Script.HANGUL].given == "하나"
    expected = (Contact("email", "hana@example.org"), Contact("mobile", "010-1234-5678"))
    assert person.contacts == expected
    assert lines(page)[2] == "Kang"
    card.contacts.lines.itemAt(0).widget().findChild(QToolButton).click()
    assert desk.get(Person, person.id).contacts == expected[1:]


def test_a_contact_is_of_the_kind_it_looks_like():
    assert likely_kind("kim@example.org") == "email"
    assert likely_kind("+82 10-1234-5678") == "mobile"
    assert likely_kind("02-123-4567") == "phone"
    assert likely_kind("https://example.org/a") == "url"
    assert likely_kind("Teheran-ro 142, Seoul 06236") == "address"


def test_every_edition_says_what_office_was_held(page, everybody):
    card = choose(page, 0)
    titles = [block.go.text() for block in card.held.blocks]
    assert titles == [
        f"{n} Semiconductor Forum ({y})"
        for n, y in zip(("3rd", "2nd", "1st"), (2026, 2025, 2024), strict=True)
    ]
    assert [block.body.text() for block in card.held.blocks] == ["Chip Association"] * 3
    choose(page, 1)
    assert card.held.blocks == []


def test_an_office_is_changed_here_or_from_here_on(page, desk, three_editions, messages):
    editions.change_edition(desk, three_editions[1].id, {"state": EditionState.PLANNED})
    card = choose(page, 0)
    field = card.held.blocks[1].office.fields["en"]
    field.setText("President")
    field.commit()

    def offices():
        found = desk.find(Participation)
        return {p.edition: p.office["en"] for p in found}

    first, second, third = (edition.id for edition in three_editions)
    assert offices() == {first: "Director", second: "President", third: "Director"}
    banner = messages.banners["office"]
    assert banner.text.startswith("Changed in this edition. 1 later edition")
    banner.offers[0][1]()
    assert offices() == {first: "Director", second: "President", third: "President"}
    assert "office" not in messages.banners


def test_an_office_of_the_last_edition_asks_nothing(page, desk, messages):
    field = choose(page, 0).held.blocks[0].office.fields["en"]
    field.setText("President")
    field.commit()
    assert messages.banners == {}


def test_a_photo_is_read_anew_and_taken_away(page, desk, messages, tmp_path):
    path = tmp_path / "photo.png"
    Drawn.new("RGB", (40, 50), (30, 60, 90)).save(path)
    messages.paths = [path]
    card = choose(page, 0)
    card.photo.choose.click()
    photo = desk.get(Person, page.chosen).photo
    assert photo is not None
    assert desk.get(Image, photo).media_type == "image/png"
    card.photo.gone.click()
    assert desk.get(Person, page.chosen).photo is None
    assert desk.find(Image) == []


def test_what_is_no_picture_is_refused_in_place(page, desk, messages, tmp_path):
    path = tmp_path / "drawing.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    messages.paths = [path, Path("/nowhere/photo.png")]
    card = choose(page, 0)
    card.photo.choose.click()
    card.photo.choose.click()
    assert messages.refused[0] == "drawing.svg is a drawing (SVG); save it as PNG first."
    assert messages.refused[1].startswith("/nowhere/photo.png can't be read")
    assert desk.find(Image) == []


def test_somebody_is_added_by_name_and_removed(page, desk, messages):
    messages.answers = ["김영희 (Young-hee KIM)", ""]
    page.add_button.click()
    assert lines(page)[2] == "Young-hee Kim"
    assert page.card.name.text() == "Young-hee Kim"
    page.add_button.click()
    assert desk.count(Person) == 4
    page.card.gone.click()
    assert desk.count(Person) == 3
    assert page.side.currentIndex() == 0


def test_who_takes_part_is_not_removed(page, desk, messages):
    choose(page, 0).gone.click()
    assert messages.refused[0].startswith("“Anna Baker” is still needed")
    assert desk.count(Person) == 3


def test_the_page_is_left_for_the_edition_and_come_back_to(
    open_window, everybody, three_editions, qtbot
):
    window = open_window()
    sidebar = window.frame.sidebar
    rows = {line.page or line.edition: n for n, line in enumerate(sidebar.model.lines)}
    window.frame.show_page("agenda")
    sidebar.list.setCurrentIndex(sidebar.model.index(rows["people"]))
    qtbot.waitUntil(lambda: window.frame.stack.page.kind.id == "people")
    assert not window.frame.header.isVisible()
    assert not window.frame.inspector.isVisible()
    sidebar.list.setCurrentIndex(sidebar.model.index(rows[three_editions[2].id]))
    assert window.frame.stack.page.kind.id == "agenda"
    assert window.frame.header.isVisible()
    sidebar.list.setCurrentIndex(sidebar.model.index(rows["organizations"]))
    qtbot.waitUntil(lambda: window.frame.stack.page.kind.id == "organizations")
    sidebar.list.setCurrentIndex(sidebar.model.index(rows[three_editions[0].id]))
    assert (window.work.edition, window.frame.stack.page.kind.id) == (
        three_editions[0].id,
        "agenda",
    )


def test_the_directory_is_there_without_any_edition(open_window, desk):
    people.add_person(desk, names_from("강하나"), {})
    window = open_window()
    window.frame.show_page("people")
    assert lines(window.frame.stack.page) == ["강하나"]
    assert window.frame.go(Subject("person", desk.find(Person)[0].id))


def test_a_person_is_gone_to_from_anywhere(open_window, everybody):
    window = open_window()
    window.work.go(Subject("person", everybody[0].id, "notes"))
    page = window.frame.stack.page
    assert (page.kind.id, page.chosen) == ("people", everybody[0].id)


def test_another_language_shows_the_other_names(open_window, everybody, desktop):
    window = open_window()
    window.frame.show_page("people")
    choose(window.frame.stack.page, 1)
    desktop.speak("ko")
    page = window.frame.stack.page
    assert (lines(page), page.card.name.text()) == (["강하나", "홍길동", "Anna Baker"], "홍길동")


@pytest.fixture
def bodies(open_window, desk, three_editions):
    ministry = people.add_organization(desk, Text.of(ko="산업부", en="Ministry"), {})
    people.add_organization(desk, Text.of(ko="연구원", en="Institute"), {"parent": ministry.id})
    people.add_organization(desk, Text.of(ko="협회", en="Association"), {"aliases": ("KSIA",)})
    window = open_window()
    window.frame.show_page("organizations")
    return window.frame.stack.page


def test_organizations_stand_under_one_another(bodies, qtmodeltester):
    qtmodeltester.check(bodies.model)
    assert lines(bodies) == ["Association", "Ministry", "\u2003Institute"]
    bodies.search.setText("ksi")
    bodies.look()
    assert lines(bodies) == ["Association"]


def test_an_organization_is_put_under_another_by_name(bodies, desk, messages):
    card = choose(bodies, 0)
    card.above.setText("산업부")
    card.above.commit()
    assert lines(bodies) == ["Ministry", "\u2003Association", "\u2003Institute"]
    card.above.setText("Nobody")
    card.above.commit()
    assert messages.refused == ["There is no organization “Nobody” yet."]
    assert card.above.text() == "Ministry"
    card.above.setText("")
    card.above.commit()
    assert lines(bodies)[0] == "Association"


def test_an_organization_keeps_names_logo_and_country(bodies, desk, messages, tmp_path):
    path = tmp_path / "logo.png"
    Drawn.new("RGB", (40, 50), (30, 60, 90)).save(path)
    messages.paths = [path]
    card = choose(bodies, 0)
    card.logo.choose.click()
    card.country.setText("kr")
    card.country.commit()
    card.aliases.setPlainText("KSIA\n\nKorea Semiconductor")
    card.aliases.commit()
    body = desk.get(Organization, bodies.chosen)
    assert (body.country, body.aliases) == ("KR", ("KSIA", "Korea Semiconductor"))
    assert body.logo is not None
    card.country.setText("Korea")
    card.country.commit()
    assert (card.country.text(), desk.get(Organization, body.id).country) == ("KR", "KR")


def test_an_organization_has_so_many_seats_at_the_edition_shown(bodies, desk):
    card = choose(bodies, 1)
    edition = card.work.edition
    ministry = bodies.chosen
    title = card.work.words.text(card.work.dossier.title)
    assert card.quota.said.text() == title
    card.quota.number.setText("3")
    card.quota.number.commit()
    (quota,) = desk.find(Quota)
    assert (quota.edition, quota.organization, quota.seats) == (edition, ministry, 3)
    assert card.quota.said.text() == f"{title}: 0 taken · 3 free"
    card.quota.number.setText("")
    card.quota.number.commit()
    assert desk.count(Quota) == 0


def test_a_file_that_is_only_read_changes_nothing(open_window, desk, three_editions, monkeypatch):
    people.add_person(desk, names_from("강하나"), {})
    desk.why_read_only = "Only read."
    window = open_window()
    window.frame.show_page("people")
    page = window.frame.stack.page
    card = choose(page, 0)
    assert not page.add_button.isEnabled()
    assert not card.gone.isEnabled()
    assert card.diet.isReadOnly()
    assert not card.photo.choose.isEnabled()


def test_enter_goes_from_the_search_to_what_was_found(page, qtbot):
    page.search.setText("hong")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.card.name.text() == "Gil-dong Hong"


def test_an_organization_entered_twice_is_made_one(bodies, desk, messages):
    card = choose(bodies, 0)
    kept = bodies.chosen
    messages.answers = ["Nobody", "association", "연구원"]
    card.merged.click()
    card.merged.click()
    assert messages.refused == [
        "There is no organization “Nobody” yet.",
        "It takes two to be made one; nothing was changed.",
    ]
    card.merged.click()
    assert lines(bodies) == ["Ministry", "\u2003Association"]
    assert desk.get(Organization, kept).aliases == ("KSIA", "Institute", "연구원")
    bodies.work.desk.undo()
    assert lines(bodies) == ["Association", "Ministry", "\u2003Institute"]
