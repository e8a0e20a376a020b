# SPDX-License-Identifier: MIT
"""The list of a pack: what it says of a pack that was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from forumdesk.domain.dates import stamp_time
from forumdesk.domain.desk import Severity
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Phrase
from forumdesk.handouts.catalogue import PACK_LIST, options_for
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.dressing import needs_color
from forumdesk.handouts.naming import write_whole
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.pack.content import (
    Missing,
    MissingGroup,
    Noted,
    NotedGroup,
    PackFigure,
    PackHeads,
    PackListContent,
    PackRow,
    PaperTotal,
    PrintFile,
)
from forumdesk.handouts.pack.findings import Found, found
from forumdesk.handouts.pack.making import (
    Fate,
    Outcome,
    Pack,
    PackOrder,
    SetSheet,
    Together,
)
from forumdesk.handouts.pack.tickets import list_name
from forumdesk.handouts.paper import sheets

_PACK = T_("paper", "Handout pack")
_NOTE = T_(
    "pack",
    "Print each file in as many copies as stand beside it. Sheets are counted for all copies.",
)
_AT_ONCE = T_(
    "pack",
    "They have one copy of each file, on sheets of its own. Print them on both sides, turned over"
    " the long edge. Pages are numbered after their file: 03-1.",
)
_ON_EACH = T_("pack", "{count} pages on each side, to be cut apart")
_MARKED = T_("pack", "to be cut along the marks")
_CUT = T_(
    "pack",
    "A sheet to be cut has {count} copies of what is needed in several: divide their number by"
    " {count}. Of the rest lay the piles on one another, the first on top.",
)
_UNBOUND = T_("pack", "“{name}” could not be made.")
_ERRORS = T_("pack", "Put right before handing out")
_WARNINGS = T_("pack", "Look at these")
_ON = T_("pack", "On sheets")
_MORE = T_("pack", "{count} more, which are told where the sheets are shown or checked.")
TOLD = 40
"""Findings of a severity that the list tells one by one."""
_LEFT = T_("pack", "Not made")
_UNCHANGED = T_("pack", "Not made again: unchanged since it was printed")
_SINCE = T_("pack", "Printed {at}")
_NOTHING = T_("pack", "Nothing had to be made.")


def list_options(order: PackOrder) -> Options:
    """How the list looks: in one language, on the edition's paper, in its theme."""
    usual = options_for(order.dossier)
    languages = (order.words.language, *order.dossier.languages)
    paper = usual.paper if usual.paper in (Paper.A4, Paper.LETTER) else Paper.A4
    return replace(usual, languages=languages, arrangement=Arrangement.SINGLE, paper=paper)


def set_list(order: PackOrder, content: PackListContent, folder: Path, set_sheet: SetSheet) -> None:
    """Set the list and write it into the folder of the pack."""
    rendered = set_sheet(PACK_LIST, content, list_options(order))
    write_whole(folder / list_name(order.words), rendered.data)


def pack_list(order: PackOrder, pack: Pack) -> PackListContent:
    """What the list says of a pack."""
    setting = Setting(order.dossier, list_options(order), order.imprint)
    made = pack.being(Fate.MADE)
    rows = tuple(_row(setting, one) for one in made)
    totals = tuple(_totals(setting, made, rows))
    noted = found(made, order.words)
    return PackListContent(
        sheet=sheet(setting, _PACK),
        note=setting.say(_NOTE),
        figures=tuple(_figures(setting, rows, len(noted))),
        heads=_heads(setting),
        rows=rows,
        totals=totals,
        groups=tuple(_groups(setting, pack)),
        noted=tuple(_noted(setting, noted)),
        prints=tuple(_print_file(setting, one) for one in pack.together if one.made),
        printing=_printing(setting, pack),
        nothing=NOTHING if rows else setting.say(_NOTHING),
    )


def _print_file(setting: Setting, one: Together) -> PrintFile:
    detail = NOTHING
    if one.tray.cut:
        several = one.tray.pages > 1
        detail = setting.say(_ON_EACH, count=one.tray.pages) if several else setting.say(_MARKED)
    return PrintFile(_plain(setting, one.name), detail, one.files, one.sheets)


def _printing(setting: Setting, pack: Pack) -> Wording:
    """How the files are printed that go at one go, and which of them there are not."""
    said = [setting.say(_AT_ONCE)] if pack.prints else []
    several = sorted({one.tray.pages for one in pack.together if one.made and one.tray.pages > 1})
    said += [setting.say(_CUT, count=count) for count in several]
    said += [setting.say(_UNBOUND, name=name) for name in pack.unbound]
    return setting.by_language(lambda tag: " ".join(dict(one).get(tag, "") for one in said))


