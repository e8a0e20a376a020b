# SPDX-License-Identifier: MIT
"""What can be done with participants chosen in a list: each takes the workspace and their ids.

Pages hang these into their menus; whatever asks for more does so through the window's messages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.inviting import Speeches
from forumdesk.domain.people import Invitation, Organization, Participation, Person, full_name
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.ui.messages import Question
from forumdesk.ui.workspace import Workspace

Run = Callable[[Workspace, Sequence[str]], object]


@frozen
class ForParticipants:
    """A command on chosen participants: marked text, icon, and whether it is on just one."""

    id: str
    text: str
    run: Run
    icon: str = ""
    one: bool = False


def today(work: Workspace) -> date:
    """The day it is where the edition meets."""
    dossier = work.dossier
    zone = known_zone(dossier.edition.timezone) if dossier else None
    return work.desk.now().astimezone(zone or ZoneInfo("UTC")).date()


def set_status(work: Workspace, ids: Sequence[str], status: Invitation) -> None:
    """Their invitations have come so far, today."""
    from forumdesk.services.invitations import set_statuses  # noqa: PLC0415 - when first used

    if ids:
        work.run(set_statuses, ids, status, today(work))


def send_deputy(work: Workspace, ids: Sequence[str]) -> None:
    """One of them does not come and sends somebody: whom, and what becomes of the speeches."""
    from forumdesk.services.inviting import send_deputy_named  # noqa: PLC0415

    words = work.words
    for id_ in ids[:1]:
        question = words("Who comes instead of {name}?", name=called(work, id_))
        typed = work.messages.ask_text(
            question, words("A name, as in “홍길동” or “Hong, Gil-dong”.")
        )
        if typed is None:
            return
        speeches = _ask_speeches(work, id_)
        if speeches is not None:
            work.run(send_deputy_named, id_, typed, today(work), speeches=speeches)


def _ask_speeches(work: Workspace, id: str) -> Speeches | None:
    dossier, words = work.dossier, work.words
    if dossier is None or all(part.participation != id for part in dossier.parts):
        return Speeches.LEFT
    answer = work.messages.ask(
        Question(
            words("What becomes of the parts in the program?"),
            words("They can be changed at any time."),
            (
                (Speeches.READ.value, words("The deputy &reads them")),
                (Speeches.TAKEN.value, words("The deputy &takes them over")),
                (Speeches.LEFT.value, words("&Leave them for now")),
            ),
        )
    )
    return Speeches(answer) if answer else None


def add_companion(work: Workspace, ids: Sequence[str]) -> None:
    """Somebody comes along with one of them."""
    from forumdesk.services.inviting import add_companion_named  # noqa: PLC0415

    words = work.words
    for id_ in ids[:1]:
        question = words("Who comes along with {name}?", name=called(work, id_))
        typed = work.messages.ask_text(
            question, words("A name, as in “홍길동” or “Hong, Gil-dong”.")
        )
        if typed is not None:
            work.run(add_companion_named, id_, typed)


def pin(work: Workspace, ids: Sequence[str]) -> None:
    """Put one of them at a place in the order of precedence, with a reason."""
    from forumdesk.domain.precedence import ranking  # noqa: PLC0415
    from forumdesk.services.ranking import pin as pin_at  # noqa: PLC0415

    words, dossier = work.words, work.dossier
    for id_ in ids[:1] if dossier else ():
        assert dossier is not None
        place = ranking(dossier).get(id_, 0)
        typed = work.messages.ask_text(
            words("Which place shall {name} have?", name=called(work, id_)),
            words(
                "It is {place} now; 1 comes first. A reason may follow: “3 speaks first”.",
                place=place,
            ),
        )
        if typed is None:
            return
        number, _, reason = typed.strip().partition(" ")
        if not number.isdecimal():
            refusal = N_("“{text}” is no place; it begins with a number.")
            work.messages.refuse(ForumDeskError(refusal, text=typed[:60]))
            return
        work.run(pin_at, id_, int(number[:6]), reason.strip())


def unpin(work: Workspace, ids: Sequence[str]) -> None:
    """Let them stand where the rules put them."""
    from forumdesk.services.ranking import unpin as let_go  # noqa: PLC0415

    for id_ in ids:
        work.run(let_go, id_)


def move_before(work: Workspace, id: str, before: str | None, reason: str = "") -> None:
    """One was dragged before another, or to the end."""
    from forumdesk.services.ranking import move_in_order  # noqa: PLC0415

    work.run(move_in_order, work.edition, id, before, reason=reason)


def move_up(work: Workspace, *_: object) -> None:
    """Invite from the waiting list whoever a seat is left for."""
    from forumdesk.services.inviting import move_up as move  # noqa: PLC0415

    done, moved = work.done(move, work.edition)
    if done:
        count, words = len(moved or ()), work.words
        said = words.plural(
            "{count} person moved up the waiting list.",
            "{count} people moved up the waiting list.",
            count,
        )
        work.messages.tell(said if count else words("Nobody could move up: no seat is left."))


def called(work: Workspace, id: str) -> str:
    """The name of a participant, or of the body whose seat it is."""
    found = work.desk.find(Participation, id=id)
    if not found:
        return "…"
    people = work.desk.find(Person, id=found[0].person)
    if people:
        return full_name(people[0], work.words.language) or "…"
    bodies = work.desk.find(Organization, id=found[0].organization)
    return work.words.text(bodies[0].name) if bodies else "…"


def _sets(status: Invitation, text: str) -> ForParticipants:
    return ForParticipants(
        f"status.{status.value}", text, lambda work, ids: set_status(work, ids, status)
    )


STATUSES: tuple[ForParticipants, ...] = (
    _sets(Invitation.PROPOSED, N_("Proposed")),
    _sets(Invitation.INVITED, N_("Invited")),
    _sets(Invitation.ACCEPTED, N_("Accepted")),
    _sets(Invitation.TENTATIVE, N_("Accepted tentatively")),
    _sets(Invitation.DECLINED, N_("Declined")),
    _sets(Invitation.CANCELLED, N_("Cancelled")),
    _sets(Invitation.WAITLISTED, N_("On the waiting list")),
)
"""Setting the status of those chosen; a menu of its own."""
COMMANDS: tuple[ForParticipants, ...] = (
    ForParticipants("deputy", N_("Send a deput&y…"), send_deputy, "person", one=True),
    ForParticipants("companion", N_("Add a co&mpanion…"), add_companion, "plus", one=True),
    ForParticipants("pin", N_("P&in in the order of precedence…"), pin, "lock", one=True),
    ForParticipants("unpin", N_("Order &by the rules"), unpin, "list"),
)
"""What else can be done with them."""
GROUPS: Mapping[str, tuple[ForParticipants, ...]] = {"status": STATUSES, "more": COMMANDS}
