# SPDX-License-Identifier: MIT
"""The overview of an edition."""
