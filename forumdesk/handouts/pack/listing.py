# SPDX-License-Identifier: MIT
"""The list of a pack: what it says of a pack that was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from forumdesk.domain.dates import stamp_time
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
    PackFigure,
    PackHeads,
    PackListContent,
    PackRow,
    PaperTotal,
)
from forumdesk.handouts.pack.making import Fate, Outcome, Pack, PackOrder, SetSheet
from forumdesk.handouts.pack.tickets import list_name
from forumdesk.handouts.paper import sheets

_PACK = T_("paper", "Handout pack")
_NOTE = T_(
    "pack",
    "Print each file in as many copies as stand beside it. Sheets are counted for all copies.",
)
_AT_ONCE = T_("pack", "“{name}” has one copy of everything on that paper, each on a new sheet.")
_UNBOUND = T_("pack", "“{name}” could not be made.")
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
    return PackListContent(
        sheet=sheet(setting, _PACK),
        note=_note(setting, pack),
        figures=tuple(_figures(setting, rows)),
        heads=_heads(setting),
        rows=rows,
        totals=totals,
        groups=tuple(_groups(setting, pack)),
        nothing=NOTHING if rows else setting.say(_NOTHING),
    )


def _note(setting: Setting, pack: Pack) -> Wording:
    names = [(_AT_ONCE, name) for name in pack.prints]
    names += [(_UNBOUND, name) for name in pack.unbound]
    said = [setting.say(_NOTE), *(setting.say(term, name=name) for term, name in names)]
    return setting.by_language(lambda tag: " ".join(dict(one).get(tag, "") for one in said))


def _figures(setting: Setting, rows: tuple[PackRow, ...]) -> Iterator[PackFigure]:
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
        duplex=sheets(one.pages, copies, duplex=ticket.two_sided),
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
