# SPDX-License-Identifier: MIT
"""Ids of records: UUIDs of version 7 (RFC 9562 section 5.7); their order is that of entry."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

POOL = 256  # ids' worth of random bits drawn at once


class Ids:
    """A source of ids that never goes back, even when the clock does."""

    def __init__(self) -> None:
        self._last = 0
        self._guard = threading.Lock()
        self._random: Iterator[str] = iter(())
        self._head, self._written = -1, ""  # what the ids of one millisecond begin with

    def __call__(self) -> str:
        """The next id: 48 bits of milliseconds, a 26-bit counter, 48 random bits."""
        with self._guard:
            now = (time.time_ns() // 1_000_000) << 26
            self._last = max(self._last + 1, now)
            count = self._last
            random = next(self._random, "") or self._drawn()
            if count >> 14 != self._head:
                self._head = count >> 14
                self._written = _head(self._head)
            return f"{self._written}{0x8000 | count & 0x3FFF:x}-{random}"

    def _drawn(self) -> str:
        """48 random bits; drawn many at a time, as asking the system for each takes longest."""
        drawn = os.urandom(6 * POOL).hex()
        self._random = iter([drawn[at : at + 12] for at in range(0, 12 * POOL, 12)])
        return next(self._random)


def _head(number: int) -> str:
    """Milliseconds, version and the higher 12 bits of the counter."""
    millis = f"{number >> 12:012x}"
    return f"{millis[:8]}-{millis[8:]}-{0x7000 | number & 0xFFF:x}-"
