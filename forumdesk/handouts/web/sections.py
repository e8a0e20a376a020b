# SPDX-License-Identifier: MIT
"""What stands on the page beside the agenda: abstracts, people, agreements, what to know."""

from __future__ import annotations

from html import escape

from forumdesk.handouts.content import (
    Abstracts,
    Appearance,
    Biography,
    Letter,
    Practical,
    Speakers,
    affiliation,
    said,
)
from forumdesk.handouts.outcomes import AgreementPage, Promise, Promises
from forumdesk.handouts.web.agenda import AgendaPage
from forumdesk.handouts.web.markup import Markup, element, id_of, joined, link, picture


class Sections:
    """The sections of a page, each as HTML."""

    def __init__(self, markup: Markup, agenda: AgendaPage) -> None:
        self._markup = markup
        self._agenda = agenda

    def letter(self, letter: Letter) -> str:
        """The welcome."""
        heading = self._markup.element("h2", letter.heading)
        return element("section", heading + self._markup.prose(letter.text), id=letter.anchor)

    def abstracts(self, abstracts: Abstracts) -> str:
        """What sessions are about; each leads back to its place in the agenda."""
        made = []
        for one in abstracts.abstracts:
            title = link(f"#{id_of(one.entry)}", self._markup.text(one.title))
            head = element("h3", title) + self._markup.element("p", one.when, "soft")
            body = head + self._agenda.parts(one.parts) + self._markup.prose(one.text)
            made.append(element("article", body, "abstract", id=id_of(one.anchor)))
        heading = self._markup.element("h2", abstracts.heading)
        return element("section", heading + joined(made), id=abstracts.anchor)

    def speakers(self, speakers: Speakers) -> str:
        """Who speaks."""
        heading = self._markup.element("h2", speakers.heading)
        people = element("div", joined(map(self._speaker, speakers.biographies)), "speakers")
        return element("section", heading + people, id=speakers.anchor)

    def _speaker(self, one: Biography) -> str:
        also = " · ".join(element("span", escape(text), lang=tag) for tag, text in one.also)
        place = self._markup.lines(
            lambda tag: escape(affiliation(one.office, one.organization, tag)[1])
        )
        body = joined(
            (
                picture(one.photo) if one.photo else "",
                element("h3", self._markup.text(one.name)),
                element("p", also, "also") if also else "",
                element("p", place, "office") if place else "",
                self._markup.prose(one.text),
                element("ul", joined(map(self._appearance, one.appearances)), "on"),
            )
        )
        return element("article", body, "speaker", id=id_of(one.anchor))

    def _appearance(self, one: Appearance) -> str:
        def line(tag: str) -> str:
            title, role = said(one.title, tag)[1], said(one.role, tag)[1]
            known = role.casefold() == title.casefold()  # said already
            parts = (said(one.when, tag)[1], title, "" if known or not role else f"({role})")
            return escape(joined(parts, " "))

        return element("li", link(f"#{id_of(one.anchor)}", self._markup.lines(line)))

    def agreement(self, one: AgreementPage) -> str:
        """An agreement with its aims and who signs."""
        text = self._markup.element
        aims = joined(
            element(
                "li",
                element("span", escape(aim.number), "number")
                + element("div", text("strong", aim.title) + self._markup.prose(aim.text)),
            )
            for aim in one.aims
        )
        signers = joined(
            element(
                "div",
                text("p", who.role, "soft")
                + text("p", who.name, "name")
                + text("p", who.office, "soft")
                + text("p", who.party, "soft"),
            )
            for who in one.signatures
        )
        body = joined(
            (
                text("h3", one.title),
                self._markup.prose(one.preamble),
                element("ol", aims, "aims") if aims else "",
                self._markup.prose(one.closing),
                text("p", one.signed, "soft"),
                element("div", signers, "signers") if signers else "",
            )
        )
        paper = element("div", body, "paper")
        return element("section", text("h2", one.kind) + paper, id=id_of(one.anchor))

    def promises(self, promises: Promises) -> str:
        """Commitments and what became of them."""

        def promise(one: Promise) -> str:
            text = self._markup.element
            owners = self._markup.lines(
                lambda tag: joined(
                    (escape(said(w, tag)[1]) for w in (promises.labels.owner, one.owners)), ": "
                )
            )
            reports = joined(
                element("li", text("span", report.when, "soft") + text("div", report.text))
                for report in one.reports
            )
            body = joined(
                (
                    text("h3", one.title),
                    self._markup.prose(one.text),
                    element("p", owners, "soft") if one.owners else "",
                    element(
                        "p",
                        text("span", one.status, "state") + text("span", one.due, "soft"),
                        "tags",
                    ),
                    element("ul", reports) if reports else "",
                )
            )
            return element("article", body, "promise", id=id_of(one.anchor))

        heading = self._markup.element("h2", promises.heading)
        return element(
            "section", heading + joined(map(promise, promises.promises)), id=promises.anchor
        )

    def practical(self, practical: Practical) -> str:
        """What a guest asks at the door."""
        notes = []
        for note in practical.notes:
            label = self._markup.text(note.label)
            known = link(note.link, label) if note.link else label
            text = self._markup.prose(note.text)
            notes.append(element("div", element("dt", known) + element("dd", text)))
        heading = self._markup.element("h2", practical.heading)
        return element(
            "section", heading + element("dl", joined(notes), "notes"), id=practical.anchor
        )
