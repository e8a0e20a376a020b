# SPDX-License-Identifier: MIT
"""Settings come back, and a broken settings file harms nothing."""

import logging

import pytest

from forumdesk.ui.settings import RECENT, Choices, Settings


def test_what_is_set_comes_back(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.change(language="ko", shortcuts={"edit.undo": "Ctrl+U"}, hidden=("sidebar",))
    settings.opened(tmp_path / "포럼 & 😀 #1?.forum")
    settings.keep_place(tmp_path / "a.forum", {"page": "agenda", "on.day": "2"})
    assert Settings(path).choices == settings.choices
    assert Settings(path).place(tmp_path / "a.forum") == {"page": "agenda", "on.day": "2"}
    assert Settings(path).choices.recent == (str(tmp_path / "포럼 & 😀 #1?.forum"),)


def test_recent_files_are_few_and_each_once(tmp_path):
    settings = Settings(tmp_path / "s.json")
    for number in [*range(20), 15]:
        settings.opened(tmp_path / str(number))
    names = [path.rpartition("/")[2] for path in settings.choices.recent]
    assert len(names) == RECENT
    assert names[:4] == ["15", "19", "18", "17"]
    settings.forget(str(tmp_path / "19"))
    assert str(tmp_path / "19") not in settings.choices.recent


@pytest.mark.parametrize(
    "content",
    [b"{", b"\xff\xfe", b"[]", b'{"recent": "x"}', b'{"places": {"a": 3}}', b'{"language": 1}'],
)
def test_a_broken_settings_file_is_put_aside(tmp_path, content, caplog):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    with caplog.at_level(logging.CRITICAL):
        settings = Settings(path)
    assert settings.choices == Choices()
    assert path.with_suffix(".unreadable.json").read_bytes() == content
    settings.change(language="ko")
    assert Settings(path).choices.language == "ko"


def test_settings_that_cannot_be_written_stop_nothing(tmp_path, caplog):
    (tmp_path / "blocked").write_text("a file where a folder is wanted")
    with caplog.at_level(logging.CRITICAL):
        settings = Settings(tmp_path / "blocked" / "settings.json")
        settings.change(language="ko")
    assert settings.choices.language == "ko"
