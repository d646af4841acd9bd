"""Where a surer mention cuts a place or body that ran over it."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from newsextract.doc import Candidate, candidates, norm_text

__all__ = ["cut_bodies"]

_TRIMMED = "，。、；：！？,;:!?（）()“”‘’《》 \n"
_SHORTEST = 2
#: Types that are wrong as a whole where they run over a sure name or role (…副主任王某今晚会见).
_WHOLE = ("EVENT", "PRODUCT")


def cut_bodies(doc: Doc, sure: list[tuple[int, int]], *, labels: tuple[str, ...] = ("ORG", "PLACE")) -> None:
    """Cut the proposed places and bodies that run over surer mentions; what is left of them stands, less sure.

    A body that begins with a name keeps what follows it (王某高新区工委), one that ends in a role what comes before it
    (某某县|长, 某某局党组|成员). A piece that another proposal has already, or of one character, goes.

    Args:
        doc: a Doc with proposals.
        sure: [start, end) of mentions that are certain, in order, not overlapping.
        labels: the types that yield.
    """
    if not sure:
        return
    starts = [s for s, _ in sure]
    text = norm_text(doc)
    known = {(c["start"], c["end"]) for c in candidates(doc)}
    kept: list[Candidate] = []
    for c in candidates(doc):
        if c["label"] not in (*labels, *_WHOLE):
            kept.append(c)
            continue
        start, end = c["start"], c["end"]
        at = bisect_right(starts, end - 1) - 1
        if at < 0 or sure[at][1] <= start:
            kept.append(c)
            continue
        if c["label"] in _WHOLE:
            continue
        while at >= 0 and sure[at][1] > start:
            s, e = sure[at]
            if s - start > end - e:  # more stands before than behind
                end = s
            else:
                start = e
                break
            at -= 1
        while start < end and text[start] in _TRIMMED:
            start += 1
        while end > start and text[end - 1] in _TRIMMED:
            end -= 1
        if end - start >= _SHORTEST and (start, end) not in known:
            kept.append({**c, "start": start, "end": end, "confidence": round(c["confidence"] * 0.8, 2)})
    candidates(doc)[:] = kept
