# SPDX-License-Identifier: MIT
"""The text of pages, compared with ``tests/pages``.

After a change that is meant run this file with ``FORUMDESK_PAGES=write`` and look at what changed.
"""

import os
from dataclasses import replace

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.catalogue import render as made
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.render import render
from tests.handouts.conftest import folder, texts
from tests.handouts.crowds import coming, crowd
from tests.handouts.dossiers import NOON
from tests.handouts.full import full_program
from tests.handouts.staged import staged
from tests.handouts.test_comparison import years
from tests.handouts.test_passages import told
from tests.handouts.test_scorecard import scored

SHEETS = (
    {"arrangement": "stacked"},
    {"arrangement": "columns", "theme": "ministerial"},
    {"arrangement": "facing", "paper": "Letter"},
    {"arrangement": "en", "paper": "A5", "theme": "plain"},
)


@pytest.mark.parametrize("given", SHEETS, ids=lambda given: "-".join(given.values()))
def test_pages_say_what_they_said(given: dict[str, str]) -> None:
    content, options = full_program(), options_from(given)
    sheet = replace(content.sheet, languages=options.languages or content.sheet.languages)
    pages = texts(render(replace(content, sheet=sheet), options).data)
    said = "".join(f"===== {n}\n{page.rstrip()}\n" for n, page in enumerate(pages, 1))
    compare(said, f"program-{'-'.join(given.values())}")


STAGED = (
    ("run-sheet", {"arrangement": "stacked"}),
    ("run-sheet", {"arrangement": "en", "variant": "client", "paper": "Letter"}),
    ("mc-script", {"arrangement": "ko"}),
    ("mc-script", {"arrangement": "columns", "theme": "ministerial"}),
    ("mc-script", {"arrangement": "en", "theme": "plain", "first_host": "sia"}),
)


@pytest.mark.parametrize(
    ("name", "given"), STAGED, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_sheets_for_the_stage_say_what_they_said(name: str, given: dict[str, str]) -> None:
    options = options_from(given, Options(languages=("ko", "en")))
    content = handout(name).build(staged(), options, Imprint(at=NOON))
    pages = texts(made(name, content, options).data)
    said = "".join(f"===== {n}\n{page.rstrip()}\n" for n, page in enumerate(pages, 1))
    compare(said, "-".join((name, *given.values())))


LISTS = (
    ("attendees", {"arrangement": "stacked"}),
    ("attendees", {"arrangement": "en", "list_order": "name", "paper": "Letter"}),
    ("attendees", {"reader": "door", "list_order": "organization", "theme": "ministerial"}),
    ("attendees", {"reader": "organizers", "arrangement": "ko", "theme": "plain"}),
    ("sign-in", {"arrangement": "stacked", "expected": "accepted,invited"}),
    ("sign-in", {"arrangement": "en", "first_host": "sia", "blank_rows": "2", "paper": "Letter"}),
)
SIGNINGS = (
    ("agreement", {"languages": "ko,en"}),
    ("agreement", {"languages": "en", "first_host": "sia", "theme": "ministerial"}),
    ("signing-table", {"arrangement": "stacked"}),
    ("signing-table", {"arrangement": "en", "theme": "plain", "paper": "Letter"}),
    ("fact-sheet", {"arrangement": "stacked"}),
    ("fact-sheet", {"arrangement": "columns", "theme": "ministerial", "paper": "Letter"}),
)
TEXTS = (
    ("program", {"arrangement": "stacked", "sections": "welcome,texts,emergency,sponsors,imprint"}),
    (
        "program",
        {"arrangement": "columns", "theme": "ministerial", "sections": "welcome,emergency"},
    ),
)
PROOFS = (
    ("proof", {"languages": "ko,en"}),
    ("proof", {"languages": "en", "theme": "ministerial", "paper": "Letter"}),
)
PROMISES = (
    ("commitments", {"arrangement": "stacked"}),
    ("commitments", {"arrangement": "columns", "theme": "ministerial", "promise_order": "owner"}),
    ("commitments", {"arrangement": "en", "promised": "all", "paper": "Letter", "theme": "plain"}),
    ("commitments-by-owner", {"arrangement": "stacked"}),
)
CARDS = (
    ("badges", {"arrangement": "stacked"}),
    ("badges", {"arrangement": "facing", "stock": "letter-4x3", "theme": "ministerial"}),
    ("name-tents", {"arrangement": "facing", "stock": "a4-tents-2"}),
    ("place-cards", {"arrangement": "en", "paper": "Letter", "theme": "plain"}),
    ("labels", {"languages": "ko,en"}),
    ("certificates", {"certificate": "speaking", "theme": "ministerial", "first_host": "sia"}),
)


@pytest.mark.parametrize(
    ("name", "given"), LISTS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_lists_say_what_they_said(name: str, given: dict[str, str]) -> None:
    invited = coming(30, status=Invitation.INVITED, deputy_for="p3", seat="4-2")
    dossier = crowd(30, invited, coming(31, person=None, side=None, status=Invitation.TENTATIVE))
    compare_sheet(dossier, name, given)


@pytest.mark.parametrize(
    ("name", "given"), TEXTS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_texts_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(told(), name, given)


@pytest.mark.parametrize(
    ("name", "given"), PROOFS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_proofs_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(told(), name, given)


@pytest.mark.parametrize(
    "given",
    [{"arrangement": "stacked"}, {"arrangement": "en", "paper": "Letter", "theme": "plain"}],
    ids=lambda given: "-".join(given.values()),
)
def test_a_comparison_says_what_it_said(given: dict[str, str]) -> None:
    compare_sheet(years(3), "comparison", given)


@pytest.mark.parametrize(
    ("name", "given"), PROMISES, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_sheets_on_commitments_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(scored(), name, given)


@pytest.mark.parametrize(
    ("name", "given"), CARDS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_cards_say_what_they_said(name: str, given: dict[str, str]) -> None:
    seoul = Text.of(ko="서울특별시 종로구 세종대로 209")
    bodies = [replace(b, address=b.address or seoul) for b in staged().organizations]
    numbered = [replace(p, number=n) for n, p in enumerate(staged().participations, 1)]
    dossier = replace(staged(), organizations=tuple(bodies), participations=tuple(numbered))
    compare_sheet(dossier, name, given)


@pytest.mark.parametrize(
    ("name", "given"), SIGNINGS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_sheets_of_a_signing_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(staged(), name, given)


def compare_sheet(dossier: Dossier, name: str, given: dict[str, str]) -> None:
    """What a sheet of a dossier says against its reference."""
    options = options_from(given, Options(languages=("ko", "en")))
    content = handout(name).build(dossier, options, Imprint(at=NOON))
    pages = texts(made(name, content, options).data)
    said = "".join(f"===== {n}\n{page.rstrip()}\n" for n, page in enumerate(pages, 1))
    compare(said, "-".join((name, *given.values())).replace(",", "-"))


def compare(said: str, name: str) -> None:
    """What pages say against the reference of a name, which is written if that is asked for."""
    path = folder("pages") / f"{name}.txt"
    if os.environ.get("FORUMDESK_PAGES") == "write":
        path.write_text(said, "utf-8")
    assert said.splitlines() == path.read_text("utf-8").splitlines()
