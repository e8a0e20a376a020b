# SPDX-License-Identifier: MIT
"""What an edition consists of, in the inspector."""
