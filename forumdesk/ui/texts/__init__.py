# SPDX-License-Identifier: MIT
"""The texts of the program besides its agenda, and in which order its sections come."""
