"""Who issued a document: the body its title names, the bodies before the verb, the one that signs, the one its number names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex
from spacy.tokens import Doc, Span

from newsextract.recognize.patterns import Pattern
from newsextract.recognize.reach import punctuated

__all__ = ["Issuer", "before_title", "in_title", "issues", "name_of"]

_ISSUE = r"(?:印发|发布|出台|颁布|公布|颁发|下发|制定|制订|制发|修订|修改|起草|编制|推出|签发|转发|审议通过|通过)"
#: The verb that issues, right before the title or the list of titles.
_VERB = regex.compile(
    rf"(?:{_ISSUE}(?:完善|并?{_ISSUE}|和{_ISSUE})?)(?:实施|执行)?了?(?:新版|新修订的|修订后的|\p{{Han}}{{0,6}}的)?$"
)
#: What is done, with no one to do it, is a task or the act of a meeting.
_TASK = regex.compile(r"(?:制定|制订|起草|编制|修订|修改|审议通过|通过|推出)")
#: 甲局联合|乙局, not 联合会.
_WITH = regex.compile(r"(?<=[部局厅委院府署会办行])(?:联合|会同)(?=\p{Han}{3})(?!会|国)")
#: What follows a body that is no subject: its attribute, or the dateline of a medium.
_NO_SUBJECT = regex.compile(r"[的、，。）]|消息|[讯电]|记者|报道|（新闻")
#: What may stand before the subject of a clause.
_LEAD = regex.compile(
    r"(?:\s|[0-9年月日]|近日|日前|今天|昨天|此外|同时|据介绍|目前|一直以来|近年来|今年以来|去年以来|为\p{Han}*)*"
)
#: Not issued yet.
_FUTURE = regex.compile(r"(?:正在|拟|将|将要|计划|准备|即将|尽快|抓紧|研究|启动)\p{Han}{0,4}$")
#: Between the subject and the verb only such words stand.
_ADVERBS = regex.compile(
    r"(?:近日|日前|今天|今日|昨日|昨天|近期|已|已经|先后|相继|专门|联合|共同|正式|牵头|率先|研究|及时|制定|及|并|又|还|也|探索|首次|再次|近年来|同时|创新|结合实际|组织|会同|联合|发文|、|和|等|"
    r"[0-9一二三四五六七八九十]+个?(?:部门|单位|部委)|[（(][^（()）]{0,12}[)）]|\s)*"
)
_BODY_END = regex.compile(
    r"(?:院|厅|室|会|部|局|委|府|署|办|组|机制|行|党委|党组|中央|法院|检察院|指挥部|总社|中心|军|[等]+\p{Han}{1,3}部门)$"
)
#: Between two bodies; layout may have taken out the blank between them.
_JOINT = r"[、\s]+|(?<=\p{Han}{2}(?:部|厅|局|署|委员会))(?=\p{Han}{3})(?!办公|分局|门|队|党组|机关|直属|等)"
_TITLE = Pattern("bodies before 关于 in a title", r"(?<bodies>[^关《》“”]{2,60}?)关于")
_LINKS = regex.compile(r"[、，和与及\s]{0,3}(?:联合|会同)?")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Bodies that issued a document, as printed or in their full form, and where they stand."""

    names: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def joined(self) -> str:
        """All names in one string, as a table wants them."""
        return "、".join(self.names)


def name_of(span: Span) -> str:
    """Return the full name of a body where the page gives one, else its text."""
    return str((span._.value or {}).get("canonical") or span.text.replace("\n", ""))


def in_title(title: str, printed: str | None = None) -> tuple[str, ...]:
    """Return the bodies that a title opens with.

    Args:
        title: the title, folded for matching.
        printed: the same as it is printed, which the names are taken from.

    >>> in_title("省教育厅、省财政厅关于奖补的通知"), in_title("关于奖补的通知")
    (('省教育厅', '省财政厅'), ())
    """
    hit = _TITLE.match(title)
    if hit is None or not _BODY_END.search(hit["bodies"]):
        return ()
    names, at, (begin, end) = [], hit.start("bodies"), hit.span("bodies")
    for joint in regex.finditer(_JOINT, hit["bodies"], flags=regex.VERSION1):
        names.append((at, begin + joint.start()))
        at = begin + joint.end()
    return tuple((printed or title)[a:b] for a, b in [*names, (at, end)] if title[a:b].strip())


