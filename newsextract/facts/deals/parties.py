"""Who is party to a deal: bodies and places with a name, by what they are and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from newsextract.facts.context import Context, Subject
from newsextract.facts.deals.words import deal_words, ends_with
from newsextract.facts.statement import Figure, Statement

__all__ = ["Scene", "parties_of"]

Party = tuple[str, str, list[int] | None]
#: Words before a body that make it the one that gets.
_TO = ("向", "为", "给", "对", "与", "帮助", "支持", "使", "让", "助", "入股", "增资", "收购", "持有", "投资")
_SETS_UP = ("设立", "发放", "拨付", "下达", "安排", "派发", "发起", "投入", "成立", "组建")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the parties of a sum are looked for in.

    Args:
        statement: the sentence.
        figure: the sum.
        context: knows the subject of the sentence and the full names of bodies.
        text: the Doc's text, folded for matching.
    """

    statement: Statement
    figure: Figure
    context: Context
    text: str

    def bodies(self) -> list[Span]:
        """Return the bodies of the sentence, those in a remark in brackets left out."""
        found = [m for m in self.statement.others if m.label_ == "ORG"]
        return [b for b in found if self.text[b.start - 1 : b.start] not in ("（", "(")]

    def doers(self) -> list[Span]:
        """Return the bodies that are not just named before their speaker."""
        others = self.statement.others
        spoken = {
            m.start for m, n in pairwise(others) if m.label_ == "ORG" and n.label_ == "POSITION" and n.start == m.end
        }
        return [b for b in self.bodies() if b.start not in spoken]

    def near(self) -> list[Span]:
        """Return the bodies and zones between the sums before and behind, as far as the next stop of a part (；)."""
        sums = [f.span for f in self.statement.figures if f.span.label_ == "MONEY"]
        n = next(k for k, s in enumerate(sums) if s.start == self.figure.span.start)
        begin = sums[n - 1].end if n else self.statement.start
        end = sums[n + 1].start if n + 1 < len(sums) else self.statement.end
        begin = max(begin, self.text.rfind("；", begin, self.figure.span.start) + 1)
        stop = self.text.find("；", self.figure.span.end, end)
        end = stop if stop > 0 else end
        zones = [m for m in self.statement.others if m.label_ == "PLACE" and ends_with(m.text, "zone")]
        return sorted((b for b in [*self.doers(), *zones] if begin <= b.start < end), key=lambda b: b.start)

    def part_start(self) -> int:
        """Return where the sum's part of the sentence begins: behind the last comma or stop."""
        start = self.figure.span.start
        return max(self.statement.start, *(self.text.rfind(c, self.statement.start, start) + 1 for c in "，；：,;"))

    def article_so_far(self) -> list[Statement]:
        """Return the sentences of the article up to this one."""
        return [t for t in self.context.told if t.article == self.statement.article and t.start <= self.statement.start]

    def clause(self) -> str:
        """Return the clause of the sum, the sum included."""
        return self.text[self.figure.clause_start : self.figure.span.end]

    def actor(self) -> Subject | None:
        """Return the subject of the sentence where it is a body or a place, which can act."""
        subject = self.context.subject_of(self.statement, self.figure)
        if subject is None or (subject[1] is None and subject == self.context.region_subject()):
            return None  # that a page is a city's own does not make the city a party to what it tells
        names = [m for m in self.context.named if self.context.name_of(m) == subject[0]]
        return subject if not names or names[-1].label_ in ("ORG", "PLACE") else None

    def receives(self, body: Span) -> bool:
        """Whether the word before a body makes it the one that gets."""
        return self.text[max(0, body.start - 2) : body.start].endswith(_TO)


def parties_of(kind: str, scene: Scene) -> list[Party]:
    """Name the parties of a deal, each with its role and the characters that name it."""
    roles = _ROLES.get(kind)
    found: list[Party] = []
    for role, body in roles(scene) if roles else ():
        if isinstance(body, Span):
            name, place = scene.context.name_of(body), [body.start, body.end]
        else:
            name, place = body[0], body[1]  # type: ignore[assignment]
        if all(name != n for _, n, _ in found):
            found.append((role, name, place))
    return found


Roles = list[tuple[str, Span | Subject]]


