# SPDX-License-Identifier: MIT
"""The forum file: SQLite on disk, records in and out of it, the journal of steps."""
