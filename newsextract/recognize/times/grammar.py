"""The grammar of Chinese expressions of time, as named fragments composed into three patterns.

A fragment names what it reads by groups; the same group name stands wherever the same thing is meant, so that
``interpret`` reads a match without knowing which alternative gave it. Repeats are bounded throughout.
"""

from __future__ import annotations

import functools

from newsextract.recognize.patterns import Pattern
from newsextract.recognize.times import lunisolar
from newsextract.recognize.times.places import places

__all__ = ["dateline", "lengths", "link", "points", "vague_words"]

_CN = "零〇○一二三四五六七八九"
#: A small whole number, Arabic or Chinese.
_N = rf"(?:[0-9]{{1,4}}+|[{_CN}两十百廿卅]{{1,6}}+)"
_MONTH = r"(?:1[0-2](?![0-9])|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12][0-9](?![0-9])|3[01](?![0-9])|0?[1-9](?![0-9])|三十一?|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九](?!十))"
_WEEK = r"(?:周|星期|礼拜)"
_WEEKDAY = r"[一二三四五六日天]"
#: No digit and no sign of a longer figure, code or address before a figure.
_ALONE = r"(?<![0-9./:第A-Za-z]|[0-9],(?=[0-9]{3}(?![0-9])))"
#: The number of an item, or of a paragraph, is no part of the date behind it: 2.2019年1月.
_ITEM = r"(?<=(?<![0-9.])[0-9]{1,2}\.)"
#: The same before dates in figures, which may follow a date and a hyphen, but no telephone's area code.
_FREE = r"(?<![0-9.,:/A-Za-z]|(?<![0-9])[0-9]{1,3}-|[0-9]{5}-)"
#: The same before months and days, which no numeral in characters precedes either; ○ and 〇 before a figure are bullets.
_NO_NUMERAL = (
    rf"(?<![0-9./:第A-Za-z{_CN.replace('〇', '').replace('○', '')}十百千]|[〇○](?![0-9])|[0-9],(?=[0-9]{{3}}(?![0-9])))"
)
#: Words after which so many 日 is how long something takes, not which day it is.
_LASTS = "为期|历时|连续|长达|期限为?|有效期为?|保质期为?|公[示告]期为?|试用期为?|不足|少于|用时|只用|仅用|提前|超过|缩短至|压缩至|减至|压减至|缩短为"

#: Characters that make another word of 年 (年产, 年会), unless they begin a word of their own (产业, 会议).
_COMPOUND = (
    "产(?![值业量品学能出])|会(?![同议上将有])|生(?![产活态命动])|报(?![告道名考送废销])|终(?!于)|检(?![查验测察])"
    "|轮(?![番流])|货(?![物币运])|历(?![史经时程届])"
)

# Years ------------------------------------------------------------------------------------------------------------
#: What must follow a year of two figures, which would be a duration otherwise.
_SUB_AHEAD = rf"""(?=的?(?:
    {_MONTH}月(?!龄)|第?[一二三四1-4]季|前[0-9一二三四五六七八九十]{{1,2}}(?:个?月|季)|[上下]半年|年?[底初末](?![步次级始])|年[初末底内]
  | 以[前后来]|[春夏秋冬][季天]?(?![^，。的\s])|第一?[0-9一二三四五六七八九十]{{1,2}}个?(?:周|星期|礼拜)|\L<feasts>
))"""
_YEAR = rf"""(?:
    (?:{_ALONE}|{_ITEM})(?P<y>[12][0-9OolI]{{3}})(?:年度(?!假)|年)(?![级代薪龄])
  | (?<![{_CN}])(?P<y>[一二][{_CN}]{{3}})年度?(?![级代])
  | (?<![{_CN}十百千])(?P<y>[一二两]千零?[{_CN}十]{{0,3}})年(?![级代])
  | (?<![0-9./:第A-Za-z{_CN}十百]|[0-9],(?=[0-9]{{3}}(?![0-9])))(?P<yy>[0-9]{{2}}|[{_CN}]{{2}})年{_SUB_AHEAD}
  | (?<![第{_CN}十百])(?P<yy>(?!一二|二三|三四|四五|五六|六七|七八|八九|三五)[{_CN}]{{2}})年(?![级代薪龄])
  | (?<![0-9./:第A-Za-z]|[0-9],(?=[0-9]{{3}}(?![0-9])))(?P<yy>0[0-9])年(?![级代薪龄])
  | (?P<era>\L<eras>)(?P<ey>元|{_N})年(?![级代])
  | 公元前(?P<bc>{_N})年
  | (?P<yrel>大前年|大后年|今年|本年度?|去年|上年度?|前年|明年|(?<![产成工达业营用运标毕退战灾病节])后年
      |(?<![迎到带进])来年(?!货)|上一年度?|下一年度?|这一年|次年|翌年)度?
  | (?P<animal>[鼠牛虎兔龙蛇马羊猴鸡狗猪])年(?=\L<feasts>|春节|[，。、])
  | (?:农历)?(?P<pair>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年
)"""

