# SPDX-License-Identifier: MIT
"""Languages as foreign files name them, as BCP 47 tags."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z0-9]{2,8}))?(?:[-_]([a-z0-9]{2,8}))?", re.IGNORECASE)
_NAMES = {
    "english": "en", "englisch": "en", "anglais": "en", "영어": "en",
    "german": "de", "deutsch": "de", "allemand": "de", "독일어": "de",
    "korean": "ko", "koreanisch": "ko", "한국어": "ko", "kr": "ko", "kor": "ko",
    "french": "fr", "français": "fr", "französisch": "fr", "프랑스어": "fr",
    "japanese": "ja", "japanisch": "ja", "日本語": "ja", "일본어": "ja", "jp": "ja",
    "chinese": "zh", "chinesisch": "zh", "中文": "zh", "중국어": "zh", "cn": "zh",
    "spanish": "es", "español": "es", "spanisch": "es", "스페인어": "es",
    "vietnamese": "vi", "arabic": "ar", "russian": "ru", "italian": "it", "dutch": "nl",
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "jpn": "ja", "zho": "zh",
}  # fmt: skip


def tags(text: str) -> tuple[str, ...]:
    """The languages a text names, in order: ``en``, ``en-GB``, ``de/en``, ``German, English``."""
    found = (_tag(part) for part in re.split(r"[,;/&|+]|\s+(?:and|und|et|및)\s+|\s+", text.strip()))
    return tuple(dict.fromkeys(filter(None, found)))


def _tag(part: str) -> str:
    word = part.strip(" ()").casefold()
    if word in _NAMES:
        return _NAMES[word]
    match = _TAG.fullmatch(word)
    if match is None:
        return ""
    language, *rest = (piece for piece in match.groups() if piece)
    proper = (
        piece.title() if len(piece) == 4 else piece.upper() if len(piece) <= 3 else piece
        for piece in rest
    )
    return "-".join((_NAMES.get(language, language), *proper))
