# SPDX-License-Identifier: MIT
"""What states, kinds and roles are called, as messages to be said in any language."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.agenda import Mode, Role, SessionKind, SessionStatus, Visibility
from forumdesk.domain.forum import EditionState, HostRole
from forumdesk.domain.outcomes import AgreementState, CommitmentStatus, SignatoryRole
from forumdesk.domain.people import Invitation, OrganizationKind
from forumdesk.domain.printed import PassageKind
from forumdesk.domain.words import Words


def T_(context: str, message: str) -> tuple[str, str]:  # noqa: N802 - gettext's way of marking
    """Mark a message of a context for the catalogues."""
    return (context, message)


_TERMS: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (SessionKind.REGISTRATION, T_("session", "Registration")),
    (SessionKind.OPENING, T_("session", "Opening")),
    (SessionKind.REMARKS, T_("session", "Remarks")),
    (SessionKind.KEYNOTE, T_("session", "Keynote")),
    (SessionKind.PRESENTATION, T_("session", "Presentation")),
    (SessionKind.PANEL, T_("session", "Panel")),
    (SessionKind.DISCUSSION, T_("session", "Discussion")),
    (SessionKind.SIGNING, T_("session", "Signing")),
    (SessionKind.PHOTO, T_("session", "Photo")),
    (SessionKind.BREAK, T_("session", "Break")),
    (SessionKind.LUNCHEON, T_("session", "Luncheon")),
    (SessionKind.RECEPTION, T_("session", "Reception")),
    (SessionKind.DINNER, T_("session", "Dinner")),
    (SessionKind.SITE_VISIT, T_("session", "Site visit")),
    (SessionKind.BILATERAL, T_("session", "Bilateral meeting")),
    (SessionKind.PRESS_BRIEFING, T_("session", "Press briefing")),
    (SessionKind.INTERNAL, T_("session", "Internal")),
    (SessionKind.CLOSING, T_("session", "Closing")),
    (Role.OPENS, T_("role", "Opening remarks")),
    (Role.WELCOMES, T_("role", "Welcome remarks")),
    (Role.CONGRATULATES, T_("role", "Congratulatory remarks")),
    (Role.KEYNOTE, T_("role", "Keynote")),
    (Role.CHAIRS, T_("role", "Chair")),
    (Role.MODERATES, T_("role", "Moderator")),
    (Role.PRESENTS, T_("role", "Presentation")),
    (Role.DISCUSSES, T_("role", "Discussion")),
    (Role.SIGNS, T_("role", "Signing")),
    (Role.WITNESSES, T_("role", "Witness")),
    (Role.INTERPRETS, T_("role", "Interpretation")),
    (Role.HOSTS_TABLE, T_("role", "Table host")),
    (Role.MC, T_("role", "MC")),
    (Role.CLOSES, T_("role", "Closing remarks")),
    (Role.SPEAKS, T_("role", "Speaker")),
    (Mode.IN_PERSON, T_("mode", "in person")),
    (Mode.VIDEO, T_("mode", "by video")),
    (Mode.READ, T_("mode", "read out")),
    (SessionStatus.DRAFT, T_("status", "Draft")),
    (SessionStatus.CONFIRMED, T_("status", "Confirmed")),
    (SessionStatus.CANCELLED, T_("status", "Cancelled")),
    (Visibility.PUBLIC, T_("visibility", "Public")),
    (Visibility.INVITED, T_("visibility", "By invitation")),
    (Visibility.PRESS, T_("visibility", "Press")),
    (Visibility.CLOSED, T_("visibility", "Closed")),
    (Visibility.INTERNAL, T_("visibility", "Internal")),
    (EditionState.PLANNED, T_("edition", "Planned")),
    (EditionState.ANNOUNCED, T_("edition", "Announced")),
    (EditionState.RUNNING, T_("edition", "Running")),
    (EditionState.CLOSED, T_("edition", "Closed")),
    (HostRole.HOST, T_("host", "Host")),
    (HostRole.CO_HOST, T_("host", "Co-host")),
    (HostRole.ORGANIZER, T_("host", "Organizer")),
    (HostRole.SPONSOR, T_("host", "Sponsor")),
    (HostRole.SUPPORTER, T_("host", "Supporter")),
    (PassageKind.MESSAGE, T_("passage", "Welcome message")),
    (PassageKind.SPONSORS, T_("passage", "Sponsors")),
    (PassageKind.EMERGENCY, T_("passage", "In an emergency")),
    (PassageKind.IMPRINT, T_("passage", "Imprint")),
    (PassageKind.OTHER, T_("passage", "Further text")),
    (Invitation.PROPOSED, T_("invitation", "Proposed")),
    (Invitation.INVITED, T_("invitation", "Invited")),
    (Invitation.ACCEPTED, T_("invitation", "Accepted")),
    (Invitation.TENTATIVE, T_("invitation", "Tentative")),
    (Invitation.DECLINED, T_("invitation", "Declined")),
    (Invitation.CANCELLED, T_("invitation", "Cancelled")),
    (Invitation.WAITLISTED, T_("invitation", "Waitlisted")),
    (OrganizationKind.ASSOCIATION, T_("organization", "Association")),
    (OrganizationKind.MINISTRY, T_("organization", "Ministry")),
    (OrganizationKind.AGENCY, T_("organization", "Agency")),
    (OrganizationKind.COMPANY, T_("organization", "Company")),
    (OrganizationKind.UNIVERSITY, T_("organization", "University")),
    (OrganizationKind.INSTITUTE, T_("organization", "Institute")),
    (OrganizationKind.PRESS, T_("organization", "Press")),
    (OrganizationKind.EMBASSY, T_("organization", "Embassy")),
    (OrganizationKind.OTHER, T_("organization", "Other")),
    (AgreementState.DRAFT, T_("agreement", "Draft")),
    (AgreementState.AGREED, T_("agreement", "Agreed")),
    (AgreementState.SIGNED, T_("agreement", "Signed")),
    (AgreementState.IN_FORCE, T_("agreement", "In force")),
    (AgreementState.ENDED, T_("agreement", "Ended")),
    (SignatoryRole.SIGNS, T_("signatory", "Signs")),
    (SignatoryRole.WITNESSES, T_("signatory", "Witness")),
    (SignatoryRole.HANDS_OVER, T_("signatory", "Hands over")),
    (CommitmentStatus.OPEN, T_("commitment", "Open")),
    (CommitmentStatus.ON_TRACK, T_("commitment", "On track")),
    (CommitmentStatus.LATE, T_("commitment", "Late")),
    (CommitmentStatus.DONE, T_("commitment", "Done")),
    (CommitmentStatus.DROPPED, T_("commitment", "Dropped")),
)
# Members of different enumerations with one value are equal strings: the type tells them apart.
_BY_TYPE = {(type(member), member.value): term for member, term in _TERMS}


def term(member: StrEnum, words: Words) -> str:
    """What a state, kind or role is called in the language of ``words``."""
    context, message = _BY_TYPE[type(member), member.value]
    return words.context(context, message)
