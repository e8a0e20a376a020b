# SPDX-License-Identifier: MIT
"""A forum with everything that is called or said on a stage, for the run sheet and the script."""

from dataclasses import replace

from forumdesk.domain.agenda import Mode, Part, Role, Session, SessionKind, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, OrganizationKind, Participation
from forumdesk.domain.wording import Text
from tests.handouts.dossiers import (
    AGREEMENT,
    DOE,
    HONG,
    KSIA,
    MINISTRY,
    PARTICIPATIONS,
    SIA,
    at,
    forum,
    titled,
)

_PLACES = (
    *((session, "hall") for session in ("opening", "photo", "panel", "signing", "closing")),
    *((session, "attic") for session in ("pause", "lunch")),
)
_SESSIONS = (
    titled("early", "사전 회의", "Briefing", kind=SessionKind.INTERNAL, starts=at("08:00")),
    titled("desk", "등록", "Registration", kind=SessionKind.REGISTRATION, starts=at("08:30")),
    titled(
        "opening",
        "개회식",
        "Opening",
        kind=SessionKind.OPENING,
        starts=at("09:00"),
        minutes=30,
        cues="08:55 착석 · 09:00 영상",
        notes="북문",
        responsible="의전팀",
        interpretation=Text.of(ko="동시통역 CH 1·2", en="Interpretation ch. 1–2"),
    ),
    Session("o1", "edition", kind=SessionKind.REMARKS, parent="opening", starts=at("09:00")),
    Session("o2", "edition", kind=SessionKind.REMARKS, parent="opening", starts=at("09:10")),
    Session("o3", "edition", kind=SessionKind.REMARKS, parent="opening", starts=at("09:20")),
    titled("photo", "기념 촬영", "Photo", kind=SessionKind.PHOTO, starts=at("09:30"), minutes=10),
    titled("pause", "휴식", "Break", kind=SessionKind.BREAK, starts=at("09:40"), minutes=20),
    titled("panel", "토론", "Debate", kind=SessionKind.PANEL, starts=at("10:00"), minutes=60),
    titled(
        "signing", "체결식", "Signing", kind=SessionKind.SIGNING, starts=at("11:00"), minutes=20
    ),
    titled("act", "서명", "Signature", kind=SessionKind.SIGNING, parent="signing"),
    titled("lunch", "오찬", "Luncheon", kind=SessionKind.LUNCHEON, starts=at("12:00"), minutes=60),
    titled("closing", "폐회", "Closing", kind=SessionKind.CLOSING, starts=at("13:00"), minutes=10),
)
_PARTS = (
    Part("mc", "opening", "p-mc", Role.MC),
    Part("1", "o1", "p-hong", Role.OPENS, minutes=10),
    Part("2", "o2", "p-doe", Role.WELCOMES, minutes=10, mode=Mode.VIDEO),
    Part("3", "o3", "p-ministry", Role.CONGRATULATES, mode=Mode.READ, reader="p-hong"),
    Part("4", "panel", "p-doe", Role.CHAIRS, 0),
    Part("5", "panel", "p-hong", Role.PRESENTS, 1, 15),
    Part("6", "panel", "p-mc", Role.DISCUSSES, 2),
    Part("7", "act", "p-hong", Role.SIGNS, 0),
    Part("8", "act", "p-doe", Role.SIGNS, 1),
    Part("9", "act", "p-mc", Role.WITNESSES, 2),
    Part("10", "lunch", "p-doe", Role.HOSTS_TABLE),
    Part("11", "closing", "p-hong", Role.CLOSES),
)


def staged() -> Dossier:
    """A day from registration to closing, with people who have titles, ranks and readings."""
    ranks = {"p-hong": 1, "p-doe": 2}
    people = tuple(replace(p, rank=ranks.get(p.id), honored=p.id in ranks) for p in PARTICIPATIONS)
    han = replace(HONG, id="han", honorific=Text.of(ko="과장님", en="Ms."))
    office = Text.of(ko="대외협력 과장", en="Manager")
    mc = Participation("p-mc", "edition", "han", "ksia", office, status=Invitation.ACCEPTED)
    mou = replace(AGREEMENT["agreements"][0], session="signing")
    return forum(
        sessions=_SESSIONS,
        parts=_PARTS,
        session_rooms=tuple(SessionRoom(f"r-{s}", s, room) for s, room in _PLACES),
        participations=(*people, mc),
        people=(
            replace(HONG, honorific=Text.of(ko="회장님", en="Mr."), reading=Text.of(en="hong")),
            replace(DOE, honorific=Text.of(ko="대표님", en="The Honorable")),
            han,
        ),
        organizations=(replace(KSIA, kind=OrganizationKind.ASSOCIATION), SIA, MINISTRY),
        **{**AGREEMENT, "agreements": (mou,)},
    )
