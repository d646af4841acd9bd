"""The configuration file: every option, checked."""

import datetime as dt
from pathlib import Path

import pytest

from newsextract import OptionError
from newsextract.cli import main
from newsextract.config import Config, load_config


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    return tmp_path


def write(folder: Path, text: str) -> Path:
    file = folder / "newsextract.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_is_as_the_library_has_it(folder: Path) -> None:
    assert load_config() == Config()


def test_paths_are_relative_to_the_file(folder: Path) -> None:
    (folder / "sub").mkdir()
    file = write(folder / "sub", '[extract]\nlexicons = ["own.tsv"]\n[run]\nto = "out/"\n')
    config = load_config(file)
    assert config.extract.lexicons == [str(folder / "sub" / "own.tsv")]
    assert config.run.to == str(folder / "sub" / "out") + "/"
    file = write(folder, '[run]\nto = "postgresql://localhost/news"\n')
    assert load_config(file).run.to == "postgresql://localhost/news"


def test_what_is_given_goes_before_the_file(folder: Path) -> None:
    write(folder, '[extract]\npublished = 2024-08-15\nregion = "370600"\n')
    extractor = load_config().extractor(region="110000", published=None)
    assert (extractor.published, extractor.region) == (dt.date(2024, 8, 15), "110000")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[run]\nworker = 4\n", "run.worker"),
        ("[run]\nworker = 4\n", "the keys here are to, manifest"),
        ("[run]\nworkers = -1\n", "greater than or equal to 0"),
        ('[run]\nworkers = "4"\n', "run.workers"),
        ('[extract]\nregion = "37"\n', "GB/T 2260"),
        ("[extract]\npublished = tomorrow\n", "no TOML"),
        ('language = "fr"\n', "language"),
        ("[rum]\n", "the keys here are language, extract, run, report"),
    ],
)
def test_a_mistake_is_told_by_its_key(text: str, says: str, folder: Path) -> None:
    write(folder, text)
    with pytest.raises(OptionError) as caught:
        load_config()
    assert says in str(caught.value)
    assert str(caught.value).startswith("newsextract.toml: ")


def test_the_command_line_reads_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "page.txt").write_text("本报讯 全年完成投资3亿元。", encoding="utf-8")
    write(
        folder,
        'language = "zh"\n[run]\nto = "pages.jsonl"\nworkers = 0\n[report]\ntitle = "样报"\noutput = "out.html"\n',
    )
    assert main(["run", "page.txt"]) == 0
    assert "个版面" in capsys.readouterr().out
    assert main(["report", "pages.jsonl"]) == 0
    assert "<title>样报</title>" in (folder / "out.html").read_text(encoding="utf-8")


def test_a_file_that_is_named_has_to_be_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version", "--config", "none.toml"]) == 1
    assert "check the path" in capsys.readouterr().err
    write(folder, "[rum]\n")
    assert main(["version"]) == 0
    assert main(["show", "-"]) == 1
    assert "rum" in capsys.readouterr().err
