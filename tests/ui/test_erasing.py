# SPDX-License-Identifier: MIT
"""Erasing a person, reviewing people and sharing a copy, from the window."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import SignatoryRole
from forumdesk.domain.people import Contact, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, outcomes, people, publishing
from forumdesk.store.backups import list_backups
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.erasing import EraseDialog, erase
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.retention import Review
from tests.ui.conftest import Recorded

pytestmark = pytest.mark.gui


@pytest.fixture
def guest(three_editions: list[Edition], desk: ForumFile) -> Participation:
    contact = Contact("email", "hong@example.org")
    body = people.add_organization(desk, Text.of(en="KSIA"), {})
    person = people.add_person(
        desk,
        names_from("홍길동"),
        {"contacts": (contact,), "keep_until": date(2026, 1, 1)},
    )
    fields = {"organization": body.id}
    made = invitations.add_participation(desk, three_editions[2].id, person.id, fields)
    publishing.publish_version(desk, three_editions[2].id, "Final")
    desk.now = lambda: datetime(2026, 6, 27, tzinfo=UTC)  # type: ignore[method-assign]
    return made


@pytest.fixture
def window(guest: Participation, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.work.show_edition(guest.edition)
    return opened


def dialog_of(window: MainWindow, qtbot: QtBot) -> EraseDialog:
    """The open dialog, once it has looked through the backups."""
    (dialog,) = window.findChildren(EraseDialog)
    qtbot.waitUntil(lambda: dialog.held.text() != "Looking through the backups…")
    return dialog


def test_the_person_chosen_is_erased_with_their_backups(
    window: MainWindow, guest: Participation, qtbot: QtBot, messages: Recorded
) -> None:
    desk = window.work.desk
    desk.backup()
    aside = desk.path.with_name("test (before restoring 1).forum")
    desk.save_copy(aside)
    other = desk.path.with_name("test (before restoring 2).forum")
    ForumFile.create(other).close()
    window.frame.inspector.subject = Subject("participation", guest.id)
    window.actions_.refresh()
    window.actions_["forum.erase-person"].trigger()
    dialog = dialog_of(window, qtbot)
    assert "1 backup still holds this person: " in dialog.held.text()
    assert f"put aside when restoring: {aside.name}" in dialog.held.text()
    assert not dialog.go.isEnabled()
    dialog.purge.setChecked(True)
    dialog.final.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: not window.work.jobs.writing)
    assert desk.find(Person) == []
    assert list_backups(desk.backups) == []
    assert (aside.exists(), other.exists()) == (False, True)
    assert desk.history() == []
    assert not window.actions_["edit.undo"].isEnabled()
    assert messages.said[-1] == "The person is erased."
    assert "have another check sum now: Final" in messages.banners["erased"].text
    assert "홍길동".encode() not in desk.path.read_bytes()


def test_backups_stay_unless_it_is_asked_for(
    window: MainWindow, guest: Participation, qtbot: QtBot
) -> None:
    desk = window.work.desk
    kept = desk.backup()
    erase(window.work, guest.person or "", window)
    dialog = dialog_of(window, qtbot)
    dialog.final.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: not window.work.jobs.writing)
    assert [b.number for b in list_backups(desk.backups)] == [kept.number]


def test_a_signature_needs_its_own_yes(
    window: MainWindow, guest: Participation, qtbot: QtBot
) -> None:
    desk = window.work.desk
    mou = outcomes.add_agreement(desk, guest.edition, Text.of(en="MOU"), {})
    outcomes.set_signatories(desk, mou.id, [guest.id], SignatoryRole.SIGNS)
    erase(window.work, guest.person or "", window)
    dialog = dialog_of(window, qtbot)
    assert dialog.held.text().startswith("No backup holds this person.")
    dialog.final.setChecked(True)
    assert not dialog.go.isEnabled()
    dialog.alone.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: not window.work.jobs.writing)
    assert (desk.get(Participation, guest.id).person, desk.find(Person)) == (None, [])


def test_giving_up_changes_nothing(window: MainWindow, guest: Participation, qtbot: QtBot) -> None:
    steps = len(window.work.desk.history())
    erase(window.work, guest.person or "", window)
    dialog_of(window, qtbot).cancel.click()
    assert len(window.work.desk.history()) == steps
    erase(window.work, "nobody", window)
    assert "nobody" in str(window.work.messages.refused)  # type: ignore[attr-defined]


def test_without_a_person_chosen_nobody_can_be_erased(window: MainWindow) -> None:
    assert not window.actions_["forum.erase-person"].isEnabled()


def test_people_to_review_are_told_of_and_kept_or_erased(
    window: MainWindow, guest: Participation, qtbot: QtBot, messages: Recorded
) -> None:
    qtbot.waitUntil(lambda: "review" in messages.banners)
    assert messages.banners["review"].text.startswith("1 person is to be reviewed")
    window.review_people()
    (review,) = window.findChildren(Review)
    assert [review.list.item(n).text() for n in range(review.list.count())] == ["홍길동"]
    review.erase.click()
    dialog_of(review, qtbot).cancel.click()  # type: ignore[arg-type]
    review.keep.click()
    person = window.work.desk.get(Person, guest.person or "")
    assert person.keep_until == date(2027, 6, 27)
    assert (review.list.count(), review.keep.isEnabled()) == (0, False)


def test_a_copy_to_share_is_saved_where_the_user_says(
    window: MainWindow, tmp_path: Path, messages: Recorded, qtbot: QtBot
) -> None:
    out = tmp_path / "give.forum"
    messages.paths = [out, None, tmp_path / "no" / "such.forum"]
    for _ in range(3):
        window.actions_["file.share"].trigger()
    qtbot.waitUntil(lambda: "shared" in messages.banners)
    assert b"hong@example.org" not in out.read_bytes()
    assert "give.forum to share" in messages.banners["shared"].text
    assert len(messages.refused) == 1
