"""Names of bodies behind words that are divisions too, offices of any field, held museums, teams, branches of central bodies."""

import pytest
from markup import check

from newsextract import extract

ROOMS = ("newsextract_places", "newsextract_organizations")

CASES = [
    # A word that is a division's short form too does not cut the name that a surer place opens.
    "大桥由[贵州祥和路桥建设有限公司|ORG]承建，向[咸宁和平纸业有限公司|ORG]订货。",
    "[中国科学院西北高原生物资源研究所|ORG]发布消息。",
    "今年新建公办幼儿园12所，走进一家企业。",
    "归属于上市公司股东的净利润为2亿元。",
    # Whole nouns between a level and 局.
    "任命王某为[市茶叶局|ORG]局长，[县渔业和湖泊局|ORG]提供数据。",
    # Branches of central bodies, departments of companies.
    "公司收到[中国证监会江西监管局|ORG]的决定书。",
    "[乌干达铁路公司工程部|ORG]经理说，[中国铁路昆明局集团有限公司大理车务段|ORG]介绍。",
    # Museums are bodies where somebody holds an office in them.
    "[州博物馆|ORG]副馆长表示，[贵州省图书馆|ORG]馆长出席。",
    "展览在贵州省图书馆举行。",
    # Teams with a name of their own, in reports of matches only.
    "昨晚[贵阳猎鹰队|ORG]以3分优势战胜[长沙飞鱼队|ORG]，取得四连胜。",
    "[领导小组办公室|ORG]设在[市茶叶局|ORG]，李某兼任[办公室|ORG]主任。",
    # Offices of a place somewhere else, companies that run a port, committees of the page's own event.
    "[贵州省驻沪联络处|ORG]主任出席，[宁波港集团有限公司|ORG]与[茅台机场集团|ORG]签约。",
    "[赛事组委会|ORG]执行主任介绍，各省、自治区、直辖市财政厅（局）执行。",
    "[俄央行|ORG]宣布降息，[老挝川圹省商会|ORG]会长到访，[信阳地区行署|ORG]专员。",
    "[贵州省体改委|ORG]副主任到会，在[泸湾河粮库|ORG]了解行情。",
    # Publishers, numbered schools, laboratories whose field stands before their rank.
    "[渔业日报社|ORG]、[船舶工业出版社|ORG]等单位参展。",
    "[贵阳四十七中学|ORG]校长到会，[实验三小|ORG]的学生和怀化一所小学的老师表演。",
    "[淡水鱼类遗传育种全国重点实验室|ORG]揭牌，[新材料与智能装备浙江省实验室|ORG]签约，企业获批国家重点实验室。",
    # Ministries, parties and forces abroad.
    "[挪威渔业部|ORG]和[日本经济产业省|ORG]发言，[巴西劳工党|ORG]主席致辞，[智利海军|ORG]和[以色列国防军|ORG]演习，日本执政党让步。",
    "地震发生在土耳其东南部，[红十字国际委员会|ORG]和[粮农组织|ORG]派人前往。",
    # Idioms with a verb in them open no name, two organs of the state do not run together.
    "充分利用综合医院床位，大力开展企业技术创新中心建设，她要考大学。",
    "[水利部|ORG]会同[财政部|ORG]下达资金，[国务院安委会|ORG]通报，[渝水公安分局|ORG]破案，[遵义市茶叶局|ORG]提供。",
    "投资方是[荷兰瑞晨国际有限公司|ORG]。",
    # Departments below a body, told by who speaks for them.
    "据[永春县水利局河道股|ORG]股长介绍，[市中级人民法院民三庭|ORG]法官提醒，[市林业局茶叶办|ORG]主任到会。",
    "[遵义市中级人民法院刑事审判第二庭|ORG]庭长，[省教育厅职业教育处|ORG]处长，[国家统计局铜仁调查队|ORG]公布。",
    "现任[湄潭县委|ORG]常委、[宣传部|ORG]部长，该局[河道管理处|ORG]处长，对[遵义市公路工程局|ORG]原副局长提起公诉。",
    "[永春县水利局|ORG]工作人员的手机，[市水利局|ORG][市公安局|ORG]局长，[省水利厅|ORG]某处处长。",
    # Firms and shops, names that run together, short forms.
    "[湄潭县金穗农资经销处|ORG]、[凤冈县惠农农药商店|ORG]受罚，[财政部|ORG]、[交通部|ORG]签约。",
    "[重庆大学|ORG]联合[电子科技大学|ORG]研究，[黔光融媒|ORG]记者，[青大附院|ORG]会诊，[工行铜仁分行|ORG]为企业放贷。",
    "公司股份上市，[乌江玻璃|ORG]H股报收2元，[俄国家铁路公司|ORG]总裁到访。",
    "各省、自治区水利厅（局）、发展改革委，有关单位：",
    "[“7·09”专案组|ORG]出发。",
    "[俄外交部|ORG]发布声明，186家美国银行存风险，[中科院高能所|ORG]发布成果，参与国际竞争新基地建设。",
    "引进韩资企业[延信汽车零部件（盐城）有限公司|ORG]，与[安徽省皖信融资再担保有限公司|ORG]签约，[苏州高新区党工委|ORG]到访。",
    "各市、县、自治县人民政府，[市政协提案委员会|ORG]主任，[民革佳木斯市委|ORG]提案，学校[科研处|ORG]处长。",
    "[国家葡萄酒产业计量测试中心（宁夏）|ORG]获批，[湄潭县中学|ORG]教师，[湄江镇农技站|ORG]站长，新增普惠性幼儿园3所。",
    "[财政部|ORG]会同[农业农村部|ORG]下达资金，应急管理部门检查，[美国联邦政府|ORG]欠债，[东非政府间发展组织|ORG]调停。",
]


@pytest.mark.parametrize("marked", CASES)
def test_forms(marked: str) -> None:
    check(marked, ("ORG",), *ROOMS)


def test_the_bureau_that_a_page_speaks_of_is_its_own():
    page = extract("莱州市水务局\n关于巡查的通知\n\n市局决定巡查水厂。市局副局长王明任组长。")
    assert {m.value.canonical for m in page.mentions if m.text == "市局"} == {"莱州市水务局"}
    both = extract("莱州市水务局和莱州市财政局开会。市局决定巡查水厂。")
    assert not [m for m in both.mentions if m.text == "市局"]
