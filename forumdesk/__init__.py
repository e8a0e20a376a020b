# SPDX-License-Identifier: MIT
"""ForumDesk: plan a recurring forum and print its program, in one file."""

__version__ = "0.1.0"
