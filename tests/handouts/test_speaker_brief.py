# SPDX-License-Identifier: MIT
"""Briefs for speakers: own parts, who is there, what comes before and after, whom to call."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from forumdesk.domain.agenda import Part, Role, SessionKind, SessionStatus, Visibility
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Layout, Rider, Seat, Seating, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.handouts.briefs import Brief, OwnPart
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.contents.speaker_brief import speaker_brief_content
from forumdesk.handouts.document import Document
from forumdesk.handouts.options import Arrangement, Options, Paper, options_from
from forumdesk.handouts.render import look
from forumdesk.handouts.speaker_brief import brief_story
from forumdesk.handouts.theme import Theme
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import at, forum, titled, with_edition
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))


def briefs(dossier: Dossier, options: Options = EN) -> tuple[Brief, ...]:
    return speaker_brief_content(dossier, options, Imprint()).briefs


def en(wording: Wording) -> str:
    return dict(wording).get("en", wording[0][1] if wording else "")


def parts(brief: Brief) -> list[OwnPart]:
    return [part for day in brief.days for part in day.parts]


def facts(part: OwnPart) -> dict[str, list[str]]:
    return {en(fact.label): [en(line) for line in fact.lines] for fact in part.facts}


def company(part: OwnPart) -> list[tuple[str, str]]:
    return [(en(line.role), en(line.name) or en(line.office)) for line in part.company]


def of(dossier: Dossier, anchor: str, options: Options = EN) -> Brief:
    return next(b for b in briefs(dossier, options) if b.anchor == f"participation-{anchor}")


def changed(dossier: Dossier, session: str, **changes: Any) -> Dossier:
    found = (replace(s, **changes) if s.id == session else s for s in dossier.sessions)
    return replace(dossier, sessions=tuple(found))


def test_everybody_with_a_part_has_a_brief_in_the_order_of_the_program() -> None:
    found = briefs(staged())
    assert [brief.anchor for brief in found] == [
        "participation-p-mc",
        "participation-p-hong",
        "participation-p-doe",
        "participation-p-ministry",
    ]
    named = briefs(staged(), replace(EN, **vars_of({"brief_order": "name"})))
    assert [en(brief.name) for brief in named] == [
        "Jane Doe",
        "Gil-dong Hong",
        "Gil-dong Hong",
        "Ministry of Industry",
    ]


def vars_of(given: dict[str, object]) -> dict[str, Any]:
    options = options_from(given, EN)
    return {name: getattr(options, name) for name in given}


def test_a_speech_says_when_where_how_long_and_who_is_there() -> None:
    brief = of(staged(), "p-doe")
    assert en(brief.affiliation) == "President, U.S. Association"
    assert en(brief.greeting) == "Dear President Doe,"
    speech = parts(brief)[0]
    assert (en(speech.role), en(speech.title)) == ("Welcome remarks", "Opening")
    assert en(speech.start) == "09:10"
    assert speech.come_by is not None
    assert [en(line) for line in speech.come_by.lines] == ["08:45"]
    assert [en(badge.text) for badge in speech.badges] == ["to be confirmed"]
    assert facts(speech) == {
        "Where": ["Hall"],
        "Length": ["10 min"],
        "How": ["By video"],
        "Languages": ["Interpretation ch. 1–2"],
        "Speech text": ["We are still waiting for it."],
        "Before": ["09:00  Opening remarks, Gil-dong Hong"],
        "After": ["09:20  Congratulatory remarks, Ministry of Industry"],
    }
    assert company(speech) == [
        ("MC", "Gil-dong Hong"),
        ("Opening remarks", "Gil-dong Hong"),
        ("Congratulatory remarks", "Minister"),
    ]


def test_the_chair_comes_first_in_the_company() -> None:
    debate = parts(of(staged(), "p-hong"))[2]
    assert en(debate.title) == "Debate"
    assert company(debate) == [("Chair", "Jane Doe"), ("Discussion", "Gil-dong Hong")]
    assert facts(debate)["After"] == ["11:00  Signing"]


def test_who_reads_for_another_is_told_and_the_other_too() -> None:
    reading = parts(of(staged(), "p-hong"))[1]
    assert facts(reading)["How"] == ["You read it out in the name of Ministry of Industry"]
    assert "Speech text" not in facts(reading)
    spoken = parts(of(staged(), "p-ministry"))[0]
    assert facts(spoken)["How"] == ["Read out by Gil-dong Hong"]


def test_a_seat_without_a_name_is_written_to_as_a_body() -> None:
    brief = of(staged(), "p-ministry")
    assert (en(brief.name), en(brief.affiliation)) == ("Ministry of Industry", "Minister")
    assert en(brief.greeting) == "Dear Sir or Madam,"


def test_texts_are_asked_for_by_a_day_and_thanked_for() -> None:
    options = replace(EN, texts_by=date(2025, 8, 20))
    closing = parts(of(staged(), "p-hong", options))[-1]
    assert facts(closing)["Speech text"] == ["Please send it to us by August 20, 2025."]
    dossier = staged()
    received = tuple(replace(part, text_received=part.id == "11") for part in dossier.parts)
    closing = parts(of(replace(dossier, parts=received), "p-hong", options))[-1]
    assert facts(closing)["Speech text"] == ["We have it. Thank you."]


def test_minutes_before_are_asked_for_and_none_of_them() -> None:
    by = parts(of(staged(), "p-mc", replace(EN, ahead=45)))[0].come_by
    assert by is not None
    assert [en(line) for line in by.lines] == ["08:15"]
    assert parts(of(staged(), "p-mc", replace(EN, ahead=0)))[0].come_by is None


def test_each_reads_their_own_language_first() -> None:
    assert of(staged(), "p-doe", BOTH).languages == ("en", "ko")
    assert of(staged(), "p-hong", BOTH).languages == ("ko", "en")
    assert of(staged(), "p-hong", BOTH).name == (("ko", "홍길동"), ("en", "Gil-dong Hong"))
    alone = replace(BOTH, arrangement=Arrangement.SINGLE)
    assert of(staged(), "p-doe", alone).languages == ("en",)
    assert of(staged(), "p-hong", alone).name == (("ko", "홍길동"),)


def test_what_is_internal_is_not_told_but_to_who_takes_part() -> None:
    hidden = ("Briefing", "사전 회의")
    dossier = staged()
    every = "".join(texts(made(dossier, BOTH)))
    assert not any(word in every for word in hidden)
    assert of(dossier, "p-mc").days[0].bar is not None
    secret = replace(
        dossier, parts=(*dossier.parts, Part("secret", "early", "p-mc", Role.PRESENTS))
    )
    own = parts(of(secret, "p-mc"))
    assert en(own[0].title) == "Briefing"
    others = "".join(
        en(line) for p in parts(of(secret, "p-doe")) for f in p.facts for line in f.lines
    )
    assert "Briefing" not in others


def test_the_day_at_a_glance_shows_the_own_part() -> None:
    bar = of(staged(), "p-doe").days[0].bar
    assert bar is not None
    own = [(round(s.start * 5, 2), round(s.end * 5, 2)) for s in bar.stretches if s.own]
    assert own == [(0.17, 0.33), (1.0, 2.0), (3.0, 4.0)]  # hours after 9
    assert [said for _, said in bar.hours] == ["9", "10", "11", "12", "13", "14"]


def test_seats_cars_and_contact_are_on_it() -> None:
    dossier = staged()
    edition = replace(
        dossier.edition,
        contact=Text.of(en="Secretariat 02-123"),
        wifi=Text.of(en="Guest"),
    )
    placed = replace(
        dossier,
        edition=edition,
        seatings=(Seating("plan", "edition", Text.of(en="Dinner"), Layout.ROUND),),
        seats=(Seat("seat", "plan", 2, 5, "p-doe"),),
        vehicles=(Vehicle("car", "edition", Text.of(en="VIP 1"), "12가 3456", "Kim", "010-1"),),
        riders=(Rider("rider", "car", "p-doe"),),
    )
    brief = of(placed, "p-doe")
    notes = {en(note.label): [b.text for b in note.text[0][1]] for note in brief.practical}
    assert notes == {
        "Seat": ["Dinner: Table 2, seat 5"],
        "Car": ["VIP 1", "12가 3456, Kim, 010-1"],
        "Venue": ["Great House, Seoul"],
        "Wi-Fi": ["Guest"],
    }
    assert brief.contact is not None
    assert brief.contact.text[0][1][0].text == "Secretariat 02-123"
    assert [en(n.label) for n in of(placed, "p-hong").practical] == ["Venue", "Wi-Fi"]


def test_one_person_or_one_side_alone() -> None:
    (brief,) = briefs(staged(), replace(EN, person="Jane Doe"))
    assert brief.anchor == "participation-p-doe"
    sides = (Side("kr", "edition", Text.of(en="Korea")),)
    dossier = staged()
    own = tuple(replace(p, side="kr" if p.id == "p-hong" else None) for p in dossier.participations)
    sided = replace(dossier, sides=sides, participations=own)
    (brief,) = briefs(sided, replace(EN, side="Korea"))
    assert brief.anchor == "participation-p-hong"
    with pytest.raises(ForumDeskError, match="No side of this edition is called"):
        briefs(staged(), replace(EN, side="Nowhere"))
    with pytest.raises(ForumDeskError, match="Nobody in this edition is called"):
        briefs(staged(), replace(EN, person="Nemo"))
    silent = replace(dossier, parts=tuple(p for p in dossier.parts if p.participation != "p-doe"))
    with pytest.raises(ForumDeskError, match="has no part"):
        briefs(silent, replace(EN, person="Jane Doe"))


def test_who_declined_and_what_is_cancelled_is_left_out() -> None:
    dossier = staged()
    out = tuple(
        replace(p, status=Invitation.DECLINED) if p.id == "p-doe" else p
        for p in dossier.participations
    )
    assert "participation-p-doe" not in [
        b.anchor for b in briefs(replace(dossier, participations=out))
    ]
    cancelled = changed(dossier, "lunch", status=SessionStatus.CANCELLED)
    assert "Luncheon" not in [en(p.title) for p in parts(of(cancelled, "p-doe"))]


def test_interpreters_get_one_only_by_name() -> None:
    dossier = staged()
    voice = tuple(
        replace(p, role=Role.INTERPRETS) if p.participation == "p-mc" else p for p in dossier.parts
    )
    booth = replace(dossier, parts=voice)
    assert "participation-p-mc" not in [brief.anchor for brief in briefs(booth)]
    han = next(p.id for p in dossier.people if p.id == "han")
    (brief,) = briefs(booth, replace(EN, person=han))
    assert en(parts(brief)[0].role) == "Interpretation"


def test_without_times_rooms_or_parts() -> None:
    untimed = changed(staged(), "panel", starts=None, minutes=None)
    debate = next(p for p in parts(of(untimed, "p-doe")) if en(p.title) == "Debate")
    assert (debate.start, debate.come_by) == ((), None)
    nowhere = replace(staged(), session_rooms=())
    assert facts(parts(of(nowhere, "p-doe"))[0])["Where"] == ["Great House"]
    content = speaker_brief_content(forum(parts=()), EN, Imprint())
    assert content.briefs == ()
    assert "Nobody has a part" in "".join(texts(render("speaker-brief", content, EN).data))


def test_a_closed_session_says_so_and_keeps_its_track() -> None:
    closed = changed(staged(), "panel", visibility=Visibility.CLOSED, kind=SessionKind.BILATERAL)
    debate = next(p for p in parts(of(closed, "p-doe")) if en(p.title) == "Debate")
    assert [badge.key for badge in debate.badges] == ["draft", "closed"]


# -- on paper ------------------------------------------------------------------------------------


def made(dossier: Dossier, options: Options) -> bytes:
    content = speaker_brief_content(dossier, options, Imprint())
    return render("speaker-brief", content, options).data


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_each_begins_a_page_counted_for_itself(theme: str, paper: Paper) -> None:
    data = made(staged(), replace(BOTH, theme=theme, paper=paper))
    pages = texts(data)
    firsts = [page for page in pages if "맡으신 순서 안내" in page]
    assert len(firsts) == 4
    assert all("1 / " in page for page in firsts)
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=data)
    assert made(staged(), replace(BOTH, theme=theme, paper=paper)) == data


def test_a_brief_has_less_air_before_it_has_smaller_type() -> None:
    usual = look(BOTH, sheet="speaker-brief").theme
    close = usual.closed_up()
    assert close.style("text") == usual.style("text")
    assert close.space("brief-rail") == usual.space("brief-rail")
    assert close.space("row") < usual.space("row")


def test_a_brief_of_little_more_than_a_page_comes_to_stand_on_one() -> None:
    contact = Text.of(en="\n".join(["Contact"] * 28))
    content = speaker_brief_content(with_edition(contact=contact), EN, Imprint())
    of = look(EN, sheet="speaker-brief")

    def pages(*themes: Theme) -> int:
        document = Document(content.sheet, of)
        document.add_apart(brief_story(content.briefs[-1]), ("en",), themes)
        return len(document.pages())

    assert (pages(of.theme), pages(of.theme, of.theme.closed_up())) == (2, 1)
    data = render("speaker-brief", replace(content, briefs=content.briefs[-1:]), EN).data
    assert len(texts(data)) == 1


def test_a_long_day_flows_on_and_names_its_reader_on_every_page() -> None:
    many = [
        titled(f"s{n}", f"발표 {n}", f"Talk {n}", starts=at("09:00"), minutes=30) for n in range(20)
    ]
    dossier = forum(
        sessions=tuple(many),
        parts=tuple(Part(f"x{n}", f"s{n}", "p-doe", Role.PRESENTS) for n in range(20)),
    )
    pages = texts(made(dossier, EN))
    assert len(pages) > 2
    assert all("Jane Doe" in page for page in pages)
    assert all(any(f"Talk {n}\n" in page for page in pages) for n in range(20))
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


def test_large_print_markup_and_long_names() -> None:
    dossier = staged()
    long = "Bartholomew-Maximilian Wolfeschlegelsteinhausenbergerdorff of Saint-Germain-des-Prés"
    people = tuple(
        replace(p, names=names_from(long)) if p.id == "doe" else p for p in dossier.people
    )
    odd = changed(
        replace(dossier, people=people), "panel", title=Text.of(ko="a<b>&", en="<i>R&D</i>")
    )
    pages = "".join(texts(made(odd, replace(EN, large_print=True))))
    assert "<i>R&D</i>" in pages
    assert "Wolfeschlegelsteinhausenbergerdorff" in pages.replace("\n", "")
