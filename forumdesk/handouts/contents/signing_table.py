# SPDX-License-Identifier: MIT
"""The sheet for the signing table: who sits where, flags, folders, turns, the photograph.

All is told as the audience sees it, from left to right. The guest sits at the right of the host,
which is left as seen from the audience; further parties beside them in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.agenda import Session
from forumdesk.domain.dates import date_long
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import language_name, state_name
from forumdesk.domain.outcomes import Agreement, Party, Signatory, SignatoryRole
from forumdesk.domain.precedence import in_order
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.lines import introduced, name_of
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.contents.signing import (
    NO_AGREEMENT,
    TO_BE_NAMED,
    asked_for,
    body_of_party,
    having,
    host_party,
    languages_kept,
    parties_in_order,
    refuse_unknown,
    seat_of,
    session_of,
)
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.signing import (
    Figure,
    Seat,
    SigningTable,
    SigningTableContent,
    TableHeads,
    Turn,
)
from forumdesk.handouts.taking import as_signing_table

TABLE = T_("handout", "Signing table")
_TURN = T_("paper", "Round {number}")
_COPY_OF = T_("paper", "Copy of {party}")
_FOLDER = T_("paper", "Copy of {party}: {languages}")
_FLAG = T_("paper", "Flag of {country}")
_OWN_FLAG = T_("paper", "Flag of {party}")
_FLAGS = T_("paper", "Flags behind the seats, from left to right: {names}")
_FOLDERS = T_("paper", "Folder at the seat of {party}: {languages}, checked page by page")
_PENS = T_("paper", "{count} pens at the seats, tried on the paper of the copies, one in reserve")
_CARDS = T_("paper", "Name cards: {names}")
_HANDING = T_("paper", "Handing over: {names}")
_STAMP = T_("paper", "Seal pad for the Korean seals")


def signing_table_content(
    dossier: Dossier, options: Options, imprint: Imprint
) -> SigningTableContent:
    """A page for every agreement asked for; raises ``ForumDeskError`` for one there is not."""
    setting = refuse_unknown(Setting(dossier, as_signing_table(options), imprint))
    return stamped(_content, setting)


def _content(setting: Setting) -> SigningTableContent:
    return SigningTableContent(
        sheet=sheet(setting, TABLE),
        heads=TableHeads(
            flags=setting.say(T_("paper", "Flags")),
            behind=setting.say(T_("paper", "Hands over")),
            seats=setting.say(T_("paper", "Signs")),
            folders=setting.say(T_("paper", "Folder")),
            audience=setting.say(T_("paper", "Audience and press")),
            turns=setting.say(T_("paper", "Signing and exchange")),
            photo=setting.say(T_("paper", "Photograph, from left to right")),
            checklist=setting.say(T_("paper", "Before the doors open")),
        ),
        tables=tuple(_table(setting, agreement) for agreement in asked_for(setting)),
        nothing=setting.say(NO_AGREEMENT),
    )


def seated(setting: Setting, agreement: Agreement) -> list[Party]:
    """The parties as they sit, from left to right for the audience.

    The next party sits at the right hand of the host, which is left for the audience, the one
    after it at the left hand, and so on outwards.
    """
    parties = parties_in_order(setting, agreement)
    host = host_party(setting, parties)
    line = [host] if host else []
    for n, party in enumerate(party for party in parties if party is not host):
        line.insert(0 if n % 2 == 0 else len(line), party)
    return line


def _table(setting: Setting, agreement: Agreement) -> SigningTable:
    line = seated(setting, agreement)
    session = session_of(setting, agreement)
    signing = having(setting, agreement, SignatoryRole.SIGNS, line)
    return SigningTable(
        anchor=f"agreement-{agreement.id}",
        title=setting.text(agreement.title),
        when=_when(setting, session) if session else NOTHING,
        seats=tuple(_seat(setting, agreement, party) for party in line),
        turns=tuple(_turns(setting, line)),
        figures=tuple(_figures(setting, agreement, signing)),
        checks=tuple(_checks(setting, agreement, line)),
        notes=tuple((tag, blocks(agreement.notes)) for tag in setting.languages[:1])
        if agreement.notes
        else (),
    )


def _when(setting: Setting, session: Session) -> Wording:
    """Day, time, room and title of the session."""
    day, starts = setting.dossier.day_of(session), session.starts
    rooms = setting.dossier.rooms_of(session)
    clock = f" {starts:%H:%M}" if starts else ""

    def said(tag: str) -> str:
        found = (
            date_long(day, tag) + clock if day else "",
            ", ".join(room.name.best((tag,)) for room in rooms),
            session.title.best((tag,)),
        )
        return " · ".join(filter(None, found))

    return setting.by_language(said)


def _seat(setting: Setting, agreement: Agreement, party: Party) -> Seat:
    body = body_of_party(setting, party)
    signing = _of(setting, agreement, SignatoryRole.SIGNS, party)
    behind = _of(setting, agreement, SignatoryRole.HANDS_OVER, party)
    found = seat_of(setting, signing[0]) if signing else None
    return Seat(
        flag=_flag(setting, party),
        party=setting.text(body.name),
        name=_names(setting, signing),
        office=setting.text(found.office) if found and len(signing) == 1 else NOTHING,
        behind=_names(setting, behind),
        folder=setting.say(
            _FOLDER,
            party=_called(setting, party),
            languages=_languages(setting, languages_kept(setting, agreement, party)),
        ),
    )


def _flag(setting: Setting, party: Party) -> Wording:
    """The flag at a seat: that of the party's state; its own where it is of none that is known."""
    country = body_of_party(setting, party).country
    if not country:
        return setting.say(_OWN_FLAG, party=_called(setting, party))
    tags = (*setting.languages, "en")
    return setting.say(
        _FLAG, country=Text.of({tag: state_name(country, tag, article=True) for tag in tags})
    )


