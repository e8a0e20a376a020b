# SPDX-License-Identifier: MIT
"""``forumdesk`` and ``python -m forumdesk``: the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code. Ctrl-C is quiet while the program still loads, too."""
    try:
        from forumdesk.cli import main as run  # noqa: PLC0415 - most of the loading
    except KeyboardInterrupt:
        return 130
    return run()


if __name__ == "__main__":
    sys.exit(main())
