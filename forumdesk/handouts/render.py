# SPDX-License-Identifier: MIT
"""Content in, PDF bytes out: values only, so that a worker process can do it.

>>> render(content, options).data  # the file
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Any, TypeVar

from forumdesk.domain.bulk import uncollected
from forumdesk.handouts.agenda import agenda_story
from forumdesk.handouts.attendees import attendees_head, attendees_story, sign_in_story
from forumdesk.handouts.booklets import BOOKLET, BookletContent
from forumdesk.handouts.booth import InterpretersContent
from forumdesk.handouts.briefs import SpeakerBriefContent
from forumdesk.handouts.cards.content import CardsContent
from forumdesk.handouts.cards.setting import set_cards
from forumdesk.handouts.comparison import ComparisonContent, comparison_story
from forumdesk.handouts.content import AgendaContent, Content, ProgramContent
from forumdesk.handouts.corrections import ErrataContent
from forumdesk.handouts.deed import copies_printed
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.door_signs import signs_printed
from forumdesk.handouts.dress import one_line
from forumdesk.handouts.dressing import dressed
from forumdesk.handouts.errata import errata_story
from forumdesk.handouts.fact_sheet import fact_sheet_story
from forumdesk.handouts.fits import Fit, fitted
from forumdesk.handouts.grid.setting import grid_printed
from forumdesk.handouts.imposed import leaf_options, stitched, stitching, trim_of
from forumdesk.handouts.interpreters import interpreters_story
from forumdesk.handouts.letters import letters_printed
from forumdesk.handouts.lists import AttendeesContent, SignInContent
from forumdesk.handouts.mailing import LettersContent
from forumdesk.handouts.mc_script import mc_script_story
from forumdesk.handouts.motorcade import MotorcadeContent
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.pack.content import PackListContent
from forumdesk.handouts.pack.story import pack_story
from forumdesk.handouts.pocket import POCKET, PocketContent
from forumdesk.handouts.pocket_pages import PocketDocument
from forumdesk.handouts.press import press_head, press_story
from forumdesk.handouts.pressed import PressContent
from forumdesk.handouts.program import program_story
from forumdesk.handouts.promised import OwnersContent, ScorecardContent
from forumdesk.handouts.proof import ProofContent, foot_of, proof_story
from forumdesk.handouts.run_sheet import run_sheet_story
from forumdesk.handouts.scorecard import owners_story, scorecard_story
from forumdesk.handouts.seated import SeatingContent
from forumdesk.handouts.seating import seating_printed
from forumdesk.handouts.signing import (
    FactSheetContent,
    SigningCopiesContent,
    SigningTableContent,
)
from forumdesk.handouts.signing_table import table_printed
from forumdesk.handouts.speaker_brief import brief_story, nothing_story
from forumdesk.handouts.stage import RunSheetContent, ScriptContent
from forumdesk.handouts.story import Part
from forumdesk.handouts.theme import least_scale, theme
from forumdesk.handouts.timetables import GridContent, SignsContent
from forumdesk.handouts.vehicle_cards import Motorcade

L = TypeVar("L", AttendeesContent, SignInContent)


def look(options: Options, *, scale: float = 1.0, sheet: str = "") -> Look:
    """How a sheet looks that is asked for so; raises ``ForumDeskError`` for an unknown theme.

    ``sheet`` names a kind of sheet that themes set in a way of its own.
    """
    # Pages that are "of a booklet" are half as large as its paper, and come to lie on it.
    bound = options.of == BOOKLET
    page = leaf_options(options) if bound else options
    of = theme(
        options.theme,
        paper=page.paper.value,
        accent=options.accent,
        large=options.large_print,
        scale=scale,
        sheet=sheet,
    )
    return Look(of, options.arrangement, trim_of(page), stitching(options) if bound else None)


def render(content: Content, options: Options) -> Printed:
    """Set and draw a sheet. The same content and options give the same bytes.

    Raises ``ForumDeskError`` if the options name a theme or paper there is not.
    """
    with uncollected():  # marks live until the end, and the search took a third of the time
        return _SETTERS[type(content)](content, dressed(content, options))


def _program(content: ProgramContent, options: Options) -> Printed:
    document = Document(content.sheet, look(options))
    document.covers(content.cover, content.back)
    document.add(program_story(content))
    return document.printed(contents=content.contents)


def _agenda(content: AgendaContent, options: Options) -> Printed:
    @cache
    def told(dropped: tuple[StrEnum, ...]) -> tuple[Part, ...]:
        return tuple(agenda_story(content, dropped))

    def made(fit: Fit) -> Document:
        document = Document(content.sheet, look(options, scale=fit.scale))
        document.add(told(fit.dropped))
        return document

    document, fit = fitted(made, _filled, _least(options), content.details)
    return replace(document.printed(), fit=fit)


def _filled(document: Document | Motorcade) -> float:
    return document.filled


def _least(options: Options, sheet: str = "") -> float:
    """The smallest scale in which type of a kind of sheet may be set."""
    return least_scale(look(options, sheet=sheet).theme)


def _slip(content: ErrataContent, options: Options) -> Printed:
    """Two slips on a sheet to be cut, made to fit by smaller type; else one on whole sheets."""
    slip, fit = _fitted(errata_story, "slip", content, options)
    if len(slip.pages()) > 1:
        return _told(errata_story, "", content, options)
    frame = slip.theme.frame
    return replace(slip.printed(twice=frame.width > frame.height), fit=fit)


def _fitted(
    story: Callable[[Any], Iterable[Part]], sheet: str, content: Content, options: Options
) -> tuple[Document, Fit]:
    """A sheet without covers in the largest type in which it takes the fewest pages."""
    told = tuple(story(content))

    def made(fit: Fit) -> Document:
        document = Document(content.sheet, look(options, scale=fit.scale, sheet=sheet))
        document.add(told)
        return document

    return fitted(made, _filled, _least(options, sheet))


def _told(
    story: Callable[[Any], Iterable[Part]], sheet: str, content: Content, options: Options
) -> Printed:
    """A sheet without covers: its story from the first page to the last."""
    document = Document(content.sheet, look(options, sheet=sheet))
    document.one_sided = isinstance(content, OwnersContent)  # a page for each of them
    document.add(story(content))
    return document.printed()


def _scorecard(content: ScorecardContent, options: Options) -> Printed:
    """The commitments, a little smaller where that saves the last page."""
    sheet = "scorecard"
    least = least_scale(look(options, sheet=sheet).theme)

    @cache
    def made(size: float) -> Document:
        document = Document(content.sheet, look(options, scale=size, sheet=sheet))
        document.add(scorecard_story(content))
        return document

    sizes = [size for size in _SIZES if size >= least]
    return min((made(size) for size in sizes), key=lambda of: len(of.pages())).printed()


def _run_sheet(content: RunSheetContent, options: Options) -> Printed:
    """A run sheet: whoever takes up a page of it must see at its head which state it shows."""
    sheet = content.sheet
    headed = replace(sheet, running=one_line(sheet.running, sheet.stamp.name))
    return _told(run_sheet_story, "run-sheet", replace(content, sheet=headed), options)


def _attendees(content: AttendeesContent, options: Options) -> Printed:
    """The list of participants, on paper that lies on its side where there is much to tell."""
    named = _named_above(content)
    kind = "wide-list" if content.wide else "list"
    document = Document(named.sheet, look(options, sheet=kind), narrow=content.narrow)
    if content.narrow:
        document.head(attendees_head(named))
    else:
        document.add([attendees_head(named)])
    document.flow(attendees_story(named))
    return document.printed()


def _sign_in(content: SignInContent, options: Options) -> Printed:
    return _told(sign_in_story, "sign-in", _named_above(content), options)


def _named_above(content: L) -> L:
    """A list whose sheets say at their heads what they are: each lies about alone."""
    sheet = content.sheet
    return replace(content, sheet=replace(sheet, running=one_line(sheet.subject, sheet.running)))


_UPRIGHT, _UPRIGHT_SMALL = 5, 3  # editions for which upright paper has room


def _comparison(content: ComparisonContent, options: Options) -> Printed:
    """Editions side by side on one page, on paper that lies on its side where there are many."""
    upright = _UPRIGHT_SMALL if options.large_print or options.paper is Paper.A5 else _UPRIGHT
    kind = "wide-list" if len(content.heads) > upright else "list"
    document, fit = _fitted(comparison_story, kind, content, options)
    return replace(document.printed(), fit=fit)


def _letters(content: LettersContent, options: Options) -> Printed:
    return letters_printed(content, look(options, sheet="letter"), options.paper.value)


def _copies(content: SigningCopiesContent, options: Options) -> Printed:
    return copies_printed(content, look(options, sheet="deed"))


def _grid(content: GridContent, options: Options) -> Printed:
    return grid_printed(content, look(options, sheet="grid"))


_FEW_ON_A_SIGN = 3  # sessions for which a sign lies on its side, to be read from afar


def _signs(content: SignsContent, options: Options) -> Printed:
    """Signs, all of them upright or all on their side."""
    most = max((len(sign.slots) for sign in content.signs), default=0)
    kind = "door-signs" if most > _FEW_ON_A_SIGN else "wide-door-signs"
    return signs_printed(content, look(options, sheet=kind))


def _table(content: SigningTableContent, options: Options) -> Printed:
    """The sheet for the table, smaller where it then takes a page less."""
    sheet = "signing-table"

    def made(fit: Fit) -> Printed:
        return table_printed(content, look(options, scale=fit.scale, sheet=sheet))

    wanted = max(len(content.tables), 1)
    least = _least(options, sheet)
    return fitted(made, lambda table: max(table.pages - wanted, 0) + 1, least)[0]


def _motorcade(content: MotorcadeContent, options: Options) -> Printed:
    kind = "vehicle-cards-half" if content.halves else "vehicle-cards"
    usual = replace(options, large_print=False)  # cards are as large as can be, whoever reads
    cards = look(usual, sheet=kind)

    def made(fit: Fit) -> Motorcade:
        return Motorcade(content, look(options, scale=fit.scale, sheet=kind))

    motorcade, _ = fitted(made, _filled, _least(options, kind))
    return motorcade.printed(cards)


def _seating(content: SeatingContent, options: Options) -> Printed:
    return seating_printed(content, look(options, sheet="seating"))


def _facts(content: FactSheetContent, options: Options) -> Printed:
    """The fact sheet on one page, where smaller type can make it so."""
    return _fitted(fact_sheet_story, "fact-sheet", content, options)[0].printed()


def _booklet(content: BookletContent, options: Options) -> Printed:
    """Pages of half the sheet, put on sheets."""
    pages = content.pages
    return stitched(_SETTERS[type(pages)](pages, replace(options, of=BOOKLET)), options)


def _pocket(content: PocketContent, options: Options) -> Printed:
    """The pocket agenda on one sheet where it can be; else on as few as it takes."""

    def made(fit: Fit) -> PocketDocument:
        return PocketDocument(content, look(options, scale=fit.scale, sheet=POCKET), fit)

    least = _least(options, POCKET)
    pocket, fit = fitted(made, lambda pocket: pocket.sheets, least, content.details)
    return replace(pocket.folded(), fit=fit)


def _proof(content: ProofContent, options: Options) -> Printed:
    """A proof, whose every page has a place for initials at its foot."""
    document = Document(content.sheet, look(options, sheet="proof"))
    document.foot = foot_of(content)
    document.add(proof_story(content))
    return document.printed()


_SIZES = (1.0, 0.95, 0.9)  # of type with less air, of which the largest that saves a page


def _briefs(content: SpeakerBriefContent, options: Options) -> Printed:
    """Briefs, each in its reader's own order of languages."""
    document = Document(content.sheet, look(options, sheet="speaker-brief"))
    document.one_sided = True
    least = least_scale(document.theme)
    close = document.theme.closed_up()
    smaller = (close.scaled(size) for size in _SIZES if size >= least)
    themes = (document.theme, *smaller)
    for brief in content.briefs:
        document.add_apart(brief_story(brief), brief.languages, themes)
    if not content.briefs:
        document.add([nothing_story(content.sheet.subject, content.nothing)])
    return document.printed()


