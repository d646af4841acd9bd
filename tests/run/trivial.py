"""An extractor that costs nothing, so that the runner's tests test the runner; and words that make it misbehave."""

from __future__ import annotations

import datetime as dt
import os
import time
from typing import Any

from newsextract.errors import ExtractionError
from newsextract.extractor import Extractor
from newsextract.model.ids import entity_id, page_id, part_id
from newsextract.model.page import ExtractorInfo, Page, Source


class TrivialExtractor(Extractor):
    """Makes an article, an amount and a body of every line.

    ``HANG`` never ends, ``DIE`` kills the process, ``RAISE`` and ``FAIL`` raise, ``NUL`` makes a text that not every database takes.
    """

    version = "1"
    seconds = 0.0

    @property
    def info(self) -> ExtractorInfo:  # type: ignore[override]
        return ExtractorInfo(version=self.version, lexicons="none", options=str(self.published))

    def warm_up(self) -> None:
        pass

    def extract(
        self,
        text: str,
        *,
        published: dt.date | None = None,
        region: str | None = None,
        source: Source | None = None,
        identity: str | None = None,
    ) -> Page:
        time.sleep(self.seconds)
        if "HANG" in text:
            time.sleep(1000)
        if "DIE" in text:
            os._exit(7)
        if "RAISE" in text:
            raise ZeroDivisionError("nobody foresaw this")
        if "FAIL" in text:
            raise ExtractionError("this was foreseen")
        source = source or Source()
        text = text.replace("NUL", "\0")
        page = identity or page_id(text=text)
        made: dict[str, list[dict[str, Any]]] = {"articles": [], "mentions": [], "entities": []}
        for number, line in enumerate(text.splitlines()):
            self._line(page, number, line, made)
        published = published or self.published
        return Page.model_validate(
            {
                "extractor": self.info,
                "id": page,
                "status": "ok" if text else "empty",
                "source": source.model_copy(update={"characters": len(text)}),
                "published": published,
                "published_basis": "given" if published else "unknown",
                "region": region or self.region,
                "text": text,
                **made,
            }
        )

    def _line(self, page: str, number: int, line: str, made: dict[str, list[dict[str, Any]]]) -> None:
        article = part_id(page, "article", [(number, number + 1)])
        made["articles"].append({"id": article, "text": line, "sentences": [[0, len(line)]]})
        figure = str(len(line))
        money = {"low": figure, "high": figure, "currency": "CNY"}
        body = entity_id("ORG", line[:4], None, None)
        common = {"text": line[:4], "article": article, "sentence": 0, "confidence": 1, "spans": [[number, number + 1]]}
        for kind, value, entity in (("MONEY", money, None), ("ORG", {}, body)):
            mention = part_id(page, kind, [(number, number + 1)])
            made["mentions"].append({"id": mention, "type": kind, "value": value, "entity": entity, **common})
        if all(e["id"] != body for e in made["entities"]):
            made["entities"].append({"id": body, "type": "ORG", "name": line[:4], "mentions": [mention]})
