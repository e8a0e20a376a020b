# SPDX-License-Identifier: MIT
"""How people are named aloud: in full when they are introduced, in short when spoken to.

Korean puts body and office first, then the name, then the title that honours ("산업통상자원부
안덕근 장관님"), and 님 where there is none; English the title, the name, then the office ("The
Honorable Gina Raimondo, U.S. Secretary of Commerce").
"""

from __future__ import annotations

from collections.abc import Callable
from re import IGNORECASE

from forumdesk.domain.languages import base
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import (
    Organization,
    OrganizationKind,
    Participation,
    Person,
    full_name,
    script_for,
)
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, fold
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.spoken import marked, with_article

_SIR = "님"
_OTHER_RESPECTS = ("각하", "전하", "귀하", "씨", "스님")
# Styles that stand before a whole name; nobody is spoken to with them and the family name.
_STYLES = Pattern(
    r"(the )?(right )?hon(ou?rable|\.)|(h\.? ?e\.?|(his|her|your) excellency)", IGNORECASE
)
_BODIES_WITH_ARTICLE = frozenset(
    {
        OrganizationKind.ASSOCIATION,
        OrganizationKind.MINISTRY,
        OrganizationKind.AGENCY,
        OrganizationKind.INSTITUTE,
        OrganizationKind.EMBASSY,
    }
)
_SEVERAL_WORDS = Pattern(r"(?!The )\S+ .+")
_DEPARTMENT = Pattern(r"(?P<whose>U\.S\. |)(?:Ministry|Department) of (?P<what>.+)")
_HEAD = Pattern(r"[^,]+?(?= of | for |,|$)")
_LONGEST_HEAD = 3  # words of an office by which its holder is spoken to
# Who is "Chairman of the Association"; others are "Manager, the Association".
_LEADS = Pattern(
    r"\b(Chair|Chairman|Chairwoman|Chairperson|President|Director|Minister|Secretary|Commissioner"
    r"|Ambassador|Governor|Dean|Chancellor)\b"
)
_UNNAMED = "○○○ 님"
_UNNAMED_ELSE = "(name to follow)"


@frozen
class _Named:
    """Somebody in one language: what is known of them, each maybe empty."""

    language: str
    name: str
    family: str
    reading: str
    honorific: str
    office: str
    body: str
    kind: OrganizationKind

    @property
    def marked(self) -> str:
        """The name with its reading."""
        return marked(self.name, self.reading)


def in_full(setting: Setting, found: Participation | None) -> Text:
    """Somebody as introduced to others."""
    return _each(setting, found, _korean_full, _english_full)


def in_short(setting: Setting, found: Participation | None) -> Text:
    """Somebody as spoken to."""
    return _each(setting, found, _korean_short, _english_short)


def by_oneself(setting: Setting, found: Participation | None) -> Text:
    """Somebody as they name themselves: nobody honours themselves."""
    return _each(
        setting,
        found,
        lambda one: " ".join(filter(None, (one.body, one.marked))),
        lambda one: one.marked,
    )


def body_in_a_sentence(setting: Setting, body: Organization) -> Text:
    """An organization as it is named in a sentence: "the Semiconductor Industry Association"."""
    if body.kind not in _BODIES_WITH_ARTICLE:
        return body.name
    return with_article(setting, body.name, _SEVERAL_WORDS)


def reading_of(person: Person, language: str) -> str:
    """How a name is read aloud in a language; empty where it is read as it is written."""
    return person.reading.get(language, "") or person.reading.get(base(language), "")


def _each(
    setting: Setting,
    found: Participation | None,
    korean: Callable[[_Named], str],
    english: Callable[[_Named], str],
) -> Text:
    """What is said of somebody in each language; any but Korean says it as English does."""

    def said(tag: str) -> str:
        one = _named(setting, found, tag)
        if not (one.name or one.office or one.body):
            return _UNNAMED if base(tag) == "ko" else _UNNAMED_ELSE
        return (korean if base(tag) == "ko" else english)(one)

    return Text.of({tag: said(tag) for tag in setting.languages})


