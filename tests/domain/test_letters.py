# SPDX-License-Identifier: MIT
"""What letters say: fields filled in, what is inert, to whom they go, in which language."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.forum import Side
from forumdesk.domain.letters import (
    FIELDS,
    addressed,
    filled,
    filled_body,
    is_address,
    languages_for,
    unknown_fields,
    usual,
    wanted,
)
from forumdesk.domain.people import Invitation, LetterPurpose, LetterText
from forumdesk.domain.wording import Text
from tests.domain.making import edition

VALUES = {"forum": "칩 포럼", "venue": "", "name": "홍길동", "dates": "May 6"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{forum}!", "칩 포럼!"),
        ("{forum}[ at {venue}].", "칩 포럼."),
        ("{forum}[ on {dates}].", "칩 포럼 on May 6."),
        ("[{dates}, {venue}]", ""),
        ("[as typed] {name}", "[as typed] 홍길동"),
        ("{nonsense} and {forum", "{nonsense} and {forum"),
        ("[{nonsense}]", "{nonsense}"),
        ("{} {0} {forum!r} {forum.__class__}", "{} {0} {forum!r} {forum.__class__}"),
        ("{link}", ""),
        ("%s %(x)s $name \\1", "%s %(x)s $name \\1"),
    ],
)
def test_fields_are_filled_in_and_stretches_left_out(text: str, said: str) -> None:
    assert filled(text, VALUES) == said


def test_what_is_filled_in_is_never_read_again() -> None:
    values = {"name": "{forum} [x {venue}] {nonsense}", "forum": "{name}", "venue": ""}
    assert filled("{name}: {forum}", values) == "{forum} [x {venue}] {nonsense}: {name}"


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_text_is_too_odd(text: str, value: str) -> None:
    assert filled("{name}", {"name": value}) == value
    assert isinstance(filled(text, dict.fromkeys(FIELDS, value), "ko"), str)


def test_korean_particles_follow_what_is_filled_in_and_data_stays() -> None:
    text = "{host}은(는) {forum}을(를) 엽니다."
    assert filled(text, {"host": "협회", "forum": "포럼"}, "ko") == "협회는 포럼을 엽니다."
    assert filled(text, {"host": "본부", "forum": "회의"}, "ko-KR") == "본부는 회의를 엽니다."
    odd = {"host": "을(를)", "forum": "포럼"}
    assert filled(text, odd, "ko").startswith("을(를)")
    assert filled("{host}은(는)", {"host": "A"}, "en") == "A은(는)"


def test_an_abbreviation_ends_the_sentence_with_its_own_point() -> None:
    assert filled("In {venue}.", {"venue": "Washington, D.C."}) == "In Washington, D.C."
    assert filled("In {venue}. So", {"venue": "Seoul"}) == "In Seoul. So"


def test_paragraphs_left_out_leave_no_hole() -> None:
    assert filled_body("One\n\n[{venue}]\n\n[{link}]\n\nTwo\n", VALUES) == "One\n\nTwo"


def test_names_in_braces_that_are_no_fields_are_told_once() -> None:
    body = Text.of(ko="{forum} {이름} {nom}", en="{nom} {date} {nom}")
    assert unknown_fields("{Forum}", body) == ("Forum", "nom", "date")


@pytest.mark.parametrize("purpose", LetterPurpose)
def test_usual_words_are_whole_in_both_languages(purpose: LetterPurpose) -> None:
    of = usual(purpose)
    assert set(of.subject) == set(of.body) == {"ko", "en"}
    assert unknown_fields(of.subject, of.body) == ()
    assert all("{salutation}" in body for body in of.body.values())
    empty = filled_body(of.body["en"], {})
    assert not any(sign in empty for sign in "[]{}")


def test_an_edition_has_its_own_words_and_the_usual_ones_besides() -> None:
    own = LetterText("l", "edition", LetterPurpose.THANKS, Text.of(en="Thanks!"))
    of = wanted(edition(letter_texts=(own,)), LetterPurpose.THANKS)
    assert of.subject == Text.of(en="Thanks!", ko=usual(LetterPurpose.THANKS).subject["ko"])
    assert of.body == usual(LetterPurpose.THANKS).body


def test_letters_go_to_those_of_the_status_and_not_to_companions() -> None:
    of = edition(
        seats={
            "kim": {"status": Invitation.PROPOSED},
            "lee": {"status": Invitation.INVITED},
            "oh": {"status": Invitation.PROPOSED, "companion_of": "kim"},
            "park": {"status": Invitation.DECLINED},
        }
    )

    def names(purpose: LetterPurpose, *statuses: Invitation) -> list[str]:
        return [one.id for one in addressed(of, purpose, statuses)]

    assert names(LetterPurpose.INVITATION) == ["kim"]
    assert names(LetterPurpose.REMINDER) == ["lee"]
    assert names(LetterPurpose.THANKS) == []
    assert names(LetterPurpose.THANKS, Invitation.DECLINED, Invitation.INVITED) == ["lee", "park"]


def test_a_letter_is_in_the_language_its_reader_reads_best() -> None:
    of = edition(seats={"kim": {"side": "u"}, "lee": {"organization": "sia"}, "oh": {}})
    of = replace(
        of,
        sides=(Side("u", "edition", Text.of(en="U.S."), "US"),),
        organizations=(replace(of.organizations[0], country="KR"),),
    )
    read = {one.id: languages_for(of, one, ("ko", "en")) for one in of.participations}
    assert read == {"kim": ("en", "ko"), "lee": ("ko", "en"), "oh": ("ko", "en")}
    own = replace(of, people=tuple(replace(p, languages=("en-GB",)) for p in of.people))
    assert languages_for(own, of.participations[2], ("ko", "en")) == ("en", "ko")
    assert languages_for(own, of.participations[2], ("ko",)) == ("ko",)


@pytest.mark.parametrize("text", ["a@b.kr", " first.last+tag@sub.example.org ", "홍@x.kr"[1:]])
def test_an_address(text: str) -> None:
    assert is_address(text) is (not text.startswith("@"))


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "a@b", "a@@b.kr", "a b@c.kr", "a@b.kr, c@d.kr", "javascript:alert(1)"),
        *("a..b@c.kr", ".a@c.kr", "a@b.kr\nBcc: x@y.kr", "<a@b.kr>", "mailto:a@b.kr?x"),
    ],
)
def test_no_address(text: str) -> None:
    assert not is_address(text)
