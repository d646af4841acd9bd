"""Pages for other tools: data frames, annotation tools (and gold back from them), CoNLL, spaCy training data."""

from newsextract.export.formats import FORMATS, Format, export_pages
from newsextract.export.gold import import_gold
from newsextract.model.frames import TABLES, to_dataframe, to_rows

__all__ = ["FORMATS", "TABLES", "Format", "export_pages", "import_gold", "to_dataframe", "to_rows"]
