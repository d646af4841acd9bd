"""Pages for other tools: data frames, annotation tools (and gold back from them), CoNLL, spaCy training data."""

from newsextract.export.formats import FORMATS, Format, export_pages
from newsextract.export.frames import TABLES, to_dataframe, to_rows
from newsextract.export.gold import import_gold

__all__ = ["FORMATS", "TABLES", "Format", "export_pages", "import_gold", "to_dataframe", "to_rows"]
