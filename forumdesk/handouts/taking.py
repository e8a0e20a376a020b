# SPDX-License-Identifier: MIT
"""Options as each kind of handout takes them: what it leaves no choice in is settled."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import NameForm
from forumdesk.handouts.card_options import Backs, Marks, Order
from forumdesk.handouts.options import Arrangement, Audience, Options, Section, Variant

_AUDIENCES = {Variant.CALLER: Audience.ORGANIZERS, Variant.CLIENT: Audience.GUESTS}


def as_asked(options: Options) -> Options:
    """Options as they are."""
    return options


def as_alone(options: Options) -> Options:
    """Options as a sheet takes them that sets no two languages on a page, and has no agenda."""
    return replace(options, sections=(), arrangement=Arrangement.SINGLE)


def as_agenda(options: Options) -> Options:
    """Options as a sheet takes them that has the agenda alone."""
    return replace(options, sections=(Section.AGENDA,))


def as_grid(options: Options) -> Options:
    """Options as sheets of rooms and times take them: languages stand one below the other."""
    several = options.arrangement is not Arrangement.SINGLE
    arrangement = Arrangement.STACKED if several else Arrangement.SINGLE
    return replace(as_agenda(options), arrangement=arrangement)


def as_brief(options: Options) -> Options:
    """Options as briefs for speakers take them: for guests, each in its reader's own order.

    Languages stand one below the other: which comes first is not the same on every page.
    """
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        options,
        sections=(Section.AGENDA,),
        audience=Audience.GUESTS,
        first_host="",
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
    )


def as_booth(options: Options) -> Options:
    """Options as the sheet for interpreters takes them: all that guests may hear.

    Its columns are too narrow for languages to stand side by side.
    """
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        as_agenda(options),
        audience=Audience.GUESTS,
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
    )


def as_press(options: Options) -> Options:
    """Options as the sheet for the press takes them: for everybody, agenda and agreements."""
    facing = options.arrangement is Arrangement.FACING
    return replace(
        options,
        sections=(Section.AGENDA, Section.AGREEMENTS),
        audience=Audience.PUBLIC,
        arrangement=Arrangement.COLUMNS if facing else options.arrangement,
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
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
    )


def as_personal(options: Options) -> Options:
    """Options as personal agendas take them: on plain paper, with marks to cut along.

    Each is in its reader's own order of languages, and has no back.
    """
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        options,
        sections=(),
        audience=Audience.GUESTS,
        first_host="",
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
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
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
    )


def as_fact_sheet(options: Options) -> Options:
    """Options as the fact sheet takes them: for everybody, with the agreements alone."""
    facing = options.arrangement is Arrangement.FACING
    return replace(
        options,
        sections=(Section.AGREEMENTS,),
        audience=Audience.PUBLIC,
        arrangement=Arrangement.COLUMNS if facing else options.arrangement,
    )


def as_run_sheet(options: Options) -> Options:
    """Options as a run sheet takes them: its copy decides what is on it.

    Its columns are too narrow for languages to stand side by side.
    """
    several = options.arrangement is not Arrangement.SINGLE
    return replace(
        as_agenda(options),
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
        audience=_AUDIENCES[options.variant],
    )


def as_list(options: Options) -> Options:
    """Options as a list of people takes them: there is no agenda on it.

    Its columns are too narrow for languages to stand side by side. In the order of names what
    comes first in a name is what it is found by.
    """
    several = options.arrangement is not Arrangement.SINGLE
    by_name = options.list_order is ListOrder.NAME and options.names is NameForm.GIVEN_FIRST
    return replace(
        options,
        sections=(),
        audience=Audience.ORGANIZERS,
        arrangement=Arrangement.STACKED if several else Arrangement.SINGLE,
        names=NameForm.FAMILY_CAPITALS if by_name else options.names,
    )
