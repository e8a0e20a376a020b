# SPDX-License-Identifier: MIT
"""The directory of the file: its persons and its organizations, each with a card."""
