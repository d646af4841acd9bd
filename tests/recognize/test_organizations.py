"""Named bodies: governments and departments, companies and their short forms, schools, courts, branches, groups."""

import pytest
from markup import check

ROOMS = ("newsextract_places", "newsextract_organizations")

GOVERNMENT = [
    "记者从[湖州市发展改革委|ORG]获悉，[省水利厅|ORG]、[市生态环境局|ORG]联合发文。",
    "[德清县委|ORG]书记李明到[县信访局|ORG]调研。",
    "[市委|ORG]常委、[市委宣传部|ORG]部长主持会议。",
    "责任单位：[市市场监管局|ORG]（[市知识产权局|ORG]）、[市公安局|ORG]，各县区人民政府。",
    "[市住房和城乡建设局|ORG]会同[市自然资源和规划局|ORG]制定方案。",
    "[安吉县天荒坪镇人民政府|ORG]发布公告。",
    "[市政府|ORG]和[市人大常委会办公室|ORG]印发通知，[市纪委监委|ORG]监督。",
    "[浙江省高级人民法院|ORG]、[省人民检察院|ORG]共同发布。",
    "[国务院办公厅|ORG]、[中共中央办公厅|ORG]印发意见，[国家发展改革委|ORG]负责解释。",
    "[省科技厅|ORG]成果转化处负责人介绍。",
    "[中共湖州市委党校|ORG]举办培训班。",
    "[美国国务院|ORG]发言人表示，[日本政府|ORG]正在研究。",
    "[共青团湖州市委|ORG]开展活动。",
    "各级政府、各部门要高度重视，有关部门抓好落实。",
    "全市政府系统要加强学习，我市企业积极参与。",
]
COMPANIES = [
    "走进[湖州远帆数控科技有限公司|ORG]，机器轰鸣。",
    "[远帆（中国）工业有限公司|ORG]投资建厂。",
    "[中国工商银行湖州分行|ORG]发放贷款，[人民银行湖州市中心支行|ORG]提供再贷款。",
    "[华为|ORG]与[阿里巴巴集团|ORG]签约。",
    "多家银行和16家企业参加，上市公司受到鼓励。",
    "该公司表示，我公司将继续投入，民营医院和重点大学也在其中。",
]
INSTITUTIONS = [
    "[浙江大学|ORG]与[湖州师范学院|ORG]合作，[湖州市第一人民医院|ORG]参与。",
    "[中国科学院沈阳自动化研究所|ORG]落户。",
    "[湖州市公共资源交易中心|ORG]开标，[湖州海关|ORG]通关提速。",
    "[新华社|ORG]记者、[湖州日报|ORG]记者采访了[世界卫生组织|ORG]专家。",
    "[中国地质大学（武汉）|ORG]专家到场。",
    "[浙江代表团|ORG]入场，[中国女排|ORG]夺冠，[巴西队|ORG]负于[德国队|ORG]。",
    "[市疫情防控工作领导小组|ORG]召开会议，[三门县防汛抗旱指挥部|ORG]发布预警。",
    "[第五届丝绸博览会组委会|ORG]宣布。",
]


@pytest.mark.parametrize("marked", GOVERNMENT + COMPANIES + INSTITUTIONS)
def test_bodies(marked: str) -> None:
    check(marked, ("ORG",), *ROOMS)


def test_alias_in_brackets_holds_for_the_whole_page() -> None:
    check(
        "16家企业与[湖州瑞丰融资租赁有限公司|ORG](下称[瑞丰租赁|ORG canonical=湖州瑞丰融资租赁有限公司])签约。"
        "[瑞丰租赁|ORG canonical=湖州瑞丰融资租赁有限公司]表示将加大投放。",
        ("ORG",),
        *ROOMS,
    )


def test_full_name_licenses_short_forms() -> None:
    check(
        "[湖州远帆数控科技有限公司|ORG]成立。[远帆数控|ORG canonical=湖州远帆数控科技有限公司]的产品销往海外。",
        ("ORG",),
        *ROOMS,
    )
