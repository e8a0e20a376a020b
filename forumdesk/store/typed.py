# SPDX-License-Identifier: MIT
"""What is being typed, as patterns for the texts that records are found by.

A Hangul syllable without a final consonant stands for those with one, a consonant alone for every
syllable that begins with it: so a name is found while its last syllable is still being typed.
"""

from __future__ import annotations

from forumdesk.domain.finding import searched

_FIRST, _LAST, _FINALS, _EACH = 0xAC00, 0xD7A3, 28, 588  # Unicode 3.12
_INITIAL, _INITIALS = 0x1100, 19
_MOST = 6  # words; more than these tell nothing apart


def patterns(typed: str) -> list[str]:
    """What is typed as patterns of GLOB, one for each word; no character has a meaning of its own.

    Only the last word is still being typed.
    """
    words = [folded for word in typed.split()[:_MOST] if (folded := searched(word))]
    return [pattern(word, last=n == len(words) - 1) for n, word in enumerate(words)]


def pattern(word: str, *, last: bool) -> str:
    """A folded word as a pattern."""
    if all(_is_initial(letter) for letter in word):
        return word  # initial consonants stand in the search text themselves
    letters = [_letter(letter) for letter in word]
    if last and (begun := _begun(word[-1])):
        letters[-1] = begun
    return "".join(letters)


def _is_initial(letter: str) -> bool:
    return 0 <= ord(letter) - _INITIAL < _INITIALS


def _letter(letter: str) -> str:
    if letter in "*?[":
        return f"[{letter}]"
    if _is_initial(letter):
        first = _FIRST + (ord(letter) - _INITIAL) * _EACH
        return f"[{letter}{chr(first)}-{chr(first + _EACH - 1)}]"
    return letter


def _begun(letter: str) -> str:
    """A last syllable that may still get its final consonant."""
    code = ord(letter)
    if _FIRST <= code <= _LAST and (code - _FIRST) % _FINALS == 0:
        return f"[{letter}-{chr(code + _FINALS - 1)}]"
    return ""
