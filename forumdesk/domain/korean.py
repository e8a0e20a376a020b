# SPDX-License-Identifier: MIT
"""Korean particles, whose form follows the sound that the word before them ends in.

A message says both forms, as Korean forms do on paper ("{who}을(를)"), and the one that is right
is chosen once the word is known. Words in Latin letters go by how they are read in Korean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# A particle after a final consonant and after a vowel, as messages write the two.
_PARTICLES = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "과(와)": ("과", "와"),
    "와(과)": ("과", "와"),
    "(이)라": ("이라", "라"),
    "(으)로": ("으로", "로"),
}
_FIND = re.compile("|".join(re.escape(both) for both in _PARTICLES))
_FINALS = 28  # forms of a syllable: none, and 27 final consonants (Unicode 3.12)
_FIRST, _LAST, _RIEUL = ord("가"), ord("힣"), 8
_DIGITS_CLOSED = frozenset("013678")  # 영 일 삼 육 칠 팔
_DIGITS_IN_RIEUL = frozenset("178")
_LATIN_CLOSED = re.compile(r"([lmn]|ng|le|[aeiou][pkc]k?)$", re.IGNORECASE)
_LATIN_IN_RIEUL = re.compile(r"(l|le)$", re.IGNORECASE)


def with_particles(text: str) -> str:
    """A text with the right form wherever it says both: "장관님을(를)" becomes "장관님을"."""
    return _FIND.sub(lambda found: _form(text[: found.start()], found.group()), text)


def filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its ``{values}``, its particles in their right form; values stay as typed."""
    said, at = "", 0
    for found in _FIND.finditer(message):
        said += message[at : found.start()].format_map(values)
        said += _form(said, found.group())
        at = found.end()
    return said + message[at:].format_map(values)


def particles_after(before: str, text: str) -> str:
    """A text with its particles in the form that follows from it and from what stands before."""
    said, at = before, 0
    for found in _FIND.finditer(text):
        said += text[at : found.start()]
        said += _form(said, found.group())
        at = found.end()
    return said[len(before) :] + text[at:]


def _form(before: str, both: str) -> str:
    closed, in_rieul = _ending(before)
    after_consonant, after_vowel = _PARTICLES[both]
    if both == "(으)로" and in_rieul:
        return after_vowel
    return after_consonant if closed else after_vowel


def _ending(before: str) -> tuple[bool, bool]:
    """Whether a text ends in a consonant as it is read, and whether that is ㄹ."""
    word = _last_word(before)
    if not word:
        return False, False
    last = word[-1]
    if _FIRST <= ord(last) <= _LAST:
        final = (ord(last) - _FIRST) % _FINALS
        return final > 0, final == _RIEUL
    if last.isdigit():
        return last in _DIGITS_CLOSED, last in _DIGITS_IN_RIEUL
    return bool(_LATIN_CLOSED.search(word)), bool(_LATIN_IN_RIEUL.search(word))


def _last_word(before: str) -> str:
    """The letters and digits a text ends in; quotes and brackets after them are not read."""
    end = len(before)
    while end and not before[end - 1].isalnum():
        end -= 1
    start = end
    while start and before[start - 1].isalnum():
        start -= 1
    return before[start:end]
