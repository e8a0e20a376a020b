# SPDX-License-Identifier: MIT
"""People as vCards: escaped, folded, in two scripts, and nothing told without leave."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.columns import Reader
from forumdesk.domain.people import Consent, Invitation, Name, Names, Participation, Person, Script
from forumdesk.exchange.folding import folded
from forumdesk.exchange.vcards import CardVersion, vcards
from tests.exchange.people import DOE, GOING, HONG, ID, YES, forum

FOUR = CardVersion.FOUR


def lines(card: str) -> list[str]:
    assert card.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    return card.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_card_of_4_0_has_the_name_in_each_script() -> None:
    first, second = vcards(forum(), version=FOUR)
    said = lines(first)
    assert said[:12] == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{ID}",
        'N;ALTID=1;LANGUAGE=ko;SORT-AS="홍,길동":홍;길동;;;',
        'N;ALTID=1;LANGUAGE=en;SORT-AS="Hong,Gil-dong":Hong;Gil-dong;;;',
        'N;ALTID=1;LANGUAGE=ko-Hani;SORT-AS="洪,吉童":洪;吉童;;;',
        "FN;ALTID=1;LANGUAGE=ko:홍길동",
        "FN;ALTID=1;LANGUAGE=en:Gil-dong Hong",
        "FN;ALTID=1;LANGUAGE=ko-Hani:洪吉童",
        "ORG;ALTID=1;LANGUAGE=ko:한국협회",
        "ORG;ALTID=1;LANGUAGE=en:Korea Association",
        "TITLE;ALTID=1;LANGUAGE=ko:회장",
    ]
    assert said[12:18] == [
        "TITLE;ALTID=1;LANGUAGE=en:Chairman\\, CEO",
        "EMAIL:hong@example.org",
        "TEL;TYPE=voice:+82 2-123-4567",
        "TEL;TYPE=cell:+82 10-1234-5678",
        "ADR:;;서울시 중구\\, 1\\; 2층\\n(뒤);;;;",
        "URL:https://example.org/hong",
    ]
    assert said[18].startswith("PHOTO:data:image/jpeg;base64,AAEC")
    assert said[19:] == ["NOTE:a note\\, private", "END:VCARD"]
    assert lines(second)[2:5] == [
        *("UID:doe", 'N;LANGUAGE=en;SORT-AS="Doe,Jane":Doe;Jane;;;', "FN;LANGUAGE=en:Jane Doe"),
    ]


def test_a_card_of_3_0_has_other_scripts_as_nicknames() -> None:
    said = lines(next(vcards(forum())))
    assert said[1:9] == [
        "VERSION:3.0",
        f"UID:{ID}",
        "N:홍;길동;;;",
        "FN:홍길동",
        "NICKNAME:Gil-dong Hong,洪吉童",
        "SORT-STRING:홍",
        "ORG:한국협회",
        "TITLE:회장",
    ]
    assert "EMAIL;TYPE=INTERNET:hong@example.org" in said
    assert "TEL;TYPE=CELL:+82 10-1234-5678" in said
    assert any(line.startswith("PHOTO;ENCODING=b;TYPE=JPEG:AAEC") for line in said)
    assert "javascript" not in "".join(said)


@pytest.mark.parametrize("reader", [Reader.PUBLIC, Reader.DOOR])
def test_how_to_reach_somebody_is_told_with_their_consent_alone(reader: Reader) -> None:
    private = ("hong@", "+82", "서울시", "example.org", "PHOTO", "NOTE")
    silent = "".join(vcards(forum(), reader))
    assert "홍길동" in silent
    assert not [text for text in private if text in silent]
    for agreed, told in ((True, ("hong@", "+82")), (False, ())):
        consents = (YES, Consent("contact", agreed))
        one = replace(GOING[0], consents=consents)
        said = "".join(vcards(forum(participations=(one,)), reader))
        assert [text for text in private if text in said][:2] == list(told)


def test_a_photo_that_was_refused_is_on_no_card() -> None:
    refused = replace(GOING[0], consents=(YES, Consent("photo", False)))
    assert "PHOTO" not in "".join(vcards(forum(participations=(refused,))))
    agreed = replace(GOING[0], consents=(YES, Consent("photo", True)))
    assert "PHOTO" in "".join(vcards(forum(participations=(agreed,)), Reader.PUBLIC))


def test_a_person_has_one_card_and_a_seat_none() -> None:
    twice = replace(GOING[0], id="again", number=9)
    seat = Participation("seat", "e", None, "k", status=Invitation.ACCEPTED)
    dossier = forum(participations=(*GOING, twice, seat))
    assert len(list(vcards(dossier))) == 2
    assert len(list(vcards(dossier, only=frozenset({"p-doe", "seat"})))) == 1


def test_nobody_is_without_a_name() -> None:
    blank = Person("x", Names())
    going = replace(GOING[1], person="x", organization="k")
    for version in CardVersion:
        (card,) = vcards(forum(people=(blank,), participations=(going,)), version=version)
        assert "FN:한국협회" in lines(card)


@given(st.text(max_size=200))
def test_lines_are_folded_between_characters(text: str) -> None:
    line = "".join(c for c in text if c not in "\r\n" and not "\ud800" <= c <= "\udfff")
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_odd_names_break_no_card() -> None:
    odd = Name('O"Hara;\n,\\', "\x00\ud800A:B")
    person = replace(DOE, names=Names(((Script.LATIN, odd),)))
    for version in CardVersion:
        (card,) = vcards(forum(people=(person,), participations=(GOING[1],)), version=version)
        (name,) = [line for line in lines(card) if line.partition(":")[0].split(";")[0] == "N"]
        assert name.endswith(':O"Hara\\;\\n\\,\\\\;A:B;;;')
        assert card.encode()
    assert HONG.names
