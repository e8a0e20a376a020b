# SPDX-License-Identifier: MIT
"""How the MC calls up speeches and thanks for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.languages import base
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.address import in_full, in_short
from forumdesk.handouts.contents.lines import acting, role_of
from forumdesk.handouts.contents.sessions import who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.spoken import enumerated, spoken
from forumdesk.handouts.contents.turns import Turn, stage
from forumdesk.handouts.dress import one_line
from forumdesk.handouts.stage import Aloud, CueWords, Line


class Place(Enum):
    """Where a speech stands in a row of them."""

    ONLY = 0
    FIRST = 1
    NEXT = 2
    LAST = 3


_CALLED = {
    Place.ONLY: T_("script", "We will now hear {speech} by {who}."),
    Place.FIRST: T_("script", "We begin with {speech} by {who}."),
    Place.NEXT: T_("script", "Next, we will hear {speech} by {who}."),
    Place.LAST: T_("script", "And finally, we will hear {speech} by {who}."),
}
_REMARKS = T_("script", "Remarks")
_TOPIC = T_("script", "The topic is “{title}”.")
_WELCOME = T_("script", "Please welcome {who}.")
_BY_VIDEO = T_("script", "We now have {speech} by video from {who}. Let us watch.")
_READ = T_(
    "script",
    "We will now hear {speech} from {who}. Reading on behalf of the speaker is {reader}.",
)
_THANKS = T_("script", "Thank you very much, {who}.")
_VIDEO_THANKS = T_("script", "Our thanks to {who} for this message.")
_APPLAUSE = T_("script cue", "Applause")
_MINUTES = T_("script cue", "{speech}, {count} min.")
_VIDEO = T_("script cue", "Video plays")
_WITH_TOPIC = frozenset({Role.PRESENTS, Role.KEYNOTE})


def called_up(setting: Setting, session: Session, turn: Turn, place: Place) -> Iterator[Line]:
    """A speech is announced, given, and thanked for."""
    first = turn.parts[0]
    named = {
        "who": enumerated(setting, (in_full(setting, who(setting, part)) for part in turn.parts)),
        "speech": _speech(setting, session, first),
    }
    short = enumerated(setting, (in_short(setting, who(setting, part)) for part in turn.parts))
    topic = acting(setting, session, first) in _WITH_TOPIC and session.title
    if first.mode is Mode.VIDEO:
        yield Aloud(spoken(setting, _BY_VIDEO, **named))
        yield CueWords(setting.say(_VIDEO))
        yield Aloud(spoken(setting, _VIDEO_THANKS, who=short))
        return
    reader = setting.dossier.participation.get(first.reader or "")
    if first.mode is Mode.READ and reader is not None:
        read = in_full(setting, reader)
        yield Aloud(spoken(setting, _READ, reader=read, **named))
        short = in_short(setting, reader)
    else:
        closing = place is Place.FIRST and acting(setting, session, first) is Role.CLOSES
        call = _CALLED[Place.ONLY if closing else place]  # nobody begins with the end
        yield Aloud(spoken(setting, call, **named))
    if topic:
        yield Aloud(spoken(setting, _TOPIC, title=session.title))
    yield Aloud(spoken(setting, _WELCOME, who=short))
    alone = len(stage(setting, session).speeches) == 1
    minutes = turn.minutes or (session.minutes if alone else None)
    speech = _called(setting, session, first)
    if minutes:
        speech = setting.say(_MINUTES, speech=Text.of(dict(speech)), count=minutes)
    yield CueWords(one_line(setting.say(_APPLAUSE), speech))
    yield Aloud(spoken(setting, _THANKS, who=short))


def _called(setting: Setting, session: Session, part: Part) -> Wording:
    """What is given: "Opening remarks", "Keynote", "축사"."""
    plain = acting(setting, session, part) is Role.SPEAKS and not part.label
    return setting.say(_REMARKS) if plain else role_of(setting, session, part)


def _speech(setting: Setting, session: Session, part: Part) -> Text:
    """The same in the midst of a sentence: "opening remarks", "a keynote", "축사"."""
    words = _called(setting, session, part)
    return Text.of({tag: _in_a_sentence(text, tag) for tag, text in words})


def _in_a_sentence(text: str, language: str) -> str:
    if base(language) != "en":
        return text
    small = text if text[1:2].isupper() else text[:1].lower() + text[1:]
    if small.endswith("s"):
        return small
    return f"{'an' if small[:1] in 'aeiou' else 'a'} {small}"
