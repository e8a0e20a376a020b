# SPDX-License-Identifier: MIT
"""Korean names beside each other in Hangul and in Latin letters, and the titles glued to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from forumdesk.domain.naming import TWO_SYLLABLES
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Name, Names, Script

# The family names of all but a few in a thousand Koreans.
FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감호음빈동온범좌팽승간상갈단견당"
)

# How the initial and the final consonant of a syllable may be written; "" is none.
_INITIALS: Mapping[str, tuple[str, ...]] = {
    "ᄀ": ("g", "k"), "ᄂ": ("n", "r", "l"), "ᄃ": ("d", "t"), "ᄅ": ("r", "l", "n", "y"),
    "ᄆ": ("m",), "ᄇ": ("b", "p"), "ᄉ": ("s", "sh"), "ᄋ": ("", "r", "l", "rh"),
    "ᄌ": ("j", "ch", "z", "c"), "ᄎ": ("ch", "c", "tch"), "ᄏ": ("k",), "ᄐ": ("t",),
    "ᄑ": ("p",), "ᄒ": ("h", "wh"),
}  # fmt: skip
_FINALS: Mapping[str, tuple[str, ...]] = {
    "": ("", "h", "r"), "ᆨ": ("k", "g", "ck", "rk", "hk"), "ᆫ": ("n", "hn"), "ᆯ": ("l", "r", "rl"),
    "ᆷ": ("m", "hm"), "ᆸ": ("p", "b", "rp"), "ᆼ": ("ng",), "ᆮ": ("t", "d"),
}  # fmt: skip
_SYLLABLE = Pattern(r"([^aeiouyw]*)([aeiouyw]+)([^aeiouyw]*)")

# Offices and degrees as they are put to a name.
_TITLES = (
    "대통령 총리 부총리 장관 차관 차관보 실장 국장 과장 팀장 사무관 서기관 주무관 비서관 보좌관"
    " 행정관 심의관 정책관 기획관 청장 처장 차장 부장 대리 주임 사원 계장 반장 지사 시장 군수"
    " 구청장 의장 부의장 의원 국회의원 대사 공사 참사관 총영사 서기 영사 회장 부회장 사장"
    " 부사장 전무 전무이사 상무 상무이사 상무보 이사 대표 대표이사 공동대표 이사장 부이사장"
    " 감사 고문 자문 자문위원 위원 위원장 부위원장 간사 총재 부총재 총장 부총장 학장 원장"
    " 부원장 소장 부소장 센터장 본부장 사업부장 그룹장 파트장 단장 부단장 지점장 지부장 지사장"
    " 법인장 공장장 연구소장 부문장 교수 부교수 조교수 명예교수 석좌교수 박사 연구원 연구위원"
    " 선임연구원 책임연구원 수석연구원 선임 책임 수석 연구사 연구관 강사 기자 편집장 변호사"
    " 변리사 회계사 세무사 사무총장 사무국장 사무처장 프로 매니저 컨설턴트 디렉터 팀원 담당"
    " 선생 여사 목사 신부 작가 감독"
)
TITLES = frozenset(_TITLES.split())
_RESPECT = ("님", "귀하", "씨", "貴下")
_PERSONAL = frozenset({"선생", "여사", "박사"})  # what somebody is called, and no office
_GLUED = Pattern(r"([가-힣]{2,4}?)(" + "|".join(sorted(TITLES, key=len, reverse=True)) + r")(님|)")
_HANGUL = Pattern(r"[가-힣]+")


def titled(text: str) -> tuple[str, str, str]:
    """A name in Hangul without its titles, the form of address in it, and the office in it.

    ``김철수 교수님``, ``장관 안덕근``, ``산업부 장관 안덕근``, ``박영희부사장``, ``김 교수님``.
    """
    words = text.split()
    if len(words) == 1:
        return _one_word(text)
    bare = [_without_respect(word) for word in words]
    if bare[-1] == "":  # 님 on its own
        return titled(" ".join(words[:-1]))
    last = bare[-1] in TITLES
    if last and (_is_name(words[0]) or (len(words) == 2 and words[0] in FAMILIES)):
        title = words[-1].removesuffix("귀하")
        office = "" if bare[-1] in _PERSONAL else " ".join([*words[1:-1], bare[-1]])
        return words[0], title if len(words) == 2 or words[-1].endswith("님") else "", office
    if last and len(words) == 3 and words[0] in FAMILIES and len(words[1]) <= 2:
        return " ".join(words[:2]), words[2], "" if bare[2] in _PERSONAL else bare[2]
    name = bare[-1]
    if _is_name(name) and bare[-2] in TITLES:
        return name, "", " ".join([*words[:-2], bare[-2]])
    return " ".join([*words[:-1], name]), "", ""


def _one_word(word: str) -> tuple[str, str, str]:
    glued = _GLUED.fullmatch(word)
    whole = 4 if word.startswith(TWO_SYLLABLES) else 3
    if glued and len(glued[1]) == whole and _is_name(glued[1]):
        office = "" if glued[2] in _PERSONAL else glued[2]
        return glued[1], glued[2] + glued[3], office
    return _without_respect(word) or word, "", ""


def _without_respect(word: str) -> str:
    for respect in _RESPECT:
        if word == respect or (word.endswith(respect) and len(word) - len(respect) >= 2):
            return word[: -len(respect)]
    return word


def _is_name(word: str) -> bool:
    """Whether a word can be a Korean name: it begins with a family name and is no title."""
    if not 2 <= len(word) <= 4 or not _HANGUL.fullmatch(word) or word in TITLES:
        return False
    return word.startswith(TWO_SYLLABLES) if len(word) == 4 else word[0] in FAMILIES


def may_be(latin: str, hangul: str) -> bool:
    """Whether a Latin word can be a Hangul family name in one of its many spellings."""
    rest = "".join(c for c in latin.casefold() if c.isalpha())
    syllables = [unicodedata.normalize("NFD", syllable) for syllable in hangul]
    if not rest.isascii() or not syllables:
        return False
    matches = list(_SYLLABLE.compiled.finditer(rest))
    if len(syllables) == 2 and len(matches) == 2:
        return matches[0][1] in _INITIALS.get(syllables[0][0], ())
    if len(syllables) != 1 or len(matches) != 1 or matches[0][0] != rest:
        return False
    final = syllables[0][2:]
    return matches[0][1] in _INITIALS.get(syllables[0][0], ()) and matches[0][3] in _FINALS.get(
        final, ()
    )


def agreed(names: Names) -> Names:
    """Names whose Latin one has its family name where the Hangul one says that it is.

    ``KANG GHILBOO`` beside 강길부 is Ghilboo Kang, ``Hong Gil Dong`` beside 홍길동 Gil Dong Hong.
    """
    hangul, latin = names.get(Script.HANGUL), names.get(Script.LATIN)
    if not (hangul and latin and hangul.family):
        return names
    words = (f"{latin.given} {latin.family}" if latin.family else latin.full).split()
    if len(words) < 2 or not may_be(words[0], hangul.family):
        return names
    capitals = all(word.isupper() for word in words)
    if may_be(words[-1], hangul.family) and not capitals:
        return names
    if capitals:
        words = [word.capitalize() for word in words]
    return Names.of({**names, Script.LATIN: Name(family=words[0], given=" ".join(words[1:]))})
