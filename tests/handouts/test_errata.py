# SPDX-License-Identifier: MIT
"""The correction slip: what changed since the version that was printed, and for whom."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from forumdesk.domain.agenda import Part, Role, SessionStatus, Visibility
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.errata import corrigible
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.corrections import ErrataContent
from forumdesk.handouts.options import Arrangement, Audience, Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import options_kept
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import FORUM, NOON, at, titled
from tests.handouts.test_published import version

FIRST = version("First")
LATER = NOON + timedelta(days=1)
EN = Options(languages=("en",), arrangement=Arrangement.SINGLE)


def altered(dossier: Dossier, session: str, **values: Any) -> Dossier:
    sessions = (replace(s, **values) if s.id == session else s for s in dossier.sessions)
    return replace(dossier, sessions=tuple(sessions))


CHANGED = replace(
    altered(
        altered(FORUM, "talk", starts=at("10:00")), "pause", title=Text.of(ko="쉼", en="Break")
    ),
    versions=(FIRST,),
)


def slip(dossier: Dossier, options: Options = EN, imprint: Imprint | None = None) -> ErrataContent:
    content = handout("errata").build(dossier, options, imprint or Imprint(at=LATER))
    assert isinstance(content, ErrataContent)
    return content


def made(dossier: Dossier, options: Options | None = None) -> Rendered:
    asked = options or options_for(dossier)
    return render("errata", slip(dossier, asked), asked)


def lines(content: ErrataContent, language: str = "en") -> list[str]:
    return [
        f"{dict(one.now)[language]} / {dict(one.was).get(language, '')}"
        for group in content.groups
        for one in group.corrections
        if language in dict(one.now)
    ]


def test_what_changed_stands_under_its_session() -> None:
    content = slip(CHANGED)
    (group,) = content.groups
    assert (group.title, group.start, group.day) == (
        (("en", "Talk"),),
        (("en", "10:00"),),
        (),
    )
    assert lines(content) == ["New time: 10:00–10:45 / before: 09:45–10:30"]
    assert content.since == (("en", "Changes since “First” (2025-08-01 12:00)"),)


def test_a_title_corrected_in_one_language_is_told_in_that() -> None:
    both = slip(CHANGED, options_for(CHANGED))
    assert lines(both, "ko") == [
        "제목 변경: 쉼 / 당초: 휴식",
        "시간 변경: 10:00–10:45 / 당초: 09:45–10:30",
    ]
    assert lines(both, "en") == ["New time: 10:00–10:45 / before: 09:45–10:30"]


def test_a_cancelled_session_stands_where_it_was() -> None:
    gone = altered(CHANGED, "talk", status=SessionStatus.CANCELLED)
    (group,) = slip(gone).groups
    assert group.start == (("en", "09:45"),)
    assert lines(slip(gone)) == ["Cancelled / before: 09:45–10:30 · Attic"]


def test_the_public_hears_nothing_of_what_is_not_for_them() -> None:
    closed = titled("x", "비공개", "Secret", starts=at("12:00"), visibility=Visibility.INTERNAL)
    aside = Part("i", "talk", "p-hong", Role.INTERPRETS, 9)
    hidden = replace(
        FORUM, versions=(FIRST,), sessions=(*FORUM.sessions, closed), parts=(*FORUM.parts, aside)
    )
    assert slip(hidden).groups == ()
    told = lines(slip(hidden, replace(EN, audience=Audience.ORGANIZERS)))
    assert told == [
        "Interpretation: Gil-dong Hong (Chairman, Korea Association) (added) / ",
        "Added: 12:00 / ",
    ]
    # Opened to the public, it is new to them.
    public = altered(hidden, "x", visibility=Visibility.PUBLIC)
    assert lines(slip(replace(public, versions=(version("Hidden", hidden),)))) == [
        "Added: 12:00 / "
    ]


def test_days_head_the_changes_of_a_forum_of_several() -> None:
    two = altered(CHANGED, "pause", starts=at("09:30", 4))
    assert [group.day for group in slip(two).groups] == [
        (("en", "Wednesday, September 3, 2025"),),
        (("en", "Thursday, September 4, 2025"),),
    ]
    text = "\n".join(texts(made(two, EN).data))
    assert text.count("Thursday, September 4, 2025") == 2  # slips on the sheet


def test_a_slip_for_one_person() -> None:
    mine = slip(CHANGED, replace(EN, person="홍길동"))
    assert mine.groups == ()
    assert mine.person == (("en", "for Gil-dong Hong"),)
    assert mine.nothing == (("en", "Nothing has changed."),)
    later = altered(CHANGED, "open", minutes=40)
    assert lines(slip(later, replace(EN, person="hong"))) == [
        "New time: 09:00–09:40 / before: 09:00–09:30"
    ]
    with pytest.raises(ForumDeskError, match="Nobody in this edition is called “Kim”"):
        slip(CHANGED, replace(EN, person="Kim"))


def test_the_version_printed_last_is_corrected() -> None:
    second = version("Second", CHANGED, LATER)
    both = replace(FORUM, versions=(FIRST, second))
    assert corrigible(FORUM) == ()
    assert corrigible(both) == (second, FIRST)
    assert corrigible(both, second) == (FIRST,)
    assert corrigible(both, FIRST) == ()
    printed = Printing("p", "edition", "program", NOON, FIRST.id)
    slips = Printing("q", "edition", "errata", LATER, second.id)
    assert corrigible(replace(both, printings=(printed, slips))) == (FIRST,)
    with pytest.raises(ForumDeskError, match="No version is called “Third”"):
        slip(both, replace(EN, since="Third"))


def test_a_slip_goes_back_to_where_something_changed() -> None:
    second = version("Second", CHANGED, LATER)
    assert "“First”" in slip(replace(CHANGED, versions=(FIRST, second))).since[0][1]
    assert "“First”" in slip(replace(CHANGED, versions=(second, FIRST)), EN).since[0][1]
    since = slip(replace(CHANGED, versions=(FIRST, second)), replace(EN, since="second"))
    assert (since.groups, "“Second”" in since.since[0][1]) == ((), True)


def test_a_slip_bears_the_version_it_shows() -> None:
    second = version("Second", CHANGED, LATER)
    printed = Printing("p", "edition", "program", NOON, FIRST.id)
    now = replace(CHANGED, versions=(FIRST, second), printings=(printed,))
    stamp = slip(now).sheet.stamp
    assert (stamp.name, stamp.digest) == ((("en", "Second"),), second.digest[:7])
    assert slip(altered(now, "talk", starts=at("11:00"))).sheet.stamp.name == (("en", "Draft"),)


def test_stale_sheets_are_listed() -> None:
    kept = options_kept(options_for(FORUM))
    printings = (
        Printing("p", "edition", "program", NOON, FIRST.id, options=kept),
        Printing("q", "edition", "program", LATER, FIRST.id, options=kept),
        Printing("r", "edition", "agenda", LATER, None, digest="another", options=kept),
        Printing("s", "edition", "errata", LATER, FIRST.id, options=kept),
    )
    stale = slip(replace(CHANGED, printings=printings)).stale
    assert stale is not None
    assert stale.sheets == ((("en", "Program (“First”)"),), (("en", "Agenda (2025-08-02 12:00)"),))
    assert slip(replace(FORUM, versions=(FIRST,), printings=printings[:2])).stale is None
    assert slip(replace(CHANGED, printings=printings), replace(EN, person="hong")).stale is None


def test_nothing_published_and_nothing_changed_are_said() -> None:
    assert slip(FORUM).since == (("en", "Nothing has been published yet."),)
    unchanged = slip(replace(FORUM, versions=(FIRST,)))
    assert (unchanged.groups, unchanged.nothing) == ((), (("en", "Nothing has changed."),))


def size(rendered: Rendered) -> tuple[int, int]:
    box = PdfReader(BytesIO(rendered.data)).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def test_two_slips_stand_on_a_sheet_and_are_read_once() -> None:
    rendered = made(CHANGED)
    assert (rendered.pages, size(rendered)) == (1, (210, 297))
    (page,) = texts(rendered.data)
    assert page.count("(당초: 09:45–10:30)") == 2
    tagged = poppler("pdftotext", "-", "-", data=rendered.data)
    assert tagged.count("(before: 09:45–10:30)") == 2
    structure = poppler("pdfinfo", "-struct-text", "-", data=rendered.data)
    assert structure.count("Talk") == 1
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=rendered.data)


def test_a_slip_on_small_paper_stands_alone() -> None:
    rendered = made(CHANGED, replace(options_for(CHANGED), paper=Paper.A5))
    assert size(rendered) == (148, 210)
    assert texts(rendered.data)[0].count("(before: 09:45–10:30)") == 1


def many(count: int) -> Dossier:
    new = tuple(titled(f"n{n}", f"새 {n}", f"New {n}", starts=at("11:00")) for n in range(count))
    return replace(CHANGED, sessions=(*CHANGED.sessions, *new))


def test_many_changes_take_whole_sheets() -> None:
    rendered = made(many(60))
    pages = texts(rendered.data)
    assert rendered.pages == len(pages) > 1
    assert sum(page.count("추가: 11:00") for page in pages) == 60


def test_a_slip_is_set_smaller_before_it_takes_a_whole_sheet() -> None:
    counts = [made(many(n)) for n in (0, 6, 7, 8)]
    shrunk = [any(f.kind.value == "shrunk" for f in one.findings) for one in counts]
    assert shrunk[0] is False
    assert any(shrunk)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_arrangement_says_the_changes(arrangement: Arrangement) -> None:
    text = "\n".join(
        texts(made(CHANGED, replace(options_for(CHANGED), arrangement=arrangement)).data)
    )
    assert "(당초: 09:45–10:30)" in text
    assert ("(before: 09:45–10:30)" in text) is (arrangement is not Arrangement.SINGLE)


def test_preflight_looks_at_the_slip_and_not_at_the_program() -> None:
    untitled = replace(CHANGED, sessions=(*CHANGED.sessions, titled("new", "새", "")))
    problems = preflight(untitled, options_for(untitled), "errata", made(untitled))
    assert {p.kind for p in problems} == set()
    assert preflight(untitled, options_for(untitled), "program") != []


def test_markup_prints_as_typed() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd">'
    text = texts(made(altered(CHANGED, "talk", title=Text.of(en=typed)), EN).data)[0]
    assert text.replace("\n", " ").count(typed) == 4


def test_a_slip_tells_of_the_forum_of_people_and_of_stale_sheets() -> None:
    chair = tuple(
        replace(p, office=Text.of(ko="의장", en="Chair")) if p.id == "p-hong" else p
        for p in FORUM.participations
    )
    edition = replace(FORUM.edition, venue=Text.of(ko="호텔", en="Hotel"))
    printing = Printing("p", "edition", "program", NOON, FIRST.id)
    now = replace(
        CHANGED, edition=edition, editions=(edition,), participations=chair, printings=(printing,)
    )
    (page,) = texts(made(now, EN).data)
    for line in ("New venue: Hotel", "Names and offices", "Gil-dong Hong: Chair"):
        assert line in page
    assert "No longer valid as printed" in page
    assert "Program (“First”)" in page


def test_a_new_time_alone_takes_a_line() -> None:
    later = replace(altered(FORUM, "talk", starts=at("10:00")), versions=(FIRST,))
    page = texts(made(later).data)[0]
    assert page.count("10:00 – 10:45 강연 (당초: 09:45–10:30) Talk (before: 09:45–10:30)") == 2
    assert "New time" not in page
    single = altered(later, "talk", title=Text.of(en="Talk"))
    before = version("Before", altered(FORUM, "talk", title=Text.of(en="Talk")))
    page = texts(made(replace(single, versions=(before,))).data)[0]
    assert page.count("Talk\n시간 변경: 10:00–10:45 (당초: 09:45–10:30)") == 2


def test_a_slip_without_changes_says_so() -> None:
    (page,) = texts(made(replace(FORUM, versions=(FIRST,)), EN).data)
    assert page.count("Nothing has changed.") == 2
    (page,) = texts(made(FORUM, EN).data)
    assert page.count("Nothing has been published yet.") == 2
