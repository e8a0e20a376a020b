# SPDX-License-Identifier: MIT
"""Letters out of the window: as PDF, as messages in a folder, into a mail program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Invitation, LetterPurpose, Participation
from forumdesk.domain.words import Phrase
from forumdesk.exchange.mail import batches, eml_files, mailto
from forumdesk.handouts.catalogue import LETTERS, pdf_name
from forumdesk.handouts.contents.letters import Mailing
from forumdesk.handouts.folders import write_folder
from forumdesk.handouts.naming import file_name, free_name, write_whole
from forumdesk.handouts.result import Rendered
from forumdesk.services.invitations import set_statuses
from forumdesk.ui.inviting.commands import today
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.workspace import Workspace

PLACE = "letters"  # where the press sets them
# What those who were written to have become by it.
_BECOME = {LetterPurpose.INVITATION: Invitation.INVITED}


class Posting(QObject):
    """Writes what a mailing says where the user wants it, and tells of it."""

    def __init__(self, work: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._path: Path | None = None
        self._mailing: Mailing | None = None
        self._batch = 0
        work.press.made.connect(self._made)
        work.press.failed.connect(self._failed)

    def save_paper(self, mailing: Mailing) -> None:
        """Ask where, then have the letters set and written there."""
        work, words = self._work, self._work.words
        name = pdf_name(mailing.dossier, LETTERS, mailing.options.purpose)
        path = work.messages.save_path(words("Export PDF"), self._work.folder / name, "PDF (*.pdf)")
        if path is None:
            return
        self._path, self._mailing = path if path.suffix else path.with_suffix(".pdf"), mailing
        order = Order(LETTERS, mailing.dossier, mailing.options, mailing.imprint)
        work.press.make(PLACE, order)

    def _made(self, place: str, rendered: Rendered) -> None:
        if place != PLACE or self._path is None or self._mailing is None:
            return
        path, mailing, self._path = self._path, self._mailing, None
        try:
            write_whole(path, rendered.data)
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            return
        self._written(path, mailing, [one for one in mailing.those if one.person])

    def _failed(self, place: str, phrase: Phrase) -> None:
        if place == PLACE and self._path is not None:
            self._path = None
            self._work.messages.refuse(ForumDeskError(phrase.message, **dict(phrase.values)))

    def save_messages(self, mailing: Mailing) -> None:
        """Ask for a new folder, and write a message to everybody into it."""
        work, words = self._work, self._work.words
        title = mailing.dossier.title.best((words.language, *mailing.dossier.languages))
        name = file_name(title, mailing.options.purpose, ending="eml").removesuffix(".eml")
        suggested = free_name(self._work.folder, name)
        path = work.messages.save_path(words("A new folder for the e-mails"), suggested, "")
        if path is None:
            return
        made = list(mailing.messages())
        try:
            write_folder(path, eml_files((message for _, message in made), file_name))
        except ForumDeskError as error:
            work.messages.refuse(error)
            return
        self._written(path, mailing, [one for one, _ in made])

    def mail_one(self, mailing: Mailing, one: Participation) -> None:
        """Open the mail program with the letter to somebody."""
        message = mailing.message(one)
        if message is None:
            return
        try:
            link = mailto(message)
        except ForumDeskError as error:
            why = [each.why for each in mailing.no_message() if each.to.id == one.id]
            told = ForumDeskError(why[0].message, **dict(why[0].values)) if why else error
            self._work.messages.refuse(told)
            return
        QDesktopServices.openUrl(QUrl(link))

    def mail_all(self, mailing: Mailing) -> None:
        """Open the mail program with a message to all, unseen by one another; the next batch of
        them each time, where they are too many for one.
        """
        made = [message for _, message in mailing.messages()]
        words = self._work.words
        if not made:
            self._work.messages.tell(words("Nobody of them has an e-mail address."))
            return
        links = batches([message.address for message in made], made[0].subject)
        at = self._batch % len(links)
        self._batch = at + 1
        QDesktopServices.openUrl(QUrl(links[at]))
        if len(links) > 1:
            said = words("Batch {at} of {count}; again for the next.", at=at + 1, count=len(links))
            self._work.messages.tell(said)

    def _written(self, path: Path, mailing: Mailing, those: list[Participation]) -> None:
        """Tell where; offer to note that those written to are invited now."""
        work = self._work
        work.settings.change(folder=str(path.parent))
        work.messages.tell(work.words("Written: {path}", path=str(path)))
        status = _BECOME.get(mailing.options.purpose)
        waiting = [one.id for one in those if one.status is Invitation.PROPOSED]
        if status is None or not waiting or not work.editable:
            return

        def note() -> None:
            work.run(set_statuses, waiting, status, today(work))
            work.messages.clear("letters")

        def banner() -> Banner:
            words = work.words
            text = words.plural(
                "{count} letter was written. Once it is sent, note that:",
                "{count} letters were written. Once they are sent, note that:",
                len(waiting),
            )
            return Banner("letters", text, offers=((words("Mark as invited"), note),))

        work.messages.show(said_anew(banner))
