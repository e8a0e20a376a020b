# SPDX-License-Identifier: MIT
"""Address labels: who gets a letter where, in the order in which a country writes it."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import spoken_in
from forumdesk.domain.naming import position
from forumdesk.domain.people import Organization, Participation, full_name
from forumdesk.domain.terms import T_
from forumdesk.handouts.cards.content import CardsContent, Label
from forumdesk.handouts.contents.cards import made
from forumdesk.handouts.contents.chosen import chosen
from forumdesk.handouts.contents.posting import for_the_post, goes_to, is_abroad, written_in
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.options import Options

LABELS = T_("paper", "Address labels")
# What follows the name of a person, and that of a body, where addresses go from large to small.
_HONORED = {"ko": ("귀하", "귀중"), "ja": ("殿", "御中"), "zh": ("收", "收")}


def labels_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The labels of an edition, for those whose address is known."""
    setting = Setting(dossier, options, imprint)
    labels = (label(setting, one) for one in chosen(setting))
    return made(setting, "labels", LABELS, [one for one in labels if one])


def without_address(setting: Setting) -> Iterator[Participation]:
    """Who was asked for, and has no address."""
    return (one for one in chosen(setting) if not address_of(setting, one)[0])


def label(setting: Setting, one: Participation) -> Label | None:
    """The label of a participant; ``None`` where no address is known."""
    address, country = address_of(setting, one)
    if not address:
        return None
    language = written_in(address)
    place = [line.strip() for line in address.splitlines() if line.strip()]
    lines, abroad = for_the_post(setting, place, country)
    end = (abroad,) if abroad else ()
    person = setting.dossier.person.get(one.person or "")
    name = full_name(person, language, setting.options.names) if person else ""
    office, body = one.office.best((language,)), _body(setting, one, language)
    if language in _HONORED:
        to_person, to_body = _HONORED[language]
        named = " ".join(filter(None, (office, name, to_person)))
        last = named if name else f"{body} {to_body}"
        above = [body] if name and body else []
        return Label(one.id, (*lines, *above, last, *end), language, len(lines) + len(above))
    said = position(office, body, language)
    above = [name, *([said] if said else [])] if name else [body]
    apart = body if name and said.endswith(f", {body}") else ""
    return Label(one.id, (*filter(None, above), *lines, *end), language, apart=apart)


def address_of(setting: Setting, one: Participation) -> tuple[str, str]:
    """The address of a participant, else of the body, and its country, if known."""
    person = setting.dossier.person.get(one.person or "")
    body = setting.dossier.organization.get(one.organization or "")
    own = [c.value for c in person.contacts if c.kind == "address"] if person else []
    if own and own[0].strip():
        return own[0], goes_to(own[0], body)
    if body is None or not body.address:
        return "", ""
    # The posts of other countries read Latin letters.
    latin = ("en",) if is_abroad(setting, body.country) else ()
    wanted = (*latin, *_spoken(body), *setting.languages)
    text = body.address.best(wanted)
    return text, goes_to(text, body)


def _spoken(body: Organization) -> tuple[str, ...]:
    """The language of a body's country: there the letter is carried."""
    return (spoken_in(body.country),) if body.country else ()


def _body(setting: Setting, one: Participation, language: str) -> str:
    body = setting.dossier.organization.get(one.organization or "")
    return body.name.best((language, *setting.languages)) if body else ""
