# SPDX-License-Identifier: MIT
"""Faces: what they hold, what steps in, and what a subset is."""

import struct
from pathlib import Path

import pytest

from forumdesk.domain.assets import resources
from forumdesk.handouts.fonts import STAND_IN, Face, bundled, face
from forumdesk.handouts.truetype import FontError, TrueType


@pytest.mark.parametrize(("family", "weight"), bundled())
def test_bundled_faces_have_what_a_program_needs(family: str, weight: str) -> None:
    of = face(family, weight)
    assert of.covers("".join(map(chr, range(0xAC00, 0xD7A4))))
    assert of.covers("—–·“”‘’•€①〓 áéñüß 韓美")
    assert not of.covers("\U0001f40b")


def test_digits_of_the_sans_faces_are_tabular() -> None:
    for weight in ("regular", "semibold", "bold"):
        assert len({face("sans", weight).width(digit) for digit in "0123456789"}) == 1


def test_missing_character_is_told_and_set_as_a_mark() -> None:
    of = face("sans", "regular")
    odd = "\U0010fffd"
    assert of.missing(f"가{odd}a") == {odd}
    assert of.width(odd) == pytest.approx(of.width(STAND_IN))
    assert [run for _, run in of.runs(f"가{odd}a")] == [f"가{odd}a"]


def test_runs_change_face_only_where_they_must(tmp_path: Path) -> None:
    small = Face("small", TrueType(_font_of("ab ", tmp_path)), fallback=True)
    assert small.covers("ab")
    assert not small.covers("c")
    assert [(f.name, run) for f, run in small.runs("abc")] == [("small", "abc")]


def test_subset_holds_its_glyphs_and_true_checksums() -> None:
    font = TrueType(resources() / "fonts" / "NotoSansKR-Regular.ttf")
    glyphs = [font.glyph(ord(c)) for c in "가나다Ångström"]
    numbers, data = font.subset(glyphs)
    assert next(iter(numbers)) == 0
    assert set(glyphs) <= numbers.keys()
    padded = data + b"\0" * (-len(data) % 4)
    assert sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF == 0xB1B0AFBA
    (tables,) = struct.unpack_from(">H", data, 4)
    for n in range(tables):
        _, checksum, at, size = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        body = data[at : at + size + (-size % 4)]
        if data[12 + 16 * n : 16 + 16 * n] != b"head":
            assert checksum == sum(struct.unpack(f">{len(body) // 4}L", body)) & 0xFFFFFFFF


@pytest.mark.parametrize("content", [b"", b"OTTO" + b"\0" * 40, b"\0\1\0\0\0\1" + b"x" * 90])
def test_what_is_no_truetype_font_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(FontError, match=r"broken\.ttf"):
        TrueType(path)


def _font_of(characters: str, folder: Path) -> Path:
    """A font file of a few characters: a subset, with a character map put back in."""
    font = TrueType(resources() / "fonts" / "NotoSansKR-Regular.ttf")
    numbers, data = font.subset(font.glyph(ord(c)) for c in characters)
    pairs = sorted((ord(c), numbers[font.glyph(ord(c))]) for c in characters)
    groups = b"".join(struct.pack(">LLL", code, code, glyph) for code, glyph in pairs)
    table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(pairs)) + groups
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table
    (count,) = struct.unpack_from(">H", data, 4)
    rows = [struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(count)]
    tables = {tag: data[at : at + size] for tag, _, at, size in rows}
    tables |= {b"cmap": cmap, b"post": struct.pack(">LLhhL", 0x30000, 0, 0, 0, 0) + b"\0" * 16}
    at, made, bodies = 12 + 16 * len(tables), b"", b""
    for tag in sorted(tables):
        body = tables[tag]
        made += struct.pack(">4sLLL", tag, 0, at + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    path = folder / "small.ttf"
    path.write_bytes(struct.pack(">LHHHH", 0x10000, len(tables), 0, 0, 0) + made + bodies)
    return path
