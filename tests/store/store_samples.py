"""Pages made by hand that hold one of everything, and what is hard to store: long figures, odd characters, cut mentions."""

from __future__ import annotations

from typing import Any

from newsextract.model.ids import entity_id, fact_id, page_id, part_id
from newsextract.model.page import Page
from newsextract.store import LedgerLine, PageRecord, record_page

TEXT = "=1+1 青岚市2024年投资“3.5亿元”，增长6.9%😀。\n张知远任市长。"


class _Maker:
    def __init__(self, path: str, text: str) -> None:
        self.id = page_id(path=path)
        self.article = part_id(self.id, "article", [(0, len(text))])
        self.mentions: list[dict[str, Any]] = []
        self.entities: dict[str, dict[str, Any]] = {}
        self.facts: list[dict[str, Any]] = []
        self.at = 0

    def mention(self, kind: str, value: dict[str, Any] | None = None, *, name: str = "", **more: Any) -> str:
        self.at += 2
        spans = more.pop("spans", [[self.at, self.at + 1]])
        made = {
            "id": part_id(self.id, kind, [tuple(s) for s in spans]),
            "type": kind,
            "text": name or "字",
            "spans": spans,
            "article": self.article,
            "article_span": [self.at, self.at + 1],
            "sentence": 0,
            "value": value or {},
            "confidence": 0.9,
            "evidence": ["a rule", "a word"],
            **more,
        }
        self.mentions.append(made)
        return made["id"]

    def entity(self, kind: str, name: str, value: dict[str, Any] | None = None) -> None:
        code = (value or {}).get("code")
        identity = entity_id(kind, name, code, self.id if kind == "PERSON" else None)
        mention = self.mention(kind, value, name=name, entity=identity)
        self.entities[identity] = {"id": identity, "type": kind, "name": name, "code": code, "mentions": [mention]}

    def fact(self, kind: str, **fields: Any) -> None:
        spans = {"subject": [[len(self.facts), len(self.facts) + 1], [20, 21]]}
        self.facts.append(
            {
                "id": fact_id(self.id, kind, [len(self.facts)]),
                "kind": kind,
                "article": self.article,
                "sentence": 0,
                "evidence": [m["id"] for m in self.mentions[:2]],
                "spans": spans,
                **fields,
            }
        )


def sample_page(path: str = "2024/08/15/01.txt", *, text: str = TEXT, published: str | None = "2024-08-15") -> Page:
    """One page with a mention of every type and a fact of every kind."""
    make = _Maker(path, text)
    figure = {"bound": "exact", "repaired": False}
    make.mention("MONEY", {"low": "350000000", "high": "350000000.1", "currency": "CNY", **figure}, name="3.5亿元")
    # Longer than a double and than 64 bits; and longer than any column.
    make.mention("MONEY", {"low": "12345678901234567.89", "high": "98765432109876543210", "currency": "USD", **figure})
    make.mention("MONEY", {"low": "1" + "0" * 40, "high": "0." + "0" * 20 + "1", "currency": "CNY", **figure})
    make.mention("PERCENT", {"low": "-6.9", "high": "0.1", "unit": "%", **figure}, name="-6.9%")
    make.mention("QUANTITY", {"low": "3", "high": "3", "unit": "家", **figure})
    make.mention("QUANTITY", {"low": None, "high": None, "unit": "ratio", "terms": ["1", "1.2"]})
    make.mention("ORDINAL", {"value": "3"})
    make.mention("TIME", {"kind": "period", "start": "2024-01-01", "end": "2024-12-31", "timex": "2024"})
    make.mention("TIME", {"kind": "duration", "duration": "P3D", "working_days": True})
    policy = {"title": "关于试点的意见", "kind": "意见", "doc_number": "青岚发〔2024〕1号", "issuer": "青岚市政府"}
    more = {"issuers": ["青岚市政府", "青岚市委"], "date": "2024-02-29", "status": "印发", "version": "试行"}
    make.mention("POLICY", {**policy, **more}, name="《关于试点的意见》")
    make.mention("POLICY", {"title": "@样本法", "kind": "法"})
    make.mention("DOC_NUMBER", {"value": "青岚发〔2024〕1号", "issuer": "青岚市委"})
    make.mention("PERSON", name="张知远", spans=[[7, 9], [3, 4]])
    make.entity("PERSON", "林某")
    make.entity("ORG", "青岚市科技局", {"canonical": "青岚市科技局"})
    make.entity("PLACE", "青岚市", {"code": "990100"})
    for kind in ("POSITION", "EVENT", "PRODUCT", "WORK"):
        make.mention(kind, name=f"-{kind}\t'名'")
    make.fact("appointment", person="张知远", position="市长", organization="青岚市", action="appointed")
    make.fact(
        "indicator", subject="青岚市", indicator="固定资产投资", value="350000000", unit="元", bound="approx",
        start="2024-01-01", end="2024-06-30", change={"kind": "同比增长", "value": "6.9", "unit": "%"},
        rank={"scope": "全省", "value": "3"},
    )  # fmt: skip
    make.fact(
        "indicator", indicator="三次产业结构", terms=["10.1", "43.5", "46.4"], unit="ratio", rank={"text": "前列"}
    )
    make.fact("issuance", policy="关于试点的意见", issuer="青岚市委", doc_number="青岚发〔2024〕1号", date="2024-02-29")
    make.fact("assignment", task="建立制度", bodies=["青岚市科技局", "青岚市财政局"])
    parties = [{"role": "lender", "name": "青岚银行"}, {"role": "borrower", "name": "云栖机械"}]
    make.fact("deal", deal="loan", amount="5000000", currency="CNY", parties=parties, date="2024-03-01", rate="3.45")
    return Page.model_validate(
        {
            "extractor": {"version": "0", "lexicons": "l", "options": "o"},
            "id": make.id,
            "text": text,
            "warnings": ["one", "two"],
            "source": {
                "path": path, "sha256": "0" * 64, "encoding": "utf-8", "characters": len(text),
                "newspaper": "青岚日报", "page_no": "A01", "url": "https://example.org/1?a=1,2",
            },
            "published": published,
            "published_basis": "given" if published else "unknown",
            "region": "990100",
            "region_basis": "given",
            "blocks": [
                {"id": part_id(make.id, "block", [(0, 28)]), "start": 0, "end": 28, "role": "body",
                 "article": make.article, "joins": False},
                {"id": part_id(make.id, "block", [(28, len(text))]), "start": 28, "end": len(text), "role": "furniture"},
            ],
            "articles": [
                {"id": make.article, "headline": "=HYPERLINK(\"x\")", "kicker": ["引题一", "引题二"], "section": "要闻",
                 "reporters": ["王一", "赵二"], "photographers": ["钱三"], "text": text.replace("\n", ""),
                 "sentences": [[0, 30], [30, 37]]}
            ],
            "mentions": make.mentions,
            "entities": list(make.entities.values()),
            "facts": make.facts,
        }
    )  # fmt: skip


def sample_line(page: Page, *, key: str = "k") -> LedgerLine:
    """A line of the ledger for a page."""
    path = page.source.path or ""
    return LedgerLine(page.id, path, f"/in/{path}", 10, 20, "0" * 64, key, page.status)


def sample_record(path: str = "2024/08/15/01.txt", **options: Any) -> PageRecord:
    """One page on its way into a target."""
    page = sample_page(path, **options)
    return record_page(page, sample_line(page))
