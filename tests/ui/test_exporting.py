# SPDX-License-Identifier: MIT
"""Lists of participants from the window: what is asked for, written aside, and can be given up."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.domain import reading
from forumdesk.domain.columns import Reader
from forumdesk.domain.forum import Edition
from forumdesk.domain.listed import ListOrder
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Consent, Invitation, Organization, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.export_dialog import ExportDialog
from forumdesk.ui.exporting import export_list
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import Recorded

LONG = 60_000  # milliseconds
pytestmark = pytest.mark.gui
NAMES = ("홍길동 (Hong, Gil-dong)", "나영희 (Na, Yeong-hui)", "Jane Doe")


@pytest.fixture
def window(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> MainWindow:
    """A window on an edition with three participants, of whom one did not agree to be listed."""
    edition = three_editions[2].id
    with desk.step("Invite"):
        body = Organization(desk.new_id(), Text.of(ko="협회", en="Association"))
        desk.put(body)
        for n, typed in enumerate(NAMES, 1):
            person = Person(desk.new_id(), names_from(typed))
            desk.put(person)
            consents = (Consent("list", n < 3),)
            desk.put(
                Participation(
                    *(desk.new_id(), edition, person.id, body.id),
                    status=Invitation.ACCEPTED,
                    consents=consents,
                    number=n,
                )
            )
    opened = open_window()
    opened.work.show_edition(edition)
    return opened


def asked(window: MainWindow, ids: list[str] | None = None) -> ExportDialog:
    dialog = export_list(window.work, ids, parent=window)
    assert dialog is not None
    return dialog


def export(dialog: ExportDialog, window: MainWindow, qtbot: QtBot) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: window.work.jobs.current is None, timeout=LONG)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def choose(field: object, value: object) -> None:
    field.show_value(value)  # type: ignore[attr-defined]
    field.committed.emit(value)  # type: ignore[attr-defined]


def titles(dialog: ExportDialog) -> list[str]:
    return [dialog.columns.item(row).text() for row in range(dialog.columns.count())]


def test_a_list_is_written_where_the_user_says(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    assert dialog.said.text() == "3 participants"
    choose(dialog.kind, "csv")
    choose(dialog.order, ListOrder.NAME)
    messages.paths.append(tmp_path / "list")
    export(dialog, window, qtbot)
    found = rows(tmp_path / "list.csv")
    assert [row["Name (Latin)"] for row in found] == ["Jane Doe", "Gil-dong Hong", "Yeong-hui Na"]
    assert messages.said == [f"Written: {tmp_path / 'list.csv'} (3 participants)"]
    assert window.work.settings.choices.folder == str(tmp_path)


def test_who_reads_it_decides_on_the_columns_and_who_is_on_it(window: MainWindow) -> None:
    dialog = asked(window)
    assert "Telephone" in titles(dialog)
    choose(dialog.reader, Reader.PUBLIC)
    assert titles(dialog)[:3] == ["Name (Hangul)", "Name (Latin)", "Name (Hanja)"]
    assert not {"Telephone", "Status", "No.", "Notes"} & set(titles(dialog))
    assert dialog.said.text() == ("2 participants · 1 is left out without consent to be listed")
    assert dialog.asked().reader is Reader.PUBLIC
    dialog.reject()


def test_columns_are_ticked_and_put_in_order_by_keyboard(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    for row in range(dialog.columns.count()):
        dialog.columns.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    for title in ("Name (Latin)", "No."):
        dialog.columns.item(titles(dialog).index(title)).setCheckState(Qt.CheckState.Checked)
    dialog.columns.setCurrentRow(0)
    dialog.columns.setFocus()
    dialog.move_column(-1)
    for _ in range(2):
        dialog.move_column(1)
    assert dialog.asked().columns == ("latin", "number")
    choose(dialog.kind, "csv")
    messages.paths.append(tmp_path / "list.csv")
    export(dialog, window, qtbot)
    assert list(rows(tmp_path / "list.csv")[0]) == ["Name (Latin)", "No."]


def test_only_those_given_are_written(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.work.dossier is not None
    one = next(p.id for p in window.work.dossier.participations if p.number == 2)
    dialog = asked(window, [one])
    assert dialog.said.text() == "1 participant"
    choose(dialog.kind, "vcf")
    assert not dialog.columns.isEnabled()
    assert not dialog.order.isEnabled()
    messages.paths.append(tmp_path / "one.vcf")
    export(dialog, window, qtbot)
    assert (tmp_path / "one.vcf").read_text("utf-8").count("BEGIN:VCARD") == 1


def test_a_place_that_can_not_be_written_is_told_of(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    messages.paths.append(tmp_path / "gone" / "list.xlsx")
    export(asked(window), window, qtbot)
    assert "could not be written" in messages.refused[0]
    messages.paths.append(None)
    export(asked(window), window, qtbot)
    assert messages.said == []


def test_giving_up_leaves_nothing(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    messages.paths.append(folder / "list.xlsx")
    asked(window).go.click()
    window.work.jobs.cancel()
    assert list(folder.iterdir()) == []
    assert messages.said == []


def test_everybody_is_written_of_a_great_many(
    window: MainWindow,
    messages: Recorded,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MANY", 2)
    shown = window.work.edition
    window.work.show_edition("")
    window.work.show_edition(shown)
    assert window.work.dossier is not None
    assert not window.work.dossier.whole
    dialog = asked(window)
    assert dialog.said.text() == ""
    messages.paths.append(tmp_path / "list.xlsx")
    export(dialog, window, qtbot)
    assert messages.said[-1].endswith("(3 participants)")
    sheet = zipfile.ZipFile(tmp_path / "list.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert all(name in sheet for name in ("홍길동", "Yeong-hui Na", "Jane Doe"))


def test_the_command_is_in_the_menu_and_needs_an_edition(window: MainWindow) -> None:
    action = window.actions_["file.export-list"]
    assert action.isEnabled()
    window.export_list()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()
    window.work.show_edition("")
    window.actions_.refresh()
    assert not action.isEnabled()
    assert export_list(window.work) is None


def test_any_name_is_plain_text_in_the_dialog(window: MainWindow, desk: ForumFile) -> None:
    (first, *_) = desk.find(Person)
    with desk.step("Hostile"):
        desk.put(replace(first, notes="<b>x</b>"))
    dialog = asked(window)
    assert all("<" not in title for title in titles(dialog))
    dialog.reject()
