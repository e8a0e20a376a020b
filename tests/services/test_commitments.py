# SPDX-License-Identifier: MIT
"""Commitments: where they come from, when they are due, who answers, how they stand."""

from datetime import UTC, date, datetime

import pytest

from forumdesk.domain.commitment_sources import SourceKind, possible_sources
from forumdesk.domain.commitments import Standing
from forumdesk.domain.desk import ForumDeskError, Subject
from forumdesk.domain.ledger import Sieve, read_ledger
from forumdesk.domain.outcomes import (
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Report,
    Review,
)
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from forumdesk.services import commitment_cells as cells
from forumdesk.services import commitments, editions, outcomes, parts
from tests.services.small import Small, en, label

STATUS = CommitmentStatus
TODAY = date(2024, 8, 1)
EN = words_in("en")


@pytest.fixture(autouse=True)
def _summer(small: Small) -> None:
    """It is August 2024."""
    small.desk.now = lambda: datetime(2024, 8, 1, 12, tzinfo=UTC)


def owners(small: Small, commitment: str) -> list[str | None]:
    found = small.desk.find(CommitmentOwner, commitment=commitment)
    return [owner.organization or owner.person for owner in found]


def now(small: Small, commitment: str) -> Commitment:
    return small.desk.get(Commitment, commitment)


def test_an_aim_becomes_a_commitment_of_its_parties(small: Small) -> None:
    made = commitments.commit_to_aim(small.desk, small.aims[1].id)
    assert (made.text, made.aim, made.session) == (
        en("Meet yearly"),
        small.aims[1].id,
        small.panel.id,
    )
    assert (made.edition, made.series) == (small.edition.id, small.series.id)
    assert owners(small, made.id) == [small.ksia.id, small.sia.id]
    assert label(small.desk) == "Commit to aim 2 of “MOU”"
    small.desk.undo()
    assert small.desk.count(Commitment) == 1


def test_what_somebody_said_becomes_a_commitment_of_theirs(small: Small) -> None:
    parts.change_part(small.desk, small.speech.id, {"statement": en("We will open in autumn.")})
    made = commitments.commit_to_statement(small.desk, small.speech.id)
    assert (made.text, made.part) == (en("We will open in autumn."), small.speech.id)
    assert made.session == small.remarks.id
    assert owners(small, made.id) == [small.secretary.id]  # she is there for no organization
    assert label(small.desk) == "Note a commitment made in “Remarks”"


def test_a_session_is_noted_as_where_it_was_made(small: Small) -> None:
    made = commitments.commit_in_session(small.desk, small.opening.id)
    assert (made.text, made.session, made.edition) == (EMPTY, small.opening.id, small.edition.id)


def test_where_it_comes_from_is_one_thing_and_its_edition_follows(small: Small) -> None:
    key = small.promise.id
    found = commitments.set_origin(small.desk, key, part=small.speech.id)
    assert (found.part, found.session, found.aim) == (small.speech.id, small.remarks.id, None)
    found = commitments.set_origin(small.desk, key, session=small.panel.id)
    assert (found.part, found.session) == (None, small.panel.id)
    found = commitments.set_origin(small.desk, key)
    assert (found.session, found.edition) == (None, small.edition.id)


@pytest.mark.parametrize(
    ("typed", "due", "text"),
    [
        ("2024-09-10", date(2024, 9, 10), EMPTY),
        (
            "early  September 2024",
            date(2024, 9, 10),
            Text.of(ko="2024년 9월 초", en="early September 2024"),
        ),
        ("9월 초", date(2024, 9, 10), Text.of(ko="9월 초", en="early September 2024")),
        ("분기마다", None, Text.of(ko="분기마다", en="every quarter")),
        ("by the next forum", None, Text.of(ko="다음 포럼까지", en="by the next forum")),
        ("", None, EMPTY),
    ],
)
def test_when_it_is_due_is_kept_as_typed_and_put_into_the_other_language(
    small: Small, typed: str, due: date | None, text: Text
) -> None:
    found = commitments.set_due(small.desk, small.promise.id, typed)
    assert (found.due, found.due_text) == (due, text)


def test_the_next_forum_is_the_day_it_begins(small: Small) -> None:
    editions.change_edition(small.desk, small.later.id, {"first_day": date(2025, 6, 26)})
    found = commitments.set_due(small.desk, small.promise.id, "다음 포럼까지")
    assert found.due == date(2025, 6, 26)


def test_a_due_day_that_is_not_understood_is_refused(small: Small) -> None:
    before = now(small, small.promise.id)
    with pytest.raises(ForumDeskError, match="“soon” is neither a day nor a period"):
        commitments.set_due(small.desk, small.promise.id, "soon")
    assert now(small, small.promise.id) == before