#: Dates in the capitals of cheques: 贰零贰肆年零捌月壹拾伍日.
_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾"
_CHEQUE = rf"(?P<y>[壹贰][{_CAPITALS}]{{3}})年(?:(?P<mon>[{_CAPITALS}]{{1,3}})月(?:(?P<day>[{_CAPITALS}]{{1,4}})日)?)?"

# What stands below a year, or alone -------------------------------------------------------------------------------
_PART = r"""(?:
    凌晨|清晨|清早|早晨|早上|早间|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|午夜
  | [早晚夜](?![报会餐宴些于期年婚稻熟班秋春茶安点间里景市饭读课操高恋产育]|一点(?![钟半整0-9一二三四五]))
)"""
_CLOCK = rf"""(?:
    (?P<h>2[0-4]|[01]?[0-9]|[零十一二两三四五六七八九]|十[一二三四五六七八九]|二十[一二三四]?)(?:
        [时点](?:(?P<mi>[0-5]?[0-9]|[{_CN}十]{{1,3}})分|(?P<frac>整|半|一刻|三刻)|(?P<mi>[0-5][0-9])(?![0-9]))?(?!钟)钟?
      | :(?P<mi>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])
    )
)"""
_TIME_OF_DAY = rf"(?:(?P<part>{_PART})?{_CLOCK}|(?P<part>{_PART}))"
_WITH_WEEKDAY = rf"(?:[,，(（]?\ {{0,3}}{_WEEK}{_WEEKDAY}(?:(?<=[(（]..)[)）]|(?<=[(（]...)[)）])?)"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)"

_OF_MONTH = rf"""(?:
    (?P<xun>[上中下])(?P<xun2>[中下])?旬
  | 第(?P<wn>{_N})个?(?:周|星期|礼拜)(?!{_WEEKDAY})
  | 的?(?:第(?P<wdn>{_N})|最后一)个?的?{_WEEK}(?P<nwd>{_WEEKDAY})
  | (?:最后|后)(?P<ln>{_N})个?(?P<lu>[天周]|星期|礼拜)
  | (?:前|头)(?P<fn>{_N})个?(?P<fu>[天周]|星期|礼拜)
  | 第(?P<dn>{_N})天
  | (?P<hm>[上下])半月
  | 月?(?P<mpos>[底末初])(?![步次级])
)"""
_LINKED = r"(?:[ ]?(?:-{1,2}|—{1,2}|–|―|~|～|─|－|至|到)[ ]?)"


def _shared(item: str, unit: str, last: str | None = None) -> str:
    """What must follow a figure that takes its unit from the end of its range or list: 7—8月, 7、8、9月."""
    return rf"(?={_LINKED}(?:{last or item + unit})|(?:、{item}){{1,8}}{unit})"


