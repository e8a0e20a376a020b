# SPDX-License-Identifier: MIT
"""``export … ics``: an edition's agenda, a day, room or person of it, or the days of a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

from forumdesk.cli.exported import Exported, State, refuse_other_days
from forumdesk.cli.files import series_named
from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.forum import Edition
from forumdesk.domain.versions import Version
from forumdesk.domain.words import N_
from forumdesk.exchange.calendar import Writing, written
from forumdesk.exchange.calendar_program import Chosen, program_calendar
from forumdesk.exchange.calendar_series import series_calendar
from forumdesk.handouts.contents.sessions import is_for, known_sessions
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Audience, Options, options_from

CALENDAR = "ics"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_OF_EDITIONS = ("day", "room", "person", "audience", "version")


def exported_calendar(state: State, given: Mapping[str, object]) -> Exported:
    """An edition as a calendar; with a series asked for, all its editions as days."""
    if (series := given.get("series")) is not None:
        return _series(state, str(series), given)
    of, imprint = state.read()
    asked = {name: value for name, value in given.items() if name != "version"}
    # Who has a part in a session knows of it, also where it is not for everybody.
    usual = Audience.GUESTS if asked.get("person") else Audience.PUBLIC
    options = options_from(asked, Options(languages=of.languages, audience=usual))
    refuse_other_days(of, options.day)
    setting = Setting(of, options, imprint)
    chosen = Chosen(
        known_sessions(setting),
        lambda item: is_for(item, options.audience),
        interpreters=options.audience is Audience.ORGANIZERS,
        sequence=_published(of.versions, imprint),
    )
    writing = Writing(options.languages or of.languages, _changed(state, imprint))
    calendar, problems = program_calendar(of, chosen, writing)
    if not calendar.events:
        raise ForumDeskError(
            N_("No session that was asked for has a time; no calendar was written.")
        )
    special = [setting.options.person] if setting.options.person else []
    name = file_name(of.title.best(of.languages), *special, ending=CALENDAR)
    return Exported(name, lambda file: _put(file, written(calendar), problems))


def _series(state: State, wanted: str, given: Mapping[str, object]) -> Exported:
    for name in _OF_EDITIONS:
        if name in given or (state.edition is not None):
            option = f"--{name}" if name in given else "--edition"
            raise ForumDeskError(
                N_("--series and {option} exclude each other: it is about all editions."),
                option=option,
            )
    series = series_named(state.desk, wanted)
    languages = options_from(
        {name: value for name, value in given.items() if name == "languages"},
        Options(languages=series.languages),
    ).languages
    data, problems = series_calendar(
        series,
        state.desk.find(Edition, series=series.id),
        lambda edition: state.desk.count(Version, edition=edition),
        Writing(languages or series.languages, _changed(state, Imprint())),
    )
    name = file_name((series.short or series.title).best(series.languages), ending=CALENDAR)
    return Exported(name, lambda file: _put(file, data, problems))


def _published(versions: Iterable[Version], imprint: Imprint) -> int:
    """How many versions were published up to the one that is shown, or till now."""
    shown = imprint.version
    return sum(shown is None or version.at <= shown.at for version in versions)


def _changed(state: State, imprint: Imprint) -> datetime:
    """When what is shown was published, or the forum last changed."""
    if imprint.version is not None:
        return imprint.version.at
    last = state.desk.undoable()
    return last.at if last else _BEGINNING


def _put(file: BinaryIO, data: bytes, problems: Sequence[Problem]) -> Sequence[Problem]:
    file.write(data)
    return problems
