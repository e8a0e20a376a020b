# SPDX-License-Identifier: MIT
"""Which page lies where on which side of which sheet, and sheets made so of finished pages."""
