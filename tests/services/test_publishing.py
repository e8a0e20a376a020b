# SPDX-License-Identifier: MIT
"""Versions, printings and accepted problems."""

import hashlib
import json
from dataclasses import replace

import pytest

from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.frozen import freeze, thaw
from forumdesk.domain.people import CardPrint, Contact, Person
from forumdesk.domain.reading import dossier
from forumdesk.domain.versions import Acknowledgement, Printing, Version
from forumdesk.domain.words import Phrase
from forumdesk.services import editions, invitations, people, planning, publishing
from tests.services.small import Small, en, label


def test_version_keeps_the_edition_as_it_was(small: Small) -> None:
    desk = small.desk
    before = dossier(desk, small.edition.id)
    version = publishing.publish_version(desk, small.edition.id, " Draft 2 ")
    assert label(desk) == "Publish “Draft 2”"
    assert version.digest == hashlib.sha256(version.content.encode()).hexdigest()
    planning.remove_session(desk, small.panel.id)
    assert desk.get(Version, version.id) == version
    later = Edition(small.later.id, small.series.id, small.later.number)
    frozen = replace(
        before,
        versions=(),
        printings=(),
        acknowledgements=(),
        check_ins=(),
        vehicles=(),
        riders=(),
        pack=(),
        editions=(before.edition, later),
    )
    assert thaw(version.content) == frozen


def test_same_content_gives_the_same_digest(small: Small) -> None:
    first = publishing.publish_version(small.desk, small.edition.id, "One")
    second = publishing.publish_version(small.desk, small.edition.id, "Two", note=en("Again"))
    assert (first.content, first.digest) == (second.content, second.digest)
    planning.change_session(small.desk, small.panel.id, {"title": en("Talk")})
    third = publishing.publish_version(small.desk, small.edition.id, "Three")
    assert third.digest != first.digest


def test_what_is_private_is_not_published(small: Small) -> None:
    secret = {
        "contacts": (Contact("email", "gina@example.org"),),
        "diet": "no nuts",
        "access": "lift",
        "notes": "late",
    }
    people.change_person(small.desk, small.secretary.id, secret)
    invitations.change_participation(small.desk, small.gina.id, {"notes": "VIP car"})
    content = freeze(dossier(small.desk, small.edition.id))
    private = ("gina@example.org", "no nuts", "lift", "late", "VIP car")
    assert [word for word in private if word in content] == []
    assert "Raimondo" in content
    assert small.desk.get(Person, small.secretary.id).diet == "no nuts"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("  ", "A version needs a name."),
        ("FINAL ", "There is a version “FINAL” already; nothing was published."),
    ],
)
def test_version_has_a_name_of_its_own(small: Small, name: str, sentence: str) -> None:
    with pytest.raises(ForumDeskError) as refused:
        publishing.publish_version(small.desk, small.edition.id, name)
    assert str(refused.value) == sentence
    assert publishing.publish_version(small.desk, small.later.id, "Final").name == "Final"


def test_printing_is_logged(small: Small) -> None:
    printing = publishing.log_printing(
        small.desk, small.edition.id, "agenda", pages=2, copies=50, digest="ab"
    )
    assert printing == Printing(
        printing.id, small.edition.id, "agenda", printing.at, None, 2, 50, "ab"
    )
    assert label(small.desk) == "Print agenda"
    with pytest.raises(ForumDeskError, match="“-1” does not fit the field “copies”"):
        publishing.log_printing(small.desk, small.edition.id, "agenda", copies=-1)
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        publishing.log_printing(small.desk, small.later.id, "agenda", version=small.version.id)


def test_problem_is_accepted_once_and_no_longer(small: Small) -> None:
    desk = small.desk
    subject = Subject("session", small.panel.id)
    problem = Problem("no-part", Severity.WARNING, subject, Phrase("No speaker"), facts="0 parts")
    made = publishing.acknowledge_problem(desk, small.edition.id, problem, " A break\u200b ")
    assert desk.find(Acknowledgement) == [made]
    assert made == Acknowledgement(
        made.id, small.edition.id, "no-part", f"session:{small.panel.id}", "A break", "0 parts"
    )
    other = replace(problem, kind="no-text")
    publishing.acknowledge_problem(desk, small.edition.id, other, "Later")
    publishing.withdraw_acknowledgement(desk, made.id)
    assert [accepted.kind for accepted in desk.find(Acknowledgement)] == ["no-text"]
    with pytest.raises(ForumDeskError, match="Say why"):
        publishing.acknowledge_problem(desk, small.edition.id, problem, " ")


def test_edition_with_versions_can_be_removed(small: Small) -> None:
    editions.remove_edition(small.desk, small.edition.id)
    assert small.desk.count(Version) == small.desk.count(Printing) == 0


def test_what_was_printed_for_each_participant_is_kept_once(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    publishing.log_printing(
        desk, edition, "badges", cards={small.hong.id: "aa", small.gina.id: "b"}
    )
    before = len(desk.history())
    publishing.log_printing(desk, edition, "badges", cards={small.hong.id: "cc"})
    publishing.log_printing(desk, edition, "certificates", cards={small.hong.id: "dd"})
    kept = {(p.participation, p.handout): p.digest for p in desk.find(CardPrint)}
    assert kept == {
        (small.hong.id, "badges"): "cc",
        (small.gina.id, "badges"): "b",
        (small.hong.id, "certificates"): "dd",
    }
    assert len(desk.history()) == before + 2
    desk.undo()
    desk.undo()
    assert sorted(p.digest for p in desk.find(CardPrint)) == ["aa", "b"]


def test_cards_of_another_edition_are_not_noted(small: Small) -> None:
    with pytest.raises(ForumDeskError):
        publishing.log_printing(small.desk, small.later.id, "badges", cards={small.hong.id: "aa"})
    assert small.desk.count(CardPrint) == 0


def test_who_had_a_rank_before_it_was_said_apart_was_introduced(small: Small) -> None:
    desk = small.desk
    invitations.change_participation(desk, small.hong.id, {"rank": 1})
    version = publishing.publish_version(desk, small.edition.id, "Old")
    old = json.loads(version.content)
    for one in old["participations"]:
        del one["honored"]
    honored = {p.id: p.honored for p in thaw(json.dumps(old)).participations}
    assert honored == {small.hong.id: True, small.gina.id: False}
