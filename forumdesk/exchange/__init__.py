# SPDX-License-Identifier: MIT
"""Foreign formats in and out: values only, no file of ours, no window."""
