"""Pages → the data that a report carries: what the browser shows, no more, with offsets as JavaScript counts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from newsextract._version import __version__
from newsextract.model import Page

__all__ = ["Utf16", "build"]

#: Fields of a fact that are carried apart.
_FRAME = frozenset({"id", "article", "evidence", "spans"})
_ARTICLE_FRAME = frozenset({"id", "sentences", "duplicate_of"})
#: Types whose mentions have a page of their own in the report.
_NAMES = frozenset({"PERSON", "ORG", "PLACE"})


class Utf16:
    """Turns offsets in code points into offsets in UTF-16 units, which JavaScript's strings count in.

    Args:
        text: what the offsets count in.

    >>> [Utf16("a𠮷b")(n) for n in range(4)]
    [0, 1, 3, 4]
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [n for n, c in enumerate(text) if c > "\uffff"]

    def __call__(self, offset: int) -> int:
        """Return the offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)

    def span(self, span: Sequence[int]) -> list[int]:
        """Return both ends of a span in UTF-16 units."""
        return [self(span[0]), self(span[1])]


def _lean(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing: null, empty, false. Zero says something."""
    return {k: v for k, v in data.items() if v or (v == 0 and v is not False)}


class _Builder:
    """Collects pages; bodies, people and places get one number each over all of them."""

    def __init__(self) -> None:
        self.entities: list[dict[str, Any]] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def _entity(self, page: Page, mention: Any, known: dict[str, Any]) -> int | None:
        entity = known.get(mention.entity or "")
        if entity is not None:
            key: tuple[str, ...] = ("id", entity.id)
            entry = _lean({"type": entity.type, "name": entity.name, "code": entity.code})
        elif mention.type in _NAMES:
            # Nothing linked it: mentions of one name count as one, people within a page only.
            name = getattr(mention.value, "canonical", None) or mention.text
            code = getattr(mention.value, "code", None)
            key = (mention.type, name, code or "", page.id if mention.type == "PERSON" else "")
            entry = _lean({"type": mention.type, "name": name, "code": code})
        else:
            return None
        if key not in self._numbers:
            self._numbers[key] = len(self.entities)
            self.entities.append(entry)
        return self._numbers[key]

    def page(self, page: Page) -> dict[str, Any]:
        """Make the entry of one page."""
        on_page = Utf16(page.text or "")
        articles = {a.id: n for n, a in enumerate(page.articles)}
        in_article = [Utf16(a.text) for a in page.articles]
        mentions = {m.id: n for n, m in enumerate(page.mentions)}
        known = {e.id: e for e in page.entities}

        def place(owner: str | None) -> int:
            return articles.get(owner or "", -1)

        # One dump of the page is several times as fast as one of each mention.
        data = page.model_dump(mode="json", exclude={"text", "extractor", "blocks"})
        rows = []
        for m, dumped in zip(page.mentions, data["mentions"], strict=True):
            at = place(m.article)
            rows.append(
                _lean(
                    {
                        "t": m.type,
                        "a": at,
                        "s": [on_page.span(s) for s in m.spans],
                        "x": in_article[at].span(m.article_span) if m.article_span and at >= 0 else None,
                        "w": m.text,
                        "v": _lean(dumped["value"] or {}),
                        "n": m.sentence,
                        "c": round(m.confidence, 2),
                        "y": m.evidence,
                    }
                )
                | {"e": self._entity(page, m, known)}
            )
        source = page.source.model_dump(include={"path", "newspaper", "page_no", "url", "characters"})
        return _lean(
            {
                **source,
                "id": page.id,
                "status": page.status,
                "warnings": page.warnings,
                "published": page.published and page.published.isoformat(),
                "basis": page.published_basis,
                "region": page.region,
                "text": page.text,
                "blocks": [[*on_page.span((b.start, b.end)), b.role, place(b.article)] for b in page.blocks],
                "articles": [
                    _lean({k: v for k, v in data["articles"][n].items() if k not in _ARTICLE_FRAME})
                    | {"sentences": [in_article[n].span(s) for s in a.sentences]}
                    | ({"duplicate": place(a.duplicate_of)} if a.duplicate_of else {})
                    for n, a in enumerate(page.articles)
                ],
                "mentions": rows,
                "facts": [
                    _lean({k: v for k, v in data["facts"][n].items() if k not in _FRAME})
                    | {
                        "a": place(f.article),
                        "m": [mentions[i] for i in f.evidence if i in mentions],
                        "s": {field: [on_page.span(s) for s in spans] for field, spans in f.spans.items() if spans},
                    }
                    for n, f in enumerate(page.facts)
                ],
            }
        )


def build(pages: Iterable[Page], *, title: str, language: str | None = None) -> dict[str, Any]:
    """Make the data of a report.

    Args:
        pages: what to show, in this order.
        title: heading of the report.
        language: ``en`` or ``zh``; the browser's where it is None.
    """
    builder = _Builder()
    entries = [builder.page(page) for page in pages]
    return {
        "title": title,
        "version": __version__,
        "language": language,
        "pages": entries,
        "entities": builder.entities,
    }
