# SPDX-License-Identifier: MIT
"""Taking a list of people in: what it is, what would become of it, then one step."""
