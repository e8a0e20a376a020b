# SPDX-License-Identifier: MIT
"""What to look at before a proof is printed: whether changes can be marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks.translation import Printed, printed_texts
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.proof import PROOF, compared_with
from forumdesk.handouts.contents.setting import Setting


def _unmarked(setting: Setting) -> Iterator[Problem]:
    """A proof of a draft, this one or the last: nobody knows later what it said."""
    subject = Subject("edition", setting.dossier.edition.id)
    printed = any(printing.handout == PROOF for printing in setting.dossier.printings)
    if printed and compared_with(setting) is None:
        phrase = Phrase.of(
            N_(
                "The last proof was printed from a draft, so no changes are marked. Publish a"
                " version before a proof is printed, or choose the version to compare with."
            )
        )
        yield Problem("proof-of-draft", Severity.NOTE, subject, phrase)
    elif not setting.dossier.versions:
        phrase = Phrase.of(
            N_(
                "This proof is of a draft: changes made after it can't be marked in the next one."
                " Publish a version before it is printed."
            )
        )
        yield Problem("proof-of-draft", Severity.NOTE, subject, phrase)


def _fields(setting: Setting) -> Iterable[Printed]:
    return printed_texts(setting.dossier)


PROOF_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {PROOF: _unmarked}
)
"""What to look at on a proof, by the name of its handout."""
FIELDS_OF_PROOFS: Mapping[str, Callable[[Setting], Iterable[Printed]]] = MappingProxyType(
    {PROOF: _fields}
)
"""The texts of the data that are on it: all that are printed anywhere."""
