# SPDX-License-Identifier: MIT
"""The scorecard of commitments on paper, and the page for each who answers for some."""

from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Commitment, CommitmentOwner, CommitmentStatus, Report
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.commitments import commitments_content, owners_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.promise_options import Promised, PromiseOrder
from forumdesk.handouts.promised import OwnersContent, ScorecardContent
from tests.handouts.conftest import reader, texts
from tests.handouts.dossiers import EDITION, NOON, forum
from tests.handouts.test_tagging import walk

BOTH = Options(("ko", "en"))
EN = Options(("en",), Arrangement.SINGLE)
THEMES = pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
FIRST = replace(EDITION, id="first", number=1, first_day=date(2024, 6, 27), last_day=None)
THIRD = replace(EDITION, id="third", number=3, first_day=date(2026, 6, 27), last_day=None)
STATUS = CommitmentStatus


def promised(id: str, edition: str | None = "first", **fields: object) -> Commitment:
    text = Text.of(ko=f"{id} 약속한 내용", en=f"What was promised: {id}")
    title = Text.of(ko=f"{id} 약속", en=f"Promise {id}")
    return Commitment(id, "series", text, edition, title=title, **fields)


def scored(*more: Commitment, **changes: object) -> Dossier:
    commitments = (
        promised("kept", status=STATUS.DONE, due=date(2024, 9, 10)),
        promised("late", due=date(2025, 1, 31)),
        promised("ongoing", status=STATUS.ON_TRACK, due_text=Text.of(ko="상시", en="ongoing")),
        promised("own", "edition", due=date(2026, 1, 1)),
        promised("later", "third"),
        *more,
    )
    reports = (
        Report(
            *("r", "kept", "edition", STATUS.DONE),
            Text.of(ko="문을 열었다", en="It opened"),
            "https://example.org/opening",
        ),
    )
    owners = (
        CommitmentOwner("o1", "kept", organization="ksia"),
        CommitmentOwner("o2", "late", organization="ksia"),
        CommitmentOwner("o3", "late", person="hong", position=1),
    )
    found = {"commitments": commitments, "reports": reports, "commitment_owners": owners}
    return forum(editions=(EDITION, FIRST, THIRD), **{**found, **changes})


def card(dossier: Dossier, options: Options = EN) -> ScorecardContent:
    return commitments_content(dossier, options, Imprint())


def pages(dossier: Dossier, options: Options = EN) -> OwnersContent:
    return owners_content(dossier, options, Imprint())


def said(wording: Wording) -> str:
    return " / ".join(text for _, text in wording)


def listed(dossier: Dossier, options: Options = EN) -> list[tuple[str, list[str]]]:
    return [
        (said(group.title), [said(promise.title) for promise in group.promises])
        for group in card(dossier, options).groups
    ]


def test_what_was_promised_before_is_parted_by_how_it_stands() -> None:
    content = card(scored())
    assert said(content.heading) == "Since the last forum"
    assert listed(scored()) == [
        ("Late", ["Promise late"]),
        ("On track", ["Promise ongoing"]),
        ("Done", ["Promise kept"]),
    ]
    assert [(said(f.word), f.count) for f in content.figures] == [
        *(("Late", 1), ("On track", 1), ("Done", 1)),
    ]
    (late,) = content.groups[0].promises
    assert said(late.origin) == "1st forum, June 27, 2024"
    assert said(late.owners) == "Korea Association · Gil-dong Hong"
    assert said(content.note) == "As of September 3, 2025, when the forum begins."


def test_it_is_ordered_as_is_asked() -> None:
    by_due = replace(EN, promise_order=PromiseOrder.DUE)
    assert listed(scored(), by_due) == [("", ["Promise kept", "Promise late", "Promise ongoing"])]
    by_owner = replace(EN, promise_order=PromiseOrder.OWNER)
    assert listed(scored(), by_owner) == [
        ("Korea Association", ["Promise kept", "Promise late"]),
        ("Gil-dong Hong", ["Promise late"]),
        ("Without anybody responsible", ["Promise ongoing"]),
    ]
    anchors = [p.anchor for g in card(scored(), by_owner).groups for p in g.promises]
    assert not any(anchors)


def test_all_or_what_is_open_or_from_a_forum_on() -> None:
    due = replace(EN, promise_order=PromiseOrder.DUE)
    every = replace(due, promised=Promised.ALL)
    assert listed(scored(), every)[0][1] == [
        *("Promise kept", "Promise late", "Promise own", "Promise ongoing"),
    ]
    assert listed(scored(), replace(due, promised=Promised.OPEN))[0][1] == [
        *("Promise late", "Promise own", "Promise ongoing"),
    ]
    assert listed(scored(), replace(every, from_forum=2))[0][1] == ["Promise own"]
    assert said(card(scored(), every).heading) == "Commitments"


