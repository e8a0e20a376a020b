# SPDX-License-Identifier: MIT
"""Writing from right to left: each line as the Unicode bidirectional algorithm orders it."""

import unicodedata

import pytest

from forumdesk.handouts.fonts import face
from forumdesk.handouts.text.bidi import shaped, visual
from forumdesk.handouts.text.linebreaking import Span, set_text
from forumdesk.handouts.theme import Style

STYLE = Style("text", face("sans", "regular"), 10.0, 14.0, 10.0, "#000000")


def letters(text: str) -> list[str]:
    return [unicodedata.name(c) for c in text]


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("", ""),
        ("Forum 2027", "Forum 2027"),
        ("한국 2027", "한국 2027"),
        ("אבג", "גבא"),
        ("אבג דהו", "והד גבא"),
        ("אב 123 גד", "דג 123 בא"),
        ("אב 2027 AI", "AI 2027 בא"),
        ("Forum אב גד 2027", "Forum 2027 דג בא"),
        ("Forum אב, Seoul", "Forum בא, Seoul"),
        ("אב (Forum AI) 5", "5 (Forum AI) בא"),
        ("אב, גד!", "!דג ,בא"),
        ("אב: 10:30", "10:30 :בא"),
        ("אב 50% גד", "דג 50% בא"),
    ],
)
def test_a_line_is_seen_in_its_order(read: str, seen: str) -> None:
    assert visual(read) == seen


def test_marks_stay_with_their_letters() -> None:
    assert visual("שָלוֹם") == "םוֹלשָ"


def test_arabic_letters_take_the_forms_of_their_places() -> None:
    assert letters(shaped("بيت")) == [
        "ARABIC LETTER BEH INITIAL FORM",
        "ARABIC LETTER YEH MEDIAL FORM",
        "ARABIC LETTER TEH FINAL FORM",
    ]
    assert letters(shaped("دار")) == [
        "ARABIC LETTER DAL ISOLATED FORM",
        "ARABIC LETTER ALEF ISOLATED FORM",
        "ARABIC LETTER REH ISOLATED FORM",
    ]
    assert letters(shaped("سلام"))[1] == "ARABIC LIGATURE LAM WITH ALEF FINAL FORM"
    assert shaped("Forum 포럼") == "Forum 포럼"


def test_the_first_line_has_the_beginning() -> None:
    measure = STYLE.face.width("אבג דהו") * STYLE.size + 1
    lines = set_text([Span("אבג דהו זחט", STYLE)], measure, "he")
    assert ["".join(piece.text for piece in line.pieces).strip() for line in lines] == [
        "והד גבא",
        "טחז",
    ]


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("\u2068אב גד\u2069 has no room", ["דג בא", "has no room"]),
        ("“\u2068אב גד\u2069” hat 3 (AI).", ["“", "דג בא", "” hat 3 (AI)."]),
        ("“\u2068אב\u2069” 회의실이 없습니다.", ["“", "בא", "” 회의실이 없습니다."]),
        ("In “\u2068אב\u2069”, \u2068גד\u2069 speaks", ["In “", "בא", "”,", "דג", "speaks"]),
    ],
)
def test_a_sentence_keeps_its_own_direction_around_a_name(read: str, seen: list[str]) -> None:
    (line,) = set_text([Span(read, STYLE)], 400, "en")
    assert [piece.text.strip() for piece in line.pieces] == seen
    assert [piece.x for piece in line.pieces] == sorted(piece.x for piece in line.pieces)


def test_a_name_kept_apart_goes_on_over_lines() -> None:
    measure = STYLE.face.width("אבג דהו") * STYLE.size - 1
    lines = set_text([Span("\u2068אבג דהו\u2069: not there", STYLE)], measure, "en")
    first, second, *_ = ["".join(piece.text for piece in line.pieces).strip() for line in lines]
    assert first == "גבא"
    assert second.startswith("והד:")
