# SPDX-License-Identifier: MIT
"""Before a list is printed it is told who is left out, and what is missing where."""

from dataclasses import replace

from forumdesk.domain.columns import Reader
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Names
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.preflight import preflight
from tests.handouts.crowds import NO, coming, crowd

BOTH = Options(("ko", "en"))
DOOR = replace(BOTH, reader=Reader.DOOR)


def found(dossier: Dossier, options: Options = BOTH, what: str = "attendees") -> list[Problem]:
    made = render(what, handout(what).build(dossier, options, Imprint()), options)
    return preflight(dossier, options, what, made)


def told(problems: list[Problem]) -> list[tuple[str, Severity, Subject, str]]:
    words = words_in("en")
    return [(p.kind, p.severity, p.subject, p.phrase.said(words)) for p in problems]


def test_a_list_in_order_has_nothing_to_look_at() -> None:
    assert found(crowd(30)) == []
    assert found(crowd(30), DOOR) == []
    assert found(crowd(30), BOTH, "sign-in") == []


def test_who_is_left_out_of_a_public_list_is_told_with_the_reason() -> None:
    dossier = crowd(2, coming(2, consents=(NO,)), coming(3, consents=()), coming(4, person=None))
    assert told(found(dossier)) == [
        (
            "left-out",
            Severity.WARNING,
            Subject("participation", "p3", "consents"),
            "Ga-ra Ga is not on this sheet: there is no consent to be listed.",
        ),
        (
            "to-be-named",
            Severity.WARNING,
            Subject("participation", "p4", "person"),
            "U.S. Association: a seat without a person is not on this sheet.",
        ),
        (
            "left-out",
            Severity.NOTE,
            Subject("participation", "p2", "consents"),
            "Ga-da Ga refused to be listed and is not on this sheet.",
        ),
    ]
    (seat,) = found(dossier, DOOR)
    assert (seat.kind, seat.severity) == ("to-be-named", Severity.NOTE)


def test_many_are_told_of_in_one_finding() -> None:
    silent = (coming(n, consents=()) for n in range(40, 60))
    (one,) = found(crowd(30, *silent))
    assert one.subject == Subject("edition", "edition")
    assert one.phrase.said(words_in("en")).startswith("20 people are not on this sheet")


def test_names_numbers_and_translations_that_are_missing_name_their_fields() -> None:
    dossier = crowd(3, coming(3, number=None), coming(4, office=Text.of(ko="원장")))
    nameless = replace(dossier.people[0], names=Names())
    dossier = replace(dossier, people=(nameless, *dossier.people[1:]))
    subjects = {(p.kind, p.subject) for p in found(dossier, BOTH, "sign-in")}
    assert subjects == {
        ("no-number", Subject("participation", "p3", "number")),
        ("no-name", Subject("person", "x0", "names")),
        ("missing-translation", Subject("participation", "p4", "office")),
    }


def test_translations_of_what_is_not_on_the_list_are_nobody_s_concern() -> None:
    gone = coming(5, status=Invitation.DECLINED, office=Text.of(ko="원장"))
    assert found(crowd(3, gone)) == []


def test_a_character_no_font_has_is_found_in_its_field() -> None:
    office = Text.of(ko="원장\U0010fffd", en="Head")
    (odd,) = found(crowd(3, coming(3, office=office)))
    assert odd.kind == "missing-characters"
    assert odd.subject == Subject("participation", "p3", "office")


def test_an_empty_list_is_told_of() -> None:
    assert [p.kind for p in found(crowd(0))] == ["nobody"]
