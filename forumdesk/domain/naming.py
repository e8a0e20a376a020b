# SPDX-License-Identifier: MIT
"""Names as people type them: taken apart, found again, and said in labels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from forumdesk.domain.languages import base
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Name, Names, Person, Script, all_names, full_name
from forumdesk.domain.wording import Text, fold, one_line

# The family names of two syllables in use in Korea.
TWO_SYLLABLES = (
    *("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"),
    *("南宮", "皇甫", "諸葛", "司空", "鮮于", "西門", "獨孤", "東方"),
)

_SCRIPTS: tuple[tuple[Script, Pattern], ...] = (
    (Script.HANGUL, Pattern(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")),
    (Script.KANA, Pattern(r"[\u3040-\u30ff]")),
    (Script.HANJA, Pattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    (Script.LATIN, Pattern(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    (Script.CYRILLIC, Pattern(r"[\u0400-\u04ff]")),
    (Script.ARABIC, Pattern(r"[\u0600-\u06ff]")),
)
_BRACKETED = Pattern(r"([^()]+)\(([^()]+)\)")
_SUFFIX = Pattern(r"(Jr|Sr|II|III|IV)\.?")
_EAST_ASIAN = frozenset({"ko", "ja", "zh"})
_INITIALS = frozenset(map(chr, range(0x1100, 0x1113)))  # the leading consonants of syllables


def script_of(text: str) -> Script:
    """The script a name is written in; that of most weight where several are mixed."""
    return next((script for script, found in _SCRIPTS if found.search(text)), Script.OTHER)


def names_from(typed: str) -> Names:
    """A typed name, by its script, taken apart where a rule says how.

    ``Family, Given`` in any script. Hangul of two to four syllables: the family name is the
    first, or one of the two-syllable family names. Latin: an all-capitals family name wherever it
    stands (``HONG Gil-dong``); else the last word is the family name. A second name in brackets
    is in its own script: ``홍길동 (Gil-dong Hong)``. Anything else stays whole.
    """
    line = one_line(typed)
    bracketed = _BRACKETED.fullmatch(line)
    spellings = bracketed.groups() if bracketed else (line,)
    if len({script_of(spelling) for spelling in spellings}) < len(spellings):
        return Names.of({script_of(line): Name(full=line)})
    return Names.of({script_of(s): _taken_apart(one_line(s)) for s in spellings})


def _taken_apart(name: str) -> Name:
    family, comma, given = name.partition(",")
    if comma and family.strip() and given.strip():
        return Name(family=family, given=given)
    match script_of(name):
        case Script.HANGUL | Script.HANJA:
            return _korean(name)
        case Script.LATIN:
            return _latin(name)
    return Name(full=name)


def _korean(name: str) -> Name:
    words = name.split()
    if len(words) == 2 and len(words[0]) <= 2:
        return Name(family=words[0], given=words[1])
    family = 2 if name.startswith(TWO_SYLLABLES) and len(name) >= 3 else 1
    if len(words) != 1 or not 2 <= len(name) <= 4:
        return Name(full=name)
    return Name(family=name[:family], given=name[family:])


def _latin(name: str) -> Name:
    words = name.split()
    capitals = [word for word in words if _is_capitals(word)]
    others = [word for word in words if not _is_capitals(word)]
    if capitals and others:
        return Name(family=" ".join(w.capitalize() for w in capitals), given=" ".join(others))
    last = 2 if _SUFFIX.fullmatch(words[-1]) else 1
    if len(words) <= last:
        return Name(full=name)
    return Name(family=" ".join(words[-last:]), given=" ".join(words[:-last]))


def _is_capitals(word: str) -> bool:
    """A family name in capitals; an initial (``J.``) and a suffix (``III``) are none."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word.isupper() and not _SUFFIX.fullmatch(word)


def name_text(person: Person) -> Text:
    """A person's name for Korean and for English readers, as labels say it."""
    return Text.of({language: full_name(person, language) for language in ("ko", "en")})


def is_called(person: Person, typed: str) -> bool:
    """Whether this is a person's name in any script and order; case and accents set aside."""
    spellings = (typed, *(n.family + n.given or n.full for n in names_from(typed).values()))
    wanted = {_key(spelling) for spelling in spellings} - {""}
    return any(_key(name) in wanted for name in all_names(person))


def matches(person: Person, typed: str) -> int:
    """How well a person's name fits what is being typed: 0 not at all, 3 from its beginning.

    A Korean name is found while its syllables are still being typed (``홍기`` finds 홍길동) and
    by their initial consonants (``ㅎㄱㄷ``).
    """
    wanted = _key(typed)
    if not wanted:
        return 0
    return max((_fit(_key(name), wanted) for name in all_names(person)), default=0)


@lru_cache(maxsize=16384)  # the same names are compared at every key pressed
def _key(name: str) -> str:
    """A name without spaces and marks, Hangul as single letters."""
    return unicodedata.normalize("NFD", "".join(c for c in fold(name) if c.isalnum()))


def _fit(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 3
    if wanted in name:
        return 2
    if not _INITIALS.issuperset(wanted) or _INITIALS.isdisjoint(name):
        return 0
    return 1 if wanted in "".join(c for c in name if c in _INITIALS) else 0


def suggested(people: Iterable[Person], typed: str, limit: int = 8) -> list[Person]:
    """The people whose names fit what is typed, best first, then in the order given."""
    fitting = [(fit, person) for person in people if (fit := matches(person, typed))]
    fitting.sort(key=lambda pair: -pair[0])
    return [person for _, person in fitting[:limit]]


def position(office: str, body: str, language: str) -> str:
    """Office and organization as one runs into the other, for a reader of ``language``.

    "Minister, Ministry of Trade", but "산업통상자원부 장관": East Asian languages name the body
    first. An office that names its body already stands alone.
    """
    if not body or fold(body) in fold(office):
        return office
    if not office:
        return body
    return f"{body} {office}" if base(language) in _EAST_ASIAN else f"{office}, {body}"