_DAY_OF_MONTH = rf"""(?:
    (?P<day>{_DAY})[日号](?!线|楼|院)
  | (?P<lday>{_LUNAR_DAY})
  | (?P<bday>{_DAY}){_shared(_DAY, "[日号]", rf"(?:{_MONTH}月)?{_DAY}(?:[日号]|(?![0-9月年个天]))")}
  | (?P<cday>(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]))(?![{_CN}十百千个月日号年周天余多级万])
)"""
_MONTHLY = rf"""(?:
    (?P<lunar>农历|阴历|夏历)?(?P<leap>闰)?(?:(?P<mon>{_MONTH})|(?P<lmon>[正腊冬])|(?P<jan>元))月(?:份)?(?![薪饼嫂龄刊])
        (?:的?{_DAY_OF_MONTH}|的?{_OF_MONTH})?
  | (?P<lmon>大年)(?P<lday>{_LUNAR_DAY})
)"""
_BARE_QUARTER = (
    rf"第?(?P<bq>[一二三四1-4])(?:{_shared('第?[一二三四1-4]', '季度')})|第?(?P<aq>[一二三])(?P<aq2>[二三四])季度"
)
#: A season that ends a string of its own is the almanac's; in running text it is counted by months.
_ALMANAC = r"(?P<almanac>(?=\Z)(?<=\A[^\n]{1,12}))?"
_IN_YEAR = rf"""(?:
    {_MONTHLY}
  | 第?(?P<q>[一二三四1-4])(?:季度?|(?<=第.)个季度)(?P<qpos>[初末底])?
  | {_BARE_QUARTER}
  | (?:前|头)(?P<fn>{_N})(?:个?(?P<fu>月|季度)|(?P<fu>[周天]|个星期))(?!\w{{0,1}}平均)
  | (?:最后|后)(?P<ln>{_N})个?(?P<lu>月|季度|[周天]|星期|礼拜)
  | (?P<half>[上下前后])半年
  | (?:(?P<season>[春夏秋冬])[季天](?![奥运会])|(?P<season>[春夏秋冬])(?P<season2>[春夏秋冬])(?=[，。、\s]|季|两季|\Z)(?:两?季)?
      |(?P<season>[春夏秋冬])(?![^，。\s])){_ALMANAC}
  | 第(?P<wn>{_N})个?(?:周|星期|礼拜)(?!{_WEEKDAY})
  | 第(?P<dn>{_N})天
  | (?P<monrel>本月)(?:{_DAY_OF_MONTH})?
  | (?P<feast>\L<feasts>)
  | 年?(?P<pos>底|初|末|中(?=[，。之前后]|\Z))(?![步次级始心国央等期小学])
  | 年?(?P<within>内)(?![容部外地蒙环河销需贸涝资])
  | (?P<whole>全年)(?!龄)
  | (?P<same>同期)
  | (?P<today>今[天日])
  | 的?(?:第(?P<wdn>{_N})|最后一)个?的?{_WEEK}(?P<nwd>{_WEEKDAY})
)"""

#: Characters that make another word of 年 before 底, 初 or 末, or say which year: 每年底, 学年末, 青年初创.
_YEARLY = "每当同往历几多半大全整两今明去前后次翌上本新来学财青少中老成壮童幼暮"

