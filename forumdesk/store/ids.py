# SPDX-License-Identifier: MIT
"""Ids of records: UUIDs of version 7 (RFC 9562 section 5.7); their order is that of entry."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from struct import iter_unpack

POOL = 256  # ids' worth of random bits drawn at once


class Ids:
    """A source of ids that never goes back, even when the clock does."""

    def __init__(self) -> None:
        self._last = 0
        self._guard = threading.Lock()
        self._random: Iterator[tuple[int, int, int]] = iter(())

    def __call__(self) -> str:
        """The next id: 48 bits of milliseconds, a 26-bit counter, 48 random bits."""
        with self._guard:
            now = (time.time_ns() // 1_000_000) << 26
            self._last = max(self._last + 1, now)
            count = self._last
            a, b, c = self._drawn()
        millis, low = count >> 26, 0x7000_8000 | (count & 0x3FFC000) << 2 | count & 0x3FFF
        whole = f"{millis:012x}{low:08x}{a:04x}{b:04x}{c:04x}"
        return f"{whole[:8]}-{whole[8:12]}-{whole[12:16]}-{whole[16:20]}-{whole[20:]}"

    def _drawn(self) -> tuple[int, int, int]:
        """48 random bits; drawn many at a time, as asking the system for each takes longest."""
        drawn = next(self._random, None)
        if drawn is None:
            self._random = iter_unpack(">HHH", os.urandom(6 * POOL))
            drawn = next(self._random)
        return drawn
