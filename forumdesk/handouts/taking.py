# SPDX-License-Identifier: MIT
"""Options as each kind of handout takes them: what it leaves no choice in is settled."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import NameForm
from forumdesk.handouts.card_options import Order
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


def as_promises(options: Options) -> Options:
    """Options as a sheet on commitments takes them: it has no agenda."""
    return replace(options, sections=(), audience=Audience.PUBLIC)


def as_cards(options: Options) -> Options:
    """Options as cards take them: they have no sections, and no columns."""
    columns = options.arrangement is Arrangement.COLUMNS
    arrangement = Arrangement.STACKED if columns else options.arrangement
    return replace(options, sections=(), arrangement=arrangement)


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
