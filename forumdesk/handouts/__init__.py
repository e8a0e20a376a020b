# SPDX-License-Identifier: MIT
"""Paper: what a sheet says, how it is set, and the PDF that comes of it."""
