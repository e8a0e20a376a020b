# SPDX-License-Identifier: MIT
"""Looking for garbage that holds itself in circles, when it is asked for and not by itself."""

from __future__ import annotations

import gc


def look_for_garbage() -> None:
    """Look through as much as Python would have looked through by now, if anything."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(max(due))
