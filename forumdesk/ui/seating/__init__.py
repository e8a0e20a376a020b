# SPDX-License-Identifier: MIT
"""The page on which people are given seats."""
