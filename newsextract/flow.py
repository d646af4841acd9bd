"""One page through every step of the flow."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from spacy.language import Language

from newsextract.assemble import assemble
from newsextract.frame import frame_page
from newsextract.model.page import ExtractorInfo, Page, Source
from newsextract.page.analyse import analyse
from newsextract.pipeline import MAX_DOC
from newsextract.reading import read

__all__ = ["run_flow"]


def run_flow(
    text: str,
    *,
    identity: str,
    source: Source,
    published: dt.date | None,
    region: str | None,
    nlp: Language,
    extractor: ExtractorInfo,
) -> Page:
    """Extract one decoded page.

    Args:
        text: the page, without surrogates.
        identity: its id.
        source: where it came from; its path's name is read for a date.
        published, region: what is known of it.
        nlp: the pipeline.
        extractor: what the page says of its making.
    """
    layout = analyse(text)
    frame = frame_page(layout, published=published, region=region, name=Path(source.path).name if source.path else None)
    readings = list(read(layout, frame, nlp, limit=MAX_DOC))
    for reading in readings:
        reading.doc = nlp(reading.doc)
    return assemble(
        identity=identity,
        layout=layout,
        frame=frame,
        readings=readings,
        extractor=extractor,
        source=source,
        warnings=[] if layout.blocks else ["the page holds no text"],
    )
