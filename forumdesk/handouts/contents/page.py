# SPDX-License-Identifier: MIT
"""The program as a page of the web: what is printed, and where each session leads besides."""

from __future__ import annotations

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.handouts.content import ProgramContent
from forumdesk.handouts.contents.agenda import anchor_of
from forumdesk.handouts.contents.program import program_content
from forumdesk.handouts.contents.sessions import every_session
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import web_link
from forumdesk.handouts.options import Options

_SHOWN = ("page", "link", "attachment", "recording", "feedback")


@frozen
class PageLink:
    """Where a session leads on the web; ``kind`` as of a ``Link``, ``title`` may be empty."""

    url: str
    title: str
    kind: str


@frozen
class PageContent:
    """The program, with the links of its sessions by their anchors."""

    program: ProgramContent
    links: tuple[tuple[str, tuple[PageLink, ...]], ...] = ()


def page_content(dossier: Dossier, options: Options, imprint: Imprint) -> PageContent:
    """The page of an edition; raises as ``program_content`` does."""
    setting = Setting(dossier, options, imprint)
    links = ((anchor_of(session), _links(session)) for session in every_session(setting))
    return PageContent(
        program_content(dossier, options, imprint),
        tuple((anchor, found) for anchor, found in links if found),
    )


def _links(session: Session) -> tuple[PageLink, ...]:
    return tuple(
        PageLink(url, link.title, link.kind)
        for link in session.links
        if link.kind in _SHOWN and (url := web_link(link.url))
    )
