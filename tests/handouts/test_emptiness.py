# SPDX-License-Identifier: MIT
"""Sheets with nothing on them: which these are, and what is said of them."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier, Heads
from forumdesk.domain.people import CardPrint, Invitation
from forumdesk.domain.words import Phrase, words_in
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.catalogue import HANDOUTS, handout, options_for
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.emptiness import emptiness, with_emptiness
from forumdesk.handouts.reasons import too_narrow
from forumdesk.handouts.render import _SETTERS
from tests.handouts.dossiers import NOON, forum
from tests.handouts.staged import staged

EN, KO = words_in("en"), words_in("ko")
BARE = replace(
    forum(), sessions=(), parts=(), session_rooms=(), participations=(), people=(), hosts=()
)


def why(of: Dossier, name: str, asked: dict[str, object] | None = None) -> str:
    kind = handout(name)
    options = kind.asked(asked or {}, options_for(of))
    content = kind.build(of, options, Imprint(at=NOON))
    phrase = emptiness(of, options, kind, content)
    return phrase.said(EN) if phrase else ""


def having(status: Invitation, *more: Invitation) -> Dossier:
    """The forum with its people at some answers, one after the other."""
    answers = (status, *more)
    changed = (
        replace(one, status=answers[n % len(answers)])
        for n, one in enumerate(staged().participations)
    )
    return replace(staged(), participations=tuple(changed))


def test_of_every_kind_of_sheet_it_is_known_when_it_is_empty() -> None:
    assert all(isinstance(vars(kind).get("blank"), property) for kind in _SETTERS)


def test_every_sheet_that_can_be_empty_brings_its_reason() -> None:
    without = [one.name for one in HANDOUTS if one.empty is too_narrow]
    assert without == [one.name for one in HANDOUTS if one.compares]


@pytest.mark.parametrize(
    "name",
    [one.name for one in HANDOUTS if one.name not in ("letters", "proof") and not one.compares],
)
def test_an_edition_without_anything_has_empty_sheets_and_each_says_what_to_do(name: str) -> None:
    said = why(BARE, name)
    assert said.endswith(".")
    assert not said.startswith("There is nothing on it as it is asked for")


@pytest.mark.parametrize(
    "name", ["program", "agenda", "grid", "run-sheet", "mc-script", "badges", "sign-in", "press"]
)
def test_a_sheet_with_something_on_it_is_not_empty(name: str) -> None:
    assert why(staged(), name) == ""


def test_those_who_have_not_answered_are_counted() -> None:
    proposed, invited = Invitation.PROPOSED, Invitation.INVITED
    said = "Nobody has accepted yet: {}. Enter the answers under Participants, then it can be made."
    count = len(staged().participations)
    for name in ("badges", "name-tents", "sign-in", "attendees", "labels"):
        assert why(having(proposed), name) == said.format(f"{count} still proposed")
    both = why(having(proposed, invited), "badges")
    assert "still proposed" in both
    assert "invited, without an answer" in both
    asked = why(having(invited), "badges", {"statuses": "tentative"})
    assert asked.startswith("Nobody is as far as was asked for: ")


def test_people_not_here_are_counted_too() -> None:
    crowd = (Heads(None, Invitation.INVITED, 900), Heads("kr", Invitation.INVITED, 100))
    many = replace(BARE, whole=False, counted=crowd)
    assert "1,000 invited, without an answer" in why(many, "sign-in")


def test_a_list_for_everybody_needs_consents() -> None:
    silent = tuple(replace(one, consents=()) for one in having(Invitation.ACCEPTED).participations)
    said = why(replace(staged(), participations=silent), "attendees")
    assert said.startswith(f"Of the {len(silent)} who have accepted nobody has agreed")


def test_cards_that_are_all_printed_say_so() -> None:
    accepted = having(Invitation.ACCEPTED)
    kind = handout("badges")
    content = kind.build(accepted, options_for(accepted), Imprint(at=NOON))
    prints = tuple(
        CardPrint(f"c{n}", key, "badges", digest, NOON)
        for n, (key, digest) in enumerate(printed_cards(content).items())
    )
    printed = replace(accepted, card_prints=prints)
    assert why(printed, "badges", {"only_new": "true"}).startswith("All of these cards are printed")
    assert why(printed, "badges") == ""


def test_what_is_asked_for_may_be_too_narrow() -> None:
    other_day = why(staged(), "agenda", {"day": "2025-09-04"})
    assert other_day == "There is nothing on it as it is asked for: choose less narrowly."


def test_what_is_blank_on_purpose_is_not_empty() -> None:
    nobody = having(Invitation.PROPOSED)
    assert why(nobody, "badges", {"blanks": "10"}) == ""
    assert why(nobody, "badges", {"marks": "test"}) == ""
    assert why(nobody, "sign-in", {"blank_rows": "40"}) == ""


def test_certificates_are_for_those_who_came() -> None:
    assert "checked in" in why(staged(), "certificates")
    (first, *_) = having(Invitation.ACCEPTED).participations
    came = CheckIn("c", first.id, NOON)
    assert why(replace(staged(), check_ins=(came,)), "certificates") == ""


def test_a_finding_says_why_instead_of_what_says_less() -> None:
    subject = Subject("edition", "edition")
    less = Problem("nobody", Severity.WARNING, subject, Phrase.of("less"))
    error = Problem("overflow", Severity.ERROR, subject, Phrase.of("error"))
    other = Problem("stale", Severity.WARNING, subject, Phrase.of("other"))
    found = with_emptiness([error, less, other], Phrase.of("why"), staged())
    assert [one.kind for one in found] == ["overflow", "empty", "stale"]
    assert with_emptiness([error, less], None, staged()) == [error, less]


def test_it_is_said_in_korean() -> None:
    kind = handout("badges")
    of = having(Invitation.PROPOSED)
    options = options_for(of)
    phrase = emptiness(of, options, kind, kind.build(of, options, Imprint(at=NOON)))
    assert phrase is not None
    assert phrase.said(KO).startswith("참석을 확정한 사람이 아직 없습니다(초청 예정 ")
