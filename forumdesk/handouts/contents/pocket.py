# SPDX-License-Identifier: MIT
"""The pocket agenda: the program in short, with what a guest asks on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import PassageKind
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Agenda, NotesPage, Prose, Wording
from forumdesk.handouts.contents.agenda import agenda
from forumdesk.handouts.contents.practical import practical, practical_in_short
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import AGENDA_ONLINE, cover, dates, place, sheet, web_link
from forumdesk.handouts.dress import one_line
from forumdesk.handouts.options import Options
from forumdesk.handouts.pocket import PocketBack, PocketContent, PocketDetail
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_pocket

_BAR = "|"  # between a number and whom it reaches
_SUBJECT = T_("paper", "Pocket agenda")


def pocket_content(dossier: Dossier, options: Options, imprint: Imprint) -> PocketContent:
    """The pocket agenda of an edition.

    Raises ``ForumDeskError`` if the options name a host or room the edition does not have.
    """
    return stamped(_pocket, Setting(dossier, as_pocket(options), imprint))


def _pocket(setting: Setting) -> PocketContent:
    dossier = setting.dossier
    short = setting.text(dossier.series.short)
    days = agenda(setting)
    headed = replace(
        sheet(setting, _SUBJECT),
        running=short or setting.text(dossier.title),
        dates=_dates(setting, days),
        place=_place(setting),
    )
    usual, whole = practical_in_short(setting), practical(setting)
    return PocketContent(
        sheet=headed,
        cover=cover(setting),
        agenda=days,
        practical=usual,
        further=whole if whole != usual else None,
        notes=NotesPage(setting.say(T_("paper", "Notes"))),
        back=_back(setting),
        details=tuple(_details(setting, days)),
    )


def _dates(setting: Setting, days: Agenda) -> Wording:
    """When: the day, where the sheet is of one day."""
    one_day = setting.options.day is not None and len(days.days) == 1
    return days.days[0].date if one_day else dates(setting)


def _place(setting: Setting) -> Wording:
    """Where: the room before the venue, where the sheet is of one room."""
    if setting.room is None:
        return place(setting)
    return one_line(setting.text(setting.room.name), place(setting))


def _details(setting: Setting, days: Agenda) -> Iterator[PocketDetail]:
    """What there is that may be left out."""
    sessions = [session for day in days.days for session in day.entries]
    items = [item for session in sessions for item in session.items]
    if setting.dossier.edition.practical:
        yield PocketDetail.FURTHER
    if any(session.parts for session in (*sessions, *items)):
        yield PocketDetail.NAMES
    if len(setting.languages) > 1:
        yield PocketDetail.SECOND
    if items:
        yield PocketDetail.ITEMS


def _back(setting: Setting) -> PocketBack:
    link = web_link(setting.dossier.edition.link)
    return PocketBack(
        setting.text(setting.dossier.title),
        tuple(_notes(setting)),
        link,
        setting.say(AGENDA_ONLINE) if link else NOTHING,
    )


def _notes(setting: Setting) -> Iterator[tuple[Wording, Prose]]:
    """Whom to call, then what the texts of the program say of an emergency."""
    if contact := setting.dossier.edition.contact:
        yield setting.say(T_("paper", "Contact")), setting.prose(contact)
    for passage in setting.dossier.passages:
        if passage.kind is PassageKind.EMERGENCY and passage.text:
            title = setting.text(passage.title) or setting.say(T_("paper", "Emergency"))
            yield title, setting.lines([_called(passage.text)])


def _called(text: Text) -> Text:
    """The lines that are numbers to call ("112 | Emergency"), as they are read.

    What else there is to say stands in the program; a text without such lines is all said.
    """

    def numbers(written: str) -> str:
        lines = written.splitlines()
        split = [line.partition(_BAR) for line in lines if _BAR in line]
        called = [f"{number.strip()}  {whom.strip()}" for number, _, whom in split]
        return "\n".join(called or lines)

    return Text.of({tag: numbers(text[tag]) for tag in text})
