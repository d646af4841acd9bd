"""What is written in English and in Chinese says the same: the same headings, code and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fenced import OUTPUT, ROOT, blocks, chinese_of, documents, english, headings, prose

#: Written for those who work on the project, or from its docstrings, which are English.
ENGLISH_ONLY = {"design.md", "conventions-deals.md", "scale.md"}

PAIRS = [(f, chinese_of(f)) for f in english() if chinese_of(f).exists()]
IDS = [f.relative_to(ROOT).as_posix() for f, _ in PAIRS]
_TABLE_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)


def _commands(file: Path) -> list[tuple[str, str]]:
    """The code of a document without its comments, which are in its language, and without what it prints or shows."""
    return [
        (b.language, re.sub(r"(?m)\s*(?<!\S)# .*$", "", b.code).strip())
        for b in blocks(file)
        if b.language in ("python", "bash", "sql") and b.mark != OUTPUT
    ]


def test_every_document_for_users_is_there_in_chinese() -> None:
    missing = [
        f.relative_to(ROOT).as_posix()
        for f in english()
        if f.name not in ENGLISH_ONLY and "reference" not in f.parts and not chinese_of(f).exists()
    ]
    assert not missing


def test_no_chinese_document_stands_alone() -> None:
    chinese = [f for f in documents() if f.name.endswith(".zh-CN.md")]
    assert not [f for f in chinese if not f.with_name(f.name.replace(".zh-CN", "")).exists()]


@pytest.mark.parametrize(("en", "zh"), PAIRS, ids=IDS)
def test_both_languages_have_the_same_structure(en: Path, zh: Path) -> None:
    assert [level for level, _ in headings(en)] == [level for level, _ in headings(zh)]
    assert len(_TABLE_ROW.findall(prose(en))) == len(_TABLE_ROW.findall(prose(zh)))


@pytest.mark.parametrize(("en", "zh"), PAIRS, ids=IDS)
def test_both_languages_have_the_same_code(en: Path, zh: Path) -> None:
    assert _commands(en) == _commands(zh)
