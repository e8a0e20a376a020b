# SPDX-License-Identifier: MIT
"""The participants page: everybody of an edition in a table, however many they are."""
