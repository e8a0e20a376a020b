# SPDX-License-Identifier: MIT
"""The comparison of editions: what of each stands beside the others'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from forumdesk.domain.compared import Compared, Comparison, Figures
from forumdesk.domain.comparison import compared, facts_of
from forumdesk.domain.dates import month_year
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.comparison import (
    ComparedGroup,
    ComparedHead,
    ComparedRow,
    ComparisonContent,
)
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.taking import as_list

Said = tuple[str, str]
_NONE = "–"
_COMPARISON = T_("paper", "Comparison of editions")
_NUMBER = T_("paper", "{number} forum")
_PROGRAM = T_("comparison", "Program")
_EVERYBODY = T_("comparison", "All participants")
_NO_SIDE = T_("comparison", "Without a side")
_NOTE = T_(
    "comparison",
    "Participants are those who accepted or came; they return if they did so at any forum before."
    " Speakers are those who have the floor in a session that takes place.",
)


def comparison_content(dossier: Dossier, options: Options, imprint: Imprint) -> ComparisonContent:
    """The edition beside those before it; alone where the others are not known."""
    setting = Setting(dossier, as_list(options), imprint)
    whole = dossier.comparison or compared([facts_of(dossier)])
    shown = _shown(whole, setting)
    return ComparisonContent(
        sheet=replace(sheet(setting, _COMPARISON), title=setting.text(dossier.series.title)),
        heads=tuple(_head(setting, one) for one in shown),
        groups=tuple(group for group in _groups(setting, whole, shown) if group.rows),
        note=setting.say(_NOTE),
    )


def _shown(whole: Comparison, setting: Setting) -> list[Compared]:
    """The edition itself, and as many before it as were asked for."""
    ids = [one.edition.id for one in whole.editions]
    at = ids.index(setting.dossier.edition.id)
    return list(whole.editions[max(0, at - setting.options.earlier) : at + 1])


def _head(setting: Setting, one: Compared) -> ComparedHead:
    number, day = one.edition.number, one.edition.first_day
    return ComparedHead(
        setting.each(lambda words: words.context(*_NUMBER, number=ordinal(number, words.language)))
        if number is not None
        else setting.text(one.title),
        setting.text(one.edition.city),
        setting.by_language(lambda tag: month_year(day, tag)) if day else NOTHING,
        shown=one.edition.id == setting.dossier.edition.id,
    )


def _groups(setting: Setting, whole: Comparison, shown: list[Compared]) -> Iterator[ComparedGroup]:
    program = [
        _row(setting, T_("comparison", "Days"), [str(one.days) for one in shown]),
        _row(setting, T_("comparison", "Sessions"), [str(one.sessions) for one in shown]),
        _row(setting, T_("comparison", "Items in them"), [str(one.items) for one in shown]),
        _row(setting, T_("comparison", "Length"), [_length(one.program) for one in shown]),
    ]
    yield ComparedGroup("compared-program", setting.say(_PROGRAM), tuple(program))
    everybody = [one.whole for one in shown]
    yield _people(setting, "compared-all", (setting.say(_EVERYBODY), everybody), shown)
    for key, name in whole.sides:
        side = [one.side(key) for one in shown]
        if any(figures != Figures() for figures in side):
            yield _people(setting, f"compared-{key}", (_named(setting, name), side), shown)


def _named(setting: Setting, name: Text) -> Wording:
    return setting.text(name) or setting.say(_NO_SIDE)


def _people(
    setting: Setting,
    anchor: str,
    group: tuple[Wording, list[Figures]],
    shown: list[Compared],
) -> ComparedGroup:
    title, figures = group
    # Of the first edition there is nothing it could have grown from.
    first = [_is_first(setting, one) for one in shown]

    def counts(count: Callable[[Figures], int], label: Said) -> ComparedRow:
        return _row(setting, label, [f"{count(one):,}" for one in figures])

    def again(of: Callable[[Figures], tuple[int, int]], label: Said) -> ComparedRow:
        said = [
            _NONE if alone else _parted(*of(one)) for one, alone in zip(figures, first, strict=True)
        ]
        return _row(setting, label, said, under=True)

    rows = [
        counts(lambda one: one.participants, T_("comparison", "Participants")),
        again(lambda one: (one.participants_again, one.participants), _AGAIN),
        counts(lambda one: one.organizations, T_("comparison", "Organizations")),
        again(lambda one: (one.organizations_again, one.organizations), _AGAIN),
        counts(lambda one: one.speakers, T_("comparison", "Speakers")),
        again(lambda one: (one.speakers_again, one.speakers), _SPEAKS_AGAIN),
        _row(setting, T_("comparison", "Speaking time"), [_length(one.minutes) for one in figures]),
    ]
    if any(one.expected for one in figures):
        rows.append(_row(setting, T_("comparison", "Attended"), list(map(_came, figures))))
    return ComparedGroup(anchor, title, tuple(rows))


_AGAIN = T_("comparison", "returning / new")
_SPEAKS_AGAIN = T_("comparison", "again / first time")


def _is_first(setting: Setting, one: Compared) -> bool:
    whole = setting.dossier.comparison
    return whole is None or one.edition.id == whole.editions[0].edition.id


def _row(setting: Setting, label: Said, figures: list[str], *, under: bool = False) -> ComparedRow:
    return ComparedRow(setting.say(label), tuple(figures), under)


def _share(part: int, whole: int) -> str:
    return f"{part:,} ({part / whole:.0%})" if whole else _NONE


def _parted(again: int, whole: int) -> str:
    return f"{again:,} / {whole - again:,}" if whole else _NONE


def _length(minutes: int) -> str:
    """Hours and minutes, as clocks write them: 6:30."""
    return f"{minutes // 60}:{minutes % 60:02}" if minutes else _NONE


def _came(figures: Figures) -> str:
    return _share(figures.came, figures.expected)
