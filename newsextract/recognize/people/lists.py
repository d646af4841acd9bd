"""Lists of names: where most items read as names, the others of the same shape are names too."""

from __future__ import annotations

from newsextract.recognize.patterns import Pattern, beginning
from newsextract.recognize.people.chinese import PERHAPS, Reading
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.weights import ACCEPT, WEIGHT

__all__ = ["weigh_lists"]

_ITEM = r"\p{Han}{2,4}(?:[（(][^）)\n]{1,8}[）)])?"
_SHORT, _NOTE = r"[^\s，。、：；（）()]", r"(?:[（(][^）)\n]{1,8}[）)])?"
_LIST = Pattern(
    "list of short items",
    rf"(?<=[：:、\s]){_ITEM}(?:[、 　]{_ITEM}){{2,}}|{_ITEM}(?:、{_ITEM}){{2,}}",
    # Two short items with a mark behind each: hardly anything else but lists begins so.
    starts=beginning(rf"[^\s!-~，。、：；（）](?={_SHORT}{{1,3}}{_NOTE}[、 　]{_SHORT}{{2,4}}{_NOTE}[、 　])"),
)
_NAME = Pattern("item of a list", r"\p{Han}{2,4}(?![\p{Han}（(])|\p{Han}{2,4}(?=[（(])")
#: Share of a list's items that must read as names, and how many of them surely.
_SHARE, _SURELY = 0.6, 2


def weigh_lists(around: Surroundings, readings: list[Reading]) -> None:
    """Give the doubtful items of a list of names the evidence of the others."""
    if "、" not in around.text and " " not in around.text:
        return
    at = {(r.start, r.end): r for r in readings if not r.evidence or r.evidence[0] != "dotted name"}
    for run in _LIST.finditer(around.text):
        spans = [hit.span() for hit in _NAME.finditer(around.text, run.start(), run.end())]
        items = [at[span] for span in spans if span in at and at[span].score >= PERHAPS]
        surely = [r for r in items if r.score >= ACCEPT]
        if len(surely) >= _SURELY and len(items) >= _SHARE * len(spans):
            for reading in items:
                if reading not in surely:
                    reading.add("in a list of names", WEIGHT["in a list of names"])
