# SPDX-License-Identifier: MIT
"""The sheet for the signing table: the guest at the host's right, folders coming round."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Original, Party, Signatory, SignatoryRole
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.contents.signing_table import signing_table_content
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.signing import SigningTable
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import AGREEMENT, every_text, forum, with_edition
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))
HANDS = Signatory("h", "mou", "p-mc", SignatoryRole.HANDS_OVER, "pa1", 0)


def table(dossier: Dossier, options: Options = EN) -> SigningTable:
    (found,) = signing_table_content(dossier, options, Imprint()).tables
    return found


def seats(found: SigningTable) -> list[str]:
    return [seat.party[0][1] for seat in found.seats]


def with_hands() -> Dossier:
    dossier = staged()
    return replace(dossier, signatories=(*dossier.signatories, HANDS))


def test_the_guest_sits_at_the_right_of_the_host() -> None:
    """In Seoul the Korean host sits, for the audience, at the right of the guest."""
    assert seats(table(staged())) == ["U.S. Association", "Korea Association"]
    abroad = replace(staged(), edition=with_edition(timezone="America/New_York").edition)
    assert seats(table(abroad)) == ["Korea Association", "U.S. Association"]


@pytest.mark.parametrize(("count", "order"), [(1, "0"), (3, "1 0 2"), (4, "3 1 0 2")])
def test_further_parties_sit_outwards_in_turn(count: int, order: str) -> None:
    bodies = tuple(Organization(f"b{n}", Text.of(en=str(n))) for n in range(count))
    parties = tuple(Party(f"p{n}", "mou", f"b{n}", n) for n in range(count))
    dossier = forum(
        **{**AGREEMENT, "parties": parties, "signatories": ()},
        organizations=(*forum().organizations, *bodies),
    )
    assert seats(table(dossier)) == order.split()


def test_seats_tell_who_sits_who_stands_and_what_lies_there() -> None:
    guest, host = table(with_hands()).seats
    assert (guest.name[0][1], guest.office[0][1]) == ("Jane Doe", "President")
    assert (guest.behind[0][1], host.behind[0][1]) == ("to be named", "Gil-dong Hong")
    assert host.folder == (("en", "Copy of Korea Association: Korean, English"),)
    kept = replace(with_hands(), originals=(Original("o", "mou", "en", "pa1"),))
    assert table(kept).seats[1].folder == (("en", "Copy of Korea Association: English"),)


def test_everybody_signs_the_own_copy_first_and_all_folders_come_round() -> None:
    turns = [[f[0][1] for f in turn.folders] for turn in table(staged()).turns]
    assert turns == [
        ["Copy of U.S. Association", "Copy of Korea Association"],
        ["Copy of Korea Association", "Copy of U.S. Association"],
    ]


def test_who_signs_stands_in_the_centre_of_the_photograph() -> None:
    dossier = staged()
    mc = Signatory("w2", "mou", "p-mc", SignatoryRole.WITNESSES, None, 3)
    found = table(replace(dossier, signatories=(*dossier.signatories, mc))).figures
    assert [one.signs for one in found] == [False, True, True, False]
    assert [one.name[0][1].split(",")[0] for one in found[1:3]] == ["Jane Doe", "Gil-dong Hong"]


def test_what_is_looked_at_before_the_doors_open() -> None:
    assert [check[0][1] for check in table(with_hands()).checks] == [
        "Flags behind the seats, from left to right: United States, Republic of Korea",
        "Folder at the seat of U.S. Association: Korean, English, checked page by page",
        "Folder at the seat of Korea Association: Korean, English, checked page by page",
        "3 pens at the seats, tried on the paper of the copies, one in reserve",
        "Name cards: Jane Doe, Gil-dong Hong",
        "Handing over: Gil-dong Hong",
        "Seal pad for the Korean seals",
    ]


def test_the_flag_at_a_seat_is_that_of_the_state() -> None:
    assert [seat.flag for seat in table(staged(), BOTH).seats] == [
        (("ko", "미국 국기"), ("en", "Flag of the United States")),
        (("ko", "대한민국 국기"), ("en", "Flag of the Republic of Korea")),
    ]
    bodies = tuple(replace(body, country="") for body in staged().organizations)
    flags = [s.flag for s in table(replace(staged(), organizations=bodies), BOTH).seats]
    assert flags[1] == (("ko", "한국협회 기"), ("en", "Flag of Korea Association"))


def test_who_is_not_named_gets_no_name_card() -> None:
    checks = [check[0][1] for check in table(replace(with_hands(), signatories=())).checks]
    assert not [text for text in checks if "Name cards" in text or "to be named" in text]


def test_a_party_has_one_name_on_the_sheet() -> None:
    bodies = tuple(replace(body, short=Text.of(en="Short")) for body in staged().organizations)
    told = every_text(table(replace(with_hands(), organizations=bodies)))
    assert not [text for text in told if "Short" in text]


SHEETS: tuple[dict[str, Any], ...] = (
    {},
    {"paper": Paper.LETTER, "theme": "ministerial"},
    {"paper": Paper.A5, "theme": "plain"},
    {"theme": "plain", "large_print": True},
)


@pytest.mark.parametrize("given", SHEETS)
def test_the_table_on_paper(given: dict[str, Any]) -> None:
    options = replace(BOTH, **given)
    content = signing_table_content(with_hands(), options, Imprint())
    made = render("signing-table", content, options)
    pages = texts(made.data)
    assert "Great House" not in pages[0]
    assert "Jane Doe" in pages[0]
    assert "Round 2" in "\n".join(pages)
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=made.data)
    assert made.missing == ""
    small = options.paper is Paper.A5 or options.large_print
    assert len(pages) == (2 if small else 1)


@pytest.mark.parametrize("given", SHEETS)
def test_the_checklist_stands_on_one_page_with_the_notes(given: dict[str, Any]) -> None:
    dossier = with_hands()
    (mou,) = dossier.agreements
    noted = replace(dossier, agreements=(replace(mou, notes="Navy folders."),))
    options = replace(BOTH, **given)
    data = render("signing-table", signing_table_content(noted, options, Imprint()), options).data
    (listed,) = [page for page in texts(data) if "Before the doors open" in page]
    assert listed.count("□") == len(table(noted, options).checks)
    assert "Navy folders." in listed


def test_eight_parties_sit_in_rows_and_nothing_is_lost() -> None:
    bodies = tuple(Organization(f"b{n}", Text.of(en=f"Body number {n}")) for n in range(8))
    parties = tuple(Party(f"p{n}", "mou", f"b{n}", n) for n in range(8))
    dossier = forum(
        **{**AGREEMENT, "parties": parties, "signatories": ()},
        organizations=(*forum().organizations, *bodies),
    )
    content = signing_table_content(dossier, EN, Imprint())
    said = "\n".join(texts(render("signing-table", content, EN).data))
    assert all(f"Flag of Body number {n}" in " ".join(said.split()) for n in range(8))


def test_no_table_without_an_agreement() -> None:
    content = signing_table_content(forum(), EN, Imprint())
    (page,) = texts(render("signing-table", content, EN).data)
    assert "No agreement is entered for this forum yet." in page


def test_what_to_look_at_before_the_table_is_printed() -> None:
    dossier = staged()
    (mou,) = dossier.agreements
    adrift = replace(dossier, agreements=(replace(mou, session=None),), signatories=())
    found = preflight(adrift, EN, "signing-table")
    own = ("no-session", "nobody-signs", "nobody-hands-over")
    said = [p.phrase.said(words_in("en")) for p in found if p.kind in own]
    assert sorted(said) == [
        "Nobody is named for every party to hand over the folders of “MOU on Cooperation”.",
        "Nobody is named to sign “MOU on Cooperation” for Korea Association.",
        "Nobody is named to sign “MOU on Cooperation” for U.S. Association.",
        "Nothing says at which session “MOU on Cooperation” is signed.",
    ]
