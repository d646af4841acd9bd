"""Rebuild ``surnames.tsv``, ``name_characters.tsv`` and ``name_like_words.tsv``: what Chinese and transliterated names are made of.

    pip download --no-deps faker==40.54.0 && python -m zipfile -e faker-40.54.0-py3-none-any.whl faker-wheel
    python lexicons/build/names.py faker-wheel

Surnames and their shares of the population come from Faker's zh_CN provider (MIT), which has them from public census
tables, together with the rarer ones of the classical "Hundred Family Surnames". How much more often a character stands in a
given name than in running text comes from the personal names (tags nr, nrfg, nrt) and the word frequencies of jieba's
dictionary (MIT), Faker's given names and a list of common given-name characters compiled for newsextract.
"""

import importlib.util
import math
import sys
from collections import Counter
from pathlib import Path

import jieba

HERE = Path(__file__).resolve().parents[1]

#: The commoner surnames of Japan, all but those of one character, with shares of a per cent like the rarer Chinese ones.
JAPANESE_SURNAMES = """
佐藤 铃木 高桥 田中 伊藤 渡边 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斋藤 清水 山崎 阿部 桥本 池田 石川 山下 小川 石井 长谷川 后藤 冈田 近藤
前田 藤田 远藤 青木 坂本 村上 太田 金子 藤井 福田 西村 三浦 竹内 中川 冈本 松田 原田 中野 小野 田村 藤原 中山 石田 小岛 和田 森田 内田 柴田 酒井 宫崎 横山 高木
安藤 宫本 大野 今井 小山 丸山 高田 工藤 河野 藤本 村田 武田 杉山 上田 菅原 平野 大塚 千叶 久保 松井 岩崎 木下 野口 松尾 野村 菊地 佐野 大西 杉本 新井 滨田
市川 古川 水野 小松 岛田 小泉 山内 西田 菊池 西川 五十岚 北村 安田 中岛 川崎 福岛 本田 川口 松下 樱井 川上 岸田 安倍 麻生 细田 茂木 二阶堂 鸠山 野田 石破 高市
羽田 村山 宫泽 海部 竹下 中曾根 大平 三木 佐久间 黑田 岩田 须藤 星野 大久保 山中 浅野 浅田 土屋 松原 永井 谷口 三宅 久保田 福原 伊东 早川 大谷 平井 羽生 井山
""".split()
#: Share in per cent that a surname gets which no census table of Faker's holds.
RARE, RARE_COMPOUND = 0.003, 0.01

HUNDRED_SURNAMES = """
赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳
酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞
熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单
杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴
甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑
桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师
巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴
伯赏墨哈谯笪年爱阳佟言福迟药展覃肖付代冼楼逯揭竭湛么初闪麦亓苑苟答冮柏佀仝律肇战凡尧隋郇原线粟矫鹿栗布修信迟母但候才税银刀
"""
COMPOUND_SURNAMES = """
欧阳 司马 上官 诸葛 皇甫 令狐 东方 尉迟 公孙 慕容 司徒 夏侯 轩辕 端木 南宫 百里 呼延 长孙 宇文 鲜于 闾丘 独孤 万俟 澹台 完颜 拓跋 申屠 太史 公羊 赫连
濮阳 淳于 单于 公冶 宗政 仲孙 钟离 西门 东郭 南门 公良 漆雕 乐正 公西 巫马 第五 梁丘 左丘 司空 司寇 亓官 谷梁 东门 太叔 欧阳 段干 夹谷 纳兰 爱新觉罗 叶赫 耶律
""".split()
#: Shares that Faker's table lacks or has too low: the variant forms that it counts apart (于 and 於, 余 and 馀, 闫 and 阎).
CORRECTED = {
    "于": 0.48, "余": 0.41, "叶": 0.42, "范": 0.36, "付": 0.29, "钟": 0.37, "闫": 0.25, "肖": 0.58, "覃": 0.18, "岳": 0.11,
    "关": 0.1, "单": 0.05, "向": 0.15, "苗": 0.06, "车": 0.04, "佟": 0.03, "苑": 0.01, "初": 0.01, "隋": 0.03, "郇": 0.005,
}  # fmt: skip
#: Given-name characters, the commoner ones first.
COMMON_GIVEN = """
英华玉秀明丽春红金文建国志小平海龙兰桂军荣林永芳新凤生德梅云东成祥伟庆福清珍宝忠光元艳敏萍霞振全杰玲晓强兴峰辉燕学良世安静俊立家佳
娟江宝义勇兵斌宇琴月胜雪超波秋慧鹏飞刚亮洪武爱贵毅健长凯浩莉莲芬洋颖宏晶仁发水根树淑润涛泽瑞琳维美香山川正惠启松菊仙连素彬
阳宁大少传思乐中广向友利先克子天奇孝婷嘉博卫贤培亚善益锦智朝才富民景仕诚继绍祖士宗泉河宾程柏桐楠枫栋梁柱彪虎豹鸿鹤雁鹰雄雷震霖
雯露霜冰洁莹莎蓉薇蕾萌萱茜茹菁蓓蔚芝芸苗若苑范荷莺蝶媛婉妍娇妮姗娜婕媚怡悦欣怀恒恩恺愉愿卓然帆旭昊昌昕晨晖曼朋朗杉权栩梓楚欢歆汉沛
沁泓涵淇淳渊溪滨潇澜灿炎炜烁烨焕煜熙琦琪瑜瑶璇璐皓盈眉睿硕磊礼祺禹秉科竹纯红纲绪翔翠耀聪育芹芮荃莘莹菲萧葆蕊薛虹蓝衍裕言诗谦豪
贞轩辰迪迅逸道邦郁鑫铁铭锋锐锡镇闯陆雅霄韬顺颜风飘驰骏魁麟鼎齐章运进通达远连选遂邵钊钟钧铎铮锟镜开阔际隆雨青靖非韵领颂飒香骥高魏
术修壮廷宪寿尧岩岳崇川巍工左常干平幼序应建延开弘录彦彤征律得德心必志忆念怀恒惟戈成戎才扬承振揆敬斐方旺映晋智望木本朴来杏果柳栓根
""".replace("\n", "")
#: Pseudo-counts: how much the compiled list and Faker's names weigh against the dictionary's.
COMPILED_WEIGHT, FAKER_WEIGHT = 40.0, 60.0
#: Keep what is rare among names from counting as never: added to every count.
SMOOTHING = 1.5
FLOOR = -4.0


