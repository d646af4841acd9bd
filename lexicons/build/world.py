"""Rebuild world.tsv: countries and cities of the world in Chinese, and geographical names that jieba's dictionary knows.

Needs pip (PyPI ``babel`` 2.18.0: CLDR, Unicode licence), npm (``i18n-iso-countries`` 7.14.0, MIT) and jieba (MIT).
``kind``: country, city, region, feature. ``compiled`` rows are general knowledge written down for newsextract.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import jieba
import world_names

HERE = Path(__file__).parents[1]
COUNTRIES = """中国 中华人民共和国 美利坚合众国 英国 法国 德国 俄罗斯 苏联 俄国 朝鲜 韩国 南朝鲜 北朝鲜 大韩民国 捷克斯洛伐克 南斯拉夫 东德 西德 联邦德国 民主德国
英格兰 苏格兰 威尔士 北爱尔兰 沙特 沙特阿拉伯 阿联酋 波黑 塞黑 扎伊尔 刚果（金） 刚果(金) 刚果 缅甸 柬埔寨 波斯 锡兰 暹罗 巴勒斯坦 印尼 新加坡 土耳其 斯里兰卡 孟加拉 孟加拉国 科特迪瓦 马来西亚
巴布亚新几内亚 特立尼达和多巴哥 圣文森特和格林纳丁斯 塞浦路斯 委内瑞拉 吉尔吉斯斯坦 马其顿 北马其顿 斯威士兰 东帝汶 南苏丹""".split()
REGIONS = """亚洲 欧洲 非洲 美洲 北美洲 南美洲 大洋洲 南极洲 拉丁美洲 北美 南美 拉美 东亚 南亚 中亚 西亚 东南亚 东北亚 中东 中东欧 西欧 东欧 北欧 南欧 北非 西非 东非
亚太 亚太地区 中东地区 海湾地区 撒哈拉以南非洲 巴尔干 波罗的海 地中海 加勒比 太平洋 大西洋 印度洋 北冰洋 南太平洋 西太平洋 京津冀 长三角 珠三角 长江三角洲 珠江三角洲 环渤海 粤港澳大湾区
粤港澳 成渝 成渝地区 长江经济带 黄河流域 长江流域 珠江流域 淮河流域 东北 华北 华东 华南 华中 西北 西南 东北地区 华北地区 华东地区 华南地区 华中地区 西北地区 西南地区 中原 中原地区 江南 塞北
胶东 胶东半岛 山东半岛 辽东半岛 雷州半岛 苏北 苏南 苏中 鲁西 鲁南 鲁中 鲁北 鲁西南 皖北 皖南 皖江 浙东 浙西 浙南 闽南 闽西 闽北 闽东 粤东 粤西 粤北 赣南 赣北 湘西 湘南 湘北 鄂西 鄂东 豫北 豫南 豫西 豫东
冀中 冀东 冀南 冀北 晋北 晋中 晋南 陕北 陕南 关中 陇东 陇南 川东 川西 川北 川南 黔东 黔北 滇西 滇南 桂北 桂南 辽西 辽东 藏北 藏南 南疆 北疆 河西走廊 海峡西岸 雄安 港澳 港澳台 台港澳 海峡两岸 内蒙
黄河 长江 珠江 淮河 海河 辽河 松花江 黑龙江流域 汉江 湘江 赣江 嘉陵江 雅砻江 大渡河 岷江 乌江 金沙江 澜沧江 怒江 雅鲁藏布江 塔里木河 渭河 汾河 洛河 伊河 洮河 湟水 大运河 京杭大运河 渤海 黄海 东海 南海
渤海湾 北部湾 台湾海峡 琼州海峡 马六甲海峡 霍尔木兹海峡 苏伊士运河 巴拿马运河 太湖 鄱阳湖 洞庭湖 洪泽湖 巢湖 青海湖 滇池 洱海 微山湖 白洋淀 西湖 三峡 三峡库区 三峡水库 小浪底水库 丹江口水库
青藏高原 黄土高原 云贵高原 内蒙古高原 华北平原 东北平原 成都平原 四川盆地 塔里木盆地 柴达木盆地 准噶尔盆地 塔克拉玛干沙漠 腾格里沙漠 钓鱼岛 南沙群岛 西沙群岛 中沙群岛 澎湖列岛 台湾岛 海南岛 崇明岛 三沙 黄岩岛
加利福尼亚州 加州 得克萨斯州 得州 佛罗里达州 夏威夷 阿拉斯加 关岛 西伯利亚 远东 北海道 冲绳 克里米亚 车臣 科索沃 加沙地带 约旦河西岸 戈兰高地 魁北克 安大略 新南威尔士 昆士兰 巴伐利亚 苏格兰高地
台湾地区 台湾 香港 澳门 九龙 新界""".split()
CITIES = """华盛顿 纽约 洛杉矶 芝加哥 旧金山 波士顿 费城 休斯敦 西雅图 底特律 亚特兰大 迈阿密 达拉斯 拉斯维加斯 匹兹堡 圣迭戈 伦敦 曼彻斯特 利物浦 伯明翰 爱丁堡 格拉斯哥 剑桥 牛津 都柏林 巴黎 马赛 里昂 尼斯 戛纳 波尔多 斯特拉斯堡
柏林 慕尼黑 法兰克福 汉堡 科隆 杜塞尔多夫 斯图加特 莱比锡 德累斯顿 汉诺威 波恩 纽伦堡 多特蒙德 罗马 米兰 威尼斯 佛罗伦萨 那不勒斯 都灵 热那亚 马德里 巴塞罗那 里斯本 布鲁塞尔 阿姆斯特丹 鹿特丹 海牙 卢森堡 苏黎世 日内瓦 伯尔尼
达沃斯 维也纳 萨尔茨堡 布拉格 布达佩斯 华沙 克拉科夫 斯德哥尔摩 哥德堡 奥斯陆 赫尔辛基 哥本哈根 莫斯科 圣彼得堡 列宁格勒 基辅 明斯克 雅典 伊斯坦布尔 安卡拉 耶路撒冷 特拉维夫 贝鲁特 大马士革 巴格达 德黑兰 迪拜 阿布扎比 利雅得 多哈 开罗
亚历山大港 喀布尔 伊斯兰堡 卡拉奇 拉合尔 新德里 孟买 加尔各答 班加罗尔 达卡 科伦坡 加德满都 曼谷 河内 胡志明市 金边 万象 仰光 内比都 吉隆坡 雅加达 巴厘岛 马尼拉 东京 大阪 京都 横滨 名古屋 神户 札幌 福冈 广岛 长崎 奈良 冲绳 首尔 汉城 釜山 仁川
平壤 乌兰巴托 阿拉木图 阿斯塔纳 塔什干 悉尼 墨尔本 堪培拉 布里斯班 珀斯 奥克兰 惠灵顿 温哥华 多伦多 渥太华 蒙特利尔 卡尔加里 墨西哥城 哈瓦那 里约热内卢 圣保罗 巴西利亚 布宜诺斯艾利斯 圣地亚哥 利马 波哥大 加拉加斯 约翰内斯堡 开普敦 比勒陀利亚 内罗毕
亚的斯亚贝巴 拉各斯 阿布贾 喀土穆 达累斯萨拉姆 卢萨卡 哈拉雷 突尼斯 阿尔及尔 的黎波里 卡萨布兰卡 台北 台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 花莲县 台东县 屏东县 云林县 彰化县 南投县 苗栗县 宜兰县 台中 台南 高雄 基隆 新竹 马祖 金门 澎湖""".split()
FEATURE = re.compile(
    r"(?:[山河湖海江岛港湾]|半岛|群岛|列岛|高原|平原|盆地|沙漠|运河|海峡|山脉|草原|流域|三角洲|大陆|机场|大桥|广场|水库|州|"
    r"寺|古城|故居|陵|宫|长城|瀑布|峡谷)$"
)
#: What stands behind a country's short name in its full one.
STATE = re.compile(r"(?:[一-鿿]{2,8})?(?:共和国|王国|公国|联邦|合众国|苏丹国)")
#: Class words of buildings and sights that jieba's names of places and bodies end in.
VENUE = re.compile(r"(?:大厦|广场|大饭店|宾馆|机场|公园|会堂|火车站|大桥|大酒店|体育[馆场]|动物园|植物园|纪念堂|歌剧院|展览馆)$")
SOUNDS = set(
    "阿埃艾爱安奥巴拜班邦保鲍贝本比彼宾波伯勃博布查察楚茨达大戴丹当道得德登邓迪第蒂丁东杜多俄厄恩尔法凡菲费芬丰佛弗福冈哥戈格根古瓜圭哈海汉豪赫亨胡华怀惠霍基吉加贾捷金津喀卡凯坎"
    "康考柯科克肯库夸拉莱赖兰朗劳勒雷黎里理利林隆卢鲁路伦罗洛马玛迈麦曼毛梅门蒙米密缅明摩莫墨默姆木穆那纳乃奈南内尼涅宁纽努诺欧帕潘庞佩彭皮平珀普齐奇恰钦琼热仁日瑞若萨塞赛桑瑟森"
    "沙山舍圣施什史士斯思松苏索塔太泰坦汤陶特提田廷通图土托瓦万旺威韦维温文翁沃乌武西希锡夏辛雅亚扬耶叶伊以易因印英尤于约赞泽扎詹兹佐丽莉黛娜妮琳蕾伽尕奎"
)
JUNK = set(
    "国家森林公园 国家公园 森林公园 商业广场 商务大厦 联合大厦 百货大厦 摩天大厦 高楼大厦 城市公园 中央公园 奥林匹克公园 地质公园 国际机场 "
    "法西斯 伊斯兰 苏格拉底 苏维埃 英特尔 哥伦布 亚历山大 玛利亚 莎士比亚 欧几里得 奥巴马 丹尼斯 腓特烈 苏东坡 噶尔丹 福布斯 福尔马林 阿弥陀佛 德意志 维多利亚 印第安 日耳曼 法兰克 太平天国 喀斯特 婆罗门 "
    "半壁江山 大好河山 锦绣江山 三座大山 人山人海 五洲四海 余沧海 信口开河 三角洲 大江南北 文明古国 世界 未知城市 丹麦克朗 俄罗斯卢布 俄罗斯平 " "拿破仑 拿波巴 拿波里 洛里亚 乌云其木格 图道多吉 玛丽亚 马丁内斯 圣诞 阿拉法特 拉登 萨达姆 卡斯特罗".split()
)


def fetched(folder: Path) -> dict[str, str]:
    run = subprocess.run
    run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "babel==2.18.0"], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    run(["npm", "pack", "-s", "i18n-iso-countries@7.14.0"], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    names: dict[str, str] = {}
    table = json.loads((folder / "package/langs/zh.json").read_text(encoding="utf-8"))["countries"]
    for value in table.values():
        for name in [value] if isinstance(value, str) else value:
            names[name] = "country"
    sys.path.insert(0, str(folder))
    from babel import Locale

    locale = Locale("zh", "Hans")
    for code, name in locale.territories.items():
        if code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ"):
            names.setdefault(name, "country")
    for zone, data in locale.time_zones.items():
        city = data.get("city")
        if city and zone.split("/")[0] not in ("Etc", "Antarctica") and "·" not in city:
            names.setdefault(city, "city")
    return names


def division_shorts() -> set[str]:
    """Short forms of today's divisions, which a sight of the same name does not take away (黑河, 张家界)."""
    lines = [line.split("\t") for line in (HERE / "divisions.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    short, until = lines[0].index("short"), lines[0].index("until")
    return {row[short] for row in lines[1:] if not row[until]}


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        names = fetched(Path(temporary))
    names |= dict.fromkeys(COUNTRIES, "country")
    named, shorts = world_names, division_shorts()
    for listed, kind in (
        (CITIES, "city"), (named.LANDMARKS, "feature"), (named.SIGHTS, "feature"), (named.STATES, "state"), (REGIONS, "region"),
        (named.AREAS, "region"), (named.CITIES, "city"), (named.FEATURES, "feature"),
    ):  # fmt: skip
        for name in listed:
            if listed in (CITIES, REGIONS, named.LANDMARKS) or name not in shorts:
                names.setdefault(name, kind)
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
        for word, count, tag in map(str.split, file):
            if len(word) < 3 or word in names or word in JUNK or int(count) < 2:
                continue
            country = next((word[:n] for n in range(2, 6) if names.get(word[:n]) == "country"), "")
            if tag == "ns" and country and STATE.fullmatch(word, len(country)):
                names[word] = "country"
                continue
            if tag in ("ns", "nt") and len(word) > 3 and VENUE.search(word):
                names[word] = "feature"
            if tag not in ("ns", "nsf") or int(count) < 3:
                continue
            if FEATURE.search(word) and int(count) >= 5:
                names[word] = "feature"
            elif len(word) <= 7 and set(word) <= SOUNDS:
                names[word] = "city"
    rows = sorted((n, k) for n, k in names.items() if len(n) > 1 and "·" not in n and n not in JUNK)
    body = "\n".join(f"{name}\t{kind}" for name, kind in rows)
    (HERE / "world.tsv").write_text(f"# see build/world.py\nname\tkind\n{body}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
