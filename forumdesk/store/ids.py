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

    def __call__(self) -> str:
        """The next id: 48 bits of milliseconds, a 26-bit counter, 48 random bits."""
        with self._guard:
            now = (time.time_ns() // 1_000_000) << 26
            self._last = max(self._last + 1, now)
            count = self._last
            random = next(self._random, "") or self._drawn()
        millis, low = count >> 26, 0x7000_8000 | (count & 0x3FFC000) << 2 | count & 0x3FFF
        head = f"{millis:012x}{low:08x}"
        return f"{head[:8]}-{head[8:12]}-{head[12:16]}-{head[16:]}-{random}"

    def _drawn(self) -> str:
        """48 random bits; drawn many at a time, as asking the system for each takes longest."""
        drawn = os.urandom(6 * POOL).hex()
        self._random = iter([drawn[at : at + 12] for at in range(0, 12 * POOL, 12)])
        return next(self._random)
