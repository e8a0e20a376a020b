# SPDX-License-Identifier: MIT
"""Options as each kind of handout takes them: what it leaves no choice in is settled."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import NameForm
from forumdesk.handouts.booklets import sheet_paper
from forumdesk.handouts.card_options import Backs, Marks, Order
from forumdesk.handouts.options import Arrangement, Audience, Options, Section, Variant

_AUDIENCES = {Variant.CALLER: Audience.ORGANIZERS, Variant.CLIENT: Audience.GUESTS}


def _below(options: Options) -> Arrangement:
    """Several languages one below the other, where they can stand in no other way."""
    several = options.arrangement is not Arrangement.SINGLE
    return Arrangement.STACKED if several else Arrangement.SINGLE


def _unfaced(options: Options) -> Arrangement:
    """Languages side by side on a page, where a sheet has no pages that face each other."""
    facing = options.arrangement is Arrangement.FACING
    return Arrangement.COLUMNS if facing else options.arrangement


def as_asked(options: Options) -> Options:
    """Options as they are."""
    return options


def as_alone(options: Options) -> Options:
    """Options as a sheet takes them that sets no two languages on a page, and has no agenda."""
    return replace(options, sections=(), arrangement=Arrangement.SINGLE)


def as_agenda(options: Options) -> Options:
    """Options as a sheet takes them that has the agenda alone."""
    return replace(options, sections=(Section.AGENDA,))


def as_slip(options: Options) -> Options:
    """Options as a correction slip takes them: it has no sections."""
    return replace(options, sections=())


def as_pocket(options: Options) -> Options:
    """Options as a pocket agenda takes them: languages stand one below the other."""
    return replace(
        options,
        sections=(Section.COVER, Section.AGENDA, Section.PRACTICAL),
        arrangement=_below(options),
        large_print=False,
        paper=sheet_paper(options.paper),
    )


def as_grid(options: Options) -> Options:
    """Options as sheets of rooms and times take them: languages stand one below the other."""
    return replace(as_agenda(options), arrangement=_below(options))


def as_brief(options: Options) -> Options:
    """Options as briefs for speakers take them: for guests, each in its reader's own order.

    Languages stand one below the other: which comes first is not the same on every page.
    """
    return replace(
        options,
        sections=(Section.AGENDA,),
        audience=Audience.GUESTS,
        first_host="",
        arrangement=_below(options),
    )


def as_booth(options: Options) -> Options:
    """Options as the sheet for interpreters takes them: all that guests may hear.

    Its columns are too narrow for languages to stand side by side.
    """
    return replace(
        as_agenda(options),
        audience=Audience.GUESTS,
        arrangement=_below(options),
    )


def as_press(options: Options) -> Options:
    """Options as the sheet for the press takes them: for everybody, agenda and agreements."""
    return replace(
        options,
        sections=(Section.AGENDA, Section.AGREEMENTS),
        audience=Audience.PUBLIC,
        arrangement=_unfaced(options),
    )


def as_promises(options: Options) -> Options:
    """Options as a sheet on commitments takes them: it has no agenda."""
    return replace(options, sections=(), audience=Audience.PUBLIC)


def as_proof(options: Options) -> Options:
    """Options as a proof takes them: texts stand beside each other, whatever sheets they are on."""
    return replace(options, sections=(), arrangement=Arrangement.STACKED)


def as_cards(options: Options) -> Options:
    """Options as cards take them: they have no sections, and no columns."""
    columns = options.arrangement is Arrangement.COLUMNS
    arrangement = Arrangement.STACKED if columns else options.arrangement
    return replace(options, sections=(), arrangement=arrangement)


def as_motorcade(options: Options) -> Options:
    """Options as windscreen cards take them: the organizers', without an agenda or columns."""
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=_below(options),
    )


def as_personal(options: Options) -> Options:
    """Options as personal agendas take them: on plain paper, with marks to cut along.

    Each is in its reader's own order of languages, and has no back.
    """
    return replace(
        options,
        sections=(),
        audience=Audience.GUESTS,
        first_host="",
        arrangement=_below(options),
        marks=Marks.CROP,
        backs=Backs.NONE,
        blanks=0,
    )


def as_tents(options: Options) -> Options:
    """Options as cards for tables take them: those of one plan come in the order of its seats."""
    laid = options.plan and options.order is Order.NAME
    return replace(as_cards(options), order=Order.TABLE if laid else options.order)


def as_agreement(options: Options) -> Options:
    """Options as signing copies take them: each is in one language, for one party.

    Whose copies they are, a host or not, is looked up among the parties.
    """
    return replace(options, sections=(), arrangement=Arrangement.STACKED, first_host="")


def as_signing_table(options: Options) -> Options:
    """Options as the sheet for the table takes them: it is the organizers', without an agenda."""
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=_below(options),
    )


def as_fact_sheet(options: Options) -> Options:
    """Options as the fact sheet takes them: for everybody, with the agreements alone."""
    return replace(
        options,
        sections=(Section.AGREEMENTS,),
        audience=Audience.PUBLIC,
        arrangement=_unfaced(options),
    )


def as_run_sheet(options: Options) -> Options:
    """Options as a run sheet takes them: its copy decides what is on it.

    Its columns are too narrow for languages to stand side by side.
    """
    return replace(
        as_agenda(options),
        arrangement=_below(options),
        audience=_AUDIENCES[options.variant],
    )


def as_list(options: Options) -> Options:
    """Options as a list of people takes them: there is no agenda on it.

    Its columns are too narrow for languages to stand side by side. In the order of names what
    comes first in a name is what it is found by.
    """
    by_name = options.list_order is ListOrder.NAME and options.names is NameForm.GIVEN_FIRST
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=_below(options),
        names=NameForm.FAMILY_CAPITALS if by_name else options.names,
    )
