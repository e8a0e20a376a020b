# SPDX-License-Identifier: MIT
"""Texts of the program: whose they are, what they say, in which languages."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.checks import passages, translation
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.people import Invitation, Organization
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.wording import EMPTY, Text
from tests.domain.making import closed, edition, told

BOTH = Text.of(ko="환영합니다.", en="Welcome.")


def saying(*texts: Passage, **more: Any) -> Dossier:
    return edition(passages=texts, **more)


def passage(kind: PassageKind = PassageKind.MESSAGE, **fields: Any) -> Passage:
    return Passage("m", "edition", kind, **{"text": BOTH, **fields})


def test_a_message_by_somebody_who_comes_is_right() -> None:
    kim: dict[str, Any] = {"seats": {"kim": {}}}
    assert told(passages.check, saying(passage(participation="kim"), **kim)) == []
    assert told(passages.check, saying(passage(PassageKind.EMERGENCY))) == []


def test_a_message_without_an_author() -> None:
    assert told(passages.check, saying(passage())) == [
        "warning message-without-author passage:m:participation |"
        " Nobody is named as the author of “welcome message”."
    ]


def test_an_author_who_will_not_come() -> None:
    for status, said in (
        (Invitation.DECLINED, "has declined"),
        (Invitation.CANCELLED, "has cancelled"),
    ):
        dossier = saying(passage(participation="kim"), seats={"kim": {"status": status}})
        assert told(passages.check, dossier) == [
            "warning message-of-absent passage:m:participation |"
            f" Kim {said}, but a message of theirs is in the program."
        ]
        (problem,) = passages.check(dossier)
        assert [fix.service for fix in problem.fixes] == ["passages.remove_passage"]


def test_a_text_without_words_but_not_a_page_that_is_made_of_other_things() -> None:
    empty = [
        replace(passage(kind, text=EMPTY), id=kind.value)
        for kind in PassageKind
        if kind is not PassageKind.MESSAGE
    ]
    assert told(passages.check, saying(*empty)) == [
        "warning text-without-words passage:emergency:text |"
        " “in an emergency” has no words yet, and is not printed.",
        "warning text-without-words passage:other:text |"
        " “further text” has no words yet, and is not printed.",
    ]


def test_sponsors_without_a_logo_where_there_is_a_page_of_them() -> None:
    giving = {
        "hosts": (
            Host("h1", "edition", "bank", HostRole.SPONSOR),
            Host("h2", "edition", "city", HostRole.SUPPORTER),
        ),
        "organizations": (
            Organization("bank", Text.of(ko="은행", en="Bank")),
            Organization("city", Text.of(ko="시", en="City")),
        ),
    }
    dossier = saying(passage(PassageKind.SPONSORS), **giving)
    assert told(passages.check, dossier) == [
        "note sponsor-without-logo organization:bank:logo | Bank, a sponsor, has no logo yet."
    ]
    assert told(passages.check, closed(dossier)) == []
    assert told(passages.check, saying(**giving)) == []


def test_a_text_that_is_not_there_in_every_language() -> None:
    named = {"title": Text.of(ko="비자", en="Visa"), "text": Text.of(ko="서류를 챙기십시오.")}
    dossier = saying(passage(PassageKind.OTHER, **named))
    assert told(translation.check, dossier) == [
        "warning missing-translation passage:m:text | “Visa” has no text in English."
    ]


def test_every_printed_text_is_listed_once() -> None:
    dossier = saying(passage(participation="kim"), seats={"kim": {"office": Text.of(en="Chair")}})
    found = [(p.kind, p.id, p.field) for p in translation.printed_texts(dossier)]
    assert len(found) == len(set(found))
    assert {("passage", "m", "text"), ("participation", "kim", "office")} <= set(found)
    assert ("person", "person-kim", "names") in found
