# SPDX-License-Identifier: MIT
"""Biographies of those who speak, and abstracts of what they speak on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.finding import sort_key
from forumdesk.domain.languages import base
from forumdesk.domain.people import Names, Participation, Person, Script, full_name, script_for
from forumdesk.domain.precedence import grade_of
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import (
    NOTHING,
    Abstract,
    Abstracts,
    Appearance,
    Biography,
    Picture,
    Speakers,
    Wording,
)
from forumdesk.handouts.contents.agenda import anchor_of, on_day, start_of, times_of, title_of
from forumdesk.handouts.contents.alternat import in_turn
from forumdesk.handouts.contents.lines import (
    body_of,
    name_text,
    part_lines,
    role_of,
    shown_parts,
)
from forumdesk.handouts.contents.sessions import every_session, who
from forumdesk.handouts.contents.setting import Setting

Appearing = dict[str, list[tuple[Session, Part]]]
_MANY = 40
_BY_NAME = T_("list", "In the order of names.")
_PORTRAIT = T_("paper", "Portrait of {name}")
_SCRIPT_LANGUAGE = {
    Script.HANGUL: "ko",
    Script.HANJA: "zh-Hant",
    Script.LATIN: "en",
    Script.KANA: "ja",
    Script.CYRILLIC: "ru",
    Script.ARABIC: "ar",
}


def abstracts(setting: Setting) -> Abstracts | None:
    """The abstracts of the sessions on the sheet; ``None`` if there are none."""
    found = tuple(
        Abstract(
            anchor=f"abstract-{session.id}",
            entry=anchor_of(session),
            when=on_day(setting, session, times_of(setting, session)),
            title=title_of(setting, session),
            parts=part_lines(setting, session),
            text=setting.prose(session.abstract),
        )
        for session in every_session(setting)
        if session.abstract
    )
    return Abstracts(setting.say(T_("paper", "Abstracts")), found) if found else None


def speakers(setting: Setting) -> Speakers | None:
    """Those on stage who have a biography or a photo; ``None`` if nobody has.

    They stand as they come on; many by name, or nobody would find anybody.
    """
    told = [one for one in _on_stage(setting) if one[0].biography or photo_of(setting, one[0])]
    many = len(told) > _MANY
    if many:
        told.sort(key=lambda one: sort_key(one[0], setting.languages[0]))
    found = tuple(_biography(setting, person, appearing) for person, appearing in told)
    order = setting.say(_BY_NAME) if many else NOTHING
    return Speakers(setting.say(T_("paper", "Speakers")), found, order=order) if found else None


def photo_of(setting: Setting, person: Person) -> Picture | None:
    """A person's portrait, unless the person refused to have it used."""
    if person.id in setting.faceless:
        return None
    return setting.picture(person.photo, setting.say(_PORTRAIT, name=name_text(setting, person)))


def on_stage(setting: Setting) -> list[Person]:
    """Everybody who has a part in a session on the sheet, as they come on."""
    return [person for person, _ in _on_stage(setting)]


def _on_stage(setting: Setting) -> list[tuple[Person, list[tuple[Session, Part]]]]:
    appearing: Appearing = defaultdict(list)
    for session in every_session(setting):
        for part in shown_parts(setting, session):
            if (found := who(setting, part)) and found.person:
                appearing[found.person].append((session, part))
    people = in_turn(
        setting,
        appearing,
        lambda one: _seat(setting, appearing[one]),
        lambda one: _stood(setting, one, appearing[one]),
    )
    return [(setting.dossier.person[one], appearing[one]) for one in people]


def _seat(setting: Setting, appearing: list[tuple[Session, Part]]) -> Participation:
    return setting.dossier.participation[appearing[0][1].participation]


def _stood(setting: Setting, person: str, appearing: list[tuple[Session, Part]]) -> Hashable:
    """What makes equals: people of one grade who come on in the same session, or its items."""
    grade = grade_of(_seat(setting, appearing))
    return (setting.dossier.lineage(appearing[0][0])[-1].id, grade) if grade else person


def _biography(
    setting: Setting, person: Person, appearing: list[tuple[Session, Part]]
) -> Biography:
    found = _seat(setting, appearing)
    return Biography(
        anchor=f"person-{person.id}",
        name=setting.text(name_text(setting, person)),
        also=_other_scripts(setting, person),
        office=setting.text(found.office),
        organization=body_of(setting, found),
        photo=photo_of(setting, person),
        text=setting.prose(person.biography),
        appearances=tuple(_appearance(setting, session, part) for session, part in appearing),
    )


def _appearance(setting: Setting, session: Session, part: Part) -> Appearance:
    parent = setting.dossier.session.get(session.parent or "")
    titled = session if session.title or parent is None else parent
    return Appearance(
        anchor=anchor_of(session),
        when=on_day(setting, session, start_of(setting, session)),
        title=title_of(setting, titled),
        role=role_of(setting, session, part),
    )


def _other_scripts(setting: Setting, person: Person) -> Wording:
    """The name in the scripts that no language of the sheet shows."""
    return in_other_scripts(person, setting.languages)


def in_other_scripts(person: Person, languages: Sequence[str]) -> Wording:
    """A person's name in the scripts that none of some languages shows."""
    shown = {script_for(person.names, language) for language in languages}
    others = (script for script in person.names if script not in shown)
    return tuple(
        (_SCRIPT_LANGUAGE.get(script, base(languages[0])), _in_script(person, script))
        for script in others
    )


def _in_script(person: Person, script: Script) -> str:
    alone = Person(person.id, Names(((script, person.names[script]),)), person.family_first)
    return full_name(alone, _SCRIPT_LANGUAGE.get(script, "en"))
