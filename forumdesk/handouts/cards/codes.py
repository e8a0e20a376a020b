# SPDX-License-Identifier: MIT
"""The QR codes of badges, ten thousand in a moment.

A QR code of a given size, level and mask is affine over GF(2): its modules are those of the code
of zeros, with the difference that each bit of the data makes laid over them (ISO/IEC 18004: the
check words of Reed and Solomon are linear, mask and pattern are constant). Three digits are ten
bits; what a thousand groups of three make at each place is found once, by the general encoder.
"""

from __future__ import annotations

from functools import cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from forumdesk.domain.values import frozen

_MASK = 2  # of the eight that any reader knows: stripes, which leave no large fields
_BITS = 10  # to three digits
_LEVEL = QRErrorCorrectLevel.Q  # a quarter of it may be damaged, and twelve digits still fit


@frozen
class Code:
    """A code of ``side`` modules; ``rows`` are their bits in hex, dark ones set, from the top."""

    side: int
    rows: str


def code(digits: str) -> Code:
    """The code of some digits."""
    groups = [digits[n : n + 3] for n in range(0, len(digits), 3)]
    whole = [group for group in groups if len(group) == 3]
    if len(whole) != len(groups):
        side, modules = _encoded(digits)
        return Code(side, _packed(side, modules))
    side, modules, tables = _tables(len(groups))
    for group, table in zip(groups, tables, strict=True):
        modules ^= table[int(group)]
    return Code(side, _packed(side, modules))


@cache
def _tables(groups: int) -> tuple[int, int, tuple[tuple[int, ...], ...]]:
    """Modules to a side, the code of zeros, and the difference that each group makes."""
    side, zeros = _encoded("000" * groups)
    tables = []
    for place in range(groups):
        before, after = "000" * place, "000" * (groups - place - 1)
        bits = [_encoded(f"{before}{1 << bit:03}{after}")[1] ^ zeros for bit in range(_BITS)]
        table = [0]
        for number in range(1, 1000):
            low = number & -number
            table.append(table[number ^ low] ^ bits[low.bit_length() - 1])
        tables.append(tuple(table))
    return side, zeros, tuple(tables)


def _encoded(digits: str) -> tuple[int, int]:
    """Modules to a side, and all modules as one number, the first one highest."""
    made = QRCode(None, _LEVEL)
    made.addData(digits)
    made.version = made.calculate_version()
    made.makeImpl(False, _MASK)
    bits = "".join("1" if dark else "0" for row in made.modules for dark in row)
    return made.moduleCount, int(bits, 2)


def _packed(side: int, modules: int) -> str:
    """Each row in whole bytes, as an image of one bit to a module has them."""
    width = -(-side // 8) * 8
    total = 0
    keep = (1 << side) - 1
    for row in range(side - 1, -1, -1):
        total = (total << width) | (((modules >> (row * side)) & keep) << (width - side))
    return f"{total:0{width // 4 * side}x}"