def _state(setting: Setting, party: Party) -> Text:
    """Whose flag it is, in a list."""
    country = body_of_party(setting, party).country
    if not country:
        return _called(setting, party)
    return Text.of({tag: state_name(country, tag) for tag in (*setting.languages, "en")})


def _of(
    setting: Setting, agreement: Agreement, role: SignatoryRole, party: Party
) -> list[Signatory]:
    return [one for one in having(setting, agreement, role) if one.party == party.id]


def _names(setting: Setting, people: Sequence[Signatory]) -> Wording:
    named = [name for one in people if (name := name_of(setting, seat_of(setting, one)))]
    if not named:
        return setting.say(TO_BE_NAMED)
    return setting.joined((Text.of(dict(name)) for name in named), ", ")


def _called(setting: Setting, party: Party) -> Text:
    """A party by its whole name: on this sheet it has but one."""
    return body_of_party(setting, party).name


def _languages(setting: Setting, tags: Sequence[str]) -> Text:
    """Languages by name, in each of the sheet's languages."""
    said = {
        reader: ", ".join(language_name(tag, reader) for tag in tags)
        for reader in (*setting.languages, "en")
    }
    return Text.of(said)


def _turns(setting: Setting, line: Sequence[Party]) -> Iterator[Turn]:
    """Each signs its own copy first; then the folders move on by one seat until all came round."""
    for number in range(len(line)):
        moved = [line[(n - number) % len(line)] for n in range(len(line))]
        folders = (setting.say(_COPY_OF, party=_called(setting, party)) for party in moved)
        yield Turn(setting.say(_TURN, number=number + 1), tuple(folders))


def _figures(
    setting: Setting, agreement: Agreement, signing: Sequence[Signatory]
) -> Iterator[Figure]:
    """Who signs in the centre, as they sit; witnesses by precedence outwards, the first at left."""
    found = (seat_of(setting, one) for one in having(setting, agreement, SignatoryRole.WITNESSES))
    ranked = in_order(setting.dossier, [one for one in found if one])
    left, right = ranked[0::2], ranked[1::2]
    for one in reversed(left):
        yield Figure(introduced(setting, one))
    for signatory in signing:
        yield Figure(introduced(setting, seat_of(setting, signatory)), signs=True)
    for one in right:
        yield Figure(introduced(setting, one))


def _checks(setting: Setting, agreement: Agreement, line: Sequence[Party]) -> Iterator[Wording]:
    """What is looked at before the doors open."""
    if not line:
        return
    yield setting.say(_FLAGS, names=_listed(setting, (_state(setting, party) for party in line)))
    for party in line:
        kept = languages_kept(setting, agreement, party)
        yield setting.say(
            _FOLDERS, party=_called(setting, party), languages=_languages(setting, kept)
        )
    yield setting.say(_PENS, count=len(line) + 1)
    people = [one for party in line for one in _of(setting, agreement, SignatoryRole.SIGNS, party)]
    if any(name_of(setting, seat_of(setting, one)) for one in people):
        yield setting.say(_CARDS, names=Text.of(dict(_names(setting, people))))
    behind = having(setting, agreement, SignatoryRole.HANDS_OVER, line)
    if behind:
        yield setting.say(_HANDING, names=Text.of(dict(_names(setting, behind))))
    if any(body_of_party(setting, party).country == "KR" for party in line):
        yield setting.say(_STAMP)


def _listed(setting: Setting, names: Iterator[Text] | Sequence[Text]) -> Text:
    found = list(names)
    said = {
        tag: ", ".join(name.best((tag, *setting.languages)) for name in found)
        for tag in (*setting.languages, "en")
    }
    return Text.of(said)
