# SPDX-License-Identifier: MIT
"""``commitments``: what was promised, by when, how it stands; and ``export … reminders``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo

import click

from forumdesk.cli.exported import Exported, State
from forumdesk.cli.files import FILE, JSON, edition_named, forum, series_named
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.commitments import Standing
from forumdesk.domain.desk import Desk, ForumDeskError, Problem
from forumdesk.domain.forum import Series
from forumdesk.domain.ledger import Ledger, Tracked, read_ledger
from forumdesk.domain.outcomes import Report
from forumdesk.domain.terms import term
from forumdesk.domain.typed_due import said_due
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_, Words, words_in

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

REMINDERS = "reminders"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@command("commitments", N_("List what was promised: due day, standing, owners, last report."))
@FILE
@click.option("--series", metavar="S", help=N_("The series, where the file has several."))
@click.option("--late", is_flag=True, help=N_("Only what is late."))
@click.option("--open", "still_open", is_flag=True, help=N_("Only what is not closed."))
@click.option("--owner", metavar="NAME", help=N_("Only what this organization or person owes."))
@JSON
def commitments_command(
    file: Path,
    *,
    series: str | None,
    late: bool,
    still_open: bool,
    owner: str | None,
    as_json: bool,
) -> None:
    """List the commitments of a series by due day."""
    with forum(file, reading=True) as desk:
        ledger = read_ledger(desk, series_named(desk, series).id)
        today = _today(desk, ledger.series)
    wanted = [s for s, asked in ((Standing.LATE, late), (Standing.OPEN, still_open)) if asked]
    found = [
        one
        for one in _owed(ledger.tracked, owner)
        if all(standing.holds(one.commitment, today) for standing in wanted)
    ]
    found.sort(key=lambda one: (one.commitment.due or date.max, one.commitment.position))
    if as_json:
        give_json([_as_json(one, ledger, today) for one in found])
        return
    for one in found:
        _tell(one, ledger, today)
    if not found:
        words = spoken()
        say(words("No commitments."))


def _today(desk: Desk, series: Series) -> date:
    return desk.now().astimezone(ZoneInfo(series.timezone)).date()


def _owed(tracked: Iterable[Tracked], owner: str | None) -> list[Tracked]:
    """Those for which an owner answers, by name in any language or id; all without one.

    Raises ``ForumDeskError`` for a name that answers for nothing.
    """
    if owner is None:
        return list(tracked)
    wanted = fold(owner)
    found = [
        one
        for one in tracked
        if any(
            owner == each.subject.id or wanted in map(fold, each.name.values())
            for each in one.owners
        )
    ]
    if not found:
        raise ForumDeskError(N_("“{name}” answers for no commitment here."), name=owner)
    return found


def _tell(one: Tracked, ledger: Ledger, today: date) -> None:
    words = spoken()
    commitment, language = one.commitment, words.language
    due = said_due(commitment.due, commitment.due_text, language) or "–"
    day = f" ({commitment.due})" if commitment.due and commitment.due_text else ""
    title = " ".join(words.text(one.heading).split()) or words("Without a title")
    say(shown(f"{term(one.standing(today), words)} · {due}{day} · {title}"))
    owners = ", ".join(words.text(owner.name) for owner in one.owners)
    where = _origin(one, ledger, words)
    for said in (owners, where, _last(one.last, ledger, words)):
        if said:
            say(f"    {shown(said)}")


def _origin(one: Tracked, ledger: Ledger, words: Words) -> str:
    edition = words.text(ledger.title_of(one.edition)) if one.edition else ""
    source = one.source.phrase.said(words) if one.source else ""
    return " · ".join(filter(None, (edition, source)))


def _last(report: Report | None, ledger: Ledger, words: Words) -> str:
    if report is None:
        return ""
    edition = ledger.edition.get(report.edition)
    when = str(report.on) if report.on else words.text(ledger.title_of(edition)) if edition else ""
    text = " ".join(words.text(report.text).split())
    return ", ".join(filter(None, (f"{when}: {text}", report.evidence)))


def _as_json(one: Tracked, ledger: Ledger, today: date) -> dict[str, Any]:
    commitment, last = one.commitment, one.last
    return {
        "id": commitment.id,
        "title": dict(commitment.title),
        "text": dict(commitment.text),
        "due": str(commitment.due) if commitment.due else None,
        "due_text": dict(commitment.due_text),
        "status": commitment.status.value,
        "standing": one.standing(today).value,
        "owners": [
            {"kind": owner.subject.kind, "id": owner.subject.id, "name": dict(owner.name)}
            for owner in one.owners
        ],
        "edition": one.edition.id if one.edition else None,
        "origin": {tag: one.source.phrase.said(words_in(tag)) for tag in ledger.series.languages}
        if one.source
        else None,
        "last_report": _report_json(last) if last else None,
    }


def _report_json(report: Report) -> dict[str, Any]:
    return {
        "edition": report.edition,
        "on": str(report.on) if report.on else None,
        "status": report.status.value,
        "text": dict(report.text),
        "evidence": report.evidence,
    }


# -- reminders ----------------------------------------------------------------------------------


def exported_reminders(state: State, given: Mapping[str, object]) -> Exported:
    """What is open and due on a day, as a calendar with reminders."""
    from forumdesk.exchange.calendar import Writing  # noqa: PLC0415 - only to export
    from forumdesk.exchange.reminders import (  # noqa: PLC0415
        USUAL,
        calendar_name,
        days_before,
        reminder_calendar,
    )
    from forumdesk.handouts.naming import file_name  # noqa: PLC0415
    from forumdesk.handouts.options import Options, options_from  # noqa: PLC0415

    series = _series(state, given)
    ledger = read_ledger(state.desk, series.id)
    owner = str(given["owner"]) if "owner" in given else None
    asked = {name: value for name, value in given.items() if name == "languages"}
    languages = options_from(asked, Options(languages=series.languages)).languages
    before = days_before(str(given["days_before"])) if "days_before" in given else USUAL
    name = calendar_name(series)
    data, problems = reminder_calendar(
        name,
        _owed(ledger.tracked, owner),
        Writing(languages or series.languages, changed_at(state.desk)),
        before=before,
    )
    said = name.best(series.languages)
    file = file_name(said, *([owner] if owner else []), ending="ics")
    return Exported(file, lambda out: _put(out, data, problems))


def _series(state: State, given: Mapping[str, object]) -> Series:
    """The series asked for, else that of the edition, else the only one."""
    named = given.get("series")
    if named is None and state.edition is not None:
        return state.desk.get(Series, edition_named(state.desk, state.edition).series)
    if named is not None and state.edition is not None:
        raise ForumDeskError(
            N_("--series and {option} exclude each other: it is about all editions."),
            option="--edition",
        )
    return series_named(state.desk, str(named) if named is not None else None)


def changed_at(desk: ForumFile) -> datetime:
    """When the forum last changed."""
    last = desk.undoable()
    return last.at if last else _BEGINNING


def _put(file: BinaryIO, data: bytes, problems: Sequence[Problem]) -> Sequence[Problem]:
    file.write(data)
    return problems
