"""Every guide does what it says: its files are written, its commands and its Python run, in its order."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from newsextract.cli import main

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))

_BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_runs(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "fixtures" / "pages", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    for block in _BLOCK.finditer(guide.read_text(encoding="utf-8")):
        text = block["text"]
        if block["file"]:
            (tmp_path / block["file"]).write_text(text, encoding="utf-8")
        elif block["kind"] == "bash":
            for line in text.splitlines():
                name, *arguments = shlex.split(line)
                assert name == "newsextract", line
                assert main(arguments) == 0, line
        elif block["kind"] == "python":
            if "to_dataframe" in text:
                pytest.importorskip("pandas")
            exec(compile(text, str(guide), "exec"), {"__name__": "guide"})


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_links_lead_somewhere(guide: Path) -> None:
    for link in _LINK.findall(guide.read_text(encoding="utf-8")):
        assert (guide.parent / link).exists(), link


def test_both_languages_have_the_same_code() -> None:
    for guide in GUIDES:
        if guide.name.endswith(".zh-CN.md"):
            continue
        chinese = guide.with_name(f"{guide.stem}.zh-CN.md")
        commands = [
            [
                re.sub(r' --(lang|title) ("[^"]*"|\S+)', "", b["text"])
                for b in _BLOCK.finditer(g.read_text("utf-8"))
                if b["kind"] == "bash"
            ]
            for g in (guide, chinese)
        ]
        assert commands[0] == commands[1], guide.name
