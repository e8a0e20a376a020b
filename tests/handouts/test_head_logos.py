# SPDX-License-Identifier: MIT
"""Logos of the hosts over running heads, where a theme has them: seen on paper, read by nobody."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image as Pillow
from pypdfium2 import PdfDocument

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.people import Image
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest
from forumdesk.handouts.theme import theme
from tests.handouts.conftest import poppler
from tests.handouts.dossiers import FORUM, NOON
from tests.handouts.test_own_themes import EN, own, themed

SHAPES = {"wide": (900, 120), "square": (300, 300), "tall": (150, 500)}
COLORS = {"wide": (180, 30, 30), "square": (30, 90, 180), "tall": (30, 140, 60)}
Box = tuple[float, float, float, float]


def logo(id: str, data: bytes | None = None) -> Image:
    out = BytesIO()
    Pillow.new("RGB", SHAPES[id], COLORS[id]).save(out, "PNG")
    return Image(id, "image/png", *SHAPES[id], out.getvalue() if data is None else data)


def forum(where: str, *logos: str, hosts: int = 0, **data: object) -> Dossier:
    """The forum held by as many hosts as there are logos, or by more of the same."""
    bodies = FORUM.organizations
    held = [bodies[n % len(logos)].id for n in range(hosts or len(logos))]
    return replace(
        themed(own(manner={"heads": where}, **data)),
        hosts=tuple(
            Host(f"h{n}", "edition", key, HostRole.CO_HOST, n) for n, key in enumerate(held)
        ),
        organizations=tuple(
            replace(body, logo=name or None)
            for body, name in zip(bodies, (*logos, "", "", "")[: len(bodies)], strict=True)
        ),
        images=tuple(logo(name) for name in dict.fromkeys(logos) if name),
    )


def made(of: Dossier, what: str = "agenda", **asked: object) -> tuple[Rendered, Options]:
    options = options_from(asked, options_for(of))
    content = handout(what).build(of, options, Imprint(at=NOON))
    return render(what, content, options), options


def boxes(data: bytes) -> list[list[Box]]:
    """Where the pictures of each page are: left, low, right, top."""
    with PdfDocument(data) as document:
        return [[found.get_bounds() for found in page.get_objects([3])] for page in document]


def told(of: Dossier, what: str = "agenda") -> list[tuple[str, str]]:
    rendered, options = made(of, what)
    kinds = ("no-logo", "crowded", "broken", "coarse")
    problems = [p for p in preflight(of, options, what, rendered) if p.kind in kinds]
    return [(str(p.subject), p.phrase.said(EN)) for p in problems]


def test_they_stand_in_the_order_of_the_hosts_and_weigh_as_much() -> None:
    of = forum("every", "wide", "square", "tall")
    (found,) = boxes(made(of)[0].data)
    assert [box[0] for box in found] == sorted(box[0] for box in found)
    shapes = [(right - left) / (high - low) for left, low, right, high in found]
    assert shapes == pytest.approx([w / h for w, h in SHAPES.values()], rel=0.02)
    frame, middles = theme("modern").frame, [round((box[1] + box[3]) / 2) for box in found]
    assert len(set(middles)) == 1
    assert found[0][0] == pytest.approx(frame.left, abs=0.1)
    assert all(box[1] > frame.height - frame.top for box in found)
    areas = [(b[2] - b[0]) * (b[3] - b[1]) for b in found]
    assert areas[1] / areas[0] > 0.6
    (copy,) = boxes(made(of, first_host="sia")[0].data)
    shapes = [(right - left) / (high - low) for left, low, right, high in copy]
    assert shapes == pytest.approx([1, 7.5, 0.3], rel=0.02)


def test_on_the_first_page_or_on_every_one_but_covers() -> None:
    counts = {
        where: [
            len(page) for page in boxes(made(forum(where, "square", "tall"), "program")[0].data)
        ]
        for where in ("first", "every")
    }
    covers = counts["every"][0], counts["every"][-1]
    assert covers == (2, 0)  # the cover has its own, the back has none
    assert counts["first"] == [2, 2, *[0] * (len(counts["every"]) - 2)]
    assert counts["every"][1:-1] == [2] * (len(counts["every"]) - 2)


def test_a_file_holds_each_logo_once_and_nobody_reads_it() -> None:
    data = made(forum("every", "square", "tall"), "program", sections="agenda,speakers,notes")[
        0
    ].data
    assert sum(map(len, boxes(data))) > 2
    listed = poppler("pdfimages", "-list", "-", data=data).splitlines()[2:]
    assert len({line.split()[10] for line in listed}) == 2
    assert "Figure" not in poppler("pdfinfo", "-struct", "-", data=data)


def test_many_are_smaller_and_stand_in_one_row() -> None:
    frame = theme("modern").frame
    (found,) = boxes(made(forum("every", "wide", "square", "tall", hosts=12))[0].data)
    assert len(found) == 12
    assert found[-1][2] <= frame.width - frame.right + 0.1
    assert all(one[2] < other[0] for one, other in pairwise(found))


def test_a_margin_without_room_for_them_is_told() -> None:
    narrow = {"margins": [9, 10, 12, 10]}
    of = forum("every", "square", "tall", page=narrow)
    assert boxes(made(of)[0].data) == [[]]
    said = "The margin at the top has no room for logos; make it larger in the theme."
    assert told(of) == [("edition:edition:design", said)]
    assert told(forum("", "square", "tall", page=narrow)) == []


def test_a_host_without_one_is_told_where_they_are_shown() -> None:
    name = "U.S. Association"
    line = f"{name} has no logo; on this sheet those of the hosts are shown."
    assert told(forum("first", "square", "")) == [("organization:sia:logo", line)]
    assert told(forum("", "square", "")) == []
    assert told(forum("", "square", ""), "program") == [("organization:sia:logo", line)]
    assert told(forum("", "", ""), "program") == []
    nobody = replace(forum("every", "square"), hosts=())
    assert told(nobody) == []
    assert boxes(made(nobody)[0].data) == [[]]


def test_a_damaged_or_coarse_one_is_told_and_stops_nothing() -> None:
    for data, said in ((b"no picture", "can’t be read"), (b"", "can’t be read")):
        of = replace(forum("every", "square"), images=(logo("square", data),))
        assert len(boxes(made(of)[0].data)) == 1
        ((subject, text),) = told(of)
        assert (subject, said in text) == ("organization:ksia:logo", True)
    small = replace(logo("square"), width=20, height=20)
    ((subject, text),) = told(replace(forum("every", "square"), images=(small,)))
    assert (subject, "is coarse on paper" in text) == ("organization:ksia:logo", True)


def test_another_logo_makes_what_was_printed_stale_only_where_it_is_shown() -> None:
    def digest(of: Dossier) -> str:
        return content_digest(handout("attendees").build(of, options_for(of), Imprint(at=NOON)))

    one, other = forum("every", "square"), forum("every", "tall")
    assert digest(one) != digest(other)
    assert digest(forum("", "square")) == digest(forum("", "tall"))
