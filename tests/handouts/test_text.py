# SPDX-License-Identifier: MIT
"""Where lines break, and that nothing sticks out, is lost or read as markup."""

from dataclasses import replace

import pytest

from forumdesk.handouts.fonts import face, normal
from forumdesk.handouts.text.breaks import by_character, characters, glued, joints, pieces
from forumdesk.handouts.text.linebreaking import SetLine, Span, natural_width, set_text
from forumdesk.handouts.theme import Style

STYLE = Style("text", face("sans", "regular"), 10.0, 14.0, 10.0, "#000000")
BOLD = Style("bold", face("sans", "bold"), 10.0, 14.0, 10.0, "#000000")


def lines(text: str, measure: float, language: str = "ko") -> list[str]:
    return [joined(line) for line in set_text([Span(text, STYLE)], measure, language)]


def joined(line: SetLine) -> str:
    return "".join(piece.text for piece in line.pieces).replace("\u00a0", " ").rstrip()


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("한국과 미국의 반도체 협력", 6, ["한국과 미국의", "반도체 협력"]),
        (
            "반도체 협력 포럼",
            3.5,
            ["반도체", "협력", "포럼"],
        ),  # no syllable is parted from its word
        ("협력 포럼 )", 4.2, ["협력", "포럼 )"]),  # nor a closing mark from what it closes
        ("인공지능기술협력위원회", 4, ["인공지능", "기술협력", "위원회"]),  # longer than the line
        ("Supply chain talks", 4, ["Supply", "chain", "talks"]),
        ("Korea–U.S. talks", 4, ["Korea–", "U.S.", "talks"]),
        ("안덕근 — 장관", 5, ["안덕근 —", "장관"]),  # a dash ends a line, it doesn't begin one
    ],
)
def test_korean_and_latin_break_between_words(text: str, ems: float, expected: list[str]) -> None:
    assert lines(text, ems * 10.0) == expected


@pytest.mark.parametrize(
    ("language", "text", "ems", "expected"),
    [
        ("ja", "半導体の協力、未来へ。", 5, ["半導体の協", "力、未来へ。"]),
        ("ja", "これは「引用」です", 4, ["これは", "「引用」で", "す"]),
        ("zh", "半导体供应链合作论坛", 4, ["半导体供", "应链合作", "论坛"]),
        ("en", "半導体 forum", 4, ["半導体", "forum"]),
    ],
)
def test_japanese_and_chinese_break_by_kinsoku(
    language: str, text: str, ems: float, expected: list[str]
) -> None:
    found = lines(text, ems * 10.0 + 2, language)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    for line in found:
        assert line[0] not in "、。」）ょっ"
        assert line[-1] not in "「（"
    if language != "ja":
        assert found == expected


@pytest.mark.parametrize("text", ["가" * 5000, "x" * 5000, "http://example.org/" + "a/b-" * 900])
def test_text_without_spaces_fits_and_is_whole(text: str) -> None:
    made = set_text([Span(text, STYLE)], 200.0, "ko")
    assert "".join(joined(line) for line in made) == text
    assert max(line.width for line in made) <= 200.01


def test_a_text_that_comes_again_is_set_as_it_looks_there() -> None:
    red = replace(STYLE, color="#ff0000")
    wanted = [
        Span("협력 포럼", STYLE),
        Span("협력 포럼", red),
        Span("협력 포럼", BOLD),
        Span("협력 포럼", STYLE, link="#there"),
    ]
    for span in (*wanted, *wanted):
        [line] = set_text([span], 200.0, "ko")
        [piece] = line.pieces
        assert (piece.text, piece.span) == (span.text, span)
        assert piece.width == pytest.approx(natural_width([span]))
    assert len(set_text([wanted[0]], 25.0, "ko")) == 2


def test_no_line_is_wider_than_the_measure_in_several_styles() -> None:
    words = "좌장 Chairperson 서울대학교 Interdisciplinary 산업통상자원부 — 장관, Minister " * 12
    spans = [Span(word + " ", BOLD if n % 3 else STYLE) for n, word in enumerate(words.split())]
    made = set_text(spans, 90.0, "ko")
    assert " ".join(" ".join(joined(line) for line in made).split()) == " ".join(words.split())
    assert all(line.width <= 90.01 for line in made)
    for line in made:
        ends = [piece.x + piece.width for piece in line.pieces]
        starts = [piece.x for piece in line.pieces[1:]]
        assert all(end <= start + 0.01 for end, start in zip(ends, starts, strict=False))


