# SPDX-License-Identifier: MIT
"""What is written down of a fault of our own: where it happened, and nothing of the data.

An error's message often quotes what it stumbled over: a name, an address, a path with the user's
name in it. So messages are kept only of kinds of errors that speak of the program itself; of a
refusal the sentence is kept without its values; home folders are written ``~``.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError

# Their messages name types, attributes, modules and columns.
_OF_THE_PROGRAM = (
    *(AttributeError, NameError, ImportError, TypeError, RuntimeError),
    *(ZeroDivisionError, AssertionError),
)
_BY_NAME = frozenset({"OperationalError", "IntegrityError", "ProgrammingError"})  # of SQLite


def traced(error: BaseException) -> str:
    """The trace of an error and of those that led to it, without anything of the data."""
    text = "".join(_lines(error, frozenset()))
    return text.replace(str(Path.home()), "~")


def _lines(error: BaseException, seen: frozenset[int]) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen:
        yield from _lines(cause, seen | {id(error)})
        yield "\n"
    if error.__traceback__ is not None:
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(error.__traceback__)
    said = _message(error)
    yield f"{type(error).__name__}{': ' if said else ''}{said}\n"


def _message(error: BaseException) -> str:
    if isinstance(error, ForumDeskError):
        return error.phrase.message
    if isinstance(error, OSError):
        return error.strerror or ""
    if isinstance(error, _OF_THE_PROGRAM) or type(error).__name__ in _BY_NAME:
        return str(error)
    return ""