def faker_provider(wheel: Path):
    """Load Faker's zh_CN person provider without installing Faker."""
    source = (wheel / "faker/providers/person/zh_CN/__init__.py").read_text(encoding="utf-8")
    source = source.replace("from .. import Provider as PersonProvider", "PersonProvider = object")
    spec = importlib.util.spec_from_loader("zh_CN", loader=None)
    module = importlib.util.module_from_spec(spec)
    exec(source, module.__dict__)
    return module.Provider


def dictionary():
    """Yield (word, frequency, tag) of jieba's dictionary."""
    path = Path(jieba.__file__).with_name("dict.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        word, freq, tag = line.split(" ")
        yield word, int(freq), tag


def main() -> None:
    provider = faker_provider(Path(sys.argv[1]))
    surnames = {name: share for name, share in provider.last_names.items()}
    for name in HUNDRED_SURNAMES.replace("\n", ""):
        surnames.setdefault(name, RARE)
    for name, share in CORRECTED.items():
        surnames[name] = max(share, surnames.get(name, 0))
    for name in COMPOUND_SURNAMES:
        surnames.setdefault(name, RARE_COMPOUND)

    for name in JAPANESE_SURNAMES:
        surnames.setdefault(name, RARE_COMPOUND)

    words_of: dict[str, int] = {word: freq for word, freq, tag in dictionary() if tag[:2] != "nr"}
    text: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    single: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    for word, freq, tag in dictionary():
        for c in word:
            text[c] += freq
            if tag == "nrt" and len(word) >= 3:
                foreign[c] += math.log1p(freq)
    total = sum(text.values())

    def ratio(counts: Counter[str], c: str) -> float:
        share = (counts[c] + SMOOTHING) / (sum(counts.values()) + SMOOTHING * len(text))
        return max(FLOOR, math.log(share / ((text[c] + 50) / (total + 50 * len(text)))))

    for word, freq, tag in dictionary():
        # The rarest entries are mostly pieces of sentences, and many of the others transliterations.
        if tag not in ("nr", "nrfg") or surnames.get(word[0], 0) < 0.02 or (freq <= 3 and tag == "nr"):
            continue
        if all(ratio(foreign, c) > 1 for c in word[1:]):
            continue
        weight = math.log1p(freq)  # names of fame would drown the rest
        if len(word) == 3:
            first[word[1]] += weight
            last[word[2]] += weight
        elif len(word) == 2 and tag == "nrfg":
            single[word[1]] += 4 * weight
    for name in provider.first_names:
        if len(name) == 2:
            first[name[0]] += FAKER_WEIGHT
            last[name[1]] += FAKER_WEIGHT
        else:
            single[name] += FAKER_WEIGHT
    for rank, c in enumerate(COMMON_GIVEN):
        weight = COMPILED_WEIGHT * 150 / (rank + 20)
        for counter in (first, last, single):
            counter[c] += weight

    with (HERE / "surnames.tsv").open("w", encoding="utf-8") as out:
        out.write("surname\tshare\tratio\n")
        for name, share in sorted(surnames.items(), key=lambda x: (-x[1], x[0])):
            background = (text[name] + 50) / (total + 50 * len(text)) if len(name) == 1 else (words_of.get(name, 0) + 6) / total
            out.write(f"{name}\t{share:g}\t{math.log(share / 100 / background):.2f}\n")
    with (HERE / "name_characters.tsv").open("w", encoding="utf-8") as out:
        out.write("character\tfirst\tlast\tsingle\tforeign\n")
        for c in sorted(first.keys() | last.keys() | single.keys() | foreign.keys()):
            if not "一" <= c <= "鿿":
                continue
            row = [ratio(k, c) for k in (first, last, single, foreign)]
            if max(row) > -3:
                out.write(c + "".join(f"\t{r:.1f}" for r in row) + "\n")

    # Words that look like a name: a surname and one or two characters more.
    words: dict[str, int] = {}
    for word, freq, tag in dictionary():
        if len(word) in (2, 3) and word[0] in surnames and tag[:2] != "nr":
            words[word] = freq
    with (HERE / "name_like_words.tsv").open("w", encoding="utf-8") as out:
        out.write("word\tfrequency\n")
        for word, freq in sorted(words.items()):
            out.write(f"{word}\t{freq}\n")


if __name__ == "__main__":
    main()
