# SPDX-License-Identifier: MIT
"""When two people are the same: ``comparing`` by ``traits``, found by ``doubles``."""
