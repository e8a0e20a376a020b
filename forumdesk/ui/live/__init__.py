# SPDX-License-Identifier: MIT
"""The day as it runs, in the window and large on a second screen."""
