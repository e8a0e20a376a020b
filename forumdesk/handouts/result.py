# SPDX-License-Identifier: MIT
"""What a layout gives back: the file, and what it found while setting it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from forumdesk.domain.values import frozen


class FindingKind(StrEnum):
    """What a layout can have to say about a sheet."""

    OVERFLOW = "overflow"  # a text does not fit the place fixed for it
    SHRUNK = "shrunk"  # set smaller than the theme wants; ``amount`` is the scale
    DROPPED = "dropped"  # ``text`` is the ``Detail`` left out to fit
    ABRIDGED = "abridged"  # ``text`` is the ``GridDetail`` left out in ``amount`` of its sessions
    NUMBERED = "numbered"  # ``amount`` sessions are but numbers, and told in full in a list
    COARSE = "coarse"  # ``anchor`` is the picture's id, ``amount`` its dots per inch
    BROKEN = "broken"  # ``anchor`` is the id of a picture that can't be read
    CROWDED = "crowded"  # the margin has no room for logos over the running heads
    CODE = "code"  # a QR code too small or too long to scan; ``amount`` mm to a module


@frozen
class Finding:
    """Something a layout found; ``anchor`` is that of the thing it is about in the content."""

    kind: FindingKind
    anchor: str = ""
    text: str = ""
    amount: float = 0.0


@frozen
class Rendered:
    """A finished PDF, its number of pages, and the findings.

    ``missing`` are the characters, each once, that no font at hand has; ``sizes`` the width and
    height of every page in points, where it was made by the worker.
    """

    data: bytes
    pages: int
    findings: tuple[Finding, ...] = ()
    missing: str = ""
    sizes: tuple[tuple[float, float], ...] = field(default=(), compare=False)  # they are in it
