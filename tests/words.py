# SPDX-License-Identifier: MIT
"""Extract the program's words and bring every catalogue up to date: ``python -m tests.words``."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "resources" / "i18n"
HEAD = "# ForumDesk in its users' language: {language}.\n# SPDX-License-Identifier: MIT"
KEYWORDS = {
    "N_": None,
    "T_": ((1, "c"), 2),
    "words": None,
    "_words": None,
    "_": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
}
Message = tuple[str | tuple[str, ...], str | None]


def extracted() -> dict[Message, list[str]]:
    """Every message in the package, with the files it stands in."""
    found: dict[Message, list[str]] = {}
    package = str(ROOT / "forumdesk")
    for name, _, message, _, context in extract_from_dir(
        package, [("**.py", "python")], keywords=KEYWORDS
    ):
        text = tuple(message) if isinstance(message, (tuple, list)) else message
        places = found.setdefault((text, context), [])
        if (place := f"forumdesk/{name}") not in places:
            places.append(place)
    return found


def read(language: str) -> Catalog:
    """A catalogue as it is kept."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, old: Catalog) -> Catalog:
    """The catalogue with just the messages there are, translated as far as it was."""
    new = Catalog(locale=language, fuzzy=False, header_comment=HEAD.format(language=language))
    # Only what says something: no addresses, and no times that would change the file.
    new.project, new.version = "ForumDesk", "1"
    new.last_translator = new.language_team = "The ForumDesk authors"
    new.creation_date = new.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    new.msgid_bugs_address = ""
    for (message, context), places in sorted(extracted().items(), key=str):
        known = old.get(message[0] if isinstance(message, tuple) else message, context)
        string = known.string if known and known.id == message else None
        where = [(place, 1) for place in places]
        new.add(message, string or None, where, context=context)
    return new


def save(language: str, catalogue: Catalog) -> None:
    """Write a catalogue, as text and compiled."""
    with (CATALOGUES / f"{language}.po").open("wb") as file:
        write_po(file, catalogue, width=96, sort_output=True, include_lineno=False)
    with (CATALOGUES / f"{language}.mo").open("wb") as file:
        write_mo(file, catalogue)


def missing(catalogue: Catalog) -> list[str]:
    """The messages without a translation."""
    return [str(m.id) for m in catalogue if m.id and not all(_strings(m.string))]


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (string or "",)


if __name__ == "__main__":
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = updated(path.stem, read(path.stem))
        save(path.stem, catalogue)
        for message in missing(catalogue):
            print(f"{path.name}: not translated: {message}")
