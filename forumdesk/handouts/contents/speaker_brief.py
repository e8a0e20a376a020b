# SPDX-License-Identifier: MIT
"""Briefs for those who have a part: one each, in the language its reader reads best.

What only the secretariat knows is on none of them: of internal sessions a brief has those in
which its reader has a part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.letters import languages_for
from forumdesk.domain.people import Participation
from forumdesk.domain.terms import T_
from forumdesk.handouts.brief_options import BriefOrder
from forumdesk.handouts.briefs import Brief, OwnDay, SpeakerBriefContent
from forumdesk.handouts.content import affiliation
from forumdesk.handouts.contents.announcements import forum_in_a_sentence
from forumdesk.handouts.contents.day_bar import day_bar
from forumdesk.handouts.contents.letters import salutation
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.own_part import PartWriter
from forumdesk.handouts.contents.own_parts import Course, Held, speakers, starts_of
from forumdesk.handouts.contents.own_places import car, seats
from forumdesk.handouts.contents.practical import at_the_place, whom_to_call
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_brief

BRIEF = T_("handout", "Speaker briefs")
_SUBJECT = T_("brief", "For your part")
_INTRO = T_(
    "brief",
    "Thank you for taking part in {forum}. Here are your parts: when and where they are, and who"
    " is there with you.",
)
_ON_SITE = T_("brief", "On site")
_NOBODY = T_("brief", "Nobody has a part in this edition yet.")
_LAST = "\U0010ffff"  # behind every name


def speaker_brief_content(
    dossier: Dossier, options: Options, imprint: Imprint
) -> SpeakerBriefContent:
    """The briefs of an edition.

    Raises ``ForumDeskError`` for somebody or a side there is not, or who has no part.
    """
    return stamped(_content, Setting(dossier, as_brief(options), imprint))


def _content(setting: Setting) -> SpeakerBriefContent:
    return SpeakerBriefContent(
        sheet(setting, BRIEF), tuple(_Briefs(setting).made()), setting.say(_NOBODY)
    )


class _Briefs:
    """The briefs in the making: how each order of languages is worded is found out once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._course = Course(setting)
        self._by_languages: dict[tuple[str, ...], tuple[Setting, PartWriter]] = {}

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return self._setting.options.languages or self._setting.dossier.languages

    def made(self) -> Iterator[Brief]:
        """All that are asked for, in the order asked for."""
        dossier, found = self._setting.dossier, speakers(self._setting)
        if self._setting.options.brief_order is BriefOrder.NAME:
            language = self._setting.languages[0]
            found.sort(key=lambda pair: _name_key(dossier, pair[0], language))
        for key, held in found:
            yield self._brief(dossier.participation[key], held)

    def _brief(self, one: Participation, held: tuple[Held, ...]) -> Brief:
        setting, writer = self._writing(one)
        name, body = name_of(setting, one), body_of(setting, one)
        office = setting.text(one.office)
        held_as = setting.by_language(lambda tag: affiliation(office, body, tag)[1])
        forum = forum_in_a_sentence(setting)
        places = (*seats(setting, one), *car(setting, one))
        return Brief(
            anchor=f"participation-{one.id}",
            languages=setting.languages,
            subject=setting.say(_SUBJECT),
            name=name or body or held_as,
            affiliation=held_as if name else setting.text(one.office),
            greeting=setting.by_language(lambda tag: salutation(self._alone(one, tag), one)),
            intro=setting.say(_INTRO, forum=forum),
            days=tuple(self._days(setting, writer, one, held)),
            practical_label=setting.say(_ON_SITE),
            practical=(*places, *at_the_place(setting)),
            contact=whom_to_call(setting),
        )

    def _writing(self, one: Participation) -> tuple[Setting, PartWriter]:
        """How the brief of somebody is worded: in the languages they read best, in this order."""
        ordered = languages_for(self._setting.dossier, one, self._languages)
        return self._in(ordered)

    def _in(self, ordered: tuple[str, ...]) -> tuple[Setting, PartWriter]:
        if ordered not in self._by_languages:
            of = self._setting
            setting = Setting(of.dossier, replace(of.options, languages=ordered), of.imprint)
            self._by_languages[ordered] = (setting, PartWriter(setting, self._course))
        return self._by_languages[ordered]

    def _alone(self, one: Participation, language: str) -> Setting:
        """How it is worded in one of its languages alone."""
        return self._in((language,))[0]

    def _days(
        self, setting: Setting, writer: PartWriter, one: Participation, held: tuple[Held, ...]
    ) -> Iterator[OwnDay]:
        dossier = self._setting.dossier
        timed = sorted(held, key=lambda h: starts_of(dossier, h.session) is None)
        for day, group in groupby(timed, key=lambda h: dossier.day_of(h.session)):
            those = list(group)
            bar = day_bar(setting, day, [h.session for h in those]) if day else None
            date = bar.date if bar else writer.undated(day)
            parts = tuple(writer.written(one, each) for each in those)
            yield OwnDay(bar if bar and bar.stretches else None, date, parts)


def _name_key(dossier: Dossier, key: str, language: str) -> str:
    one = dossier.participation[key]
    record = dossier.person.get(one.person or "") or dossier.organization.get(
        one.organization or ""
    )
    return sort_key(record, language) if record else _LAST
