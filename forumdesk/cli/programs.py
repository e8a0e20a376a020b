# SPDX-License-Identifier: MIT
"""``export`` of an edition's program: schedule.xml, schedule.json, and a page of the web."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import BinaryIO

from forumdesk.cli.exported import Exported, State
from forumdesk.domain.desk import Problem
from forumdesk.domain.versions import Origin
from forumdesk.exchange.programs import PROGRAM_FORMATS, write_program
from forumdesk.exchange.schedule_out import Outgoing, languages_by_use
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.contents.page import page_content
from forumdesk.handouts.contents.sessions import known_to
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Audience, options_from

__all__ = ["PROGRAM_FORMATS", "exported_page", "exported_program"]


def exported_page(state: State, given: Mapping[str, object]) -> Exported:
    """An edition's program as a page of the web."""
    from forumdesk.handouts.web.page import page  # noqa: PLC0415 - with its colours come fonts

    of, imprint = state.read()
    asked = {name: value for name, value in given.items() if name != "version"}
    options = options_from(asked, options_for(of))
    # Of the present no time is told: the same content gives the same bytes.
    data = page(page_content(of, options, Imprint(imprint.version)), options.theme, options.accent)
    return Exported(file_name(of.title.best(of.languages), ending="html"), partial(_put, data))


def exported_program(state: State, kind: str, given: Mapping[str, object]) -> Exported:
    """An edition's program as a file for other programs."""
    of, imprint = state.read()
    asked = {name: value for name, value in given.items() if name in ("audience", "languages")}
    options = options_from(asked, options_for(of))
    wanted = options.languages if "languages" in asked else ()
    outgoing = Outgoing(
        of,
        tuple(state.desk.find(Origin, edition=of.edition.id)),
        known_to(of, options.audience),
        wanted or languages_by_use(of),
        joined=bool(wanted),
        version=imprint.version.name if imprint.version else "",
        inner=options.audience is Audience.ORGANIZERS,
    )
    data, problems = write_program(kind, outgoing)
    name = file_name(of.title.best(of.languages), ending=kind)
    return Exported(name, partial(_put, data), problems=problems)


def _put(data: bytes, file: BinaryIO) -> Sequence[Problem]:
    file.write(data)
    return ()
