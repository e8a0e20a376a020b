# SPDX-License-Identifier: MIT
"""What a text means in each column of the list of participants, as changes of a participation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Consent, Invitation, Organization, Participation
from forumdesk.domain.terms import term
from forumdesk.domain.wording import Text, fold, one_line
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.services._typed_texts import text_of
from forumdesk.services.people import add_organization

CONTACTS = ("email", "phone", "mobile")  # the columns that are a person's
Changes = Mapping[str, Any]
Meaning = Callable[[Desk, Participation, str], Changes]
_TEXTS = {"office": "office", "badge-name": "badge_name"}
_LINES = {
    "category": "category",
    "table": "table_name",
    "seat": "seat",
    "grade": "grade",
    "rank-reason": "pin_reason",
    "notes": "notes",
}
_DAYS = {"since": "since", "reply-by": "reply_by", "status-on": "status_on"}
_MOMENTS = {"arrives": "arrives", "departs": "departs"}
_DAY = Pattern(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*?|(\d{4})(\d{2})(\d{2})")
_MOMENT = Pattern(r"(.*?)[\sT]+(\d{1,2}):(\d{2})(:\d{2})?")
_YES = frozenset({"yes", "y", "1", "true", "x", "o", "예", "네", "○", "✓", "동의"})
_NO = frozenset({"no", "n", "0", "false", "아니오", "아니요", "×", "비동의", "-"})


def takes(column: str) -> bool:
    """Whether something can be typed into a column."""
    field, _, language = column.partition(".")
    if language:
        return field in _TEXTS
    return column == "name" or column in (*CONTACTS, *_LINES, *_DAYS, *_MOMENTS, *_MEANINGS)


def meant(desk: Desk, record: Participation, column: str, text: str) -> Changes:
    """The changes that a text in a column stands for."""
    field, _, language = column.partition(".")
    if language and field in _TEXTS:
        whole: Text = getattr(record, _TEXTS[field])
        return {_TEXTS[field]: whole.having(language, text)}
    if column in _LINES:
        return {_LINES[column]: text if column == "notes" else one_line(text)}
    if column in _DAYS:
        return {_DAYS[column]: _day(text) if text.strip() else None}
    if column in _MOMENTS:
        return {_MOMENTS[column]: _moment(desk, record, text) if text.strip() else None}
    if column in _MEANINGS:
        return _MEANINGS[column](desk, record, text)
    raise ForumDeskError(N_("Nothing can be typed into “{column}”."), column=column)


def _status(desk: Desk, record: Participation, text: str) -> Changes:
    wanted = fold(text)
    for member in Invitation:
        said = (term(member, words_in(language)) for language in interface_languages())
        if wanted in (member.value, *map(fold, said)):
            return {"status": member}
    raise ForumDeskError(N_("“{text}” is none of the choices here."), text=text.strip())


def _side(desk: Desk, record: Participation, text: str) -> Changes:
    if not text.strip():
        return {"side": None}
    wanted = fold(text)
    for side in desk.find(Side, edition=record.edition):
        if text == side.id or wanted in map(fold, side.name.values()):
            return {"side": side.id}
    raise ForumDeskError(N_("This edition has no side “{name}”."), name=text.strip())


def _organization(desk: Desk, record: Participation, text: str) -> Changes:
    """The organization of this name; one that isn't known yet is added."""
    name = one_line(text)
    if not name:
        return {"organization": None}
    known = known_organization(desk, name)
    made = known or add_organization(desk, text_of(desk, record.edition, name), {}).id
    return {"organization": made}


def known_organization(desk: Desk, typed: str) -> str | None:
    """The organization called so in any language, in short or by another name."""
    wanted = fold(typed)
    for body in desk.holding(Organization, typed):
        said = (*body.name.values(), *body.short.values(), *body.aliases)
        if wanted in map(fold, said):
            return body.id
    return None


def _rank(desk: Desk, record: Participation, text: str) -> Changes:
    if not text.strip():
        return {"rank": None}
    try:
        return {"rank": int(text)}
    except ValueError:
        raise ForumDeskError(N_("“{text}” is not a number."), text=one_line(text)) from None


def _honored(desk: Desk, record: Participation, text: str) -> Changes:
    return {"honored": bool(_yes(text))}


def _consent(purpose: str) -> Meaning:
    def meaning(desk: Desk, record: Participation, text: str) -> Changes:
        given = _yes(text)
        before = next((c for c in record.consents if c.purpose == purpose), None)
        others = tuple(c for c in record.consents if c.purpose != purpose)
        if given is None:
            return {"consents": others}
        if before is not None and before.given == given:
            return {"consents": record.consents}
        asked = before or Consent(purpose, given)
        return {"consents": (*others, replace(asked, given=given, on=desk.now().date()))}

    return meaning


_MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "status": _status,
        "side": _side,
        "organization": _organization,
        "rank": _rank,
        "honored": _honored,
        **{f"consent-{purpose}": _consent(purpose) for purpose in ("list", "photo", "contact")},
    }
)


def _yes(text: str) -> bool | None:
    """Yes, no, or nothing said."""
    said = fold(text)
    if said in _YES or not said:
        return bool(said) or None
    if said in _NO:
        return False
    raise ForumDeskError(N_("“{text}” is neither yes nor no."), text=one_line(text))


def _day(text: str) -> date:
    found = _DAY.fullmatch(text.strip())
    parts = [int(part) for part in found.groups() if part is not None] if found else []
    try:
        return date(*parts)
    except (TypeError, ValueError):
        raise ForumDeskError(
            N_("“{text}” is not a day; write it like 2027-06-24."), text=one_line(text)
        ) from None


def _moment(desk: Desk, record: Participation, text: str) -> datetime:
    """A day and a time; a time alone is on the first day of the edition."""
    first = desk.get(Edition, record.edition).first_day
    said = one_line(text)
    if first and ":" in said and "-" not in said and len(said) <= 5:
        said = f"{first.isoformat()} {said}"
    found = _MOMENT.fullmatch(said)
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        raise ForumDeskError(
            N_("“{text}” is not a day and time; write it like 2027-06-24 09:30."),
            text=one_line(text),
        )
    day = _day(found[1])
    return datetime(day.year, day.month, day.day, int(found[2]), int(found[3]))
