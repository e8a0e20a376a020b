# SPDX-License-Identifier: MIT
"""Setting text: where lines break, and how wide they are."""
