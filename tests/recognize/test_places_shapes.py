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
    "代表在[北京人民大会堂|PLACE]合影，航班从[上海浦东机场|PLACE]起飞，货物到[宁波舟山港|PLACE]。",
    "[长春|PLACE]市民喜欢滑冰，两国在各大城市设点，[东欧|PLACE]各国和[中东|PLACE]国家参会。",
    "沿海城市[荷台达|PLACE]停电，[汗尤尼斯|PLACE]和[达尔富尔|PLACE]缺水。",
    "外援奥尔西亚罗进球。",
    "[乌格列达尔|PLACE]、[列沃格纳|PLACE]等地停火，[大理|PLACE]、[果栖坪|PLACE]、[石坞|PLACE]三地受灾。",
    "学校、车站等地要消毒，蔬菜、水果等地产品上市。",
    "昨天，我们在[五驼街|PLACE]吃早点，又到[泸棠乡|PLACE]看望老人，离开[三樟村|PLACE]。",
    "免去谷长河的职务，在王大山的带领下，在官方网站上。",
    "[衢州|PLACE]3个运动员饭店开业，专家在[海南琼中香樟国际医疗旅游先行区|PLACE]考察。",
    "建成于去年的[普陀小区|PLACE]，涉及[安康东街|PLACE]、[曙光路|PLACE]、[水西路|PLACE]等路段，增设[翠屏路|PLACE]等5个站点。",
    "基地扩大到[茗溪|PLACE]、[榉仙|PLACE]、[管背|PLACE]3个乡镇，[汐田镇|PLACE]、[必斯营子乡|PLACE]等4个乡镇受灾。",
    "本报[经舍|PLACE]8月15日电，[克什克腾旗|PLACE]降雨，[克旗|PLACE]警方出动，[白音哈干苏木|PLACE]停电。",
    "市民在[西宁市新宁广场|PLACE]散步，到[荷城广场|PLACE]唱歌，走进[绵阳经济开发区城西园|PLACE]，记者在[湄潭县湄江镇七五社区|PLACE]看到。",
    "[英国伦敦|PLACE]停电，代表团赴[美国旧金山|PLACE]，应[贝宁共和国|PLACE]总统邀请，法国梧桐和瑞典克朗，部门受损的利西昌斯克。",
    "[卡霍夫卡水电站大坝|PLACE]受损，[美国白宫|PLACE]附近和[福建博物院|PLACE]，货船抵达[喀纳斯机场|PLACE]，产粮大县以县城为核心。",
    "地处[高楼坪乡|PLACE]的基地，[江口县梵净山景区|PLACE]开放，该区在[河东|PLACE]、[新城|PLACE]两个街道试点。",
    "[克里米亚大桥|PLACE]和[白山隧道|PLACE]通车，会见在[利雅得王宫|PLACE]举行，列车滞留在[衢州市落梅岭站|PLACE]，[丽江|PLACE]著名商业街。",
    "[紫云湖实验室|ORG]成立，[塞罕坝林场|ORG]造林，[兴安县|PLACE]城镇人口增加。",
]


@pytest.mark.parametrize("marked", CASES)
def test_places(marked: str) -> None:
    check(marked, ("PLACE", "ORG"), *ROOMS)
