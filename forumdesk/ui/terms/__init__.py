# SPDX-License-Identifier: MIT
"""The terms of a series, as its interpreters get them."""
