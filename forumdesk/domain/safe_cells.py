# SPDX-License-Identifier: MIT
"""Cells of a CSV file that no spreadsheet takes for a formula, and that are read back as typed.

A spreadsheet takes what begins with ``=``, ``+``, ``-`` or ``@``, half-width or full-width, for a
formula, and one that begins with a tab or a line end may be moved before it (OWASP ASVS 5.0,
1.2.10). Such a cell gets an apostrophe before it; telephone numbers, negative numbers and lone
dashes stand as they are: there is nothing in them to call or to fetch.
"""

from __future__ import annotations

from forumdesk.domain.patterns import Pattern

_MARK = "'"
_BEGINNINGS = frozenset("=+-@＝＋－＠\t\r\n\0")
_HARMLESS = Pattern(r"[+＋-][0-9][0-9 ().,/-]*|[+＋－-]+")


def guarded(text: str) -> str:
    """A text as a cell of a CSV file has it."""
    return _MARK + text if _needs_mark(text) else text


def unguarded(text: str) -> str:
    """A text as it was before ``guarded``; any other text is left as it is."""
    return text[1:] if text.startswith(_MARK) and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    """Whether it could begin a formula; also behind apostrophes, so that none of these is lost."""
    bare = text.lstrip(_MARK)
    return bare[:1] in _BEGINNINGS and bool(bare) and not _HARMLESS.fullmatch(bare)
