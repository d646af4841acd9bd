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
