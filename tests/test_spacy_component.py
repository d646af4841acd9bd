"""newsextract as a spaCy component among others."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsextract
import newsextract.spacy_component  # registers it, as installing does
from newsextract.doc import SPANS, propose

ROOT = Path(newsextract.__file__).resolve().parents[1]
TEXT = "本报讯 完成投资3亿元，增长5.2%。"


def make(**config: Any) -> Language:
    nlp = spacy.blank("zh")
    nlp.add_pipe("newsextract", config={"published": "2022-01-22", **config})
    return nlp


def test_a_blank_pipeline_gets_ents_spans_and_the_page() -> None:
    doc = make()(TEXT)
    assert [(e.text, e.label_) for e in doc.ents] == [("3亿元", "MONEY"), ("5.2%", "PERCENT")]
    assert doc.ents[0]._.value["low"] == "300000000"
    assert [s.text for s in doc.spans[SPANS]] == ["3亿元", "5.2%"]
    page = newsextract.Page.model_validate(doc._.newsextract)
    assert str(page.published) == "2022-01-22"
    for mention in page.mentions:
        assert "".join(doc.text[s:e] for s, e in mention.spans) == mention.text


def install(folder: Path, name: str, factories: dict[str, str]) -> None:
    """Put the metadata of a distribution where Python finds it, as installing it would."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    points = "".join(f"{key} = {value}\n" for key, value in factories.items())
    (info / "entry_points.txt").write_text(f"[spacy_factories]\n{points}", encoding="utf-8")


def run_beside(folder: Path, code: str) -> str:
    """Run code in a Python of its own, which finds what is installed in a folder."""
    path = os.pathsep.join((str(folder), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_there_after_installation_without_an_import(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    install(tmp_path, "beside", project["entry-points"]["spacy_factories"])
    code = f"import spacy; nlp = spacy.blank('zh'); nlp.add_pipe('newsextract'); print(len(nlp({TEXT!r}).ents))"
    assert run_beside(tmp_path, code) == "2\n"


def test_a_recogniser_that_another_package_registers(tmp_path: Path) -> None:
    install(tmp_path, "tides", {"tides": "tides:make"})
    lines = (
        "from spacy.language import Language",
        "from newsextract.doc import propose",
        "@Language.factory('tides')",
        "def make(nlp, name):",
        "    def find(doc):",
        "        at = doc.text.find('大潮')",
        "        if at >= 0: propose(doc, at, at + 2, 'EVENT', by='tides')",
        "        return doc",
        "    return find",
    )
    (tmp_path / "tides.py").write_text("\n".join(lines), encoding="utf-8")
    code = "import newsextract as n; p = n.Extractor(recognizers=['tides']).extract('大潮将至。'); print(*[m.text for m in p.mentions])"
    assert run_beside(tmp_path, code) == "大潮\n"


@pytest.mark.parametrize(("alignment", "expected"), [("strict", []), ("expand", ["投资3亿元"]), ("contract", [])])
def test_a_tokenizer_that_makes_words(alignment: str, expected: list[str]) -> None:
    nlp = make(alignment=alignment)
    words = ["已", "完成", "投资3亿元", "。"]
    doc = nlp.get_pipe("newsextract")(Doc(nlp.vocab, words=words, spaces=[False] * 4))
    assert [s.text for s in doc.spans[SPANS]] == expected
    # Whatever becomes of the spans, the page has the mention with its exact place.
    (mention,) = [m for m in doc._.newsextract["mentions"] if m["type"] == "MONEY"]
    assert [doc.text[s:e] for s, e in mention["spans"]] == ["3亿元"]


def test_options_that_are_not_valid() -> None:
    with pytest.raises(newsextract.OptionError, match="no date"):
        make(published="tomorrow")
    with pytest.raises(newsextract.OptionError, match="no_such_component"):
        make(recognizers=["no_such_component"])


def test_a_lexicon_in_the_configuration(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("term\ttype\n澜湾港\tORG\n", encoding="utf-8")
    doc = make(lexicons=[str(file)])("昨日，澜湾港开港。")
    assert ("澜湾港", "ORG") in [(e.text, e.label_) for e in doc.ents]


@Language.component("test_tide")
def find_tides(doc: Doc) -> Doc:
    """A recogniser of one's own: reads the Doc, proposes mentions."""
    at = doc.text.find("大潮")
    if at >= 0:
        propose(doc, at, at + 2, "EVENT", by="tide", evidence=["tide table"])
    return doc


def test_a_recogniser_of_ones_own() -> None:
    page = newsextract.Extractor(recognizers=["test_tide"]).extract("本报讯 大潮将至。")
    assert [(m.type, m.text, m.evidence) for m in page.mentions] == [("EVENT", "大潮", ["tide table"])]


def test_docs_go_through_bytes_and_docbin() -> None:
    nlp = make()
    doc = nlp(TEXT)
    for again in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(iter(DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab))),
    ):
        assert [(e.text, e.label_) for e in again.ents] == [("3亿元", "MONEY"), ("5.2%", "PERCENT")]
        before, after = (newsextract.Page.model_validate(d._.newsextract) for d in (doc, again))
        assert after == before


def test_displacy_draws_it() -> None:
    html = displacy.render(make()(TEXT), style="ent", jupyter=False)
    assert "3亿元" in html and "MONEY" in html


@pytest.mark.slow
def test_worker_processes_under_spawn(monkeypatch: pytest.MonkeyPatch) -> None:
    import multiprocessing

    monkeypatch.setattr(
        multiprocessing.context, "_default_context", multiprocessing.get_context("spawn"), raising=False
    )
    context = multiprocessing.get_context("spawn")
    monkeypatch.setattr(spacy.language, "mp", context)
    nlp = make()
    docs = list(nlp.pipe([TEXT, "罚款500元。", TEXT], n_process=2, batch_size=1))
    assert [[e.text for e in doc.ents] for doc in docs] == [["3亿元", "5.2%"], ["500元"], ["3亿元", "5.2%"]]
    assert docs[1]._.newsextract["mentions"][0]["value"]["low"] == "500"
