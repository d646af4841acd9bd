"""Named products, platforms, projects and programmes."""

import pytest
from markup import check


@pytest.mark.parametrize(
    "marked",
    [
        "全市推广“[渔信贷|PRODUCT]”业务，[渔信贷|PRODUCT]已发放三亿元。",
        "上线“[海湾码上办|PRODUCT]”小程序。",
        "实施[海岸带生态修复提升工程|PRODUCT]。",
        "正在推进[蓝鲸冷链物流园|PRODUCT]、[海湾星光广场|PRODUCT]等项目建设。",
        "在[抖音|PRODUCT]、[快手|PRODUCT]等平台同步播出。",
        "发行“[海湾蓝碳资产支持专项计划|PRODUCT]”（下称[蓝碳计划|PRODUCT]），[蓝碳计划|PRODUCT]规模两亿元。",
        "[神舟十二号载人飞船|PRODUCT]发射成功。",
        "弘扬“不怕苦、不怕累”精神，提供“保姆式”服务。",
        "搭建综合服务平台，实施一批重大工程。",
        "新开工项目20个，超亿元项目5个。",
        "设有篮球、足球等项目。",
    ],
)
def test_products(marked: str) -> None:
    check(marked, ("PRODUCT",), "newsextract_products")


@pytest.mark.parametrize(
    "marked",
    [
        "[烟台苹果|PRODUCT]和[章丘大葱|PRODUCT]今年都卖得好。",
        "“[柳州螺蛳粉|PRODUCT]”是地理标志证明商标。",
        "同意[敦化大豆|PRODUCT]、[靖安白茶|PRODUCT]筹建地理标志产品保护示范区。",
        # the noun goes on, or nobody speaks of a brand
        "他在烟台苹果批发市场、信阳毛尖茶园和金寨茶区看了看。",
        "烟台市苹果产量上升，山东小麦丰收。",
    ],
)
def test_products_of_a_place(marked: str) -> None:
    check(marked, ("PRODUCT",))


@pytest.mark.parametrize(
    "marked",
    [
        "首台“[晨光|PRODUCT]”系列激光器下线。",
        "“晨光”系列讲座开讲。",
        "募集的资金用于[年产五千台激光器智能工厂项目|PRODUCT]。",
        "贷款经[柳州市知识产权公共服务平台|PRODUCT]办理。",
        "企业在[柳州市知识产权公共服务平台|PRODUCT]上提交材料。",
    ],
)
def test_series_projects_and_platforms(marked: str) -> None:
    check(marked, ("PRODUCT",))


@pytest.mark.parametrize(
    "marked",
    [
        "筛选出“[宁麦13号|PRODUCT]”新品种，种了三亩“[扬稻6000|PRODUCT]”。",
        "“[甲乙证券—石桥高新1期资产支持专项计划|PRODUCT]”挂牌。",
        "门票在“[一码游石桥|PRODUCT]”平台预约。",
        "使用“[奋进者|PRODUCT]”号载人潜水器。",
        "一批[石阡苔茶|PRODUCT]装车，[石阡苔茶|PRODUCT]出口了。",
        "建设[年产15吉瓦时储能电芯项目|PRODUCT]，分两期实施。",
        "知识产权“打包”上市，再添“国字号”平台，学习“第1号”文件，“一站式”服务平台开通。",
    ],
)
def test_varieties_securities_and_capacities(marked: str) -> None:
    check(marked, ("PRODUCT",))