def test_a_measure_narrower_than_a_letter_ends() -> None:
    assert lines("가나 다", 1.0) == ["가", "나", "다"]
    assert lines("", 100.0) == []


def test_line_ends_in_the_text_are_kept() -> None:
    assert lines("하나\n둘", 100.0) == ["하나", "둘"]


def test_no_word_of_a_heading_is_parted_to_balance_it() -> None:
    balanced = Style("h", face("sans", "bold"), 20.0, 28.0, 20.0, "#000000", balanced=True)
    lines = set_text([Span("In an emergency", balanced)], 130, "en")
    assert ["".join(piece.text for piece in line.pieces).strip() for line in lines] == [
        "In an",
        "emergency",
    ]


def test_headings_are_balanced() -> None:
    balanced = Style("h", face("sans", "bold"), 10.0, 14.0, 10.0, "#000000", balanced=True)
    made = set_text(
        [Span("Advancing the Semiconductor Supply Chain Together Now", balanced)], 180, "en"
    )
    widths = [line.width for line in made]
    assert len(made) == 2
    assert min(widths) > 0.7 * max(widths)


def test_no_word_is_parted_for_the_sake_of_balance() -> None:
    balanced = Style("h", face("sans", "bold"), 10.0, 14.0, 10.0, "#000000", balanced=True)
    measure = natural_width([Span("Delegation", balanced)]) + 1.0
    made = set_text([Span("Delegation coach", balanced)], measure, "en")
    assert [joined(line).strip() for line in made] == ["Delegation", "coach"]


def test_spaces_and_invisible_marks_become_what_paper_knows() -> None:
    assert normal("2:30\u202fPM\u2009–\u20093") == "2:30\u00a0PM – 3"
    assert normal("a\u200bb\u00adc\ufeff\u202e") == "abc"
    assert normal("\u1112\u1161\u11ab") == "한"


def test_what_breaks_how() -> None:
    assert by_character("半導体", "ja")
    assert not by_character("韓美 협력", "ko")
    assert not by_character("Hello", "ja")
    assert glued("값 )") == "값\u00a0)"
    assert joints("state-of-the-art") == ["state-", "of-", "the-", "art"]
    assert joints("2024-06-27") == ["2024-06-27"]
    assert joints("Gil-dong") == ["Gil-dong"]
    assert joints("(Seung-Hyeon),") == ["(Seung-Hyeon),"]
    assert joints("Guk\u00a0Jae-hoon\u00a0·") == ["Guk\u00a0Jae-hoon\u00a0·"]
    assert joints("of\u00a0state-of-the-art\u00a0tools")[:2] == ["of\u00a0state-", "of-"]
    assert joints("Semiconductor-grade") == ["Semiconductor-", "grade"]
    assert joints("Early-Warning") == ["Early-", "Warning"]
    assert joints("semiconductor-based") == ["semiconductor-", "based"]
    for name in ("Sung-ho", "Sung-ho,", "“Gil-dong’s", "[nay-oh-mee", "oh-kah-for]"):
        assert joints(name) == [name]
    assert pieces("한국어") == ["한", "국", "어"]
    assert characters("東京Tower。") == ["東", "京", "Tower。"]


def test_natural_width_counts_padding() -> None:
    plain = natural_width([Span("가", STYLE)])
    assert natural_width([Span("가", STYLE, pill="#000000", pad=3.0)]) == pytest.approx(plain + 6.0)


def test_a_label_wider_than_the_line_is_parted_between_its_words() -> None:
    label = Span("Consecutive interpretation", STYLE, pill="#000000", pad=3.0)
    measure = natural_width([Span("interpretation", STYLE)]) + 8.0
    found = set_text([Span("Panel", STYLE), Span("\u00a0", STYLE), label], measure, "en")
    assert [joined(line) for line in found] == ["Panel", "Consecutive", "interpretation"]
    assert all(line.width <= measure for line in found)


def test_a_word_without_end_is_parted_into_lines_and_whole() -> None:
    word = "가나다라마바사" * 3000
    found = lines(f"앞 {word} 뒤", 200.0)
    assert "".join(found).replace(" ", "") == f"앞{word}뒤"
