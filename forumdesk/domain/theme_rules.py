# SPDX-License-Identifier: MIT
"""What a theme of one's own may say, and what can't be read of what it says.

Its tables are those of the bundled themes: what has no place there, or does not fit it, is an
error, and such a theme is neither kept nor set. Type without enough contrast is a warning: it is
for the eye of whoever chose it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from forumdesk.domain.colors import TEXT_CONTRAST, contrast, is_color
from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.themes import (
    FIELDS,
    USUAL,
    Data,
    bundled,
    cover_manners,
    resolved,
    said,
    theme_names,
)
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_, Phrase

MANNERS: Mapping[str, tuple[str, ...]] = {
    "badge": ("filled", "line"),
    "tracks": ("color", "ink"),
    "logos": ("hosts", "top-left", "top-center", "top-right", "bottom-left", "bottom-center", ""),
    "heads": ("", "first", "every"),
}
"""The manners there are of what is not the cover (see ``cover_manners``)."""
FACES = ("sans", "serif")
"""The bundled families of type."""
ALIGNS = ("left", "right", "center", "dash")
_WEIGHTS = ("regular", "semibold", "bold")
LIMITS: Mapping[str, tuple[float, float]] = {
    "type.base": (7, 14),
    "type.large": (14, 24),
    "type.floor": (5, 9),
    "type.least": (6, 14),
    "type.ratio": (1.0, 1.16),
    "type.leading": (1.15, 2.2),
    "type.rise": (0.6, 1.1),
    "rule": (0, 20),
    "share": (0, 10),
    "space": (0, 400),
    "step": (-20, 30),
    "shift": (-20, 20),
    "leading": (1, 2.6),
    "before": (0, 60),
    "after": (0, 60),
}
"""The least and the most of sizes: beyond, nothing could be read or would fit."""
ANY_SIZE = (3.0, 300.0)
"""The same of type on a kind of sheet that has a size of its own, such as a sign on a door."""
MARGIN = (8.0, 70.0)
"""The least and the most of a margin in millimetres: printers and heads need the one."""
ANY_MARGIN = (0.0, 100.0)
"""The same on a kind of sheet that has margins of its own, such as one that is folded."""
CREDIT = 200
"""Characters of a line that says whose picture is on a cover: more would be no line."""
_SIDES = ("top", "right", "bottom", "left")
_HUGE = 1e9
_TEXT = 0.6  # of a page across and down: the least that margins leave
_WITHIN = 2  # dots of "sheet.agenda.paper"
_PAGE = (210.0, 279.4)  # mm: the narrower of A4 and Letter, the shorter of them
TEXT_INKS = ("ink", "soft", "accent", "mark", "good", "bad")
"""The inks in which text is set on paper."""
COVER_INKS = ("cover", "cover-soft")
"""The inks in which text is set on the field of a cover."""
_INKS_SAID = {
    "ink": N_("Text"),
    "soft": N_("Second language"),
    "accent": N_("Accent"),
    "mark": N_("Marks"),
    "good": N_("Kept"),
    "bad": N_("Late"),
    "cover": N_("Title on the cover’s field"),
    "cover-soft": N_("Second language on the cover’s field"),
}
_STYLE = ("font", "weight", "ink", "align", "balanced", "step", "shift", "leading")
_STYLE_KEYS = frozenset({*_STYLE, "before", "after", "second"})
Found = Iterator[tuple[str, Phrase]]
"""What is wrong: where, and a sentence."""


@frozen
class Contrast:
    """An ink of a theme with what is behind it, and the contrast of the two."""

    ink: str
    behind: str
    ratio: float

    @property
    def enough(self) -> bool:
        """Whether text in it can be read."""
        return self.ratio >= TEXT_CONTRAST


def theme_problems(data: Data) -> list[Problem]:
    """What is wrong with a theme's own data, errors first; never raises."""
    broken = [_error(where, phrase) for where, phrase in _broken(data)]
    if broken:
        return broken
    return [_faint(one) for one in contrasts(data) if not one.enough]


def check_theme(data: Data) -> None:
    """Raise ``ForumDeskError`` with the first thing that is broken in a theme's own data."""
    for _, phrase in _broken(data):
        raise ForumDeskError(phrase.message, **dict(phrase.values))


def contrasts(data: Data) -> tuple[Contrast, ...]:
    """The contrast of each ink that text is set in, of a theme that is not broken."""
    whole = resolved(said(data))
    inks = whole["ink"]
    pairs = [(name, inks["paper"]) for name in TEXT_INKS]
    if whole["manner"]["cover"] in FIELDS:
        pairs += [(name, inks["accent"]) for name in COVER_INKS]
    return tuple(Contrast(name, behind, contrast(inks[name], behind)) for name, behind in pairs)


def _error(where: str, phrase: Phrase) -> Problem:
    return Problem("theme-broken", Severity.ERROR, Subject("own_theme", "", where), phrase, where)


