"""Tables whose head names one unit of money for all their cells: 单位：万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsextract.recognize.figures.units import unit_behind
from newsextract.recognize.numerals import Numeral, read_numeral

__all__ = ["cells_of_money"]

_HEAD = re.compile(
    r"单位[:：] ?(?:人民币)?(?P<scale>百万|千万|[百千万亿])?(?P<unit>[美港欧日]?元)(?![/／])[^\n]{0,4}\n"
)
# Columns of another measure in the table's head: only the first figure of a row is then sure.
_MIXED = re.compile(r"[%‰]|同比|增[长速幅]|比重|占比|人数|户数|[（(][^）)\n]{0,6}[个人户家件吨亩台次][)）]")
_ROW = re.compile(
    r"(?P<label>[^\n\d。；，]{2,30})(?P<cells>(?:[ \t|｜]{1,4}+-?[\d,]{1,20}+(?:\.\d{1,6}+)?){1,10}+)[ \t|｜]{0,4}"
)
_CELL = re.compile(r"-?[\d,]{1,20}+(?:\.\d{1,6}+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_TABLE = 60


def cells_of_money(text: str) -> Iterator[tuple[int, int, Decimal, str]]:
    r"""Find the cells of tables in one unit of money: (start, end, value in the base unit, currency).

    >>> [(s, e, int(v)) for s, e, v, _ in cells_of_money("单位：万元\n税收收入 1200 1350.5\n")]
    [(11, 15, 12000000), (16, 22, 13505000)]
    """
    for head in _HEAD.finditer(text):
        scale = read_numeral(head["scale"]) if head["scale"] else None
        unit, _ = next(unit_behind(head["unit"], 0, Numeral(Decimal(1), Decimal(1), arabic=True)))
        factor = (scale[0].low if scale else 1) * unit.factor
        at, mixed = head.end(), False
        for _ in range(_LONGEST_TABLE):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            row = _ROW.fullmatch(text, at, end)
            if row:
                cells = list(_CELL.finditer(text, *row.span("cells")))
                if not all(_YEAR.fullmatch(cell[0]) for cell in cells):
                    for cell in cells[:1] if mixed else cells:
                        yield cell.start(), cell.end(), Decimal(cell[0].replace(",", "")) * factor, unit.code
            elif "。" in text[at:end] or end - at > 80:
                break
            mixed = mixed or bool(_MIXED.search(text, at, end))
            at = end + 1
            if at >= len(text):
                break
