# SPDX-License-Identifier: MIT
"""``export`` of an edition's program for other programs: schedule.xml and schedule.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import BinaryIO

from forumdesk.cli.exported import Exported, State
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Origin
from forumdesk.exchange.schedule_json_out import schedule_json
from forumdesk.exchange.schedule_out import Outgoing
from forumdesk.exchange.schedule_xml_out import schedule_xml
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.contents.page import page_content
from forumdesk.handouts.contents.sessions import is_for
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Audience, Options, options_from

_WRITERS: Mapping[str, Callable[[Outgoing], tuple[bytes, tuple[Problem, ...]]]] = {
    "schedule.xml": schedule_xml,
    "schedule.json": schedule_json,
}
PAGE = "html"
PROGRAM_FORMATS = (*_WRITERS, PAGE)
"""The formats in which programs are written, by the names of their files' endings."""


def exported_page(state: State, given: Mapping[str, object]) -> Exported:
    """An edition's program as a page of the web."""
    from forumdesk.handouts.web.page import page  # noqa: PLC0415 - with its colours come fonts

    of, imprint = state.read()
    asked = {name: value for name, value in given.items() if name != "version"}
    options = options_from(asked, options_for(of))
    # Of the present no time is told: the same content gives the same bytes.
    data = page(page_content(of, options, Imprint(imprint.version)), options.theme, options.accent)
    return Exported(file_name(of.title.best(of.languages), ending=PAGE), partial(_put, data))


def exported_program(state: State, kind: str, given: Mapping[str, object]) -> Exported:
    """An edition's program as a file for other programs, or as a page of the web."""
    if kind == PAGE:
        return exported_page(state, given)
    of, imprint = state.read()
    asked = {name: value for name, value in given.items() if name in ("audience", "languages")}
    options = options_from(asked, options_for(of))
    wanted = outgoing(
        of,
        tuple(state.desk.find(Origin, edition=of.edition.id)),
        options,
        version=imprint.version.name if imprint.version else "",
        joined="languages" in asked,
    )
    data, problems = _WRITERS[kind](wanted)
    name = file_name(of.title.best(of.languages), ending=kind)
    return Exported(name, partial(_put, data), problems=problems)


def outgoing(
    of: Dossier,
    origins: tuple[Origin, ...],
    options: Options,
    *,
    version: str = "",
    joined: bool = False,
) -> Outgoing:
    """What those for whom it is may see of an edition; cancelled sessions are told as such."""
    shown = (
        s.id for s in of.sessions if all(is_for(one, options.audience) for one in of.lineage(s))
    )
    return Outgoing(
        of,
        origins,
        frozenset(shown),
        options.languages if joined else _by_use(of),
        joined,
        version,
        inner=options.audience is Audience.ORGANIZERS,
    )


def _by_use(of: Dossier) -> tuple[str, ...]:
    """The languages of the edition, that of most titles first: a foreign program has but one."""
    used = Counter(tag for session in of.sessions for tag in session.title)
    return tuple(sorted(of.languages, key=lambda tag: -used[tag]))


def _put(data: bytes, file: BinaryIO) -> Sequence[Problem]:
    file.write(data)
    return ()
