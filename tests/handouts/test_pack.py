# SPDX-License-Identifier: MIT
"""The handout pack: what it has by itself, what its files are called, and making it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forumdesk.domain.agenda import Part, Role
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import Dossier, Heads
from forumdesk.domain.packing import Planned, Produced
from forumdesk.domain.people import Invitation
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.progress import exhausted
from forumdesk.domain.versions import Acknowledgement, Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import PACK_LIST, render
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.imposition.plan import Piece
from forumdesk.handouts.options import Options, Paper, options_from
from forumdesk.handouts.pack import making
from forumdesk.handouts.pack.binding import bound
from forumdesk.handouts.pack.content import PackListContent
from forumdesk.handouts.pack.findings import found
from forumdesk.handouts.pack.listing import TOLD, pack_list
from forumdesk.handouts.pack.making import Fate, Pack, PackOrder, PackStep, make_pack
from forumdesk.handouts.pack.special import SAID
from forumdesk.handouts.pack.tickets import pack_options, tickets
from forumdesk.handouts.pack.usual import usual_pack, with_planned, with_usual
from forumdesk.handouts.question import Ask
from forumdesk.handouts.result import Rendered
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import AGREEMENT, NOON, forum, titled
from tests.handouts.staged import staged

EN, KO = words_in("en"), words_in("ko")
AGENDA = Planned("agenda", copies=10)
LISTED = Planned("attendees", '{"reader": "door"}', 2)


def packed(*planned: Planned, of: Dossier | None = None) -> Dossier:
    return with_planned(of or staged(), planned)


def ordered(dossier: Dossier, *, changed: bool = False) -> PackOrder:
    return PackOrder.of(dossier, Imprint(at=NOON), EN, changed=changed)


def made(order: PackOrder, folder: Path, set_sheet: Callable[..., Rendered] = render) -> Pack:
    return exhausted(make_pack(order, folder, set_sheet, bound))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# What is in it


def test_a_pack_has_what_the_edition_has_something_to_say_of() -> None:
    bare = replace(forum(), participations=(), people=(), parts=(), sessions=())
    assert usual_pack(bare) == ()
    plain = [sheet.handout for sheet in usual_pack(forum())]
    assert {"program", "agenda", "run-sheet", "mc-script", "attendees", "badges"} <= set(plain)
    assert not {"agreement", "certificates", "commitments"} & set(plain)
    assert "agreement" in [sheet.handout for sheet in usual_pack(forum(**AGREEMENT))]


def test_each_host_has_a_program_in_which_it_comes_first() -> None:
    both = [s.options for s in usual_pack(forum()) if s.handout == "program"]
    assert both == ['{"first_host": "ksia"}', '{"first_host": "sia"}']
    alone = replace(forum(), hosts=forum().hosts[:1])
    assert [s.options for s in usual_pack(alone) if s.handout == "program"] == ["{}"]


def test_copies_are_for_those_who_come() -> None:
    coming = (Heads(None, Invitation.ACCEPTED, 100), Heads(None, Invitation.DECLINED, 50))
    crowd = replace(forum(), whole=False, counted=coming)
    copies = {sheet.handout: sheet.copies for sheet in usual_pack(crowd) if "{}" in sheet.options}
    assert copies["agenda"] == 110
    assert {s.copies for s in usual_pack(crowd) if s.handout == "program"} == {55}
    nobody = replace(forum(), whole=False, counted=())
    assert {s.copies for s in usual_pack(nobody) if s.handout == "program"} == {1}


def test_a_pack_of_its_own_is_left_as_it_is() -> None:
    own = packed(AGENDA)
    assert with_usual(own) is own
    assert with_usual(replace(own, pack=())).pack[0].handout == "program"


# What its files are called


def test_every_kind_of_question_is_told_in_a_word() -> None:
    assert set(SAID) == set(Ask)


@pytest.mark.parametrize(
    ("planned", "name"),
    [
        (
            Planned("program", '{"first_host": "ksia"}', 120),
            "Program - Korea Association first (120)",
        ),
        (
            Planned("program", '{"arrangement": "single", "languages": ["ko"]}'),
            "Program - Korean, One language",
        ),
        (Planned("agenda", '{"paper": "A5", "large_print": true}'), "Agenda - A5, Large print"),
        (Planned("agenda", '{"room": "hall", "day": "2025-09-03"}'), "Agenda - Wed, Sep 3, Hall"),
        (Planned("program", '{"sections": ["agenda"]}'), "Program - Sections"),
        (Planned("sign-in", '{"blank_rows": 3}'), "Sign-in sheets - Blank rows 3"),
        (Planned("program", '{"theme": "plain", "accent": "#112233"}'), "Program - Plain, #112233"),
        (Planned("program", '{"theme": "no such"}'), "Program - no such"),
        (Planned("nonsense"), "nonsense"),
    ],
)
def test_files_say_what_is_special(planned: Planned, name: str) -> None:
    (ticket,) = tickets(packed(planned), EN)
    assert ticket.name == f"01 {name}.pdf"


def test_a_theme_of_the_files_own_is_called_by_its_name() -> None:
    own = OwnTheme("4c5f8a1e-0000-4000-8000-000000000001", Text.of(en="House style"), "modern")
    planned = Planned("program", f'{{"theme": "{own.id}"}}')
    (ticket,) = tickets(replace(packed(planned), themes=(own,)), EN)
    assert ticket.special == ("House style",)


def test_names_are_fit_for_every_system_and_in_its_users_language() -> None:
    long = replace(
        staged(),
        organizations=tuple(
            replace(one, name=one.name.having("en", 'A/B: "C" ' + "x" * 300))
            for one in staged().organizations
        ),
    )
    (ticket,) = tickets(packed(Planned("program", '{"first_host": "ksia"}', 3), of=long), EN)
    assert ticket.name.startswith("01 Program - A B C xxx")
    assert ticket.name.endswith(" (3).pdf")
    assert len(ticket.name.encode()) < 200
    (ticket,) = tickets(packed(Planned("program", '{"first_host": "ksia"}')), KO)
    assert ticket.name == "01 프로그램 - 한국협회 우선.pdf"


def test_only_what_differs_is_kept_of_options() -> None:
    usual = staged()
    options = options_from({"paper": "A5", "blank_rows": "3", "languages": "ko,en"})
    assert pack_options("agenda", options, usual) == {"paper": "A5"}
    assert pack_options("sign-in", options, usual) == {"paper": "A5", "blank_rows": 3}


# Making it


def test_a_pack_is_sheets_a_list_and_what_is_printed_at_one_go(tmp_path: Path) -> None:
    dossier = packed(Planned("program", copies=30), AGENDA, LISTED, Planned("badges"))
    untouched = replace(dossier.pack[1], ticked=False, id="off", position=9)
    pack = made(ordered(replace(dossier, pack=(*dossier.pack, untouched))), tmp_path)
    assert names(tmp_path) == [
        "00 Cover list.pdf",
        "01 Program (30).pdf",
        "02 Agenda (10).pdf",
        "03 List of participants - Door desk (2).pdf",
        "04 Badges.pdf",
        "Print all A4.pdf",
    ]
    program, agenda, attendees, badges = pack.outcomes
    assert [one.fate for one in pack.outcomes] == [Fate.MADE] * 4
    for one in pack.outcomes:
        data = (tmp_path / one.ticket.name).read_bytes()
        assert len(reader(data).pages) == one.pages
    # Every sheet begins on a front side; cards are printed on sheets of their own.
    together = reader((tmp_path / "Print all A4.pdf").read_bytes())
    even = [one.pages + one.pages % 2 for one in (program, agenda, attendees)]
    assert len(together.pages) == sum(even)
    lines = [line for line in together.outline if not isinstance(line, list)]
    starts = [together.get_destination_page_number(line) for line in lines]
    assert starts == [0, even[0], even[0] + even[1]]
    assert [(one.files, one.sheets) for one in pack.together] == [(3, sum(even) // 2)]
    assert badges.paper == "A4"
    assert "Tagged:          yes" in poppler(
        "pdfinfo", "-", data=(tmp_path / "00 Cover list.pdf").read_bytes()
    )
    assert [(p.handout, p.copies, p.pages) for p in pack.produced] == [
        ("program", 30, program.pages),
        ("agenda", 10, agenda.pages),
        ("attendees", 2, attendees.pages),
        ("badges", 1, badges.pages),
    ]
    assert all(p.digest and p.options and p.version is None for p in pack.produced)
    assert dict(pack.produced[3].cards)


def test_the_same_pack_is_the_same_bytes(tmp_path: Path) -> None:
    both = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        made(ordered(packed(AGENDA, LISTED)), folder)
        both.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert both[0] == both[1]


def test_what_can_not_be_made_does_not_stop_the_pack(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def breaking(name: str, content: Content, options: Options) -> Rendered:
        if name == "mc-script":
            raise ZeroDivisionError
        return render(name, content, options)

    dossier = packed(
        Planned("nonsense"),
        Planned("agenda", '{"room": "attic of the neighbours"}'),
        Planned("agenda", '{"paper": "A17"}'),
        Planned("mc-script"),
        Planned("agenda", '{"theme": "no such"}'),
        Planned("badges", '{"stock": "no such"}'),
        AGENDA,
    )
    with caplog.at_level(logging.CRITICAL):
        pack = made(ordered(dossier), tmp_path, breaking)
    assert names(tmp_path) == ["00 Cover list.pdf", "07 Agenda (10).pdf"]
    why = [one.why.said(EN) if one.why else "" for one in pack.outcomes]
    assert why[0] == "This release does not know the sheet “nonsense”."
    assert "attic of the neighbours" in why[1]
    assert "A17" in why[2]
    assert why[3] == "The sheet could not be set."
    assert "no such" in why[4]
    assert "no such" in why[5]
    assert why[6] == ""
    said = " ".join(texts((tmp_path / "00 Cover list.pdf").read_bytes())).replace("\n", " ")
    assert "Not made" in said
    assert "The sheet could not be set." in said
    assert [p.handout for p in pack.produced] == ["agenda"]


def test_files_that_can_not_be_put_together_are_there_for_themselves(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(title: str, pieces: Sequence[Piece]) -> bytes:
        raise ForumDeskError("no")

    with caplog.at_level(logging.CRITICAL):
        pack = exhausted(make_pack(ordered(packed(AGENDA, LISTED)), tmp_path, render, failing))
    assert (pack.prints, pack.unbound) == ((), ("Print all A4.pdf",))
    assert "Print all A4.pdf” could not be made" in " ".join(
        texts((tmp_path / "00 Cover list.pdf").read_bytes())
    ).replace("\n", " ")


def test_nothing_ticked_is_no_pack() -> None:
    dossier = packed(AGENDA)
    off = replace(dossier, pack=(replace(dossier.pack[0], ticked=False),))
    with pytest.raises(ForumDeskError, match="ticked"):
        ordered(off)


def test_a_folder_that_is_gone_stops_it(tmp_path: Path) -> None:
    with pytest.raises(ForumDeskError, match="could not be written"):
        made(ordered(packed(AGENDA)), tmp_path / "gone")


def test_closed_before_its_end_it_leaves_what_is_done_and_no_list(tmp_path: Path) -> None:
    work = make_pack(ordered(packed(AGENDA, LISTED)), tmp_path, render, bound)
    steps: list[PackStep] = [next(work), next(work)]
    work.close()
    assert [(step.done, step.total) for step in steps] == [(0, 4), (1, 4)]
    assert steps[1].said == "List of participants - Door desk"
    assert names(tmp_path) == ["01 Agenda (10).pdf"]


def test_a_sheet_with_nothing_on_it_is_not_made(tmp_path: Path) -> None:
    asked = tuple(replace(one, status=Invitation.PROPOSED) for one in staged().participations)
    dossier = packed(AGENDA, Planned("badges"), LISTED, of=replace(staged(), participations=asked))
    pack = made(ordered(dossier), tmp_path)
    assert [one.fate for one in pack.outcomes] == [Fate.MADE, Fate.LEFT, Fate.LEFT]
    why = pack.outcomes[1].why
    assert why is not None
    assert "still proposed" in why.said(EN)
    assert names(tmp_path) == ["00 Cover list.pdf", "01 Agenda (10).pdf"]
    assert [one.handout for one in pack.produced] == ["agenda"]
    said = " ".join(texts((tmp_path / "00 Cover list.pdf").read_bytes())).replace("\n", " ")
    assert "Nobody has accepted yet" in said


def test_what_to_look_at_is_told_with_the_sheets_it_is_on(tmp_path: Path) -> None:
    arabic = titled("arabic", "세션", "مؤتمر")
    untranslated = titled("bare", "폐회식", "")
    of = replace(staged(), sessions=(*staged().sessions, arabic, untranslated))
    pack = made(ordered(packed(AGENDA, Planned("program"), LISTED, of=of)), tmp_path)
    assert [one.fate for one in pack.outcomes] == [Fate.MADE] * 3
    noted = {one.text: one for one in found(pack.outcomes, EN)}
    severities = [one.severity for one in noted.values()]
    assert severities == sorted(severities, key=[Severity.ERROR, Severity.WARNING].index)
    (leftward,) = (one for text, one in noted.items() if "right to left" in text)
    assert (leftward.severity, leftward.numbers) == (Severity.ERROR, "01, 02")
    assert noted["“폐회식” has no title in English."].numbers == "01, 02"
    order = ordered(packed(AGENDA, Planned("program"), LISTED, of=of))
    content = pack_list(order, pack)
    errors, warnings = content.noted
    assert "01, 02" in [one.on for one in errors.noted]
    assert len(errors.noted) + len(warnings.noted) == len(noted) == content.figures[4].count
    said = " ".join(texts((tmp_path / "00 Cover list.pdf").read_bytes())).replace("\n", " ")
    assert "Put right before handing out" in said
    assert "has no title in English" in said


def test_a_great_many_findings_are_counted(tmp_path: Path) -> None:
    bare = (titled(f"s{n}", f"세션 {n}", "") for n in range(60))
    order = ordered(packed(AGENDA, of=replace(staged(), sessions=tuple(bare), parts=())))
    content = pack_list(order, made(order, tmp_path))
    warnings = content.noted[-1]
    assert len(warnings.noted) == TOLD + 1
    count = content.figures[4].count
    left = count - sum(len(group.noted) for group in content.noted) + 1
    assert dict(warnings.noted[-1].text)["en"].startswith(f"{left} more, ")


def test_what_was_accepted_and_what_was_printed_before_is_not_told(tmp_path: Path) -> None:
    of = replace(staged(), sessions=(*staged().sessions, titled("bare", "폐회식", "")))
    first = made(ordered(packed(AGENDA, of=of)), tmp_path)
    about = [one for one in first.outcomes[0].problems if "bare" in str(one.subject)]
    (problem,) = (one for one in about if one.kind == "missing-translation")
    accepted = Acknowledgement(
        "a", "edition", problem.kind, str(problem.subject), "as it is", problem.facts
    )
    later = noted(replace(of, acknowledgements=(accepted,)), first.produced)
    changed = replace(later, sessions=(*later.sessions, titled("new", "새것", "New")))
    (again,) = made(ordered(packed(AGENDA, of=changed)), tmp_path).outcomes
    kinds = [(one.kind, one.subject) for one in again.problems]
    assert (problem.kind, problem.subject) not in kinds
    assert "stale" not in [kind for kind, _ in kinds]


def test_a_check_that_fails_costs_no_sheet(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(making, "preflight", failing)
    with caplog.at_level(logging.CRITICAL):
        pack = made(ordered(packed(AGENDA)), tmp_path)
    assert [(one.fate, one.problems) for one in pack.outcomes] == [(Fate.MADE, ())]


# Only what changed


def noted(dossier: Dossier, produced: Sequence[Produced], at: datetime = NOON) -> Dossier:
    printings = tuple(
        Printing(
            str(n), "edition", p.handout, at, p.version, p.pages, p.copies, p.digest, p.options
        )
        for n, p in enumerate(produced)
    )
    return replace(dossier, printings=printings)


def fates(order: PackOrder, folder: Path, name: str) -> list[Fate]:
    into = folder / name
    into.mkdir()
    return [one.fate for one in made(order, into).outcomes]


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    dossier = packed(AGENDA, LISTED)
    first = made(ordered(dossier), tmp_path)
    later = noted(dossier, first.produced)
    assert fates(ordered(later, changed=True), tmp_path, "a") == [Fate.UNCHANGED] * 2
    assert names(tmp_path / "a") == ["00 Cover list.pdf"]
    assert fates(ordered(later), tmp_path, "b") == [Fate.MADE] * 2
    more = replace(later, sessions=(*later.sessions, titled("new", "새것", "New")))
    assert fates(ordered(more, changed=True), tmp_path, "c") == [Fate.MADE, Fate.UNCHANGED]
    large = packed(Planned("agenda", '{"paper": "A5"}'), LISTED, of=later)
    assert fates(ordered(large, changed=True), tmp_path, "d") == [Fate.MADE, Fate.UNCHANGED]


def test_a_draft_is_printed_anew_when_it_is_published(tmp_path: Path) -> None:
    dossier = packed(AGENDA)
    first = made(ordered(dossier), tmp_path)
    later = noted(dossier, first.produced)
    version = Version("v", "edition", "Final", datetime(2025, 8, 2, tzinfo=UTC), "{}", "d" * 64)
    published = PackOrder.of(later, Imprint(version), EN, changed=True)
    published = replace(published, dossier=replace(later, versions=(version,)))
    assert fates(published, tmp_path, "a") == [Fate.MADE]


# The list


def listed(tmp_path: Path, *planned: Planned, of: Dossier | None = None) -> PackListContent:
    order = ordered(packed(*planned, of=of))
    return pack_list(order, made(order, tmp_path))


def test_the_list_counts_paper(tmp_path: Path) -> None:
    content = listed(
        tmp_path,
        AGENDA,
        Planned("agenda", '{"paper": "A5", "theme": "plain"}', 4),
        LISTED,
        Planned("badges"),
    )
    agenda, small, door, badges = content.rows
    assert (agenda.number, agenda.copies, agenda.single) == ("01", 10, agenda.pages * 10)
    assert agenda.duplex == -(-agenda.pages // 2) * 10
    assert (small.paper, small.ink) == ((("en", "A5"),), (("en", "black and white"),))
    assert door.detail == (("en", "Door desk"),)
    # Cards without backs take as many sheets however they are printed.
    assert badges.single == badges.duplex == badges.pages
    assert [total.files for total in content.totals] == [2, 1, 1]
    assert sum(t.single for t in content.totals) == sum(r.single for r in content.rows)
    assert [figure.count for figure in content.figures[:4]] == [
        4,
        sum(row.copies for row in content.rows),
        sum(row.single for row in content.rows),
        sum(row.duplex for row in content.rows),
    ]


def two_busy() -> Dossier:
    """A forum with two speakers whose briefs take three pages, or two."""
    talks = [
        titled(f"s{n}", f"발표 {n}", f"Talk {n}", starts=NOON.replace(tzinfo=None), minutes=30)
        for n in range(20)
    ]
    who = ["p-doe"] * 13 + ["p-hong"] * 7
    parts = (Part(f"x{n}", f"s{n}", one, Role.PRESENTS) for n, one in enumerate(who))
    return forum(sessions=tuple(talks), parts=tuple(parts))


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_what_somebody_is_handed_is_printed_on_both_sides_and_begins_a_sheet(
    tmp_path: Path, paper: str
) -> None:
    asked = f'{{"paper": "{paper}", "languages": ["en"]}}'
    dossier = packed(Planned("speaker-brief", asked, 2), of=two_busy())
    pack = made(ordered(dossier), tmp_path)
    (brief,) = pack.outcomes
    alone = reader((tmp_path / brief.ticket.name).read_bytes())
    counted = [int(label) for label in alone.page_labels]
    first = counted.index(1, 1)
    assert counted == [*range(1, first + 1), *range(1, len(counted) - first + 1)]
    assert first > 1
    leaves = -(-first // 2) + -(-(len(counted) - first) // 2)
    assert brief.leaves == leaves < brief.pages
    (row,) = pack_list(ordered(dossier), pack).rows
    assert (row.single, row.duplex) == (brief.pages * 2, leaves * 2)


def test_at_one_go_no_brief_begins_on_the_back_of_another(tmp_path: Path) -> None:
    english = '{"languages": ["en"]}'
    dossier = packed(Planned("speaker-brief", english), AGENDA, of=two_busy())
    pack = made(ordered(dossier), tmp_path)
    (print_file,) = pack.together
    brief, agenda = pack.outcomes
    pages = texts((tmp_path / print_file.name).read_bytes())
    at = [n for n, page in enumerate(pages) if "1 / " in page]
    assert [n % 2 for n in at] == [0] * len(at)
    assert len(at) == 3
    assert len(pages) == 2 * print_file.sheets == 2 * (brief.leaves + agenda.leaves)
    assert sum(not page.strip() for page in pages) == len(pages) - brief.pages - agenda.pages


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_long_list_goes_on_and_says_everything(tmp_path: Path, theme: str, paper: Paper) -> None:
    content = listed(tmp_path, AGENDA, Planned("nonsense" * 20))
    many = replace(
        content,
        rows=tuple(replace(content.rows[0], number=str(n)) for n in range(90)),
    )
    options = Options(languages=("en",), theme=theme, paper=paper)
    pages = texts(render(PACK_LIST, many, options).data)
    assert len(pages) > 2
    assert "".join(pages).replace("\n", " ").count(" Agenda ") >= 90
    assert all("Copies" in page for page in pages[:2])


def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    dossier = packed(AGENDA)
    first = made(ordered(dossier), tmp_path)
    order = ordered(noted(dossier, first.produced), changed=True)
    content = pack_list(order, made(order, tmp_path))
    assert content.nothing == (("en", "Nothing had to be made."),)
    assert (content.rows, content.figures, content.totals) == ((), (), ())
    said = " ".join(texts(render(PACK_LIST, content, Options(languages=("en",))).data))
    assert "unchanged since it was printed" in said.replace("\n", " ")
