"""Money: any currency and writing, ranges and lists that share a unit, bounds near and far."""

import pytest
from markup import check

from newsextract import parse_money

TYPES = ("MONEY",)


@pytest.mark.parametrize(
    "marked",
    [
        # writings and currencies
        "总投资[3亿元|MONEY low=300000000 high=300000000 currency=CNY bound=exact]",
        "完成产值[１２．８億元|MONEY low=1280000000]",
        "计[叁佰伍拾元|MONEY low=350]整",
        "售价[50元6角三分|MONEY low=50.63]",
        "每碗[三块五|MONEY low=3.5]",
        "每斤涨了[两块|MONEY low=2 bound=approx]多。",
        "找回[两毛|MONEY low=0.2]。",
        "收入[2万多元|MONEY low=20000 high=20000 bound=approx]",
        "利用外资[3819亿元人民币|MONEY low=381900000000 currency=CNY]",
        "以[9.6亿加元|MONEY low=960000000 currency=CAD bound=exact]（约合人民币[49.39亿元|MONEY currency=CNY bound=approx]）成交",
        "港币[两千九百元|MONEY low=2900 currency=HKD]",
        "出资[30亿瑞士法郎|MONEY currency=CHF]收购",
        "票价[$20|MONEY low=20 currency=USD]起",
        "身价[两个亿卢布|MONEY low=200000000 currency=RUB]",
        # said loosely
        "投入[数十亿元|MONEY low=1000000000 high=10000000000 bound=approx]",
        "捐款[上千万元|MONEY low=10000000 high=10000000 bound=min]",
        "授信[百亿元|MONEY low=10000000000 bound=approx]",
        "新签[亿元|MONEY low=100000000 bound=min]以上项目23个",
        "花了[两三百块钱|MONEY low=200 high=300 bound=approx]",
        # ranges and pairs
        "投资[3至5亿元|MONEY low=300000000 high=500000000 bound=exact]",
        "奖励[8万—10万元|MONEY low=80000 high=100000]",
        "罚款[1万元－5万元|MONEY low=10000 high=50000]",
        "贷款[8500到3万元|MONEY low=8500 high=30000]",
        "票价由[80元|MONEY low=80 high=80]降到[50元|MONEY low=50 high=50]",
        "由[80元|MONEY]到[50元|MONEY]",
        "分别为[1.2|MONEY low=120000000]、[3.4|MONEY low=340000000]和[5.6亿元|MONEY low=560000000]",
        "利润[-3.2亿元|MONEY low=-320000000]",
        "亏损[3.2亿元|MONEY low=320000000]",
        "为企业减负[46亿元|MONEY low=4600000000]",
        # the price of one
        "均价[5000元|MONEY low=5000]/平方米",
        "每吨[120元|MONEY]",
        # confusions of OCR
        "总值[3O亿元|MONEY low=3000000000 repaired=true]",
        "奖金[l0万元|MONEY low=100000 repaired=true]",
    ],
)
def test_amounts(marked: str) -> None:
    check(marked, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "marked",
    [
        "约[3亿元|MONEY bound=approx]",
        "近[3亿元|MONEY bound=approx]",
        "[3亿元|MONEY bound=approx]左右",
        "超[3亿元|MONEY bound=min]",
        "突破[3亿元|MONEY bound=min]大关",
        "[3亿元|MONEY bound=min]（含）以上",
        "不少于人民币[3亿元|MONEY bound=min]",
        "通过[3亿元|MONEY bound=exact]融资",
        "附近[3亿元|MONEY bound=exact]项目",
        "不超过[20万元|MONEY bound=max]",
        "不低于[20万元|MONEY bound=min]",
        "不足[20万元|MONEY bound=max]的",
        "[20万元|MONEY bound=max]以下",
        "最高给予企业[50万元|MONEY bound=max]奖励",
        "最高，企业得到[50万元|MONEY bound=exact]奖励",
        "超过[300多万元|MONEY low=3000000 bound=min]",
        "额度上限由[15万元|MONEY bound=max]提高到[30万元|MONEY bound=max]",
        "达到[48亿元|MONEY bound=exact]",
    ],
)
def test_bounds(marked: str) -> None:
    check(marked, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "text",
    [
        "破除城乡二元结构", "长三角一体化", "元旦假期", "万元增加值能耗", "每百元营业收入", "大陆圆梦", "播种一块地", "三毛流浪记", "得了25分。",
        "订单号A20210721132136358851元旦", "五角大楼", "两块屏幕", "百元店", "八角亭",
    ],
)  # fmt: skip
def test_no_money(text: str) -> None:
    check(text, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "bound"),
    [
        ("约 4.3 亿美元", "430000000", "430000000", "USD", "approx"),
        ("人民币 50 元", "50", "50", "CNY", "exact"),
        ("不超过3至5亿元", "300000000", "500000000", "CNY", "max"),
        ("￥300", "300", "300", "CNY", "exact"),
        ("五分", "0.05", "0.05", "CNY", "exact"),
    ],
)
def test_parse_money(text: str, low: str, high: str, currency: str, bound: str) -> None:
    value = parse_money(text)
    assert value is not None
    dumped = value.model_dump(mode="json")
    assert (dumped["low"], dumped["high"], dumped["currency"], dumped["bound"]) == (low, high, currency, bound)


@pytest.mark.parametrize("text", ["", "3亿", "3亿件", "5%", "3亿元和5亿元", "投资3亿元的项目", "元"])
def test_not_one_amount(text: str) -> None:
    assert parse_money(text) is None