# Alone ------------------------------------------------------------------------------------------------------------
_DAYREL = r"""(?:
    (?P<dayrel>大{0,3}前天|大{0,3}后天|昨天|今天|明天|昨日|今日(?!头条|之|说法|关注)|(?<![指说表证申阐声])明日(?!之星|黄花)|前日)
  | (?P<dayrel>[今昨明前])(?=[晚晨早夜])(?P<part>[晚晨早夜])上?(?!报|会|餐|点名|间新闻)
  | (?P<pairrel>昨今|今明后?|明后)(?P<pairn>[两二三])(?P<pairunit>[天日])
  | (?P<pairrel>前去|去今明?|今明后?|明后)(?P<pairn>[两二三])(?P<pairunit>年)
)"""
_WEEKREL = rf"""(?:
    (?P<wrel>上上|下下|上|下|本|这|今)(?:一|个|一个)?{_WEEK}(?:周|星期|礼拜)?(?:(?P<wd>[一二三四五六日天末])|(?![围边期长转全密刊年到岁身游]))
  | (?<={_WEEK}{_WEEKDAY}[至到]){_WEEK}(?P<wd>{_WEEKDAY})
  | (?<![一-鿿]){_WEEK}(?P<wd>{_WEEKDAY})(?=$|[，。、；：（）(),\s的至到起前后上下中早晚凌夜将])
)"""
_MONTHREL = rf"""(?:
    (?P<monrel>本月|上上个月|下下个月|上个月|上一个月|上月(?!球)|下个月|下一个月|下月|这个月|\A当月)份?(?:的?{_DAY_OF_MONTH}|的?{_OF_MONTH})?
  | (?P<qrel>本|上一?个?|下一?个?|这个?)季度(?P<qpos>[初末底])?
  | (?P<term>[本上下][一个]?(?:学年|学期|财年|赛季))
)"""
_TENS = "(?P<tens>[二三四五六七八])、?(?P<tens2>[三四五六七八九])十年代"
_CENTURY = rf"""(?:
    (?:(?<![0-9])(?P<cent>[0-9]{{1,2}}|[{_CN}十]{{1,3}})|(?P<centrel>上个?|本))世纪(?:(?P<dec>[1-9]0|[一二三四五六七八九]十)年代|(?P<bdec>[1-9]0|[一二三四五六七八九]十)(?:年代)?(?=(?:{_LINKED}|、)(?:[1-9]0|[一二三四五六七八九]十)年代)|{_TENS})?
  | (?<![0-9])(?P<dec4>[12][0-9]{{2}}0)年代
  | (?<![{_CN}])(?P<dec4>[一二][{_CN}]{{2}}[零〇○])年代
  | (?<![0-9{_CN}十百])(?P<dec>[1-9]0|[二三四五六七八九]十)年代
  | {_ALONE}(?P<bdec>[2-9]0)(?=(?:{_LINKED}|、)[3-9]0年代)
  | (?<![0-9{_CN}十百、]){_TENS}
)(?P<cpos>初期?|末期?|中叶|中期|前期|后期|晚期|[上下]半叶|(?<=纪)[前后]半叶)?"""
_PLAN = r"""(?:
    (?P<open>[“"‘'「『])(?P<plan>十?[一二三四五六七八九]五)[”"’'」』](?P<pos>末|初(?!期))?
  | (?<![一-鿿])(?P<plan>十[一二三四五六七八]五)(?=期间|时期|以来|末)(?P<pos>末)?
)"""
_FIGURES = rf"""(?:
    {_FREE}(?P<y>[12][0-9]{{3}})(?P<sep>[-./·—])(?P<mon>1[0-2]|0?[1-9])(?P=sep)(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9/]|\.[0-9]|-[0-9]{{1,2}}(?![0-9./]))
  | {_FREE}(?P<y>[12][0-9]{{3}})\ (?P<mon>1[0-2]|0[1-9])\ (?P<day>[12][0-9]|3[01]|0[1-9])(?![0-9])
  | {_FREE}(?P<day>[12][0-9]|3[01]|0?[1-9])(?P<sep>[-./])(?P<mon>1[0-2]|0?[1-9])(?P=sep)(?P<y>[12][0-9]{{3}})(?![0-9./年])
  | {_FREE}(?P<mon>1[0-2]|0?[1-9])(?P<sep>[-./])(?P<day>1[3-9]|2[0-9]|3[01])(?P=sep)(?P<y>[12][0-9]{{3}})(?![0-9./年])
  | {_FREE}(?P<day>[12][0-9]|3[01]|0[1-9])/(?P<mon>1[0-2]|0[1-9])/(?P<yy>[0-9]{{2}})(?![0-9.\-/])
  | {_FREE}(?P<y>(?:19|20)[0-9]{{2}})(?P<sep>[-./])(?P<mon>1[0-2]|0?[1-9])(?={_LINKED}(?:(?:19|20)[0-9]{{2}}(?![0-9])|至?今))
  | (?<=[-—–―~～─－至到\ ])(?:
        (?<=(?:19|20)[0-9]{{2}}[-./][01]?[0-9]{_LINKED})(?P<y>(?:19|20)[0-9]{{2}})(?P<sep>[-./])(?P<mon>1[0-2]|0?[1-9])(?![0-9./])
      | (?<=(?:19|20)[0-9]{{2}}[./][01]?[0-9][./][0-3]?[0-9]{_LINKED})(?:(?P<y>(?:19|20)[0-9]{{2}})(?P<sep>[./]))?
            (?P<mon>1[0-2]|0?[1-9])[./](?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9./])
    )
  | {_FREE}(?P<y>20[0-9]{{2}})年?Q(?P<q>[1-4])(?![0-9A-Za-z])
)"""
_BARE_MONTH = (
    rf"(?P<bm>{_MONTH})(?:{_shared(_MONTH, '月')})|(?P<am>[一二三四五六七八九])(?P<am2>[二三四五六七八九十])月(?:份)?"
)
_BARE = rf"""(?:
    {_ALONE}(?P<by>[12][0-9]{{3}}){_shared("[12][0-9]{3}", "年", "(?:[12][0-9]{3}|[0-9]{2})年")}
  | (?<![{_CN}])(?P<by>[一二][{_CN}]{{3}})(?={_LINKED}[一二][{_CN}]{{3}}年)
  | {_ALONE}(?P<by>(?:19|20)[0-9]{{2}})(?=\L<feasts>|新年)(?:(?P<newyear>新年)|(?P<feast>\L<feasts>))
  | {_NO_NUMERAL}(?:{_BARE_MONTH})
  | (?<![0-9.{_CN}十第])(?:{_BARE_QUARTER})
  | (?<=[12][0-9]{{3}}(?:\.[01][0-9])?{_LINKED})(?P<ry>(?:19|20)[0-9]{{2}})(?![0-9年.\-/])
  | {_ALONE}(?P<by>(?:19|20)[0-9]{{2}})(?={_LINKED}(?:19|20)[0-9]{{2}}[）)])
)"""
_BARE_DAY = rf"""(?:
    {_ALONE}(?P<bday>{_DAY}){_shared(_DAY, "日(?!内|[以之]内)")}
  | {_NO_NUMERAL}(?<![两数几半每单双逾近约满共前头万]|{_LASTS})(?P<day>{_DAY})日(?!
        报(?!道)|[内游龄元均本益常程记志夜后方历班课期]|[以之][内上下]|无理由|办[结理好成]|左右|三餐|千里|之[寒功])
  | (?<=^|[，。、；：\s（(从自]){_ALONE}(?P<day>[12][0-9]|3[01]|[1-9])号(?=[上下中早晚凌，。,\s]|$|到|至)
)"""