def _pack_list(content: PackListContent, options: Options) -> Printed:
    """The list that lies on a pack, on one page where smaller type can make it so."""
    return _fitted(pack_story, "list", content, options)[0].printed()


def _press(content: PressContent, options: Options) -> Printed:
    """The sheet for the press, on as few pages as smaller type can make it.

    It stands in columns where these are not parted by language, and the paper is no smaller than
    office paper.
    """
    narrow = options.arrangement is not Arrangement.COLUMNS and options.paper is not Paper.A5
    kind = "press-columns" if narrow else "press"
    head, body = press_head(content), tuple(press_story(content, narrow=narrow))

    def made(fit: Fit) -> Document:
        document = Document(
            content.sheet, look(options, scale=fit.scale, sheet=kind), narrow=narrow
        )
        if narrow:
            document.head(head)
        document.add(body)
        return document

    return fitted(made, _filled, _least(options, kind))[0].printed()


_SETTERS: Mapping[type[Content], Callable[[Any, Options], Printed]] = MappingProxyType(
    {
        ProgramContent: _program,
        BookletContent: _booklet,
        PocketContent: _pocket,
        AgendaContent: _agenda,
        GridContent: _grid,
        SignsContent: _signs,
        ErrataContent: _slip,
        ScriptContent: partial(_told, mc_script_story, "mc-script"),
        RunSheetContent: _run_sheet,
        AttendeesContent: _attendees,
        SignInContent: _sign_in,
        CardsContent: set_cards,
        LettersContent: _letters,
        ComparisonContent: _comparison,
        SigningCopiesContent: _copies,
        SigningTableContent: _table,
        FactSheetContent: _facts,
        MotorcadeContent: _motorcade,
        SeatingContent: _seating,
        ScorecardContent: _scorecard,
        PressContent: _press,
        SpeakerBriefContent: _briefs,
        InterpretersContent: partial(_told, interpreters_story, "interpreters"),
        PackListContent: _pack_list,
        OwnersContent: partial(_told, owners_story, "scorecard"),
        ProofContent: _proof,
    }
)
