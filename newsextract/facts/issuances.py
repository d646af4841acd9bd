"""Who issued which document, under which number, when."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsextract.doc import Zone, mentions_of, raw_text, zones_of
from newsextract.facts.issuers import Issuer, before_title, in_title, issues, name_of
from newsextract.recognize.reach import punctuated
from newsextract.recognize.titles.kinds import split_version

_BRACKETS = str.maketrans("()", "（）")
_GENERIC = 5  # 《实施意见》 and shorter name no document by themselves
_AFTER = regex.compile(
    r"(?:[（(][^（()）]{0,30}[)）])?(?:等\p{Han}{0,6})?(?:已|日前|近日|今日|今天|正式|公开|全文|，|对外)*"
    r"(?:印发|发布|出台|公布|颁布|下发|出炉)"
)
#: A draft is not issued.
_DRAFT = regex.compile(r"[（(](?:[^（()）]*草案|送审稿|讨论稿|审议稿)[^（()）]*[)）]")
_PASSED_ON = regex.compile(r"现将$|现(?:将)?\p{Han}{0,6}将$|已经\p{Han}{2,16}(?:同意|审议通过)，现$")
_APPROVED = regex.compile(
    r"(?:(?:已|业|已经|业经)(?:经)?[^。；\n]{2,140}?(?:同意|审议通过|通过|批准|审定))?，?现(?:予|予以|将其)?(?:印发|公布|发布)"
)
#: The head of an order or a public notice: who gives it.
_ORDER_HEAD = regex.compile(r"(?:中华人民共和国(?!主席))?(?<body>\p{Han}{2,30}?(?<!主席))(?:令|公告|通告)")
_SUPPORT = regex.compile(r"[\s、，和与及]{0,3}")


@dataclass(slots=True)
class _Document:
    """An official document on the page: its heading, and what signs and dates it."""

    heading: Span
    zone: int
    issuer: Issuer | None = None
    number: str | None = None
    date: Span | None = None
    used: list[Span] = field(default_factory=list)


class _Reader:
    """What the settled mentions of one Doc say of documents."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text, self.printed = punctuated(doc), raw_text(doc)
        self.zones = zones_of(doc)
        self.starts = [zone.start for zone in self.zones]
        self.policies = list(mentions_of(doc, "POLICY"))
        self.bodies = list(mentions_of(doc, "ORG", "PLACE"))
        self.numbers = list(mentions_of(doc, "DOC_NUMBER"))
        self.times = list(mentions_of(doc, "TIME"))
        self.documents = self._documents()

    def zone_of(self, at: int) -> int:
        n = bisect.bisect_right(self.starts, at) - 1
        return n if n >= 0 and at < self.zones[n].end else -1

    def _documents(self) -> list[_Document]:
        found = []
        for policy in self.policies:
            n = self.zone_of(policy.start)
            if n < 0 or policy.start != self.zones[n].start or policy.end < self.zones[n].end - 1:
                continue
            found.append(_Document(policy, n, number=policy._.value.get("doc_number")))
        for n, document in enumerate(found):
            stop = found[n + 1].zone if n + 1 < len(found) else len(self.zones)
            self._sign(document, stop)
        return found

    def _sign(self, document: _Document, stop: int) -> None:
        """Read who issues a document and when: signature and date below it, up to the next one; then its title."""
        self._date(document, stop)
        names = self._in_title(document.heading.start, document.heading.end)
        # A title may name the body as its own people do (市政府办公室); the signature spells it out.
        spelt = document.issuer is not None and len(names) == 1 and document.issuer.joined.endswith(names[0])
        if names and not spelt:
            document.issuer = Issuer(names, [(document.heading.start, document.heading.end)])

    def _date(self, document: _Document, stop: int) -> None:
        for n in range(document.zone + 1, stop):
            zone = self.zones[n]
            if zone.article != self.zones[document.zone].article:
                break
            date = self._date_alone(zone)
            if date is None:
                continue
            document.date = date
            above = self.zones[n - 1]
            signers = self._bodies_in(zone.start, date.start)
            if not signers and above.end - above.start <= 60 and n - 1 > document.zone:
                signers = self._bodies_in(above.start, above.end)
            if signers:
                document.issuer = Issuer(tuple(map(name_of, signers)), [(b.start, b.end) for b in signers])
            break

    def _order(self, zone: int) -> _Document | None:
        """The order or public notice that a block belongs to, by the line at its head."""
        for n in range(zone - 1, max(-1, zone - 4), -1):
            head = _ORDER_HEAD.fullmatch(self.text, self.zones[n].start, self.zones[n].end)
            if head is not None:
                order = _Document(self.policies[0], zone)
                self._date(order, len(self.zones))
                order.issuer = Issuer((self.printed[slice(*head.span("body"))],), [head.span("body")])
                return order
        return None

    def _date_alone(self, zone: Zone) -> Span | None:
        """The date that fills a block (or ends its signature), if one does."""
        if zone.role in ("imprint", "cc") or regex.search(r"[，。；：]|印发", self.text[zone.start : zone.end]):
            return None
        for time in self.times:
            if zone.start <= time.start and zone.end - 2 <= time.end <= zone.end and time._.value.get("kind") == "date":
                before = time.start - zone.start
                signed = before <= 60 and self._bodies_in(zone.start, time.start)
                if before <= 2 or zone.role == "issue_date" or signed:
                    return time
        return None

    def _in_title(self, start: int, end: int) -> tuple[str, ...]:
        return in_title(self.text[start:end], self.printed[start:end])

    def _bodies_in(self, start: int, end: int) -> list[Span]:
        return [b for b in self.bodies if start <= b.start and b.end <= end and b.label_ == "ORG"]

    def date_before(self, start: int, floor: int) -> Span | None:
        """The day said in the sentence before a verb of issuing."""
        sentence = max(self.text.rfind(mark, floor, start) for mark in "。；！？\n") + 1
        days = [
            t
            for t in self.times
            if max(sentence, floor) <= t.start
            and t.end <= start
            and t._.value.get("kind") == "date"
            and t._.value.get("start")
        ]
        return days[-1] if days else None

    def list_start(self, index: int) -> int:
        """Where the list of titles that holds a policy begins."""
        while index > 0 and self.text[self.policies[index].start] == "《":
            before = self.policies[index - 1]
            if not _SUPPORT.fullmatch(self.text, before.end, self.policies[index].start):
                break
            index -= 1
        return self.policies[index].start

    def issuance(self, index: int) -> dict[str, Any] | None:
        """The issuance fact of one policy mention, if the page says that it was issued, by whom or under which number."""
        policy = self.policies[index]
        value = policy._.value
        title = value["title"]
        zone = self.zone_of(policy.start)
        floor = self.zones[zone].start if zone >= 0 else 0
        own = next((d for d in self.documents if d.heading is policy), None)
        marked = self.text[policy.start] == "《"
        evidence = [policy]
        issuer: Issuer | None = None
        date: Span | None = None
        issued = False
        if own is not None:
            issuer, date = own.issuer, own.date
            issued = bool(issuer or date or own.number)
        elif marked and len(title) > _GENERIC and not _DRAFT.search(title):
            start = self.list_start(index)
            issuer, issued = before_title(self.doc, self.bodies, start, floor)
            names = self._in_title(policy.start + 1, policy.end)
            if names:
                issuer = Issuer(names, [(policy.start, policy.end)])
            document = next((d for d in reversed(self.documents) if d.heading.start < policy.start), None)
            passed = _PASSED_ON.search(self.text[max(floor, start - 24) : start]) or _APPROVED.match(
                self.text, policy.end
            )
            if passed:
                document = document or self._order(zone)
            if document and passed:
                issuer, date, issued = document.issuer, document.date, True
            elif issues(self.text, floor, start) or _AFTER.match(self.text, policy.end):
                issued = issued or _AFTER.match(self.text, policy.end) is not None
                # The day of a sentence that only cites the title (违反某部《…》) is none of its own.
                date = self.date_before(start, floor) if issued else None
        elif not marked and (names := self._in_title(policy.start, policy.end)):
            issuer = Issuer(names, [(policy.start, policy.end)])
        number = value.get("doc_number")
        if number and issuer is None:
            issuer = self._by_number(number)
        if not (issued or number or (issuer and self._in_title(policy.start + marked, policy.end))):
            return None
        spans: dict[str, list[list[int]]] = {"policy": [[policy.start, policy.end]]}
        if issuer is not None:
            spans["issuer"] = [list(s) for s in issuer.spans]
            value = {**value, "issuer": issuer.joined, "issuers": list(issuer.names)}
        if number:
            spans["doc_number"] = [[n.start, n.end] for n in self.numbers if n._.value["value"] == number][:1]
        if date is not None:
            spans["date"] = [[date.start, date.end]]
            value = {**value, "date": date._.value["start"]}
            evidence.append(date)
        policy._.value = value
        return {
            "kind": "issuance",
            "policy": title,
            "issuer": issuer.joined if issuer else None,
            "doc_number": number,
            "date": date._.value["start"] if date is not None else None,
            "spans": {k: v for k, v in spans.items() if v},
            "evidence": [[m.start, m.end] for m in evidence],
        }

    def _by_number(self, number: str) -> Issuer | None:
        for mention in self.numbers:
            if mention._.value["value"] == number and mention._.value.get("issuer"):
                return Issuer((mention._.value["issuer"],), [(mention.start, mention.end)])
        return None


