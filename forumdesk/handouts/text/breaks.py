# SPDX-License-Identifier: MIT
"""Where a line may break: between words (Korean, Latin), by kinsoku (Japanese, Chinese).

The rules are those of W3C "Requirements for Hangul Text Layout" (clreq and jlreq for the other
two) and of Unicode UAX #14 for what may not stand at the start or end of a line. User text is
data: nothing in it is markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NO_BREAK = "\u00a0"  # a space at which no line breaks; printed as a space

# Never at the start of a line: closing marks, and dashes and dots that hang on what is before.
CLOSING = "!%),.:;?]}»’”‰℃…‥、。〉》」』】〕〗〙〛〜ー々ゝゞヽヾ・·–—%！％），．：；？］｝～｡｣､･"
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
# Never at the end of a line.
OPENING = "([{«‘“〈《「『【〔〖〘〚（［｛｢"

_STICKY = re.compile(f" (?=[{re.escape(CLOSING)}])|(?<=[{re.escape(OPENING)}]) ")
_CJK = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
# A hyphen, dash or slash between letters: the line may break after it.
_JOINT = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?<=[^\W\d_]{2}[·])(?=[^\W\d_]{2})")
_DASH = re.compile("[-‐–—/·]")
# A Korean given name in Latin letters, or as short a word with a capital.
_GIVEN = re.compile(r"[A-Z][a-z]{0,5}-[A-Za-z][a-z]{0,5}")
_MARKS = CLOSING + OPENING
# What is short and goes on small after a hyphen stays whole: Sung-ho, with the marks around it.
_WHOLE = re.compile(
    r"[^\w\s]{0,2}(?=[\w\-‐]{3,12}(?![\w\-‐]))[^\W\d_]+(?:[-‐][a-z]+)+(?:[’']s)?[^\w\s]{0,3}"
)
# Where a web address or the like parts, if it must.
_WITHIN = re.compile(r"(?<=[/.?&=_:;,@#·-])(?=[^/.?&=_:;,@#·-])")


def glued(text: str) -> str:
    """The text with every space at which no line may break made a no-break space."""
    return _STICKY.sub(NO_BREAK, text)


def by_character(text: str, language: str) -> bool:
    """Whether a text breaks between characters: it has Kana or Han and is not Korean."""
    if text.isascii() or language.startswith("ko") or not _CJK.search(text):
        return False
    return language.startswith(("ja", "zh")) or not _HANGUL.search(text)


def characters(text: str) -> list[str]:
    """A text cut wherever kinsoku allows: between ideographs and Kana, not inside Latin words."""
    parts: list[str] = []
    for cluster in _clusters(text):
        if parts and _clings(parts[-1], cluster):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def _clings(before: str, cluster: str) -> bool:
    if cluster[0] in CLOSING or cluster[0] in _SMALL_KANA or before[-1] in OPENING:
        return True
    if before[-1] in " \u00a0" or cluster[0] in " \u00a0":
        return cluster[0] in " \u00a0"
    return not (_CJK.match(before[-1]) or _CJK.match(cluster[0])) and before[-1] not in CLOSING


def joints(word: str) -> list[str]:
    """A word cut after the hyphens, dashes and slashes inside it; a name stays whole."""
    if not _DASH.search(word):
        return [word]
    if NO_BREAK in word:
        return _joints_of_several(word)
    whole = _GIVEN.fullmatch(word.strip(_MARKS)) or _WHOLE.fullmatch(word)
    return [word] if whole else _JOINT.split(word)


def _joints_of_several(words: str) -> list[str]:
    """The same of words between which no line breaks: each of them may part, or be a name."""
    parts = [""]
    for number, word in enumerate(words.split(NO_BREAK)):
        first, *others = joints(word)
        parts[-1] += f"{NO_BREAK}{first}" if number else first
        parts += others
    return parts


def pieces(word: str) -> list[str]:
    """A word longer than the line, cut as a last resort: at its joints, else between syllables."""
    parts = [part for part in _WITHIN.split(word) if part]
    return parts if len(parts) > 1 else list(_syllables(word))


def _syllables(word: str) -> Iterator[str]:
    part = ""
    for cluster in _clusters(word):
        if part and not (cluster[0] in CLOSING or part[-1] in OPENING):
            yield part
            part = ""
        part += cluster
        if len(part) > 8:  # a row of nothing but closing marks parts all the same
            yield part
            part = ""
    if part:
        yield part


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks that combine with them."""
    if text.isascii():
        yield from text
        return
    cluster = ""
    for character in text:
        if cluster and not _combines(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _combines(character: str) -> bool:
    # Vowel and final jamo (U+1160–U+11FF) belong to the consonant before them.
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
