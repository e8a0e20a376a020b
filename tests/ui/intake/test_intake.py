# SPDX-License-Identifier: MIT
"""A list of people is taken in: columns are told, rows decided, and all of it is one step."""

import codecs

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from forumdesk.domain.headings import IGNORE
from forumdesk.domain.list_plan import Action, Verdict
from forumdesk.domain.naming import is_called, names_from
from forumdesk.domain.people import (
    Contact,
    Distinction,
    Invitation,
    Organization,
    Participation,
    Person,
)
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, people
from forumdesk.ui.directory.doubles import DoublesDialog
from forumdesk.ui.intake.commands import import_pasted, shown
from forumdesk.ui.intake.dialog import IntakeDialog
from forumdesk.ui.intake.source import Source
from tests.services.small import en
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui
LIST = """성명,소속,직위,이메일,휴대폰,참석여부
홍길동 교수님,카이스트,교수,hong@kaist.example,010-1234-5678,참석
안덕근,현대연구소,연구원,,,초청
Jane Smith,Rambus,Director,jane@rambus.example,,확정
,,,,,
"""


def add_people(desk):
    """Two people that the file knows and that take part."""
    ministry = people.add_organization(desk, Text.of(ko="산업부", en="Ministry"), {})
    ahn = people.add_person(desk, names_from("안덕근 (Duck-keun AHN)"), {})
    jane = people.add_person(
        desk, names_from("Jane Smith"), {"contacts": (Contact("email", "jane@rambus.example"),)}
    )
    edition = add_three_editions(desk)[2].id
    held = {"organization": ministry.id, "office": en("Minister")}
    invitations.add_participation(desk, edition, ahn.id, held)
    invitations.add_participation(desk, edition, jane.id, {"office": en("Manager")})
    return edition


filling = begins_with("window", add_people)


@pytest.fixture
def window(open_window, begun):
    made = open_window()
    made.work.show_edition(begun)
    return made


@pytest.fixture
def opened(window, qtbot, tmp_path):
    """Opens the dialog on a list, read to its first step."""

    def on(text, name="list.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        dialog = shown(window.work, Source(name, path), window)
        qtbot.waitUntil(
            lambda: dialog.on.isEnabled() or "danger" in str(dialog.said.property("look"))
        )
        return dialog

    return on


def go_on(dialog, qtbot):
    dialog.on.click()
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 1)
    return dialog


def rows(dialog):
    dialog._filter(None)
    return [
        (dialog.model.index(row, 2).data(), dialog.model.row(row).verdict)
        for row in range(dialog.model.rowCount())
    ]


def imported(dialog, window, qtbot):
    dialog.on.click()
    qtbot.waitUntil(lambda: window.work.jobs.current is None)


def test_columns_are_guessed_and_shown_with_examples(opened):
    dialog = opened(LIST)
    keys = [field.currentData() for field in dialog.mapping.fields]
    assert keys == ["name", "organization", "office", "email", "mobile", "status"]
    assert dialog.encoding.currentText() == "UTF-8"
    assert dialog.delimiter.currentText() == "Comma"


def test_every_row_has_a_verdict_before_anything_happens(opened, qtbot, desk, qtmodeltester):
    steps = len(desk.history())
    dialog = go_on(opened(LIST), qtbot)
    qtmodeltester.check(dialog.model)
    assert rows(dialog) == [
        ("홍길동", Verdict.NEW),
        ("안덕근", Verdict.DOUBTFUL),
        ("Jane Smith", Verdict.CHANGED),
    ]
    assert len(desk.history()) == steps


def test_a_doubtful_row_is_decided_beside_whom_it_may_be(opened, qtbot, desk, window):
    dialog = go_on(opened(LIST), qtbot)
    dialog._filter(Verdict.DOUBTFUL)
    texts = [choice.text() for choice in dialog.deciding.choices]
    assert texts == ["It is Duck-keun Ahn · 안덕근", "Somebody else: add", "Leave the row out"]
    # Whatever its length, what tells one from another stands below, and is heard with the choice.
    assert dialog.deciding.choices[0].accessibleDescription().startswith("Ministry, Minister; ")
    told = [line.text() for line in dialog.deciding.findChildren(QLabel)]
    assert "Ministry, Minister" in told
    assert not any(choice.isChecked() for choice in dialog.deciding.choices)
    dialog.deciding.choices[1].click()
    imported(dialog, window, qtbot)
    assert len([p for p in desk.find(Person) if is_called(p, "안덕근")]) == 2
    assert desk.count(Distinction) == 1


def test_an_undecided_row_is_left_out_and_the_rest_is_one_step(
    opened, qtbot, desk, window, messages
):
    dialog = go_on(opened(LIST), qtbot)
    before = len(desk.history())
    imported(dialog, window, qtbot)
    assert desk.count(Person) == 3
    assert desk.count(Participation, edition=window.work.edition) == 3
    assert desk.history()[0].phrase.message.startswith("Import")
    assert len(desk.history()) == before + 1
    assert "1 row was left out" in messages.banners["imported"].text
    window.undo()
    assert desk.count(Person) == 2


def test_the_same_list_again_adds_nothing(opened, qtbot, desk, window):
    imported(go_on(opened(LIST), qtbot), window, qtbot)
    count = desk.count(Person)
    again = go_on(opened(LIST), qtbot)
    verdicts = dict(rows(again))
    assert (verdicts["홍길동"], verdicts["Jane Smith"]) == (Verdict.SAME, Verdict.SAME)
    again.reject()
    assert desk.count(Person) == count


