# SPDX-License-Identifier: MIT
"""Every handout there is, by what it is for: a line each."""
