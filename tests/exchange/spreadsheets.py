# SPDX-License-Identifier: MIT
"""Making XLSX files by hand, with whatever a test needs in them."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts of any name in a ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def book(*sheets: tuple[str, str], **more: str) -> bytes:
    """An XLSX file of sheets, each its name (with attributes) and the XML of its rows.

    ``strings`` and ``styles`` are the XML within those parts, ``properties`` within the book.
    """
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>'
        for at, (name, _) in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/worksheet" Target="worksheets/s{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f"{more.get('properties', '')}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
    }
    for at, (_, rows) in enumerate(sheets, 1):
        parts[f"xl/worksheets/s{at}.xml"] = f'<worksheet xmlns="{MAIN}">{rows}</worksheet>'
    if "strings" in more:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{more["strings"]}</sst>'
    if "styles" in more:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{more["styles"]}</styleSheet>'
    return packed(parts)


def sheet_data(rows: Iterable[Iterable[str]], first: int = 1) -> str:
    """Rows of texts as a sheet has them."""
    made = []
    for line, row in enumerate(rows, first):
        cells = "".join(
            f'<c r="{chr(65 + at)}{line}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for at, text in enumerate(row)
            if text
        )
        made.append(f'<row r="{line}">{cells}</row>')
    return f"<sheetData>{''.join(made)}</sheetData>"
