# SPDX-License-Identifier: MIT
"""The fact sheet: public facts alone, statements of who signs, whom to ask."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.agenda import Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import AgreementState
from forumdesk.domain.people import Consent
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout as handout_named
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.fact_sheet import fact_sheet_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.signing import Facts, FactSheetContent
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import every_text, forum
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))
SAID = Text.of(ko="큰 걸음입니다.", en="A great step.")


def spoken(dossier: Dossier | None = None) -> Dossier:
    """The day with a statement of the chairman, who signs."""
    found = dossier or staged()
    parts = tuple(replace(p, statement=SAID) if p.id == "7" else p for p in found.parts)
    return replace(found, parts=parts)


def sheet(dossier: Dossier, options: Options = EN) -> FactSheetContent:
    return fact_sheet_content(dossier, options, Imprint())


def said(wording: tuple[tuple[str, str], ...]) -> str:
    return dict(wording)["en"]


def told(facts: Facts) -> dict[str, list[str]]:
    return {fact.label[0][1]: [line[0][1] for line in fact.lines] for fact in facts.facts}


def test_what_was_signed_by_whom_and_where() -> None:
    (facts,) = sheet(spoken()).facts
    assert told(facts) == {
        "Signed": ["September 3, 2025", "Great House, Seoul"],
        "Occasion": ["2nd Chip Forum"],
        "Parties": ["Korea Association", "U.S. Association"],
        "Signatories": [
            "Gil-dong Hong, Chairman, Korea Association",
            "Jane Doe, President, U.S. Association",
        ],
        "Witnesses": ["Minister, Ministry of Industry"],
    }
    assert [(aim.number, aim.title or aim.text) for aim in facts.aims] == [
        ("1", (("en", "Title"),)),
        ("2", facts.aims[1].text),
    ]
    assert [(quote.text, quote.by) for quote in facts.quotes] == [
        ((("en", "A great step."),), (("en", "Gil-dong Hong, Chairman, Korea Association"),))
    ]


def test_not_signed_yet() -> None:
    (facts,) = sheet(unsigned()).facts
    assert told(facts)["To be signed"] == ["September 3, 2025", "Great House, Seoul"]


def unsigned(**changes: Any) -> Dossier:
    """The day with a draft that has no day of signing yet."""
    dossier = staged()
    (mou,) = dossier.agreements
    return replace(dossier, agreements=(replace(mou, signed_on=None, **changes),))


def looks(dossier: Dossier, handout: str) -> list[str]:
    return [problem.kind for problem in preflight(dossier, EN, handout)]


def test_what_is_agreed_is_said_when_it_is_signed() -> None:
    assert said(sheet(spoken()).facts[0].aims_label) == "What the parties agreed"
    assert said(sheet(unsigned()).facts[0].aims_label) == "Main points"


@pytest.mark.parametrize("handout", ["fact-sheet", "press", "program"])
def test_a_draft_that_no_session_signs_is_told_to_nobody(handout: str) -> None:
    loose = unsigned(session=None)
    kind = handout_named(handout)
    assert "MOU on Cooperation" not in every_text(kind.build(loose, kind.takes(EN), Imprint()))
    assert "draft-left-out" in looks(loose, handout)
    assert "not-public" not in looks(loose, handout)


@pytest.mark.parametrize("handout", ["fact-sheet", "press", "program"])
def test_a_draft_to_be_signed_is_told_and_pointed_out(handout: str) -> None:
    kind = handout_named(handout)
    content = kind.build(unsigned(), kind.takes(EN), Imprint())
    assert "MOU on Cooperation" in every_text(content)
    assert "draft-told" in looks(unsigned(), handout)
    agreed = unsigned(state=AgreementState.AGREED, session=None)
    assert "MOU on Cooperation" in every_text(kind.build(agreed, kind.takes(EN), Imprint()))
    for settled in (agreed, staged()):
        assert not {"draft-told", "draft-left-out"}.intersection(looks(settled, handout))


def test_the_host_whose_copy_it_is_comes_first() -> None:
    (facts,) = sheet(spoken(), replace(EN, first_host="sia")).facts
    assert told(facts)["Parties"] == ["U.S. Association", "Korea Association"]
    assert told(facts)["Signatories"][0].startswith("Jane Doe")


def test_who_refused_to_be_named_stands_by_office_alone() -> None:
    dossier = spoken()
    refused = (Consent("list", False),)
    people = tuple(
        replace(p, consents=refused) if p.id == "p-hong" else p for p in dossier.participations
    )
    shy = replace(dossier, participations=people)
    content = sheet(shy)
    assert told(content.facts[0])["Signatories"][0] == "Chairman, Korea Association"
    assert "Gil-dong Hong" not in " ".join(every_text(content))
    found = [p.phrase.said(words_in("en")) for p in preflight(shy, EN, "fact-sheet")]
    assert "Gil-dong Hong refused to be named in public and stands here by office alone." in found


@pytest.mark.parametrize("visibility", [Visibility.CLOSED, Visibility.INTERNAL])
def test_what_is_signed_behind_closed_doors_is_not_told(visibility: Visibility) -> None:
    dossier = spoken()
    sessions = tuple(
        replace(s, visibility=visibility) if s.id == "signing" else s for s in dossier.sessions
    )
    hidden = replace(dossier, sessions=sessions)
    assert sheet(hidden).facts == ()
    kinds = [problem.kind for problem in preflight(hidden, EN, "fact-sheet")]
    assert "not-public" in kinds


def test_whom_to_ask() -> None:
    dossier = staged()
    bodies = tuple(
        replace(o, website="https://ksia.example") if o.id == "ksia" else o
        for o in dossier.organizations
    )
    contacts = sheet(replace(dossier, organizations=bodies)).contacts
    assert [line[0][1] for line in contacts.lines] == [
        "Korea Association · https://ksia.example",
        "U.S. Association",
    ]


def test_a_page_on_the_web_stands_once() -> None:
    dossier = staged()
    bodies = tuple(replace(o, website="https://x.example") for o in dossier.organizations)
    contacts = sheet(replace(dossier, organizations=bodies), BOTH).contacts
    assert contacts.lines[0] == (
        ("ko", "한국협회 · https://x.example"),
        ("en", "Korea Association"),
    )


SHEETS: tuple[dict[str, Any], ...] = (
    {},
    {"paper": Paper.LETTER, "theme": "ministerial", "arrangement": Arrangement.COLUMNS},
    {"theme": "plain", "languages": ("ko",), "arrangement": Arrangement.SINGLE},
)


@pytest.mark.parametrize("given", SHEETS)
def test_the_fact_sheet_is_one_page(given: dict[str, Any]) -> None:
    options = replace(BOTH, **given)
    made = render("fact-sheet", sheet(spoken(), options), options)
    (page,) = texts(made.data)
    assert "큰 걸음입니다." in page
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=made.data)


def test_no_facts_without_an_agreement() -> None:
    (page,) = texts(render("fact-sheet", sheet(forum()), EN).data)
    assert "No agreement is entered for this forum yet." in page


def test_no_facts_where_there_are_but_drafts() -> None:
    (page,) = texts(render("fact-sheet", sheet(unsigned(session=None)), EN).data)
    assert "No agreement of this forum is ready to be told of yet." in page
