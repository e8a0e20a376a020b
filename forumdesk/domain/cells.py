# SPDX-License-Identifier: MIT
"""Single cells of a list understood: yes and no, statuses, countries, ways to reach somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Contact, Invitation
from forumdesk.domain.terms import term
from forumdesk.domain.wording import fold, one_line
from forumdesk.domain.words import interface_languages, words_in

_YES_WORDS = (
    "yes y ja oui sí si true t 1 o ○ ◯ ● ✓ ✔ ☑ √ v 예 네 동의 동의함 동의합니다 해당 유 はい 有"
    " agree agreed consent ok on 참 vrai wahr"
)
_NO_WORDS = (
    "no n nein non false f 0 x × ✗ ✘ ☒ ☐ 아니오 아니요 아뇨 비동의 미동의 동의안함 동의하지않음"
    " 동의하지않습니다 거부 무 いいえ 無 disagree declined none off 거짓 해당없음"
)
_YES, _NO = (frozenset(map(fold, words.split())) for words in (_YES_WORDS, _NO_WORDS))
_STATUSES: Mapping[Invitation, str] = {
    Invitation.PROPOSED: "proposed tobeinvited 초청예정 제안 후보 예정 候補",
    Invitation.INVITED: "invited pending noreply awaitingreply sent 초청 초대 초청함 초대함"
    " 초청완료 회신대기 미회신 회신없음 무응답 招待",
    Invitation.ACCEPTED: "accepted attending attend coming confirmed registered going present"
    " paid approved 참석 참가 참석함 참석예정 참석확정 확정 등록 등록완료 승인 참여 出席 参加"
    " zugesagt",
    Invitation.TENTATIVE: "tentative maybe undecided interested tbd tbc 미정 검토중 검토 보류"
    " 참석미정 未定",
    Invitation.DECLINED: "declined notattending regrets regret notcoming absent refused rejected"
    " 불참 불참함 불참석 미참석 거절 欠席 abgesagt",
    Invitation.CANCELLED: "cancelled canceled withdrawn refunded 취소 취소함 철회 등록취소"
    " キャンセル storniert",
    Invitation.WAITLISTED: "waitlisted waitlist waitinglist onwaitlist 대기 대기자 대기중 예비",
}  # fmt: skip
_COUNTRIES: Mapping[str, str] = {
    "KR": "한국 남한 korea southkorea republicofkorea rok kor koreasouth korearepublicof"
    " thekorea koreanarepublic",
    "US": "usa us unitedstates unitedstatesofamerica america theunitedstates 미합중국 米国"
    " アメリカ",
    "GB": "uk unitedkingdom greatbritain england scotland wales gbr",
    "JP": "jpn nippon 日本国",
    "CN": "prc china peoplesrepublicofchina chn 중화인민공화국",
    "TW": "taiwan twn chinesetaipei 타이완",
    "DE": "deu ger",
    "FR": "fra",
    "NL": "nld holland thenetherlands",
    "RU": "russia rus",
    "VN": "vietnam vnm 월남",
    "CZ": "czechrepublic czechia",
    "SG": "sgp",
    "IN": "ind",
    "CA": "can",
    "AU": "aus",
    "IT": "ita",
    "ES": "esp",
    "MY": "mys",
    "TH": "tha",
    "ID": "idn",
    "PH": "phl",
    "AE": "uae",
    "HK": "hongkong hkg",
    "KP": "northkorea dprk",
    "BE": "bel",
    "CH": "che",
    "AT": "aut",
}  # fmt: skip
_COUNTRY_LANGUAGES = ("en", "ko", "ja", "de", "fr", "zh", "es")

_EMAIL = Pattern(r"[^\s@<>()\[\],;:\"|]+@[^\s@<>()\[\],;:\"|]+\.[^\s@<>()\[\],;:\"|.]+")
_SCHEME = Pattern(r"([A-Za-z][A-Za-z0-9+-]*):(?!\d)")
_BETWEEN = Pattern(r"\s*(?:\|\|+|[;/\n]|,(?=\s*[+(\d])|\s또는\s|\sor\s)\s*")
_MANGLED = Pattern(r"[+-]?\d+(?:[.,]\d+)?E\+?\d+", 2)
_WITHOUT_ZERO = Pattern(r"1[016789]\d{7,8}")
_DIGITS = Pattern(r"\D+")
_NOTHING = frozenset(
    map(fold, ("-", "–", "—", "x", "없음", "해당 없음", "n/a", "na", "none", "null", "nil"))
)


def yes_or_no(text: str) -> bool | None:
    """Whether a cell says yes or no; ``None`` if neither."""
    word = fold(text).strip(".!()[]")
    return True if word in _YES else False if word in _NO else None


def says_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say: ``-``, ``n/a``, 없음."""
    return fold(text) in _NOTHING


