# SPDX-License-Identifier: MIT
"""Pictures from anywhere made fit to be kept: raster only, upright, without what else they tell.

A picture is decoded and written anew, so that nothing of the file it came in stays: no place it
was taken at, no camera, no text, no second image behind the first. Drawings (SVG) can run code
and name other files: they are refused.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.intake import Finding
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 64 << 20  # bytes
LARGEST = 100_000_000  # pixels to be decoded: what a good camera makes, and far from a trap
LONGEST = 2400  # pixels of the longer side: 200 mm at 300 dpi
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY = 90
_FEW = 256  # colours up to which a picture is drawn, and PNG keeps it sharp


@frozen
class Picture:
    """A picture as it is kept: PNG or JPEG, its size in pixels."""

    data: bytes
    width: int
    height: int


def reencoded(data: bytes, name: str) -> Picture:
    """A picture read and written anew; ``name`` is what it is called in a refusal.

    Raises ``ForumDeskError`` for what is no picture, is damaged, or would be too large.
    """
    if len(data) > LARGEST_FILE:
        raise _refused(N_("The picture {name} is larger than {most} MB."), name, LARGEST_FILE >> 20)
    if b"<svg" in data[:4096].lower():
        raise _refused(N_("{name} is a drawing (SVG); save it as PNG first."), name)
    # A library of its own weight, loaded with the first picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        # Its own limits only warn; ours are looked at before anything is decoded.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > LARGEST:
                    raise _refused(
                        N_("The picture {name} has more than {most} million pixels."),
                        name,
                        LARGEST // 1_000_000,
                    )
                return _written(_upright(opened))
    except Image.DecompressionBombError:
        raise _refused(
            N_("The picture {name} has more than {most} million pixels."), name, LARGEST // 10**6
        ) from None
    except UnidentifiedImageError:
        raise _refused(N_("{name} is no picture that can be read."), name) from None
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise _refused(N_("The picture {name} is damaged."), name) from error


def with_portrait(entry: ListEntry) -> ListEntry:
    """An entry whose portrait is fit to be kept; one that can't be is left out and told."""
    if entry.photo is None:
        return entry
    try:
        picture = reencoded(entry.photo.data, "")
    except ForumDeskError:
        lost = Finding(N_("The photo can't be read; it was left out."), line=entry.line)
        return replace(entry, photo=None, findings=(*entry.findings, lost))
    return replace(entry, photo=Photo(picture.data, size=(picture.width, picture.height)))


def _refused(message: str, name: str, most: int = 0) -> ForumDeskError:
    return ForumDeskError(message, name=name, most=most)


def _upright(opened: Image) -> Image:
    """The first frame, turned as it was taken, no larger than paper needs, in plain colours."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    opened.draft("RGB", (LONGEST, LONGEST))  # lets JPEG be decoded at a part of its size
    turned = ImageOps.exif_transpose(opened) or opened
    clear = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    plain = turned.convert("RGBA" if clear else "RGB")
    plain.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return plain


def _written(picture: Image) -> Picture:
    """As PNG where it is see-through or drawn, else as JPEG; the pixels alone."""
    from PIL import Image  # noqa: PLC0415

    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    if bare.mode == "RGBA" or bare.getcolors(_FEW) is not None:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(out.getvalue(), *bare.size)
