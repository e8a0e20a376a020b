# SPDX-License-Identifier: MIT
"""What tells people apart, in a form that two of them can be compared by.

Set aside are normal form, case, width, accents, forms of address, the order of names, and hyphens
and spaces within them. Telephone numbers are digits, the country's own prefix or its zero left
out. Organizations are known by all their names, without the words that say what kind of company
they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from forumdesk.domain.matching.romanizing import sound
from forumdesk.domain.naming import TWO_SYLLABLES
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Contact, Name, Names, Organization, Script
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, fold

Keys = tuple[str, ...]

_ADDRESSED = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "hon"),
        *("honorable", "honourable", "rev", "he", "hrh", "amb", "ambassador", "phd", "md"),
        *(
            "님",
            "씨",
            "선생님",
            "박사",
            "박사님",
            "교수",
            "교수님",
            "귀하",
            "先生",
            "氏",
            "様",
            "さん",
        ),
    }
)
_GLUED = ("선생님", "박사님", "교수님", "님", "귀하")  # to the end of a name in Hangul
_NAMES_OF_ONE = frozenset("oiu")  # 오, 이, 우: family names of one letter
_FEWEST = 2  # syllables of a name, family name and all
_SYLLABIC = ("Hang:", "Hani:")  # as names of these scripts begin
_SOUNDING = frozenset({Script.HANGUL, Script.LATIN})

# What companies are called besides their names, folded: (주)삼성전자, Samsung Electronics Co., Ltd.
_COMPANY = Pattern(
    r"\((주|유|사|재|합)\)|주식회사|유한회사|유한책임회사|합자회사|株式会社|株式會社|有限公司|股份"
)
_COMPANY_WORDS = frozenset(
    {
        *("co", "ltd", "inc", "corp", "corporation", "company", "limited", "incorporated"),
        *("llc", "llp", "plc", "gmbh", "ag", "sa", "sarl", "bv", "nv", "kk", "pte", "pty"),
        *("the", "holdings", "group"),
    }
)
_INCORPORATED = _COMPANY_WORDS - {"the", "group", "sa", "ag", "co"}
_WORDS = Pattern(r"[^\W_]+")
_NO_DIGITS = Pattern(r"[^\d+]")
_FEWEST_DIGITS = 7  # below, it is an extension
_PREFIX = Pattern(r"(\+82|0082|\+|00)0?")


@frozen
class Traits:
    """What somebody is known by: names as written, as they sound, addresses, numbers, bodies.

    A name is kept as script and words, family name first where that is known: ``Latn:hong
    gildong``; how it sounds as words alone. Each tuple is without doubles.
    """

    names: Keys = ()
    sounds: Keys = ()
    emails: Keys = ()
    phones: Keys = ()
    bodies: Keys = ()

    @property
    def identity(self) -> str:
        """A short mark of all that is written; the same for what is the same but for its form."""
        rest = map(_sorted, (self.emails, self.phones, self.bodies))
        whole = "\x1e".join((_in_any_order(self.names), *rest))
        return blake2b(whole.encode(errors="replace"), digest_size=10).hexdigest()


def _sorted(keys: Keys) -> str:
    return "\x1f".join(sorted(keys) if len(keys) > 1 else keys)


def traits_of(names: Names, contacts: Iterable[Contact], bodies: Keys = ()) -> Traits:
    """What a person with these names and contacts is known by; bodies as ``body_keys`` says."""
    written, sounds = _name_keys(names)
    emails: list[str] = []
    phones: list[str] = []
    for contact in contacts:
        if contact.kind == "email":
            emails.append(fold(contact.value))
        elif contact.kind in ("phone", "mobile") and (number := phone_key(contact.value)):
            phones.append(number)
    return Traits(written, sounds, _few(emails), _few(phones), bodies)


def _few(keys: list[str]) -> Keys:
    return tuple(keys) if len(keys) < 2 else tuple(dict.fromkeys(keys))


@lru_cache(maxsize=16384)  # of a hundred thousand people many share a name
def _name_keys(names: Names) -> tuple[Keys, Keys]:
    written, sounds = [], []
    for script, name in names.pairs:
        parts = _words(name, script)
        if not parts:
            continue
        written.append(f"{script.value}:{' '.join(parts)}")
        if script in _SOUNDING:
            sounds.append(heard(parts))
    return tuple(written), _few(sounds)


def _words(name: Name, script: Script) -> list[str]:
    """The words of a name, folded, without forms of address; hyphens join."""
    whole = f"{name.family} {name.given}" if name.family and name.given else ""
    parts = []
    for word in (whole or name.full or name.family or name.given).split():
        plain = "".join(filter(str.isalnum, fold(word)))
        if plain and plain not in _ADDRESSED:
            parts.append(plain)
    if script is Script.HANGUL and parts:
        parts[-1] = _unglued(parts)
        return _apart(parts[0]) if len(parts) == 1 else parts
    return parts


def _apart(name: str) -> list[str]:
    """A Korean name written in one, as family and given name."""
    family = 2 if name.startswith(TWO_SYLLABLES) and len(name) > 2 else 1
    return [name[:family], name[family:]] if 2 <= len(name) <= 4 else [name]


def _unglued(parts: list[str]) -> str:
    """The last word of a name in Hangul without a form of address at its end: 홍길동님."""
    length = sum(map(len, parts))
    for title in _GLUED:
        if parts[-1].endswith(title) and length - len(title) >= _FEWEST:
            return parts[-1].removesuffix(title) or parts[-1]
    return parts[-1]


def heard(parts: list[str]) -> str:
    """How a name sounds; an initial beside two words is not heard: John F. Kennedy."""
    if len(parts) > 2:
        parts = [part for part in parts if len(part) > 1 or part in _NAMES_OF_ONE] or parts
    return " ".join(map(sound, parts))


@lru_cache(maxsize=16384)  # as above
def letters(name: str) -> str:
    """A key of a name that is the same in whichever order its words stand and however joined.

    Its letters in the order of the alphabet; names that merely share their letters, such as 이영수
    and 이수영, are told apart by ``same_words``.
    """
    return "".join(sorted(name.partition(":")[2] or name)).lstrip()


def same_words(one: str, other: str) -> bool:
    """Whether two names are one but for the order of family and given name, and spaces."""
    if one == other:
        return True
    here, there = (name.rpartition(":")[2].replace(" ", "") for name in (one, other))
    if len(here) != len(there) or there not in here + here:
        return False
    return not _turned(one).isdisjoint(_turned(other))


def same_written(one: Names, other: Names) -> bool:
    """Whether names in one script are written alike, but for case, order and the like."""
    (here, _), (there, _) = _name_keys(one), _name_keys(other)
    return any(same_words(a, b) for a in here for b in there)


def _turned(name: str) -> set[str]:
    """A name beginning with each of its words, written in one."""
    script, _, written = name.rpartition(":")
    parts = written.split()
    return {script + "".join(parts[at:] + parts[:at]) for at in range(len(parts))}


@lru_cache(maxsize=16384)  # as above
def _in_any_order(names: Keys) -> str:
    """Names as a mark of them; the syllables of a Korean one keep their order."""
    return _sorted(
        tuple(
            name.replace(" ", "") if name.startswith(_SYLLABIC) else letters(name) for name in names
        )
    )


@lru_cache(maxsize=4096)  # a list names few organizations many times
def body_keys(*names: Text | str) -> Keys:
    """What an organization of these names is known by."""
    each = (
        text for name in names for text in ((name,) if isinstance(name, str) else name.values())
    )
    return tuple(dict.fromkeys(filter(None, map(body_key, each))))


def body_key(name: str) -> str:
    """An organization's name, folded, without words such as Co., Ltd. and ㈜."""
    parts = _WORDS.compiled.findall(_COMPANY.sub(" ", _spaced(name)))
    bare = [word for word in parts if word not in _COMPANY_WORDS]
    return "".join(bare or parts)


