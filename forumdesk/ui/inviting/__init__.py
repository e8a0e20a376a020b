# SPDX-License-Identifier: MIT
"""Inviting people: statuses, deputies, seats, the order of precedence, letters."""
