# SPDX-License-Identifier: MIT
"""What an agreement needs on paper, and how agreements go on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from forumdesk.domain.checks import agreed, signatories, succession
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
    Aim,
    Original,
    Party,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Invitation, Organization
from forumdesk.domain.wording import Text
from tests.domain.making import closed, edition, session, told

BOTH = Text.of(ko="양해각서", en="MOU")
PARTIES = (Party("p1", "mou", "ksia"), Party("p2", "mou", "sia"))
BODIES = (
    Organization("ksia", Text.of(ko="한국협회", en="KSIA")),
    Organization("sia", Text.of(ko="미국협회", en="SIA")),
)
DAY = date(2026, 5, 6)


def forum(*, agreement: dict[str, Any] | None = None, **more: Any) -> Dossier:
    """A signing of an agreement of two parties."""
    mou = Agreement("mou", "edition", BOTH, session="s", **(agreement or {}))
    given = {"agreements": (mou,), "parties": PARTIES, "organizations": BODIES, **more}
    return edition(session("s", "10:00"), **given)


def aims(*numbers: int) -> tuple[Aim, ...]:
    return tuple(Aim(f"aim{n}", "mou", n, BOTH) for n in numbers)


def test_aims_are_numbered_one_after_the_other() -> None:
    assert told(agreed.check, forum(aims=aims(1, 2, 3))) == []
    dossier = forum(aims=aims(1, 3))
    assert told(agreed.check, dossier) == [
        "warning aims-numbered agreement:mou:aims |"
        " The aims of “MOU” are not numbered one after the other: 1, 3."
    ]
    (problem,) = agreed.check(dossier)
    assert problem.fixes[0].arguments == {"agreement": "mou", "aims": ("aim1", "aim3")}


def test_signed_without_a_day() -> None:
    signed = {"state": AgreementState.SIGNED}
    kept = tuple(Original(f"o{p.id}", "mou", "ko", p.id) for p in PARTIES)
    dossier = forum(agreement=signed, originals=kept)
    assert told(agreed.check, dossier) == [
        "warning signed-undated agreement:mou:signed_on |"
        " “MOU” is signed, but nothing says on which day."
    ]
    (problem,) = agreed.check(dossier)
    assert problem.fixes[0].arguments["changes"] == {"signed_on": DAY}
    untimed = replace(dossier, sessions=(session("s"),))
    (problem,) = agreed.check(untimed)
    assert problem.fixes == ()
    assert told(agreed.check, forum(agreement={**signed, "signed_on": DAY}, originals=kept)) == []


def test_who_signs_or_assists_and_declined() -> None:
    seats: dict[str, Any] = {
        "kim": {"status": Invitation.DECLINED},
        "lee": {"status": Invitation.CANCELLED},
        "oh": {"status": Invitation.INVITED},
    }
    roles = (SignatoryRole.SIGNS, SignatoryRole.HANDS_OVER, SignatoryRole.SIGNS)
    people = tuple(Signatory(who, "mou", who, role) for who, role in zip(seats, roles, strict=True))
    dossier = forum(seats=seats, signatories=people)
    assert told(agreed.check, dossier) == [
        "error signatory-declined agreement:mou:signatories |"
        " Kim, who is to sign “MOU”, will not be there.",
        "warning signatory-declined agreement:mou:signatories |"
        " Lee has a part in the signing of “MOU”, but will not be there.",
    ]
    done = {"state": AgreementState.SIGNED, "signed_on": DAY}
    after = forum(agreement=done, seats=seats, signatories=people, parties=())
    assert told(agreed.check, after) == []


def signed_by(status: Invitation, **more: Any) -> Dossier:
    """The agreement, to be signed by Kim; Lee, invited, only hands it over."""
    people = (
        Signatory("s1", "mou", "kim"),
        Signatory("s2", "mou", "lee", SignatoryRole.HANDS_OVER),
    )
    seats = {"kim": {"status": status}, "lee": {"status": Invitation.INVITED}}
    return forum(seats=seats, signatories=people, **more)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Invitation.PROPOSED, "was not invited yet"),
        (Invitation.INVITED, "has not answered yet"),
        (Invitation.TENTATIVE, "has accepted only tentatively"),
        (Invitation.WAITLISTED, "is on the waiting list"),
    ],
)
def test_who_signs_and_has_not_accepted(status: Invitation, said: str) -> None:
    assert told(signatories.check, signed_by(status)) == [
        "warning signatory-unconfirmed agreement:mou:signatories |"
        f" Kim, who is to sign “MOU”, {said}."
    ]


@pytest.mark.parametrize("status", [Invitation.ACCEPTED, Invitation.DECLINED])
def test_who_signs_and_has_answered(status: Invitation) -> None:
    assert told(signatories.check, signed_by(status)) == []


def test_what_is_signed_or_over_needs_no_answer() -> None:
    done = {"state": AgreementState.SIGNED, "signed_on": DAY}
    assert told(signatories.check, signed_by(Invitation.INVITED, agreement=done)) == []
    assert told(signatories.check, closed(signed_by(Invitation.INVITED))) == []


def test_every_party_keeps_an_original() -> None:
    dossier = forum(originals=(Original("o", "mou", "ko", "p1"),))
    assert told(agreed.check, dossier) == [
        "note original-missing agreement:mou:originals | No original of “MOU” is kept by: SIA."
    ]
    (problem,) = agreed.check(dossier)
    assert problem.fixes[0].service == "agreements.complete_originals"
    assert told(agreed.check, forum()) == []


def test_original_in_a_language_there_is_no_text_in() -> None:
    kept = (
        Original("o1", "mou", "ko", "p1"),
        Original("o2", "mou", "de", "p2"),
        Original("o3", "mou", "de", "p1"),
    )
    assert told(agreed.check, forum(originals=kept)) == [
        "warning original-language agreement:mou:originals |"
        " There is an original of “MOU” in German, but no text in it."
    ]


def test_review_before_there_is_anything_to_review() -> None:
    days = {"signed_on": DAY, "review_on": DAY}
    assert told(succession.check, forum(agreement=days)) == [
        "warning review-before-signing agreement:mou:review_on |"
        " “MOU” is to be reviewed on 2026-05-06, before there is anything to review."
    ]


def test_review_due_by_this_meeting_or_soon_after() -> None:
    def found(due: date, **more: Any) -> list[str]:
        old = Agreement("old", "earlier", Text.of(ko="옛 각서", en="Old MOU"), review_on=due)
        return told(succession.check, forum(bound=(old,), **more))

    assert found(date(2026, 3, 1)) == [
        "warning review-due agreement:old:review_on |"
        " The review of “Old MOU” is due on 2026-03-01, before this forum begins."
    ]
    assert found(date(2026, 7, 1)) == [
        "note review-due agreement:old:review_on |"
        " The review of “Old MOU” is due on 2026-07-01; this forum is an occasion for it."
    ]
    assert found(date(2027, 1, 1)) == []
    assert found(date(2026, 3, 1), agreement={"replaces": "old"}) == []
    late = forum(bound=(Agreement("old", "earlier", BOTH, review_on=date(2026, 3, 1)),))
    assert told(succession.check, closed(late)) == []


def test_agreements_in_a_circle() -> None:
    one = Agreement("a", "edition", BOTH, replaces="b")
    other = Agreement("b", "edition", Text.of(ko="의향서", en="LOI"), amends="a")
    dossier = edition(agreements=(one, other, Agreement("c", "edition", BOTH, amends="a")))
    assert told(succession.check, dossier) == [
        "error agreement-circle agreement:a:replaces | “MOU” comes, through others, after itself.",
        "error agreement-circle agreement:b:replaces | “LOI” comes, through others, after itself.",
    ]
