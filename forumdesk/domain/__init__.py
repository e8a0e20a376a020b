# SPDX-License-Identifier: MIT
"""What a forum is: frozen values and pure functions, without a file, a window or paper."""
