# SPDX-License-Identifier: MIT
"""Tables with the keys of a spreadsheet: what they have in common, whatever their rows are."""
