# SPDX-License-Identifier: MIT
"""What the printed program and the agenda sheet say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import AgendaContent, Letter, NotesPage, ProgramContent
from forumdesk.handouts.contents.agenda import PROGRAM, agenda
from forumdesk.handouts.contents.outcomes import agreements, scorecards
from forumdesk.handouts.contents.passages import passages
from forumdesk.handouts.contents.practical import practical
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import back_cover, cover, host_groups, sheet, web_link
from forumdesk.handouts.contents.speakers import abstracts, speakers
from forumdesk.handouts.options import Options, Section
from forumdesk.handouts.published import stamped
from forumdesk.handouts.sections import USUAL, in_order

T = TypeVar("T")
DRAFT = Imprint()


def program_content(dossier: Dossier, options: Options, imprint: Imprint = DRAFT) -> ProgramContent:
    """The printed program of an edition.

    Raises ``ForumDeskError`` if the options name a host or room the edition does not have.
    """
    return stamped(_program, Setting(dossier, options, imprint))


def agenda_content(dossier: Dossier, options: Options, imprint: Imprint = DRAFT) -> AgendaContent:
    """The agenda on one sheet; raises like ``program_content``."""
    return stamped(_agenda, Setting(dossier, options, imprint))


def _program(setting: Setting) -> ProgramContent:
    options = setting.options

    def section(wanted: Section, build: Callable[[Setting], T], otherwise: T) -> T:
        return build(setting) if wanted in options.sections else otherwise

    order = in_order(setting.dossier.edition.sections)
    return ProgramContent(
        sheet=sheet(setting, PROGRAM),
        cover=section(Section.COVER, cover, None),
        contents=Section.CONTENTS in options.sections,
        welcome=section(Section.WELCOME, _welcome, None),
        agenda=section(Section.AGENDA, agenda, None),
        abstracts=section(Section.ABSTRACTS, abstracts, None),
        speakers=section(Section.SPEAKERS, speakers, None),
        agreements=section(Section.AGREEMENTS, agreements, ()),
        commitments=section(Section.COMMITMENTS, scorecards, ()),
        practical=section(Section.PRACTICAL, practical, None),
        notes=section(Section.NOTES, _notes, None),
        back=section(Section.BACK, back_cover, None),
        passages=passages(setting),
        order=() if order == USUAL else tuple(section.value for section in order),
    )


def _agenda(setting: Setting) -> AgendaContent:
    return AgendaContent(
        sheet=sheet(setting, T_("paper", "Agenda")),
        agenda=agenda(setting),
        hosts=host_groups(setting),
        link=web_link(setting.dossier.edition.link),
    )


def _welcome(setting: Setting) -> Letter | None:
    text = setting.prose(setting.dossier.edition.welcome)
    return Letter(setting.say(T_("paper", "Welcome")), text) if text else None


def _notes(setting: Setting) -> NotesPage:
    return NotesPage(setting.say(T_("paper", "Notes")))
