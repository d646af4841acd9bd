"""The shapes in which products, platforms, projects and programmes are named."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex
from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.proper import descriptive, is_proper, leads_with_place, words_between
from newsextract.recognize.reach import name_start, punctuated

__all__ = ["Found", "by_definition", "by_head", "by_list", "by_model", "by_name", "by_quotes", "is_slogan"]

#: start, end, confidence, evidence
Found = tuple[int, int, float, str]

_CLASS = (
    r"(?:综合|公共|线上|网上|智慧|智能|数字|移动|手机|便民|惠企|金融|政务|信息|云|大数据|全媒体|融媒体|融资|科技|合作|区域|公用|公益|文化|旅游|服务|农产品|地理标志|特色|新|纯电动|系列|研究|专题){0,3}"
    r"(?:平台|系统|APP|App|app|小程序|公众号|客户端|微信号|视频号|软件|品牌|商标|专项贷款|信用贷款|贷款|信贷产品|保险产品|贷款产品|金融产品|理财产品|业务|金融服务|保险|大模型|机器人|卫星|飞船|火箭(?![炮弹军筒])|探测器|列车|客机|"
    r"车型|汽车|轿车|手机|芯片|邮轮|游轮|货轮|项目|公开课|网站|牌(?![子照匾坊位])|号(?:航天飞机|航空母舰|[\p{Han}]{0,3}[船轮舰艇])|专题研究|课题|云课堂|直播间|示范基地)"
)
#: “X”平台: the quoted name stands for itself, the class noun stays outside.
_QUOTED = Pattern(
    "quoted name before the noun of its class",
    rf"[“‘](?<name>[^“”‘’\n。；！？]{{2,18}})[”’](?:[“‘][^“”‘’\n]{{2,12}}[”’]){{0,6}}(?=(?<class>{_CLASS}))",
)
#: A longer phrase may stand between the quoted name and a noun that only names take.
_LOOSE = Pattern(
    "quoted name before a phrase that ends in the noun of its class",
    r"[“‘](?<name>[^“”‘’\n，。；！？、]{3,12})[”’](?=[\p{Han}--[的了在和与等为是把将于]]{1,8}?(?:平台|系统|品牌|小程序|大模型|机器人))",
)
#: Coined words of finance and public service: “X贷”, “X通”, “X保”.
_COINED = Pattern(
    "coined name in quotation marks",
    r"[“‘](?<name>[\p{Han}A-Za-z0-9+·]{1,6}(?:贷|保|险|宝|通|链|云|码))"
    r"(?<!区块链|产业链|供应链|创新链|价值链|生态链|资金链|人才链|首贷|续贷|信贷|断贷|抽贷|医保|社保|低保|参保|三保|风险|保险|沟通|互通|畅通|交通|直通|普通|联通|卡通|流通|加码|国宝|珠宝|法宝|宝宝|瑰宝|断链|扫码|密码|号码|条码|解码|上云)[”’]",
)
#: “X”正式上线: what is launched is a product.
_LAUNCHED = Pattern(
    "quoted name that is launched",
    r"[“‘](?<name>[^“”‘’\n，。；！？、]{2,14})[”’](?:\p{Han}{0,4}(?:平台|系统|数据库|小程序|客户端|品牌|产品|机器人|模型|新品|车型|客机|卫星|火箭|探测器|飞船|号|号\p{Han}{0,4}船|号\p{Han}{0,3}[轮舰])|APP|App)?(?:昨天|今天|近日|日前)?(?:正式|成功|顺利|同步|全新|已)?(?:上线|上市|首飞|发射|升空|下线|面世|问世|交付|投用|入列|首航)",
)
#: A programme whose whole name is quoted: “百人计划”.
_PROGRAMME = Pattern(
    "programme in quotation marks",
    r"“(?<name>(?<stem>[^“”\n，。；！？、]{2,14}?)(?:工程|计划|项目))”(?!\p{Han}{0,6}(?:行动|学习教育|政策))",
)
#: Names of credit products without quotation marks, in a list or as the subject.
_LOANS = Pattern(
    "credit product by its ending",
    r"(?<=[、有“‘为是\n，。：和及与]|推出|办理|获得|申请|发放|使用|通过|上线|享受)(?<name>\p{Han}{2,5}(?<!信|借|敢|愿|能|可|想|要|应|不|未|放|房|车|还|获|网|小|续|首|农|骗|助学|消费|校园|企业|申|惜|抽|断|压|银行|款|个|按揭|公积金|经营)贷)(?=[、，。；”’等业产和\n（(]|余额|$)",
)
#: A、B、C等…项目: what stands in the list are the projects.
_LIST = Pattern(
    "list before the noun of its class",
    r"""
    (?<items>(?:[^，。；：！？、\n“”]{2,30}|“[^”\n]{2,20}”)(?:(?:、|和)(?:[^，。；：！？、\n“”]{2,30}|“[^”\n]{2,20}”)){0,9})
    等(?:一?批|多个|多款|[0-9一二两三四五六七八九十]+[个项款大])?(?:重点|重大|产业|优质|标志性|主流|网络|直播|社交|短视频|新媒体|电商|地理标志|农产品|知名|特色|区域公用|工业|文旅|投资|外资){0,3}
    (?<class>品牌|农产品|特产|特色产品|平台|项目|App|APP|车型|机型)(?![化方承]|\p{Han}{0,2}企业)
    """,
)
#: X（以下简称Y）, X，即Y: Y names the same thing.
_ALIAS = regex.compile(
    r"[”’]?(?:[（(]|，)(?:以下|下)?(?:简|又|统|亦)?(?:称|即|称为)[:：]?[“‘《]?(?<alias>“?[^“”‘’《》（()）\n，。；]{2,16}”?[^“”‘’《》（()）\n，。；]{0,8}?)[”’》]?(?=[)）]|，|。)"
)
#: Names introduced as names.
_NAMING = Pattern(
    "name introduced by a naming verb",
    r"(?:(?:名为|取名|命名为|起名|名叫|冠名)(?:为)?[“‘](?<name>[^“”‘’\n。，；]{2,16})[”’]的?\p{Han}{0,8}?(?:产品|平台|系统|软件|项目|品牌|小程序|应用|机器人|模型|卫星|车型)|"
    r"(?:品牌|商标|产品|系统|平台|项目|软件|模型)(?:名为|取名|命名为|名叫|取名为)[“‘](?<name>[^“”‘’\n。，；]{2,16})[”’])",
)
#: Types of vehicles, aircraft and devices: letters and figures before the noun of their class, or behind their maker.
_CRAFTS = "(?:载人飞船|货运飞船|飞船|运载火箭|火箭|卫星|探测器|科考船|月球车|火星车)"
_MODEL = Pattern(
    "type by letters and figures",
    r"""(?<![A-Za-z0-9.\-])(?<name>[A-Z][A-Za-z]{0,10}[\- ]?[a-zA-Z]?[0-9]{1,4}[A-Za-z]{0,4}(?:\ ?(?:Pro|Plus|Max|Ultra|mini))?)
    (?=[”’]?(?:系列)?(?:纯电动|电动|混动|新能源|大型|支线|水陆两栖|国产)?(?:汽车|轿车|车型|客机|飞机|直升机|手机|芯片|无人机|机器人|动车组|盾构机|发动机|挖掘机|处理器|大飞机|运输机|战斗机))""",
)
_CRAFT = Pattern(
    "spacecraft, ship or train by name and number",
    rf"""
    (?:神舟|天舟|嫦娥|天问|长征|快舟|力箭|谷神星|捷龙|风云|海洋|高分|北斗|实践|遥感|天链|中星|亚太|鹊桥|雪龙|探索|东方红|吉林一号|资源|环境|试验|天宫)
    [一二三四五六七八九十百0-9]{{1,4}}[甲乙丙丁A-Z]?(?:号[A-Z0-9]{{0,3}})?\p{{Han}}?(?:星|遥[一二三四五六七八九十0-9]{{1,4}})?{_CRAFTS}
    | (?:神舟|天舟|嫦娥|天问|长征|快舟|力箭|谷神星|捷龙|鹊桥|雪龙|探索)[一二三四五六七八九十百0-9]{{1,4}}[甲乙丙丁A-Z]?号
    | (?:梦天|问天)实验舱 | 天和核心舱 | (?:悟空|墨子|羲和|夸父|鹊桥|慧眼|祝融|玉兔)号{_CRAFTS}?
    """,
)
#: Sections and stages of great works: 二线, 东线一期工程.
_SECTION = regex.compile(r"(?:[东中西]线|[一二三四五]线)?(?:[一二三]期)?(?:后续)?(?:工程)?")
_AFTER = regex.compile(
    r"师|院|科|学|局|公司|有限|队|处|部|所|款|量|机械|技术|质量|车|法|建设|公园|经理|化|人员|单位|办|组|投标|招标|负责人|管理|标准|验收|进度|资金|性|方|库|学院|专业|类|上|中心|论|级|名称|式|主义|商|会|大学"
)
#: Items that name places, bodies and kinds of things.
_NO_ITEM = regex.compile(r"(?:[区市县省镇村化]|机构|实验室|论坛|企业|单位|部门|学校|服务|领域|产业)$|^[^“]*[”]$|的")
_SPORTS = regex.compile(
    r"武术|体操|游泳|[篮足排网羽铅]球|乒乓|举重|跳[水高远绳]|射[击箭]|击剑|柔道|跆拳道|拳击|摔跤|田径|马拉松|滑[雪冰板]|冰壶|赛艇|皮划艇|[帆龙]舟|帆船|自行车"
    r"|马术|铁人|攀岩|霹雳舞|电竞|[男女]子|短跑|接力"
)
_ACT = regex.compile(r"(?r)(?:推进|推动|加快|实施|抓好|打造|开工|完成|建设(?=\p{Han}{4}))")
_BUILT = regex.compile(
    r"(?:正在|陆续|相继|加快|顺利|的)?(?:推进|推动|抓好|建设|开工|签约|落地|落户|竣工|投产|实施|建成|引进)"
)
#: What shows that words before 项目 name one: a maker, a capacity, a quoted part, Latin letters.
_PROJECT = regex.compile(r"年产|年处理|日产|公司|集团|“[^”]+”|·|[A-Z]{2}|[一二三四]期")
_NO_PROJECT = regex.compile(
    r"^(?!年[产处]|日产).*?(?:首[个单批条]|[0-9万余多]+[个项家]|亿|万元|[0-9]期|比赛|运动|运会|体育|竞赛|[一二三四五六七八九十两]大|^[一二三四五六七八九十0-9]+[项号]|^头[条号]|重大|重点(?!行业|区域|领域|企业|人群|流域)|系列|一批|[各许多]地|类$|承包|灌溉$|^农村供水$|文物保护$|新开工|[0-9]+处|控制性|主体(?:结构)?$|重要$|强|同类|此类|示范项目|试点项目|和[^“”]{0,4}$)"
)
_SLOGAN = regex.compile(
    r"[，、！？;；]|^(?:一|零|全|双|三|四|五|六|七|八|九|十|百|千|两|最|不|让|我|你|为|把|用|以|从|向)|[式化型制级性感]$|.+(?:起来|下去|一公里)$|.{3,}到$|[+＋]$"
)


def is_slogan(name: str) -> bool:
    """Whether words in quotation marks read as a slogan or an adjective, not as a name.

    >>> is_slogan("保姆式"), is_slogan("小切口，大民生"), is_slogan("惠企通")
    (True, True, False)
    """
    return _SLOGAN.search(name) is not None


@functools.cache
def _heads() -> tuple[Matcher, list[tuple[str, str]]]:
    rows = [(row["head"], row["need"]) for row in read_rows("product_heads")]
    return Matcher([head for head, _ in rows]), rows


@functools.cache
def _names() -> Matcher:
    return Matcher([row["name"] for row in read_rows("product_names")])


def by_name(doc: Doc) -> Iterator[Found]:
    """Things known by name."""
    text, starts = norm_text(doc), word_starts(doc)
    for start, stop, _ in _names().find(text):
        tail = _SECTION.match(text, stop)
        end = tail.end() if tail else stop
        if text[end : end + 2] in ("公司", "集团", "平台"):
            continue
        if starts[start] or not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
            yield start, end, 0.85, "lexicon:products"


def by_model(doc: Doc) -> Iterator[Found]:
    """Types by letters and figures, spacecraft by number."""
    text = punctuated(doc)
    for pattern in (_CRAFT, _MODEL):
        for hit in pattern.finditer(text):
            yield *hit.span(), 0.85, f"shape:{pattern.name}"


def by_quotes(doc: Doc) -> Iterator[Found]:
    """Quoted names: before the noun of their class, by a coined ending, behind a naming verb."""
    text = punctuated(doc)
    for hit in _QUOTED.finditer(text):
        name, kind = hit["name"], hit["class"]
        if is_slogan(name) or (kind.endswith(("服务", "业务", "产品", "项目")) and len(name) > 12):
            continue
        yield *hit.span("name"), 0.85, f"quoted:{kind}"
    for hit in _LOOSE.finditer(text):
        if not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.75, "quoted:class behind"
    for hit in _COINED.finditer(text):
        coined = len(words_between(doc, *hit.span("name"))) > 1  # a word of the dictionary in quotation marks is none
        if coined and not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.8, "quoted:coined"
    for hit in _NAMING.finditer(text):
        yield *hit.span("name"), 0.7, "verb:naming"
    for hit in _LAUNCHED.finditer(text):
        if not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.7, "verb:launched"
    for hit in _PROGRAMME.finditer(text):
        stem = words_between(doc, hit.start("stem"), hit.end("stem"))
        if not descriptive(stem) and not _NO_PROJECT.search(hit["stem"]):
            yield *hit.span("name"), 0.75, "quoted:programme"
    for hit in _LOANS.finditer(text):
        yield *hit.span("name"), 0.75, "shape:loan"


def _enough(doc: Doc, start: int, head: int, end: int, need: str) -> bool:
    text = punctuated(doc)
    size = head - start
    if size < 2:
        return False
    words = words_between(doc, start, head)
    proper = is_proper(doc, start, head)
    if _NO_PROJECT.search(text[start:head]):
        return False
    if need == "coined":
        return (
            "”" not in text[start:head]
            and not text.startswith("线", start)
            and size <= 8
            and [len(word) for word in words[:3]] == [1, 1, 1]
        )
    if need == "fund":
        known = leads_with_place(text, start, head)
        return (
            proper
            and size >= 4
            and (known or not regex.search(r"医保|社保|保险|保障|养老|公募|私募|指数", text[start:head]))
        )
    if need == "project":
        if _NO_PROJECT.search(text[start:head]):
            return False
        if text[head - 1] == "”":
            lead = text.rfind("“", start, head)
            return lead - start >= 4 and not descriptive(words_between(doc, start, lead))
        opens = (
            regex.search(r"(?:^|\n|[0-9一二三四五六七八九十][.．、)）])$", text[max(0, start - 3) : start]) is not None
        )
        listed = opens and text[end : end + 1] in ("。", "\n", "")
        named = _PROJECT.search(text, start, head) is not None or leads_with_place(text, start, head)
        return size >= 4 and (listed or (named and size >= 6)) and not descriptive(words)
    if need == "proper":
        return proper and size >= 3
    if need == "named":
        return (proper and size >= 3) or (size >= 4 and not descriptive(words))
    return size >= 4 and not descriptive(words)


def by_head(doc: Doc) -> Iterator[Found]:
    """Names that end in the noun of their class."""
    text = punctuated(doc)
    matcher, rows = _heads()
    best: dict[int, tuple[int, int]] = {}
    for start, end, index in matcher.find(text):
        if end not in best or start < best[end][0]:
            best[end] = (start, index)
    for end, (head, index) in best.items():
        if _AFTER.match(text, end):
            continue
        start = name_start(doc, head)
        whole = text.startswith("“", start) and text.find("”", start) == head - 1
        if whole and rows[index][1] != "topic" and not rows[index][0].endswith("计划"):
            continue  # the quoted name stands for itself
        if _enough(doc, start, head, end, rows[index][1]):
            yield start, end, 0.75, f"head:{rows[index][0]}"


def by_list(doc: Doc) -> Iterator[Found]:
    """Items of a list that ends in 等 and the noun of their class."""
    text = punctuated(doc)
    for hit in _LIST.finditer(text):
        if not _listed(text, hit):
            continue
        at = hit.start("items")
        for item in regex.finditer(r"[^、]+", hit["items"]):
            start, end = at + item.start(), at + item.end()
            if start == at:
                start = max(start, name_start(doc, end))
                act = _ACT.search(text, start, end - 3)
                start = act.end() if act else start
            if text[start] == "“" and text[end - 1] == "”":
                start, end = start + 1, end - 1
            for cut in _halves(text, start, end):
                if _item(doc, *cut, hit["class"]):
                    yield *cut, 0.7, f"list:{hit['class']}"


def _listed(text: str, hit: regex.Match[str]) -> bool:
    """Whether the words around a list show that things of that class are meant, not kinds of doing."""
    before, after = text[max(0, hit.start() - 12) : hit.start() + 12], text[hit.end() : hit.end() + 8]
    if hit["class"] == "项目":
        if _SPORTS.search(hit["items"]):
            return False
        return _BUILT.search(before) is not None or _BUILT.match(after) is not None
    if hit["class"] == "平台":
        return regex.search(r"[在过用录由]|借助|依托", before) is not None
    return True


def _halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    middle = text.find("和", start + 4, end - 3)
    return [(start, middle), (middle + 1, end)] if middle > 0 else [(start, end)]


def _item(doc: Doc, start: int, end: int, kind: str) -> bool:
    text = punctuated(doc)
    words = words_between(doc, start, end)
    if end - start < (2 if kind.endswith("平台") else 4) or descriptive(words):
        return False
    if _NO_ITEM.search(text, start, end) or (kind != "项目" and text[end - 2 : end] in ("基地", "中心")):
        return False
    if kind.endswith("项目"):
        return end - start >= 4
    if kind.endswith(("产品", "特产")):
        return leads_with_place(text, start, end) and end - start <= 8
    if kind.endswith("品牌"):
        return leads_with_place(text, start, end) or is_proper(doc, start, end)
    return is_proper(doc, start, end) or len(words) <= 2


def by_definition(doc: Doc, found: list[Found]) -> Iterator[Found]:
    """Short forms that the page gives to a product, and every later use of them.

    Args:
        doc: the Doc.
        found: the products found so far.
    """
    text = punctuated(doc)
    for start, end, _, _ in found:
        hit = _ALIAS.match(text, end)
        if hit is None:
            continue
        alias = hit["alias"]
        at = text.find(alias, hit.start("alias"))
        while at >= 0:
            yield at, at + len(alias), 0.85, f"page:short for {text[start:end]}"
            at = text.find(alias, at + len(alias))
