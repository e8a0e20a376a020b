# SPDX-License-Identifier: MIT
"""In which order the sections of the program come."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.handouts.options import Section

OUTER = (Section.COVER, Section.CONTENTS, Section.BACK)
"""Sections that have a place of their own: nothing comes before the first two or after the last."""
USUAL = tuple(section for section in Section if section not in OUTER)
"""The others, in their usual order."""


def in_order(names: Iterable[str]) -> tuple[Section, ...]:
    """The sections between the covers: those named first, the others as usual.

    Names there is no such section of, as of a later release, are passed over.
    """
    known = {section.value: section for section in USUAL}
    named = tuple(dict.fromkeys(known[name] for name in names if name in known))
    return (*named, *(section for section in USUAL if section not in named))
