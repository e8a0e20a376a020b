# SPDX-License-Identifier: MIT
"""A small forum in a real file."""

import pytest

from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, small_forum


@pytest.fixture
def small(desk: ForumFile) -> Small:
    """A small forum with something of every kind."""
    return small_forum(desk)
