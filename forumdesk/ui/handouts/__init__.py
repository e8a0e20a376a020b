# SPDX-License-Identifier: MIT
"""The handouts page: choose a sheet, set its options, see it, print it."""