def test_a_value_that_stands_here_is_kept_unless_ticked(opened, qtbot, desk, window):
    dialog = go_on(opened(LIST), qtbot)
    dialog._filter(Verdict.CHANGED)
    ticks = {tick.text(): tick for tick in dialog.deciding.takes}
    assert {text: tick.isChecked() for text, tick in ticks.items()} == {
        "Office (English): Manager → Director": False,
        "Status: Proposed → Accepted": False,
        "Organization: nothing → Rambus": True,
    }
    ticks["Office (English): Manager → Director"].click()
    assert dialog.model.index(0, 5).data() == "2 values change"
    imported(dialog, window, qtbot)
    (jane,) = desk.find(Participation, office=en("Director"))
    assert jane.status is Invitation.PROPOSED


def test_a_column_is_given_another_meaning_and_that_is_remembered(opened, qtbot, desk, window):
    text = "Who,Body\n김영희,카이스트\n"
    dialog = opened(text)
    field = dialog.mapping.fields[0]
    field.setCurrentIndex(field.findData("hangul"))
    field.activated.emit(field.currentIndex())
    imported(go_on(dialog, qtbot), window, qtbot)
    assert any(is_called(p, "김영희") for p in desk.find(Person))
    again = opened(text)
    assert again.mapping.mapping()[0] == "hangul"


def test_a_column_can_be_left_aside(opened, qtbot, window, desk):
    dialog = opened(LIST)
    dialog.mapping.fields[1].setCurrentIndex(0)
    assert dialog.mapping.mapping()[1] == IGNORE
    imported(go_on(dialog, qtbot), window, qtbot)
    assert desk.count(Organization) == 1


def test_a_list_goes_into_the_directory_alone(opened, qtbot, window, desk):
    dialog = opened(LIST)
    dialog.goal.setCurrentIndex(1)
    imported(go_on(dialog, qtbot), window, qtbot)
    assert desk.count(Participation, edition=window.work.edition) == 2
    assert desk.count(Person) >= 3


def test_another_encoding_is_found_and_can_be_chosen(opened, qtbot):
    dialog = opened(LIST, encoding="cp949")
    assert dialog.encoding.currentText() == "CP949"
    assert dialog.mapping._holder.widget() is not None
    dialog._read(encoding="utf-8")
    qtbot.waitUntil(lambda: dialog.said.property("look") == "danger")
    assert "nothing was imported" in dialog.said.text()
    assert not dialog.on.isEnabled()


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n\0\0", codecs.BOM_UTF8], ids=["empty", "picture", "mark"]
)
def test_what_is_no_list_is_refused_in_place(opened, qtbot, data):
    dialog = opened(data, "list.xlsx")
    if dialog.on.isEnabled():
        dialog.on.click()
        qtbot.waitUntil(lambda: bool(dialog.said.text()))
    else:
        assert dialog.said.property("look") == "danger"


def test_contacts_need_no_columns(opened, qtbot, window, desk):
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Kim;Min;;;\nFN:Min Kim\nEMAIL:min@example.org\nEND:VCARD\n"
    dialog = shown(window.work, Source("a.vcf", _written(window, card)), window)
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 1)
    assert rows(dialog) == [("Min Kim", Verdict.NEW)]
    imported(dialog, window, qtbot)
    assert desk.count(Person) == 3


def _written(window, text):
    path = window.work.desk.path.with_name("a.vcf")
    path.write_text(text)
    return path


def test_copied_cells_are_a_list(window, qtbot):
    QGuiApplication.clipboard().setText("성명\t소속\n김영희\t카이스트\n")
    dialog = import_pasted(window.work, window)
    assert isinstance(dialog, IntakeDialog)
    qtbot.waitUntil(dialog.on.isEnabled)
    assert [field.currentData() for field in dialog.mapping.fields] == ["name", "organization"]
    assert not dialog._asked[dialog.encoding].isVisible()
    assert rows(go_on(dialog, qtbot)) == [("김영희", Verdict.NEW)]


def test_nothing_copied_is_said_in_passing(window, messages):
    QGuiApplication.clipboard().clear()
    assert import_pasted(window.work, window) is None
    assert messages.said == ["Copy the cells of a list first, headings included."]


def test_hostile_names_are_shown_as_typed(opened, qtbot):
    text = 'Name,Organization\n<b>Bold</b> Smith,<img src="/x">\n'
    dialog = go_on(opened(text), qtbot)
    assert "<b>" in dialog.model.index(0, 2).data()


def test_back_and_forth_keeps_the_meanings(opened, qtbot):
    dialog = go_on(opened(LIST), qtbot)
    dialog.back.click()
    assert dialog.steps.currentIndex() == 0
    assert dialog.mapping.mapping()[0] == "name"
    go_on(dialog, qtbot)
    assert dialog.final().rows[0].action is Action.ADD


@pytest.fixture
def doubles(window, qtbot, desk):
    for name, mail in (("홍길동", "hong@a.example"), ("Gil-dong Hong", "hong@a.example")):
        fields = {"contacts": (Contact("email", mail),)}
        people.add_person(desk, names_from(name), fields)
    people.add_person(desk, names_from("홍길동"), {"notes": "another"})
    window.actions_["forum.doubles"].trigger()
    (dialog,) = window.findChildren(DoublesDialog)
    qtbot.waitUntil(lambda: dialog.said.text() != "Looking…")
    return dialog


def test_alike_people_are_made_one_or_told_apart(doubles, desk):
    assert doubles.said.text().startswith("3 pairs look alike")
    count = desk.count(Person)
    doubles.keep[0].click()
    assert desk.count(Person) == count - 1
    assert len(doubles.pairs) == 1
    doubles.apart.click()
    assert doubles.said.text() == "Nobody looks like somebody else."
    assert desk.count(Distinction) == 1
    assert not doubles.apart.isEnabled()
    doubles.reject()
