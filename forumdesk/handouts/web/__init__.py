# SPDX-License-Identifier: MIT
"""The program as one page of the web, complete in itself."""
