# SPDX-License-Identifier: MIT
"""The versions page: what was published, and what changed between any two states."""
