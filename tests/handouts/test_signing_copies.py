# SPDX-License-Identifier: MIT
"""Signing copies: each language for each party, its own name first, a place to sign for each."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import AgreementState, Aim, Party, Signatory, SignatoryRole
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.contents.signing_copies import signing_copies_content
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.signing import SignatureBlock, SigningCopy
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import AGREEMENT, KSIA, MINISTRY, SIA, forum

BOTH = Options(("ko", "en"))
AGREED: dict[str, Any] = {**AGREEMENT}
(MOU,) = AGREED["agreements"]


def agreed(**changes: Any) -> Dossier:
    """The forum with its MOU, some of whose fields are others."""
    lists = {name: changes.pop(name) for name in list(changes) if name in _LISTS}
    return forum(**{**AGREEMENT, "agreements": (replace(MOU, **changes),), **lists})


_LISTS = frozenset({*AGREEMENT, "organizations", "edition", "series"}) - {"agreements"}


def copies(dossier: Dossier, options: Options = BOTH) -> tuple[SigningCopy, ...]:
    return signing_copies_content(dossier, options, Imprint()).copies


def printed(dossier: Dossier, options: Options = BOTH) -> bytes:
    content = signing_copies_content(dossier, options, Imprint())
    return render("agreement", content, options).data


def test_every_party_comes_first_in_its_own_copies() -> None:
    found = [(one.whose[0][1], one.language, one.parties[0][0][1]) for one in copies(agreed())]
    assert found == [
        ("한국협회", "ko", "한국협회"),
        ("Korea Association", "en", "Korea Association"),
        ("미국협회", "ko", "미국협회"),
        ("U.S. Association", "en", "U.S. Association"),
    ]
    korean, _, american, _ = copies(agreed())
    assert [block.party[0][1] for block in korean.signatures] == ["한국협회", "미국협회"]
    assert [block.name[0][1] for block in american.signatures] == ["제인 도", "홍길동"]


def test_a_copy_says_what_the_data_says_and_nothing_else() -> None:
    english = copies(agreed(), Options(("en",), Arrangement.SINGLE))[0]
    assert english == SigningCopy(
        anchor="copy-mou-pa1-en",
        language="en",
        whose=(("en", "Korea Association"),),
        called="MOU on Cooperation – copy of Korea Association, English",
        kind=(("en", "Memorandum of Understanding"),),
        title=(("en", "MOU on Cooperation"),),
        parties=((("en", "Korea Association"),), (("en", "U.S. Association"),)),
        preamble=english.preamble,
        aims=english.aims,
        closing=(),
        done=(("en", "Seoul, September 3, 2025"),),
        signatures=(
            SignatureBlock(
                (("en", "Gil-dong Hong"),), (("en", "Chairman"),), (("en", "Korea Association"),)
            ),
            SignatureBlock(
                (("en", "Jane Doe"),), (("en", "President"),), (("en", "U.S. Association"),)
            ),
        ),
        witnessed=(("en", "Witnessed by"),),
        witnesses=english.witnesses,
    )
    assert [(aim.number, aim.title) for aim in english.aims] == [
        ("1", (("en", "Title"),)),
        ("2", ()),
    ]


def test_place_and_day_stand_where_the_closing_does_not_say_them() -> None:
    closing = Text.of(ko="2025년 9월 3일 서울에서 서명하였다.", en="Done in two originals.")
    korean, english, *_ = copies(agreed(closing=closing))
    assert (korean.done, english.done) == ((), (("en", "Seoul, September 3, 2025"),))
    blank = copies(agreed(signed_on=None), Options(("ko",), Arrangement.SINGLE))[0]
    assert blank.done == (("ko", f"{'_' * 24}, 서울"),)


def test_seals_are_set_by_koreans_on_korean_copies() -> None:
    korean, english, *_ = copies(agreed())
    assert [block.seal for block in korean.signatures] == ["(인)", ""]
    assert [block.seal for block in english.signatures] == ["", ""]


def test_copies_of_one_party_be_it_a_host_or_not() -> None:
    guest = Organization("guest", Text.of(en="Guest"), Text.of(en="G"))
    dossier = agreed(
        parties=(*AGREED["parties"], Party("pa3", "mou", "guest", 2)),
        organizations=(KSIA, SIA, MINISTRY, guest),
    )
    only = copies(dossier, replace(BOTH, first_host="G"))
    assert [one.anchor for one in only] == ["copy-mou-pa3-ko", "copy-mou-pa3-en"]
    assert only[0].parties[0] == (("en", "Guest"),)
    with pytest.raises(ForumDeskError, match="No party to this agreement is called “Nobody”"):
        copies(dossier, replace(BOTH, first_host="Nobody"))


def test_one_agreement_of_several() -> None:
    other = replace(MOU, id="loi", title=Text.of(ko="의향서", en="LOI"), kind="loi")
    dossier = forum(**{**AGREEMENT, "agreements": (MOU, other)})
    found = copies(dossier, replace(BOTH, agreement="loi", languages=("en",)))
    assert [(one.anchor, one.kind) for one in found] == [
        ("copy-loi--en", (("en", "Letter of Intent"),))
    ]
    assert len(copies(dossier)) == 6
    with pytest.raises(ForumDeskError, match="No agreement of this edition is called “None”"):
        copies(dossier, replace(BOTH, agreement="None"))


def test_a_party_nobody_signs_for_has_its_line() -> None:
    (one,) = [s for s in AGREED["signatories"] if s.id == "s1"]
    found = copies(agreed(signatories=(one,)))[0]
    assert [block.name for block in found.signatures] == [(("ko", "홍길동"),), ()]


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
def test_copies_on_paper(theme: str, paper: Paper) -> None:
    data = printed(agreed(), replace(BOTH, theme=theme, paper=paper))
    pages = texts(data)
    assert len(pages) == 4
    assert "한국협회\n미국협회" in pages[0]
    assert "(인)" in pages[0]
    assert pages[3].startswith("1 / 1\nMOU on Cooperation\n")
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=data)
    assert len(reader(data).outline) == 4
    assert printed(agreed(), replace(BOTH, theme=theme, paper=paper)) == data


def many(parties: int, aims: int, name: str = "") -> Dossier:
    """An agreement of so many parties and aims, all of whose names are one."""
    bodies = tuple(
        Organization(f"b{n}", Text.of(ko=name or f"협회 {n}", en=name or f"Body {n}"), country="KR")
        for n in range(parties)
    )
    hong, *_ = [p for p in forum().participations if p.id == "p-hong"]
    office = Text.of(ko=name or "회장", en=name or "Chair")
    seats = tuple(replace(hong, id=f"seat{n}", office=office) for n in range(parties))
    return forum(
        agreements=(MOU,),
        parties=tuple(Party(f"p{n}", "mou", f"b{n}", n) for n in range(parties)),
        aims=tuple(
            Aim(f"a{n}", "mou", n, Text.of(ko=f"합의 {n}번", en=f"Aim no. {n}"))
            for n in range(1, aims + 1)
        ),
        signatories=tuple(
            Signatory(f"s{n}", "mou", f"seat{n}", SignatoryRole.SIGNS, f"p{n}", n)
            for n in range(parties)
        ),
        participations=seats,
        organizations=(*forum().organizations, *bodies),
    )


@pytest.mark.parametrize(("parties", "aims"), [(1, 0), (1, 30), (4, 0), (4, 30)])
def test_few_and_many_parties_and_aims(parties: int, aims: int) -> None:
    first = Options(("en",), Arrangement.SINGLE, first_host="Body 0")
    pages = texts(printed(many(parties, aims), first))
    said = "\n".join(pages)
    assert said.count("Gil-dong Hong") == parties
    assert [f"\n{n}. Aim no. {n}\n" in said for n in range(1, aims + 1)] == [True] * aims
    # Who signs sees at least the last lines of what is signed.
    assert "September 3, 2025" in pages[-1]
    assert pages[-1].startswith(f"{len(pages)} / {len(pages)}\n")


def test_names_of_eighty_characters() -> None:
    name = "Association for Advanced Manufacturing, Research and Education of Both Countries"
    assert len(name) == 80
    pages = texts(printed(many(2, 2, name), Options(("en",), Arrangement.SINGLE)))
    flat = " ".join("\n".join(pages).split())
    # Twice in the order of parties and over each line, below it as the office: on both copies.
    assert flat.count(name) == 2 * 6


def test_markup_prints_as_typed() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"> &amp; </para>'
    dossier = agreed(title=Text.of(en=typed), closing=Text.of(en=typed))
    (first, *_) = texts(printed(dossier, Options(("en",), Arrangement.SINGLE)))
    assert "".join(first.split()).count(typed.replace(" ", "")) == 3


def test_a_language_the_text_has_not_falls_back() -> None:
    dossier = agreed(preamble=Text.of(ko="우리말 전문"), closing=Text.of(ko="우리말 맺음"))
    (first, *_) = texts(printed(dossier, Options(("en",), Arrangement.SINGLE)))
    assert "우리말 전문" in first
    assert "우리말 맺음" in first
    assert "First" in first


def test_nothing_to_sign() -> None:
    (page,) = texts(printed(forum()))
    assert "이 포럼에 등록된 합의서가 아직 없습니다." in page


def looked(dossier: Dossier) -> list[str]:
    found = preflight(dossier, BOTH, "agreement")
    return [f"{p.kind} {p.subject} {p.phrase.said(words_in('en'))}" for p in found]


def test_what_to_look_at_before_copies_are_made() -> None:
    closing = Text.of(ko="맺음말", en="Closing")
    whole = agreed(state=AgreementState.AGREED, closing=closing)
    assert looked(whole) == []
    lacking = replace(whole, signatories=(), aims=(), parties=AGREED["parties"][:1])
    draft = replace(MOU, closing=Text.of(ko="맺음말"), preamble=EMPTY)
    assert looked(replace(lacking, agreements=(draft,))) == [
        "copy-of-draft agreement:mou:state “MOU on Cooperation” is still a draft.",
        "missing-translation agreement:mou:closing"
        " “MOU on Cooperation” has no closing words in English.",
        "no-aims agreement:mou:aims “MOU on Cooperation” has no aims yet.",
        "nobody-signs agreement:mou:signatories"
        " Nobody is named to sign “MOU on Cooperation” for Korea Association.",
        "closing-silent agreement:mou:closing The closing of “MOU on Cooperation” says nothing in"
        " English of originals or languages; the program adds no such words.",
    ]
    assert "no-agreement edition:edition There is no agreement on this sheet." in looked(forum())
