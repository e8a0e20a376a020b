# SPDX-License-Identifier: MIT
"""``attendance`` and ``check-in``: who came, and checking in by scripts.

``forumdesk attendance FILE [--edition E] [--json]`` says how many were expected, came, stayed
away and walked in, by side and organization, and who did not come. ``--json``: ``{"edition",
"total": COUNT, "sides": [{"id", "name", COUNT}], "organizations": [{"id", "name", COUNT}],
"no_shows": [{"participation", "code", "name", "organization", "side"}], "erased", "before",
"returning": {"came", "again"}}``; COUNT is ``expected, came, no_shows, walk_ins, others, late,
rate``.

``forumdesk check-in FILE CODE… [--edition E] [--desk NAME] [--undo] [--json]`` checks in whom
each CODE names: a badge's digits, a row code (``37Z``), a number, or a name that only one has.
``--undo`` takes check-ins back. ``--json``: ``[{"code", "participation", "name", "state", "at",
"desk"}]``, ``state`` is ``in``, ``already``, ``undone``, ``unknown`` or ``several``. The exit
code is 1 if a CODE named nobody, or several; the others are done.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from forumdesk.cli.files import EDITION, FILE, JSON, edition_named, forum
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, language, say, shown, spoken
from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.attendance import Attendee, Count
from forumdesk.domain.codes import row_code, scanned
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Side
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Organization, Person
from forumdesk.domain.terms import T_
from forumdesk.domain.turnout import Turnout, turnout
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_

_STATES = {
    "in": T_("check-in", "checked in"),
    "already": T_("check-in", "in already"),
    "undone": T_("check-in", "taken back"),
    "unknown": T_("check-in", "nobody"),
    "several": T_("check-in", "several people"),
    "out": T_("check-in", "not in"),
}
_MISSED = frozenset({"unknown", "several", "out"})
CODES = click.argument("codes", nargs=-1, required=True, metavar="CODE…")


@command("attendance", N_("Say how many were expected and came, and who did not come."))
@FILE
@EDITION
@JSON
def attendance_command(file: Path, *, edition: str | None, as_json: bool) -> None:
    """Say who came."""
    with forum(file, reading=True) as desk:
        found = turnout(desk, edition_named(desk, edition).id)
        if as_json:
            give_json(_whole(desk, found))
        else:
            _tell(desk, found)


@command(
    "check-in",
    N_(
        "Check in by the digits of a badge, a row code, a number or a name."
        " The exit code is 1 if one of them names nobody, or several people."
    ),
)
@FILE
@CODES
@EDITION
@click.option("--desk", "where", metavar="NAME", default="", help=N_("The desk at the door."))
@click.option("--undo", is_flag=True, help=N_("Take check-ins back instead."))
@JSON
def check_in_command(
    file: Path,
    *,
    codes: Sequence[str],
    edition: str | None,
    where: str,
    undo: bool,
    as_json: bool,
) -> int:
    """Check in, or take check-ins back."""
    with forum(file) as desk:
        at = edition_named(desk, edition).id
        with desk.step(N_("Check in by a list")):
            done = [_enter(desk, at, code, where, undo=undo) for code in codes]
    if as_json:
        give_json(done)
    else:
        for line in done:
            _say_entered(line)
    return 1 if any(line["state"] in _MISSED for line in done) else 0


def _enter(desk: Desk, edition: str, code: str, where: str, *, undo: bool) -> dict[str, Any]:
    from forumdesk.services import checkin  # noqa: PLC0415 - no other command needs it

    found = checkin.find_at_door(desk, edition, code)
    if found.elsewhere is not None or not found.attendees:
        return _line(code, "unknown")
    if len(found.attendees) > 1:
        return _line(code, "several")
    (who,) = found.attendees
    name = _name(desk, who)
    if undo and who.entry is None:
        return _line(code, "out", who.participation, name)
    if undo:
        entry = checkin.undo_check_in(desk, who.participation, where)
        return _line(code, "undone", who.participation, name, entry)
    how = CheckInHow.SCANNED if scanned(code) else CheckInHow.TYPED
    entered = checkin.check_in(desk, who.participation, how, where)
    state = "already" if entered.already else "in"
    return _line(code, state, who.participation, name, entered.entry)


def _line(
    code: str,
    state: str,
    participation: str | None = None,
    name: Text = EMPTY,
    *entries: CheckIn,
) -> dict[str, Any]:
    entry = entries[0] if entries else None
    return {
        "code": code,
        "participation": participation,
        "name": name,
        "state": state,
        "at": entry.at if entry else None,
        "desk": entry.desk if entry else "",
    }


def _say_entered(line: dict[str, Any]) -> None:
    words = spoken()
    state = words.context(*_STATES[line["state"]])
    if line["state"] == "already":
        at = line["at"].astimezone().strftime("%H:%M")
        state += f" ({', '.join(filter(None, (at, line['desk'])))})"
    name = shown(line["name"])
    say(f"{shown(line['code'])}  {name}: {state}" if name else f"{shown(line['code'])}: {state}")


def _name(desk: Desk, who: Attendee) -> Text:
    if who.person is not None:
        return name_text(desk.get(Person, who.person))
    return desk.get(Organization, who.organization).name if who.organization else EMPTY


def _count(count: Count) -> dict[str, Any]:
    return {
        "expected": count.expected,
        "came": count.came,
        "no_shows": count.no_shows,
        "walk_ins": count.walk_ins,
        "others": count.others,
        "late": count.late,
        "rate": round(count.rate, 4),
    }


def _whole(desk: Desk, found: Turnout) -> dict[str, Any]:
    sides = {side.id: side.name for side, _ in found.sides if side}
    groups = {
        "sides": [_group(side, count) for side, count in found.sides],
        "organizations": [_group(body, count) for body, count in found.organizations],
    }
    return {
        "edition": found.edition.id,
        "total": _count(found.total),
        **groups,
        "no_shows": [
            {
                "participation": one.participation,
                "code": row_code(one.number) if one.number is not None else "",
                "name": _name(desk, one),
                "organization": one.organization,
                "side": sides.get(one.side or ""),
            }
            for one in found.no_shows
        ],
        "erased": found.erased,
        "before": found.before and found.before.id,
        "returning": {
            "came": len(found.returning),
            "again": sum(one.again for one in found.returning),
        },
    }


def _group(of: Side | Organization | None, count: Count) -> dict[str, Any]:
    return {"id": of.id if of else None, "name": of.name if of else EMPTY, **_count(count)}


def _tell(desk: Desk, found: Turnout) -> None:
    words = spoken()
    lines = [(side.name if side else None, count) for side, count in found.sides]
    for name, count in (*lines, (Text.of({language(): words("All")}), found.total)):
        said = words(
            "{came:,} of {expected:,} expected came, {walk_ins:,} walk-ins, {others:,} others",
            came=count.came,
            expected=count.expected,
            walk_ins=count.walk_ins,
            others=count.others,
        )
        say(f"{shown(name) if name else words('Without a side')}: {said}")
    if found.no_shows:
        say(words("Did not come:"))
    for one in found.no_shows:
        code = row_code(one.number) if one.number is not None else ""
        say(f"  {code:>8}  {shown(_name(desk, one))}")
