"""Score again with every name replaced by a seeded counterpart of its kind: what the rules know, not what the lexicons list.

    python benchmarks/renamed.py [--shared ../shared] [--seeds 1 2 3] [--json OUT.json] [--errors ORG]

On each gold page a surname becomes another, a given name other characters, a province another with its prefectures and
counties (and so their bodies), a town or village a coined name, the coined part of a company's name another. Counterparts
are as long as what they replace, so offsets hold; the gold's texts, codes, full names and facts are renamed alike.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import newsextract
from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import Division, ancestors, by_code, by_name, divisions
from newsextract.recognize.places.chains import heads as place_heads
from newsextract.score import GoldPage, Scorer, read_gold
from newsextract.score.report import CORE, SOFT

SEEDS = (1, 2, 3)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰萍红鹏辉玲梅斌宇浩凯秀建志海波东春雷晨旭阳林峰岩松柏庆云龙飞燕君怡雯璐瑶欣悦宁博文俊豪"
COINED = "瀚宸钧睿泓铭骏嘉盛祥瑞茂隆昌腾翔鼎晟昊宏博旺禾沃润泽恒卓越凌峻岳岚澜沐渝颐臻馨睦"
TOPONYM = "柳槐杨桃梨枣松柏石沙河湾坡岭沟塘泉溪桥井庄店铺营堡寨岗台坪洼坑窑庙寺堂前后上下东西南北大小长高平新"
SOUNDS = "阿巴贝比达德尔菲弗格哈霍基卡科克拉莱兰雷里利林卢罗洛马曼米莫纳尼诺帕佩普奇塞沙斯索塔特托瓦维西亚扬伊泽"
LEGAL = re.compile(
    r"(?:集团)?(?:股份|控股)?(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|公司|集团)$"
)
COUNTRIES = {row["name"] for row in read_rows("world") if row["kind"] in ("country", "region")}
TRADES = {row["head"] for row in read_rows("org_heads") if row["kind"] in ("brand", "company")}


class Renaming:
    """The counterparts of one page's names.

    Args:
        gold: the page's gold.
        rng: the seeded source of chance.
    """

    def __init__(self, gold: dict[str, Any], rng: random.Random) -> None:
        self.rng = rng
        self.names: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        clean = [re.sub(r"\s", "", m["text"]) for m in gold["mentions"]]
        kinds = [m["type"] for m in gold["mentions"]]
        codes = {(m.get("value") or {}).get("code") for m in gold["mentions"] if m["type"] == "PLACE"}
        self._divisions({c for c in codes if c}, [t for t, k in zip(clean, kinds, strict=True) if k == "ORG"])
        for text, kind in zip(clean, kinds, strict=True):
            if kind == "PERSON":
                self._person(text)
            elif kind == "PLACE":
                self._hamlet(text)
            elif kind == "ORG":
                self._company(text)
        keys = sorted(self.names, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, keys))) if keys else None

    def text(self, text: str) -> str:
        """Rename within a string; its length stays."""
        return self._pattern.sub(lambda hit: self.names[hit.group()], text) if self._pattern else text

    def page(self, page: str) -> str:
        """Rename within a page whose names may be cut by line ends and blanks."""
        at = [i for i, char in enumerate(page) if not char.isspace()]
        chars = list(page)
        for i, char in zip(at, self.text("".join(page[i] for i in at)), strict=True):
            chars[i] = char
        return "".join(chars)

    def _add(self, old: str, new: str) -> None:
        if len(old) == len(new) and old not in self.names:
            self.names[old] = new

    def _coin(self, pool: str, size: int) -> str:
        return "".join(self.rng.sample(pool, size))

    def _person(self, name: str) -> None:
        if "·" in name or len(name) > 4:
            for part in name.split("·"):
                if len(part) > 1:
                    self._add(part, self._coin(SOUNDS, len(part)))
            return
        surnames = [row["surname"] for row in read_rows("surnames")]
        size = 2 if name[:2] in surnames and len(name) > 2 else 1
        common = (
            [s for s in surnames[:150] if len(s) == size] if size == 1 else [s for s in surnames if len(s) == 2][:20]
        )
        if name[size:] in ("大妈", "先生", "女士", "大爷", "大娘", "师傅", "老师", "阿姨"):
            self._add(name, self.rng.choice(common) + name[size:])
            return
        self._add(name, self.rng.choice(common) + self._coin(GIVEN, len(name) - size))

    def _divisions(self, codes: set[str], bodies: list[str]) -> None:
        """Map each province of the page to another that has counterparts of all its divisions on the page."""
        named = set(codes) | {c for code in codes for c in ancestors(code)}
        for body in bodies:
            found = next((by_name(body[:n]) for n in range(9, 1, -1) if by_name(body[:n])), ())
            if len(found) == 1:
                named |= set(ancestors(found[0].code))
        trees: dict[str, list[Division]] = defaultdict(list)
        for code in named:
            division = by_code(code)
            if division is not None:
                trees[code[:2] + "0000"].append(division)
        taken: set[str] = set()
        for province, tree in sorted(trees.items()):
            choices = [d for d in divisions() if d.level == "province" and d.until is None and d.code not in taken]
            self.rng.shuffle(choices)
            for target in choices:
                mapped = self._match(province, target, sorted(tree, key=lambda d: d.code))
                if mapped and target.code != province:
                    taken.add(target.code)
                    for old, new in mapped:
                        self.codes[old.code] = new.code
                        self._add(old.name, new.name)
                        self._add(old.short, new.short)
                    break

    def _match(self, province: str, target: Division, found: list[Division]) -> list[tuple[Division, Division]] | None:
        pairs: list[tuple[Division, Division]] = []
        codes = {province: target.code}
        for old in found:
            if old.code == province:
                new: Division | None = target
            else:
                above = codes.get(old.parent)
                pool = [d for d in divisions() if d.parent == above and d.until is None and d.level == old.level]
                pool = [d for d in pool if _alike(old, d) and all(d.code != n.code for _, n in pairs)]
                new = self.rng.choice(pool) if pool else None
            if new is None or not _alike(old, new):
                return None
            codes[old.code] = new.code
            pairs.append((old, new))
        return pairs

    def _hamlet(self, text: str) -> None:
        heads = sorted((h for h, kind in place_heads().items() if kind in ("town", "village")), key=len, reverse=True)
        for hit in re.finditer(r"(?P<stem>[一-鿿]{2,4}?)(?P<head>" + "|".join(heads) + ")", text):
            stem = hit["stem"]
            while len(stem) > 2 and any(
                by_name(stem[:n]) or stem[n - 1] in "市县区省州" for n in range(1, len(stem) - 1)
            ):
                stem = stem[1:]
            if not by_name(stem):
                self._add(stem + hit["head"], self._coin(TOPONYM, len(stem)) + hit["head"])

    def _company(self, text: str) -> None:
        core = LEGAL.sub("", text)
        trades = [
            n for n in range(2, len(core) - 1) if core[n:] in TRADES or any(core[n : n + k] in TRADES for k in (2, 3))
        ]
        if core == text and not any(text.endswith(trade) for trade in TRADES):
            return
        if any(word in text for word in ("中国", "银行", "国家", "交易所", "大学", "研究", "中央", "合作社", "集团军")):
            return
        size = next((n for n in range(8, 1, -1) if by_name(text[:n]) or text[:n] in COUNTRIES), 0)
        size = 0 if text[size:] in TRADES else size  # 紫荆|矿业 is no place and a trade
        trade = next((n for n in trades if n >= size + 2), len(core))
        brand = core[size:trade] if trade - size in (2, 3) else core[size : size + 2]
        if len(brand) in (2, 3) and brand not in TRADES:
            self._add(brand, self._coin(COINED, len(brand)))


def _alike(old: Division, new: Division) -> bool:
    same = len(old.name) == len(new.name) and len(old.short) == len(new.short) and old.name[-1] == new.name[-1]
    return same and old.weak == new.weak and len(by_name(new.name)) == 1


def renamed(gold: dict[str, Any], page: str, seed: int) -> tuple[dict[str, Any], str]:
    """Return gold and page under other names.

    Args:
        gold: the page's gold.
        page: the decoded page.
        seed: which counterparts.
    """
    renaming = Renaming(gold, random.Random(f"{seed}:{gold['page']}"))
    other = renaming.page(page)

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return renaming.codes.get(value, renaming.text(value))
        if isinstance(value, list):
            return [walk(v) for v in value]
        return (
            {k: walk(v) if k not in ("spans", "page", "id", "article") else v for k, v in value.items()}
            if isinstance(value, dict)
            else value
        )

    return {**walk(gold), "page": gold["page"]}, other


def measure(shared: Path, seeds: Sequence[int] = SEEDS, show: str | None = None) -> dict[str, list[float]]:
    """F1 by type: as the pages are, then under each seed.

    Args:
        shared: the folder with ``gold`` and ``pages``.
        seeds: the counterparts.
        show: a type of which what is lost or gained under the first seed is printed.
    """
    pages = read_gold(shared / "gold", shared / "pages")
    columns = []
    for seed in (0, *seeds):
        scorer = Scorer(show=show if seed == seeds[0] else None)
        for page in pages:
            gold, text = renamed(page.gold, page.text, seed) if seed else (page.gold, page.text)
            found = newsextract.extract(text, published=page.published).model_dump(mode="json")
            scorer.add(GoldPage(page.name, text, page.published, gold), found)
        if scorer.report.errors:
            print(*scorer.report.errors, sep="\n")
        columns.append(scorer.report.as_dict())
    return {kind: [column[kind]["f1"] for column in columns] for kind in (*CORE, *SOFT, "all core")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--errors", help="list what is lost or gained of a type under the first seed")
    args = parser.parse_args()
    table = measure(args.shared, args.seeds, args.errors)
    print(f"{'type':12}{'as is':>8}" + "".join(f"{f'seed {s}':>8}" for s in args.seeds) + f"{'lost':>8}")
    for kind, row in table.items():
        lost = row[0] - sum(row[1:]) / len(row[1:])
        print(f"{kind:12}" + "".join(f"{f:8.3f}" for f in row) + f"{lost:8.3f}")
    if args.json:
        args.json.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
