"""The examples of the conventions come out as the conventions say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from fenced import ROOT

import newsextract

DAY = dt.date(2023, 5, 16)

#: An expression of the page, a sentence around it, and its value.
EXAMPLES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("数百", "数百人参加。", "QUANTITY", {"low": "100", "high": "1000", "bound": "approx"}),
    ("十几", "十几家企业参加。", "QUANTITY", {"low": "10", "high": "20", "unit": "家"}),
    ("四五千", "每人四五千元。", "MONEY", {"low": "4000", "high": "5000"}),
    ("600余", "600余人参加。", "QUANTITY", {"low": "600", "high": "600", "bound": "approx"}),
    ("超过600余人", "超过600余人参加。", "QUANTITY", {"low": "600", "bound": "min"}),
    ("3O亿元", "总投资3O亿元。", "MONEY", {"low": "3000000000", "repaired": True}),
    ("亿元以上项目", "亿元以上项目开工。", "MONEY", {"low": "100000000", "bound": "min"}),
    ("12.6%", "增长12.6%。", "PERCENT", {"low": "12.6", "unit": "%"}),
    ("1.2个百分点", "提高1.2个百分点。", "PERCENT", {"low": "1.2", "unit": "pp"}),
    ("36家", "有36家企业。", "QUANTITY", {"low": "36", "unit": "家"}),
    ("3:4.5", "比例为3:4.5。", "QUANTITY", {"unit": "ratio", "terms": ["3", "4.5"]}),
    ("昨天", "昨天开工。", "TIME", {"start": "2023-05-15", "end": "2023-05-15"}),
    ("今年前4个月", "今年前4个月增长。", "TIME", {"start": "2023-01-01", "end": "2023-04-30"}),
    ("今年以来", "今年以来增长。", "TIME", {"start": "2023-01-01", "end": "2023-05-16"}),
    ("近三年", "近三年增长。", "TIME", {"start": "2020-05-16", "end": "2023-05-16"}),
    ("“十三五”", "“十三五”时有进展。", "TIME", {"start": "2016-01-01", "end": "2020-12-31"}),
    ("30天", "为期30天。", "TIME", {"kind": "duration", "duration": "P30D"}),
    ("临水字〔2023〕8号", "文件为临水字[2023]8号。", "DOC_NUMBER", {"value": "临水字〔2023〕8号"}),
]


@pytest.mark.parametrize(("example", "sentence", "kind", "expected"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_an_example(example: str, sentence: str, kind: str, expected: dict[str, Any]) -> None:
    for name in ("conventions.md", "conventions.zh-CN.md"):
        assert example in (ROOT / "docs" / name).read_text(encoding="utf-8")
    page = newsextract.extract(f"本报讯 {sentence}", published=DAY)
    (value,) = [m.value.model_dump(mode="json") for m in page.mentions if m.type == kind]
    assert {name: value[name] for name in expected} == expected


def test_every_type_role_and_fact_is_in_it() -> None:
    from typing import get_args

    from newsextract.export import TABLES
    from newsextract.model import MENTION_TYPES
    from newsextract.model.page import Role

    text = (ROOT / "docs" / "conventions.md").read_text(encoding="utf-8")
    assert not [name for name in (*MENTION_TYPES, *get_args(Role), *TABLES[3:]) if name not in text]
