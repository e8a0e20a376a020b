# SPDX-License-Identifier: MIT
"""What every handout has, and the covers: titles, hosts, dates, place, stamp."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from forumdesk.domain.dates import date_range, stamp_time
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import EMPTY
from forumdesk.handouts.content import (
    NOTHING,
    BackCover,
    Cover,
    HostGroup,
    HostMark,
    Labels,
    Picture,
    Sheet,
    Stamp,
    Wording,
    affiliation,
)
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.dressing import cover_credit, design, has_heads

BY: dict[HostRole, tuple[str, str]] = {
    HostRole.HOST: T_("cover", "Hosted by"),
    HostRole.CO_HOST: T_("cover", "Co-hosted by"),
    HostRole.ORGANIZER: T_("cover", "Organized by"),
    HostRole.SPONSOR: T_("cover", "Sponsored by"),
    HostRole.SUPPORTER: T_("cover", "Supported by"),
}
"""What stands over hosts of a role."""
HOLDING = (HostRole.HOST, HostRole.CO_HOST, HostRole.ORGANIZER)
"""The roles of those who hold a forum, and do not only give to it."""
_PICTURE = T_("paper", "Picture on the cover")
_DRAFT = T_("paper", "Draft")
_LOGO = T_("paper", "Logo of {name}")
AGENDA_ONLINE = T_("paper", "Agenda online")


def sheet(setting: Setting, subject: tuple[str, str]) -> Sheet:
    """Titles, running heads and stamp of a handout; ``subject`` says what kind of sheet it is."""
    title = setting.text(setting.dossier.title)
    carried = design(setting.dossier, setting.options.theme)
    return Sheet(
        languages=setting.languages,
        title=title,
        subject=setting.say(subject),
        design=carried,
        logos=head_logos(setting) if has_heads(carried) else (),
        running=title,
        dates=dates(setting),
        place=place(setting),
        stamp=stamp(setting),
        labels=Labels(
            contents=setting.say(T_("paper", "Contents")),
            continued=setting.say(T_("paper", "continued")),
            page=setting.say(T_("paper", "Page")),
        ),
    )


def head_logos(setting: Setting) -> tuple[Picture, ...]:
    """The logos of those who hold the forum, in order: what stands over running heads."""
    marks = host_marks(setting, (host for host in setting.hosts if host.role in HOLDING))
    return tuple(mark.logo for mark in marks if mark.logo)


def cover(setting: Setting) -> Cover:
    """The front, with the edition's picture, which covers of some manners show."""
    edition = setting.dossier.edition
    picture = setting.picture(edition.cover, setting.say(_PICTURE))
    credit = cover_credit(design(setting.dossier, setting.options.theme)) if picture else EMPTY
    return Cover(
        title=setting.text(setting.dossier.title),
        slogan=setting.text(edition.slogan),
        hosts=host_groups(setting),
        dates=dates(setting),
        venue=setting.text(edition.venue),
        city=setting.text(edition.city),
        picture=picture,
        credit=setting.text(credit),
    )


def back_cover(setting: Setting) -> BackCover:
    """The back, with the link where the edition has one that can be printed."""
    link = web_link(setting.dossier.edition.link)
    return BackCover(
        title=setting.text(setting.dossier.title),
        dates=dates(setting),
        place=place(setting),
        hosts=host_groups(setting),
        link=link,
        link_label=setting.say(AGENDA_ONLINE) if link else NOTHING,
    )


def dates(setting: Setting) -> Wording:
    """The edition's days, else those its sessions are on; empty while there are none."""
    edition = setting.dossier.edition
    days = setting.dossier.days
    if not days:
        return NOTHING
    first = edition.first_day or days[0]
    last = max(edition.last_day or days[-1], first)
    return setting.by_language(lambda tag: date_range(first, last, tag))


def place(setting: Setting) -> Wording:
    """Venue and city in one line: "Willard Hotel, Washington, D.C.", "워싱턴 D.C. 윌러드 호텔"."""
    edition = setting.dossier.edition
    venue, city = setting.text(edition.venue), setting.text(edition.city)
    return setting.by_language(lambda tag: affiliation(venue, city, tag)[1])


def stamp(setting: Setting) -> Stamp:
    """The state the sheet shows: a version by its name, or the draft."""
    version, at = setting.imprint.version, setting.imprint.at
    if version is not None:
        name = ((setting.languages[0], version.name),)
        return Stamp(name, stamp_time(setting.local(version.at)), version.digest[:7])
    return Stamp(setting.say(_DRAFT), stamp_time(setting.local(at)) if at else "")


def host_groups(setting: Setting) -> tuple[HostGroup, ...]:
    """The hosts by role; where somebody is a co-host, all who host are so together."""
    hosts = setting.hosts
    together = any(host.role is HostRole.CO_HOST for host in hosts)
    groups: dict[HostRole, list[Host]] = {role: [] for role in HostRole}
    for host in hosts:
        hosting = host.role in (HostRole.HOST, HostRole.CO_HOST)
        groups[HostRole.CO_HOST if together and hosting else host.role].append(host)
    return tuple(
        HostGroup(setting.say(BY[role]), host_marks(setting, members))
        for role, members in groups.items()
        if members
    )


def web_link(link: str) -> str:
    """A link that may be printed and followed: http or https, else ``""``."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    return link.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def host_marks(setting: Setting, hosts: Iterable[Host]) -> tuple[HostMark, ...]:
    """Hosts by their names and logos."""
    bodies = [setting.dossier.organization[host.organization] for host in hosts]
    return tuple(
        HostMark(
            setting.text(body.name),
            setting.picture(body.logo, setting.say(_LOGO, name=body.name)),
        )
        for body in bodies
    )
