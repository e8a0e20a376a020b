# SPDX-License-Identifier: MIT
"""What stands in the cell for a name: names in one script or several, titles, handles, addresses.

Whatever is not a name is kept for the field that it belongs to; a cell that can't be taken apart
safely stays one whole name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from forumdesk.domain.korean_names import FAMILIES, TITLES, agreed, is_name, titled
from forumdesk.domain.naming import TWO_SYLLABLES, names_from, script_of
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, fold, one_line

_MEMORY = 8192  # cells; in real lists few names come twice, but titles and offices do


@frozen
class NameCell:
    """What the cell says.

    ``open``: somebody will come, and it is not known yet who; ``total``: it counts the others.
    """

    names: Names = Names()
    honorific: Text = EMPTY
    office: Text = EMPTY
    contacts: tuple[Contact, ...] = ()
    note: str = ""
    open: bool = False
    total: bool = False


_OPEN = frozenset(
    fold(word)
    for word in (
        *(
            "미정",
            "추후 통보",
            "추후 확정",
            "추후 지정",
            "추후",
            "미확정",
            "공석",
            "未定",
            "N.N.",
            "NN",
        ),
        *("tbd", "tba", "tbc", "tbn", "t.b.d.", "t.b.a.", "t.b.c.", "to be determined"),
        *("to be announced", "to be confirmed", "to be nominated", "name to follow", "n.n"),
        *("-", "–", "—", "?", "??", "???", "n/a", "none", "없음"),
    )
)
_SIMPLE = Pattern(r"[가-힣]{2,4}")
_EMAIL = Pattern(r"<?\s*(?:mailto:)?([^\s<>()@,;]+@[^\s<>()@,;]+\.[^\s<>()@,;.]+)\s*>?")
_HANDLE = Pattern(r"(?<!\S)@[\w.-]+")
_BEFORE = (
    "dr prof professor doctor mr mrs ms miss mx messrs sir dame lord lady rev hon amb ambassador"
    " minister secretary senator president chairman governor mayor capt captain col colonel gen"
    " general adm admiral lt herr frau mme madame monsieur señor señora ing"
)
# As they begin longer forms: "Vice President", "The Honorable", "His Excellency".
_BEGIN = frozenset((*_BEFORE.split(), "vice", "deputy", "the", "his", "her"))
_PREFIX = Pattern(
    rf"(?:(?:{_BEFORE.replace(' ', '|')}|vice (?:minister|president)|deputy secretary"
    r"|dipl\.-ing|h\.\s?e|the hon|the honou?rable|(?:his|her) excellency)(?:\.\s*|\s+|$))+",
    re.IGNORECASE,
)
_DEGREE = Pattern(
    r",?\s+((?:ph\.?\s?d|m\.?d|mba|esq|llm|ll\.m|j\.?d|cpa|p\.?eng|p\.e|d\.?phil|m\.?sc|b\.?sc|cfa|pmp)\.?)",
    re.IGNORECASE,
)
_JUNIOR = Pattern(r",\s*(Jr|Sr|II|III|IV)(\.?)$")
# Family names before a given name that only Koreans have, as Ji-won is written.
_KOREAN_FAMILIES = (
    "kim lee yi rhee park pak bak choi choe jung jeong chung cheong kang gang cho jo yoon yun jang"
    " chang lim im yim han oh seo suh shin sin kwon gwon hwang ahn an song jeon chun hong yoo yu"
    " ryu ko koh moon mun yang son sohn bae baek paik heo hur huh nam shim sim noh roh ha kwak sung"
    " seong cha joo ju woo wu koo ku min na jin ji eom um chae won"
)
_KOREAN = frozenset(_KOREAN_FAMILIES.split())
_KOREAN_GIVEN = Pattern(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
_BRACKETS = Pattern(r"([^()（）\[\]]+)[(（\[]([^()（）\[\]]+)[)）\]]\s*")
_BETWEEN = Pattern(r"\s*(?:\|\|?|/|\n|·|、)\s*")
_SCRIPT_CHANGES = Pattern(
    r"(?<=[가-힣一-鿿])\s*,\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*,\s*(?=[가-힣一-鿿])"
)


TOTALS = frozenset(map(fold, ("합계", "총계", "소계", "계", "총원", "total", "subtotal", "合計")))
_NO_NAMES = TITLES | _OPEN | TOTALS
_COUNT = Pattern(r"총?\s*\d+\s*(?:명|인|名)")
_RESPECT = ("님", "씨")
_PLAIN_LATIN = Pattern(r"[A-Z][a-z]+ [A-Z][a-z]+")


@lru_cache(maxsize=32768)  # of a hundred thousand people many share a name
def plain_name(text: str) -> Names | None:
    """The name in a cell that holds nothing else, as most do; ``None`` where it may hold more.

    The same as ``name_cell`` finds, in a tenth of the time.
    """
    if _SIMPLE.fullmatch(text):
        if text in _NO_NAMES or text.endswith(_RESPECT):
            return None
        at = 2 if text.startswith(TWO_SYLLABLES) and len(text) > 2 else 1
        return Names(((Script.HANGUL, Name(text[:at], text[at:])),))
    if _PLAIN_LATIN.fullmatch(text):
        given, family = text.split(" ")
        if given.lower() not in _BEGIN:
            return Names(((Script.LATIN, Name(family, given)),))
    return None


@lru_cache(maxsize=_MEMORY)
def name_cell(text: str) -> NameCell:
    """What a clean, stripped cell says."""
    plain = plain_name(text)
    if plain is not None:
        return NameCell(plain)
    word = fold(text)
    if text in TITLES or word in _OPEN or word in TOTALS:
        office = Text.of(ko=text) if text in TITLES else EMPTY
        return NameCell(office=office, open=word not in TOTALS, total=word in TOTALS)
    if _COUNT.fullmatch(text):
        return NameCell(total=True)
    rest, contacts, note = _apart(text)
    if rest:
        return _spelled(rest, contacts, note)
    # Somebody known by a handle alone is called by it.
    handle = Names.of({Script.OTHER: Name(full=note)}) if note else Names()
    return NameCell(handle, contacts=contacts)


def _apart(text: str) -> tuple[str, tuple[Contact, ...], str]:
    """A cell without the addresses and handles in it."""
    if "@" not in text:
        return text.strip(" ,;"), (), ""
    emails = [Contact("email", found[1]) for found in _EMAIL.compiled.finditer(text)]
    text = _EMAIL.sub(" ", text)
    handles = [found[0] for found in _HANDLE.compiled.finditer(text)]
    rest = _HANDLE.sub(" ", text).replace("()", " ").strip(" ,;<>\n")
    return rest, tuple(emails), " ".join(handles)


def _spelled(text: str, contacts: tuple[Contact, ...], note: str) -> NameCell:
    """Every spelling in a cell, each in a script of its own; else the cell as one name."""
    found: dict[Script, Name] = {}
    honorific, office = EMPTY, EMPTY
    for piece in _pieces(text):
        said = _piece(piece)
        if not said.names or any(script in found for script in said.names):
            if not said.names and (said.office or said.honorific):
                honorific, office = _either(honorific, said.honorific), _either(office, said.office)
                continue
            whole = _piece(one_line(text))
            return NameCell(whole.names, whole.honorific, whole.office, contacts, note)
        found.update(said.names)
        honorific, office = _either(honorific, said.honorific), _either(office, said.office)
        note = " ".join(filter(None, (note, said.note)))
    return NameCell(agreed(Names.of(found)), honorific, office, contacts, note)


def _either(one: Text, other: Text) -> Text:
    return Text.of({**other, **one}) if one and other else one or other


def _pieces(text: str) -> Sequence[str]:
    """The spellings in a cell: in brackets, apart by a stroke or a line end, by script."""
    bracketed = _BRACKETS.fullmatch(text)
    if bracketed:
        return [*_pieces(bracketed[1].strip()), *_pieces(bracketed[2].strip())]
    pieces = [piece for piece in _BETWEEN.compiled.split(text) if piece]
    if len(pieces) == 1:
        pieces = _SCRIPT_CHANGES.compiled.split(text)
    if len(pieces) == 1 and script_of(text) is Script.HANGUL:
        return _by_script(text)
    return pieces


def _by_script(text: str) -> Sequence[str]:
    """``홍길동 Hong Gil-dong``: words of one script, then words of another."""
    runs: list[list[str]] = []
    for word in text.split():
        if runs and script_of(runs[-1][-1]) is script_of(word):
            runs[-1].append(word)
        else:
            runs.append([word])
    scripts = [script_of(run[0]) for run in runs]
    if len(set(scripts)) < len(scripts) or Script.OTHER in scripts:
        return [text]
    return [" ".join(run) for run in runs]


def _piece(text: str) -> NameCell:
    script = script_of(text)
    apart = _family_and_given(text, script)
    if apart is not None:
        return NameCell(Names.of({script: apart}))
    if script is Script.HANGUL:
        if text in TITLES or text.removesuffix("님") in TITLES:
            return NameCell(office=Text.of(ko=text.removesuffix("님")))
        name, honorific, office = titled(text)
        return NameCell(_korean(name), Text.of(ko=honorific), Text.of(ko=office))
    prefix = _PREFIX.match(text)
    honorific = one_line(prefix[0]) if prefix else ""
    name = _JUNIOR.sub(r" \1\2", text[prefix.end() :] if prefix else text)
    name, note = _without_degrees(name)
    names = _settled(names_from(name)) if name.strip() else Names()
    return NameCell(names, Text.of(en=honorific), note=note)


def _korean(name: str) -> Names:
    """A name in Hangul; a foreign one (지나 러몬도) stays whole: its order is not known."""
    first, _, rest = name.partition(" ")
    if rest and first not in FAMILIES and first not in TWO_SYLLABLES:
        return Names.of({Script.HANGUL: Name(full=name)})
    return names_from(name)


def _family_and_given(text: str, script: Script) -> Name | None:
    """``러몬도, 지나``: a name in any script but Latin with a comma behind its family name.

    Two whole Korean names with a comma between them are two people.
    """
    family, comma, given = (part.strip() for part in text.partition(","))
    if script is Script.LATIN or not (comma and family and given) or "," in given:
        return None
    if script is Script.HANGUL and is_name(family) and is_name(given) and len(family) > 2:
        return None
    return Name(family=family, given=given)


def _settled(names: Names) -> Names:
    """Names whose Latin one has its family name where Koreans put it: Kim Ji-won."""
    latin = names.get(Script.LATIN)
    if latin is None or latin.given.casefold() not in _KOREAN:
        return names
    if not _KOREAN_GIVEN.fullmatch(latin.family):
        return names
    return Names.of({**names, Script.LATIN: Name(family=latin.given, given=latin.family)})


def _without_degrees(name: str) -> tuple[str, str]:
    """A name without the degrees behind it, and these."""
    degrees: list[str] = []
    while True:
        found = [m for m in _DEGREE.compiled.finditer(name) if m.end() == len(name.rstrip())]
        if not found or not name[: found[-1].start()].strip():
            return name, ", ".join(degrees)
        degrees.insert(0, found[-1][1])
        name = name[: found[-1].start()]
