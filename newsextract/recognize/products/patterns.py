"""The patterns in which products, platforms, projects and programmes are named; their words are in ``product_words.tsv``."""

from __future__ import annotations

import functools

import regex

from newsextract.lexicon import read_rows
from newsextract.recognize.patterns import Pattern, before

__all__ = [
    "ACT",
    "ALIAS",
    "BUILT",
    "CAPACITY",
    "COINED",
    "CRAFT",
    "ISSUED",
    "LAUNCHED",
    "LIST",
    "LOANS",
    "LONGER",
    "LOOSE",
    "MODEL",
    "NAMING",
    "NO_ITEM",
    "NO_PROJECT",
    "PROGRAMME",
    "PROJECT",
    "QUOTED",
    "SECTION",
    "SLOGAN",
    "SPORTS",
    "VARIETY",
    "VESSEL",
]


@functools.cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for row in read_rows("product_words"):
        words.setdefault(row["use"], []).append(row["word"])
    return words


def _one_of(use: str) -> str:
    """The words of one use as alternatives, the longest first."""
    return "|".join(sorted(map(regex.escape, _words()[use]), key=len, reverse=True))


_N = "[一二三四五六七八九十百0-9]"
_SHIP_OR_SERIES = rf"号\p{{Han}}{{0,3}}(?:[船轮舰艇]|潜水器)|系列(?!{_one_of('not_series')})"
_CLASS = rf"(?:{_one_of('modifier')}){{0,3}}(?:{_one_of('class')}|{_SHIP_OR_SERIES})(?<!火箭(?=[炮弹军筒]))(?<!牌(?=[子照匾坊位]))"

