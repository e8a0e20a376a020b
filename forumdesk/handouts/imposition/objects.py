# SPDX-License-Identifier: MIT
"""The objects of a PDF that is changed: old ones are read when they are needed, new ones added."""

from __future__ import annotations

import re
import zlib
from collections.abc import Container, Iterable, Iterator
from copy import copy
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from forumdesk.handouts.pdffile import FileWriter

_READ = re.compile(rb"/\w+ <</MCID (\d+)>> BDC")  # as painters mark what is read
_BEGINS = re.compile(rb"/MCID (\d+)>> BDC.*?([-\d.]+) ([-\d.]+) (?:Tm|cm)\b", re.DOTALL)


def name(text: str) -> NameObject:
    """A name, given without its slash."""
    return NameObject(f"/{text}")


def number(value: float) -> PdfObject:
    """A number, whole or to a hundredth of a point."""
    return NumberObject(value) if isinstance(value, int) else FloatObject(f"{value:.2f}")


def array(values: Iterable[PdfObject | float]) -> ArrayObject:
    """An array of objects or numbers."""
    return ArrayObject(v if isinstance(v, PdfObject) else number(v) for v in values)


def beginnings(page: PageObject) -> dict[int, tuple[float, float]]:
    """Where on a page each of its marked contents begins, by number."""
    parts = page.get_contents()
    found = _BEGINS.findall(parts.get_data()) if parts is not None else ()
    return {int(number): (float(x), float(y)) for number, x, y in found}


class Objects:
    """Old objects keep their numbers; those that nothing refers to any more are not written."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._new: dict[int, PdfObject] = {}
        self._next = int(str(reader.trailer["/Size"]))
        self._forms: set[int] = set()

    def add(self, thing: PdfObject) -> IndirectObject:
        """A new object, and the reference to it."""
        own, self._next = self._next, self._next + 1
        self._new[own] = thing
        return IndirectObject(own, 0, self._reader)

    def stream(self, data: bytes) -> IndirectObject:
        """A new stream, compressed."""
        return self.add(_stream(data))

    def form(self, page: PageObject) -> IndirectObject:
        """A page's content as a form that can be drawn on another page."""
        content = page.raw_get("/Contents") if "/Contents" in page else None
        held = content.get_object() if content is not None else None
        fresh = isinstance(content, IndirectObject) and content.idnum not in self._forms
        if isinstance(content, IndirectObject) and isinstance(held, StreamObject) and fresh:
            self._forms.add(content.idnum)
            reference, form = content, held
        else:
            parts = page.get_contents()
            form = _stream(parts.get_data() if parts is not None else b"")
            reference = self.add(form)
        form[name("Type")], form[name("Subtype")] = name("XObject"), name("Form")
        form[name("BBox")] = array(float(side) for side in page.mediabox)
        form[name("Resources")] = page.get("/Resources", DictionaryObject())
        if "/StructParents" in page:
            form[name("StructParents")] = page["/StructParents"]
        return reference

    def twin(self, page: PageObject, read: Container[int] = ()) -> IndirectObject:
        """A page's content as a form of which only some is read, for where it is drawn once more.

        ``read`` are the numbers of the marked content that is.
        """

        def mark(found: re.Match[bytes]) -> bytes:
            return found[0] if int(found[1]) in read else b"/Artifact BMC"

        parts = page.get_contents()
        form = _stream(_READ.sub(mark, parts.get_data()) if parts is not None else b"")
        if read and "/StructParents" in page:
            form[name("StructParents")] = page["/StructParents"]
        form[name("Type")], form[name("Subtype")] = name("XObject"), name("Form")
        form[name("BBox")] = array(float(side) for side in page.mediabox)
        form[name("Resources")] = page.get("/Resources", DictionaryObject())
        return self.add(form)

    def adopted(self, page: PageObject, known: dict[int, IndirectObject]) -> IndirectObject:
        """A page of another file as a form; ``known`` are the objects that were taken from it."""
        form = self.twin(page)
        held = self._new[form.idnum]
        if isinstance(held, DictionaryObject):
            held[name("Resources")] = self._taken(held["/Resources"], known)
        return form

    def _taken(self, thing: PdfObject, known: dict[int, IndirectObject]) -> PdfObject:
        """An object of another file, with all that it refers to."""
        if isinstance(thing, IndirectObject):
            if thing.idnum not in known:
                known[thing.idnum] = self.add(NullObject())
                self._new[known[thing.idnum].idnum] = self._taken(_there(thing.get_object()), known)
            return known[thing.idnum]
        if isinstance(thing, DictionaryObject):
            made = copy(thing)
            for key in thing:
                made[NameObject(key)] = self._taken(thing.raw_get(key), known)
            return made
        if isinstance(thing, ArrayObject):
            return ArrayObject(self._taken(one, known) for one in thing)
        return thing

    def written(self) -> bytes:
        """The file of all that can be reached."""
        trailer = self._reader.trailer
        ends = [trailer.raw_get(key) for key in ("/Root", "/Info") if key in trailer]
        roots = [end for end in ends if isinstance(end, IndirectObject)]
        reached = {root.idnum: root for root in roots}
        waiting, writer = list(roots), FileWriter()
        bodies: dict[int, bytes] = {}
        while waiting:
            one = waiting.pop()
            thing = self.thing(one)
            bodies[one.idnum] = _body(thing)
            for reference in _references(thing):
                if reference.idnum not in reached:
                    reached[reference.idnum] = reference
                    waiting.append(reference)
        for own in sorted(bodies):
            writer.add(own, bodies[own])
        root, info = (f"{end.idnum} 0 R" for end in (*roots, *roots[:1])[:2])
        return writer.finished(self._next, root, info)

    def thing(self, reference: IndirectObject) -> PdfObject:
        """The object of a reference, as it is to be written."""
        new = self._new.get(reference.idnum)
        return new if new is not None else _there(reference.get_object())


def _there(thing: PdfObject | None) -> PdfObject:
    return thing if thing is not None else DictionaryObject()


def _stream(data: bytes) -> StreamObject:
    made = StreamObject()
    made._data = zlib.compress(data)
    made[name("Filter")] = name("FlateDecode")
    return made


def _body(thing: PdfObject) -> bytes:
    file = BytesIO()
    thing.write_to_stream(file)
    return file.getvalue()


def _references(thing: PdfObject) -> Iterator[IndirectObject]:
    """What an object refers to, at any depth of itself."""
    inside: list[PdfObject] = [thing]
    while inside:
        one = inside.pop()
        if isinstance(one, IndirectObject):
            yield one
        elif isinstance(one, DictionaryObject):
            inside += one.values()
        elif isinstance(one, ArrayObject):
            inside += one
