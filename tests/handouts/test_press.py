# SPDX-License-Identifier: MIT
"""The sheet for the press: what is open to it, when to come, who speaks, what was said."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.agenda import SessionKind, SessionStatus, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import Consent, Invitation
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.press import press_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.pressed import PressContent
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import every_text, forum
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))
SAID = Text.of(ko="큰 걸음입니다.", en="A great step.")


def sheet(dossier: Dossier, options: Options = EN) -> PressContent:
    return press_content(dossier, options, Imprint())


def en(wording: Wording) -> str:
    return dict(wording).get("en", wording[0][1] if wording else "")


def changed(dossier: Dossier, session: str, **changes: Any) -> Dossier:
    found = (replace(s, **changes) if s.id == session else s for s in dossier.sessions)
    return replace(dossier, sessions=tuple(found))


def order(content: PressContent) -> list[tuple[str, str, list[str]]]:
    return [
        (en(e.start), en(e.title), [en(p.name) or en(p.office) for p in e.parts])
        for day in content.order.days
        for e in day.entries
    ]


def test_the_facts_in_short() -> None:
    sides = (Side("kr", "edition", Text.of(en="Korea")), Side("us", "edition", Text.of(en="U.S.")))
    dossier = staged()
    accepted = tuple(
        replace(p, side="kr" if p.id == "p-hong" else None, status=Invitation.ACCEPTED)
        for p in dossier.participations
    )
    content = sheet(replace(dossier, sides=sides, participations=accepted))
    assert {en(f.label): [en(line) for line in f.lines] for f in content.facts} == {
        "When": ["Wednesday, September 3, 2025"],
        "Where": ["Great House, Seoul"],
        "Topic": ["Together"],
        "Co-hosted by": ["Korea Association · U.S. Association"],
        "Supported by": ["Ministry of Industry"],
        "Participants": ["Korea: 1"],
    }


def test_who_speaks_when_without_who_only_leads_through_it() -> None:
    content = sheet(staged())
    assert order(content) == [
        ("09:00", "Opening", []),
        ("10:00", "Debate", ["Jane Doe", "Gil-dong Hong", "Gil-dong Hong"]),
        ("13:00", "Closing", ["Gil-dong Hong"]),
    ]
    opening = content.order.days[0].entries[0]
    assert [(en(i.start), en(i.title)) for i in opening.items] == [
        ("09:00", "Opening remarks"),
        ("09:10", "Welcome remarks"),
        ("09:20", "Congratulatory remarks"),
    ]
    assert en(content.check).startswith("Check against delivery")


def test_pictures_and_questions_say_when_where_and_who() -> None:
    briefed = changed(
        staged(), "closing", kind=SessionKind.PRESS_BRIEFING, visibility=Visibility.PRESS
    )
    found = [
        (one.kind, en(one.when), en(one.title), en(one.place), en(one.who))
        for one in sheet(briefed).chances
    ]
    assert found == [
        ("photo", "09:30–09:40", "Photo", "Hall", ""),
        ("signing", "11:00–11:20", "Signature", "Hall", "Gil-dong Hong, Jane Doe"),
        ("press-briefing", "13:00–13:10", "Closing", "Hall", ""),
    ]


@pytest.mark.parametrize(
    "kept", [Visibility.INVITED, Visibility.CLOSED, Visibility.INTERNAL], ids=str
)
def test_what_is_not_open_to_the_press_is_not_on_it(kept: Visibility) -> None:
    spoken = tuple(replace(p, statement=SAID) if p.id in ("5", "7") else p for p in staged().parts)
    dossier = changed(replace(staged(), parts=spoken), "panel", visibility=kept)
    dossier = changed(dossier, "signing", visibility=kept)
    content = sheet(replace(dossier, agreements=()))
    assert [title for _, title, _ in order(content)] == ["Opening", "Closing"]
    assert [one.kind for one in content.chances] == ["photo"]
    assert content.quotes == ()
    said = "".join(texts(render("press", content, EN).data))
    assert "A great step" not in said
    assert "Debate" not in said


def test_statements_stand_once_with_whose_they_are() -> None:
    spoken = tuple(replace(p, statement=SAID) if p.id == "4" else p for p in staged().parts)
    dossier = replace(staged(), parts=spoken)
    content = sheet(replace(dossier, agreements=()))
    assert [(en(q.text), en(q.by)) for q in content.quotes] == [
        ("A great step.", "Jane Doe, President, U.S. Association")
    ]
    signing = sheet(dossier)
    assert [en(q.text) for facts in signing.agreements for q in facts.quotes] == ["A great step."]
    assert signing.quotes == ()
    (who,) = (p for p in dossier.participations if p.id == "p-doe")
    refused = replace(who, consents=(Consent("list", False),))
    others = tuple(refused if p.id == "p-doe" else p for p in dossier.participations)
    shy = sheet(replace(dossier, participations=others, agreements=()))
    assert [en(q.by) for q in shy.quotes] == ["President, U.S. Association"]
    assert [en(one.who) for one in shy.chances] == ["", "Gil-dong Hong"]
    assert not any("Jane Doe" in text for text in every_text(shy))
    assert "President" in "".join(every_text(shy.order))


def test_the_release_is_said() -> None:
    assert en(sheet(staged()).release) == "For immediate release"
    held = options_from({"release": "delivery"}, EN)
    assert en(sheet(staged(), held).release) == "Not to be reported before it is said"


def test_whom_to_ask() -> None:
    dossier = staged()
    named = replace(dossier, edition=replace(dossier.edition, contact=Text.of(en="Press desk")))
    contact = sheet(named).contact
    assert contact is not None
    assert (en(contact.label), contact.text[0][1][0].text) == ("Press contact", "Press desk")
    assert "no-contact" in [p.kind for p in preflight(dossier, EN, "press")]
    assert "no-contact" not in [p.kind for p in preflight(named, EN, "press")]


def test_cancelled_and_untimed_sessions() -> None:
    gone = sheet(changed(staged(), "panel", status=SessionStatus.CANCELLED))
    assert [title for _, title, _ in order(gone)] == ["Opening", "Closing"]
    late = changed(staged(), "photo", starts=None, minutes=None)
    assert [en(one.when) for one in sheet(late).chances][-1] == "time to be announced"


@pytest.mark.parametrize("arrangement", ["stacked", "columns", "facing", "single"])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_the_sheet_in_every_arrangement(theme: str, arrangement: str) -> None:
    options = options_from({"arrangement": arrangement, "theme": theme, "paper": "Letter"}, BOTH)
    rendered = render("press", sheet(staged(), options), options)
    assert rendered.pages <= 2
    assert (rendered.findings, rendered.missing) == ((), "")
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=rendered.data)
    assert render("press", sheet(staged(), options), options).data == rendered.data


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_nothing_at_all_and_markup(paper: Paper) -> None:
    options = replace(BOTH, paper=paper)
    bare = sheet(forum(sessions=(), parts=(), participations=(), agreements=()), options)
    assert (bare.chances, bare.order.days, bare.quotes) == ((), (), ())
    assert render("press", bare, options).pages == 1
    odd = changed(staged(), "panel", title=Text.of(en="<b>R&D</b>"))
    assert "<b>R&D</b>" in "".join(texts(render("press", sheet(odd, options), options).data))
    assert every_text(bare)


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("language", ["stacked", "ko", "en"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_is_on_two_pages(sample: Dossier, paper: str, language: str, theme: str) -> None:
    options = options_from({"arrangement": language, "paper": paper, "theme": theme}, BOTH)
    assert render("press", sheet(sample, options), options).pages <= 2


def test_in_columns_it_says_what_it_says_over_the_whole_page(sample: Dossier) -> None:
    """Every name, office, title, room and track, and each in its language."""
    options = options_from({"arrangement": "en"}, BOTH)
    content = sheet(sample, options)
    said = " ".join(" ".join(texts(render("press", content, options).data)).split())
    for day in content.order.days:
        for entry in day.entries:
            lines = [entry.start, entry.title, entry.room, *(p.name for p in entry.parts)]
            lines += [p.office for p in entry.parts] + [p.organization for p in entry.parts]
            lines += [entry.track.name] if entry.track else []
            lines += [text for item in entry.items for text in (item.start, item.title)]
            lines += [part.name for item in entry.items for part in item.parts]
            assert [line for line in map(en, lines) if line not in said] == []


def test_a_track_has_one_bar_down_its_session(sample: Dossier) -> None:
    """What fills neighbouring lines has no seams in columns either."""
    options = options_from({"arrangement": "en"}, BOTH)
    content = sheet(sample, options)
    colors = {e.track.color for day in content.order.days for e in day.entries if e.track}
    tracked = [e for day in content.order.days for e in day.entries if e.track]
    code = "".join(
        page.get_contents().get_data().decode("latin-1")
        for page in reader(render("press", content, options).data).pages
    )
    bars = 0
    for color in colors:
        red, green, blue = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
        bars += code.count(f"{red:.3g} {green:.3g} {blue:.3g} rg")
    assert len(tracked) <= bars <= 2 * len(tracked)