#: Forms too slight for running text, read where the whole string is nothing else.
_WHOLE_STRING = rf"""(?:
    \A(?:
        (?P<mon>1[0-2]|0?[1-9])[/·](?P<day>[12][0-9]|3[01]|0?[1-9])
      | (?P<lunar>)(?P<lday>廿[一二三四五六七八九]?)
      | (?P<newyear>新年)
      | =?\ ?(?P<y>(?:19|20)[0-9]{{2}})(?:(?P<mon>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01]))?
      | (?P<y>(?:19|20)[0-9]{{2}})(?:[-/\ ](?P<mon>1[0-2]|0?[1-9])|\.(?P<mon>1[0-2]|0[1-9]))
      | (?P<y>(?:19|20)[0-9]{{2}})\ (?P<mon>1[0-2]|0?[1-9])\ (?P<day>[12][0-9]|3[01]|0?[1-9])
      | (?P<y>(?:一九|二[零〇○])[{_CN}]{{2}})
      | (?:{_YEAR})?(?P<mon>{_MONTH})月(?P<day>[12][0-9]|3[01]|0?[1-9])
      | (?P<lmon>年)?(?P<lunar>)(?P<lday>初[一二三四五六七八九十])
      | (?P<yy>[89][1-9])年
      | (?P<day>{_DAY})号
      | {_WEEK}(?P<wd>末)
      | (?P<season>[春夏秋冬])[季天]?(?P<almanac>)
    )(?=\Z|(?<=[0-9]{{4}}){_LINKED}[0-9]{{4}}\Z)
  | (?P<day>[12][0-9]|3[01]|0?[1-9])(?P<sep>-)(?P<mon>1[0-2]|0?[1-9])-(?P<yy>0[0-9])(?![0-9\-])(?<![0-9\-].{{6,8}})
)"""