def says_company(name: str) -> bool:
    """Whether an organization's name says that it is a company: Co., Ltd., ㈜."""
    parts = _WORDS.compiled.findall(_spaced(name))
    return bool(_COMPANY.search(_spaced(name))) or not _INCORPORATED.isdisjoint(parts)


def _spaced(name: str) -> str:
    """A name folded word by word: folding takes spaces away."""
    return " ".join(map(fold, name.split()))


def bodies_of(organization: Organization) -> Keys:
    """What an organization is known by: its names, short names and aliases."""
    return body_keys(organization.name, organization.short, *organization.aliases)


def phone_key(number: str) -> str:
    """A telephone number as digits; +82 10 and 010 are the same, another country's stay apart."""
    plain = number.replace("-", "")
    if plain.isascii() and plain.isdigit() and plain[:1] == "0" != plain[1:2]:  # as most are
        return plain[1:] if len(plain) > _FEWEST_DIGITS else ""
    dialled = _NO_DIGITS.sub("", fold(number))
    digits = _PREFIX.compiled.sub("", dialled, count=1) if dialled[:1] in "+0" else dialled
    if dialled.startswith("0") and not dialled.startswith("00"):
        digits = dialled[1:]
    bare = "".join(filter(str.isdigit, digits))
    return bare if len(bare) >= _FEWEST_DIGITS else ""
