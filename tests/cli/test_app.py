"""The command line as a whole: languages, errors in one line, exit codes, help."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsextract.cli import main
from newsextract.cli.messages import language_from, translate


def errors_of(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_show_prints_a_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page)]) == 0
    assert "完成投资" in capsys.readouterr().out


def test_show_prints_json_that_a_program_reads(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page), "--published", "2022-01-22", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2022-01-22"


def test_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_version_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert main(["version", "--json"]) == 0
    assert first == f"newsextract {json.loads(capsys.readouterr().out)['newsextract']}"


def test_commands_that_read_no_page_do_not_wait_for_what_reads_pages(tmp_path: Path) -> None:
    """spaCy and jieba take longer to import than such a command to run; the same holds for the parent of worker processes."""
    code = "import sys; from newsextract.cli import main; main(sys.argv[1:]); print(*{'spacy', 'jieba'} & set(sys.modules))"
    for command in (
        ["version"],
        ["status", str(tmp_path / "no.db")],
        ["run", str(tmp_path), "--to", str(tmp_path / "a.db")],
    ):
        done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "", command


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "nowhere.txt"], "check the path"),
        (["show", "x.txt", "--published", "tomorrow"], "write it as 2024-08-15"),
        (["show", "x.txt", "--region", "3706"], "give one like 370600"),
        (["shw"], "Did you mean 'show'?"),
        (["show"], "Missing argument"),
        (["--lang", "fr", "version"], "--lang en or --lang zh"),
    ],
)
def test_a_mistake_is_told_in_one_line_that_says_what_to_do(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    told = errors_of(capsys)
    assert told.count("\n") == 1
    assert says in told
    assert "Traceback" not in told


def test_a_fault_of_ours_is_no_traceback_either(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("boom")

    monkeypatch.setattr("newsextract.extractor.Extractor.extract_file", broken)
    assert main(["show", str(page)]) == 1
    assert errors_of(capsys).count("\n") == 1
    assert main(["show", str(page), "--debug"]) == 1
    assert "Traceback" in errors_of(capsys)


def test_chinese_by_option_and_by_locale(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["show", "nowhere", "--lang", "zh"]) == 1
    assert "请检查路径" in errors_of(capsys)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["show", "nowhere"]) == 1
    assert "请检查路径" in errors_of(capsys)
    assert main(["show", "--help"]) == 0
    assert "示例" in capsys.readouterr().out


def test_the_locale_is_read_in_the_order_of_posix() -> None:
    assert language_from({}) == "en"
    assert language_from({"LANG": "zh_TW.Big5"}) == "zh"
    assert language_from({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"}) == "zh"


def test_a_message_with_a_value_is_translated_around_it() -> None:
    assert "'3706'" in translate("region '3706' is no six-digit code")
    assert translate("no such sentence") == "no such sentence"


def run(arguments: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from newsextract.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=False, capture_output=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


def test_standard_input_in_any_encoding_and_no_colour_off_a_terminal() -> None:
    done = run(["show", "-"], input="本报讯 全年完成投资3亿元。".encode("gb18030"))
    assert done.returncode == 0
    assert "3亿元" in done.stdout.decode()
    assert b"\x1b[" not in done.stdout


def test_a_terminal_that_is_not_unicode_gets_escapes_and_no_failure(page: Path) -> None:
    done = run(["show", str(page)], env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr


def test_shell_completion_is_offered() -> None:
    done = run(
        [],
        env={**os.environ, "_NEWSEXTRACT_COMPLETE": "complete_bash", "COMP_WORDS": "newsextract sc", "COMP_CWORD": "1"},
    )
    assert b"schema" in done.stdout
