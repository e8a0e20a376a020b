# SPDX-License-Identifier: MIT
"""The program as a page: whole, safe, the same each time, and for whom it is."""

import base64
import itertools
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from forumdesk.domain.agenda import Link, Part, Role, SessionStatus, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import (
    Consent,
    Invitation,
    Name,
    Names,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.contents.page import page_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import options_from
from forumdesk.handouts.theme import contrast_on_paper, lighter
from forumdesk.handouts.web.page import page
from tests.handouts.dossiers import AGREEMENT, FORUM, HONG, PARTICIPATIONS, SESSIONS, forum

VOID = {"meta", "input", "img", "br", "hr", "link"}
OPENING, PAUSE, TALK = SESSIONS


class Page(HTMLParser):
    """What a browser makes of a page: elements, texts with their languages, addresses."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.texts: list[tuple[str, str]] = []  # language and text
        self.labels: list[dict[str, str]] = []
        self.source = data.decode()
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        assert not any(name.startswith("on") for name in said)
        self.tags[tag] += 1
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said["href"]] if "href" in said else []
        self.sources += [said["src"]] if "src" in said else []
        self.labels.append({"tag": tag, **said})
        if tag not in VOID:
            self.open.append((tag, said))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if data.strip() and "style" not in tags:
            language = next(said["lang"] for _, said in reversed(self.open) if "lang" in said)
            self.texts.append((language, data.strip()))

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.texts)


def made(dossier: Dossier, **asked: Any) -> Page:
    options = options_from(asked, options_for(dossier))
    content = page_content(dossier, options, Imprint())
    return Page(page(content, options.theme, options.accent))


def titled(**changes: Any) -> Dossier:
    return forum(sessions=(OPENING, PAUSE, replace(TALK, **changes)))


def test_the_page_says_what_the_program_says_in_both_languages() -> None:
    found = made(forum(**AGREEMENT))
    for said in (
        ("ko", "제2회 칩 포럼"),
        ("en", "2nd Chip Forum"),
        ("ko", "함께"),
        ("en", "Great House, Seoul"),
        ("en", "Korea Association"),
        ("ko", "개회식"),
        ("en", "Opening"),
        ("en", "Gil-dong Hong"),
        ("en", "One line."),
        ("ko", "전문"),
        ("en", "Second"),
    ):
        assert said in found.texts
    assert "09:45–10:30" in found.text
    assert found.source.startswith('<!DOCTYPE html>\n<html lang="ko">')


def test_it_has_landmarks_headings_in_order_and_anchors_that_are_there() -> None:
    found = made(forum(**AGREEMENT))
    assert all(found.tags[tag] for tag in ("header", "nav", "main", "footer", "article"))
    assert found.tags["h1"] == 1
    levels = [int(one["tag"][1]) for one in found.labels if one["tag"] in ("h1", "h2", "h3", "h4")]
    assert all(later <= level + 1 for level, later in itertools.pairwise(levels))
    assert len(set(found.ids)) == len(found.ids)
    inside = {link[1:] for link in found.links if link.startswith("#")}
    assert inside <= set(found.ids)
    assert {"session-open", "session-talk", "day-2025-09-03", "program"} <= set(found.ids)


def test_nothing_is_fetched_and_no_script_is_in_it() -> None:
    found = made(forum(**AGREEMENT))
    assert not {"script", "link", "iframe", "object", "base"} & set(found.tags)
    assert all(source.startswith("data:image/png;base64,") for source in found.sources)
    assert found.sources
    assert base64.b64decode(found.sources[0].partition(",")[2]) == b"png"
    assert "url(" not in found.source
    assert "@import" not in found.source
    assert "default-src 'none'" in found.source


def test_whatever_is_typed_is_text() -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;{}$ink"
    dossier = titled(
        title=Text.of(en=evil),
        summary=Text.of(ko=evil),
        abstract=Text.of(en=f"- {evil}\n1) {evil}\n{evil}"),
        links=(Link("javascript:alert(1)", "x"), Link('https://a.example/"><b>', evil)),
    )
    person = replace(HONG, biography=Text.of(ko=evil))
    found = made(replace(dossier, people=(person, *dossier.people[1:])))
    assert found.tags["script"] == 0
    assert ("en", evil) in found.texts
    assert sum(text.removeprefix("1) ") == evil for _, text in found.texts) >= 6
    assert not any(link.startswith("javascript") for link in found.links)
    assert 'https://a.example/"><b>' in found.links


def test_where_a_session_leads_is_linked() -> None:
    links = (
        Link("https://a.example/talk", kind="page"),
        Link("https://a.example/deck", "Deck", "attachment"),
    )
    found = made(titled(links=links, abstract=Text.of(en="At length")))
    assert {"https://a.example/talk", "https://a.example/deck", "#abstract-talk"} <= set(
        found.links
    )
    assert {("en", "Session page"), ("ko", "세션 안내"), ("ko", "발표 요지")} <= set(found.texts)
    assert "Deck" in found.text


def test_a_language_is_chosen_by_style_and_what_it_lacks_stays_visible() -> None:
    found = made(titled(title=Text.of(en="Only English")))
    radios = [one for one in found.labels if one.get("type") == "radio"]
    assert [(one["id"], one["aria-label"]) for one in radios] == [
        ("show-all", "모두"),
        ("show-ko", "한국어"),
        ("show-en", "English"),
    ]
    assert "#show-ko:checked ~ * .l:not(.in-ko) { display: none; }" in found.source
    shown = [one for one in found.labels if "l" in one.get("class", "").split()]
    assert shown
    assert all({"in-ko", "in-en"} & set(one["class"].split()) for one in shown)
    (only,) = (one for one in found.source.split("<h4>") if "Only English" in one)
    assert '<span lang="en">Only English</span>' in only


def test_of_three_languages_each_shows_something() -> None:
    dossier = titled(title=Text.of(ko="강연", en="Talk"))
    found = made(replace(dossier, series=replace(FORUM.series, languages=("ko", "en", "ar"))))
    assert '<span class="l in-ko in-ar" lang="ko">강연</span>' in found.source


def test_one_language_alone_has_nothing_to_choose() -> None:
    found = made(FORUM, languages="en")
    assert not any(one["tag"] in ("input", "label") for one in found.labels)
    assert "개회식" not in found.text
    assert '<html lang="en">' in found.source


def test_it_is_for_whom_it_is_asked() -> None:
    closed, off = Visibility.CLOSED, SessionStatus.CANCELLED
    for changes, audiences in (
        ({"visibility": closed}, {"guests", "organizers"}),
        ({"visibility": Visibility.INTERNAL}, {"organizers"}),
        ({"status": off}, {"organizers"}),
    ):
        seen = {
            audience
            for audience in ("public", "guests", "organizers")
            if "session-talk" in made(titled(**changes), audience=audience).ids
        }
        assert seen == audiences


def test_who_refused_has_no_photo() -> None:
    hong, *others = PARTICIPATIONS
    shown = forum(people=(replace(HONG, photo="logo"), *FORUM.people[1:]))
    refusing = replace(hong, consents=(Consent("photo", given=False),))
    hidden = replace(shown, participations=(refusing, *others))
    assert len(made(shown).sources) == len(made(hidden).sources) + 1


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made(FORUM).source == made(forum()).source


@pytest.mark.parametrize("accent", ["", "#ffee88", "#000000", "#123456"])
def test_colours_can_be_read_on_paper_and_on_a_dark_screen(accent: str) -> None:
    found = made(FORUM, accent=accent) if accent else made(FORUM)
    light, dark = (part[:7] for part in found.source.split("--accent: ")[1:3])
    assert contrast_on_paper(light) >= 4.5
    assert 21 / contrast_on_paper(dark) >= 7
    assert dark == lighter(light)


def test_a_name_that_is_the_same_in_both_languages_stands_once() -> None:
    alone = Participation("p-alone", "edition", "alone", status=Invitation.ACCEPTED)
    person = Person("alone", Names.of({Script.LATIN: Name(full="Jo Only")}))
    found = made(
        forum(
            parts=(Part("part", "talk", "p-alone", Role.PRESENTS),),
            participations=(alone,),
            people=(person,),
        )
    )
    assert found.texts.count(("ko", "발제")) == 1
    assert found.texts.count(("en", "Presentation")) == 1
    assert [text for _, text in found.texts].count("Jo Only") == 1
