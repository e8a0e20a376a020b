# SPDX-License-Identifier: MIT
"""Plan, clash, fix, publish, change, correction slip: in the window, then on the command line."""

import json
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from forumdesk.cli import main
from forumdesk.domain.agenda import Role, Session, SessionKind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.services.parts import add_part, change_part
from forumdesk.services.planning import add_session, retime_session, set_rooms
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program import Program
from forumdesk.ui.versions.page import VersionsPage
from forumdesk.ui.versions.publishing import PublishDialog
from tests.journeys.test_to_the_printed_program import LONG, only_window
from tests.ui.conftest import Recorded

FIRST = {
    "en": "Fireside Chat — New time: Thu, Jun 24 {now} (before: {then})",
    "ko": "특별 대담 — 시간 변경: 6월 24일(목) {now} (당초: {then})",
}
SECOND = {"en": "Fireside Chat — Discussion: ", "ko": "특별 대담 — 토론: "}


def span(starts: datetime) -> str:
    return f"{starts:%H:%M}–{starts + timedelta(minutes=30):%H:%M}"


def edition_of(window: MainWindow) -> Dossier:
    dossier = window.work.dossier
    assert dossier is not None
    return dossier


def clashing(window: MainWindow) -> Counter[str]:
    """The kinds of errors that the checks find now."""
    window.work.check()
    return Counter(p.kind for p in window.work.problems if p.severity == "error")


def plan(window: MainWindow) -> tuple[Session, str]:
    """A session at a time and in a room where another is, with a speaker of that one."""
    work, of = window.work, edition_of(window)
    taken = next(s for s in of.program if of.rooms_of(s) and len(of.parts_of(s)) > 1 and s.starts)
    speaker = of.parts_of(taken)[1].participation
    fields = {
        "title": Text.of(ko="특별 대담", en="Fireside Chat"),
        "kind": SessionKind.PANEL,
        "starts": taken.starts,
        "minutes": 30,
    }
    made = work.run(add_session, work.edition, fields)
    assert made is not None
    work.run(set_rooms, made.id, [of.rooms_of(taken)[0].id])
    part = work.run(add_part, made.id, speaker, {"role": Role.DISCUSSES})
    assert part is not None
    return made, part.id


def page_of(window: MainWindow, name: str) -> VersionsPage | HandoutsPage:
    window.frame.show_page(name)
    page = window.frame.stack.page
    assert isinstance(page, (VersionsPage, HandoutsPage))
    return page


def printed(page: HandoutsPage, messages: Recorded, target: Path, qtbot: QtBot) -> str:
    qtbot.waitUntil(page.is_ready, timeout=LONG)
    messages.paths.append(target)
    page.export()
    with closing(PdfDocument(target.read_bytes())) as pages:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def publish(window: MainWindow, name: str) -> Version:
    window.actions_["forum.publish"].trigger()
    dialog = window.findChild(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    dialog.name.setText(name)
    dialog.publish.click()
    return next(v for v in edition_of(window).versions if v.name == name)


Command = Callable[..., str]


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Command]:
    """Runs commands in a language; what they say."""

    def speaking(language: str) -> Command:
        monkeypatch.setenv("FORUMDESK_LANGUAGE", language)

        def run(*arguments: object) -> str:
            capsys.readouterr()
            assert main([*map(str, arguments)]) == 0
            return capsys.readouterr().out

        return run

    return speaking


@pytest.mark.parametrize("language", ["en", "ko"])
def test_from_a_clash_to_the_correction_slip(
    program: Program,
    open_sample: Callable[[], None],
    messages: Recorded,
    qtbot: QtBot,
    command: Callable[[str], Command],
    *,
    language: str,
) -> None:
    program.desktop.speak(language)
    open_sample()
    window = only_window(program)
    window.work.show_edition(window.frame.sidebar.editions()[0])
    work, folder = window.work, window.work.desk.path.parent
    before = clashing(window)

    # Plan: somebody is in two places, and so are two sessions in one room.
    chat, part = plan(window)
    assert {"person-in-two-places", "room-used-twice"} <= set(clashing(window) - before)
    # Fix: after everything else of that day.
    of = edition_of(window)
    ends = [s.ends for s in of.program if s.ends and of.day_of(s) == of.days[0]]
    then = max(ends) + timedelta(minutes=30)
    work.run(retime_session, chat.id, then, 30)
    assert clashing(window) == before

    # Publish, and print the program from it.
    version = publish(window, "v1")
    handouts = page_of(window, "handouts")
    assert isinstance(handouts, HandoutsPage)
    assert f"{then:%H:%M}" in printed(handouts, messages, folder / "program.pdf", qtbot)
    (printing,) = work.desk.find(Printing, version=version.id)
    assert printing.handout == "program"

    # Change: later still, and somebody else speaks.
    later = then + timedelta(minutes=30)
    work.run(retime_session, chat.id, later, 30)
    of = edition_of(window)
    acting = {p.participation for p in of.parts}
    other = next(p for p in of.participations if p.person and p.id not in acting)
    work.run(change_part, part, {"participation": other.id})
    versions = page_of(window, "versions")
    assert isinstance(versions, VersionsPage)
    qtbot.waitUntil(lambda: len(versions.changes.changes()) == 2, timeout=LONG)
    qtbot.waitUntil(lambda: printing.id in work.printed.stale, timeout=LONG)
    assert versions.states() == (version.id, "")

    # The correction slip, in both languages whatever the window speaks.
    publish(window, "v2")
    versions.slip_button.click()
    handouts = page_of(window, "handouts")
    assert isinstance(handouts, HandoutsPage)
    slip = printed(handouts, messages, folder / "slip.pdf", qtbot)
    assert f"시간 변경: {span(later)} (당초: {span(then)})" in slip
    assert f"New time: {span(later)} (before: {span(then)})" in slip
    assert "v2 · " in slip
    path = work.desk.path
    window.close()

    # The same on the command line: the changes, in the language of whoever asks, and the slip.
    run = command(language)
    first, second = run("changes", path, "--since", "v1", "--until", "v2").splitlines()
    assert first == FIRST[language].format(now=span(later), then=span(then))
    assert second.startswith(SECOND[language])
    kinds = [c["kind"] for c in json.loads(run("changes", path, "--since", "v1", "--json"))]
    assert kinds == ["retimed", "replaced"]
    again = folder / "again.pdf"
    run("export", path, "errata", "-o", again, "--version", "v2", "--since", "v1")
    assert again.read_bytes() == (folder / "slip.pdf").read_bytes()
