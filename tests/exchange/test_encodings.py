# SPDX-License-Identifier: MIT
"""Which encoding a text file is in, found out from its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.exchange import encodings

KOREAN = "성명,소속,직위\r\n홍길동,한국반도체산업협회,부회장\r\n박영희,산업통상자원부,과장\r\n"
HANJA = "성명,한자\r\n강길부,姜吉夫\r\n홍길동,洪吉童\r\n"
JAPANESE = "氏名,会社\r\n山田太郎,トヨタ自動車株式会社\r\n鈴木はな,ソニー\r\n"
GERMAN = "Name;Firma\r\nJürgen Müller;Größe & Söhne\r\nÄnne Öztürk;Weiß\r\n"
FRENCH = "Nom;Société\r\nFrançois Noël;Électricité d’Août\r\n"
FOUND = {
    ("utf-8", KOREAN): "utf-8",
    ("utf-8-sig", KOREAN): "utf-8-sig",
    ("utf-16", KOREAN): "utf-16",
    ("utf-16-le", KOREAN): "utf-16-le",
    ("utf-16-be", KOREAN): "utf-16-be",
    ("cp949", KOREAN): "cp949",
    ("euc-kr", KOREAN): "cp949",
    ("cp949", HANJA): "cp949",
    ("cp949", KOREAN.replace("홍길동", "홍깁똠")): "cp949",
    ("cp932", JAPANESE): "cp932",
    ("utf-8", JAPANESE): "utf-8",
    ("cp1252", GERMAN): "cp1252",
    ("cp1252", FRENCH): "cp1252",
    ("ascii", "Name,Company\r\nJane Smith,SIA\r\n"): "utf-8",
}


@pytest.mark.parametrize(("written", "text"), FOUND)
def test_an_encoding_is_found_and_sure(written: str, text: str) -> None:
    data = text.encode(written)
    found = encodings.found(data, "list.csv")
    assert found == encodings.Encoding(FOUND[written, text], sure=True)
    assert data.decode(found.name) == text


def test_a_stray_nul_does_not_make_utf_16_of_a_file() -> None:
    assert encodings.found(b"Name,Office\r\nJane\0Smith,CEO\r\n", "list.csv").name == "utf-8"


def test_an_encoding_that_may_be_another_is_not_sure() -> None:
    assert not encodings.found("Name\r\nÄÄ ÖÖ\r\n".encode("cp1252"), "list.csv").sure


def test_bytes_that_are_no_characters_are_refused_with_line_and_byte() -> None:
    data = "성명,소속\r\n홍길동,협회\r\n".encode() + b"\xff\xb0,x\r\n"
    with pytest.raises(ForumDeskError) as caught:
        encodings.found(data, "list.csv")
    assert str(caught.value) == (
        "list.csv, line 3: the byte 0xFF is no character of the encoding utf-8; nothing was"
        " imported. Choose another encoding, or let such bytes be replaced."
    )
    assert encodings.found(data, "list.csv", replace=True) == encodings.Encoding(
        "utf-8", sure=False, lossy=True
    )


def test_a_bad_byte_is_found_beyond_the_first_piece_and_across_pieces() -> None:
    line = "가나다,라마바\n".encode()
    data = line * 100_000 + b"\xb0\n"
    with pytest.raises(ForumDeskError, match=r"line 100001: the byte 0xB0"):
        encodings.found(data, "list.csv")
    assert encodings.found(line * 100_000, "list.csv").name == "utf-8"


def test_an_encoding_chosen_by_hand_is_taken_or_refused() -> None:
    data = KOREAN.encode("cp949")
    assert encodings.found(data, "list.csv", "EUC-KR").name == "cp949"
    assert encodings.found(KOREAN.encode(), "list.csv", "utf8").name == "utf-8-sig"
    with pytest.raises(ForumDeskError, match="line 1: the byte 0xBC is no character"):
        encodings.found(data, "list.csv", "utf-8")
    for name in ("klingon", "idna", "rot13", "hex", "utf-7", ""):
        if name:
            with pytest.raises(ForumDeskError, match="no character encoding called"):
                encodings.found(data, "list.csv", name)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_text_in_utf_8_is_read_as_it_was_written(text: str) -> None:
    data = ("\ufeff" + text).encode()
    found = encodings.found(data, "list.csv")
    assert data.decode(found.name) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    found = encodings.found(data, "list.csv", replace=True)
    assert isinstance(data.decode(found.name, "replace"), str)
