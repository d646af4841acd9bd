"""The recogniser of named bodies: known names, head nouns with the left edge that the evidence gives, aliases, short forms."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import candidates, propose
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Words, word_class
from newsextract.recognize.organizations.aliases import license_short_forms
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.departments import find_departments
from newsextract.recognize.organizations.finding import Finding
from newsextract.recognize.organizations.forms import COUNTRIES, countries
from newsextract.recognize.organizations.heads import ends_before_role, find_heads, known_bodies
from newsextract.recognize.organizations.judge import judge, roles
from newsextract.recognize.patterns import Pattern, beginning
from newsextract.recognize.places.component import WEAK_PLACES

__all__ = ["organizations"]


@Language.component("newsextract_organizations")
def organizations(doc: Doc) -> Doc:
    """Propose named bodies."""
    words = Words(doc)
    places = {c["end"]: (c["start"], c["confidence"]) for c in candidates(doc) if c["label"] == "PLACE"}
    for start, end in doc.user_data.get(WEAK_PLACES, ()):
        places.setdefault(end, (start, 0.3))
    anchors = Anchors(words, places)
    found: dict[tuple[int, int], Finding] = {}
    for finding in _known(words, places):
        anchors.add_body(finding)
        found[finding.start, finding.end] = finding
    for head in find_heads(words, {end: start for end, (start, _) in places.items()}):
        judged = judge(words, head, anchors)
        if judged is not None:
            anchors.add_body(judged)
            found[judged.start, judged.end] = judged
    for department in list(find_departments(words, list(found.values()))):
        found.setdefault((department.start, department.end), department)
    for finding in found.values():
        if finding.alone and not _in_set(words.text, finding):
            propose(
                doc, finding.start, finding.end, "ORG", {"canonical": finding.full},
                by="organizations", confidence=finding.confidence, evidence=finding.evidence,
            )  # fmt: skip
    license_short_forms(doc, words, list(found.values()))
    return doc


def _in_set(text: str, body: Finding) -> bool:
    """Whether a commission stands in a set of all provinces: 各省、自治区水利厅（局）、|发展改革委."""
    if text.startswith(("自治区", "直辖市"), body.start) and text[max(0, body.start - 2) : body.start] in (
        "省、",
        "区、",
    ):
        return True
    if text.endswith("自治", 0, body.start) or _COUNTED_FIRMS.search(text, max(0, body.start - 4), body.start):
        return True  # 各市、县、自治|县人民政府
    bare = text[body.end - 1] == "委" and text[body.start : body.start + 2] not in ("国家", "中国", "中央", "全国")
    return bare and _IN_SET.search(text, max(0, body.start - 48), body.start) is not None


def _known(words: Words, places: dict[int, tuple[int, float]]) -> list[Finding]:
    """Bodies known by name."""
    matcher, kinds = known_bodies()
    longest: dict[int, tuple[int, int]] = {}
    for start, end, number in matcher.find(words.text):
        if (
            end - start > longest.get(start, (start, 0))[0] - start
            and (words.is_edge(start) or start in places or _of_country(words, start))
            and (
                _ends(words, start, end)
                or (
                    end - start > 4
                    and kinds[number][0] == "central"
                    and words.text[end - 1] in _ORGANS
                    and words.text[end : end + 1] not in _NO_END
                )
            )
        ):
            longest[start] = (end, number)
    found = []
    behind = 0
    for start in sorted(longest):
        end, number = longest[start]
        if end <= behind:
            continue
        behind = end
        kind, _ = kinds[number]
        before = words.text[start - 1 : start]
        if before in _NOT_BEFORE or (words.text[start:end] == "中央" and _NO_ORGAN.match(words.text, end)):
            continue
        alone = kind != "brand_word"
        begin = _partner(words, start) if kind == "brand" else start - (kind == "central" and _of_country(words, start))
        if kind == "central" and start in places and words.text[places[start][0] : start] in countries():
            begin = places[start][0]  # 美国|国务院
        found.append(Finding(begin, end, kind, 0.8 if kind.startswith("brand") else 0.93, ["known name"], alone))
    found += [Finding(*hit.span(), "company", 0.93, ["numbered bureau"]) for hit in _NUMBERED.finditer(words.text)]
    found += [Finding(*hit.span(), "group", 0.88, ["quoted group"]) for hit in _QUOTED.finditer(words.text)]
    found += [Finding(*hit.span(), "military", 0.92, ["military body"]) for hit in _MILITARY.finditer(words.text)]
    return found


_QUOTED = Pattern(
    "quoted group",
    r"“[^”“，。\n]{2,10}”(?:专案组|工作专班|联合调查组)",
    starts=beginning("“(?=[^”“，。\n]{2,10}”[专工联])"),
)
_MILITARY = Pattern(
    "military body",
    r"""[东南西北中]部战区 (?: 陆军 | 海军 | 空军 | 总医院 )? | 第? [0-9一二三四五六七八九十]{1,3} 集团军 | [北东南]海舰队 | 战略支援部队 | 联勤保障部队""",
)
#: The numbered bureaus and institutes of the big builders: 中铁某局集团有限公司.
_NUMBERED = Pattern(
    "numbered bureau",
    r"""(?: 中铁建? | 中建 | 中交 | 中水 | 中核 | 中冶 | 中煤 | 中化 | 中国 (?: 水电 | 铁建 | 中铁 | 建筑 | 交建 | 能建 | 电建 ) | 铁 )
        第? [一二三四五六七八九十]{1,3} (?: 公 | 航 | 港 | 安 )? (?: 局 | 冶 | 院 | 处 )
        (?: 集团 | 工程 | 建设 ){0,3} (?: 股份 )? (?: 有限 )? (?: 责任 )? (?: 公司 )?
        | 中国铁路 \p{Han}{2,4} 局集团 (?: 有限公司 )?""",
)


_NO_ORGAN = re.compile("、省属|[、和及]?地方|" + "|".join(sorted(roles("funds"))))
#: Nouns that jieba joins with the name before them: 西门子|公司.
_JOINED = frozenset(["公司", "集团", "银行", "大学", "队", "分社", "总社"])
#: What makes a set of the commissions behind it: 各省、自治区水利厅（局）、|发展改革委.
_IN_SET = re.compile(r"各[省市县区地][^，。；：\n]{0,40}、$")
#: Last characters of central organs, whose names stand whatever jieba makes of their ends: 农业农村部|下达.
_ORGANS = frozenset("部委局署")
_NO_END = frozenset("门队分属长级员面位")
#: A number of firms, not one: 186家|美国银行.
_COUNTED_FIRMS = re.compile(r"(?:[0-9]|[余多数十百千几])家$|许多$")
#: A known name behind one of these is a common noun: 一个工程院.
_NOT_BEFORE = frozenset("个某该各")


def _of_country(words: Words, start: int) -> bool:
    """Whether a country in one character opens one of jieba's words with the organ behind it: 俄|外交部."""
    return words.start_before(start) == start - 1 and not words.is_edge(start) and words.text[start - 1] in COUNTRIES


def _partner(words: Words, start: int) -> int:
    """Return where a joint venture's name begins: a proper name that jieba knows right before the brand."""
    begin = words.start_before(start)
    proper = start - begin == 2 and word_class(words.text[begin:start]) == "p"
    return begin if proper and not by_name(words.text[begin:start]) else start


def _ends(words: Words, start: int, end: int) -> bool:
    after = words.end_after(end)
    if words.is_edge(end) or words.text[end:after] in _JOINED or ends_before_role(words, end):
        return True
    return words.start_before(end) <= start and word_class(words.text[start:after]) == "p"