def _named(setting: Setting, found: Participation | None, language: str) -> _Named:
    dossier = setting.dossier
    person = dossier.person.get(found.person or "") if found else None
    body = dossier.organization.get(found.organization or "") if found else None
    tags = (language, *setting.languages)
    office = found.office.best(tags) if found else ""
    named = body.name.best(tags) if body else ""
    return _Named(
        language=language,
        name=full_name(person, language, setting.options.names) if person else "",
        family=_family(person, language) if person else "",
        reading=reading_of(person, language) if person else "",
        honorific=person.honorific.get(language, "") if person else "",
        office=office,
        # An office that names its body already stands alone.
        body="" if fold(named) in fold(office) else named,
        kind=body.kind if body else OrganizationKind.OTHER,
    )


def _family(person: Person, language: str) -> str:
    script = script_for(person.names, language)
    return person.names[script].family if script else ""


# -- Korean -------------------------------------------------------------------------------------


def _korean_full(one: _Named) -> str:
    if not one.name:
        return _joined(one.body, f"{one.office}{_SIR}") if one.office else one.body
    office, title = _office_and_title(one)
    return _joined(one.body, office, one.marked, title)


def _korean_short(one: _Named) -> str:
    if not one.name:
        return _korean_full(one)
    return _joined(one.marked, _honoured(one.honorific))


def _office_and_title(one: _Named) -> tuple[str, str]:
    """The office before the name, and the title after it, which may be the end of the office.

    An office of one word that ends in the title stays whole: 국제협력본부장 한지원 님.
    """
    title = _honoured(one.honorific)
    stem = title.removesuffix(_SIR)
    if not stem or not one.office.endswith(stem):
        return one.office, title
    rest = one.office[: -len(stem)]
    if rest and not rest.endswith(" "):
        return one.office, _SIR
    return rest.strip(), title


def _honoured(honorific: str) -> str:
    """A title with its 님; other words of respect stand as they are."""
    known = honorific.endswith((_SIR, *_OTHER_RESPECTS))
    return honorific if known else f"{honorific}{_SIR}"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


# -- English, and what says it so ---------------------------------------------------------------


def _english_full(one: _Named) -> str:
    held = _held(one)
    if not one.name:
        return f"the {held}" if one.office else held
    honorific = one.honorific
    if honorific.startswith("The "):
        honorific = f"the {honorific[4:]}"  # as it stands in a sentence
    return ", ".join(filter(None, (_joined(honorific, one.marked), held)))


def _english_short(one: _Named) -> str:
    if not one.name:
        return f"{one.office} {_UNNAMED_ELSE}" if one.office else one.body
    family = marked(one.family, "") if one.family else ""
    if not one.honorific or not family:
        return one.marked
    if _STYLES.match(one.honorific):
        head = _head(one.office)
        return f"{head} {family}" if head else one.marked
    return f"{one.honorific} {family}"


def _head(office: str) -> str:
    """The title in an office by which its holder is spoken to: "Vice Minister"."""
    found = _HEAD.match(office)
    head = found.group().strip() if found else ""
    return head if 0 < len(head.split()) <= _LONGEST_HEAD else ""


def _held(one: _Named) -> str:
    """Office and body as they are said: "Minister of Trade", "Chairman of the Association"."""
    if not one.office or not one.body:
        return one.office or one.body
    simple = _head(one.office) == one.office
    department = _DEPARTMENT.fullmatch(one.body)
    if simple and department:
        return f"{department['whose']}{one.office} of {department['what']}"
    if simple and one.kind in _BODIES_WITH_ARTICLE and _LEADS.search(one.office):
        the = "the " if _SEVERAL_WORDS.fullmatch(one.body) else ""
        return f"{one.office} of {the}{one.body}"
    return f"{one.office}, {one.body}"
