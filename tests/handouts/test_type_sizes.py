# SPDX-License-Identifier: MIT
"""The smallest and the largest type of a theme of one's own: sheets stand both."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import Part, Role
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.theme_rules import LIMITS, check_theme
from forumdesk.domain.themes import carried
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.result import FindingKind, Rendered
from forumdesk.handouts.theme import theme
from tests.handouts.cards import guest, of
from tests.handouts.dossiers import NOON, at, titled
from tests.handouts.staged import staged
from tests.handouts.test_own_themes import own

LEAST, MOST = LIMITS["type.base"]


def made(dossier: Dossier, what: str, size: float) -> Rendered:
    changed = own(type={"base": size})
    edition = replace(dossier.edition, design=changed.id)
    themed = replace(dossier, edition=edition, editions=(edition,), themes=(changed,))
    options = options_for(themed)
    content = handout(what).build(themed, options, Imprint(at=NOON))
    return render(what, content, options)


@pytest.mark.parametrize("size", [LEAST, MOST])
@pytest.mark.parametrize("what", ["program", "agenda", "badges", "name-tents", "attendees"])
def test_nothing_is_too_large_for_its_place(what: str, size: float) -> None:
    found = made(staged(), what, size)
    assert FindingKind.OVERFLOW not in {finding.kind for finding in found.findings}


def test_type_is_as_small_as_was_chosen_and_never_below_the_floor() -> None:
    small = theme(carried(own(type={"base": LEAST})))
    assert small.base == LEAST
    assert small.style("foot").size >= small.floor == theme("modern").floor
    narrow = theme(carried(own(type={"base": LEAST})), paper="A5", sheet="run-sheet")
    assert narrow.base == LEAST
    told = theme(carried(own(type={"base": LEAST, "least": 9})))
    assert told.base == 9
    assert theme(carried(own(type={"base": MOST})), large=True).base >= MOST


@pytest.mark.parametrize("size", [LEAST - 0.1, MOST + 0.1])
def test_beyond_it_is_refused(size: float) -> None:
    with pytest.raises(ForumDeskError, match="between 7 and 14"):
        check_theme({"type": {"base": size}})


def test_a_line_taller_than_its_card_is_set_smaller() -> None:
    """A session of very many talks by one person: in the largest type they fit no card."""
    talk = titled("talk", "", "Talk", starts=at("09:00"), minutes=120)
    items = tuple(
        titled(f"i{n}", "", f"The {n}th of very many short talks", parent="talk", position=n)
        for n in range(9)
    )
    parts = tuple(Part(f"p{n}", item.id, "p1", Role.PRESENTS) for n, item in enumerate(items))
    forum = replace(of(guest(1, "Hana Kim")), sessions=(talk, *items), parts=parts)
    usual, large = made(forum, "personal", 9.5), made(forum, "personal", MOST)
    for found in (usual, large):
        assert FindingKind.OVERFLOW not in {finding.kind for finding in found.findings}