def _faint(one: Contrast) -> Problem:
    phrase = Phrase.of(
        N_("Text in the ink “{ink}” is hard to read: its contrast is {ratio} : 1, not 4.5."),
        ink=Phrase.of(_INKS_SAID[one.ink]),
        ratio=f"{one.ratio:.1f}",
    )
    at = Subject("own_theme", "", f"ink.{one.ink}")
    return Problem("theme-contrast", Severity.WARNING, at, phrase, f"{one.ink} {one.ratio:.1f}")


def _broken(data: Data) -> Found:
    """What is broken; where tables are not even tables, nothing else is looked at."""
    like = data.get("like", USUAL)
    if like not in theme_names():
        yield (
            "like",
            Phrase.of(
                N_("The theme is like “{name}”, which there is not; there are: {names}."),
                name=_shown(like),
                names=", ".join(theme_names()),
            ),
        )
        return
    base = bundled(str(like))
    yield from _tables({k: v for k, v in data.items() if k not in ("like", "name")}, base)
    yield from _names(data.get("name", {}))


def _names(names: object) -> Found:
    if not isinstance(names, Mapping) or not all(isinstance(v, str) for v in names.values()):
        yield "name", _unfit("name", names)


def _tables(data: Data, base: Data, above: str = "") -> Found:
    for key, value in data.items():
        where = f"{above}{key}"
        if _LIKE.get(key, key) not in base:
            yield where, _unknown(where)
        elif key == "tones":
            yield from _tones(value, base)
        elif not isinstance(value, Mapping):
            yield where, _unfit(where, value)
        elif key in ("sheet", "paper"):
            yield from _nested(value, base, where)
        else:
            yield from _READ.get(key, _numbers)(value, base, where)


def _nested(tables: Data, base: Data, where: str) -> Found:
    """What a theme says of kinds of sheets, or of papers, by their names.

    It may say it of a kind of sheet on a paper, and no further.
    """
    if where.count(".") > _WITHIN:
        yield where, _unknown(where)
        return
    for name, inner in tables.items():
        here = f"{where}.{name}"
        if where.endswith("sheet") and name not in base["sheet"]:
            yield here, _unknown(here)
        elif not isinstance(inner, Mapping):
            yield here, _unfit(here, inner)
        else:
            yield from _tables(inner, base, f"{here}.")


_LIKE = {"close": "space"}  # the spaces that close up where a page is short


def _numbers(table: Data, base: Data, where: str) -> Found:
    """Spaces, shares and rules: numbers, by names that there are."""
    kind = _LIKE.get(where.rpartition(".")[2], where.rpartition(".")[2])
    for name, value in table.items():
        here = f"{where}.{name}"
        if name not in base[kind]:
            yield here, _unknown(here)
        else:
            yield from _number(here, value, LIMITS[kind])


def _number(where: str, value: object, limits: tuple[float, float]) -> Found:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _HUGE:
        yield where, _unfit(where, value)
    elif not limits[0] <= value <= limits[1]:
        phrase = Phrase.of(
            N_("“{field}” of a theme is between {least} and {most}, not {value}."),
            field=where,
            least=f"{limits[0]:g}",
            most=f"{limits[1]:g}",
            value=f"{value:g}",
        )
        yield where, phrase


def _inks(table: Data, base: Data, where: str) -> Found:
    for name, value in table.items():
        here = f"{where}.{name}"
        if name not in base["ink"]:
            yield here, _unknown(here)
        elif not is_color(value) and not (name == "tint" and value == ""):
            phrase = Phrase.of(
                N_("The ink “{field}” of a theme is a colour as #1f4e5f, not “{value}”."),
                field=name,
                value=_shown(value),
            )
            yield here, phrase


def _type(table: Data, base: Data, where: str) -> Found:
    for name, value in table.items():
        here = f"{where}.{name}"
        if name == "default":
            yield from _style(value, base, here)
        elif f"type.{name}" not in LIMITS:
            yield here, _unknown(here)
        else:
            of_sheet = "." in where and name in ("base", "large", "least", "floor")
            yield from _number(here, value, ANY_SIZE if of_sheet else LIMITS[f"type.{name}"])


def _fonts(table: Data, base: Data, where: str) -> Found:
    for name, value in table.items():
        here = f"{where}.{name}"
        if name not in base["fonts"]:
            yield here, _unknown(here)
        elif value not in FACES:
            yield here, _none_such(here, value, FACES)


def _manners(table: Data, base: Data, where: str) -> Found:
    for name, value in table.items():
        here = f"{where}.{name}"
        known = cover_manners() if name == "cover" else MANNERS.get(name, ())
        if name not in base["manner"]:
            yield here, _unknown(here)
        elif known and value not in known:
            yield here, _none_such(here, value, known)
        elif not isinstance(value, str):
            yield here, _unfit(here, value)