def test_owners_are_named_in_any_language(small: Small) -> None:
    key = small.promise.id
    commitments.set_owners_named(small.desk, key, "SIA, 홍길동, KSIA")
    assert owners(small, key) == [small.sia.id, small.ksia.id, small.minister.id]
    with pytest.raises(ForumDeskError, match="“Nobody” is neither"):
        commitments.set_owners_named(small.desk, key, "SIA, Nobody")
    assert owners(small, key) == [small.sia.id, small.ksia.id, small.minister.id]
    commitments.set_owners_named(small.desk, key, "")
    assert owners(small, key) == []


def test_an_owner_is_added_known_or_new(small: Small) -> None:
    key = small.promise.id
    commitments.add_owner(small.desk, key, organization=small.sia.id)
    assert owners(small, key) == [small.ksia.id, small.sia.id, small.secretary.id]
    commitments.add_new_owner(small.desk, key, " 새 기관 ")
    (body,) = [o for o in small.desk.find(Organization) if o.name == Text.of(ko="새 기관")]
    assert body.id in owners(small, key)
    small.desk.undo()
    assert not small.desk.find(Organization, id=body.id)
    with pytest.raises(ForumDeskError, match="Type a name"):
        commitments.add_new_owner(small.desk, key, " ")


def test_what_is_overdue_stays_late_until_closed_or_due_later(small: Small) -> None:
    key = small.promise.id
    commitments.set_due(small.desk, key, "2024-07-31")
    with pytest.raises(ForumDeskError, match="“Open a centre” was due on 2024-07-31 and is late"):
        commitments.stand(small.desk, key, STATUS.OPEN)
    commitments.stand(small.desk, key, STATUS.DONE)
    commitments.set_due(small.desk, key, "2024-08-01")
    assert commitments.stand(small.desk, key, STATUS.OPEN).status is STATUS.OPEN


def test_a_card_is_moved_to_a_status_and_a_place_in_one_step(small: Small) -> None:
    second = commitments.add_commitment_named(small.desk, small.series.id, "둘째")
    third = commitments.add_commitment_named(small.desk, small.series.id, "Third")
    assert second.title == Text.of(ko="둘째")
    steps = len(small.desk.history())
    moved = commitments.place_commitment(small.desk, third.id, STATUS.DONE, small.promise.id)
    assert moved.status is STATUS.DONE
    order = [c.id for c in small.desk.find(Commitment, series=small.series.id)]
    assert order == [third.id, small.promise.id, second.id]
    assert len(small.desk.history()) == steps + 1
    assert label(small.desk) == "Move commitment “Third”"
    small.desk.undo()
    assert now(small, third.id).status is STATUS.OPEN


def test_it_stands_as_the_last_report_says(small: Small) -> None:
    key = small.promise.id
    (first,) = small.desk.find(Report, commitment=key)
    second = outcomes.report_commitment(
        small.desk, key, small.later.id, STATUS.LATE, fields={"on": date(2025, 6, 27)}
    )
    commitments.correct_report(small.desk, second.id, {"on": date(2025, 6, 27), "evidence": "p. 3"})
    assert now(small, key).status is STATUS.LATE
    commitments.correct_report(small.desk, first.id, {"on": date(2025, 6, 28)})
    commitments.correct_report(small.desk, first.id, {"status": STATUS.DONE})
    assert now(small, key).status is STATUS.DONE
    commitments.withdraw_report(small.desk, first.id)
    assert now(small, key).status is STATUS.LATE
    commitments.withdraw_report(small.desk, second.id)
    assert now(small, key).status is STATUS.OPEN


def test_a_session_looks_back_at_commitments_of_its_series(small: Small) -> None:
    found = commitments.set_reviews(small.desk, small.panel.id, [small.promise.id])
    assert [(r.session, r.commitment, r.position) for r in found] == [
        (small.panel.id, small.promise.id, 0)
    ]
    assert label(small.desk) == "Set what “Panel” looks back at"
    other = small.desk.find(Review)
    commitments.set_reviews(small.desk, small.panel.id, [])
    assert small.desk.count(Review) == 0
    assert len(other) == 1
    alien = editions.create_series(small.desk, en("Other"), {})
    made = commitments.add_commitment_named(small.desk, alien.id, "Elsewhere")
    with pytest.raises(ForumDeskError, match="stays within its series"):
        commitments.set_reviews(small.desk, small.panel.id, [made.id])


# -- cells --------------------------------------------------------------------------------------


def test_cells_are_typed(small: Small) -> None:
    key = small.promise.id
    for column, text in (
        *(("title.en", "Centre"), ("due", "Q3 2024"), ("owners", "SIA"), ("notes", "Ask")),
        *(("status", "진행"), ("edition", ""), ("edition", "1")),
    ):
        cells.set_commitment_cell(small.desk, key, column, text)
    found = now(small, key)
    assert (found.title, found.due, found.notes) == (en("Centre"), date(2024, 9, 30), "Ask")
    assert (found.status, found.edition, found.session) == (STATUS.ON_TRACK, small.edition.id, None)
    for column, text, why in (
        *(("status", "soon", "none of the choices"), ("edition", "9", "has no edition “9”")),
        *(("origin", "x", "Nothing can be typed"), ("due", "x", "neither a day")),
    ):
        with pytest.raises(ForumDeskError, match=why):
            cells.set_commitment_cell(small.desk, key, column, text)


