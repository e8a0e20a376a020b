# SPDX-License-Identifier: MIT
"""The structure tree: what a screen reader meets, in which order and language."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from forumdesk.handouts.content import Biography, Picture, Speakers
from forumdesk.handouts.options import Options
from forumdesk.handouts.render import render
from tests.handouts import sheets
from tests.handouts.conftest import poppler, reader
from tests.handouts.sheets import both, session


def picture(size: int = 40) -> bytes:
    file = BytesIO()
    Image.new("RGB", (size, size), "white").save(file, "PNG")
    return file.getvalue()


def walk(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if "/S" in node:
        yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int) and kid.get_object().get("/Type") not in ("/MCR", "/OBJR"):
            yield from walk(kid)


def made() -> bytes:
    photo = Picture(
        "p1", picture(), "image/png", 40, 40, both("홍길동 사진", "Portrait of Gil-dong Hong")
    )
    speakers = Speakers(
        both("연사", "Speakers"),
        (Biography("b1", both("홍길동", "Gil-dong Hong"), photo=photo, text=sheets.prose("약력")),),
    )
    entries = [session(n, parts=(sheets.part(n),)) for n in range(3)]
    text = sheets.prose("https://example.org 참고")
    content = sheets.program(
        *(sheets.day(entries), sheets.day([session(9)], n=2)),
        speakers=speakers,
        abstracts=sheets.abstracts(text),
        cover=sheets.cover(both("제1회 포럼", "1st Forum")),
    )
    return render(content, Options()).data


def test_tree_has_headings_lists_figures_links_and_languages() -> None:
    pdf = reader(made())
    nodes = list(walk(pdf.root_object["/StructTreeRoot"]["/K"]))
    tags = [node["/S"] for node in nodes]
    assert tags[0] == "/Document"
    assert tags.count("/H2") >= 4  # two days in two languages
    for tag in ("/H1", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/P", "/Figure", "/Link"):
        assert tag in tags
    [figure] = [node for node in nodes if node["/S"] == "/Figure"]
    assert figure["/Alt"] == "홍길동 사진"
    assert {node["/Lang"] for node in nodes if "/Lang" in node} == {"ko", "en"}


def test_every_marked_content_has_an_owner_and_every_owner_its_content() -> None:
    pdf = reader(made())
    root = pdf.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    owners = {numbers[n]: numbers[n + 1] for n in range(0, len(numbers), 2)}
    assert list(owners) == sorted(owners)
    for page in pdf.pages:
        code = page.get_contents().get_data().decode("latin-1")
        listed = owners[page["/StructParents"]].get_object()
        for number in range(len(listed)):
            assert f"/MCID {number}>>" in code
        assert f"/MCID {len(listed)}>>" not in code
        assert code.count("BDC") + code.count("BMC") == code.count("EMC")
        for annotation in page.get("/Annots", ()):
            assert annotation.get_object()["/StructParent"] in owners


def test_running_heads_are_artifacts() -> None:
    code = reader(made()).pages[1].get_contents().get_data().decode("latin-1")
    before, _, after = code.partition("EMC")
    assert before.lstrip().startswith("/Artifact BMC")
    assert before.count(" Tj") >= 3
    assert "/Artifact" not in after


def test_poppler_calls_it_tagged_and_reads_in_order() -> None:
    data = made()
    info = poppler("pdfinfo", "-", data=data)
    assert "Tagged:          yes" in info
    assert "제1회 포럼" in info
    said = poppler("pdfinfo", "-struct-text", "-", data=data)
    order = ["세션 0", "Session 0", "홍길동0", "Gil-dong Hong 0", "세션 1", "세션 2", "약력"]
    places = [said.index(f'"{text}') for text in order]
    assert places == sorted(places)


def test_metadata_names_nobody() -> None:
    info = reader(made()).metadata
    assert (info.title, info.subject, info.author) == ("제1회 포럼", "프로그램", "")
    assert info["/Keywords"] == "ko, en"
    assert info.creation_date.year == 2000  # the same content gives the same bytes


def test_a_long_tree_is_whole() -> None:
    titles = [f"Session {n}" for n in range(300)]
    day = sheets.day([session(n, title=(("en", title),)) for n, title in enumerate(titles)])
    pdf = reader(render(sheets.program(day), Options()).data)
    root: Any = pdf.root_object["/StructTreeRoot"]
    nodes = list(walk(root["/K"]))
    assert [node["/S"] for node in nodes].count("/H3") == len(titles)
    numbers = root["/ParentTree"]["/Nums"]
    owners = [owner for key in range(1, len(numbers), 2) for owner in told(numbers[key])]
    assert {owner["/S"] for owner in owners} <= {node["/S"] for node in nodes}


def told(owners: Any) -> list[Any]:
    """The elements that own what is on a page, or the one that owns a link."""
    found = owners.get_object()
    return [one.get_object() for one in found] if isinstance(found, list) else [found]
