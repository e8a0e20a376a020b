# SPDX-License-Identifier: MIT
"""The preview of a next edition: what is carried, what is asked, and what would come of it."""