def _merge(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One fact for a document, however often the page names it: the fullest reading, at its first place."""
    kept: dict[str, dict[str, Any]] = {}
    by_number: dict[str, dict[str, Any]] = {}
    for fact in found:
        title, number = _plain(fact["policy"]), fact["doc_number"]
        same = kept.get(title) or by_number.get(number or "")
        if same is None:
            kept[title] = same = fact
        else:
            _complete(same, fact)
        if number:
            by_number.setdefault(number, same)
    return list(kept.values())


def _complete(fact: dict[str, Any], other: dict[str, Any]) -> None:
    """Take over from another reading of the same document what the first one leaves open."""
    for name in ("issuer", "doc_number", "date"):
        # A heading may run two bodies together that the text sets apart.
        apart = name == "issuer" and "、" in (other[name] or "") and other[name].replace("、", "") == fact[name]
        if other[name] is not None and (fact[name] is None or apart):
            fact[name] = other[name]
            if name in other["spans"]:
                fact["spans"][name] = other["spans"][name]


def _plain(title: str) -> str:
    return regex.sub(r"[《》\s]", "", title).translate(_BRACKETS)


def _share(policies: list[Span]) -> None:
    """Give short forms (《办法》) and repeats the issuer of the nearest full title before them that they stand for."""
    known: dict[str, dict[str, Any]] = {}
    for policy in policies:
        value = policy._.value
        title = _plain(value["title"])
        if not value.get("issuer"):
            full = known.get(title)
            if full is None:
                continue
            policy._.value = {**value, "issuer": full["issuer"], "issuers": full.get("issuers") or []}
        if len(title) > _GENERIC:
            known[title] = policy._.value
            name = split_version(title)[0]
            for size in range(2, _GENERIC + 1):
                known[name[-size:]] = policy._.value


@Language.component("newsextract_issuances")
def issuances(doc: Doc) -> Doc:
    """Add issuance facts; policies get the issuer and date that they say."""
    reader = _Reader(doc)
    found = [fact for n in range(len(reader.policies)) if (fact := reader.issuance(n)) is not None]
    _share(reader.policies)
    doc._.facts = [*(doc._.facts or []), *_merge(found)]
    return doc
