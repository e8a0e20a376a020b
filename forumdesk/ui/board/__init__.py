# SPDX-License-Identifier: MIT
"""The board: rooms beside one another, the hours of a program day from top to bottom."""
