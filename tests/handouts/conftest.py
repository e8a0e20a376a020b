# SPDX-License-Identifier: MIT
"""The sample forum as paper content, and PDFs read back."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.handouts.content import ProgramContent
from forumdesk.handouts.contents.program import program_content
from forumdesk.handouts.options import Options, options_from
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Dossier:
    """The sample forum's first edition."""
    with ForumFile.open(sample_file, read_only=True) as desk:
        return dossier(desk, desk.find(Edition)[0].id)


@pytest.fixture(scope="session")
def program(sample: Dossier) -> Callable[..., tuple[ProgramContent, Options]]:
    """The sample's program as content, with the options given."""

    def build(**given: object) -> tuple[ProgramContent, Options]:
        options = options_from(given)
        return program_content(sample, options), options

    return build


def texts(data: bytes) -> list[str]:
    """The text of each page as poppler reads it in reading order."""
    return poppler("pdftotext", "-raw", "-", "-", data=data).split("\f")[:-1]


def poppler(*command: str, data: bytes) -> str:
    """What a tool of poppler says about a PDF; tests on it are skipped where it is missing."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} of poppler-utils is not installed")
    said = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return said.decode(errors="replace")  # titles of parts are written as they stand


def reader(data: bytes) -> PdfReader:
    """A PDF to look into."""
    return PdfReader(BytesIO(data))


def page_count(data: bytes) -> int:
    """How many pages a PDF has, as the preview opens it: much quicker than looking into it."""
    pdf = PdfDocument(data)
    try:
        return len(pdf)
    finally:
        pdf.close()


def pages_said(data: bytes) -> list[str]:
    """The text of each page as the preview finds it: much quicker than looking into it."""
    pdf = PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]
    finally:
        pdf.close()


def folder(name: str) -> Path:
    """A folder of reference files."""
    return Path(__file__).parent.parent / name
