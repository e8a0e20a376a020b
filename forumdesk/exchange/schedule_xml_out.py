# SPDX-License-Identifier: MIT
"""Writing schedule.xml so that it is valid, whatever the edition holds.

Written as text: the schema's names are known, and everything else is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.exchange.schedule_event import Event, Speaker
from forumdesk.exchange.schedule_names import GENERATOR, acronym
from forumdesk.exchange.schedule_out import Outgoing, Program, RoomOut, TrackOut

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n'
# What XML can't hold at all, escaped or not.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = str.maketrans({**_ESCAPED, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_WEB = re.compile(r"https?://\S*")
_CODE = re.compile(r"[0-9A-Z]{6}")
_SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9\-_]{4,}")
_TRACK_SLUG = re.compile(r"[a-z][a-z0-9-]+")
_COLOR = re.compile(r"#[0-9a-f]{6}")
_LENGTH = re.compile(r"\d{1,2}:\d{2}(:\d{1,2})?")
_BOOLEANS = ("true", "false", "1", "0")
_INTEGER = re.compile(r"\d{1,18}")
_LEFT_OUT = N_("Characters that XML has no place for are left out: {count}.")


def schedule_xml(outgoing: Outgoing) -> tuple[bytes, tuple[Problem, ...]]:
    """The file, and what could not be written as it is.

    Raises ``ForumDeskError`` for an edition without a day, of which there is no valid file.
    """
    program = Program(outgoing)
    text = "".join(_Writer(program).lines())
    text, unfit = _UNFIT.subn("", text)
    problems = list(program.problems)
    if unfit:
        subject = Subject("edition", outgoing.dossier.edition.id)
        phrase = Phrase.of(_LEFT_OUT, count=unfit)
        problems.append(Problem("schedule-unfit", Severity.NOTE, subject, phrase))
    return text.encode(), tuple(problems)


class _Writer:
    """The lines of one file; what must be there once only is remembered."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._codes: set[str] = set()
        self._slugs: set[str] = set()

    def lines(self) -> Iterator[str]:
        yield _HEAD
        system = _attribute(self._program.said_in)
        yield f'  <generator name="{GENERATOR}" system="{system}"/>\n'
        yield f"  <version>{_text(self._program.version)}</version>\n"
        yield from self._conference()
        for day in self._program.days:
            yield (
                f'  <day index="{day.index}" date="{day.date.isoformat()}"'
                f' start="{day.starts}" end="{day.ends}">\n'
            )
            for room, events in day.rooms:
                yield from self._room(room, events)
            yield "  </day>\n"
        yield "</schedule>\n"

    def _conference(self) -> Iterator[str]:
        program, extra = self._program, self._program.conference
        edition, days = program.dossier.edition, program.days
        yield "  <conference>\n"
        yield _element("    ", "acronym", acronym(program.dossier, program.sources.name))
        yield _element("    ", "title", program.line(program.dossier.title))
        yield _element("    ", "start", days[0].date.isoformat())
        yield _element("    ", "end", days[-1].date.isoformat())
        yield _element("    ", "days", str(len(days)))
        yield _if("timeslot_duration", extra.get("timeslot_duration"), _LENGTH)
        yield _if("base_url", extra.get("base_url"), _WEB)
        yield _if("logo", extra.get("logo"), _WEB)
        yield _if("url", edition.link, _WEB)
        yield _element("    ", "time_zone_name", edition.timezone)
        if _COLOR.fullmatch(accent := edition.accent.lower() or _primary(extra)):
            yield f'    <color primary="{accent}"/>\n'
        yield from map(_track, program.tracks)
        yield "  </conference>\n"

    def _room(self, room: RoomOut, events: Iterable[Event]) -> Iterator[str]:
        guid = f' guid="{room.guid}"' if room.guid else ""
        yield f'    <room name="{_attribute(room.name)}"{guid}>\n'
        for event in events:
            yield self._event(event)
        yield "    </room>\n"

    def _event(self, event: Event) -> str:
        extra, links = event.extra, event.links
        code = _once(extra.get("code"), _CODE, self._codes)
        slug = _once(extra.get("slug"), _SLUG, self._slugs)
        parts = [
            f'      <event guid="{event.guid}" id="{event.id}"',
            f' code="{code}">\n' if code else ">\n",
            f"        <date>{event.date}</date>\n        <start>{event.start}</start>\n",
            f"        <duration>{event.duration}</duration>\n",
            _element(_IN, "room", event.room),
            _element(_IN, "slug", slug) if slug else "",
            _element(_IN, "title", event.title),
            _element(_IN, "subtitle", event.subtitle),
            _element(_IN, "track", event.track),
            _element(_IN, "type", event.kind),
            _element(_IN, "language", event.language),
            _element(_IN, "abstract", event.abstract),
            _element(_IN, "description", event.description),
            _element(_IN, "logo", links.logo) if links.logo else "",
            "        <persons>\n",
            *map(_person, event.persons),
            "        </persons>\n        <links>\n",
            *(_link("link", link) for link in links.links),
            "        </links>\n        <attachments>\n",
            *(_link("attachment", link) for link in links.attachments),
            "        </attachments>\n",
            _recording(extra),
            _if("video_download_url", links.recording, _WEB, _IN),
            _if("url", links.page, _WEB, _IN),
            _if("feedback_url", links.feedback, _WEB, _IN),
            _if("origin_url", extra.get("origin_url"), _WEB, _IN),
            "      </event>\n",
        ]
        return "".join(parts)


