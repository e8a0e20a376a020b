# SPDX-License-Identifier: MIT
"""Data formats beside the handouts."""

from __future__ import annotations

from forumdesk.domain.words import N_
from forumdesk.handouts.kinds import DataFormat
from forumdesk.handouts.shelves.sets import MESSAGES, OF_PAGES, OF_PROGRAMS, OF_TABLES

FORMATS: tuple[DataFormat, ...] = (
    DataFormat(
        "pack",
        "PDF",
        N_("The handout pack: every ticked sheet, a cover list, and files to print at one go."),
        ("version", "changed"),
        folder=True,
        ending="pdf",
    ),
    DataFormat("json", "JSON", N_("Everything in the forum file, for other programs.")),
    DataFormat(
        "csv",
        "CSV",
        N_("The participants of an edition, for any spreadsheet; read again without a loss."),
        OF_TABLES,
    ),
    DataFormat(
        "xlsx", "Excel", N_("The participants of an edition, ready to be filtered."), OF_TABLES
    ),
    DataFormat(
        "vcf", "vCard", N_("The people of an edition, for address books."), ("audience", "vcard")
    ),
    DataFormat(
        "ics",
        "iCalendar",
        N_("The agenda for calendars and telephones; or the editions of a series, as days."),
        ("languages", "day", "room", "person", "audience", "version", "series", "suggested"),
    ),
    DataFormat(
        "reminders",
        "iCalendar",
        N_("When open commitments are due, for calendars, with reminders before."),
        ("languages", "series", "owner", "days_before"),
        ending="ics",
    ),
    DataFormat(
        "eml",
        "E-mail",
        N_("Letters as messages in a folder, to be sent with a mail program."),
        MESSAGES,
        folder=True,
    ),
    DataFormat(
        "schedule.xml",
        "schedule.xml",
        N_("The program, for the schedule apps and video teams of conferences."),
        OF_PROGRAMS,
    ),
    DataFormat(
        "schedule.json",
        "schedule.json",
        N_("The same as JSON, with biographies, roles and all that the source said besides."),
        OF_PROGRAMS,
    ),
    DataFormat(
        "html",
        "HTML",
        N_("The program as one page for any browser: in all languages, for phones, to be printed."),
        OF_PAGES,
    ),
    DataFormat(
        "theme",
        "TOML",
        N_("A theme of the forum file’s own, to be taken into other files."),
        ("theme",),
        ending="theme.toml",
    ),
)
