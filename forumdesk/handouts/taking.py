# SPDX-License-Identifier: MIT
"""Options as each kind of handout takes them: what it leaves no choice in is settled."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import NameForm
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
