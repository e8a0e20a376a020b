# SPDX-License-Identifier: MIT
"""Cards on sheets: badges, tents, place cards, labels, certificates."""
