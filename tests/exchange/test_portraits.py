# SPDX-License-Identifier: MIT
"""Portraits that come with a list are read anew; what is no picture is told."""

from io import BytesIO

from PIL import Image

from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.naming import names_from
from forumdesk.exchange.portraits import with_portraits


def test_a_portrait_is_read_anew_and_a_wrong_one_told() -> None:
    out = BytesIO()
    Image.new("RGB", (30, 40), (10, 20, 30)).save(out, "GIF")
    good = ListEntry(2, names_from("홍길동"), photo=Photo(out.getvalue(), "image/gif"))
    bad = ListEntry(9, names_from("Anna Lee"), photo=Photo(b"no picture"))
    plain = ListEntry(20, names_from("Bo Li"))
    first, second, third = with_portraits([good, bad, plain])
    assert first.photo is not None
    assert (first.photo.media_type, first.photo.width, first.photo.height) == ("image/png", 30, 40)
    assert second.photo is None
    told = [
        (finding.line, finding.thing, str(finding.phrase.message)) for finding in second.findings
    ]
    assert told == [(9, "Anna Lee", "{name} is no picture that can be read.")]
    assert third == plain
