# SPDX-License-Identifier: MIT
"""Pictures are read from anywhere, and kept without what else they tell (FAULTS 29)."""

import zlib
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image, TiffImagePlugin

from forumdesk.domain.desk import ForumDeskError
from forumdesk.exchange.pictures import LONGEST, reencoded


def photo(width: int = 60, height: int = 40) -> Image.Image:
    """A picture of more colours than a drawing has."""
    return Image.frombytes("RGB", (width, height), Random(1).randbytes(3 * width * height))


def encoded(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF"])
def test_a_photo_becomes_a_jpeg_of_the_same_size(kind: str) -> None:
    made = reencoded(encoded(photo(), kind), "photo")
    assert made.data.startswith(b"\xff\xd8\xff")
    assert (made.width, made.height) == (60, 40)


def test_a_logo_stays_sharp_and_see_through() -> None:
    logo = Image.new("RGBA", (30, 10), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (0, 0, 15, 10))
    made = reencoded(encoded(logo, "GIF"), "logo")
    assert made.data.startswith(b"\x89PNG")
    with Image.open(BytesIO(made.data)) as shown:
        assert shown.getpixel((2, 2)) == (200, 0, 0, 255)
        assert shown.getpixel((28, 2))[3] == 0


def test_where_it_was_taken_is_not_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET DESCRIPTION"
    exif.get_ifd(0x8825)[2] = (37, 33, TiffImagePlugin.IFDRational(1, 1))
    data = encoded(photo(), "JPEG", exif=exif, comment=b"SECRET COMMENT")
    assert b"SECRET" in data
    made = reencoded(data, "photo")
    assert b"SECRET" not in made.data
    with Image.open(BytesIO(made.data)) as shown:
        assert dict(shown.getexif()) == {}
        assert not shown.info.get("comment")


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned right by a quarter
    made = reencoded(encoded(photo(), "JPEG", exif=exif), "photo")
    assert (made.width, made.height) == (40, 60)


def test_a_large_picture_is_made_as_large_as_paper_needs() -> None:
    made = reencoded(encoded(photo(LONGEST * 2, 30), "PNG"), "wide")
    assert (made.width, made.height) == (LONGEST, 15)


def bomb() -> bytes:
    """A picture that says it is 60,000 by 60,000 pixels."""
    data = bytearray(encoded(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no picture"),
        (b"a text, not a picture", "no picture"),
        (
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><a href="x"/></svg>',
            "SVG",
        ),
        (encoded(photo(), "PNG")[:700], "damaged"),
        (encoded(photo(300, 300), "JPEG")[:9000], "damaged"),
        (bomb(), "million pixels"),
        (b"%PDF-1.7", "no picture"),
    ],
    ids=["empty", "text", "drawing", "half a PNG", "half a JPEG", "huge", "PDF"],
)
def test_what_is_no_picture_is_refused_with_its_name(data: bytes, why: str) -> None:
    with pytest.raises(ForumDeskError, match=why) as refused:
        reencoded(data, "logo.png")
    assert "logo.png" in str(refused.value)


def test_a_wrong_ending_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "photo.gif"
    path.write_bytes(encoded(photo(), "JPEG"))
    assert reencoded(path.read_bytes(), path.name).width == 60
