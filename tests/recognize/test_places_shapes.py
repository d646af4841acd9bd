"""Places abroad by their characters, sights behind a town, stations, what ends like a place and is none."""

import pytest
from markup import check

ROOMS = ("newsextract_places", "newsextract_organizations")

CASES = [
    "[美国得克萨斯州菲尔德斯顿市|PLACE]发生火灾，[菲尔德斯顿市消防局|ORG]赶到。",
    "探测器在[拉里斯塔海沟|PLACE]采样，考察队到过[马格尔顿岛|PLACE]。",
    "[意大利兰佩杜萨岛|PLACE]和[叙利亚哈塞克省|PLACE]有雨。",
    "游人来到[扬州瘦西湖|PLACE]和[平遥古城|PLACE]，[贵州大峡谷|PLACE]也开放了。",
    "列车从[哈密站|PLACE]驶出，货轮停靠[宁波港|PLACE]。",
    "新建5G基站1200个，[湖南|PLACE]、[江西|PLACE]合作建设港口。",
    "[永春县横街镇|PLACE]的蔬菜上市，书香惠民活动进社区。",
    "管制路段：[青松路|PLACE]（[白马街|PLACE]至[梅园路|PLACE]段）。",
    "毕节统计月报\n2月，[毕节|PLACE]工业增长5%。",
    "[永春县横街镇田头村|PLACE]农民到场，比赛在[遵义市体育中心|PLACE]举行。",
    "[海南|PLACE]离岛免税购物升温。",
    "[信阳|PLACE]志愿服务进社区。",
]


@pytest.mark.parametrize("marked", CASES)
def test_places(marked: str) -> None:
    check(marked, ("PLACE", "ORG"), *ROOMS)