@cache
def _statuses() -> Mapping[str, Invitation]:
    known = {_bare(word): status for status, words in _STATUSES.items() for word in words.split()}
    for words in map(words_in, interface_languages()):
        known |= {_bare(term(status, words)): status for status in Invitation}
    return known


def status(text: str) -> Invitation | None:
    """The status that a word of either language means; yes and no as answers."""
    found = _statuses().get(_bare(text))
    if found is None and (answer := yes_or_no(text)) is not None:
        return Invitation.ACCEPTED if answer else Invitation.DECLINED
    return found


@cache
def _countries() -> Mapping[str, str]:
    from babel import Locale  # noqa: PLC0415 - loaded when the first list is read

    known = {}
    for language in reversed(_COUNTRY_LANGUAGES):
        for code, name in Locale.parse(language).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("ZZ", "XA", "XB", "EU", "EZ", "UN")
            ):
                known[_bare(name)] = code
                known[code.casefold()] = code
    known |= {_bare(word): code for code, words in _COUNTRIES.items() for word in words.split()}
    return known


def country(text: str) -> str:
    """The country (ISO 3166-1 alpha-2) that a cell names in any common language, or ``""``."""
    return _countries().get(_bare(text), "")


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def contacts_in(kind: str, text: str) -> Iterator[Contact]:
    """The ways to reach somebody in a cell; ``kind`` is the column's, ``contact`` for any.

    One whose kind is ``""`` is none of them and has to be told.
    """
    if kind in ("email", "url", "address"):
        yield from _SPLIT[kind](text)
        return
    rest = text
    if "@" in text:
        yield from (Contact("email", found) for found in _EMAIL.compiled.findall(text))
        rest = _EMAIL.sub(" ", text)
    for part in _BETWEEN.compiled.split(rest):
        value = one_line(part).strip(" ,;/")
        if value and not says_nothing(value):
            yield _phone(kind, value)


def _phone(kind: str, value: str) -> Contact:
    value = value.removeprefix("'")
    if _MANGLED.fullmatch(value) or len(_DIGITS.sub("", value)) < 3:
        return Contact("", value)
    if kind == "contact":
        kind = "mobile" if is_mobile(value) else "phone"
    return Contact(kind, value)


def is_mobile(value: str) -> bool:
    """Whether a telephone number is that of a Korean mobile telephone."""
    digits = _DIGITS.sub("", value).removeprefix("82").removeprefix("0")
    return bool(_WITHOUT_ZERO.fullmatch(digits))


def lost_its_zero(value: str) -> bool:
    """Whether a number lacks the zero that a spreadsheet takes off 010-1234-5678."""
    return bool(_WITHOUT_ZERO.fullmatch(value)) and len(value) == 10


def is_mangled(value: str) -> bool:
    """Whether a spreadsheet has made a long number of it and lost its end: ``1.23457E+09``."""
    return bool(_MANGLED.fullmatch(value))


def _emails(text: str) -> Iterator[Contact]:
    if text.count("@") == 1 and _EMAIL.fullmatch(text):  # as most are
        yield Contact("email", text)
        return
    for found in _EMAIL.compiled.findall(text):
        yield Contact("email", found)
    rest = one_line(_EMAIL.sub(" ", text).replace("mailto:", " ")).strip(' ,;:/<>|()[]"')
    if rest and not says_nothing(rest):
        yield Contact("", rest)


def _urls(text: str) -> Iterator[Contact]:
    for part in text.replace("||", " ").split():
        value = part.strip(",;")
        if value and not says_nothing(value):
            yield Contact("url" if url_of(value) else "", value)


def url_of(text: str) -> bool:
    """Whether a text is an address on the web, and none that does or opens something else."""
    scheme = _SCHEME.match(text)
    return "." in text and (scheme is None or scheme[1].casefold() in ("http", "https"))


def _addresses(text: str) -> Iterator[Contact]:
    value = "\n".join(filter(None, (line.strip() for line in text.split("\n"))))
    if value and not says_nothing(value):
        yield Contact("address", value)


_SPLIT = {"email": _emails, "url": _urls, "address": _addresses}