def test_rows_are_typed_pasted_and_emptied(small: Small) -> None:
    series, edition = small.series.id, small.later.id
    made = cells.add_typed_commitment(small.desk, series, "title.ko", "새 약속", edition=edition)
    assert (made.title, made.edition) == (Text.of(ko="새 약속"), edition)
    assert label(small.desk) == "Add commitment “새 약속”"
    cells.paste_commitments(
        *(small.desk, series, [(made.id, "due", "2025-01-31")]),
        [[("title.en", "Pasted"), ("due", "mid-2025"), ("owners", "KSIA")], []],
    )
    pasted = small.desk.find(Commitment, series=series)[-1]
    assert (pasted.title, pasted.due) == (en("Pasted"), date(2025, 7, 31))
    assert label(small.desk) == "Paste 4 cells"
    cells.empty_commitment_cells(small.desk, [(made.id, "due"), (pasted.id, "owners")])
    assert now(small, made.id).due is None
    assert owners(small, pasted.id) == []


def test_a_paste_that_is_refused_changes_nothing(small: Small) -> None:
    before = small.desk.find(Commitment)
    with pytest.raises(ForumDeskError):
        cells.paste_commitments(
            *(small.desk, small.series.id, []),
            [[("title.en", "One")], [("title.en", "Two"), ("due", "soon")]],
        )
    assert small.desk.find(Commitment) == before


# -- the ledger ---------------------------------------------------------------------------------


def test_the_ledger_knows_all_of_a_commitment(small: Small) -> None:
    commitments.set_reviews(small.desk, small.panel.id, [small.promise.id])
    ledger = read_ledger(small.desk, small.series.id)
    (one,) = ledger.tracked
    assert one == ledger.by_id[small.promise.id]
    assert [(o.subject.kind, o.name.best(("en",))) for o in one.owners] == [
        ("organization", "KSIA"),
        ("person", "Gina Raimondo"),
    ]
    assert one.source is not None
    assert one.source.phrase.said(EN) == "MOU, aim 1"
    assert one.source.subject == Subject("agreement", small.mou.id, "aims")
    assert one.last is not None
    assert one.last.text == en("Soon")
    assert [looking.session.id for looking in one.reviewed] == [small.panel.id]
    assert one.heading == en("Open a centre")


def test_each_source_is_said(small: Small) -> None:
    key = small.promise.id

    def source() -> str:
        (one,) = read_ledger(small.desk, small.series.id).tracked
        return one.source.phrase.said(EN) if one.source else ""

    commitments.set_origin(small.desk, key, part=small.speech.id)
    assert source() == "Gina Raimondo in “Remarks”"
    commitments.set_origin(small.desk, key, session=small.panel.id)
    assert source() == "Panel"
    commitments.set_origin(small.desk, key)
    assert source() == ""


def test_a_ledger_is_sifted(small: Small) -> None:
    made = commitments.add_commitment_named(small.desk, small.series.id, "소식지 발간")
    commitments.set_due(small.desk, made.id, "2024-07-01")
    ledger = read_ledger(small.desk, small.series.id)

    def found(**fields: object) -> list[str]:
        sieve = Sieve(**fields)  # type: ignore[arg-type]
        return [one.id for one in ledger.tracked if sieve.holds(one, TODAY)]

    both = [small.promise.id, made.id]
    assert found() == both
    assert found(standings=(Standing.LATE,)) == [made.id]
    assert found(standings=(Standing.LATE, Standing.OPEN)) == both
    assert found(owners=("",)) == [made.id]
    assert found(owners=(small.ksia.id,)) == [small.promise.id]
    assert found(editions=(small.edition.id,)) == [small.promise.id]
    assert found(editions=("",)) == [made.id]
    for typed in ("소식", "ㅅㅅㅈ", "발간 소식지"):
        assert found(typed=typed) == [made.id]
    assert found(typed="ksia centre") == [small.promise.id]
    assert found(typed="centre 소식") == []
    assert not Sieve()
    assert Sieve(typed="x")


def test_what_a_commitment_can_come_from_is_listed(small: Small) -> None:
    parts.change_part(small.desk, small.speech.id, {"statement": en("We promise.")})
    found = possible_sources(small.desk, small.series.id)
    assert [(one.kind, one.text.best(("en",))) for one in found][:4] == [
        (SourceKind.AIM, "Share news"),
        (SourceKind.AIM, "Meet yearly"),
        (SourceKind.STATEMENT, "We promise."),
        (SourceKind.SESSION, "Opening"),
    ]
    assert found[2].under == Text.of(ko="Gina Raimondo", en="Gina Raimondo")
    only = possible_sources(small.desk, small.series.id, frozenset({SourceKind.AIM}))
    assert {one.kind for one in only} == {SourceKind.AIM}
