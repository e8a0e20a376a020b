# SPDX-License-Identifier: MIT
"""A small forum with something of every kind, made through the services."""

from dataclasses import dataclass
from datetime import date, datetime

from forumdesk.domain.agenda import CheckIn, Mode, Part, Role, Session, SessionKind
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.forum import Edition, HostRole, Room, Series, Side, Track
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentStatus,
    Party,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.packing import Planned
from forumdesk.domain.people import Image, Organization, Participation, Person
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.versions import Origin, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, words_in
from forumdesk.services import (
    editions,
    invitations,
    outcomes,
    packing,
    parts,
    passages,
    people,
    planning,
    publishing,
    seating,
    seats,
    terms,
    themes,
    vehicles,
    views,
)
from forumdesk.store.forumfile import ForumFile

PNG = b"\x89PNG\r\n\x1a\n and so on"


def en(text: str) -> Text:
    return Text.of(en=text)


def label(desk: ForumFile) -> str:
    """What the last step is called."""
    step = desk.undoable()
    assert step is not None
    return step.phrase.said(words_in("en"))


@dataclass(frozen=True)
class Small:
    """Names for what the tests speak of."""

    desk: ForumFile
    series: Series
    edition: Edition
    later: Edition
    ksia: Organization
    sia: Organization
    logo: Image
    hall: Room
    annex: Room
    track: Track
    side: Side
    opening: Session
    remarks: Session
    panel: Session
    minister: Person
    secretary: Person
    hong: Participation
    gina: Participation
    speech: Part
    mou: Agreement
    parties: list[Party]
    aims: list[Aim]
    signatories: list[Signatory]
    promise: Commitment
    message: Passage
    version: Version


def _printed_matter(desk: ForumFile, edition: str, session: str, of: tuple[str, str]) -> Passage:
    """What is kept of an edition for paper alone, with two of its participants."""
    first, second = of
    themes.copy_bundled(desk, "plain")
    message = passages.add_passage(
        desk, edition, PassageKind.MESSAGE, {"text": en("Welcome"), "participation": second}
    )
    passages.add_passage(desk, edition, PassageKind.EMERGENCY, {"text": en("911 | All")})
    car = vehicles.add_vehicle(desk, edition, en("VIP 1"), {"plate": "12가 3456"})
    vehicles.add_rider(desk, car.id, first)
    vehicles.add_rider(desk, car.id, second)
    vehicles.add_vehicle(desk, edition, en("VIP 2"), {})
    plan = seating.add_seating(
        desk, edition, {"title": en("Head table"), "session": session, "seats": 4}
    )
    seats.take_seat(desk, plan.id, first, table=1, number=1)
    seats.reserve_seat(desk, plan.id, en("Press"), table=1, number=2)
    return message


