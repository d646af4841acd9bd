"""Who holds which post in which body: each role of a page with its holders, its body, and whether it was given or taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, gaps_of, mentions_of, norm_text, zones_of
from newsextract.facts.bodies import Bodies
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.positions.patterns import AFTER_NAME, BEFORE_NAME, CHAIN, ROW

__all__ = ["appointments"]

_AND = Pattern("between names", r"(?:[（(][男女][^）)\n]{0,12}[）)])?(?:[、和与及,，/ 　]|以及)")
#: Between a list's names: 、 or 和, then perhaps the body and role of the next one.
_NEXT = Pattern("between names with roles", r"(?:[、和与]|以及)[^，。；！？：\n]{0,40}")
_REMOVED = Pattern("removal", r"免去|撤销|罢免|免职|不再担任|辞去|卸任|接受[^，。\n]{0,12}辞职")
_APPOINTED = Pattern(
    "appointment",
    r"任命|聘任|聘请|选举|推选|推举|增补|委任|提名|当选|选为|推举为|升任|调任|就任|受聘|聘为|获聘|获任|接任|继任",
)
#: The line that opens a list of appointments or removals, and what ends the list.
_HEADER = Pattern("header of a notice", r"(?r)(?:(?P<removed>免去)|任命)[：:]")
_OTHER_HEADER = Pattern("end of a list", r"[。][^\n]|[：:]")
#: Roles that several hold at once, so that a list of names behind one shares it.
_SHARED = (
    "成员",
    "委员",
    "常委",
    "代表",
    "院士",
    "教授",
    "研究员",
    "顾问",
    "理事",
    "员",
    "主席",
    "医师",
    "工程师",
    "护士",
    "博士",
)
_LABEL = frozenset("：:")
_COMMAS = frozenset("，,")


class _Page:
    """The people and roles of a Doc, and who holds what."""

    def __init__(self, doc: Doc) -> None:
        self.text = norm_text(doc)
        self.gaps = gaps_of(doc)
        self.people = list(mentions_of(doc, "PERSON"))
        # A role that only speaks (…局有关负责人表示) has no holder to be named.
        self.roles = [r for r in mentions_of(doc, "POSITION") if "speaks" not in (r._.evidence or ())]
        self.role_ends = {r.end for r in self.roles}
        self.role_starts = [r.start for r in self.roles]
        self.starts = [p.start for p in self.people]
        self.ends = [p.end for p in self.people]

    def between(self, left: Span, right: Span) -> str:
        return self.text[left.end : right.start]

    def next_person(self, at: int) -> int:
        return bisect_left(self.starts, at)

    def chains(self) -> Iterator[list[Span]]:
        """Yield the roles that stand together as those of one person."""
        chain: list[Span] = []
        for role in self.roles:
            if chain:
                n = self.next_person(chain[-1].end)
                person_between = n < len(self.people) and self.people[n].start < role.start
                label = self.text[chain[-1].end : chain[-1].end + 1] in _LABEL
                comma = self.text[chain[-1].end : chain[-1].end + 1] in _COMMAS and self._clause_has_person(chain[-1])
                if person_between or label or comma or not CHAIN.fullmatch(self.between(chain[-1], role)):
                    yield chain
                    chain = []
            chain.append(role)
        if chain:
            yield chain

    def _clause_has_person(self, role: Span) -> bool:
        opening = max(self.text.rfind(mark, 0, role.start) for mark in "，,。；;\n")
        n = self.next_person(role.start) - 1
        return n >= 0 and self.people[n].start > opening

    def list_from(self, n: int) -> list[Span]:
        """The names from the n-th on that stand in one list (甲、乙和丙)."""
        names = [self.people[n]]
        while n + 1 < len(self.people) and _AND.fullmatch(self.between(names[-1], self.people[n + 1])):
            n += 1
            names.append(self.people[n])
        return names

    def list_to(self, n: int) -> list[Span]:
        """The names up to the n-th that share what is said of it: 甲、乙 and 甲局局长甲、乙局局长乙."""
        names = [self.people[n]]
        while n > 0:
            gap = self.between(self.people[n - 1], names[0])
            if not (_AND.fullmatch(gap) or (_NEXT.fullmatch(gap) and self._role_ends(names[0].start))):
                break
            n -= 1
            names.insert(0, self.people[n])
        return names

    def _role_ends(self, at: int) -> bool:
        return at in self.role_ends

    def opens_row(self, n: int) -> bool:
        """Whether the n-th name is printed as the first cell of a row: a blank behind it, then body and role."""
        end = self.people[n].end
        if end >= len(self.text) or not (self.gaps[end] or self.text[end] in " 　"):
            return False
        role = next((r for r in self.roles[bisect_left(self.role_starts, end) :][:1]), None)
        alone = n + 1 >= len(self.people) or role is None or self.people[n + 1].start > role.start
        return role is not None and alone and bool(ROW.fullmatch(self.text[end : role.start]))

    def closes_row(self, m: int, n: int) -> bool:
        """Whether a role belongs to the row that the m-th name opens, and the n-th name opens the next row, its own role read or not."""
        if m < 0 or not self.opens_row(m):
            return False
        end = self.people[n].end
        cell = end < len(self.text) and bool(self.gaps[end] or self.text[end] in " 　")
        if self.opens_row(n):
            return True
        # Rows begin behind a label; where the first name stands behind its role, all do (局长甲  副局长乙).
        while cell and self._role_ends(self.people[m].start):
            m -= 1
            cell = m >= 0 and self.opens_row(m)
        return cell

    def holders(self, chain: list[Span]) -> list[Span]:
        """Who holds the roles of a chain."""
        last, first = chain[-1], chain[0]
        n = self.next_person(last.end)
        if n < len(self.people):
            gap = self.text[last.end : self.people[n].start]
            if gap[:1] in _LABEL:
                return self.labelled(last, n)
            within_row = n > 0 and self.closes_row(self.next_person(first.start) - 1, n)
            if not within_row and len(gap) <= 3 and BEFORE_NAME.fullmatch(gap):
                several = (
                    gap in ("包括", "分别是", "分别为") or last.text.startswith("副") or last.text.endswith(_SHARED)
                )
                return self.list_from(n) if several else [self.people[n]]
        n = self.next_person(first.start) - 1
        if n < 0:
            return []
        gap = self.between(self.people[n], first)
        if not gap:
            return [self.people[n]]
        if len(gap) <= 120 and AFTER_NAME.fullmatch(gap):
            return self.list_to(n)
        end = self.people[n].end
        row = self.gaps[end] or self.text[end] in " 　" or self.text[self.people[n].start - 1 :][:1] in "\n：:"
        return [self.people[n]] if row and ROW.fullmatch(gap) else []

    def labelled(self, role: Span, n: int) -> list[Span]:
        """The names of a list under a label (成员：…): row by row, or one after another, up to the next label."""
        names = [self.people[n]]
        if self.text[role.end + 1 : names[0].start].strip(" 　"):
            return []
        for m, person in enumerate(self.people[n + 1 :], n + 1):
            gap = self.text[names[-1].end : person.start]
            if any(mark in gap for mark in "：:。；"):
                break
            opens_row = gap.rstrip("-— 　\t").endswith("\n") or gap.endswith("-") or self.opens_row(m)
            if opens_row or _AND.fullmatch(gap):
                names.append(person)
            elif "\n" in gap:
                break
        several = role.text.endswith(_SHARED) or role.text.startswith("副")
        return names if several else names[:1] + [p for p in names[1:] if _AND.fullmatch(self.between(names[0], p))]

    def holdings(self) -> Iterator[tuple[list[Span], list[Span]]]:
        """Yield people and the chain of roles that each of them holds."""
        for chain in self.chains():
            if people := self.holders(chain):
                yield people, chain

    def action(self, people: list[Span], role: Span) -> str | None:
        """Whether the words around say that the post was given or taken away."""
        if role.start < people[-1].end:
            return None
        opening = max(self.text.rfind(mark, 0, people[0].start) for mark in "。；;，\n") + 1
        header = _HEADER.search(self.text, max(0, opening - 600), people[0].start)
        if header and not _OTHER_HEADER.search(self.text, header.end(), people[0].start):
            return "removed" if header["removed"] else "appointed"
        words = self.text[opening : people[0].start] + self.text[people[-1].end : role.start]
        if _REMOVED.search(words):
            return "removed"
        return "appointed" if _APPOINTED.search(words) else None


def _facts(doc: Doc) -> Iterable[dict[str, Any]]:
    page = _Page(doc)
    if not page.people or not page.roles:
        return
    bodies = Bodies(doc)
    for people, chain in page.holdings():
        for role, (name, places) in zip(chain, bodies.of_chain(chain), strict=True):
            if name is None:
                continue
            for person in people:
                yield {
                    "kind": "appointment",
                    "person": person.text,
                    "position": role.text,
                    "organization": name,
                    "action": page.action(people, role),
                    "spans": {
                        "person": [[person.start, person.end]],
                        "position": [[role.start, role.end]],
                        **({"organization": places} if places else {}),
                    },
                    "evidence": [[person.start, person.end], [role.start, role.end], *places],
                }


@Language.component("newsextract_appointments")
def appointments(doc: Doc) -> Doc:
    """Add a fact for each person, role and body that a page puts together; what a repeated article says is not said again."""
    duplicates = frame_of(doc)["duplicates"]
    repeats = [(z.start, z.end) for z in zones_of(doc) if z.article in duplicates]
    said: set[tuple[str, str, str, str | None]] = set()
    facts = list(doc._.facts or ())
    found = list(_facts(doc))
    # What the page prints with the name settles the same post elsewhere, where only the page's region spoke for a body.
    printed: dict[tuple[str, str], list[str]] = {}
    for fact in found:
        if "organization" in fact["spans"]:
            printed.setdefault((fact["person"], fact["position"]), []).append(fact["organization"])
    for fact in found:
        bodies = printed.get((fact["person"], fact["position"]))
        if (
            "organization" not in fact["spans"]
            and bodies
            and not any(b.startswith(fact["organization"]) for b in bodies)
        ):
            continue
        key = (fact["person"], fact["position"], fact["organization"], fact["action"])
        start = fact["spans"]["position"][0][0]
        if key in said or any(s <= start < e for s, e in repeats):
            continue
        said.add(key)
        facts.append(fact)
    doc._.facts = facts
    return doc
