# SPDX-License-Identifier: MIT
"""``next``: the next edition of a series, carried forward from the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

import click

from forumdesk.cli.files import FILE, JSON, forum, series_named
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import driven, give_json, spoken
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.words import N_

_HOW_FAR = N_("Preparing: {done:,} of {total:,}")

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    from forumdesk.domain.dossier import Dossier
    from forumdesk.domain.succession.choices import Choices
    from forumdesk.domain.succession.plan import Plan

    Of = TypeVar("Of", bound=StrEnum)


class Asked(TypedDict):
    """What may be chosen on the command line."""

    on: str | None
    place: str | None
    zone: str | None
    invite: str
    left: Sequence[str]
    parts: str
    texts: str
    items: bool
    alternate: bool
    review: bool
    cover: bool
    seatings: bool


@command(
    "next", N_("Prepare the next edition of a series from its last one; nobody is invited by it.")
)
@FILE
@click.option("--series", metavar="S", help=N_("The series, where there are several."))
@click.option(
    "--on", metavar="DATE", help=N_("Its first day, like 2027-06-24. By default by its rule.")
)
@click.option(
    "--place",
    metavar="PLACE",
    help=N_("The city it meets in. By default the one whose turn it is."),
)
@click.option("--timezone", "zone", metavar="ZONE", help=N_("The time zone there."))
@click.option(
    "--invite",
    default="everybody",
    metavar="everybody|speakers|nobody|SIDE",
    help=N_("Who is proposed again: all, those with a part, nobody, or those of a side."),
)
@click.option(
    "--left",
    metavar="NAME",
    multiple=True,
    help=N_("Somebody who has left their office; the organization keeps the seat."),
)
@click.option(
    "--parts",
    default="people",
    metavar="people|hosts|empty",
    help=N_("Whose parts in the program are carried."),
)
@click.option(
    "--texts",
    default="titles",
    metavar="keep|titles|empty",
    help=N_("What of the texts of sessions is carried."),
)
@click.option("--items/--no-items", default=True, help=N_("Carry the items inside sessions."))
@click.option(
    "--alternate/--no-alternate", default=True, help=N_("Let hosts and sides take turns.")
)
@click.option("--review/--no-review", default=True, help=N_("Review every open commitment."))
@click.option("--cover/--no-cover", default=True, help=N_("Carry the picture of the cover."))
@click.option(
    "--seatings/--no-seatings", default=True, help=N_("Carry the seating plans, without anybody.")
)
@click.option("--dry-run", is_flag=True, help=N_("Only tell what would be done."))
@JSON
def next_command(
    file: Path, *, series: str | None, dry_run: bool, as_json: bool, **asked: Unpack[Asked]
) -> None:
    """Prepare the next edition."""
    from forumdesk.cli.next_told import next_json, tell_next  # noqa: PLC0415 - when asked for
    from forumdesk.services import succession  # noqa: PLC0415

    with forum(file, reading=dry_run) as desk:
        meant = series_named(desk, series)
        plan = _planned(desk, meant.id, asked)
        if not dry_run:
            driven(succession.prepare_edition(desk, plan), _HOW_FAR)
        step = None if dry_run else desk.undoable()
    if as_json:
        give_json(next_json(plan, spoken(), step.phrase.said(spoken()) if step else None))
    else:
        tell_next(plan, spoken(), done=not dry_run)


def _planned(desk: Desk, series: str, asked: Asked) -> Plan:
    from forumdesk.domain.succession.planning import plan_next  # noqa: PLC0415
    from forumdesk.domain.succession.reading import reading_last  # noqa: PLC0415
    from forumdesk.services.succession import last_edition, rooms_known  # noqa: PLC0415

    last = driven(reading_last(desk, last_edition(desk, series)), _HOW_FAR)
    choices = _chosen(last, asked)
    return plan_next(last, choices, new_id=desk.new_id, rooms=rooms_known(desk, series))


def _chosen(last: Dossier, asked: Asked) -> Choices:
    from forumdesk.domain.succession.choices import (  # noqa: PLC0415
        Answer,
        Choices,
        Office,
        Parts,
        Texts,
    )

    left = {id_: Office(Answer.LEFT) for name in asked["left"] for id_ in _named(last, name)}
    choices = Choices(
        on=_day(asked["on"]),
        timezone=asked["zone"] or "",
        items=asked["items"],
        texts=_one_of(Texts, asked["texts"], "--texts"),
        parts=_one_of(Parts, asked["parts"], "--parts"),
        alternate=asked["alternate"],
        review=asked["review"],
        cover=asked["cover"],
        seatings=asked["seatings"],
        offices=left,
    )
    return _in_place(last, _invited(last, choices, asked["invite"]), asked["place"])


def _day(text: str | None) -> date | None:
    from forumdesk.domain.typed_days import typed_day  # noqa: PLC0415

    if text is None:
        return None
    found = typed_day(text)
    if found is None or found.doubtful:
        raise ForumDeskError(
            N_("“{text}” is no day like 2027-06-24; nothing was changed."), text=text
        )
    return found.day


def _one_of(kind: type[Of], text: str, option: str) -> Of:
    for member in kind:
        if member.value == text.casefold():
            return member
    raise ForumDeskError(
        N_("{option} can't be “{text}”; it is one of: {known}. Nothing was changed."),
        option=option,
        text=text,
        known=", ".join(member.value for member in kind),
    )


def _named(last: Dossier, name: str) -> list[str]:
    """The participations of whoever is called so."""
    from forumdesk.domain.naming import is_called  # noqa: PLC0415

    people = {person.id for person in last.people if is_called(person, name)}
    found = [p.id for p in last.participations if p.person in people]
    if not found:
        raise ForumDeskError(
            N_("Nobody at the last forum is called “{name}”. Nothing was changed."), name=name
        )
    return found


def _invited(last: Dossier, choices: Choices, text: str) -> Choices:
    """The choice of who is proposed again: a word, or the name or country of a side."""
    from forumdesk.domain.succession.choices import Invite  # noqa: PLC0415
    from forumdesk.domain.wording import fold  # noqa: PLC0415

    for invite in (Invite.EVERYBODY, Invite.SPEAKERS, Invite.NOBODY):
        if invite.value == text.casefold():
            return replace(choices, invite=invite)
    for side in last.sides:
        if fold(text) in {side.id, fold(side.country), *map(fold, side.name.values())} - {""}:
            return replace(choices, invite=Invite.SIDE, side=side.id)
    raise ForumDeskError(
        N_("There is no side “{text}”; there is: {known}. Nothing was changed."),
        text=text,
        known=", ".join(side.name.best(("en",)) for side in last.sides) or "–",
    )


def _in_place(last: Dossier, choices: Choices, place: str | None) -> Choices:
    """The choice of a city: one the series knows, else that of the name given."""
    from forumdesk.domain.succession.places import alike  # noqa: PLC0415
    from forumdesk.domain.wording import Text  # noqa: PLC0415

    if place is None:
        return choices
    typed = Text.of(dict.fromkeys(last.languages, place))
    known = (*last.series.places, *(edition.city for edition in last.editions))
    return replace(choices, city=next((city for city in known if alike(city, typed)), typed))