def _chain(bodies: Sequence[Span], text: str, last: int) -> list[Span]:
    """The bodies joined by 、 that end with bodies[last]."""
    first = last
    while first > 0 and _LINKS.fullmatch(text, bodies[first - 1].end, bodies[first].start):
        first -= 1
    return list(bodies[first : last + 1])


def before_title(doc: Doc, bodies: Sequence[Span], start: int, floor: int) -> tuple[Issuer | None, bool]:
    """Find who issues the title (or list of titles) that begins at ``start``.

    Args:
        doc: the Doc.
        bodies: settled ORG and PLACE mentions in order.
        start: where the title or its list begins.
        floor: where the paragraph begins.

    Returns:
        the issuer, if said; and whether a verb of issuing stands before the title.
    """
    text = punctuated(doc)
    window = text[floor:start]
    here = [b for b in bodies if floor <= b.start and b.end <= start]
    if here and here[-1].end == start and here[-1].label_ == "ORG":
        return _issuer(_chain(here, text, len(here) - 1)), True
    verb = _VERB.search(window)
    if verb is None:
        return None, False
    if _FUTURE.search(window[: verb.start()]):
        return None, False
    at = floor + verb.start()
    # The nearest body with nothing but adverbs between it and the verb; else the subject of an earlier clause.
    for n in range(len(here) - 1, -1, -1):
        if _ADVERBS.fullmatch(text, here[n].end, at):
            return _issuer(_chain(here, text, n)), True
    subject = _earlier_subject(text, here, floor, at) or _carried(bodies, text, floor, start)
    # Bodies make drafts without issuing them: 制定 with no one to do it is a task, not an act.
    return subject, subject is not None or not _TASK.match(verb.group())


def issues(text: str, floor: int, start: int) -> bool:
    """Whether a verb of issuing stands right before the title that begins at ``start``.

    >>> issues("市政府印发《办法》", 0, 5), issues("违反市政府《办法》", 0, 5)
    (True, False)
    """
    return _VERB.search(text[floor:start]) is not None


def _issuer(chain: Sequence[Span]) -> Issuer:
    names = [part for body in chain for part in _WITH.split(name_of(body)) if part]
    return Issuer(tuple(names), [(b.start, b.end) for b in chain])


def _earlier_subject(text: str, here: Sequence[Span], floor: int, at: int) -> Issuer | None:
    """The body that opens an earlier clause of the sentence, where the verb at ``at`` opens its own."""
    clause = max(text.rfind(mark, floor, at) for mark in "，。；：\n") + 1
    if not _ADVERBS.fullmatch(text, max(clause, floor), at):
        return None
    for n in range(len(here) - 1, -1, -1):
        clause = max(text.rfind(mark, floor, here[n].start) for mark in "，。；：\n") + 1
        opens = _LEAD.fullmatch(text, max(clause, floor), here[n].start)
        if opens and not _NO_SUBJECT.match(text, here[n].end):
            return _issuer(_chain(here, text, n))
    return None


def _carried(bodies: Sequence[Span], text: str, floor: int, start: int) -> Issuer | None:
    """The subject of the sentence before, where the title's own sentence has none."""
    sentence = max(text.rfind(mark, floor, start) for mark in "。；！？\n") + 1
    if sentence <= floor or any(b.start >= sentence and b.end <= start for b in bodies):
        return None
    before = max(text.rfind(mark, floor, sentence - 1) for mark in "。；！？\n") + 1
    first = max(before, floor)
    subject = next((b for b in bodies if b.start == first and b.label_ == "ORG"), None)
    verb = _VERB.search(text[sentence:start])
    # Only a sentence that opens with the verb has its subject in the one before.
    if subject is None or _NO_SUBJECT.match(text, subject.end) or verb is None:
        return None
    if not _ADVERBS.fullmatch(text, sentence, sentence + verb.start()):
        return None
    return Issuer((name_of(subject),), [(subject.start, subject.end)])