_IN = "        "


def _track(track: TrackOut) -> str:
    color = f' color="{track.color}"' if _COLOR.fullmatch(track.color) else ""
    slug = track.extra.get("slug")
    known = isinstance(slug, str) and _TRACK_SLUG.fullmatch(slug)
    return f'    <track name="{_attribute(track.name)}"{color}' + (
        f' slug="{slug}"/>\n' if known else "/>\n"
    )


def _person(speaker: Speaker) -> str:
    id_ = str(speaker.extra.get("id", ""))
    number = f' id="{id_}"' if _INTEGER.fullmatch(id_) else ""
    return f'          <person{number} guid="{speaker.guid}">{_text(speaker.name)}</person>\n'


def _link(tag: str, link: Link) -> str:
    title = _text(link.title or link.url)
    return f'          <{tag} href="{_attribute(link.url)}">{title}</{tag}>\n'


def _recording(extra: Mapping[str, Any]) -> str:
    """License and opt-out as the source had them, which JSON may say apart."""
    said = extra.get("recording")
    if not isinstance(said, Mapping):
        said = {"license": extra.get("recording_license"), "optout": extra.get("do_not_record")}
        if said == {"license": None, "optout": None}:
            return ""
    optout = str(said.get("optout")).strip().lower()
    inner = "".join(
        (
            f"<license>{_text(str(said.get('license') or ''))}</license>",
            f"<optout>{optout if optout in _BOOLEANS else 'false'}</optout>",
            *(
                f"<{tag}>{_text(str(said[tag]))}</{tag}>"
                for tag in ("url", "link")
                if _WEB.fullmatch(str(said.get(tag, "")))
            ),
        )
    )
    return f"        <recording>{inner}</recording>\n"


def _primary(extra: Mapping[str, Any]) -> str:
    color = extra.get("color")
    return str(color.get("primary", "")).lower() if isinstance(color, Mapping) else ""


def _once(said: object, shape: re.Pattern[str], seen: set[str]) -> str:
    """What the source said, if it has the right shape and was not said before."""
    text = str(said or "")
    if not shape.fullmatch(text) or text in seen:
        return ""
    seen.add(text)
    return text


def _if(tag: str, said: object, shape: re.Pattern[str], indent: str = "    ") -> str:
    text = str(said or "").strip()
    return _element(indent, tag, text) if shape.fullmatch(text) else ""


def _element(indent: str, tag: str, text: str) -> str:
    return f"{indent}<{tag}>{_text(text)}</{tag}>\n" if text else f"{indent}<{tag}/>\n"


def _text(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _attribute(text: str) -> str:
    return text.translate(_IN_ATTRIBUTE)
