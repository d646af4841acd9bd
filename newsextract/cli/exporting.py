"""Commands that hand pages to other tools and take corrections back: export, import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsextract.cli.messages import say
from newsextract.cli.options import reading
from newsextract.export import Format, export_pages, import_gold
from newsextract.export.formats import label_studio_interface
from newsextract.store import read_pages

__all__ = ["export", "import_"]

_FORM = "label-studio, doccano, conll, or spacy (a DocBin to train on)."
_BACK = "label-studio, doccano or conll."


def export(
    target: Annotated[
        str, typer.Argument(metavar="TARGET", help="What run filled: news.db, pages.jsonl, a folder, a database URL.")
    ],
    *,
    form: Annotated[Format, typer.Option("--format", metavar="FORMAT", help=_FORM)],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
    interface: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write Label Studio's labeling interface there, too.")
    ] = None,
) -> None:
    """Write extracted pages for an annotation tool, to be corrected by hand, or for training.

    Examples:
      newsextract export news.db --format label-studio -o tasks.json --interface labels.xml
      newsextract export news.db --format conll -o pages.conll
      newsextract export news.db --format spacy -o train.spacy
    """
    with reading():
        pages = list(read_pages(target))
    done = export_pages(pages, form, output)
    if interface:
        interface.write_text(label_studio_interface(), encoding="utf-8")
    typer.echo(say("{}: {} pages", output, f"{done:,}"))


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the annotation tool exported.")],
    *,
    form: Annotated[Format, typer.Option("--format", metavar="FORMAT", help=_BACK)],
    pages: Annotated[str, typer.Option(metavar="TARGET", help="The target that was exported to the tool.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the gold files go.")] = Path(
        "gold"
    ),
) -> None:
    """Turn corrected annotations into gold that score measures against.

    Examples:
      newsextract import corrected.json --format label-studio --pages news.db -o gold/
      newsextract score gold/ pages/
    """
    with reading():
        known = list(read_pages(pages))
    done = import_gold(file, form, known, output)
    typer.echo(say("{}: {} pages", output, f"{done:,}"))
