# SPDX-License-Identifier: MIT
"""The handout pack in the window: what is in it, and making it."""
