# SPDX-License-Identifier: MIT
"""The text of pages, compared with ``tests/pages``.

After a change that is meant run this file with ``FORUMDESK_PAGES=write`` and look at what changed.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.packing import Planned
from forumdesk.domain.people import Invitation
from forumdesk.domain.printed import Term
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import PACK_LIST, handout
from forumdesk.handouts.catalogue import render as made
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.imposition.office import Tray
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.pack.listing import list_options, pack_list
from forumdesk.handouts.pack.making import Fate, Outcome, Pack, PackOrder, Together
from forumdesk.handouts.pack.usual import with_planned
from forumdesk.handouts.render import render
from tests.handouts.conftest import folder, texts
from tests.handouts.crowds import coming, crowd
from tests.handouts.dossiers import NOON
from tests.handouts.full import full_program
from tests.handouts.plans import four_plans
from tests.handouts.staged import staged
from tests.handouts.test_comparison import years
from tests.handouts.test_passages import told
from tests.handouts.test_scorecard import scored
from tests.handouts.test_vehicle_cards import motorcade
from tests.handouts.timetabled import conference

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
TIMETABLES = (
    ("grid", {"arrangement": "stacked"}),
    ("grid", {"arrangement": "en", "paper": "Tabloid", "theme": "ministerial"}),
    ("door-signs", {"arrangement": "stacked"}),
    ("door-signs", {"arrangement": "en", "paper": "Letter", "theme": "plain"}),
)
BRIEFS = (
    ("speaker-brief", {"arrangement": "stacked"}),
    ("speaker-brief", {"arrangement": "en", "theme": "plain", "paper": "Letter"}),
    ("interpreters", {"arrangement": "stacked"}),
    ("interpreters", {"arrangement": "ko", "theme": "ministerial", "paper": "A5"}),
    ("press", {"arrangement": "stacked"}),
    ("press", {"arrangement": "columns", "theme": "ministerial", "paper": "Letter"}),
    ("personal", {"arrangement": "stacked"}),
    ("personal", {"arrangement": "en", "stock": "letter-pocket-8", "theme": "plain"}),
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
FOLDED = (
    ("booklet", {"of": "mc-script", "flip": "long-edge"}),
    ("booklet", {"arrangement": "en", "paper": "Letter", "theme": "plain"}),
    ("pocket", {"arrangement": "stacked"}),
    ("pocket", {"arrangement": "en", "paper": "Letter", "theme": "ministerial"}),
)
CARDS = (
    ("badges", {"arrangement": "stacked"}),
    ("badges", {"arrangement": "facing", "stock": "letter-4x3", "theme": "ministerial"}),
    ("name-tents", {"arrangement": "facing", "stock": "a4-tents-2"}),
    ("place-cards", {"arrangement": "en", "paper": "Letter", "theme": "plain"}),
    ("labels", {"languages": "ko,en"}),
    ("certificates", {"certificate": "speaking", "theme": "ministerial", "first_host": "sia"}),
)
SEATINGS = (
    ("seating", {"arrangement": "stacked"}),
    ("seating", {"arrangement": "en", "theme": "ministerial", "paper": "Letter"}),
    ("place-cards", {"arrangement": "stacked", "plan": "Luncheon"}),
)


@pytest.mark.parametrize(
    ("name", "given"), SEATINGS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_seating_says_what_it_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(four_plans(), name, given)


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
    ("name", "given"), FOLDED, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_folded_sheets_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(staged(), name, given)


@pytest.mark.parametrize(
    ("name", "given"), SIGNINGS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_sheets_of_a_signing_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(staged(), name, given)


@pytest.mark.parametrize(
    "given",
    [
        {"arrangement": "stacked", "riders": "all"},
        {"arrangement": "en", "paper": "Letter", "theme": "plain", "card_size": "half"},
    ],
    ids=lambda given: "-".join(given.values()),
)
def test_vehicle_cards_say_what_they_said(given: dict[str, str]) -> None:
    compare_sheet(motorcade(), "vehicle-cards", given)


@pytest.mark.parametrize(
    ("language", "given"),
    [("ko", {}), ("en", {"theme": "ministerial", "paper": "Letter"})],
    ids=["ko", "en-ministerial-Letter"],
)
def test_the_list_of_a_pack_says_what_it_said(language: str, given: dict[str, str]) -> None:
    planned = (
        Planned("program", '{"first_host": "ksia"}', 120),
        Planned("agenda", '{"paper": "A5", "theme": "plain"}', 300),
        Planned("badges"),
        Planned("run-sheet", '{"variant": "client"}', 4),
        Planned("nonsense"),
    )
    order = PackOrder.of(with_planned(staged(), planned), Imprint(at=NOON), words_in(language))
    paper = ("A4", "A5", "A4", "A4", "")
    fates = (*(Fate.MADE,) * 3, Fate.UNCHANGED, Fate.LEFT)
    outcomes = tuple(
        Outcome(
            ticket,
            fate,
            pages=3 + n,
            paper=paper[n],
            why=ticket.why,
            since=NOON if fate is Fate.UNCHANGED else None,
            leaves=(2, 2, 5, 0, 0)[n],
        )
        for n, (ticket, fate) in enumerate(zip(order.tickets, fates, strict=True))
    )
    together = (
        Together("Print all A4.pdf", Tray("A4", (210, 297)), 2, 5),
        Together("Print all A5 on A4.pdf", Tray("A4", (297, 210), 2, cut=True), 1, 2),
        Together("Print all A3.pdf", Tray("A3", (297, 420)), 2, 4, made=False),
    )
    pack = Pack(Path(), outcomes, together)
    options = options_from(given, list_options(order))
    pages = texts(made(PACK_LIST, pack_list(order, pack), options).data)
    said = "".join(f"===== {n}\n{page.rstrip()}\n" for n, page in enumerate(pages, 1))
    compare(said, "-".join(("pack-list", language, *given.values())))


@pytest.mark.parametrize(
    ("name", "given"),
    TIMETABLES,
    ids=lambda of: of if isinstance(of, str) else "-".join(of.values()),
)
def test_sheets_of_rooms_and_times_say_what_they_said(name: str, given: dict[str, str]) -> None:
    compare_sheet(conference(3), name, given)


@pytest.mark.parametrize(
    ("name", "given"), BRIEFS, ids=lambda of: of if isinstance(of, str) else "-".join(of.values())
)
def test_briefs_say_what_they_said(name: str, given: dict[str, str]) -> None:
    dossier = staged()
    contact = Text.of(ko="사무국 02-123-4567", en="Secretariat 02-123-4567")
    terms = (Term("t1", "series", Text.of(ko="수율", en="yield"), Text.of(ko="양품 비율")),)
    edition = replace(dossier.edition, contact=contact)
    compare_sheet(replace(dossier, edition=edition, terms=terms), name, given)


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
