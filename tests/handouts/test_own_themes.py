# SPDX-License-Identifier: MIT
"""Sheets in themes of the forum file's own: carried to whoever sets them, seen when they change."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from multiprocessing.connection import wait
from random import Random
from typing import Any

import pytest
from PIL import Image as Pillow
from pypdfium2 import PdfDocument

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.people import Image
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.themes import carried, cover_manners, said, theme_names
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, options_for, render, stale_printings
from forumdesk.handouts.content import HostGroup, HostMark, Picture
from forumdesk.handouts.contents.page import page_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.dressing import needs_color
from forumdesk.handouts.logos import LogoRows, optical
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.published import as_published
from forumdesk.handouts.stale import content_digest, options_kept
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import theme
from forumdesk.handouts.web.page import page
from forumdesk.handouts.worker import Made, Make, PaperWorker
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import EDITION, FORUM, NOON
from tests.handouts.test_published import version

EN = words_in("en")
ID = "00000000-0000-7000-8000-000000000001"
GONE = "00000000-0000-7000-8000-00000000dead"
VIOLET, GREEN = "#5a2a7a", "#1f5a2a"


def own(like: str = "modern", **data: Any) -> OwnTheme:
    return OwnTheme(ID, Text.of(ko="우리", en="Ours"), like, said(data))


def themed(theme: OwnTheme | None = None, design: str = ID, **edition: Any) -> Dossier:
    """The forum of three sessions, printed in a theme of its own."""
    of = replace(EDITION, design=design, **edition)
    known = (theme,) if theme else ()
    return replace(FORUM, edition=of, editions=(of,), themes=known)


def photo(width: int = 600, height: int = 400) -> Image:
    out = BytesIO()
    Pillow.frombytes("RGB", (width, height), Random(1).randbytes(3 * width * height)).save(
        out, "JPEG"
    )
    return Image("photo", "image/jpeg", width, height, out.getvalue())


def pictured(theme: OwnTheme, image: Image | None = None) -> Dossier:
    """The same with a picture for its cover."""
    shown = image or photo()
    return replace(themed(theme, cover=shown.id), images=(*FORUM.images, shown))


def printed(of: Dossier, what: str = "program", options: Options | None = None) -> bytes:
    asked = options or options_for(of)
    content = handout(what).build(of, asked, Imprint(at=NOON))
    return render(what, content, asked).data


def pixels(data: bytes, scale: float = 0.5) -> Pillow.Image:
    """The first page as it is seen."""
    with PdfDocument(data) as document:
        return document[0].render(scale=scale).to_pil().convert("RGB")


def has(picture: Pillow.Image, color: str) -> bool:
    """Whether a colour is in a picture, but for a rounding."""
    wanted = tuple(int(color[n : n + 2], 16) for n in (1, 3, 5))
    colors = picture.getcolors(picture.width * picture.height) or []
    return any(max(abs(a - b) for a, b in zip(wanted, c, strict=True)) < 3 for _, c in colors)


def told(of: Dossier, options: Options | None = None) -> list[tuple[str, str]]:
    """What the preflight says of the theme."""
    problems = preflight(of, options or options_for(of), "program")
    kinds = ("theme-gone", "theme-broken", "theme-contrast", "no-cover-picture")
    return [(str(p.subject), p.phrase.said(EN)) for p in problems if p.kind in kinds]


def test_a_sheet_is_set_in_the_theme_of_its_edition() -> None:
    assert has(pixels(printed(themed(own(ink={"accent": VIOLET})))), VIOLET)
    assert not has(pixels(printed(themed(own()))), VIOLET)
    assert printed(themed(own())) == printed(FORUM)


@pytest.mark.parametrize("wanted", [ID, "Ours", "ours", "우리"])
def test_a_theme_is_asked_for_by_its_id_or_name(wanted: str) -> None:
    of = themed(own(ink={"accent": VIOLET}), design="plain")
    asked = options_from({"theme": wanted}, options_for(of))
    assert has(pixels(printed(of, options=asked)), VIOLET)


def test_as_in_the_edition_means_what_the_edition_says() -> None:
    plain = options_from({"theme": "plain"})
    assert printed(themed(design="plain"), options=Options()) == printed(FORUM, options=plain)
    usual = options_from({"theme": "modern"})
    assert printed(FORUM, options=usual) == printed(FORUM)
    assert printed(themed(own(), "plain"), options=usual) == printed(FORUM)


def test_another_name_is_refused() -> None:
    with pytest.raises(ForumDeskError, match="no theme “gothic”; there are: ministerial"):
        printed(themed(own()), options=options_from({"theme": "gothic"}))


def test_an_edition_in_a_theme_this_release_does_not_know_is_printed_in_the_usual_one() -> None:
    of = themed(design="gothic")
    assert printed(of) == printed(FORUM)
    assert [subject for subject, _ in told(of)] == [f"edition:{EDITION.id}:design"]


def test_a_house_accent_is_not_put_over_the_accent_of_ones_own() -> None:
    violet = own(ink={"accent": VIOLET})
    assert has(pixels(printed(themed(violet, accent=GREEN))), VIOLET)
    assert has(pixels(printed(themed(own(), accent=GREEN))), GREEN)


def test_the_worker_gets_it() -> None:
    of = themed(own(ink={"accent": VIOLET}))
    options = options_for(of)
    content = handout("program").build(of, options, Imprint(at=NOON))
    worker = PaperWorker()
    try:
        worker.submit(Make("preview", "program", content, options))
        while not (answers := worker.poll()):
            assert worker.connection is not None
            assert wait([worker.connection], 60)
    finally:
        worker.close()
    (made,) = answers
    assert isinstance(made, Made)
    assert made.rendered.data == printed(of)


def test_the_page_of_the_web_is_in_its_colours() -> None:
    of = themed(own(ink={"accent": VIOLET}))
    options = options_for(of)
    made = page(page_content(of, options, Imprint()), options.theme, options.accent)
    assert VIOLET in made.decode()


def test_a_version_prints_in_the_theme_of_then() -> None:
    then = themed(own(ink={"accent": VIOLET}))
    first = version("First", then)
    before = as_published(replace(then, versions=(first,)), "First")
    edited = replace(then, versions=(first,), themes=(own(ink={"accent": GREEN}),))
    removed = replace(edited, themes=(), edition=replace(EDITION, design=""))
    for now in (edited, removed):
        of, imprint = as_published(now, "First")
        options = options_for(of)
        content = handout("program").build(of, options, imprint)
        again = render("program", content, options).data
        content = handout("program").build(before[0], options_for(before[0]), before[1])
        assert again == render("program", content, options_for(before[0])).data
        assert has(pixels(again), VIOLET)


def test_a_printed_sheet_is_stale_when_its_theme_was_changed() -> None:
    then = themed(own(ink={"accent": VIOLET}))
    options = options_for(then)
    digest = content_digest(handout("agenda").build(then, options, Imprint(at=NOON)))
    kept = options_kept(options)
    first = version("First", then)
    lines = (
        Printing("a", "edition", "agenda", NOON, digest=digest, options=kept),
        Printing("b", "edition", "agenda", NOON, version=first.id, digest=digest, options=kept),
    )

    def stale(of: Dossier) -> list[str]:
        return [p.id for p in stale_printings(replace(of, versions=(first,), printings=lines))]

    assert stale(then) == []
    renamed = replace(then.themes[0], name=Text.of(en="Other"))
    assert stale(replace(then, themes=(renamed,))) == []
    assert stale(replace(then, themes=(own(ink={"accent": GREEN}),))) == ["a", "b"]


def test_a_sheet_without_a_theme_of_ones_own_says_what_it_always_said() -> None:
    content = handout("agenda").build(FORUM, options_for(FORUM), Imprint(at=NOON))
    assert content.sheet.design == ""
    bundled = replace(content, sheet=replace(content.sheet, design="plain"))
    assert content_digest(bundled) == content_digest(content)


def test_a_theme_that_was_removed_gives_way_and_is_told_of() -> None:
    plain = themed(design="plain")
    asked = options_from({"theme": GONE}, options_for(plain))
    same = options_from({"theme": "plain"}, options_for(plain))
    assert printed(plain, options=asked) == printed(plain, options=same)
    assert told(plain, asked) == [
        (
            "edition:edition:design",
            "The theme this sheet was set in is there no more; another is used in its place.",
        )
    ]
    assert printed(themed(design=GONE)) == printed(FORUM)
    assert told(plain) == []


def test_type_that_is_hard_to_read_is_told_of() -> None:
    faint = themed(own(ink={"mark": "#d09040"}))
    assert told(faint) == [
        (
            "edition:edition:design",
            "Text in the ink “Marks” is hard to read: its contrast is 2.7 : 1, not 4.5.",
        )
    ]
    assert printed(faint).startswith(b"%PDF")


@pytest.mark.parametrize(
    "data", ["[", "[]", '{"ink":{"accent":"blue"}}', '{"type":{"base":1}}', '{"paint":{}}']
)
def test_a_theme_that_is_damaged_is_told_in_one_sentence(data: str) -> None:
    of = themed(replace(own(), data=data))
    with pytest.raises(ForumDeskError) as refused:
        printed(of)
    assert "\n" not in str(refused.value)
    if data.startswith("{"):
        assert [subject for subject, _ in told(of)] == ["edition:edition:design"]


def test_a_theme_needs_colour_where_any_of_its_inks_has_one() -> None:
    assert not needs_color(themed(own("plain")), "")
    assert not needs_color(themed(own("plain", ink={"accent": "#303030"})), ID)
    assert needs_color(themed(own("plain", ink={"accent": VIOLET})), ID)
    assert needs_color(themed(own("plain")), "modern")
    assert not needs_color(FORUM, "plain")
    assert needs_color(FORUM, "")


# Covers


def covers() -> Iterator[tuple[str, str]]:
    yield from ((like, manner) for like in theme_names() for manner in cover_manners())


@pytest.mark.parametrize(("like", "manner"), list(covers()))
@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_every_cover_says_everything(like: str, manner: str, paper: str) -> None:
    of = pictured(own(like, manner={"cover": manner}))
    asked = options_from({"paper": paper, "sections": "cover,back"}, options_for(of))
    front, back = texts(printed(of, options=asked))
    for word in ("칩 포럼", "Chip Forum", "Together", "Great House", "Korea Association"):
        assert word in front
    assert "Ministry of Industry" in back


def test_a_picture_bleeds_over_the_upper_part_and_is_no_more_than_its_window() -> None:
    out = BytesIO()
    Pillow.new("RGB", (900, 300), (200, 40, 40)).save(out, "PNG")
    red = Image("photo", "image/png", 900, 300, out.getvalue())
    of = pictured(own(manner={"cover": "picture"}), red)
    shown = pixels(printed(of, options=options_from({"sections": "cover"}, options_for(of))))
    width, height = shown.size
    for x in (1, width // 2, width - 2):
        assert shown.getpixel((x, 1)) == (200, 40, 40)
        assert shown.getpixel((x, height - 2)) == (255, 255, 255)


def test_a_cover_picture_has_words_that_stand_for_it() -> None:
    data = printed(pictured(own(manner={"cover": "picture-field"})))
    assert "Figure" in poppler("pdfinfo", "-struct-text", "-", data=data)
    structure = poppler("pdfinfo", "-struct", "-", data=data)
    assert "Figure" in structure


CREDIT = {"ko": "사진: 서울관광재단", "en": "Photo: Seoul Tourism Organization"}


def fronts(theme: OwnTheme, paper: str = "A4", image: Image | None = None) -> list[str]:
    of = pictured(theme, image)
    asked = options_from({"paper": paper, "sections": "cover"}, options_for(of))
    return texts(printed(of, options=asked))


@pytest.mark.parametrize("like", theme_names())
@pytest.mark.parametrize("manner", ["picture", "picture-field"])
@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_whose_picture_it_is_stands_under_its_edge(like: str, manner: str, paper: str) -> None:
    theme = own(like, manner={"cover": manner}, cover={"credit": CREDIT})
    (front,) = fronts(theme, paper)
    lines = front.split("\n")
    at = [next(n for n, line in enumerate(lines) if told in line) for told in CREDIT.values()]
    program = next(n for n, line in enumerate(lines) if "프로그램" in line)
    assert at == [program - 2, program - 1]
    for word in ("칩 포럼", "Chip Forum", "Together", "Great House", "Korea Association"):
        assert word in front


def test_nothing_is_said_of_a_picture_that_is_not_there() -> None:
    for manner in ("field", "frame", "line"):
        (front,) = fronts(own(manner={"cover": manner}, cover={"credit": CREDIT}))
        assert "Photo" not in front
    without = themed(own(manner={"cover": "picture"}, cover={"credit": CREDIT}))
    assert "Photo" not in texts(printed(without))[0]


def test_a_long_credit_takes_lines_of_its_own() -> None:
    long = "Photographs: " + ", ".join(f"Photographer {n:02}" for n in range(9))
    for manner in ("picture", "picture-field"):
        (front,) = fronts(own(manner={"cover": manner}, cover={"credit": {"en": long}}), "A5")
        assert long in " ".join(front.split())
        assert "Chip Forum" in front
    without = own(manner={"cover": "picture"})
    with_one = own(manner={"cover": "picture"}, cover={"credit": {"en": long}})
    assert printed(pictured(without)) != printed(pictured(with_one))


def test_a_cover_of_a_picture_without_one_says_so_and_is_a_cover_still() -> None:
    of = themed(own(manner={"cover": "picture"}))
    assert "Chip Forum" in texts(printed(of))[0]
    assert told(of) == [
        (
            "edition:edition:cover",
            "The theme shows a picture on the cover; the edition has none yet.",
        )
    ]
    assert told(of, options_from({"sections": "agenda"}, options_for(of))) == []


def test_a_coarse_or_damaged_picture_never_stops_the_sheet() -> None:
    broken = "The picture of the cover can’t be read"
    for image, said_of_it in (
        (photo(), "The picture of the cover is coarse on paper"),
        (replace(photo(), data=b"no picture"), broken),
        (replace(photo(), data=b""), broken),
    ):
        of = pictured(own(manner={"cover": "picture"}), image)
        options = options_for(of)
        made = render("program", handout("program").build(of, options, Imprint()), options)
        assert "Chip Forum" in texts(made.data)[0]
        problems = preflight(of, options, "program", made)
        (found,) = [p for p in problems if p.subject.field == "cover"]
        assert str(found.subject) == "edition:edition:cover"
        assert found.phrase.said(EN).startswith(said_of_it)


# Logos


def logo(width: int, height: int, id: str = "logo") -> Picture:
    return Picture(id, b"", "image/png", width, height)


def test_logos_of_any_shape_have_one_weight() -> None:
    of = theme("modern")
    tall = of.space("logo")
    sizes = [optical(of, logo(*shape), 1000) for shape in ((400, 100), (100, 100), (100, 300))]
    areas = [width * height for width, height in sizes]
    assert areas[0] == pytest.approx(tall * tall * of.share("logo-area"))
    assert areas[1] == pytest.approx((tall * of.share("logo-tall")) ** 2)
    for (width, height), shape in zip(sizes, (4, 1, 1 / 3), strict=True):
        assert width / height == pytest.approx(shape)
        assert height <= tall * of.share("logo-tall") + 1e-6
    assert optical(of, logo(2000, 100), 50)[0] == pytest.approx(50)
    assert optical(of, logo(0, 0), 50)[0] > 0


def test_logos_in_a_row_come_in_the_order_of_the_hosts_at_the_place_wanted() -> None:
    images = tuple(replace(photo(200, 100), id=f"logo{n}") for n in range(3))
    bodies = tuple(replace(body, logo=f"logo{n}") for n, body in enumerate(FORUM.organizations))
    for where, low in (("top-left", 0.8), ("top-right", 0.8), ("bottom-center", 0.0)):
        of = replace(
            themed(own(manner={"cover": "line", "logos": where})),
            images=images,
            organizations=bodies,
        )
        asked = options_from({"sections": "cover", "first_host": "sia"}, options_for(of))
        with PdfDocument(printed(of, options=asked)) as document:
            sheet = document[0]
            width, height = sheet.get_size()
            boxes = [found.get_bounds() for found in sheet.get_objects([3])]
        assert len(boxes) == 3
        assert [box[0] for box in boxes] == sorted(box[0] for box in boxes)
        assert all(low <= box[1] / height <= low + 0.2 for box in boxes)
        sizes = {(round(b[2] - b[0], 1), round(b[3] - b[1], 1)) for b in boxes}
        assert len(sizes) == 1
        if where == "top-right":
            assert boxes[-1][2] == pytest.approx(width - theme("modern").frame.right, abs=1)


def test_many_logos_take_more_rows() -> None:
    groups = [
        HostGroup((), tuple(HostMark((), logo(300, 100, str(n))) for n in range(count)))
        for count in (2, 12)
    ]
    few, many = (LogoRows(theme("modern"), [group], Node("P")).height for group in groups)
    assert many > few * 2
    assert LogoRows(theme("modern"), [], Node("P")).height == 0


# Every other sheet


@pytest.mark.parametrize("what", ["agenda", "run-sheet", "mc-script", "attendees", "badges"])
def test_other_sheets_are_set_in_it_too(what: str) -> None:
    changed = own("ministerial", type={"base": 11}, ink={"accent": VIOLET, "ink": "#102030"})
    data = printed(themed(changed), what)
    assert has(pixels(data, 4), VIOLET)
    assert poppler("pdfinfo", "-", data=data).count("Tagged:          yes") == 1


def test_the_same_theme_gives_the_same_bytes() -> None:
    one, other = own(ink={"accent": VIOLET}), own(ink={"accent": VIOLET})
    shuffled = replace(other, data='{ "ink" : {"accent":"' + VIOLET + '"} }')
    assert carried(one) == carried(shuffled)
    assert printed(themed(one)) == printed(themed(shuffled))


def test_in_a_frame_nothing_stands_on_the_hosts_over_their_logos() -> None:
    theme = own("ministerial", manner={"cover": "frame", "logos": "bottom-center"})
    of = pictured(theme)
    shown = tuple(replace(one, logo="photo") for one in of.organizations)
    roles = sorted((HostRole.CO_HOST, HostRole.SPONSOR, HostRole.SUPPORTER) * 2)
    many = tuple(Host(f"h{n}", "edition", "ksia", role, n) for n, role in enumerate(roles, 1))
    data = printed(replace(of, hosts=many, organizations=shown))
    found = poppler("pdftotext", "-f", "1", "-l", "1", "-bbox", "-", "-", data=data)
    at = {
        word: (float(top), float(bottom))
        for top, bottom, word in re.findall(r'yMin="(.*?)".*?yMax="(.*?)">(.*?)</word>', found)
    }
    assert at["Together"][1] < at["Seoul"][0] < at["Seoul"][1] < at["Co-hosted"][0]
