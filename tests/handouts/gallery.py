# SPDX-License-Identifier: MIT
"""Draw the pages of the README's gallery anew: ``python -m tests.handouts.gallery``.

The sample forum's coming edition on paper, a page of each of the main handouts, small and in few
colours, so that a clone stays light.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from forumdesk.domain.assets import resources
from forumdesk.domain.comparison import among_all
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier

LONGER = 560  # pixels of a page's longer side
COLORS = 96
Asked = Mapping[str, object]
PAGES: tuple[tuple[str, str, Asked, int], ...] = (
    ("program-cover", "program", {}, 0),
    ("program-agenda", "program", {}, 4),
    ("program-columns", "program", {"arrangement": "columns", "theme": "ministerial"}, 6),
    ("agenda", "agenda", {}, 0),
    ("grid", "grid", {"paper": "A3"}, 0),
    ("pocket", "pocket", {}, 0),
    ("booklet", "booklet", {}, 4),
    ("door-signs", "door-signs", {}, 1),
    ("run-sheet", "run-sheet", {}, 0),
    ("mc-script", "mc-script", {}, 0),
    ("speaker-brief", "speaker-brief", {}, 4),
    ("interpreters", "interpreters", {}, 0),
    ("seating", "seating", {}, 0),
    ("attendees", "attendees", {}, 0),
    ("sign-in", "sign-in", {}, 0),
    ("badges", "badges", {}, 0),
    ("name-tents", "name-tents", {}, 0),
    ("vehicle-cards", "vehicle-cards", {}, 0),
    ("personal", "personal", {}, 0),
    ("agreement", "agreement", {}, 0),
    ("signing-table", "signing-table", {}, 0),
    ("press", "press", {}, 0),
    ("commitments", "commitments", {}, 0),
    ("comparison", "comparison", {}, 0),
)


def sample() -> Dossier:
    """The sample forum's last edition, beside the earlier ones."""
    with (
        TemporaryDirectory() as folder,
        ForumFile.create(Path(folder) / "sample.forum") as desk,
    ):
        list(write_sample(desk, read_sample()))
        last = max(desk.find(Edition), key=lambda edition: edition.number or 0)
        return among_all(desk, dossier(desk, last.id))


def draw(of: Dossier, what: str, asked: Asked, page: int) -> Image.Image:
    """A page (from 0) of a handout as a small picture."""
    kind = handout(what)
    options = kind.asked(asked, options_for(of))
    made = render(what, kind.build(of, options, Imprint()), options)
    with pypdfium2.PdfDocument(made.data) as document:
        sheet = document[min(page, len(document) - 1)]
        picture = sheet.render(scale=2.0).to_pil().convert("RGB")
    picture.thumbnail((LONGER, LONGER), Image.Resampling.LANCZOS)
    return picture.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


if __name__ == "__main__":
    target = resources() / "pictures" / "paper"
    target.mkdir(exist_ok=True)
    forum = sample()
    for name, what, asked, page in PAGES:
        draw(forum, what, asked, page).save(target / f"{name}.png", optimize=True)
