"""第…: a rank or serial with its measure word; articles of law, enumerations and words that begin with 第 stay out."""

from __future__ import annotations

import re

from newsextract.recognize.figures.compose import Figure

__all__ = ["ordinal_end"]

# 第一产业, 第三方, 第一时间, 第二人民医院 rank nothing.
_WORD = re.compile(
    r"产业|印象|势力|方(?!面|阵)|时间|线|书记|夫人|副|把手|责任人|动力|要务|资源|生产力|课堂|现场|手(?!段)|者|人称|感|季|部分|支柱|性|人民|中学|小学|高中|中(?:院|心小学)?(?=[，。、）\s]|\Z)"
    r"|医院|师范|幼儿园|实验|检察|巡视|监狱|纪(?!录)|纺织|机床|汽车|建筑|工程|研究|设计|附属|党支部|分公司|分局|事业部|办公室|监督|督导|巡察|执行|纵队|野战|军|集团军|师|战区|国际|世界"
    r"|届?[一二三四五六七八九]中全会|财经|视频|届全国人|届中央|届全国政协|批准|课(?!时)|作者|庭|[中大支总]队|看守所|派出所|位置|象限|类医|要素|议题|主体|引擎|增长点|总统|总理|宇宙|帝国|共和国|抓手|粮仓|战场|阵地|关|考场"
)
_MEASURE = re.compile(
    r"(?:个(?!性|体)|任(?!务)|位(?!置)|名(?!单|称)|批(?!准)|代(?!表)|次|届|期|家(?!庭)|轮|站(?!在)|集|版(?!权|本)|场|局|节(?!能)|类|号|回(?!来)|辆|台(?!阶|风)|件|例|条|款|项|层(?!次)|步|棒|组(?!织)|队(?!伍)|部"
    r"|则(?!是|为|由)|架|艘|枚|只|座(?!谈)|张|份|篇|页|章|卷|册|排|列|档|级|梯队|人次|枪|桶|针|剂|单|笔|套|种|幕|环|关|炉|颗|株|棵|亿件|顺位|大类|片|道(?!路)|口|句|声|把(?!手)|支|首|艺|堂|段|遍|趟|车|顿|点|方面|万?例)"
)
_LAW = re.compile(r"[条款章节编目项]")
_LAW_BEFORE = re.compile(r"(?:[》法例定则程约案释）)条款项章节、\n　 “及和与至]|\A)\Z")
_LAW_BEHIND = re.compile(r"规定|[第款项、，之（(至到和及\s　“:：]|中|的|所|\Z|[\u4e00-\u9fff]{2}")
_COUNTED = re.compile(
    r"条(?=[\u4e00-\u9fff]{1,4}(?:航线|线路|铁路|高速|公路|通道|跑道|产线|班列|专线))|[条款项](?=(?:生产|高铁|地铁|铁路|高速|国际|航|线|跑道|新|消息|措施|原因|建议))"
)
# 第三届…博览会: part of a name, whether or not the name is known.
_NAMED = re.compile(
    r"届[^，。；：！？、\s”]{1,30}?(?:会|赛|节|展|奖|论坛|周|全会|典礼|峰会|对话|常委|人大|政协|行动|委员|大集)"
)
# 第三版 heads a page or points to one.
_PAGE_NUMBER = re.compile(r"版(?![权本图画])")
_OF_A_PAGE = re.compile(r"版(?=[0-9\s:：)）·]|\Z)")
_POINTS = frozenset(("", "\n", "转", "见", "载", "接", "刊"))
_SENTENCE_STARTS = re.compile(r"(?:[。；：！？;:!?“\n]|\A)\Z")
_ENUMERATES = re.compile(r"[，,、：:是]|就是|要|个是")


def ordinal_end(figure: Figure, text: str) -> int | None:
    """Return where an ordinal that begins with 第 before the figure ends, or None where it is none.

    Args:
        figure: a figure with 第 before it.
        text: folded text.
    """
    first = figure.first
    begun, behind = first.start - 1, first.behind
    counted = first.unit is not None and first.unit.text.startswith("个")  # 第30个年头
    if (first.kind == "time" and not counted) or _WORD.match(text, behind) or first.kind == "percent":
        return None
    before = text[max(0, begun - 1) : begun]
    of_law = _LAW.match(text, behind) and not _COUNTED.match(text, behind)
    of_law = of_law and not (first.numeral.arabic and text[behind] in "项节目")
    if of_law and (_LAW_BEFORE.search(before) or _LAW_BEHIND.match(text, behind + 1)):
        return None
    if _NAMED.match(text, behind) or (_PAGE_NUMBER.match(text, behind) and before in _POINTS):
        return None
    if _OF_A_PAGE.match(text, behind):
        return None
    if _SENTENCE_STARTS.search(before) and _ENUMERATES.match(text, behind):
        return None
    measure = _MEASURE.match(text, behind)
    return measure.end() if measure else behind
