# SPDX-License-Identifier: MIT
"""A report of a fault says where it happened and holds nothing of the data."""

from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.tracing import traced


def fault(error: Exception, cause: Exception | None = None) -> str:
    try:
        try:
            if cause is not None:
                raise cause
        finally:
            raise error
    except Exception as caught:  # noqa: BLE001 - whatever was raised
        return traced(caught)


@pytest.mark.parametrize(
    "error",
    [
        KeyError("홍길동"),
        ValueError("invalid literal: 'hong@example.org'"),
        FileNotFoundError(2, "No such file", "/home/hong/홍길동.forum"),
        ForumDeskError("{name} is gone.", name="홍길동"),
        UnicodeDecodeError("utf-8", "홍길동".encode("cp949"), 0, 1, "invalid start byte"),
    ],
)
def test_no_name_address_or_path_gets_into_a_report(error: Exception) -> None:
    report = fault(error, KeyError("Gil-dong Hong"))
    assert type(error).__name__ in report
    assert "test_tracing.py" in report
    said = [line for line in report.splitlines() if not line.startswith("    ")]
    for secret in ("홍", "hong", "Hong", str(Path.home())):
        assert secret not in "\n".join(said)


def test_what_the_program_says_of_itself_is_kept() -> None:
    report = fault(AttributeError("'NoneType' object has no attribute 'names'"), OSError(5, "I/O"))
    assert report.splitlines()[-1] == ("AttributeError: 'NoneType' object has no attribute 'names'")
    assert "OSError: I/O" in report
    refused = fault(ForumDeskError("{name} is gone.", name="x"))
    assert refused.endswith("ForumDeskError: {name} is gone.\n")
