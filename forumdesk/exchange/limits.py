# SPDX-License-Identifier: MIT
"""How large a foreign list may be: thirty times the largest that anybody has."""

MOST_BYTES = 128 << 20
MOST_ROWS = 1_000_000
