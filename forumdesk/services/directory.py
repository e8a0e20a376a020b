# SPDX-License-Identifier: MIT
"""The directory of a secretariat: pictures, offices that go on, doubles made one.

Of two records that are one, the other's are moved to the one that is kept; a field that is empty
there is filled, and nothing that stands there is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from forumdesk.domain.agenda import Part
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, EditionState, Host, SeriesHost
from forumdesk.domain.ids import (
    OrganizationId,
    OrganizationName,
    ParticipationChanges,
    ParticipationId,
    PersonId,
)
from forumdesk.domain.merging import merged
from forumdesk.domain.outcomes import Agreement, CommitmentOwner, Party, Signatory
from forumdesk.domain.people import (
    CardPrint,
    Distinction,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.places import Rider, Seat
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.records import Record
from forumdesk.domain.references import references_of, references_to
from forumdesk.domain.validity import changed
from forumdesk.domain.versions import Origin, Printing
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import called, change, keep, participant_called, person_called
from forumdesk.services.people import (
    add_image,
    change_organization,
    change_person,
    remove_organization,
    remove_person,
)

R = TypeVar("R", bound=Record)


def set_photo(desk: Desk, person: PersonId, data: bytes, size: tuple[int, int]) -> Person:
    """Give a person a portrait, re-encoded before; ``size`` in pixels."""
    record = desk.get(Person, person)
    with desk.step(N_("Set the photo of {name}"), name=person_called(record)):
        return change_person(desk, person, {"photo": add_image(desk, data, size).id})


def set_logo(
    desk: Desk, organization: OrganizationId, data: bytes, size: tuple[int, int]
) -> Organization:
    """Give an organization a logo, re-encoded before; ``size`` in pixels."""
    record = desk.get(Organization, organization)
    with desk.step(N_("Set the logo of {name}"), name=called(record.name)):
        return change_organization(desk, organization, {"logo": add_image(desk, data, size).id})


def set_parent_named(
    desk: Desk, organization: OrganizationId, typed: OrganizationName
) -> Organization:
    """Put an organization under the one called so in any language; under none for ``""``.

    Raises ``ForumDeskError`` if there is no such organization.
    """
    record = desk.get(Organization, organization)
    found = _organization_named(desk, typed) if fold(typed) else None
    with desk.step(N_("Change {name}"), name=called(record.name)):
        return change_organization(desk, organization, {"parent": found})


def merge_organization_named(
    desk: Desk, kept: OrganizationId, typed: OrganizationName
) -> Organization:
    """Make the organization called so in any language one with this one, which stays.

    Raises ``ForumDeskError`` if there is no such organization, and as ``merge_organizations``.
    """
    return merge_organizations(desk, kept, _organization_named(desk, typed, other_than=kept))


def _organization_named(desk: Desk, typed: str, *, other_than: str = "") -> str:
    """The id of the organization of a name; of several the first that is another one."""
    wanted = fold(typed)
    found = [
        body.id
        for body in desk.find(Organization)
        if wanted in map(fold, (*body.name.values(), *body.short.values(), *body.aliases))
    ]
    if not wanted or not found:
        raise ForumDeskError(N_("There is no organization “{name}” yet."), name=typed.strip())
    return next((each for each in found if each != other_than), found[0])


def carry_office_on(desk: Desk, participation: ParticipationId, held: ParticipationChanges) -> None:
    """Take a changed office or organization on from this edition.

    Later editions of the same series that are not over take what stands in this one, where the
    person still stands there with what was ``held`` before; what was printed of earlier ones
    stays true.
    """
    record = desk.get(Participation, participation)
    changed(record, held)  # refuses what is no field of a participation
    with desk.step(N_("Change the office of {name}"), name=participant_called(desk, record)):
        for later in later_participations(desk, record):
            own = {
                field: getattr(record, field)
                for field, before in held.items()
                if getattr(later, field) == before
            }
            if own:
                change(desk, later, own)


def later_participations(desk: Desk, record: Participation) -> list[Participation]:
    """Where a person takes part after an edition, in the same series, as far as it is not over."""
    if record.person is None:
        return []
    edition = desk.get(Edition, record.edition)
    later = {
        other.id
        for other in desk.find(Edition, series=edition.series)
        if other.state is not EditionState.CLOSED and _is_after(other, edition)
    }
    found = desk.find(Participation, person=record.person)
    return [participation for participation in found if participation.edition in later]


def _is_after(edition: Edition, other: Edition) -> bool:
    if edition.first_day and other.first_day:
        return edition.first_day > other.first_day
    return (edition.number or 0) > (other.number or 0)


def tell_apart(desk: Desk, one: PersonId, other: PersonId) -> None:
    """Note that two persons who look like one are two, so that nobody is asked again."""
    names = [person_called(desk.get(Person, person)) for person in (one, other)]
    with desk.step(N_("Keep {one} and {other} apart"), one=names[0], other=names[1]):
        pairs = ({"one": one, "other": other}, {"one": other, "other": one})
        if not any(desk.count(Distinction, **pair) for pair in pairs):
            keep(desk, Distinction(desk.new_id(), one, other))


def merge_people(desk: Desk, kept: PersonId, gone: PersonId) -> Person:
    """Make two persons one: what the second has goes to the first, in every edition.

    Where both take part in an edition, the two participations become one.
    """
    first, second = desk.get(Person, kept), desk.get(Person, gone)
    _check_two(first.id, second.id)
    with desk.step(N_("Merge {name} into one person"), name=person_called(first)):
        for mark in (*desk.find(Distinction, one=gone), *desk.find(Distinction, other=gone)):
            desk.remove(Distinction, mark.id)
        mine = {p.edition: p for p in desk.find(Participation, person=kept)}
        for theirs in desk.find(Participation, person=gone):
            if theirs.edition in mine:
                _join(desk, mine[theirs.edition], theirs)
        contacts = tuple(dict.fromkeys((*first.contacts, *second.contacts)))
        keep(desk, replace(_filled(first, second), contacts=contacts))
        _point_to(desk, second, first.id)
        remove_person(desk, gone)
        return desk.get(Person, kept)


def merge_organizations(desk: Desk, kept: OrganizationId, gone: OrganizationId) -> Organization:
    """Make two organizations one; the names of the second become further names of the first.

    Refused where both are party to one agreement.
    """
    first, second = desk.get(Organization, kept), desk.get(Organization, gone)
    _check_two(first.id, second.id)
    with desk.step(N_("Merge {name} into one organization"), name=called(first.name)):
        names = (*first.aliases, *second.name.values(), *second.short.values(), *second.aliases)
        known = {*first.name.values(), *first.short.values()}
        aliases = tuple(name for name in dict.fromkeys(names) if name not in known)
        parent = first.parent or second.parent
        parent = None if parent in (kept, gone) else parent
        _point_to(desk, second, first.id)
        keep(desk, replace(_filled(first, second), aliases=aliases, parent=parent))
        remove_organization(desk, gone)
        return desk.get(Organization, kept)


def _check_two(one: str, other: str) -> None:
    if one == other:
        raise ForumDeskError(N_("It takes two to be made one; nothing was changed."))


def _join(desk: Desk, mine: Participation, theirs: Participation) -> None:
    """Two participations of one person in one edition become the first."""
    _point_to(desk, theirs, mine.id)
    merged = _filled(desk.get(Participation, mine.id), theirs)
    for field in ("deputy_for", "companion_of"):
        if getattr(merged, field) in (mine.id, theirs.id):
            own: dict[str, Any] = {field: None}
            merged = replace(merged, **own)
    keep(desk, merged)
    remove_whole(desk, desk.get(Participation, theirs.id))


def _filled(first: R, second: R) -> R:
    """The first with what only the second says; which record it is stays as it is."""
    pointing = {reference.field for reference in references_of(type(first))}
    filled = {"photo", "logo", "organization", "side"}
    fixed = {"id", "number", "status", "status_on", "history", *(pointing - filled)}
    said = {f.name: getattr(second, f.name) for f in fields(second) if f.name not in fixed}
    return merged(first, said, None)[0]


def _point_to(desk: Desk, gone: Record, kept: str) -> None:
    """Let what points to a record point to another; what then says the same twice goes."""
    for reference in references_to(type(gone)):
        for holder in desk.find(reference.kind, **{reference.field: gone.id}):
            there = holder.id == kept
            moved: Any = replace(holder, **{reference.field: None if there else kept})
            if not _is_there(desk, moved):
                desk.put(moved)
            elif isinstance(holder, Party):
                agreement = called(desk.get(Agreement, holder.agreement).title)
                message = N_("Both are party to “{title}”; nothing was changed.")
                raise ForumDeskError(message, title=agreement)
            else:
                remove_whole(desk, holder)
    for origin in desk.find(Origin, record=gone.id):
        desk.put(replace(origin, record=kept))
    _ask_for(desk, gone, kept)


def _ask_for(desk: Desk, gone: Record, kept: str) -> None:
    """Sheets that were asked for with a record, as a host's own copy, are with another."""
    for sheet in desk.find(PackSheet):
        if gone.id in sheet.options:
            moved = replace(sheet, options=sheet.options.replace(gone.id, kept))
            if _is_there(desk, moved):
                remove_whole(desk, sheet)
            else:
                desk.put(moved)
    for printing in desk.find(Printing):
        if gone.id in printing.options:
            desk.put(replace(printing, options=printing.options.replace(gone.id, kept)))


# Members of a set that has each but once: what they belong to, and what tells them apart.
_ONCE: Mapping[type[Any], tuple[str, ...]] = {
    SeriesHost: ("series", "organization"),
    Host: ("edition", "organization", "role"),
    Party: ("agreement", "organization"),
    CommitmentOwner: ("commitment", "organization", "person"),
    Quota: ("edition", "side", "organization"),
    Signatory: ("agreement", "participation"),
    Part: ("session", "participation", "role"),
    CardPrint: ("participation", "handout"),
    Rider: ("vehicle", "participation"),
    Seat: ("seating", "participation"),
    PackSheet: ("edition", "handout", "options"),
}


def _is_there(desk: Desk, record: Record) -> bool:
    """Whether the set that a record is a member of has it already."""
    telling = _ONCE.get(type(record))
    if telling is None:
        return False
    same = desk.find(type(record), **{field: getattr(record, field) for field in telling})
    return any(other.id != record.id for other in same)