#: Words that carry a time on to the day of publication.
_SINCE = r"以来|(?:至|[-—–~～]{1,2})今(?![年天日晚早晨夏秋冬春后明])"
_SUFFIX = rf"""(?:
    (?P<suf>{_SINCE}|[或及]之后|[或及]以后|[或及]之前|[或及]以前|之后|以后|之前|以前|期间)
  | (?P<suf>前)(?![夕往来去进景提述列排期所沿端线途世台者后三两几0-9一二四五六七八九十])
  | (?P<suf>后)(?![来期续勤备台面者代方院半三两])
  | (?P<suf>间)(?![接断谍隙])
)"""


def _point(*heads: str) -> str:
    return rf"(?:{'|'.join(heads)})(?:{_WITH_WEEKDAY})?(?:\ ?{_TIME_OF_DAY})?(?:{_SUFFIX})?"


@functools.cache
def _lists() -> dict[str, list[str]]:
    return {"feasts": sorted(lunisolar.clear_feasts() + lunisolar.ambiguous_feasts(), key=len, reverse=True)}


@functools.cache
def points() -> Pattern:
    """Expressions that have a place on the calendar: a day, or something longer."""
    clear = sorted(lunisolar.clear_feasts(), key=len, reverse=True)
    ambiguous = sorted(lunisolar.ambiguous_feasts(), key=len, reverse=True)
    heads = (
        _WHOLE_STRING,
        _FIGURES,
        _CENTURY,
        _BARE,
        _CHEQUE,
        rf"{_YEAR}(?:的?(?:{_IN_YEAR}|{_BARE_MONTH}))?",
        _PLAN,
        _DAYREL,
        _WEEKREL,
        _MONTHREL,
        rf"(?:{_NO_NUMERAL}|(?<=(?:\A|[\n。；：])[0-9]{{1,2}}\.)){_MONTHLY}",
        r"(?<![0-9.一二三四五六七八九十第])第?(?P<q>[一二三四1-4])季度(?P<qpos>[初末底])?",
        rf"(?<![目提以之年月日面往空眼当\w])(?:前|头)(?P<fn>{_N})(?:个?(?P<fu>月|季度))",
        rf"(?<=[，。、；：\s]|^|是|比|较|在)(?:前|头)(?P<fn>{_N})(?:个?(?P<fu>月|季度))",
        r"(?P<half>[上下])半年(?!报)",
        r"(?P<whole>全年)(?![龄级])",
        r"(?<![一-鿿0-9])年(?P<pos>[底初末中])(?=[，。、前以，\s]|\w|\Z)",
        rf"(?<![0-9{_CN}十百千{_YEARLY}])年(?P<pos>[底初末])(?![步心次衷中级始夜代期{_CN}十])",
        rf"(?<![0-9{_CN}十上下本个每元正腊冬当次两几份])(?P<m0>月)(?P<mpos>[底末初])(?![步次级])",
        r"(?P<cut>[今去])(?P<winter>冬(?:明|(?<=去冬)今)春)",
        r"(?<=^|[，。；：\s])(?P<thatday>当[天日])(?=[，上下中凌早晚])",
        r"岁(?P<pos>末)",
        r"(?<![一-鿿0-9]|[^力争计划将在于到]年)(?P<y0>年)(?P<within>内)(?![容部外])",
        r"(?<=力争|计划|预计|可在|将在|在|于|将)(?P<y0>年)(?P<within>内)(?![容部外])",
        rf"(?P<cut>[今去明前])(?P<season>[春夏秋冬])(?=[，。、\s以明两新小大]|\Z){_ALMANAC}",
        r"(?P<feast>\L<clear>)(?!晚会|联欢|档|文化|习俗)",
        r"(?P<open>[“\"])(?P<feast>\L<ambiguous>)[”\"](?=期间|假期|小长假|黄金周|前|后|节)",
        r"(?<![一-鿿0-9])(?P<feast>\L<ambiguous>)(?=期间|假期|小长假|黄金周|佳节|节气|时节|当天|前后|[”\"]?$|前夕)",
        _BARE_DAY,
        rf"(?<![0-9.:])(?P<part>{_PART}){_CLOCK}",
        rf"(?<=^|[，。；\s（(）)至到于在起日从自天])(?<![0-9.:])(?=[0-9]{{1,2}}时){_CLOCK}(?![代候期间段常光])",
    )
    return Pattern(
        "points in time",
        _point(*heads),
        starts=places,
        **_lists(),
        clear=clear,
        ambiguous=ambiguous,
        eras=list(lunisolar.eras()),
    )


