"""The accuracy tool gives the figures of the referee, and its own parts do what they say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsextract
from newsextract.errors import InputError, PathError
from newsextract.score import Scorer, read_gold, score_folder
from newsextract.score.compare import same_value

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def _referee(shared: Path, gold: Path, pages: Path, out: Path, *options: str) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(shared / "score" / "score.py"), str(gold), str(pages), "--json", str(out), *options]
    subprocess.run(command, check=True, capture_output=True)
    return dict(json.loads(out.read_text(encoding="utf-8")))


@pytest.mark.parametrize("options", [(), ("--undated",)])
@pytest.mark.parametrize("where", ["fixtures", "shared"])
def test_the_figures_are_those_of_the_referee(
    shared: Path, tmp_path: Path, where: str, options: tuple[str, ...]
) -> None:
    root = FIXTURES if where == "fixtures" else shared
    theirs = _referee(shared, root / "gold", root / "pages", tmp_path / "referee.json", *options)
    ours = score_folder(
        root / "gold",
        root / "pages",
        lambda text, published: newsextract.extract(text, published=published),
        undated=bool(options),
    ).as_dict()
    assert ours.keys() == theirs.keys()
    for kind, figures in theirs.items():
        assert ours[kind] == pytest.approx(figures), kind


def test_gold_against_itself_is_perfect() -> None:
    scorer = Scorer(show="ALL")
    for page in read_gold(FIXTURES / "gold", FIXTURES / "pages"):
        scorer.add(page, page.gold)
    figures = scorer.report.as_dict()
    assert scorer.report.errors == []
    assert figures["all core"]["f1_value"] == 1
    assert set(figures["structure"].values()) == {1.0}


def test_a_short_form_without_a_full_name_may_be_spelt_out_but_not_replaced() -> None:
    assert same_value("ORG", {"canonical": None}, {"canonical": "海川市委"}, "市委")
    assert not same_value("ORG", {"canonical": None}, {"canonical": "海川市政府"}, "市委")
    assert not same_value("ORG", {"canonical": "海川市委"}, {"canonical": None}, "市委")


def test_missing_and_broken_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"no \*\.gold\.json"):
        read_gold(tmp_path, tmp_path)
    (tmp_path / "a.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="not a gold file"):
        read_gold(tmp_path, tmp_path)
    (tmp_path / "a.gold.json").write_text('{"page": "a.txt"}', encoding="utf-8")
    with pytest.raises(PathError, match="missing"):
        read_gold(tmp_path, tmp_path)
