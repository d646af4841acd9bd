"""What a sum of money is: the kind of a deal, or none (docs/conventions-deals.md)."""

from __future__ import annotations

from newsextract.facts.deals.words import KINDS, deal_words
from newsextract.facts.statement import Figure, Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["kind_of"]

#: How far the words that say what a sum is stand from it.
_BEFORE, _BEHIND = 30, 22
_PLEDGE = Pattern("pledge", r"质押 (?! 登记 )")
_ON_A_RIGHT = Pattern(
    "loan on a right",
    r"(?: 凭 | 凭借 | 以 | 用 | 将 ) [^，。]{0,12} (?: 知识产权 | 专利 | 商标 | 仓单 | 订单 | 应收账款 | 股权 | 著作权 | 证书 ) [^。]{0,44} 贷款",
)
_SECURITISED = Pattern("securitisation", r"证券化 | 资产支持专项计划 | 资产支持证券")
_RAISED = Pattern("financing", r"(?: 融资 | 放款 | 支付 ) (?: 总额 | 共计 | 约 | 达 | 超 | 了 )* \z")
_SHARES = Pattern("purchase of shares", r"收购 (?! 资金 | 价 | 粮 | 点 | 站 | 政策 | 期 | 工作 ) | 入股 | 增资 | 股权")
_CONDITION = Pattern("condition of a policy", r"(?: 对 | 凡 ) [^。；]{2,60} 的 [，,] [^。；]{0,12} \z")
_CONDITION_BEHIND = Pattern(
    "condition of a policy, told before what it gives",
    r"(?: 以上 | 以下 )? [^。；]{0,40} 的 [，,] (?: 给予 | 按 | 可 | 予以 )",
)
_CONVERTED = Pattern("conversion", r"(?: 约合 | 折合 | 合 ) (?: 人民币 | 美元 )? 约? \z")
_CLASS = Pattern(
    "class of projects",
    r"(?: 以上 | 以下 )? 的? [^，。；0-9]{0,10} (?: 项目 | 企业 | 工程 | 产业集群 ) (?= [0-9近约超共仅] | \z )",
)
_IMPOSED = Pattern("penalty that was imposed", r"被 | 决定 | 判 | 开出 | 作出 | 对 [^，。]{2,40} 处以 | 罚单")
_GRAIN = Pattern("purchase of goods", r"收购 (?: 资金 | 价 )")


def kind_of(statement: Statement, figure: Figure, text: str, paragraph: str) -> str | None:
    """Say what kind of deal a sum of money belongs to, None where it is a measure, a term, a threshold or an effect.

    Args:
        statement: the sentence.
        figure: the sum.
        text: the Doc's text, folded for matching.
        paragraph: the text of the paragraph that the sentence stands in.
    """
    start, end = figure.span.start, figure.span.end
    left = text[max(statement.start, start - _BEFORE) : start]
    right = text[end : min(figure.clause_end, end + _BEHIND)]
    clause = text[figure.clause_start : start]
    if _is_no_deal(clause, left, right, text[end : statement.end]):
        return None
    if _founds(clause, right):
        return "fund"
    near = _nearest(clause, right) or _nearest(left, "")
    if (near in ("loan", "contract", "fund", None) and _is_measure(clause)) or _GRAIN.search(clause):
        return None
    sentence = statement.text
    if near is None and _RAISED.search(clause):
        near = "securitisation" if _SECURITISED.search(paragraph) else "loan" if "贷" in sentence else None
    if near == "fine" and not _IMPOSED.search(sentence):
        return None  # what may be imposed, not what was
    if near == "subsidy" and "贴息" in clause[-12:]:
        return "interest_subsidy"
    if near == "contract" and _SHARES.search(text, max(figure.clause_start - 45, statement.start), start):
        return "investment"
    if near == "loan" and _on_a_pledge(statement, paragraph):
        return "pledge_loan"
    return near


def _on_a_pledge(statement: Statement, paragraph: str) -> bool:
    """Whether a loan is one on a pledged right: the sentence says so, or another of its paragraph about the same product."""
    if _PLEDGE.search(statement.text) or _ON_A_RIGHT.search(statement.text):
        return True
    products = [m.text for m in statement.others if m.label_ == "PRODUCT"]
    told = [s for s in paragraph.split("。") if _PLEDGE.search(s) or _ON_A_RIGHT.search(s)]
    return bool(told) and (not products or any(p in s for p in products for s in told))


def _is_no_deal(clause: str, left: str, right: str, behind: str) -> bool:
    if any(w in clause for w in (*deal_words("terms"), *deal_words("effect"))):
        return True
    if _CLASS.match(right) or _CONVERTED.search(clause):
        return True
    if (
        _CONDITION.search(left)
        or _CONDITION_BEHIND.match(behind)
        or right.startswith(("的奖励", "的奖补", "的补助", "的补贴"))
    ):
        return True
    given = any(w in right for kind in ("loan", "subsidy") for w in deal_words(kind))
    return _is_measure(clause) and not given and "出资" not in clause


def _founds(clause: str, right: str) -> bool:
    """Whether a fund or pool of that size is set up: 设立规模5000万元的风险补偿资金, 首期出资3亿元."""
    if clause.startswith(("首期", "首批")) and "出资" in clause:
        return True
    named = any(w in right for w in deal_words("fund")) or "资金" in right[-4:]
    return named and any(w in clause + right[:3] for w in deal_words("founding"))


def _is_measure(clause: str) -> bool:
    tail = clause[-10:]
    return any(w in tail for w in deal_words("measure"))


def _nearest(left: str, right: str) -> str | None:
    """Return the kind whose word stands nearest to the sum; of words at one place the more telling kind."""
    best: tuple[int, int] | None = None
    for rank, kind in enumerate(KINDS):
        for word in deal_words(kind):
            behind = right.find(word)
            before = left.rfind(word)
            for distance in (behind if behind >= 0 else None, len(left) - before - len(word) if before >= 0 else None):
                if distance is not None and (best is None or (distance, rank) < best):
                    best = distance, rank
    return KINDS[best[1]] if best else None
