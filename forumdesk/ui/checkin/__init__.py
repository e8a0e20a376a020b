# SPDX-License-Identifier: MIT
"""The page at the door: checking in, typing back a signed sheet, who came."""
