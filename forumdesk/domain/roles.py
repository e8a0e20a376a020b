# SPDX-License-Identifier: MIT
"""What somebody's part in a session is called, which in Korean follows who gives it.

The speech that opens a forum is 개회사 when a host gives it and 대회사 when the organizer does;
a co-host's greeting is 환영사, a guest's 축사. Those whose role is only "speaks" are named after
the session they speak in.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from forumdesk.domain.agenda import Role, SessionKind
from forumdesk.domain.forum import HostRole
from forumdesk.domain.terms import T_, term
from forumdesk.domain.words import Words

Giver: TypeAlias = HostRole | Literal["guest"] | None
_BY_SESSION = {
    SessionKind.KEYNOTE: Role.KEYNOTE,
    SessionKind.PRESENTATION: Role.PRESENTS,
    SessionKind.PANEL: Role.DISCUSSES,
    SessionKind.DISCUSSION: Role.DISCUSSES,
    SessionKind.SIGNING: Role.SIGNS,
    SessionKind.CLOSING: Role.CLOSES,
}
_GREETINGS: dict[Giver, Role] = {HostRole.HOST: Role.OPENS, HostRole.CO_HOST: Role.WELCOMES}
_GREETED = frozenset({SessionKind.OPENING, SessionKind.REMARKS})
_ORGANIZERS_OPENING = T_("role of an organizer", "Opening remarks")


def acting_role(role: Role, kind: SessionKind, giver: Giver = None) -> Role:
    """The role meant: one that is only "speaks" follows the session and who gives it.

    ``giver`` is what the speaker's organization is to the edition, ``None`` if not known.
    """
    if role is not Role.SPEAKS:
        return role
    if kind not in _GREETED:
        return _BY_SESSION.get(kind, role)
    return _GREETINGS.get(giver, Role.CONGRATULATES) if giver else role


def role_word(role: Role, kind: SessionKind, giver: Giver, words: Words) -> str:
    """What a part is called in the language of ``words``."""
    acting = acting_role(role, kind, giver)
    if acting is Role.OPENS and giver is HostRole.ORGANIZER:
        return words.context(*_ORGANIZERS_OPENING)
    return term(acting, words)
