# SPDX-License-Identifier: MIT
"""Texts besides the agenda on the page: messages, sponsors, emergency, imprint."""

from __future__ import annotations

from html import escape

from forumdesk.handouts.content import Stamp, affiliation
from forumdesk.handouts.passages import Called, Colophon, Emergency, Message, Sponsors, Tier
from forumdesk.handouts.web.markup import Markup, element, id_of, joined, picture


class PassagePage:
    """Such texts, each as HTML."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup

    def message(self, message: Message) -> str:
        """Words of welcome, with whose they are."""
        text = self._markup.element
        held = self._markup.lines(
            lambda tag: escape(affiliation(message.office, message.organization, tag)[1])
        )
        signed = joined(
            (
                picture(message.signature) if message.signature else "",
                text("p", message.name, "name") if message.name else "",
                element("p", held, "soft") if held else "",
            )
        )
        body = joined(
            (
                picture(message.portrait) if message.portrait else "",
                self._markup.prose(message.text),
                element("footer", signed) if signed else "",
            )
        )
        inner = text("h2", message.heading) + element("div", body, "message")
        return element("section", inner, id=id_of(message.anchor))

    def sponsors(self, sponsors: Sponsors) -> str:
        """Words of thanks, then logos, or names where there is none."""
        body = joined(
            (
                self._markup.element("h2", sponsors.heading),
                self._markup.prose(sponsors.text) if sponsors.text else "",
                *map(self._tier, sponsors.tiers),
            )
        )
        return element("section", body, id=id_of(sponsors.anchor))

    def _tier(self, tier: Tier) -> str:
        members = joined(
            element(
                "li",
                (picture(one.logo) if one.logo else "") + self._markup.element("p", one.name),
            )
            for one in tier.members
        )
        head = self._markup.element("h3", tier.role)
        return element("div", head + element("ul", members), "tier" + " major" * tier.major)

    def emergency(self, emergency: Emergency) -> str:
        """Numbers to call, then what else there is to know."""
        return self._called(emergency, emergency.numbers, "notes numbers")

    def imprint(self, imprint: Colophon, stamp: Stamp) -> str:
        """Facts under labels, with the state that the page shows."""
        state = tuple(
            (tag, " · ".join(filter(None, (name, stamp.time)))) for tag, name in stamp.name
        )
        facts = (imprint.publisher, Called(imprint.state, state), *imprint.facts)
        return self._called(imprint, facts, "notes")

    def _called(self, of: Emergency | Colophon, rows: tuple[Called, ...], look: str) -> str:
        text = self._markup.element
        listed = joined(
            element("div", text("dt", row.number) + text("dd", row.label))
            for row in rows
            if row.label
        )
        body = joined(
            (
                text("h2", of.heading),
                element("dl", listed, look) if listed else "",
                self._markup.prose(of.text) if of.text else "",
            )
        )
        return element("section", body, id=id_of(of.anchor))
