# SPDX-License-Identifier: MIT
"""Several files as one to print: each begins on a new sheet, also where both sides are printed.

What is bound is for the printer: the structure for reading aloud stays with the files themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from forumdesk.domain.bulk import uncollected


def bound(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The files one after the other, each a line of the outline by its name."""
    with uncollected():
        writer = PdfWriter()
        for name, data in parts:
            start = len(writer.pages)
            writer.append(PdfReader(BytesIO(data)), import_outline=False)
            writer.add_outline_item(title=name, page_number=start)
            if (len(writer.pages) - start) % 2:
                writer.add_blank_page()
        writer.metadata = None
        out = BytesIO()
        writer.write(out)
    return out.getvalue()
