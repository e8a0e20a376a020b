# SPDX-License-Identifier: MIT
"""How groups of handouts say what can be asked of them, each as a field of ``Options``."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Any


def asked(
    default: object,
    ask: str,
    said: tuple[str, str],
    values: tuple[StrEnum, ...] = (),
    *,
    called: str = "",
) -> Any:  # noqa: ANN401 - a field of any type
    """A field: what it is when nothing is said, how it is asked, its label and help.

    It is special: a sheet asks for it only if it says so. ``called`` is the name on the command
    line, where other sheets ask for something by the same.
    """
    told = {"label": said[0], "help": said[1], "called": called, "special": True}
    return field(default=default, metadata={"ask": ask, **told, "values": values})