#: “X”平台: the quoted name stands for itself, the class noun stays outside.
QUOTED = Pattern(
    "quoted name before the noun of its class",
    rf"[“‘](?<name>[^“”‘’\n。；！？]{{2,18}})[”’](?:[“‘][^“”‘’\n]{{2,12}}[”’]){{0,6}}(?=(?<class>{_CLASS}))",
)
#: A longer phrase may stand between the quoted name and a noun that only names take.
LOOSE = Pattern(
    "quoted name before a phrase that ends in the noun of its class",
    rf"[“‘](?<name>[^“”‘’\n，。；！？、]{{3,12}})[”’](?=[\p{{Han}}--[的了在和与等为是把将于]]{{1,8}}?(?:{_one_of('class_only')}))",
)
#: Coined words of finance and public service: “X贷”, “X通”, “X保”.
COINED = Pattern(
    "coined name in quotation marks",
    rf"[“‘](?<name>[\p{{Han}}A-Za-z0-9+·]{{1,6}}(?:贷|保|险|宝|通|链|云|码))(?<!{_one_of('common')})[”’]",
)
#: “X”正式上线: what is launched is a product.
LAUNCHED = Pattern(
    "quoted name that is launched",
    rf"""
    [“‘](?<name>[^“”‘’\n，。；！？、]{{2,14}})[”’]
    (?:\p{{Han}}{{0,4}}(?:{_one_of("launched")})(?:(?<=号)\p{{Han}}{{0,4}}[船轮舰])?)?
    (?:昨天|今天|近日|日前)?(?:正式|成功|顺利|同步|全新|已)?(?:{_one_of("launch")})
    """,
)
#: A programme whose whole name is quoted: “百人计划”.
PROGRAMME = Pattern(
    "programme in quotation marks",
    r"“(?<name>(?<stem>[^“”\n，。；！？、]{2,14}?)(?:工程|计划|项目))”(?!\p{Han}{0,6}(?:行动|学习教育|政策))",
)
#: Names of credit products without quotation marks, in a list or as the subject.
LOANS = Pattern(
    "credit product by its ending",
    rf"""
    (?<=[、有“‘为是\n，。：和及与]|推出|办理|获得|申请|发放|使用|通过|上线|享受)
    (?<name>\p{{Han}}{{2,5}}(?<!{_one_of("no_loan")})贷)(?=[、，。；”’等业产和\n（(]|余额|$)
    """,
)
#: A、B、C等…项目: what stands in the list are the projects.
LIST = Pattern(
    "list before the noun of its class",
    rf"""
    (?<items>(?:[^，。；：！？、\n“”]{{2,30}}|“[^”\n]{{2,20}}”)(?:(?:、|和)(?:[^，。；：！？、\n“”]{{2,30}}|“[^”\n]{{2,20}}”)){{0,9}})
    等(?:一?批|多个|多款|[0-9一二两三四五六七八九十]+[个项款大])?(?:{_one_of("list_modifier")}){{0,3}}
    (?<class>{_one_of("list_class")})(?![化方承]|\p{{Han}}{{0,2}}企业)
    """,
    # Ten items of 30 characters with a mark between them, and 等 behind them.
    starts=before(rf"等(?=[^，。；：！？、\n]{{0,24}}?(?:{_one_of('list_class')}))", most=310),
)
#: X（以下简称Y）, X，即Y: Y names the same thing.
ALIAS = Pattern(
    "short form that the page gives",
    r"""
    [”’]?(?:[（(]|，)(?:以下|下)?(?:简|又|统|亦)?(?:称|即|称为)[:：]?
    [“‘《]?(?<alias>“?[^“”‘’《》（()）\n，。；]{2,16}”?[^“”‘’《》（()）\n，。；]{0,8}?)[”’》]?(?=[)）]|，|。)
    """,
)
#: Names introduced as names.
NAMING = Pattern(
    "name introduced by a naming verb",
    rf"""
    (?:名为|取名|命名为|起名|名叫|冠名)(?:为)?[“‘](?<name>[^“”‘’\n。，；]{{2,16}})[”’]的?\p{{Han}}{{0,8}}?(?:{_one_of("named")})
    | (?:{_one_of("named")}|商标)(?:名为|取名|命名为|名叫|取名为)[“‘](?<name>[^“”‘’\n。，；]{{2,16}})[”’]
    """,
)
#: Types of vehicles, aircraft and devices: letters and figures before the noun of their class.
MODEL = Pattern(
    "type by letters and figures",
    rf"""
    (?<![A-Za-z0-9.\-])(?<name>[A-Z][A-Za-z]{{0,10}}[\- ]?[a-zA-Z]?[0-9]{{1,4}}[A-Za-z]{{0,4}}(?:\ ?(?:Pro|Plus|Max|Ultra|mini))?)
    (?=[”’]?(?:{_one_of("model_modifier")}){{0,2}}(?:{_one_of("model_class")}))
    """,
)
CRAFT = Pattern(
    "spacecraft, ship or train by name and number",
    rf"""
    (?:{_one_of("spacecraft")}|{_one_of("series")}){_N}{{1,4}}[甲乙丙丁A-Z]?(?:号[A-Z0-9]{{0,3}})?\p{{Han}}?(?:星|遥{_N}{{1,4}})?(?:{_one_of("craft")})
    | (?:{_one_of("spacecraft")}){_N}{{1,4}}[甲乙丙丁A-Z]?号
    | (?:梦天|问天)实验舱 | 天和核心舱 | (?:{_one_of("probe")})号(?:{_one_of("craft")})?
    """,
)
#: Ships, probes and machines that are named X号.
VESSEL = Pattern(
    "vessel by its name", rf"号(?=\p{{Han}}{{0,4}}?(?:{_one_of('vessel')}))\p{{Han}}{{0,4}}?(?:{_one_of('vessel')})"
)
#: Sections and stages of great works: 二线, 东线一期工程.
SECTION = Pattern("section of great works", r"(?:[东中西]线|[一二三四五]线)?(?:[一二三]期)?(?:后续)?(?:工程)?")
#: A head noun before these is part of a longer word: 工程|师.
LONGER = Pattern("rest of a longer word", rf"(?:{_one_of('longer')})(?<!办(?=[理结好成]))(?<!平台上)")
#: The capacity that a project's name begins with: 年产15吉瓦时|储能电芯项目.
CAPACITY = Pattern("capacity before a project", r"(?r)(?:年产|年处理|日产|日处理)[0-9.]+[万亿]?\p{Han}{1,4}\Z")
#: Varieties and types by number in quotation marks: “宁麦13号”, “深海一号”, “扬稻6000”.
VARIETY = Pattern(
    "variety or type by number in quotation marks",
    r"[“‘](?<name>(?!第|中央|[一二三四五六七八九十])\p{Han}{2,5}(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3}(?=号))号?)[”’](?!文件|公告|令)",
)
#: What is issued under a long quoted name: “甲证券—乙1期资产支持专项计划”.
ISSUED = Pattern(
    "security in quotation marks",
    r"[“‘](?<name>[^“”‘’\n，。；！？]{2,40}(?:资产支持(?:专项计划|证券|票据)|信托计划|理财计划|公司债券|中期票据|短期融资券))[”’]",
)
#: Items that name places, bodies and kinds of things.
NO_ITEM = Pattern("list item that names no product", rf"(?:{_one_of('no_item')})$|^[^“]*[”]$|的")
SPORTS = Pattern("sport", rf"(?:{_one_of('sport')})")
ACT = Pattern("what is done to a project", rf"(?r)(?:{_one_of('act')}|建设(?=\p{{Han}}{{4}}|年产|年处理|日产))")
BUILT = Pattern("what befalls a project", rf"(?:正在|陆续|相继|加快|顺利|的)?(?:{_one_of('built')})")
#: What shows that words before 项目 name one: a maker, a capacity, a quoted part, Latin letters.
PROJECT = Pattern(
    "part of a project's name", r"年产|年处理|日产|\p{Han}[—－\-]\p{Han}|公司|集团|“[^”]+”|·|[A-Z]{2}|[一二三四]期"
)
#: Counted, ranked and described projects and works; a capacity (年产3万吨) is part of a name.
NO_PROJECT = Pattern(
    "no project's name",
    rf"""
    ^(?!年[产处]|日产).*?(?:
        {_one_of("no_project")} | 首[个单批条] | [0-9万余多]+[个项家] | [0-9]+处 | 亿 | 万元 | [0-9]期
        | [一二三四五六七八九十两]大 | ^{_N}+[项号] | ^头[条号] | 重点(?!行业|区域|领域|企业|人群|流域)
        | (?:类|灌溉|主体|主体结构|重要)$ | ^农村供水$ | 文物保护$ | 和[^“”]{{0,4}}$
    )
    """,
)
#: Words in quotation marks that are a slogan, a count or an adjective.
SLOGAN = Pattern(
    "slogan in quotation marks",
    r"""
    [，、！？;；] | ^[一零全双两三四五六七八九十百千最不让我你为把用以从向]
    | [式化型制级性感]$ | ^国字号$ | .+(?:起来|下去|一公里)$ | .{3,}到$ | [+＋]$
    """,
)
