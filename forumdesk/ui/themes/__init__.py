# SPDX-License-Identifier: MIT
"""The editor of themes: what paper looks like, with live pages beside it."""
