# SPDX-License-Identifier: MIT
"""The agenda page: the day as a list that is edited like a spreadsheet, and as it will print."""
