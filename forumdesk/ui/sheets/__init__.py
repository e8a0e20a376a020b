# SPDX-License-Identifier: MIT
"""Paper on the screen: the worker process driven from the window, and pages to look at."""