def _cover(table: Data, base: Data, where: str) -> Found:
    """What is said on covers: of all kinds of sheets there is one that has them."""
    for name, value in table.items():
        here = f"{where}.{name}"
        if where != "cover" or name not in base["cover"]:
            yield here, _unknown(here)
        elif not isinstance(value, Mapping):
            yield here, _unfit(here, value)
        else:
            wrong = (text for text in value.values() if not _is_line(text))
            yield from ((here, _unfit(here, text)) for text in islice(wrong, 1))


def _is_line(text: object) -> bool:
    return isinstance(text, str) and text.isprintable() and len(text) <= CREDIT


def _page(table: Data, base: Data, where: str) -> Found:
    kinds = _page_kinds(base)
    for name, value in table.items():
        here = f"{where}.{name}"
        if name not in kinds:
            yield here, _unknown(here)
        elif type(value) is not kinds[name]:
            yield here, _unfit(here, value)
        elif name == "margins" and isinstance(value, list):
            yield from _margins(here, value)


def _page_kinds(base: Data) -> Mapping[str, type]:
    """What can be said of a page, and of which type it is: sheets have pages of their own."""
    pages = [base["page"], *(sheet.get("page", {}) for sheet in base["sheet"].values())]
    return {name: type(value) for page in pages for name, value in page.items()}


def _margins(where: str, value: list[object]) -> Found:
    if len(value) != len(_SIDES):
        yield where, _unfit(where, value)
        return
    of_sheet = not where.startswith("page.")
    limits = ANY_MARGIN if of_sheet else MARGIN
    wrong = list(chain.from_iterable(_number(where, side, limits) for side in value))
    if wrong:
        yield wrong[0]
        return
    top, right, bottom, left = (float(str(side)) for side in value)
    across, down = left + right, top + bottom
    if not of_sheet and (across > _PAGE[0] * (1 - _TEXT) or down > _PAGE[1] * (1 - _TEXT)):
        phrase = Phrase.of(N_("The margins leave less than {percent} % of the page."), percent=60)
        yield where, phrase


def _styles(table: Data, base: Data, where: str) -> Found:
    for name, value in table.items():
        here = f"{where}.{name}"
        if name not in base["style"]:
            yield here, _unknown(here)
        else:
            yield from _style(value, base, here)


def _style(style: object, base: Data, where: str) -> Found:
    if not isinstance(style, Mapping):
        yield where, _unfit(where, style)
        return
    for name, value in style.items():
        here = f"{where}.{name}"
        usual = base["type"]["default"].get(name)
        unknown = name not in _STYLE_KEYS and usual is None
        if unknown or here.endswith(".second.second"):
            yield here, _unknown(here)
        elif name == "second":
            yield from _style(value, base, here)
        elif name in LIMITS:
            yield from _number(here, value, LIMITS[name])
        else:
            yield from _chosen(here, value, _styled(base).get(name, (True, False)))


def _chosen(where: str, value: object, known: tuple[object, ...]) -> Found:
    """Something that is one of some values, or yes or no."""
    if isinstance(value, bool) != isinstance(known[0], bool):
        yield where, _unfit(where, value)
    elif value not in known:
        yield where, _none_such(where, value, tuple(map(str, known)))


def _styled(base: Data) -> Mapping[str, tuple[str, ...]]:
    """What a style chooses among."""
    return {
        "font": tuple(base["fonts"]),
        "weight": _WEIGHTS,
        "ink": tuple(base["ink"]),
        "align": ALIGNS,
    }


def _second(table: Data, base: Data, where: str) -> Found:
    yield from _style(table, base, where)


def _tones(value: object, base: Data) -> Found:
    if not isinstance(value, list) or not value:
        yield "tones", _unfit("tones", value)
        return
    for ink in value:
        if not isinstance(ink, str) or ink not in base["ink"]:
            yield "tones", _none_such("tones", ink, tuple(base["ink"]))
            return


def _unknown(where: str) -> Phrase:
    return Phrase.of(N_("A theme has no “{field}”."), field=where[:80])


def _unfit(where: str, value: object) -> Phrase:
    return Phrase.of(
        N_("“{value}” does not fit “{field}” of a theme."), value=_shown(value), field=where[:80]
    )


def _none_such(where: str, value: object, known: tuple[str, ...]) -> Phrase:
    return Phrase.of(
        N_("“{field}” of a theme can't be “{value}”; it is one of: {values}."),
        field=where[:80],
        value=_shown(value),
        values=", ".join(filter(None, known)),
    )


def _shown(value: object) -> str:
    try:
        return one_line(str(value))[:40]
    except ValueError:  # a number of thousands of digits is not written out
        return "…"


Reading = Callable[[Data, Data, str], Found]
_READ: Mapping[str, Reading] = {
    "ink": _inks,
    "type": _type,
    "fonts": _fonts,
    "manner": _manners,
    "cover": _cover,
    "page": _page,
    "style": _styles,
    "second": _second,
}
