# SPDX-License-Identifier: MIT
"""Which printed sheets say something else than they would now."""

from dataclasses import replace
from datetime import timedelta

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing, last_printings
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, options_for, stale_printings
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.published import version_shown
from forumdesk.handouts.stale import content_digest, options_kept
from tests.handouts.dossiers import EDITION, FORUM, NOON, at
from tests.handouts.test_published import version

FIRST = version("First")
RENAMED = replace(FORUM, edition=replace(EDITION, title=Text.of(en="Renamed")))


def printing(id: str, of: Dossier = FORUM, options: Options | None = None, **more: str) -> Printing:
    """A printing of the agenda, noted as the window notes it."""
    asked = options or options_for(of)
    digest = content_digest(handout("agenda").build(of, asked, Imprint(at=NOON)))
    kept = {"digest": digest, "options": options_kept(asked), **more}
    return Printing(id, "edition", "agenda", NOON, **kept)


def stale(now: Dossier, *printings: Printing) -> list[str]:
    known = replace(now, versions=(FIRST,), printings=printings)
    return [printing.id for printing in stale_printings(known)]


def test_a_sheet_is_stale_while_it_says_something_else() -> None:
    draft, of_version = printing("a"), printing("b", version=FIRST.id)
    assert stale(FORUM, draft, of_version) == []
    assert stale(RENAMED, draft, of_version) == ["a", "b"]
    assert stale(RENAMED, printing("c", RENAMED)) == []


def test_what_is_not_on_the_sheet_makes_nothing_stale() -> None:
    noted = replace(FORUM, edition=replace(EDITION, notes="for us", welcome=Text.of(en="Hello")))
    assert stale(noted, printing("a"), printing("b", version=FIRST.id)) == []


def test_a_sheet_is_compared_as_it_was_asked_for() -> None:
    attic = options_from({"room": "attic"}, options_for(FORUM))
    moved = replace(
        FORUM,
        sessions=tuple(
            replace(s, starts=at("16:00")) if s.id == "pause" else s for s in FORUM.sessions
        ),
        session_rooms=(
            *FORUM.session_rooms,
            replace(FORUM.session_rooms[0], id="x", session="pause", room="hall"),
        ),
    )
    other = replace(moved, sessions=tuple(s for s in moved.sessions if s.id != "pause"))
    assert stale(other, printing("a", moved, attic), printing("b", moved)) == ["b"]


def test_a_sheet_that_can_not_be_made_any_more_is_stale() -> None:
    attic = printing("a", options=options_from({"room": "attic"}, options_for(FORUM)))
    without = replace(FORUM, rooms=FORUM.rooms[:1], session_rooms=())
    assert stale(without, attic, replace(attic, id="b", version=FIRST.id)) == ["a", "b"]


def test_the_words_of_another_release_make_no_version_stale() -> None:
    digest = "of a release that said it otherwise"
    assert stale(FORUM, printing("a", version=FIRST.id, digest=digest)) == []
    assert stale(FORUM, printing("a", version=FIRST.id, digest="", options="")) == []


def test_of_what_can_not_be_told_nothing_is_said() -> None:
    unknown = replace(printing("a"), handout="poster")
    unread = [replace(printing("c"), options=kept) for kept in ("[", '{"gone": 1}', "[1]")]
    assert stale(RENAMED, unknown, printing("b", digest=""), *unread) == []


def test_the_newest_of_each_kind() -> None:
    first, second = printing("a"), replace(printing("b"), at=NOON + timedelta(days=1))
    large = printing("c", options=Options(large_print=True))
    assert last_printings([second, first, large]) == (large, second)


def test_a_sheet_shows_the_version_it_bears() -> None:
    now = replace(FORUM, versions=(FIRST,))
    content = handout("agenda").build(now, Options(), Imprint(at=NOON))
    assert version_shown(now, content) == FIRST
    draft = handout("agenda").build(replace(RENAMED, versions=(FIRST,)), Options(), Imprint())
    assert version_shown(now, draft) is None
