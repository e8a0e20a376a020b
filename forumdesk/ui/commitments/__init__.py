# SPDX-License-Identifier: MIT
"""The commitments of a series: as a table, as a board, and each with all that was heard of it."""
