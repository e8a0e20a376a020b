# SPDX-License-Identifier: MIT
"""Take the README's pictures of the window anew: ``python -m tests.ui.gallery``.

The window on the sample forum, in English and light, as large as before and in few colours, so
that a clone stays light. Beside ``tests.handouts.gallery``, which draws the pages.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.intake.commands import shown
from forumdesk.ui.intake.dialog import IntakeDialog
from forumdesk.ui.intake.source import Source
from forumdesk.ui.look import STYLE
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.page import ParticipantsPage
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
from forumdesk.ui.succession.dialog import NextDialog

COLORS = 128
PATIENCE = 120.0  # seconds for what is made by and by
LIST = """성명,영문 성명,소속,직위,이메일,휴대폰,참석여부
문성호,Moon Seong-ho,한국반도체산업협회,회장,,,참석
한지원,Han Ji-won,한국반도체산업협회,국제협력본부장,jwhan@ksia.example,010-2345-1182,참석
김민서,,삼성전자,책임연구원,,,참석
류다혜,Ryu Da-hye,(주)SK하이닉스,구매전략 부사장,,,참석
서민재,,삼성전자,공정개발실 부사장,,,참석
이서연,Lee Seo-yeon,삼성전자㈜,패키지개발실 전무,,,참석
노은채,Noh Eun-chae,KSIA,대외협력팀장,,,참석
강다온,Kang Da-on,리벨리온,소프트웨어팀장,,,참석
윤새벽,,한빛소재,대표이사,,,참석
박서율,,전자신문,기자,,,참석
남궁세아,Namgung Sea,삼성전자,파운드리기획그룹장,,,참석
장원석,Jang Won-seok,SK hynix,HBM개발 총괄 부사장,,,참석
고하늘,,딥엑스,이사,,,참석
"""
Made = TypeVar("Made")


class Camera:
    """A window on the sample forum, and the pictures that are taken of it."""

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder, self._target = folder, target
        path = folder / "Korea–U.S. forum.forum"
        with ForumFile.create(path) as desk:
            list(write_sample(desk, read_sample()))
        settings = Settings(folder / "settings.json")
        settings.change(language="en", appearance="light")
        app = QApplication.instance() or QApplication(["forumdesk", *STYLE])
        assert isinstance(app, QApplication)
        self._app = app
        opened = Program(app, settings).open_file(path)
        assert opened is not None
        self.window: MainWindow = opened
        self.window.show()

    def until(self, there: Callable[[], object]) -> None:
        """Let the window work until something is there, and a little longer."""
        end, settled = time.monotonic() + PATIENCE, 0.0
        while not settled or time.monotonic() < settled:
            self._app.processEvents()
            if not settled and there():
                settled = time.monotonic() + 1.5
            if time.monotonic() > end:
                raise TimeoutError

    def page(self, id: str, number: int, kind: type[Made]) -> Made:
        """A page of the edition of a number."""
        edition = next(e for e in self.window.work.desk.find(Edition) if e.number == number)
        self.window.work.show_edition(edition.id)
        self.window.frame.show_page(id)
        found = self.window.frame.stack.page
        assert isinstance(found, kind)
        return found

    def take(self, name: str, of: QWidget, size: tuple[int, int]) -> None:
        """A picture of something in its size, without the focus, which is nobody's here."""
        of.resize(*size)
        if (focused := of.focusWidget()) is not None:
            focused.clearFocus()
        self.until(lambda: True)
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        of.grab().save(buffer, "PNG")  # type: ignore[call-overload]
        with Image.open(BytesIO(buffer.data().data())) as picture:
            few = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        few.save(self._target / f"window-{name}.png", optimize=True)

    # What is shown

    def agenda(self) -> None:
        """The board, with a session in the inspector."""
        page = self.page("agenda", 2, AgendaPage)
        dossier = self.window.work.dossier
        assert dossier is not None
        keynote = next(s for s in dossier.sessions if s.title.get("en", "").startswith("Memory"))
        self.window.resize(1360, 900)
        self.window.frame.go(Subject("session", keynote.id))
        self.until(page.isVisible)
        self.take("agenda", self.window, (1360, 900))

    def participants(self) -> None:
        """The participants, with one in the inspector."""
        self.page("participants", 3, ParticipantsPage)
        dossier = self.window.work.dossier
        assert dossier is not None
        one = next(p for p in dossier.participations if p.number == 15)
        self.window.frame.go(Subject("participation", one.id))
        self.take("participants", self.window, (1360, 850))

    def handouts(self) -> None:
        """The program, set, and its neighbours in the gallery."""
        self.window.resize(1280, 800)
        page = self.page("handouts", 3, HandoutsPage)
        cards = page.gallery.cards
        page.show_handout("program")
        self.until(
            lambda: (
                page.is_ready()
                and all(not cards[c].thumbnail.picture.isNull() for c in page.gallery.in_view())
            )
        )
        self.take("handouts", self.window, (1280, 800))

    def simple(self) -> None:
        """Pages that are shown as they are."""
        self.page("seating", 2, QWidget)
        self.take("seating", self.window, (1280, 800))
        self.page("versions", 2, QWidget)
        self.take("versions", self.window, (1360, 850))

    def next_edition(self) -> None:
        """The next edition, previewed."""
        self.page("overview", 3, QWidget)
        self.window.actions_["forum.next-edition"].trigger()
        (dialog,) = self.window.findChildren(NextDialog)
        self.until(lambda: dialog.is_planned)
        self.take("next", dialog, (1220, 700))
        dialog.reject()

    def intake(self) -> None:
        """A list being imported, every row with its verdict."""
        self.page("participants", 3, QWidget)
        path = self._folder / "guests.csv"
        path.write_text(LIST, "utf-8")
        dialog: IntakeDialog = shown(self.window.work, Source(path.name, path), self.window)
        self.until(dialog.on.isEnabled)
        dialog.on.click()
        self.until(lambda: dialog.steps.currentIndex() == 1)
        next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("All")).click()
        dialog.table.selectRow(1)  # a doubtful one
        self.take("import", dialog, (1180, 740))
        dialog.reject()

    def close(self) -> None:
        """Close the window, and what works for it."""
        self.window.close()
        self._app.processEvents()


def main() -> None:
    """Take them all."""
    with TemporaryDirectory() as folder:
        camera = Camera(Path(folder), resources() / "pictures")
        camera.agenda()
        camera.participants()
        camera.handouts()
        camera.simple()
        camera.next_edition()
        camera.intake()
        camera.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
