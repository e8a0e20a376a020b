# SPDX-License-Identifier: MIT
"""The inspector of a session: its times, texts, rooms and people."""
