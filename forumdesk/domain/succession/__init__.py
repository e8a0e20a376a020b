# SPDX-License-Identifier: MIT
"""The next edition of a series: what is carried from the last one, shifted, reset, left behind."""
