"""Quantities and ordinals: measure words and units, and the many numerals that count nothing."""

import pytest
from markup import check

TYPES = ("QUANTITY", "ORDINAL")


@pytest.mark.parametrize(
    "marked",
    [
        "引进[16家|QUANTITY low=16 unit=家]企业",
        "累计[2000家(次)|QUANTITY unit=家(次)]企业",
        "培训[5万余人次|QUANTITY low=50000 unit=人次 bound=approx]",
        "查重[4500万条|QUANTITY low=45000000]商标",
        "装机[60万千瓦|QUANTITY low=600000 unit=千瓦]",
        "发电[256亿千瓦时|QUANTITY low=25600000000 unit=千瓦时]",
        "流量[800立方米/秒|QUANTITY unit=立方米/秒]",
        "浓度[35微克/立方米|QUANTITY unit=微克/立方米]",
        "产能[5万吨/年|QUANTITY low=50000 unit=吨/年]",
        "面积[3000平方米|QUANTITY low=3000]",
        "时速[350km/h|QUANTITY unit=km/h]",
        "气温[零下5℃|QUANTITY low=-5 unit=℃]",
        "年满[六十周岁|QUANTITY low=60 unit=周岁]",
        "八个月大的婴儿和[八个月大|QUANTITY low=8 unit=个月]。".replace(
            "八个月大的", "[八个月大|QUANTITY low=8 unit=个月]的"
        ),
        "重[三斤半|QUANTITY low=3.5 unit=斤]",
        "重[六斤八两|QUANTITY low=6.8 unit=斤]",
        "身高[1米75|QUANTITY low=1.75 unit=米]，水深[3米5|QUANTITY low=3.5 unit=米]，距岸[3米|QUANTITY low=3][5处|QUANTITY low=5]",
        "黄金[五万两|QUANTITY low=50000 unit=两]",
        "增长[1.5倍|QUANTITY low=1.5 unit=倍]",
        # from two upwards, one only of a unit of measurement
        "走了[一公里|QUANTITY low=1 unit=公里]",
        "[两台|QUANTITY low=2]机组，一台停机",
        "[六项|QUANTITY low=6]政策、[五大|QUANTITY unit=大]维度、[八大类|QUANTITY unit=大类]产品",
        "市、区[两级|QUANTITY unit=级]联动",
        "[三个|QUANTITY low=3]“想不到”",
        # said loosely
        "[数千名|QUANTITY low=1000 high=10000 bound=approx]职工",
        "[十几个|QUANTITY low=10 high=20 bound=approx]村",
        "[二十来户|QUANTITY low=20 bound=approx]人家",
        "[上百家|QUANTITY low=100 bound=min]企业",
        "近[万名|QUANTITY low=10000 bound=approx]师生",
        "[三五个|QUANTITY low=3 high=5 bound=approx]人",
        # no unit but 万 or 亿
        "人口超过[327万|QUANTITY low=3270000 unit=- bound=min]，",
        "[13.1万|QUANTITY unit=-]困难户",
        "[3万|QUANTITY unit=-]人才",
        # ranges
        "海拔[480-560米|QUANTITY low=480 high=560 bound=approx]左右",
        "制定[2至3种|QUANTITY low=2 high=3 unit=种]标准",
        "由[93项|QUANTITY]减至[33项|QUANTITY]",
        # ratios
        "按照[1:1.2|QUANTITY unit=ratio terms=1,1.2 low=- high=-]的比例",
        "三次产业比为[3.9：59.5：36.6|QUANTITY unit=ratio terms=3.9,59.5,36.6]",
        # bounds
        "达到[2400家|QUANTITY bound=approx]左右",
        "男子[16岁|QUANTITY bound=max]以下组",
        "支持[100家|QUANTITY bound=min]以上企业",
        "超[2300家|QUANTITY bound=min]企业",
    ],
)
def test_quantities(marked: str) -> None:
    check(marked, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "text",
    [
        "一批项目、一系列举措、一个目标", "四个意识", "“双随机、一公开”", "坚持一国两制", "百家争鸣", "千家万户", "万里长城",
        "实施“四个提升”", "构建“1个核心+4个平台+N个园区”", "9+N", "G20峰会和C919客机", "95后创业者", "拨打12345热线", "邮编264003",
        "二期工程", "增长一倍", "三次产业", "每万人拥有量", "红十字会", "第三人民医院", "两位数增长", "三级医院", "7级大风",
        "党的十八大以来", "中国队3:2获胜", "会议14:30开始", "今年3月5日8时", "历时3天", "三门峡市五台山", "陆续登陆场", "一度中断", "八步沙",
        "青春三部曲", "五代十国",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    check(text, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "marked",
    [
        "居全省[第3位|ORDINAL value=3]",
        "居全省[第一|ORDINAL value=1]，",
        "[第二批|ORDINAL value=2]试点",
        "[第600万辆|ORDINAL value=6000000]整车",
        "从[第10万辆|ORDINAL]到[第100万辆|ORDINAL]",
        "进入中国的[第30个|ORDINAL value=30]年头",
        "[第一|ORDINAL]大股东",
        "[第三代|ORDINAL value=3]产品",
        "该书[第三版|ORDINAL value=3]出版",
        "新开的[第4条|ORDINAL value=4]近洋航线",
    ],
)
def test_ordinals(marked: str) -> None:
    check(marked, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "text",
    [
        "第三方机构", "第一产业", "第一时间赶到", "第一书记", "依照本法第三十二条规定", "第一，加强领导。第二，落实责任。", "第三季度", "第二天上午", "第2版",
        "给人的第一印象", "论文第一作者", "第五届滨海果蔬博览会", "第一中学", "经济·金融第三版2024年8月15日", "（下转第三版）", "民事审判第二庭庭长",
    ],
)  # fmt: skip
def test_no_ordinal(text: str) -> None:
    check(text, TYPES, "newsextract_figures")
