# SPDX-License-Identifier: MIT
"""Placing what is set: lines into strips, strips into pages."""
