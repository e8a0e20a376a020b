# SPDX-License-Identifier: MIT
"""Every kind of record there is, in an order in which each follows what it points to."""

from __future__ import annotations

from typing import TypeAlias, get_args

from forumdesk.domain import agenda, forum, outcomes, people, versions

Record: TypeAlias = (
    people.Image
    | people.Organization
    | people.Person
    | forum.Series
    | forum.SeriesHost
    | forum.Edition
    | forum.Host
    | forum.Side
    | forum.Room
    | forum.Track
    | people.Participation
    | agenda.Session
    | agenda.SessionRoom
    | agenda.Part
    | agenda.CheckIn
    | outcomes.Agreement
    | outcomes.Party
    | outcomes.Aim
    | outcomes.Signatory
    | outcomes.Original
    | outcomes.Commitment
    | outcomes.CommitmentOwner
    | outcomes.Report
    | versions.Version
    | versions.Printing
    | versions.Acknowledgement
    | versions.Origin
)

KINDS: tuple[type[Record], ...] = get_args(Record)
