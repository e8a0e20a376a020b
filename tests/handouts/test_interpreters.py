# SPDX-License-Identifier: MIT
"""The sheet for the booths: languages and channels, names with readings, texts, terms."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import Part, Role, SessionKind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.printed import Term
from forumdesk.domain.wording import Text
from forumdesk.handouts.booth import BoothSession, InterpretersContent, TextState
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.interpreters import interpreters_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.preflight import preflight
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import forum
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))
TERMS = (
    Term("t1", "series", Text.of(ko="수율", en="yield"), Text.of(en="good dies"), 0),
    Term("t2", "series", Text.of(ko="소부장"), position=1),
    Term("t3", "series", Text.of(en="HBM"), position=2),
)


def booth() -> Dossier:
    """The day with two texts there, an interpreter in the opening, and terms."""
    dossier = staged()
    here = tuple(replace(p, text_received=p.id in ("1", "5")) for p in dossier.parts)
    voice = Part("voice", "opening", "p-mc", Role.INTERPRETS, 9)
    spoken = tuple(
        replace(s, languages=("ko",) if s.id == "opening" else ()) for s in dossier.sessions
    )
    return replace(dossier, parts=(*here, voice), sessions=spoken, terms=TERMS)


def sheet(dossier: Dossier, options: Options = EN) -> InterpretersContent:
    return interpreters_content(dossier, options, Imprint())


def en(wording: Wording) -> str:
    return dict(wording).get("en", wording[0][1] if wording else "")


def sessions(content: InterpretersContent) -> dict[str, BoothSession]:
    return {en(s.title): s for day in content.days for s in day.sessions}


def test_each_session_says_floor_channel_and_who_interprets() -> None:
    found = sessions(sheet(booth()))
    assert list(found) == [
        *("Registration", "Opening", "Opening remarks", "Welcome remarks"),
        *("Congratulatory remarks", "Photo", "Break", "Debate", "Signing", "Signature"),
        *("Luncheon", "Closing"),
    ]
    opening = found["Opening"]
    assert (en(opening.clock), en(opening.floor)) == ("09:00", "Korean")
    assert en(opening.channel) == "Interpretation ch. 1–2"
    assert en(opening.interpreters) == "Gil-dong Hong"
    assert (opening.minutes, opening.heard, opening.within) == ("30", True, False)
    assert found["Opening remarks"].within
    assert found["Opening remarks"].heard
    assert not found["Debate"].heard
    assert (found["Break"].quiet, found["Break"].speakers) == (True, ())


def test_names_stand_in_every_script_with_their_readings() -> None:
    speaker = sessions(sheet(booth()))["Opening remarks"].speakers[0]
    assert speaker.called.names == (
        ("en", "Gil-dong Hong"),
        ("ko", "홍길동"),
        ("zh-Hant", "洪吉童"),
    )
    assert speaker.called.readings == ("hong",)
    assert (en(speaker.role), en(speaker.affiliation)) == (
        "Opening remarks",
        "Chairman, Korea Association",
    )
    korean = sessions(sheet(booth(), replace(EN, languages=("ko",))))["개회사"].speakers[0]
    assert korean.called.names[:2] == (("ko", "홍길동"), ("en", "Gil-dong Hong"))


def test_bodies_are_called_in_the_order_of_the_sheet() -> None:
    korean = sessions(sheet(booth(), Options(("ko", "en"))))
    called = korean["Congratulatory remarks"].speakers[0].called
    assert called.names == (("ko", "산업부"), ("en", "Ministry of Industry"))


def test_texts_are_ticked_and_counted() -> None:
    content = sheet(booth())
    assert en(content.count) == "2 of 5 speech texts are there"
    state = {
        (en(s.title), en(p.role)): (p.text, p.minutes)
        for s in sessions(content).values()
        for p in s.speakers
    }
    assert state[("Opening remarks", "Opening remarks")] == (TextState.RECEIVED, "10")
    assert state[("Debate", "Presentation")] == (TextState.RECEIVED, "15")
    assert state[("Closing", "Closing remarks")] == (TextState.AWAITED, "")
    assert state[("Debate", "Chair")] == (TextState.NONE, "")


def test_terms_stand_side_by_side_whatever_the_languages_of_the_sheet() -> None:
    terms = sheet(booth()).terms
    assert terms is not None
    assert terms.languages == (("en", "English"), ("ko", "한국어"))
    assert [row.texts for row in terms.rows] == [
        (("en", "yield"), ("ko", "수율")),
        (("ko", "소부장"),),
        (("en", "HBM"),),
    ]
    assert [en(row.note) for row in terms.rows] == ["good dies", "", ""]
    assert sheet(staged()).terms is None


def test_what_is_internal_is_not_on_it() -> None:
    assert "Briefing" not in sessions(sheet(booth()))
    everything = "".join(texts(render("interpreters", sheet(booth(), BOTH), BOTH).data))
    assert "사전 회의" not in everything


def test_what_is_missing_is_told() -> None:
    found = {
        (p.kind, p.subject.kind, p.subject.field) for p in preflight(booth(), EN, "interpreters")
    }
    assert ("text-missing", "session", "parts") in found
    assert ("no-contact", "edition", "contact") in found
    assert ("missing-translation", "term", "text") in found
    assert not any(kind in ("no-interpreter", "no-terms") for kind, _, _ in found)
    bare = replace(staged(), edition=replace(staged().edition, contact=Text.of(en="me")))
    kinds = [p.kind for p in preflight(bare, EN, "interpreters")]
    assert "no-contact" not in kinds
    assert kinds.count("no-interpreter") == 1
    assert "no-terms" in kinds


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_the_sheet_is_whole_on_any_paper(theme: str, paper: Paper) -> None:
    options = replace(BOTH, theme=theme, paper=paper)
    rendered = render("interpreters", sheet(booth(), options), options)
    said = "".join(texts(rendered.data))
    for words in ("홍길동", "Gil-dong Hong", "洪吉童", "[hong]", "수율", "yield", "HBM", "수령"):
        assert words in said
    assert (rendered.findings, rendered.missing) == ((), "")
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=rendered.data)
    assert render("interpreters", sheet(booth(), options), options).data == rendered.data


def test_speakers_atop_a_page_stand_under_what_they_speak_in() -> None:
    dossier = booth()
    (first, *_) = dossier.parts
    seats = tuple(Participation(f"s{n}", "edition", "hong", "ksia") for n in range(40))
    crowd = tuple(Part(f"c{n}", first.session, f"s{n}", Role.DISCUSSES, 100 + n) for n in range(40))
    many = replace(
        dossier, parts=(*crowd, *dossier.parts), participations=(*dossier.participations, *seats)
    )
    title = dossier.session[first.session].title["en"]
    pages = texts(render("interpreters", sheet(many, EN), EN).data)
    assert [f"{title} continued" in page for page in pages[:2]] == [False, True]


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_no_word_is_parted_in_large_print(theme: str) -> None:
    options = replace(EN, theme=theme, large_print=True)
    said = " ".join(texts(render("interpreters", sheet(booth(), options), options).data)).split()
    assert {"awaited", "received"} <= set(said)


def test_without_sessions_the_terms_are_left() -> None:
    content = sheet(replace(forum(sessions=(), parts=()), terms=TERMS), EN)
    assert (content.days, content.count) == ((), ())
    assert "yield" in "".join(texts(render("interpreters", content, EN).data))


def test_a_session_that_only_has_an_interpreter_is_not_asked_for_texts() -> None:
    dossier = replace(
        booth(),
        sessions=tuple(
            replace(s, kind=SessionKind.BREAK) if s.id == "panel" else s for s in booth().sessions
        ),
    )
    assert sessions(sheet(dossier))["Debate"].quiet
