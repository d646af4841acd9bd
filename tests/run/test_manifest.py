"""What is known of the pages beforehand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newsextract.errors import OptionError
from newsextract.run.manifest import Known, load_manifest


def _manifest(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "manifest.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_manifest_says_what_is_known_of_each_page(tmp_path: Path) -> None:
    header = "\ufeffpath,published,newspaper,page_number,region,source_url\n"
    path = _manifest(tmp_path, f"{header}a/1.txt,2024-08-15,晨报,A01,370600,https://x.example/1\nb.txt,,,,,\n")
    assert load_manifest(path) == {
        "a/1.txt": Known(None, dt.date(2024, 8, 15), "晨报", "A01", "370600", "https://x.example/1"),
        "b.txt": Known(),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,published\na.txt,\n", "unknown column file"),
        ("published\n2024-01-01\n", "no column path"),
        ("path,published\na.txt,15/8/2024\n", r"manifest.csv:2: '15/8/2024' is no date"),
        ("path,region\na.txt,烟台\n", "no six-digit code"),
        ("path\na.txt\n./a.txt\n", r"manifest.csv:3: a.txt or its id stands twice"),
        ("path,id\na.txt,1\nb.txt,1\n", "stands twice"),
        ("path,published\na.txt\n", "another number of cells"),
        ('path\n"a.txt\n', "cannot be read"),
        ("path\n\n,\n", "another number of cells"),
    ],
)
def test_a_manifest_that_is_not_valid_says_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        load_manifest(_manifest(tmp_path, text))


def test_a_manifest_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        load_manifest(tmp_path / "no.csv")