def _figures(setting: Setting, rows: tuple[PackRow, ...], noted: int) -> Iterator[PackFigure]:
    if not rows:
        return
    counts = (
        (T_("pack", "files"), len(rows)),
        (T_("pack", "copies"), sum(row.copies for row in rows)),
        (T_("pack", "sheets, printed on one side"), sum(row.single for row in rows)),
        (T_("pack", "sheets, printed on both sides"), sum(row.duplex for row in rows)),
    )
    for term, count in counts:
        yield PackFigure(count, setting.say(term))
    if noted:
        yield PackFigure(noted, setting.say(T_("pack", "to be looked at, see below")))


def _heads(setting: Setting) -> PackHeads:
    return PackHeads(
        number=setting.say(T_("pack", "No.")),
        title=setting.say(T_("pack", "Sheet")),
        audience=setting.say(T_("pack", "Kind")),
        paper=setting.say(T_("pack", "Paper")),
        pages=setting.say(T_("pack", "Pages")),
        copies=setting.say(T_("pack", "Copies")),
        single=setting.say(T_("pack", "1-sided")),
        duplex=setting.say(T_("pack", "2-sided")),
        totals=setting.say(T_("pack", "Paper needed")),
        files=setting.say(T_("pack", "Files")),
        together=setting.say(T_("pack", "To print at one go")),
    )


def _row(setting: Setting, one: Outcome) -> PackRow:
    ticket, copies = one.ticket, one.ticket.sheet.copies
    colored = needs_color(setting.dossier, ticket.options.theme)
    plain = T_("pack", "colour") if colored else T_("pack", "black and white")
    return PackRow(
        number=f"{ticket.number:02}",
        title=_plain(setting, ticket.title),
        detail=_plain(setting, ", ".join(ticket.special)),
        audience=_plain(setting, ticket.shelf),
        paper=_plain(setting, _paper(one)),
        ink=setting.say(plain),
        pages=one.pages,
        copies=copies,
        single=sheets(one.pages, copies, duplex=False),
        duplex=one.leaves * copies,
    )


def _paper(one: Outcome) -> str:
    """The paper, or the sheet of cards, which is not taken for any other paper."""
    return one.ticket.stock or one.paper


def _totals(
    setting: Setting, made: tuple[Outcome, ...], rows: tuple[PackRow, ...]
) -> Iterator[PaperTotal]:
    papers: dict[str, list[PackRow]] = {}
    for one, row in zip(made, rows, strict=True):
        papers.setdefault(_paper(one), []).append(row)
    for paper, of in papers.items():
        single, duplex = sum(row.single for row in of), sum(row.duplex for row in of)
        yield PaperTotal(_plain(setting, paper), len(of), single, duplex)


def _groups(setting: Setting, pack: Pack) -> Iterator[MissingGroup]:
    for fate, term in ((Fate.LEFT, _LEFT), (Fate.UNCHANGED, _UNCHANGED)):
        missing = tuple(_missing(setting, one) for one in pack.being(fate))
        if missing:
            yield MissingGroup(f"pack-{fate}", setting.say(term), missing)


def _noted(setting: Setting, every: tuple[Found, ...]) -> Iterator[NotedGroup]:
    for severity, term in ((Severity.ERROR, _ERRORS), (Severity.WARNING, _WARNINGS)):
        those = tuple(
            Noted(_plain(setting, one.text), one.numbers)
            for one in every
            if one.severity is severity
        )
        if (more := len(those) - TOLD) > 0:
            those = (*those[:TOLD], Noted(setting.say(_MORE, count=more), ""))
        if those:
            yield NotedGroup(f"pack-{severity}", setting.say(term), setting.say(_ON), those)


def _missing(setting: Setting, one: Outcome) -> Missing:
    ticket = one.ticket
    return Missing(
        number=f"{ticket.number:02}",
        title=_plain(setting, ticket.title),
        detail=_plain(setting, ", ".join(ticket.special)),
        why=_why(setting, one),
    )


def _why(setting: Setting, one: Outcome) -> Wording:
    if one.since is not None:
        return setting.say(_SINCE, at=stamp_time(setting.local(one.since)))
    phrase: Phrase | None = one.why
    return setting.each(phrase.said) if phrase else NOTHING


def _plain(setting: Setting, text: str) -> Wording:
    """A text that was worded already, in the language of the list."""
    return ((setting.languages[0], text),) if text else NOTHING
