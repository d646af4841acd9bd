"""Named meetings, contests, fairs and campaign days."""

import pytest
from markup import check


@pytest.mark.parametrize(
    "marked",
    [
        "6月3日，海湾市召开[全市渔业安全生产工作会议|EVENT]，部署工作。",
        "[第三届中国国际海藻产业博览会|EVENT]在青岛开幕。",
        "学习贯彻[党的二十大|EVENT]和[十九届五中、六中全会|EVENT]精神。",
        "举办[“海风杯”全国帆船设计大赛|EVENT]、[2021全球海洋论坛|EVENT]。",
        "组织[“渔港夜话”读书活动|EVENT]。",
        "全面落实[市第十三次党代会|EVENT]部署。",
        "[第十四届全运会|EVENT]圣火点燃，[杭州亚运会|EVENT]倒计时。",
        "会议室里正在召开会议，各级会议精神要传达。",
        "市长主持会议并讲话。",
        "召开例行新闻发布会。",
        "举办大型招聘会、推介会。",
    ],
)
def test_events(marked: str) -> None:
    check(marked, ("EVENT",), "newsextract_events")