def _of_loan(scene: Scene) -> Roles:
    roles: Roles = []
    for body in scene.bodies():
        if ends_with(body.text, "guarantor"):
            roles.append(("guarantor", body))
        elif ends_with(body.text, "lender"):
            roles.append(("lender", body))
        elif ends_with(body.text, "firm") and not scene.text.startswith(("推出", "牵头"), body.end):
            roles.append(("borrower", body))
    product = next((m.text for m in scene.statement.others if m.label_ == "PRODUCT"), None)
    if product is not None:
        return roles or _lender_of(product, scene)
    if not any(role == "borrower" for role, _ in roles) and any(
        w in scene.statement.text for w in deal_words("single")
    ):
        roles += _borrower_before(scene)
    if any(role == "borrower" for role, _ in roles) and any(
        w in scene.statement.text for w in ("保单", "担保", "保证")
    ):
        # …拿到了某保险公司的保单。凭着这张保单…: who vouches was named just before.
        earlier = [
            m
            for t in scene.article_so_far()[-2:]
            for m in t.others
            if m.label_ == "ORG" and ends_with(m.text, "guarantor")
        ]
        roles += [("guarantor", m) for m in earlier[-1:] if not any(role == "guarantor" for role, _ in roles)]
    return roles


def _borrower_before(scene: Scene) -> Roles:
    """Return who borrows where the sentence has no firm: its person, else the firm that was named last (公司, 他, 这笔贷款)."""
    people = [m for m in scene.statement.others if m.label_ == "PERSON" and m.end <= scene.figure.span.start]
    for person in people[-1:]:
        if scene.text.startswith(("从", "向", "在"), person.end):
            return [("borrower", person)]
    before = [m for m in scene.context.named[-8:] if m.label_ == "ORG" and m.end <= scene.figure.span.start]
    for body in reversed(before):
        name = scene.context.name_of(body)
        if ends_with(name, "firm") and not ends_with(name, "lender") and not ends_with(name, "guarantor"):
            return [("borrower", body)]
    return []


def _lender_of(product: str, scene: Scene) -> Roles:
    """Return the bank of which the article says that the product is its own: beside its name, or in the next sentence."""
    told = [t for t in scene.context.told if t.article == scene.statement.article]
    for n, statement in enumerate(told):
        if product not in statement.text:
            continue
        for following in told[n : n + 2]:
            if following is statement or following.text.startswith(("这款", "该", "这一")):
                banks = [m for m in following.others if m.label_ == "ORG" and ends_with(m.text, "lender")]
                if banks:
                    return [("lender", banks[0])]
    return []


def _of_securitisation(scene: Scene) -> Roles:
    roles: Roles = []
    for statement in [t for t in scene.context.told if t.article == scene.statement.article]:
        for body in statement.others:
            named = scene.text.endswith(("发行人为", "发行人是", "权益人为", "发起机构为"), statement.start, body.start)
            if body.label_ == "ORG" and named:
                roles.append(("issuer", body))
    bodies = [b for b in scene.bodies() if ends_with(b.text, "firm") or ends_with(b.text, "lender")]
    return roles or [("issuer", b) for b in bodies[:1]]


def _of_fund(scene: Scene) -> Roles:
    roles: Roles = [
        ("investor", b) for b in scene.bodies() if b.end <= scene.figure.span.start or scene.clause().startswith("首期")
    ]
    if scene.clause().startswith("首期"):
        # 首期出资3亿元，其中甲出资2亿元、乙出资1亿元: those who pay in are named behind.
        behind = [r for r in roles if isinstance(r[1], Span) and r[1].start > scene.figure.span.end]
        roles = behind or roles
    actor = scene.actor()
    if not roles and actor and any(w in scene.clause() for w in _SETS_UP):
        roles.append(("investor", actor))
    return roles


