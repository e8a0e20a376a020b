# SPDX-License-Identifier: MIT
"""``export theme``: a theme of the forum file's own as a file, to be given to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import BinaryIO

from forumdesk.cli.exported import Exported, State
from forumdesk.cli.files import edition_named
from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.themes import own_theme
from forumdesk.domain.words import N_
from forumdesk.handouts.naming import file_name

THEME = "theme"


def exported_theme(state: State, given: Mapping[str, object]) -> Exported:
    """A theme by its name; by default the one the edition is printed in."""
    from forumdesk.exchange.theme_file import ENDING, theme_as_file  # noqa: PLC0415 - rare

    there = state.desk.find(OwnTheme)
    asked = given.get("theme")
    of_edition = edition_named(state.desk, state.edition).design if asked is None else ""
    wanted = str(asked or of_edition)
    theme = own_theme(there, wanted)
    if theme is None:
        raise _none_such(wanted, there)
    name = file_name(next(iter(theme.name.values()), ""), ending=ENDING, otherwise=THEME)
    return Exported(name, partial(_put, theme_as_file(theme)))


def _none_such(wanted: str, there: Sequence[OwnTheme]) -> ForumDeskError:
    if not there:
        return ForumDeskError(N_("The file has no theme of its own; nothing was written."))
    named = ", ".join(" / ".join(theme.name.values()) for theme in there)
    if not wanted:
        return ForumDeskError(
            N_("The edition is printed in no theme of the file; --theme is one of: {names}."),
            names=named,
        )
    return ForumDeskError(
        N_("The file has no theme “{name}” of its own; it has: {names}."), name=wanted, names=named
    )


def _put(data: bytes, file: BinaryIO) -> Sequence[Problem]:
    file.write(data)
    return ()
