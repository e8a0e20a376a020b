# SPDX-License-Identifier: MIT
"""``python -m forumdesk``: the command line."""

from forumdesk.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
