"""What the command line says, in English and Chinese.

English stands in the code; the Chinese of each sentence is a row of ``zh.tsv``. A row may hold ``{}`` where the sentence
holds a value, so that messages that were put together elsewhere (an error's) are found too.
"""

from __future__ import annotations

import functools
import locale
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

__all__ = ["Language", "asked_language", "language", "language_from", "say", "spoken", "translate", "use_language"]

Language = Literal["en", "zh"]

_state: dict[str, Language | None] = {"language": "en", "asked": None}


def language_from(environ: Mapping[str, str]) -> Language:
    """Tell the language from the locale's variables, in the order in which they hold.

    >>> language_from({"LANG": "zh_CN.UTF-8"}), language_from({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    ('zh', 'en')
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    if os.name == "nt" and (locale.getlocale()[0] or "").startswith(("zh", "Chinese")):
        return "zh"
    return "en"


def use_language(name: Language, *, asked: bool = False) -> None:
    """Set the language that ``say`` speaks from now on; ``asked`` says that the user named it."""
    _state.update(language=name, asked=name if asked else None)


def language() -> Language:
    """Return the language that ``say`` speaks."""
    return _state["language"] or "en"


def asked_language() -> Language | None:
    """Return the language that the user named, None where the locale decided."""
    return _state["asked"]


@functools.cache
def _catalogue() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Rows without a value, to be looked up; rows with one, to be matched, the more definite ones first."""
    plain: dict[str, str] = {}
    shapes: list[tuple[str, str]] = []
    lines = Path(__file__).with_name("zh.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        if line and not line.startswith("#"):
            english, chinese = line.split("\t")
            if "{}" in english:
                shapes.append((english, chinese))
            else:
                plain[english] = chinese
    shapes.sort(key=lambda row: -len(row[0]))
    return plain, [(re.compile("(.*)".join(map(re.escape, en.split("{}"))), re.DOTALL), zh) for en, zh in shapes]


def translate(text: str) -> str:
    """Return the Chinese of a sentence, or the sentence where there is none.

    >>> translate("no such folder")
    '没有这个文件夹'
    """
    plain, shapes = _catalogue()
    if text in plain:
        return plain[text]
    for shape, chinese in shapes:
        if hit := shape.fullmatch(text):
            return chinese.format(*hit.groups())
    return text


def say(text: str, *values: object) -> str:
    """Return a sentence in the user's language, its ``{}`` filled.

    >>> use_language("en")
    >>> say("{} pages", 3)
    '3 pages'
    """
    return (translate(text) if language() == "zh" else text).format(*values)


def spoken(text: str) -> str:
    """Return a message that was put together elsewhere, in the user's language."""
    return translate(text) if language() == "zh" else text