def test_each_owner_gets_a_page_with_what_is_open() -> None:
    content = pages(scored())
    assert [
        (said(page.owner), [said(p.title) for p in page.promises]) for page in content.pages
    ] == [
        ("Korea Association", ["Promise late"]),
        ("Gil-dong Hong", ["Promise late"]),
    ]
    assert [said(asked) for asked in content.fields] == [
        *("How it stands", "What was done", "Evidence"),
    ]
    assert "September 3, 2025" in content.intro[0][1][0].text
    undated = scored(edition=replace(EDITION, first_day=None))
    assert "The forum will look back" in pages(undated).intro[0][1][0].text


def test_without_commitments_the_sheets_say_so() -> None:
    bare = scored(commitments=(), reports=(), commitment_owners=())
    for name in ("commitments", "commitments-by-owner"):
        made = render(name, handout(name).build(bare, BOTH, Imprint()), BOTH)
        assert made.pages == 1
        assert "There are no commitments to show." in texts(made.data)[0]


@THEMES
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
@pytest.mark.parametrize("arrangement", Arrangement)
def test_it_prints_on_every_paper_in_every_theme(
    theme: str, paper: Paper, arrangement: Arrangement
) -> None:
    options = replace(BOTH, theme=theme, paper=paper, arrangement=arrangement)
    for name in ("commitments", "commitments-by-owner"):
        made = render(name, handout(name).build(scored(), options, Imprint(at=NOON)), options)
        text = " ".join(texts(made.data))
        assert "late 약속" in text
        assert ("Promise late" in text) is (arrangement is not Arrangement.SINGLE)
        assert made.findings == ()


@pytest.mark.parametrize("order", PromiseOrder)
def test_two_hundred_commitments_are_all_there(order: PromiseOrder) -> None:
    many = [promised(f"n{n:03}", due=date(2025, 1, 1 + n % 28)) for n in range(200)]
    even = range(0, 200, 2)
    owners = tuple(CommitmentOwner(f"o{n}", f"n{n:03}", organization="ksia") for n in even)
    dossier = scored(*many, commitment_owners=owners)
    options = replace(BOTH, promise_order=order)
    text = " ".join(texts(render("commitments", card(dossier, options), options).data))
    assert all(f"Promise n{n:03}" in text for n in range(200))
    by_owner = " ".join(texts(render("commitments-by-owner", pages(dossier, BOTH), BOTH).data))
    assert all(f"Promise n{n:03}" in by_owner for n in even)


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_room_for_an_answer_stays_under_what_it_answers(
    paper: Paper, arrangement: Arrangement
) -> None:
    many = [promised(f"n{n:02}", due=date(2025, 1, 1 + n)) for n in range(20)]
    owners = tuple(CommitmentOwner(f"o{n}", f"n{n:02}", organization="ksia") for n in range(20))
    dossier = scored(*many, commitment_owners=owners)
    options = replace(BOTH, paper=paper, arrangement=arrangement)
    asked = ("이행 상태", "추진 내용", "근거 자료")
    pages_ = texts(render("commitments-by-owner", pages(dossier, options), options).data)
    if arrangement is Arrangement.FACING:  # the rail's other language stands opposite
        pages_ = [page for page in pages_ if asked[0] in page]
    assert len(pages_) > 3
    for page in pages_:
        # As many of each as there are commitments on the page, and each word in one piece.
        counts = {page.count(word) for word in (*asked, "제1회 포럼, 2024년")}
        assert len(counts) == 1, page
        assert arrangement is Arrangement.SINGLE or "Evidenc\n" not in page


def test_what_goes_on_atop_a_page_says_of_what() -> None:
    many = [promised(f"n{n:02}", due=date(2025, 1, 1 + n)) for n in range(30)]
    owners = tuple(CommitmentOwner(f"o{n}", f"n{n:02}", organization="ksia") for n in range(30))
    dossier = scored(*many, commitment_owners=owners)
    for name, content, title in (
        ("commitments", card(dossier, EN), "Late"),
        ("commitments-by-owner", pages(dossier, EN), "Korea Association"),
    ):
        first, second, *_ = texts(render(name, content, EN).data)
        assert f"{title} continued" not in first
        assert f"{title} continued" in second


def test_it_is_tagged_with_headings_lists_and_a_table() -> None:
    data = render("commitments", card(scored(), BOTH), BOTH).data
    tags = [node["/S"] for node in walk(reader(data).trailer["/Root"]["/StructTreeRoot"])]
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TD"} <= set(tags)
    assert tags.count("/H2") == 3


def test_what_lacks_a_language_is_found_before_printing() -> None:
    alone = promised("alone", due_text=Text.of(ko="연내"))
    found = [
        (p.kind, str(p.subject))
        for p in preflight(scored(replace(alone, title=Text.of(ko="홀로"))), BOTH, "commitments")
        if p.kind == "missing-translation" and "alone" in str(p.subject)
    ]
    assert found == [("missing-translation", "commitment:alone:title")]
