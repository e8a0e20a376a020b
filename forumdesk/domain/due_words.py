# SPDX-License-Identifier: MIT
"""The words in which people say when something is due, in Korean and in English, as patterns."""

from __future__ import annotations

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.periods import Share
from forumdesk.domain.wording import Text

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sept sep", "october oct"),
            *("november nov", "december dec"),
        ),
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
COUNTS = {
    word: number
    for number, words in enumerate(
        (
            *("a an one 한 일", "two 두 이", "three 세 석 삼", "four 네 넉 사", "five 다섯 오"),
            *("six 여섯 육", "seven 일곱", "eight 여덟", "nine 아홉", "ten 열", "eleven", "twelve"),
        ),
        1,
    )
    for word in words.split()
}
COUNT = r"\d{1,3}|" + "|".join(sorted(COUNTS, key=len, reverse=True))
UNITS = {
    **{name: name for name in ("day", "week", "month", "year")},
    "일": "day",
    "주": "week",
    "주일": "week",
    "개월": "month",
    "달": "month",
    "년": "year",
}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SEASONS = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "봄": 1,
    "여름": 2,
    "가을": 3,
    "겨울": 4,
}
SHARES = {
    "early": Share.EARLY,
    "beginning of": Share.EARLY,
    "start of": Share.EARLY,
    "mid": Share.MID,
    "middle of": Share.MID,
    "late": Share.LATE,
    "end of": Share.END,
    "end": Share.END,
    "초": Share.EARLY,
    "초순": Share.EARLY,
    "상순": Share.EARLY,
    "중순": Share.MID,
    "중반": Share.MID,
    "하순": Share.LATE,
    "후반": Share.LATE,
    "말": Share.END,
    "": Share.WHOLE,
    "중": Share.WHOLE,
    "내": Share.WHOLE,
    "안": Share.WHOLE,
}
EN_SHARE = (
    r"(?:(?P<share>early|beginning of|start of|mid|middle of|late|end of|end)[\s-]+(?:in\s+)?"
    r"(?:the\s+)?)?"
)
EN_YEAR = r"(?:,?\s*(?:of\s+)?(?P<year>(?:19|20|21)\d\d|'\d\d|this year|next year|the year))"
KO_YEAR = r"(?P<year>(?:19|20|21)\d\d\s*년?|'?\d\d\s*년|올해|금년|당해|내년|명년|이듬해|내후년)"
LEADING = Pattern(
    r"^(?:(?:no|not)\s+later\s+than|by|until|till|in|during|around|at|due|on)\s+(?:the\s+)?"
)
TRAILING = Pattern(r"\s*(?:까지|쯤|경|무렵|이내에|안에|내에|중에|에|으로)$")
BEFORE = Pattern(r"^before\s+(?:the\s+)?|\s*(?:이전|전)(?:까지|에)?$")

EVERY: tuple[tuple[Pattern, Text], ...] = (
    (
        Pattern(r"ongoing|continuous(?:ly)?|permanent(?:ly)?|상시|수시|계속|지속|연중"),
        Text.of(ko="상시", en="ongoing"),
    ),
    (
        Pattern(r"(?:every|each) year|yearly|annual(?:ly)?|매년|매해|해마다|연례|연 1회"),
        Text.of(ko="매년", en="every year"),
    ),
    (
        Pattern(
            r"(?:every|each) half[- ]year|every six months|twice a year|half-yearly"
            r"|semi-?annual(?:ly)?|반기마다|매\s*반기|반기별로?|연 2회"
        ),
        Text.of(ko="반기마다", en="every half-year"),
    ),
    (
        Pattern(r"(?:every|each) quarter|quarterly|분기마다|매\s*분기|분기별로?"),
        Text.of(ko="분기마다", en="every quarter"),
    ),
    (
        Pattern(r"(?:every|each) month|monthly|매월|매달|달마다|월례"),
        Text.of(ko="매월", en="every month"),
    ),
)
FORUM = Pattern(
    r"(?:before\s+)?(?:the\s+)?(?:next|(?P<en>\d{1,3})(?:st|nd|rd|th))\s+(?:forum|meeting|edition)"
    r"|(?:다음|차기|차회|제?\s*(?P<ko>\d{1,3})\s*회)\s*(?:포럼|회의|행사)?(?:\s*전)?"
)
WITHIN = Pattern(
    rf"(?:within|in)\s+(?:the\s+next\s+)?(?P<en>{COUNT})\s+(?P<unit>day|week|month|year)s?"
    rf"|(?P<ko>{COUNT})\s*(?P<length>일|주일|주|개월|달|년)\s*(?:이내|내|안|후|뒤)(?:에|까지)?"
)
NO_YEAR_DAY = Pattern(
    rf"(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"\s+(?P<m2>{MONTH})\.?|(?P<m3>\d{{1,2}})\s*월\s*(?P<d3>\d{{1,2}})\s*일"
)
EN_MONTH = Pattern(rf"{EN_SHARE}(?P<month>{MONTH})\.?{EN_YEAR}?")
EN_QUARTER = Pattern(
    rf"(?:the\s+)?(?:q(?P<q>[1-4])|(?P<r>[1-4])q|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter)"
    rf"{EN_YEAR}?"
)
EN_HALF = Pattern(
    rf"(?:the\s+)?(?:h(?P<q>[12])|(?P<r>[12])h|(?P<nth>first|second|1st|2nd)\s+half){EN_YEAR}?"
)
EN_SEASON = Pattern(rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter){EN_YEAR}?")
EN_YEARS = Pattern(
    rf"{EN_SHARE}(?P<year>(?:19|20|21)\d\d|this year|next year|the year|year)"
    rf"|(?P<end>(?:the\s+)?year[- ]end)(?:\s+(?P<year2>(?:19|20|21)\d\d))?"
)
EN_THIS = Pattern(rf"{EN_SHARE}(?P<which>this|next|the)\s+(?P<unit>month|quarter)")
KO_MONTH = Pattern(
    rf"(?:{KO_YEAR}\s*)?(?P<month>1[0-2]|0?[1-9])\s*월\s*"
    r"(?P<share>초순|초|상순|중순|하순|말|중|내|안|)"
)
KO_THIS = Pattern(
    r"(?P<which>이번\s*달|이\s*달|금월|당월|다음\s*달|내달|익월|이번\s*분기|금분기|다음\s*분기)"
    r"\s*(?P<share>초순|초|상순|중순|하순|말|중|내|안|)"
)
KO_QUARTER = Pattern(rf"(?:{KO_YEAR}\s*)?제?\s*(?P<q>[1-4])(?:/4)?\s*분기\s*(?:말|중|내|안)?")
KO_HALF = Pattern(rf"(?:{KO_YEAR}\s*)?(?P<half>상반기|하반기|전반기|후반기)\s*(?:말|중|내|안)?")
KO_SEASON = Pattern(rf"(?:{KO_YEAR}\s*)?(?P<season>봄|여름|가을|겨울)\s*(?:철|중)?")
KO_YEARS = Pattern(
    rf"{KO_YEAR}\s*(?:도\s*)?연?(?P<share>초|중반|후반|말|중|내|안|)|연(?P<of>초|말|내|중)"
)
BARE = Pattern(r"(?P<year>(?:19|20|21)\d\d)\s*[-./]\s*(?P<month>1[0-2]|0?[1-9])")
