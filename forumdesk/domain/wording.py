# SPDX-License-Identifier: MIT
"""Texts in several languages, and the normal forms in which text is kept and searched."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen

# Characters that change how text looks or sorts without being seen: zero-width marks, bidi
# controls, BOM. Zero-width joiners stay where Indic scripts and emoji sequences need them.
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_CONTROLS = Pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Any of these, or of the line ends below: few texts have one, and looking is quick.
_UNCLEAN = Pattern(
    f"[{''.join(map(chr, _INVISIBLE))}"
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
)
# A joiner behind a letter that never joins, or at the end of a word: it only makes another name.
_IDLE_JOINERS = Pattern(
    "(?:^|(?<=[\\s!-~\u00a0-\u024f\u1100-\u11ff\u1e00-\u1eff\u3000-\u9fff\uac00-\ud7a3]))[\u200c\u200d]+"
    "|[\u200c\u200d]+(?=\\s|$)"
)
_LINE_ENDS = Pattern(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


def clean(text: str) -> str:
    """Text as it is stored: NFC, line ends as ``\\n``, no invisible or control characters."""
    if text.isprintable():  # so has none of what is looked for below
        return unicodedata.normalize("NFC", text)
    if _UNCLEAN.search(text):
        text = _LINE_ENDS.sub("\n", text).translate(_INVISIBLE)
        text = _CONTROLS.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _IDLE_JOINERS.sub("", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Clean text with every run of white space, line ends included, made one space."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """The form in which text is searched: case, width, accents and spaces set aside.

    Hangul keeps its syllables; Latin letters lose their accents (Unicode NFKD, then NFC).
    """
    if text.isascii():  # the same, in a third of the time
        return "".join(text.lower().split())
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


class _Folded(dict[int, str]):
    """What each character is in folded text, found out once: names are folded by the 100,000."""

    def __missing__(self, code: int) -> str:
        wide = unicodedata.normalize("NFKD", chr(code).casefold())
        bare = "".join(c for c in wide if not (unicodedata.combining(c) or c.isspace()))
        self[code] = unicodedata.normalize("NFC", bare)
        return self[code]


_FOLDED = _Folded()


@frozen
class Text(Mapping[str, str]):
    """One text in any number of languages (BCP 47 tags), empty ones left out."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, texts: Mapping[str, str] | None = None, /, **by_language: str) -> Text:
        """A text from a mapping or keywords: ``Text.of(ko="포럼", en="Forum")``."""
        merged = {**(texts or {}), **by_language}
        cleaned = ((language, clean(text).strip()) for language, text in merged.items())
        return cls(tuple(sorted((language, text) for language, text in cleaned if text)))

    def __getitem__(self, language: str) -> str:
        for key, text in self.pairs:
            if key == language:
                return text
        raise KeyError(language)

    def __contains__(self, language: object) -> bool:
        # ``Mapping`` would raise and catch an error for each language that is not there.
        return any(key == language for key, _ in self.pairs)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __hash__(self) -> int:
        return hash(self.pairs)

    def best(self, languages: Iterable[str] = ()) -> str:
        """The text in the first of ``languages`` that it has, else in any, else ``""``."""
        for language in languages:
            for key, text in self.pairs:
                if key == language:
                    return text
        return self.pairs[0][1] if self.pairs else ""

    def having(self, language: str, text: str) -> Text:
        """The same text with one language set, or taken away by an empty string."""
        return Text.of({**dict(self.pairs), language: text})


EMPTY = Text()


def goes_by(wanted: str, id: str, *names: Text) -> bool:
    """Whether a record is meant by an id, or by what it is called in any language."""
    return wanted == id or fold(wanted) in {fold(name) for text in names for name in text.values()}


def folded(*texts: str | Text) -> str:
    """The search text of a record: all its texts folded, one to a line."""
    parts = (
        part for text in texts for part in ([text] if isinstance(text, str) else text.values())
    )
    return "\n".join(dict.fromkeys(fold(part) for part in parts if part))
