# SPDX-License-Identifier: MIT
"""From a messy list to who came: imported, invited, badged, let in, counted, and undone again."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forumdesk.cli import main
from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.codes import row_code, scan_code
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.checkin.page import CAME, SHEET, CheckInPage
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.intake.commands import shown
from forumdesk.ui.intake.source import Source
from forumdesk.ui.inviting.commands import STATUSES
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program import Program
from tests.journeys.test_to_the_printed_program import LONG, only_window
from tests.journeys.test_trouble import forum
from tests.ui.conftest import Recorded

# As a secretariat keeps it: a title above, office and house in one cell, two people of one name.
MESSY = (
    "제1회 포럼 참석자 명단,,,,,,\r\n"
    "연번,성명,소속 및 직위,연락처,이메일,오찬 참석,회신\r\n"
    '1,홍길동 부회장님,"한국반도체산업협회\n부회장",010-1234-5678,hong@ksia.example,X,초청\r\n'
    "2,김민수,산업통상자원부 과장,+82-10-2345-6789,kim@motie.example,X,초청\r\n"
    "3,김민수,새회사 대표,02-555-1234,minsu@new.example,O,초청\r\n"
    '4,"Dr. Jane Roe","Semiconductor Industry Association\nPresident",1 202 555 0100,,,초청\r\n'
    "합계,4명,,,,,\r\n"
)
NAMES = ["Jane Roe", "김민수", "김민수", "홍길동"]
Content = dict[str, list[Any]]
P = TypeVar("P")


def content(desk: ForumFile) -> Content:
    """What a list brings in, and what is done at the door."""
    kinds = (Edition, Person, Organization, Participation, CheckIn)
    return {kind.__name__: desk.find(kind) for kind in kinds}


def guests(desk: ForumFile) -> dict[str, Participation]:
    """The participants in the order of the list, by name; of two of a name the second is kept."""
    everybody = sorted(desk.find(Participation), key=lambda one: one.number or 0)
    people = [desk.get(Person, one.person or "") for one in everybody]
    return {name_text(p).best(("ko",)): one for p, one in zip(people, everybody, strict=True)}


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that ends well; what it says."""

    def run(*arguments: object) -> str:
        capsys.readouterr()
        assert main([*map(str, arguments)]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        return told.out

    return run


SAID = {
    "en": {
        "read": "People read: 5; added 4, updated 0, unchanged 0, skipped 1.",
        "total": "error: line 9: The row is a total of the list, and nobody in it.",
        "in": "홍길동: checked in",
        "came": "All: 2 of 4 expected came",
        "missed": "Did not come:",
        "again": "People read: 5; added 0, updated 0, unchanged 4, skipped 1.",
        "undone": "Undone: Import 4 attendees",
    },
    "ko": {
        "read": "읽은 사람: 5명. 추가 4, 갱신 0, 그대로 0, 건너뜀 1.",
        "total": "오류: 9행: 사람이 아니라 명단의 합계 행입니다.",
        "in": "홍길동: 입장 확인됨",
        "came": "전체: 예정 4명 중 2명 참석",
        "missed": "불참:",
        "again": "읽은 사람: 5명. 추가 0, 갱신 0, 그대로 4, 건너뜀 1.",
        "undone": "취소함: 참가자 4명 가져오기",
    },
}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_on_the_command_line(
    language: str, tmp_path: Path, said: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORUMDESK_LANGUAGE", language)
    words = SAID[language]
    path, source, pdf = (tmp_path / name for name in ("a.forum", "명단.csv", "out.pdf"))
    source.write_bytes(MESSY.replace("초청", "참석").encode("cp949"))
    said("new", path, "--title", "ko=포럼", "--title", "en=Forum")
    told = said("import", path, source, "--new-edition")
    assert words["read"] in told
    assert words["total"] in told
    with ForumFile.open(path, read_only=True) as desk:
        who = guests(desk)
        assert sorted(name_text(p).best(("ko",)) for p in desk.find(Person)) == NAMES
        assert {one.status for one in who.values()} == {Invitation.ACCEPTED}
    said("export", path, "badges", "-o", pdf)
    assert all(name in text_of(pdf.read_bytes()) for name in NAMES)
    assert words["in"] in said("check-in", path, scan_code(who["홍길동"]))
    said("check-in", path, row_code(4), "--desk", "A")
    report = said("attendance", path)
    assert words["came"] in report
    assert words["missed"] in report
    assert report.count("김민수") == 2
    found = json.loads(said("attendance", path, "--json"))
    assert found["total"]["came"] == 2
    said("export", path, "certificates", "-o", pdf)
    certified = text_of(pdf.read_bytes())
    assert ("홍길동" in certified, "Roe" in certified, "김민수" in certified) == (True, True, False)
    assert words["again"] in said("import", path, source)
    for _ in range(2):  # the check-ins
        said("undo", path)
    assert words["undone"] in said("undo", path)
    with ForumFile.open(path, read_only=True) as desk:
        assert not any(content(desk).values())


@dataclass
class Secretariat:
    """Somebody at the window of a forum file."""

    window: MainWindow
    messages: Recorded
    folder: Path
    qtbot: QtBot

    @property
    def desk(self) -> ForumFile:
        return self.window.work.desk

    def take_in(self, source: Path) -> list[str]:
        """Import a list in the dialog; what each row was found to be."""
        dialog = shown(self.window.work, Source(source.name, source), self.window)
        self.qtbot.waitUntil(dialog.on.isEnabled, timeout=LONG)
        dialog.on.click()
        self.qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 1, timeout=LONG)
        dialog._filter(None)
        rows = range(dialog.model.rowCount())
        verdicts = [dialog.model.row(row).verdict.value for row in rows]
        if dialog.on.isEnabled():
            dialog.on.click()
            self.qtbot.waitUntil(lambda: self.window.work.jobs.current is None, timeout=LONG)
        else:
            dialog.close()
        return verdicts

    def printed(self, handout: str) -> str:
        """What is on a handout, exported from its page."""
        page = self.page("handouts", HandoutsPage)
        with self.qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
            page.show_handout(handout)
        target = self.folder / f"{handout}.pdf"
        self.messages.paths.append(target)
        page.export()
        return text_of(target.read_bytes())

    def page(self, name: str, kind: type[P]) -> P:
        self.window.frame.show_page(name)
        page = self.window.frame.stack.page
        assert isinstance(page, kind)
        return page


def test_in_the_window(program: Program, messages: Recorded, tmp_path: Path, qtbot: QtBot) -> None:
    program.open_file(forum(tmp_path / "own.forum"))
    by = Secretariat(only_window(program), messages, tmp_path, qtbot)
    desk = by.desk
    before, steps = content(desk), len(desk.history())
    source = tmp_path / "list.csv"
    source.write_bytes(MESSY.encode("cp949"))
    assert by.take_in(source) == ["new", "new", "new", "new", "refused"]
    who = guests(desk)
    accepted = next(one for one in STATUSES if one.id == "status.accepted")
    accepted.run(by.window.work, [one.id for one in desk.find(Participation)])
    assert {one.status for one in desk.find(Participation)} == {Invitation.ACCEPTED}
    badges = by.printed("badges")
    assert all(name in badges for name in NAMES)

    door = by.page("checkin", CheckInPage)
    door.door.field.setFocus()
    QTest.keyClicks(door.door.field, f"{scan_code(who['홍길동'])}\r")
    door.show_view(SHEET)
    door.sheet.text.setPlainText(f"{row_code(4)} {row_code(2)}-")
    door.sheet.plan()
    door.sheet.go.click()
    log = {(line.participation, line.how) for line in desk.find(CheckIn)}
    assert log == {
        (who["홍길동"].id, CheckInHow.SCANNED),
        (who["Jane Roe"].id, CheckInHow.PAPER),
    }
    door.show_view(CAME)
    assert door.came.cells.rows[-1][:4] == ("All", "4", "2", "2")
    certified = by.printed("certificates")
    assert ("홍길동" in certified, "김민수" in certified) == (True, False)

    there = content(desk)
    assert by.take_in(source) == ["same", "same", "same", "same", "refused"]
    assert content(desk) == there
    while sum(not step.undone for step in desk.history()) > steps:
        by.window.undo()
    assert content(desk) == before