@functools.cache
def link() -> Pattern:
    """What joins the two ends of a range; 和 and 与 only where a word behind says so."""
    begun = "(?P<begun>起|开始)[，,]?[至到]"  # 自5月1日起至6月30日止
    return Pattern("the middle of a range", rf"{_LINKED}|{begun}|(?=与[^，。]{{2,12}}间)与")


@functools.cache
def listed_day() -> Pattern:
    """A further day of a list that begins with a month: 12月3、4、5号."""
    return Pattern("a day of a list", rf"(?P<bday>{_DAY})(?=、{_DAY})|(?P<day>{_DAY})[日号]")


@functools.cache
def clock_end() -> Pattern:
    """The hour that a range of hours ends at: 9:00—11:30, 上午9时至11时."""
    return Pattern(
        "the end of a range of hours", rf"(?:{_PART})?{_CLOCK}(?<=[分点时半整刻钟]|:[0-9]{{2}})(?![代候期间段常光0-9])"
    )


@functools.cache
def lengths() -> Pattern:
    """Durations, the sets that recur, and durations counted from the day of writing."""
    count = rf"""(?:
        (?P<n>(?<![0-9./:第A-Za-z]|[0-9],(?=[0-9]{{3}}(?![0-9])))[0-9]{{1,6}}+(?:\.[0-9]{{1,3}}+)?万?
          |(?<![0-9第{_CN}十百千万两]|分之)(?!一(?<=(?:同|有|那|哪|某|又|另|这|新的|当)一)|两(?<=这两)天)[{_CN}十百千万两廿]{{1,8}}+(?![0-9]))
        (?P<loose>[多余来几])?
      | (?<![上下前后大])(?P<n>半)
    )"""
    unit = (
        r"""(?:
        (?P<u>个?(?:多|余)?(?:半)?月(?![薪饼嫂龄刊])(?<=[个]多?余?半?月|半月)|个?多?季度(?<=个季度|个多季度)|个?多?(?:星期|礼拜)(?!{wd})|个?多?学期
          |年(?![级代薪龄均夜度底初末前后]|{compound}|行动|攻坚|规划|计划|滚动|义务教育|倍增|大计|纲要|一度|四季|之计|到头|制(?!造)|期(?!间)|画|味|糕|华|青|轻)|周(?![年岁边长围刊报末{wd}]|[七7]天|要闻|新闻|[资简法快短]讯|回顾|看点|热点|综述|速览|播报|大事记?)|天(?![然下气津山宫空才地堂王真使文花]|河[区机])
          |个?多?半?(?:小时|钟头)(?!制)|分钟(?!读)|秒(?!杀|懂|回|速|[0-9])钟?|个?(?:工作日|交易日|自然日|日历天|昼夜)|日(?=[内游]|[以之][内上]|无理由|办[结理好成]|左右|(?<=两日))|日(?<=(?:{lasts}|[逾近约满共])[0-9零〇一二三四五六七八九十]{1,4}日)|日(?![元圆本常均程报产语])(?<=(?:(?<![0-9])(?:3[2-9]|[4-9][0-9]|[1-9][0-9]{2})|[四五六七八九]十[一二三四五六七八九]?|百[零二三四五六七八九十]{1,4})日)
          |个多?世纪|刻钟(?!便民|生活)|年(?=[前后]))
        (?P<tail>半(?!径|数|价|年|天|导|个|岛|程)|多(?![元样媒功少方极项个家条名种次年位]))?
    )""".replace("{wd}", "一二三四五六日天")
        .replace("{lasts}", _LASTS)
        .replace("{compound}", _COMPOUND)
    )
    suffix = r"""(?:
        (?P<suf>以来|来(?![自源到说访华宾信函电])|之内|以内|内(?![容部外地蒙环河销需贸涝资])|之前|以前|之后|以后|前(?![夕往来去进景提述列排期所沿端线途世台者后])|后(?![来期续勤备台面者代方院半])|间(?![接断谍]))
    )"""
    chain = rf"{count}整?{unit}(?:(?<=天){_N}夜)?(?:[又零余]?(?P<n>[0-9]{{1,4}}|[{_CN}十两]{{1,4}}+)(?P<u>个月|天|个?小时|分钟?|秒钟?)){{0,5}}"
    source = rf"""(?=[0-9{_CN}两十廿半每近最过未今上后])(?![今上后过未最](?![后明去来近0-9{_CN}两十]))(?:
        (?P<set>每(?:隔|逢)?(?:{_N}|半)?个?(?:年度?(?!级)|月份?|季度|周(?!年|岁|边)|星期|天|日|小时(?!\w*公里)(?<=隔.{{1,4}}小时)|工作日|[早晚](?=[，。都上]))
            (?:{_WEEKDAY}(?<=[周期].)(?![次个])|{_MONTH}月(?:{_DAY}[日号])?|{_DAY}日(?<=月.{{1,3}}日))?(?:{_TIME_OF_DAY})?)
      | (?P<near>近|最近|过去|未来|今后|上)(?P<few>[几些]个?(?:年|月|天|周|日)[来里间]?)
      | (?:(?P<near>(?<!将)过去|未来|今后)的(?=[0-9{_CN}十两半])
          |(?P<near>\A后|近|最近|过去|未来|今后|(?<![一-鿿])上(?!半)(?=[^年月天日]{{1,4}}(?:月|周|年|星期))))?
        (?P<first>{chain})(?P<to>{_LINKED}(?:{chain}))?{suffix}?
      | {_ALONE}(?P<low>[0-9]{{1,3}}(?:\.[0-9])?|[{_CN}十两]{{1,4}}){_LINKED}
        (?P<high>[0-9]{{1,3}}(?:\.[0-9])?|[{_CN}十两]{{1,4}})
        (?P<u>年(?![级代])|个月|天|周(?![岁年])|个?小时|分钟|个工作日|日内){suffix}?
      | (?<![0-9{_CN}十])(?P<mins>{_N})分(?:(?P<secs>{_N})秒|(?P<halfmin>半)(?:钟|(?![^，。\s])))
      | (?P<n>(?!一载)[一二两三四五六七八九十百]{{1,4}})(?P<u>载)(?:春秋)?(?![重货人客入誉歌体荷具])
    )"""
    return Pattern("lengths of time", source)


@functools.cache
def vague_words() -> Pattern:
    """The vague words that count; 未来 and 过去 where a clause or a noun phrase puts them."""
    return Pattern(
        "vague words of time",
        r"(?P<vague>近日|日前|近年来|近期|目前|当前|如今|今后(?![0-9一二三四五六七八九十两几])|未来(?![0-9一二三四五六七八九十两几])"
        r"|(?<=^|[，。；：、“\s在从与和比])过去(?=[的，、是一那这我人曾因常几]|[^，。\n]{1,10}，(?:现在|如今|而今|眼下|今天))(?!几[年个天]|[一二三四五六七八九十两])|近几年来?(?!来)|近些年来?)(?<!最近期|不日前)(?<![今昨明节次目]日前)",
    )


@functools.cache
def dateline() -> Pattern:
    """The day in an article's own dateline: 本报烟台1月21日讯, 新华社北京12月28日电."""
    return Pattern(
        "dateline",
        rf"(?:(?P<y>[12][0-9]{{3}})年)?(?P<mon>{_MONTH})月(?P<day>{_DAY})日(?:[^，。、\n0-9]{{0,4}}(?:[电讯](?![子力动网话报影视台站器商业信池])|消息[）)：\s]))",
    )
