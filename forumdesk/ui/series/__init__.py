# SPDX-License-Identifier: MIT
"""The page of a series: its editions over the years, its rule, and when it meets next."""
