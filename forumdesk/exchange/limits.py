# SPDX-License-Identifier: MIT
"""How large a foreign list may be, in bytes: thirty times the largest that anybody has."""

MOST_BYTES = 128 << 20
