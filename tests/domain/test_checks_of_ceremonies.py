# SPDX-License-Identifier: MIT
"""Openings and signings: who speaks before whom, as what, and what is signed by whom."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.agenda import Mode, Role, Session, SessionKind, SessionStatus
from forumdesk.domain.checks import precedence, signing, speech_kind, speech_title
from forumdesk.domain.desk import Fix
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.outcomes import Agreement, AgreementState, Party, Signatory, SignatoryRole
from forumdesk.domain.people import Invitation, Organization
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import Text
from tests.domain.making import CANCELLED, HOSTS, at, closed, edition, item, part, session, told

DECLINED: dict[str, Any] = {"status": Invitation.DECLINED}


def opening(*roles: tuple[str, Role], ranks: dict[str, int] | None = None, **more: Any) -> Dossier:
    """An opening with a speech by each of some people, in order."""
    items = tuple(item("a", f"i{n}", f"09:{n * 10:02}") for n in range(len(roles)))
    parts = tuple(part(f"i{n}", who, role) for n, (who, role) in enumerate(roles))
    seats = {who: {"rank": rank} for who, rank in (ranks or {}).items()}
    given: dict[str, Any] = {"parts": parts, "seats": seats, **more}
    return edition(session("a", "09:00", kind=SessionKind.OPENING), *items, **given)


# -- precedence

GREETS = Role.CONGRATULATES


def test_a_lower_rank_speaks_before_a_higher() -> None:
    dossier = opening(
        ("kim", Role.OPENS), ("lee", GREETS), ("oh", GREETS), ranks={"kim": 9, "lee": 3, "oh": 2}
    )
    assert told(precedence.check, dossier) == [
        "warning precedence session:i2:parts |"
        " In “Session a”, Lee speaks before Oh, whose rank is higher."
    ]


def test_speakers_of_one_session_are_put_in_order() -> None:
    people = (
        ("mc", Role.MC),
        ("lee", GREETS),
        ("oh", GREETS),
        ("new", GREETS),
        ("kim", Role.OPENS),
    )
    parts = tuple(part("a", who, role) for who, role in people)
    seats = {"lee": {"rank": 3}, "oh": {"rank": 2}}
    greeted = session("a", "09:00", kind=SessionKind.OPENING)
    problems = list(precedence.check(edition(greeted, parts=parts, seats=seats)))
    assert [problem.kind for problem in problems] == ["precedence", "speech-order"]
    order = ("mc-mc", "kim-opens", "oh-congratulates", "lee-congratulates", "new-congratulates")
    ids = tuple(f"a-{name}" for name in order)
    for problem in problems:
        (fix,) = problem.fixes
        assert (fix.service, fix.arguments) == ("parts.order_parts", {"session": "a", "parts": ids})


def test_items_on_end_are_put_in_order() -> None:
    items = (item("a", "i0", "09:00", 5), item("a", "i1", "09:05", 8), item("a", "i2", "09:13", 7))
    parts = (part("i0", "lee", GREETS), part("i1", "oh", GREETS), part("i2", "ku", GREETS))
    seats = {"lee": {"rank": 3}, "oh": {"rank": 2}, "ku": {"rank": 1}}
    greeted = session("a", "09:00", kind=SessionKind.OPENING)

    def offered(*held: Session) -> list[Fix]:
        (problem,) = precedence.check(edition(greeted, *held, parts=parts, seats=seats))
        return list(problem.fixes)

    (fix,) = offered(*items)
    assert fix.arguments == {
        "places": {
            "i2": Place(at("09:00"), 7),
            "i1": Place(at("09:07"), 8),
            "i0": Place(at("09:15"), 5),
        }
    }
    assert offered(replace(items[0], locked=True), *items[1:]) == []
    assert offered(items[0], replace(items[1], follows="i0"), items[2]) == []
    assert offered(replace(items[0], minutes=4), *items[1:]) == []


def test_congratulations_before_the_opening_remarks() -> None:
    dossier = opening(("lee", GREETS), ("kim", Role.OPENS), ("oh", Role.WELCOMES))
    assert told(precedence.check, dossier) == [
        "note speech-order session:i1:parts | In “Session a”, the opening remarks of Kim come after"
        " the congratulatory remarks of Lee; one opens, then welcomes, then congratulates."
    ]


BOTH_HOSTS = {"kim": {"organization": "ksia", "rank": 4}, "lee": {"organization": "sia", "rank": 2}}
SEEMLY = {
    "by rank": opening(("lee", GREETS), ("oh", GREETS), ranks={"lee": 1, "oh": 1}),
    "rank unknown": opening(("lee", GREETS), ("oh", GREETS), ranks={"oh": 1}),
    "another kind of speech": opening(
        ("kim", Role.OPENS), ("oh", GREETS), ranks={"kim": 5, "oh": 1}
    ),
    "the host first": opening(
        ("kim", Role.WELCOMES), ("lee", Role.WELCOMES), seats=BOTH_HOSTS, hosts=HOSTS
    ),
    "by video": opening(
        ("lee", GREETS),
        ("oh", GREETS),
        ranks={"lee": 3, "oh": 2},
        parts=(part("i0", "lee", GREETS), part("i1", "oh", GREETS, mode=Mode.VIDEO)),
    ),
    "declined": opening(
        ("lee", GREETS), ("oh", GREETS), seats={"lee": {"rank": 3}, "oh": {"rank": 2, **DECLINED}}
    ),
    "one cancelled": edition(
        session("a", "09:00", kind=SessionKind.OPENING),
        item("a", "i0", "09:00", **CANCELLED),
        item("a", "i1", "09:10"),
        parts=(part("i0", "lee", GREETS), part("i1", "oh", GREETS)),
        seats={"lee": {"rank": 3}, "oh": {"rank": 2}},
    ),
    "not an opening": edition(
        session("a", "09:00"),
        parts=(part("a", "lee", GREETS), part("a", "oh", GREETS)),
        seats={"lee": {"rank": 3}, "oh": {"rank": 2}},
    ),
    "over": closed(opening(("lee", GREETS), ("oh", GREETS), ranks={"lee": 3, "oh": 2})),
}


@pytest.mark.parametrize("dossier", SEEMLY.values(), ids=SEEMLY.keys())
def test_speeches_in_a_seemly_order(dossier: Dossier) -> None:
    assert told(precedence.check, dossier) == []


# -- kinds of speech

REMARKS = {"kind": SessionKind.REMARKS}


def speech(role: Role, organization: str, **more: Any) -> Dossier:
    """A speech by somebody of an organization: ``ksia`` hosts, ``sia`` co-hosts."""
    given: dict[str, Any] = {
        "parts": (part("a", "kim", role),),
        "seats": {"kim": {"organization": organization}},
        "hosts": HOSTS,
        **more,
    }
    return edition(session("a", "09:00", **REMARKS), **given)


@pytest.mark.parametrize(
    ("dossier", "line", "fitting"),
    [
        (
            speech(GREETS, "ksia"),
            "warning speech-kind part:a-kim-congratulates:role | Kim is one of the hosts, but gives"
            " congratulatory remarks in “Session a”; hosts open or welcome.",
            Role.OPENS,
        ),
        (
            speech(GREETS, "sia"),
            "warning speech-kind part:a-kim-congratulates:role | Kim is one of the hosts, but gives"
            " congratulatory remarks in “Session a”; hosts open or welcome.",
            Role.WELCOMES,
        ),
        (
            speech(Role.WELCOMES, "elsewhere"),
            "note speech-kind part:a-kim-welcomes:role | Kim is a guest, but gives welcome remarks"
            " in “Session a”; hosts welcome, guests congratulate.",
            GREETS,
        ),
        (
            speech(Role.OPENS, "elsewhere"),
            "note speech-kind part:a-kim-opens:role | Kim is a guest, but gives opening remarks"
            " in “Session a”; hosts open a forum.",
            GREETS,
        ),
    ],
    ids=["host", "co-host", "guest welcomes", "guest opens"],
)
def test_a_speech_that_does_not_become_its_giver(
    dossier: Dossier, line: str, fitting: Role
) -> None:
    assert told(speech_kind.check, dossier) == [line]
    (problem,) = speech_kind.check(dossier)
    assert [fix.arguments for fix in problem.fixes] == [
        {"part": dossier.parts[0].id, "changes": {"role": fitting}}
    ]


def test_a_host_welcomes_where_another_opens() -> None:
    seats = {"kim": {"organization": "ksia"}, "lee": {"organization": "ksia"}}
    parts = (part("a", "lee", Role.OPENS), part("a", "kim", GREETS))
    dossier = edition(session("a", "09:00", **REMARKS), parts=parts, seats=seats, hosts=HOSTS)
    (problem,) = speech_kind.check(dossier)
    assert problem.fixes[0].arguments["changes"] == {"role": Role.WELCOMES}


SUPPORTED = (*HOSTS, Host("h3", "edition", "motir", HostRole.SUPPORTER))
OWN = Organization("branch", Text.of(en="Branch"), parent="ksia")
BECOMING = {
    "host opens": speech(Role.OPENS, "ksia"),
    "host welcomes": speech(Role.WELCOMES, "ksia"),
    "co-host opens": speech(Role.OPENS, "sia"),
    "guest congratulates": speech(GREETS, "elsewhere"),
    "supporter opens": speech(Role.OPENS, "motir", hosts=SUPPORTED),
    "a body of the host": speech(
        Role.WELCOMES, "branch", organizations=(OWN, Organization("ksia", Text.of(en="KSIA")))
    ),
    "no organization": speech(Role.OPENS, ""),
    "no hosts": speech(Role.WELCOMES, "elsewhere", hosts=()),
    "only a sponsor": speech(
        Role.WELCOMES, "elsewhere", hosts=(Host("h", "edition", "ksia", HostRole.SPONSOR),)
    ),
    "a word of its own": speech(
        GREETS, "ksia", parts=(part("a", "kim", GREETS, label=Text.of(en="Toast")),)
    ),
    "declined": speech(GREETS, "ksia", seats={"kim": {"organization": "ksia", **DECLINED}}),
    "over": closed(speech(GREETS, "ksia")),
}


@pytest.mark.parametrize("dossier", BECOMING.values(), ids=BECOMING.keys())
def test_a_speech_that_becomes_its_giver(dossier: Dossier) -> None:
    assert told(speech_kind.check, dossier) == []


def test_a_circle_of_organizations_is_left() -> None:
    bodies = (
        Organization("x", Text.of(en="X"), parent="y"),
        Organization("y", Text.of(en="Y"), parent="x"),
    )
    assert len(told(speech_kind.check, speech(Role.OPENS, "x", organizations=bodies))) == 1


# -- titles of speeches


def titled(ko: str, en: str, role: Role, **more: Any) -> Dossier:
    called = session("a", "09:00", title=Text.of(ko=ko, en=en), **REMARKS)
    return edition(called, **{"parts": (part("a", "kim", role),), **more})


def test_a_title_over_a_speech_of_another_kind() -> None:
    dossier = titled("축사", "Congratulatory Remarks", Role.WELCOMES)
    assert told(speech_title.check, dossier) == [
        "warning speech-title part:a-kim-welcomes:role |"
        " “Congratulatory Remarks” stands over the welcome remarks of Kim."
    ]
    (problem,) = speech_title.check(dossier)
    assert [fix.arguments for fix in problem.fixes] == [
        {"part": "a-kim-welcomes", "changes": {"role": GREETS}}
    ]


TITLES = {
    "the same": titled("환영사", "Welcome Remarks", Role.WELCOMES),
    "follows the giver": titled("환영사", "Welcome", Role.SPEAKS),
    "says nothing of it": titled("첫 순서", "First", Role.WELCOMES),
    "says two things": titled("축사", "Welcome Remarks", Role.OPENS),
    "a talk": titled("기조연설", "Keynote", Role.PRESENTS),
    "two speeches": titled(
        "축사", "", GREETS, parts=(part("a", "kim", GREETS), part("a", "lee", Role.WELCOMES))
    ),
    "over": closed(titled("축사", "", Role.WELCOMES)),
}


@pytest.mark.parametrize("dossier", TITLES.values(), ids=TITLES.keys())
def test_a_title_that_fits(dossier: Dossier) -> None:
    assert told(speech_title.check, dossier) == []


# -- signings

MOU = Agreement("mou", "edition", Text.of(ko="양해각서", en="MOU"), session="a")
AGREED = Agreement(
    "mou", "edition", Text.of(ko="양해각서", en="MOU"), session="a", state=AgreementState.AGREED
)
PARTIES = (Party("p1", "mou", "ksia"), Party("p2", "mou", "sia"))
BODIES = (Organization("ksia", Text.of(en="KSIA")), Organization("sia", Text.of(en="SIA")))
SIGNERS = (Signatory("s1", "mou", "kim", party="p1"), Signatory("s2", "mou", "ann", party="p2"))


def ceremony(*more_sessions: Session, **more: Any) -> Dossier:
    """A signing of an MOU that Kim and Ann sign."""
    status = more.pop("status", SessionStatus.DRAFT)
    given: dict[str, Any] = {
        "agreements": (AGREED,),
        "parties": PARTIES,
        "signatories": SIGNERS,
        "organizations": BODIES,
        "parts": (part("a", "kim", Role.SIGNS), part("a", "ann", Role.SIGNS)),
        **more,
    }
    held = session("a", "15:00", kind=SessionKind.SIGNING, status=status)
    return edition(held, *more_sessions, **given)


def test_a_signing_with_all_who_sign() -> None:
    assert told(signing.check, ceremony()) == []


def test_a_signatory_without_a_part() -> None:
    dossier = ceremony(parts=(part("a", "kim", Role.SIGNS),), seats={"ann": {}})
    assert told(signing.check, dossier) == [
        "warning signatory-absent session:a:parts.ann |"
        " Ann signs “MOU”, but has no part in “Session a”."
    ]
    (problem,) = signing.check(dossier)
    assert [fix.arguments for fix in problem.fixes] == [
        {"session": "a", "participation": "ann", "fields": {"role": Role.SIGNS}}
    ]


def test_signatories_in_an_item_or_around_it() -> None:
    signature = item("a", "b", "15:10", kind=SessionKind.SIGNING)
    inside = (part("b", "kim", Role.SIGNS), part("b", "ann", Role.SIGNS))
    assert told(signing.check, ceremony(signature, parts=inside)) == []
    moved = Agreement("mou", "edition", MOU.title, session="b", state=AgreementState.AGREED)
    assert told(signing.check, ceremony(signature, agreements=(moved,))) == []


def test_a_party_for_which_nobody_signs() -> None:
    assert told(signing.check, ceremony(signatories=SIGNERS[:1])) == [
        "warning party-without-signatory agreement:mou:signatories | Nobody signs “MOU” for SIA."
    ]
    witness = Signatory("s2", "mou", "ann", role=SignatoryRole.WITNESSES, party="p2")
    assert len(told(signing.check, ceremony(signatories=(SIGNERS[0], witness)))) == 1


def test_parties_wait_for_signatories_and_for_whom_they_sign() -> None:
    assert told(signing.check, ceremony(signatories=())) == []
    unsaid = tuple(Signatory(s.id, "mou", s.participation) for s in SIGNERS)
    assert told(signing.check, ceremony(signatories=unsaid)) == []


def test_a_signing_of_a_draft() -> None:
    line = "session:a:status | “MOU”, to be signed in “Session a”, is still a draft."
    assert told(signing.check, ceremony(agreements=(MOU,))) == [f"note not-agreed {line}"]
    confirmed = ceremony(agreements=(MOU,), status=SessionStatus.CONFIRMED)
    assert told(signing.check, confirmed) == [f"warning not-agreed {line}"]


def test_a_signing_that_is_called_off() -> None:
    assert told(signing.check, ceremony(status=SessionStatus.CANCELLED)) == [
        "warning signing-cancelled agreement:mou:session |"
        " “MOU” is to be signed in “Session a”, which is cancelled."
    ]


def test_a_signing_of_nothing() -> None:
    signature = item("a", "b", "15:10", kind=SessionKind.SIGNING)
    assert told(signing.check, ceremony(signature, agreements=())) == [
        "note nothing-to-sign session:a:kind | No agreement is entered for “Session a”."
    ]


def test_signings_of_the_past() -> None:
    assert told(signing.check, closed(ceremony(agreements=(MOU,), signatories=()))) == []