def small_forum(desk: ForumFile) -> Small:
    """Two editions of a series, the first with a session of two items, a panel and an MOU."""
    people.add_person(desk, names_from("Nobody Yet"), {})
    people.add_organization(desk, en("Nothing Yet"), {})
    other = editions.create_series(desk, en("No Editions Yet"), {})
    terms.add_term(desk, other.id, Text.of(ko="수율", en="yield"), {})
    views.save_view(desk, "participants", "Guests", "{}")
    logo = people.add_image(desk, PNG, (8, 8))
    ksia = people.add_organization(desk, Text.of(ko="한국반도체산업협회", en="KSIA"), {})
    ksia = people.change_organization(desk, ksia.id, {"logo": logo.id})
    sia = people.add_organization(desk, en("SIA"), {"country": "US"})
    series = editions.create_series(desk, Text.of(ko="반도체 포럼", en="Chip Forum"), {})
    editions.set_series_hosts(desk, series.id, [ksia.id, sia.id])
    edition = editions.add_edition(
        desk,
        series.id,
        {"first_day": date(2024, 6, 27), "timezone": "America/New_York"},
    )
    later = editions.add_edition(desk, series.id, {})
    editions.set_hosts(desk, edition.id, [ksia.id, sia.id], HostRole.CO_HOST)
    side = editions.add_side(desk, edition.id, en("Korea"), {"organization": ksia.id})
    hall = editions.add_room(desk, edition.id, en("Hall"), {"capacity": 200})
    annex = editions.add_room(desk, edition.id, en("Annex"), {})
    track = editions.add_track(desk, edition.id, en("Policy"), {"color": "#204060"})
    minister = people.add_person(desk, names_from("홍길동 (Gil-dong HONG)"), {})
    secretary = people.add_person(desk, names_from("Gina Raimondo"), {})
    hong = invitations.add_participation(
        desk, edition.id, minister.id, {"side": side.id, "organization": ksia.id}
    )
    gina = invitations.add_participation(desk, edition.id, secretary.id, {})
    opening = planning.add_session(
        desk,
        edition.id,
        {
            "title": Text.of(ko="개회식", en="Opening"),
            "kind": SessionKind.OPENING,
            "starts": datetime(2024, 6, 27, 9),
            "minutes": 30,
            "track": track.id,
        },
    )
    remarks = planning.add_session(
        desk,
        edition.id,
        {"title": en("Remarks"), "starts": datetime(2024, 6, 27, 9, 10), "minutes": 10},
        parent=opening.id,
    )
    planning.add_session(desk, edition.id, {"title": en("Greeting")}, parent=opening.id)
    panel = planning.add_session(desk, edition.id, {"title": en("Panel")})
    planning.set_rooms(desk, opening.id, [hall.id, annex.id])
    speech = parts.add_part(desk, remarks.id, gina.id, {"role": Role.OPENS})
    parts.add_part(desk, panel.id, hong.id, {"mode": Mode.READ, "reader": gina.id})
    mou = outcomes.add_agreement(desk, edition.id, en("MOU"), {"session": panel.id})
    parties = outcomes.set_parties(desk, mou.id, [ksia.id, sia.id])
    aims = outcomes.set_aims(desk, mou.id, [en("Share news"), en("Meet yearly")])
    signatories = outcomes.set_signatories(desk, mou.id, [hong.id], SignatoryRole.SIGNS)
    outcomes.change_signatory(desk, signatories[0].id, {"party": parties[0].id})
    outcomes.add_original(desk, mou.id, "ko", {"keeper": parties[0].id})
    promise = outcomes.add_commitment(
        desk,
        series.id,
        en("Open a centre"),
        {"edition": edition.id, "aim": aims[0].id, "session": panel.id},
    )
    outcomes.set_owners(desk, promise.id, [ksia.id], [secretary.id])
    outcomes.report_commitment(
        desk, promise.id, later.id, CommitmentStatus.ON_TRACK, fields={"text": en("Soon")}
    )
    message = _printed_matter(desk, edition.id, opening.id, (hong.id, gina.id))
    version = publishing.publish_version(desk, edition.id, "Final", note=en("To print"))
    pack = [Planned("program", copies=100), Planned("attendees", '{"reader": "door"}')]
    packing.fill_pack(desk, edition.id, pack)
    publishing.log_printing(desk, edition.id, "program", version=version.id, pages=8, copies=200)
    problem = Problem(
        "no-part", Severity.WARNING, Subject("session", panel.id), Phrase("No speaker")
    )
    publishing.acknowledge_problem(desk, edition.id, problem, "To be named")
    with desk.step("Check in"):
        desk.put(CheckIn(desk.new_id(), gina.id, desk.now()))
        desk.put(Origin(desk.new_id(), edition.id, "schedule:x", "1", "session", panel.id))
    return Small(
        desk,
        series,
        edition,
        later,
        ksia,
        sia,
        logo,
        hall,
        annex,
        track,
        side,
        opening,
        remarks,
        panel,
        minister,
        secretary,
        hong,
        gina,
        speech,
        mou,
        parties,
        aims,
        signatories,
        promise,
        message,
        version,
    )
