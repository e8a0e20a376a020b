# SPDX-License-Identifier: MIT
"""Every handout of the catalogue is made from any forum, and says what it found."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Raster
from pypdf import PdfReader

from forumdesk.domain.agenda import Part, Role, SessionRoom
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Image
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import FORMATS, HANDOUTS, Handout, handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import QUESTIONS, Arrangement, Options, Paper
from forumdesk.handouts.result import FindingKind, Rendered
from tests.handouts.dossiers import (
    AGREEMENT,
    EDITION,
    FORUM,
    NOON,
    SERIES,
    forum,
    titled,
    with_edition,
)

EN = words_in("en")
of_program = pytest.mark.parametrize(
    "one",
    # Those that tell times of day: the program is on them.
    [one for one in HANDOUTS if "clock" in one.options and one.name != "errata"],
    ids=lambda one: one.name,
)
by_name = pytest.mark.parametrize("one", HANDOUTS, ids=lambda one: one.name)


by_theme = pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])


def made(one: Handout, dossier: Dossier, options: Options | None = None) -> Rendered:
    asked = options or options_for(dossier)
    return render(one.name, one.build(dossier, asked, Imprint(at=NOON)), asked)


def text_of(rendered: Rendered) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(rendered.data)).pages)


def picture(id: str, width: int, height: int) -> Image:
    file = BytesIO()
    Raster.new("RGB", (width, height), "navy").save(file, "PNG")
    return Image(id, "image/png", width, height, file.getvalue())


def test_names_titles_and_purposes() -> None:
    names = [one.name for one in (*HANDOUTS, *FORMATS)]
    assert len(names) == len(set(names))
    assert {"program", "agenda", "run-sheet", "mc-script", "json"} <= set(names)
    for one in HANDOUTS:
        assert handout(one.name) is one
        assert EN.context(*one.title)
        assert one.purpose.endswith(".")
        assert set(one.options) <= set(QUESTIONS)
    with pytest.raises(ForumDeskError, match="program, agenda"):
        handout("poster")


def test_the_options_an_edition_starts_with() -> None:
    dossier = replace(
        with_edition(design="formal", accent="#112233"), series=replace(SERIES, paper="letter")
    )
    assert options_for(dossier) == Options(
        languages=("ko", "en"), paper=Paper.LETTER, theme="formal", accent="#112233"
    )
    assert options_for(replace(dossier, series=replace(SERIES, paper="B5"))).paper is Paper.A4


@of_program
@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_arrangement_says_the_same(one: Handout, arrangement: Arrangement) -> None:
    placed = tuple(SessionRoom(session.id, session.id, "hall") for session in FORUM.sessions)
    whole = forum(**AGREEMENT, session_rooms=placed)
    dossier = replace(whole, images=(picture("logo", 600, 300),))
    # Briefs and agendas of one language are each in that of their reader, unless it is said which.
    languages = ("ko",) if arrangement is Arrangement.SINGLE else ("ko", "en")
    asked = replace(options_for(dossier), arrangement=arrangement, languages=languages)
    rendered = made(one, dossier, asked)
    text = text_of(rendered).replace("–", " ")
    assert len(PdfReader(BytesIO(rendered.data)).pages) == rendered.pages
    assert {"개회식", "홍길동", "09:45"} <= set(text.split()) | {w.strip(",") for w in text.split()}
    assert ("Opening" in text) is (arrangement is not Arrangement.SINGLE)


@by_name
def test_empty_forums_print(one: Handout) -> None:
    bare = Dossier(series=SERIES, edition=replace(EDITION, first_day=None, last_day=None))
    assert "제2회 칩 포럼" in text_of(made(one, bare))
    empty = replace(FORUM, images=(), hosts=(), sessions=(), parts=())
    assert made(one, empty).pages >= 1


@by_name
def test_the_same_content_gives_the_same_bytes(one: Handout) -> None:
    dossier = replace(FORUM, images=(picture("logo", 60, 30),))
    assert made(one, dossier) == made(one, dossier)


@of_program
def test_markup_prints_as_typed(one: Handout) -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"> &amp; </para>'
    sessions = (titled("a", typed, typed, starts=FORUM.sessions[0].starts, minutes=60),)
    parts = (Part("part", "a", "p-hong", Role.PRESENTS),)
    text = text_of(made(one, replace(forum(sessions=sessions, parts=parts), images=())))
    assert typed.replace(" ", "") in text.replace(" ", "").replace("\n", "")


def test_a_coarse_logo_and_an_unknown_character_are_found() -> None:
    sessions = (titled("a", "가\U0010fffd", "A", starts=FORUM.sessions[0].starts),)
    dossier = replace(forum(sessions=sessions, parts=()), images=(picture("logo", 60, 30),))
    rendered = made(handout("program"), dossier)
    assert rendered.missing == "\U0010fffd"
    (coarse,) = [f for f in rendered.findings if f.kind is FindingKind.COARSE]
    assert coarse.anchor == "logo"
    assert coarse.amount < 200
    fine = replace(dossier, images=(picture("logo", 1200, 600),))
    kinds = {finding.kind for finding in made(handout("program"), fine).findings}
    assert FindingKind.COARSE not in kinds


def squares(rendered: Rendered) -> int:
    """Rectangles drawn on the last page."""
    contents = PdfReader(BytesIO(rendered.data)).pages[-1].get_contents()
    assert contents is not None
    return contents.get_data().count(b" re")


@by_theme
def test_the_back_cover_bears_the_link_as_a_code(theme: str) -> None:
    one, options = handout("program"), replace(options_for(FORUM), theme=theme)
    bare = replace(FORUM, images=())
    linked = replace(bare, edition=replace(EDITION, link="https://forum.example/2025"))
    endless = replace(bare, edition=replace(EDITION, link="https://a.example/" + "x" * 3000))
    long = replace(bare, edition=replace(EDITION, link="https://a.example/" + "x" * 900))
    assert squares(made(one, linked, options)) > squares(made(one, bare, options)) + 100
    assert made(one, linked, options).findings == ()
    for dossier in (long, endless):
        kinds = [finding.kind for finding in made(one, dossier, options).findings]
        assert kinds == [FindingKind.CODE]


@by_name
def test_a_printer_is_told_of_what_has_blank_backs(one: Handout) -> None:
    root = PdfReader(BytesIO(made(one, FORUM).data)).trailer["/Root"].get_object()
    preferences = root["/ViewerPreferences"].get_object()
    assert preferences.get("/Duplex") == ("/Simplex" if one.apart else None)


@by_name
def test_no_file_has_what_files_printed_at_one_go_could_not_keep(one: Handout) -> None:
    """Places and kinds of elements by names, which are not brought together (see ``Gathering``)."""
    placed = tuple(SessionRoom(session.id, session.id, "hall") for session in FORUM.sessions)
    root = PdfReader(BytesIO(made(one, forum(**AGREEMENT, session_rooms=placed)).data)).root_object
    assert not {"/Names", "/Dests", "/AcroForm", "/OCProperties"} & set(root)
    assert not {"/RoleMap", "/ClassMap", "/IDTree", "/Namespaces"} & set(root["/StructTreeRoot"])
