"""Pages for other tools, and corrections back from them."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin

import newsextract
from newsextract.cli import main
from newsextract.export import FORMATS, export_pages, import_gold, to_dataframe, to_rows
from newsextract.model import Page
from newsextract.store import read_pages

TEXT = "澜湾市财政局印发《澜湾市菜篮子补贴办法》。\n\n澜湾市市长顾清源1月5日宣布，投资3亿元，同比增长5.2%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages, and what was extracted from it."""
    (tmp_path / "pages" / "sub").mkdir(parents=True)
    (tmp_path / "pages" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "pages" / "sub" / "b.txt").write_text("罚款五百元。", encoding="utf-8")
    arguments = ["run", str(tmp_path / "pages"), "--to", str(tmp_path / "pages.jsonl"), "--workers", "0"]
    assert main([*arguments, "--published", "2024-01-06"]) == 0
    return tmp_path


@pytest.fixture
def pages(folder: Path) -> list[Page]:
    return list(read_pages(folder / "pages.jsonl"))


def test_rows_have_figures_as_decimals_and_days_as_dates(pages: list[Page]) -> None:
    money = [row for row in to_rows(pages) if row["type"] == "MONEY"]
    assert [row["value_low"] for row in money] == [Decimal(300000000), Decimal(500)]
    assert money[0]["sentence"].endswith("同比增长5.2%。")
    (day,) = [row["value_start"] for row in to_rows(pages[0]) if row["type"] == "TIME"]
    assert day == dt.date(2024, 1, 5)
    assert len(to_rows(pages, "articles")) >= 2
    with pytest.raises(newsextract.OptionError, match="one of mentions"):
        to_rows(pages, "menshuns")  # type: ignore[arg-type]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_data_frames(library: Any, pages: list[Page]) -> None:
    pytest.importorskip(library)
    frame = to_dataframe(pages, library=library)
    assert len(frame) == sum(len(page.mentions) for page in pages)
    assert {"type", "text", "value_low", "sentence"} <= set(frame.columns)
    assert len(pages[0].to_dataframe("articles", library=library)) == len(pages[0].articles)


def gold_of(folder: Path, name: str = "a") -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("form", ["label-studio", "doccano", "conll"])
def test_what_comes_back_untouched_scores_as_perfect(
    form: Any, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, file = str(folder / "pages.jsonl"), str(folder / "corrected")
    assert main(["export", target, "--format", form, "-o", file]) == 0
    assert main(["import", file, "--format", form, "--pages", target, "-o", str(folder / "gold")]) == 0
    assert sorted(f.name for f in (folder / "gold").iterdir()) == ["a.gold.json", "sub__b.gold.json"]
    capsys.readouterr()
    assert main(["score", str(folder / "gold"), str(folder / "pages"), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["MONEY"]["gold"] == 2
    for kind in newsextract.model.MENTION_TYPES:
        assert figures[kind]["gold"] == figures[kind]["pred"]
        assert figures[kind]["f1_value"] == (1 if figures[kind]["gold"] else figures[kind]["f1_value"])


def test_a_correction_in_label_studio(folder: Path, pages: list[Page]) -> None:
    file = folder / "tasks.json"
    export_pages(pages, "label-studio", file)
    tasks = json.loads(file.read_text(encoding="utf-8"))
    for region in tasks[0]["predictions"][0]["result"]:
        value = region["value"]
        assert tasks[0]["data"]["text"][value["start"] : value["end"]] == value["text"]
    # A person leaves one region out and draws two new ones.
    kept = [r for r in tasks[0]["predictions"][0]["result"] if r["value"]["labels"] != ["PERCENT"]]
    for words, kind in (("5.2%", "PERCENT"), ("菜篮子", "QUANTITY")):
        at = TEXT.index(words)
        value = {"start": at, "end": at + len(words), "text": words, "labels": [kind]}
        kept.append({"id": words, "from_name": "label", "to_name": "text", "type": "labels", "value": value})
    tasks[0]["annotations"] = [{"result": kept}]
    file.write_text(json.dumps(tasks[:1]), encoding="utf-8")
    assert import_gold(file, "label-studio", pages, folder / "gold") == 1
    gold = gold_of(folder)
    (percent,) = [m for m in gold["mentions"] if m["type"] == "PERCENT"]
    assert percent["value"]["low"] == "5.2"
    assert gold["notes"] == [f"QUANTITY 菜篮子 at {TEXT.index('菜篮子')}: its value is still to be filled in"]
    assert gold["published"] == "2024-01-06"


def test_a_mention_in_two_pieces_stays_one(folder: Path) -> None:
    (page,) = [p for p in read_pages(folder / "pages.jsonl") if p.source.path == "a.txt"]
    data = page.model_dump()
    spans = [(TEXT.index("顾清"), TEXT.index("顾清") + 2), (TEXT.index("宣布"), TEXT.index("宣布") + 2)]
    person = {"id": "x", "type": "PERSON", "text": "顾清宣布", "spans": spans, "value": {}, "confidence": 1}
    split = Page.model_validate({**data, "mentions": [person], "facts": [], "entities": []})
    for form in ("label-studio", "conll"):
        export_pages([split], form, folder / "file")  # type: ignore[arg-type]
        import_gold(folder / "file", form, [split], folder / "gold")  # type: ignore[arg-type]
        assert [(m["text"], m["spans"]) for m in gold_of(folder)["mentions"]] == [
            ("顾清宣布", [list(s) for s in spans])
        ]


def test_conll_has_a_character_a_line(folder: Path, pages: list[Page]) -> None:
    export_pages(pages, "conll", folder / "pages.conll")
    lines = (folder / "pages.conll").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line]
    texts = {p.id: p.text or "" for p in pages}
    assert len(rows) == sum(1 for text in texts.values() for c in text if not c.isspace())
    at = TEXT.index("3亿元")
    tags = [tag for _, offset, tag in rows if at <= int(offset) < at + 3][:3]
    assert tags == ["B-MONEY", "I-MONEY", "I-MONEY"]


def test_training_data_for_spacy(folder: Path, pages: list[Page]) -> None:
    export_pages(pages, "spacy", folder / "train.spacy")
    docs = list(DocBin().from_disk(folder / "train.spacy").get_docs(spacy.blank("zh").vocab))
    ents = {(e.text, e.label_) for doc in docs for e in doc.ents}
    assert {("3亿元", "MONEY"), ("五百元", "MONEY")} <= ents
    assert all(len(token) == 1 for doc in docs for token in doc)


@pytest.mark.parametrize(
    ("form", "text", "says"),
    [
        ("label-studio", "{", "not label-studio"),
        ("label-studio", '[{"data": {"page_id": "?"}, "predictions": [{"result": []}]}]', "give the target"),
        ("doccano", '{"text": "?"}', "not doccano"),
        ("conll", "# page_id = ?\na b c\n", "not conll"),
        ("spacy", "", "does not come back"),
    ],
)
def test_what_is_no_correction(form: Any, text: str, says: str, folder: Path, pages: list[Page]) -> None:
    (folder / "file").write_text(text, encoding="utf-8")
    with pytest.raises(newsextract.NewsExtractError, match=says):
        import_gold(folder / "file", form, pages, folder / "gold")


def test_every_format_from_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in FORMATS:
        assert main(["export", str(folder / "pages.jsonl"), "--format", form, "-o", str(folder / f"out.{form}")]) == 0
    assert main(["export", str(folder / "pages.jsonl"), "--format", "word", "-o", "x"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
