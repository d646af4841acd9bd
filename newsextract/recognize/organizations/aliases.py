"""Short forms that the page itself licenses: (下称X), (以下简称“X”), and what is left of a full name."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Words, word_class
from newsextract.recognize.organizations.judge import Finding

__all__ = ["ALIAS", "license_short_forms", "short_forms"]

#: An alias in brackets right behind the name that it stands for.
ALIAS = re.compile(
    r"[（(](?:以下|下)?(?:简称|统称|称)(?:为|作)?[“\"「‘]?(?P<alias>[^”\"」’（）()，。；\n]{2,16})[”\"」’]?[）)]"
)
_LEGAL = re.compile(
    r"(?:集团)?(?:股份|控股|实业)?(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|总公司|公司|集团|厂)$"
)
_QUOTED = re.compile(r"[“\"]([^”\"“，。、]{2,8})[”\"]")
_LEGAL_END = re.compile(r"(?:有限|股份|责任)公司$")
_BRACKET = re.compile(r"[（(][^（）()]{1,8}[）)]")


def short_forms(name: str) -> dict[str, float]:
    """Short forms that a company's full name licenses, each with how likely it means that company.

    >>> "远帆数控" in short_forms("烟台远帆数控科技有限公司")
    True
    """
    bare = _BRACKET.sub("", name)
    core = _LEGAL.sub("", bare)
    if core == bare or len(core) < 2:
        return {}
    forms: dict[str, float] = {}
    place = _leading_place(core)
    own = core[place:]
    if place and len(own) >= 4:
        forms[own] = 0.92
        forms[bare[place:]] = 0.93
    if len(own) >= 4:
        for size in (4, 6):
            if size < len(own):
                forms[own[:size]] = 0.9
        brand = own[:2]
        if word_class(brand) != "1" and any(word_class(own[2:n]) in "no" for n in (4, 5)):
            for tail in ("公司", "集团", "股份"):
                forms[brand + tail] = 0.88
                if place:
                    forms[core[:place] + brand + tail] = 0.9
    forms.pop(name, None)
    return forms


def _leading_place(core: str) -> int:
    """Length of the division that a name begins with, 0 where there is none."""
    at = 0
    for _ in range(2):
        size = next((n for n in range(min(9, len(core) - at - 2), 1, -1) if by_name(core[at : at + n])), 0)
        if not size:
            break
        at += size
    return at


def license_short_forms(doc: Doc, words: Words, found: list[Finding]) -> None:
    """Propose the aliases that the page defines and the short forms of the full names on it."""
    text = words.text
    full = {text[f.start : f.end]: f for f in found if f.confidence >= 0.85}
    licensed: dict[str, tuple[str, float, str]] = {}
    for finding in found:
        hit = ALIAS.match(text, finding.end)
        if hit:
            licensed[hit["alias"]] = (text[finding.start : finding.end], 0.96, "alias in brackets")
    for finding in found:
        inner = max((f.end for f in found if f.start == finding.start and f.end < finding.end), default=0)
        if finding.kind == "gov" and inner and finding.end - inner >= 4:
            whole, tail = text[finding.start : finding.end], text[inner : finding.end]
            licensed.setdefault(tail, (whole, 0.85, "department of a body on the page"))
        if finding.kind == "group" and text.endswith(("领导小组", "指挥部", "联席会议"), finding.start, finding.end):
            whole = text[finding.start : finding.end]
            noun = next(n for n in ("领导小组", "指挥部", "联席会议") if whole.endswith(n))
            licensed.setdefault(noun + "办公室", (whole + "办公室", 0.82, "office of a group on the page"))
    for name, finding in sorted(full.items(), key=lambda item: not _LEGAL_END.search(item[0])):
        if finding.kind == "company":
            for quoted in _QUOTED.findall(text):
                if 2 <= len(quoted) < len(name) and name[_leading_place(name) :].startswith(quoted):
                    licensed.setdefault(quoted, (name, 0.85, "quoted part of a full name on the page"))
            for form, confidence in short_forms(name).items():
                licensed.setdefault(form, (name, confidence, "short form of a full name on the page"))
    for form, (name, confidence, why) in licensed.items():
        for hit in re.finditer(re.escape(form), text):
            if any(f.start <= hit.start() and hit.end() <= f.end and f.end - f.start > len(form) for f in found):
                continue
            if len(form) < 4 and not (words.is_edge(hit.start()) and words.is_edge(hit.end())):
                continue
            propose(
                doc,
                hit.start(),
                hit.end(),
                "ORG",
                {"canonical": name},
                by="organizations",
                confidence=confidence,
                evidence=[why],
            )
