# SPDX-License-Identifier: MIT
"""Korean names in Latin letters: the same name is written in many ways.

The Revised Romanization (National Institute of Korean Language, 2000) has one spelling for each
syllable; passports and business cards have others: 정 is Jeong, Jung, Chung, 이 is Lee, Yi, Rhee.
``sound`` folds what is confused (eo/u/o, g/k, j/ch, r/l …) so that spellings of one name meet, and
a name in Hangul meets them. It is for finding who may be the same, never proof of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.wording import fold

_FIRST, _LAST = 0xAC00, 0xD7A3  # Hangul syllables (Unicode 3.12)
_EACH, _FINALS_EACH = 588, 28
_INITIALS = (
    *("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s"),
    *("ss", "", "j", "jj", "ch", "k", "t", "p", "h"),
)
_VOWELS = (
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae"),
    *("oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"),
)
_FINALS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l"),
    *("m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"),
)

# Family names as they are written, by the Hangul; the Revised Romanization need not be among them.
_FAMILY_NAMES = """
강 Kang Gang; 고 Ko Koh Go; 곽 Kwak Gwak; 구 Koo Ku Gu; 권 Kwon Gwon Kweon; 김 Kim Gim;
나 Na Ra Nah; 남 Nam; 노 Noh Roh No Ro; 도 Do Doh; 류 Ryu Ryoo Yoo Yu Lyu; 문 Moon Mun;
민 Min; 박 Park Pak Bak Bahk; 배 Bae Pae; 백 Baek Paik Baik Paek; 변 Byun Byeon Pyun;
서 Seo Suh So Su; 석 Seok Suk; 설 Seol Sul; 성 Sung Seong; 손 Son Sohn; 송 Song;
신 Shin Sin; 심 Shim Sim; 안 Ahn An; 양 Yang Ryang; 엄 Um Uhm Eom Ohm; 여 Yeo Yuh Ryeo;
오 Oh O; 우 Woo Wu U; 원 Won Weon; 유 Yoo Yu You Ryu; 윤 Yoon Yun Youn;
이 Lee Yi Rhee Li Ri I Rhie; 임 Lim Im Rim Yim; 장 Jang Chang; 전 Jeon Chun Jun Chon;
정 Jung Jeong Chung Cheong Chong; 조 Cho Jo Joh; 주 Joo Ju Chu Choo; 지 Ji Chi Jee;
진 Jin Chin; 차 Cha; 채 Chae Chai; 최 Choi Choe Choy Chey; 추 Choo Chu; 하 Ha Hah;
한 Han Hahn; 허 Heo Hur Huh Her; 현 Hyun Hyeon Hyon; 홍 Hong; 황 Hwang Whang;
남궁 Namgung Namkoong Namgoong; 선우 Sunwoo Seonu Sonu; 제갈 Jegal Chegal;
황보 Hwangbo Hwangpo
"""
# What is confused, by what it becomes. ``y`` and ``w`` stay before vowels that they change.
_SAME_SOUNDS = """
yo: yeo you yoo yu; ye: yae yai; i: yee yie yi eui ui ee ie;
o: weo woo wo wu eou eo eu oo ou u; we: wae wai oe oi oy; e: ae ai ay;
c: sch tch ch jj j z; s: sh ss; k: ck kk gg g q c; t: tt dd d th; p: pp bb b ph f v;
l: rh rr ll rl lr r; hw: wh
"""


def _family_names() -> Mapping[str, tuple[str, ...]]:
    entries = (entry.split() for entry in _FAMILY_NAMES.split(";"))
    return MappingProxyType({hangul: tuple(written) for hangul, *written in entries})


def _same_sounds() -> Mapping[str, str]:
    entries = (entry.split(":") for entry in _SAME_SOUNDS.split(";"))
    pairs = ((spelling, same.strip()) for same, written in entries for spelling in written.split())
    return MappingProxyType(dict(pairs))


_FAMILIES = _family_names()
_SAME = _same_sounds()
# The longest spelling first, from left to right.
_CONFUSED = Pattern("|".join(sorted(_SAME, key=len, reverse=True)))
_SILENT = Pattern(r"(?<=[aeiouyw])[hr](?![aeiouywr])|(?<=^[gk])h")  # Suh, Ahn; Park; Ghil
_VOWEL_Y = Pattern(r"(?<=[^aeiou])y(?![aeiou])|^y(?![aeiou])")  # Kym; but not Yang, Young
_FIRST_L = Pattern(r"^l(?=[iy])")  # 이 is Lee and Yi, 임 is Lim and Im, 류 is Ryu and Yoo
_FIRST_N = Pattern(r"^l(?=[aeo])")  # 노 is Noh and Roh


def romanized(hangul: str) -> str:
    """Hangul in Latin letters, a syllable after the other, as given names are written."""
    return "".join(_syllable(ord(c)) if _FIRST <= ord(c) <= _LAST else c for c in hangul)


def _syllable(code: int) -> str:
    at = code - _FIRST
    return _INITIALS[at // _EACH] + _VOWELS[at % _EACH // _FINALS_EACH] + _FINALS[at % _FINALS_EACH]


@lru_cache(maxsize=32768)  # of a hundred thousand names most parts are not new
def sound(word: str) -> str:
    """What a word of a name in Hangul or Latin letters sounds like, folded as the module says."""
    plain = "".join(filter(str.isalpha, fold(romanized(word))))
    plain = _VOWEL_Y.sub("i", _SILENT.sub("", plain))
    same = _CONFUSED.compiled.sub(lambda found: _SAME[found.group()], plain)
    return _FIRST_N.sub("n", _FIRST_L.sub("", same))


def spellings(typed: str) -> tuple[str, ...]:
    """Other ways in which a name being typed may be written: ``Yi``, ``Rhee``, 이 for ``Lee``.

    For suggestions beside what is found: each word that is a family name in one of its spellings
    is replaced by the others; a name in Hangul is given in Latin letters.
    """
    words = typed.split()
    found: dict[str, None] = {}
    for at, word in enumerate(words):
        for other in _spelled(word):
            found[" ".join([*words[:at], other, *words[at + 1 :]])] = None
    return tuple(other for other in found if fold(other) != fold(typed))


def _spelled(word: str) -> Iterator[str]:
    if word in _FAMILIES:
        yield from _FAMILIES[word]
        return
    for hangul, written in _FAMILIES.items():
        if fold(word) in map(fold, written):
            yield from written
            yield hangul
    if _FIRST <= ord(word[0]) <= _LAST and len(word) > 1:
        yield from _whole(word)


def _whole(name: str) -> Iterator[str]:
    """A name in Hangul in Latin letters, the family name in each of its spellings."""
    family = name[:2] if name[:2] in _FAMILIES and len(name) > 2 else name[:1]
    given = romanized(name[len(family) :]).capitalize()
    for written in _FAMILIES.get(family, (romanized(family).capitalize(),)):
        yield f"{given} {written}"