def _of_investment(scene: Scene) -> Roles:
    roles: Roles = []
    near = scene.near()
    givers = [
        b for b in near if b.end <= scene.figure.span.start and not scene.receives(b) and not ends_with(b.text, "zone")
    ]
    sums = [
        f.span.end for f in scene.statement.figures if f.span.label_ == "MONEY" and f.span.end < scene.figure.span.start
    ]
    told = scene.text[max(sums, default=scene.statement.start) : scene.figure.span.start]
    if any(w in told for w in deal_words("together")):
        return [("investor", b) for b in near if b.end <= scene.figure.span.start and not ends_with(b.text, "zone")]
    roles += [("investor", b) for b in givers[-1:]]
    if told.endswith("投"):
        # …完成A轮融资，由甲领投2亿元，乙基金跟投8000万元: what is invested in was named before.
        funds = [m for m in scene.statement.others if m.label_ == "PRODUCT" and m.end >= scene.figure.span.start - 3]
        roles = roles or [("investor", m) for m in funds if m.end <= scene.figure.span.start]
        firms = [m for m in scene.context.named if m.label_ == "ORG" and m.end <= scene.statement.start]
        return [*roles, *(("investee", m) for m in firms[-1:])]
    fund = next((m for m in scene.statement.others if m.label_ == "PRODUCT" and "基金" in m.text), None)
    if fund is not None and fund.end <= scene.figure.span.start:
        return [*roles, ("investee", (fund.text, [fund.start, fund.end]))]
    for body in near:
        if ends_with(body.text, "zone"):
            roles.append(("recipient", body))
        elif scene.receives(body):
            roles.append(("investee", body))
    actor = scene.actor() if "项目" not in scene.clause() and "总投资" not in scene.clause() else None
    if not givers and actor:
        roles.append(("recipient" if ends_with(actor[0], "zone") else "investor", actor))
    return roles


def _of_subsidy(scene: Scene) -> Roles:
    clause = [b for b in scene.near() if scene.part_start() <= b.start]
    # 某公司收到市科技局拨付的补助: who stands before 收到 gets.
    getters = [b for b in clause if scene.receives(b) or scene.text.startswith(deal_words("receives"), b.end)]
    roles: Roles = [("recipient", b) for b in getters]
    roles += [("payer", b) for b in clause if b not in getters and b.end <= scene.figure.span.start]
    actor = scene.actor()
    if not any(r == "payer" for r, _ in roles) and actor and any(w in scene.clause() for w in _SETS_UP):
        roles.append(("payer", actor))
    return roles


def _of_fine(scene: Scene) -> Roles:
    """Return who pays: whom the fine is imposed on (对…处以罚款), else the body that is fined."""
    named = [m for m in scene.statement.others if m.label_ in ("ORG", "PERSON") and m.end <= scene.figure.span.start]
    sums = [
        f.span.end for f in scene.statement.figures if f.span.label_ == "MONEY" and f.span.end < scene.figure.span.start
    ]
    named = [m for m in named if m.start >= max(sums, default=scene.statement.start)] or named
    told = [m for m in named if scene.text.endswith(("对", "被", "向", "处", "被告人", "判决", "当事人"), 0, m.start)]
    payers = told[-1:] or [m for m in named if m.label_ == "ORG" and not ends_with(m.text, "government")][-1:]
    paid = [m for m in named if m not in payers and "赔偿" in scene.text[scene.statement.start : m.start]]
    return [*(("payer", m) for m in payers), *(("recipient", m) for m in paid[-1:])]


def _of_award(scene: Scene) -> Roles:
    roles = _of_subsidy(scene)
    winners = [m for m in scene.statement.others if m.label_ == "PERSON" and m.end <= scene.figure.span.start]
    if winners and not any(role == "recipient" for role, _ in roles):
        roles = [r for r in roles if not isinstance(r[1], Span) or r[1].label_ != "ORG"]
        roles.append(("recipient", winners[-1]))
    return roles


def _of_contract(scene: Scene) -> Roles:
    roles: Roles = [("buyer", b) for b in scene.near() if scene.receives(b)]
    givers = [b for b in scene.near() if b.end <= scene.figure.span.start and not scene.receives(b)]
    won = "中标" in scene.statement.text
    roles += [("contractor" if won else "seller", b) for b in givers[-1:]]
    return roles


_ROLES = {
    "loan": _of_loan,
    "pledge_loan": _of_loan,
    "securitisation": _of_securitisation,
    "fund": _of_fund,
    "investment": _of_investment,
    "subsidy": _of_subsidy,
    "interest_subsidy": _of_subsidy,
    "award": _of_award,
    "fine": _of_fine,
    "contract": _of_contract,
}
