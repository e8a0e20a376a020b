# SPDX-License-Identifier: MIT
"""The proof: every text that is printed, by where it is printed, and what changed of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from forumdesk.domain.checks.translation import FIELDS, Printed, printed_texts
from forumdesk.domain.dates import stamp_time
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.frozen import as_of, version_named
from forumdesk.domain.languages import language_name
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.lines import name_text
from forumdesk.handouts.contents.proof_order import Place, gathered
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.proof import ProofContent, ProofGroup, ProofRow, ProofText
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_proof

PROOF = "proof"
_PROOF = T_("paper", "Proof")
_WHAT = T_("proof", "Text")
_INITIALS = T_("proof", "Initials")
_MISSING = T_("proof", "missing")
_NOTE = T_("proof", "Please read every text, correct it here, and initial it in your column.")
_SINCE = T_(
    "proof",
    "Please read every text, correct it here, and initial it in your column. A bar marks what"
    " changed since “{version}” ({at}); how it read is struck out.",
)
_GONE = T_("proof", "No longer printed")
_UNCHANGED = T_("proof", "Nothing has changed.")
_NOTHING = T_("proof", "There is nothing to read yet.")
_HOSTS = (HostRole.HOST, HostRole.CO_HOST)
_MOST_HOSTS = 4  # columns for initials
Key = tuple[str, str, str]  # kind and id of a record, and a field of it


def proof_content(dossier: Dossier, options: Options, imprint: Imprint) -> ProofContent:
    """The proof of an edition.

    Raises ``ForumDeskError`` if the options name a host or version there is not.
    """
    return stamped(_proof, Setting(dossier, as_proof(options), imprint))


def compared_with(setting: Setting) -> Version | None:
    """The version asked for, else that of the proof printed last; ``None`` if there is none."""
    dossier, shown = setting.dossier, setting.imprint.version
    if setting.options.since:
        return version_named(dossier, setting.options.since)
    known = {version.id: version for version in dossier.versions}
    proofs = [p for p in dossier.printings if p.handout == PROOF and p.version in known]
    if shown is not None:  # its proof stays as it was
        proofs = [p for p in proofs if known[p.version or ""].at < shown.at]
    last = max(proofs, key=lambda printing: (printing.at, printing.id), default=None)
    return known[last.version or ""] if last else None


def _proof(setting: Setting) -> ProofContent:
    version = compared_with(setting)
    groups = tuple(_Reading(setting, version).groups())
    changes = setting.options.only_changed and version is not None
    note = setting.say(_NOTE)
    if version:
        at = stamp_time(setting.local(version.at))
        note = setting.say(_SINCE, version=version.name, at=at)
    return ProofContent(
        sheet(setting, _PROOF),
        note,
        tuple((tag, language_name(tag, tag)) for tag in setting.languages),
        tuple(_hosts(setting)),
        setting.say(_WHAT),
        setting.say(_INITIALS),
        setting.say(_MISSING),
        groups,
        NOTHING if groups else setting.say(_UNCHANGED if changes else _NOTHING),
    )


def _hosts(setting: Setting) -> Iterator[Wording]:
    """Those who read it; without any host one column is for whoever does."""
    reading = [host for host in setting.hosts if host.role in _HOSTS][:_MOST_HOSTS]
    for host in reading:
        body = setting.dossier.organization[host.organization]
        short = min((body.short or body.name).values(), key=len, default="")
        yield (("", short),) if short else setting.say(_INITIALS)
    if not reading:
        yield setting.say(_INITIALS)


@frozen
class _Reading:
    """The texts as they are, and as they were in a version."""

    setting: Setting
    version: Version | None

    @cached_property
    def _now(self) -> Mapping[Key, Printed]:
        return _known(self.setting)

    @cached_property
    def _then(self) -> Mapping[Key, Printed]:
        if self.version is None:
            return {}
        before = as_of(self.setting.dossier, self.version)
        return _known(Setting(before, self.setting.options, self.setting.imprint))

    def groups(self) -> Iterator[ProofGroup]:
        """Every group with its rows, numbered through, then what is printed no more."""
        by_record: dict[tuple[str, str], list[Printed]] = defaultdict(list)
        for printed in self._now.values():
            by_record[printed.kind, printed.id].append(printed)
        number = 0
        for n, group in enumerate(gathered(self.setting, by_record)):
            rows: list[ProofRow] = []
            for place in group.places:
                for printed in by_record[place.kind, place.id]:
                    number += 1
                    rows += self._rows(str(number), printed, place)
            if wanted := self._wanted(rows):
                yield ProofGroup(f"proof-{n}", group.title, tuple(wanted))
        if gone := [self._gone(key) for key in self._then if key not in self._now]:
            yield ProofGroup("proof-gone", self.setting.say(_GONE), tuple(gone))

    def _wanted(self, rows: list[ProofRow]) -> list[ProofRow]:
        if not self.setting.options.only_changed or self.version is None:
            return rows
        return [row for row in rows if row.changed]

    def _rows(self, number: str, printed: Printed, place: Place) -> Iterator[ProofRow]:
        """A text as a row, or paragraph by paragraph where languages have as many."""
        then = self._then.get((printed.kind, printed.id, printed.field))
        now, old = self._paragraphs(printed.text), self._paragraphs(then.text if then else EMPTY)
        if not _alike(now, old if then else now):
            now, old = _in_one(now), _in_one(old)
        count = len(now[0])
        for n in range(count):
            texts = tuple(
                self._text(tag, lines[n], before[n] if before else "")
                for tag, lines, before in zip(self.setting.languages, now, old, strict=True)
            )
            yield ProofRow(
                f"{number}.{n + 1}" if count > 1 else number,
                self._called(printed),
                texts,
                place.of if n == 0 else NOTHING,
                changed=self.version is not None and self._is_changed(then, texts),
            )

    def _paragraphs(self, text: Text) -> list[list[str]]:
        return [_lines(text.get(tag, "")) for tag in self.setting.languages]

    def _called(self, printed: Printed) -> Wording:
        return self.setting.each(lambda words: _capital(words(FIELDS[printed.field])))

    def _text(self, tag: str, text: str, before: str) -> ProofText:
        was = before if self.version is not None and before != text else ""
        return ProofText(tag, text, was, missing=not text)

    def _is_changed(self, then: Printed | None, texts: Sequence[ProofText]) -> bool:
        """Whether a text reads otherwise, or is new, in any of the languages."""
        if then is None:
            return True
        return any(t.was or (t.text and t.language not in then.text) for t in texts)

    def _gone(self, key: Key) -> ProofRow:
        printed = self._then[key]
        old = zip(self.setting.languages, _in_one(self._paragraphs(printed.text)), strict=True)
        texts = tuple(ProofText(tag, was=lines[0]) for tag, lines in old)
        name = printed.name
        of = self.setting.text(name) if isinstance(name, Text) else self.setting.each(name.said)
        own = name == printed.text
        return ProofRow("–", self._called(printed), texts, NOTHING if own else of, changed=True)


def _known(setting: Setting) -> dict[Key, Printed]:
    """Every printed text of a dossier that says anything, as sheets show it."""
    dossier = setting.dossier
    found: dict[Key, Printed] = {}
    for printed in printed_texts(dossier):
        shown = printed.text
        if (printed.kind, printed.field) == ("edition", "title"):
            shown = dossier.title
        elif printed.field == "names":
            shown = name_text(setting, dossier.person[printed.id])
        if shown:
            key = (printed.kind, printed.id, printed.field)
            found[key] = replace(printed, text=shown)
    return found


def _alike(now: Sequence[Sequence[str]], old: Sequence[Sequence[str]]) -> bool:
    """Whether a text has several paragraphs, as many in every language now and before."""
    counts = {len(lines) for lines in (*now, *old)}
    return len(counts) == 1 and counts.pop() > 1


def _in_one(paragraphs: Sequence[Sequence[str]]) -> list[list[str]]:
    return [["\n".join(lines)] for lines in paragraphs]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
