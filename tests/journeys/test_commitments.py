# SPDX-License-Identifier: MIT
"""An aim becomes a commitment, is reported late at the next edition, proven, and closed."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from forumdesk.cli import main
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.outcomes import Aim, Commitment, CommitmentOwner, CommitmentStatus
from forumdesk.ui.commitments.chooser import Chooser
from forumdesk.ui.commitments.page import CommitmentsPage
from forumdesk.ui.commitments.report_dialog import ReportDialog
from forumdesk.ui.program import Program
from tests.journeys.test_to_the_printed_program import only_window

pytestmark = pytest.mark.gui
STATUS = CommitmentStatus


def reported(page: CommitmentsPage, edition: int, status: str, *, text: str, evidence: str) -> None:
    """Report on the commitment that is chosen, in the dialog."""
    page.report()
    (dialog,) = [d for d in page.window().findChildren(ReportDialog) if d.isVisible()]
    (held,) = page.work.desk.find(Edition, number=edition)
    dialog.edition.show_value(held.id)
    dialog.status.show_value(status)
    dialog.text.fields["en"].setPlainText(text)  # type: ignore[union-attr]
    dialog.evidence.setText(evidence)
    dialog.ok.click()


def test_from_an_aim_to_the_evidence(
    program: Program, sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shutil.copyfile(sample_file, tmp_path / "sample.forum")
    program.open_file(path)
    window = only_window(program)
    desk = window.work.desk
    window.frame.show_page("commitments")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    steps, before = len(desk.history()), desk.find(Commitment)

    page.add_from("aim")
    (chooser,) = page.window().findChildren(Chooser)
    chooser.search.setText("2nd sharing of results")
    chooser.accept()
    made = desk.find(Commitment)[-1]
    assert page.chosen == made.id
    assert desk.get(Aim, made.aim or "").title["en"] == "Sharing of Results"
    assert desk.count(CommitmentOwner, commitment=made.id) == 2
    page.panel.due.setText("by the next forum")
    page.panel.due.commit()
    (third,) = desk.find(Edition, number=3)
    assert desk.get(Commitment, made.id).due == third.first_day

    reported(page, 3, "late", text="The wording is not agreed yet.", evidence="Minutes, p. 2")
    assert page.panel.badge.text() == "Late"
    assert main(["commitments", str(path), "--late", "--json"]) == 2  # the window holds the file
    assert "sample.forum" in capsys.readouterr().err
    reported(page, 3, "done", text="Reported in full.", evidence="https://example.org/report")
    assert desk.get(Commitment, made.id).status is STATUS.DONE
    assert cell(page, made.id) == "Done"

    taken = len(desk.history()) - steps
    for _ in range(taken):
        window.actions_.run("edit.undo")
    assert desk.find(Commitment) == before
    for _ in range(taken):
        window.actions_.run("edit.redo")
    assert desk.get(Commitment, made.id).status is STATUS.DONE
    window.close()

    target = tmp_path / "card.pdf"
    assert main(["export", str(path), "commitments", "-o", str(target), "--arrangement", "en"]) == 0
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(target.read_bytes())).pages)
    for said in ("Sharing of Results", "https://example.org/report", "Minutes, p. 2"):
        assert said.replace(" ", "") in text.replace(" ", "").replace("\n", "")


def cell(page: CommitmentsPage, commitment: str) -> str:
    model = page.table.model_
    return model.shown(model.row_of(commitment), [c.id for c in model.columns].index("status"))


def test_the_overview_leads_to_what_is_late(
    program: Program, sample_file: Path, tmp_path: Path
) -> None:
    program.open_file(shutil.copyfile(sample_file, tmp_path / "sample.forum"))
    window = only_window(program)
    late = [c for c in window.work.desk.find(Commitment) if c.status is STATUS.LATE]
    window.work.go(Subject("commitment", late[0].id, "status"))
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    assert page.chosen == late[0].id
