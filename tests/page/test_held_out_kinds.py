"""Shapes of pages that no page in development had: each is one cause, told with invented text."""

from newsextract import extract
from newsextract.page.analyse import analyse


def blocks(page):
    """Role and number of the article of each block; ``+`` marks a block that continues the sentence before it."""
    return [f"{b.role}{'' if b.article is None else b.article}{'+' * b.joins}" for b in analyse(page).blocks]


OPEN = "石桥县建成第三座水厂\n\n本报讯（记者 王小明）石桥县第三座水厂昨天通水，日供水两万吨，三个乡镇的居民都用上了自来\n\n"
REST = "水。水厂厂长张立说，管网还要再铺四十公里。"


def test_a_picture_of_its_own_stands_in_the_middle_of_a_sentence():
    layout = analyse(OPEN + "5月6日，游客在梅花山看日出。\n李兰 摄\n\n" + REST)
    assert [f"{b.role}{b.article}" for b in layout.blocks] == ["headline0", "body0", "caption1", "body0"]
    assert layout.blocks[3].joins
    assert [(a.kind, a.photographers) for a in layout.articles] == [("news", []), ("photo", ["李兰"])]


def test_a_picture_that_shares_words_with_the_text_around_it_belongs_to_it():
    page = OPEN + "5月6日，工人在水厂检查管道。\n李兰 摄\n\n" + REST.replace("水厂", "通水后，水厂")
    page = page.replace("三个乡镇", "第三座水厂在三个乡镇")
    assert blocks(page)[:3] == ["headline0", "body0", "caption0"]
    assert analyse(page).articles[0].photographers == ["李兰"]


def test_a_picture_from_the_archive_belongs_to_the_text_around_it():
    assert blocks(OPEN + "游客在梅花山看日出。（资料片） 李兰 摄\n\n" + REST) == [
        "headline0",
        "body0",
        "caption0",
        "body0+",
    ]


def test_a_story_goes_on_behind_a_column_of_pictures():
    page = OPEN + "图片新闻\n\n5月6日，游客在梅花山看日出。新华社记者 李兰 摄\n\n" + REST
    layout = analyse(page)
    assert [b.article for b in layout.blocks] == [0, 0, 1, 1, 0]
    assert layout.articles[1].kind == "photo"


def test_a_photographer_behind_a_slash_and_an_agency_alone_end_captions():
    for credit, names in (("本报记者 李兰/摄", ["李兰"]), ("新华社/法新", [])):
        layout = analyse(OPEN + f"石桥县第三座水厂的水池。 {credit}\n\n" + REST)
        assert [b.role for b in layout.blocks] == ["headline", "body", "caption", "body"]
        assert layout.articles[0].photographers == names


def test_names_in_brackets_on_the_last_line():
    page = "石桥县建成水厂\n\n本报讯 石桥县第三座水厂昨天通水，\n日供水两万吨。\n（王小明　曲　兰）"
    assert analyse(page).articles[0].reporters == ["王小明", "曲兰"]


def test_a_run_of_headings_is_dealt_out_to_the_texts_above_it():
    first = "本报讯（记者 王小明）县长张立昨天到石桥镇调研蔬菜\n大棚时要求，把蔬菜大棚的水电补贴发到农户手里。"
    second = "本报讯（记者 李兰）通往梅山的公交线路昨天开通，首\n班车六时发车，票价两元，全程三十八公里。"
    heads = "张立在石桥镇调研时要求\n\n大棚补贴要发到农户手里\n\n梅山公交线路开通"
    layout = analyse(f"{first}\n\n{second}\n\n{heads}")
    assert [(a.kicker, a.headline) for a in layout.articles] == [
        (["张立在石桥镇调研时要求"], "大棚补贴要发到农户手里"),
        ([], "梅山公交线路开通"),
    ]


def test_a_headline_in_two_parts_stands_above_the_line_that_explains_it():
    page = "给河道“体检” 为水库“把脉”\n\n石桥县水利局巡查汛期隐患\n\n本报讯（记者 王小明）石桥县水利局昨天开始巡查。"
    article = analyse(page).articles[0]
    assert (article.headline, article.subhead) == ("给河道“体检” 为水库“把脉”", ["石桥县水利局巡查汛期隐患"])


def test_a_brief_heading_of_a_lower_level_above_a_headline_is_its_column():
    page = "## 田间\n\n# 石桥县三万亩稻谷开镰\n\n本报讯（记者 王小明）石桥县的稻谷昨天开镰，收割机下地。"
    assert blocks(page) == ["section0", "headline0", "body0"]


def test_a_headline_above_a_column_of_items_names_the_end_of_the_text_above():
    page = (
        "石桥县水厂通水\n\n本报讯（记者 王小明）石桥县第三座水厂昨天通水，日供水两万吨。\n\n"
        "“第一单！”5月6日，安平纸业拿到了碳排放权贷款，三年期，可以随时还。\n\n安平纸业：碳排放权换来贷款\n\n短讯\n\n"
        "◆梅山村向十户农民发了奖金。\n\n◆全县已栽树八万棵。"
    )
    assert [a.headline for a in analyse(page).articles] == ["石桥县水厂通水", "安平纸业：碳排放权换来贷款", "短讯"]


def test_the_name_above_marked_items_is_their_headline():
    page = "石桥县水厂通水\n\n本报讯（记者 王小明）水厂昨天通水。\n\n便民生活\n\n●六路公交车改道。\n\n●图书馆周一闭馆。"
    assert analyse(page).articles[1].headline == "便民生活"


def test_a_column_of_a_lower_level_is_no_headline():
    page = "## 健康\n\n# 石桥县水厂通水\n\n本报讯（记者 王小明）水厂昨天通水。\n\n## 简讯\n\n●六路公交车改道。\n\n●图书馆周一闭馆。"
    last = analyse(page).articles[1]
    assert (last.section, last.headline) == ("简讯", None)


def test_a_speech_to_a_congress():
    page = (
        "政府工作报告\n\n——2021年1月6日在石桥县第九届人民代表大会第一次会议上\n\n县长 张 立\n\n各位代表：\n\n"
        "现在，我代表县人民政府报告工作，请予审议。"
    )
    assert blocks(page) == ["headline0", "subhead0", "byline0", "addressee0", "body0"]
    assert analyse(page).articles[0].reporters == []


def test_a_cell_goes_on_below_itself():
    page = (
        "石桥县防汛指挥部成员名单\n\n组长：    张立国      副县长\n副组长：  李兰        石桥县水利勘测设计研\n"
        "                      究所所长\n          王小明      县气象局副局长\n          周全        石桥镇镇长"
    )
    assert analyse(page).blocks[-1].clean.text == (
        "组长： 张立国 副县长\n副组长： 李兰 石桥县水利勘测设计研究所所长\n王小明 县气象局副局长\n周全 石桥镇镇长"
    )


def test_a_paragraph_below_a_crosshead_begins():
    page = (
        "石桥县数字乡村方案\n\n一、任务\n\n（一）建设网络。新建基站三十个。责任单位：县工信局\n\n三、保障\n\n"
        "成立工作专班，由县政府办公室牵头，每月调度一次进展。"
    )
    assert blocks(page)[-3:] == ["body0", "crosshead0", "body0"]


def test_a_numbered_paragraph_is_torn_by_the_end_of_a_page():
    page = (
        "石桥县农业意见\n\n一、重点\n\n（一）建设大棚。新建大棚三千亩，由县农业局负责。\n\n（二）实施名优农产品质量提升工\n\n"
        "— 3 —\n\n程。支持二十家企业通过认证，由县质监局负责。"
    )
    assert blocks(page)[-3:] == ["body0", "furniture", "body0+"]


def test_a_crosshead_in_two_halves_is_longer_than_its_headline():
    page = (
        "不卖地皮卖服务\n\n本报记者 王小明\n\n石桥园区今年引进企业四十家。园区大厅的服务，让企业办证不出园区；园区大厅还替企业跑路，企业办证不花钱。\n\n"
        "手续下沉 不让企业跑路\n\n"
        "园区大厅现在就能办证，企业办证平均只用两天。"
    )
    assert blocks(page) == ["headline0", "byline0", "body0", "crosshead0", "body0"]


def test_items_of_one_block_are_paragraphs():
    page = "石桥县水厂通水\n\n本报讯（记者 王小明）水厂昨天通水。\n\n简讯\n\n●六路公交车昨天改道，增加\n三站。\n●图书馆周一闭馆。"
    assert blocks(page)[-2:] == ["body1", "body1"]


def test_the_number_of_a_periodical_and_the_source_of_its_pictures_are_furniture():
    page = "石桥统计月报 2021年3月\n\n石桥县一季度经济运行\n\n一季度，全县经济平稳运行，增长5%。\n\n本版图片除署名外均为资料照片"
    assert blocks(page) == ["furniture", "headline0", "body0", "furniture"]


def test_the_list_of_what_is_attached_stands_behind_a_plan():
    page = (
        "石政办发〔2021〕8号\n\n石桥县人民政府办公室关于印发防汛方案的通知\n\n各乡镇人民政府：\n\n现将《防汛方案》印发给你们。\n\n"
        "石桥县人民政府办公室\n\n2021年5月6日\n\n防汛方案\n\n全县备好沙袋，各乡镇每天巡查河道。\n\n附件：1.沙袋分配表\n\n抄送：县委各部门。"
    )
    layout = analyse(page)
    assert [b.article for b in layout.blocks if b.role in ("attachment", "cc")] == [0, 0]
    assert layout.blocks[-3].article == 1


def test_the_office_of_a_speaker_is_a_position():
    page = (
        "政府工作报告\n\n——2021年1月6日在石桥县第九届人民代表大会第一次会议上\n\n石桥县县长 张立国\n\n各位代表：\n\n"
        "现在，我代表县人民政府报告工作，请予审议。"
    )
    assert ("POSITION", "县长") in [(m.type, m.text) for m in extract(page).mentions]


def test_a_picture_of_the_day_of_the_dateline_tells_a_story_of_its_own():
    page = OPEN.replace("本报讯", "本报石桥5月6日电") + "5月6日，游客在梅花山看日出。\n李兰 摄\n\n" + REST
    assert [a.kind for a in analyse(page).articles] == ["news", "photo"]


def test_who_spoke_stands_below_the_headline():
    text = "\n\n本报讯（记者 王小明）全县春季造林大会昨天召开。"
    assert blocks("全县春季造林大会召开\n\n张立讲话 李兰主持" + text) == ["headline0", "subhead0", "body0"]
    assert blocks("张立在造林大会上强调\n\n抓好春季造林" + text)[:2] == ["kicker0", "headline0"]


def test_by_whom_it_was_passed_stands_below_the_title_in_two_lines():
    page = (
        "石桥县人民代表大会常务委员会\n任 免 名 单\n\n（2016年3月2日石桥县第九届人民代表大会常务委员会第五次会议通过）\n\n"
        "任命：\n李兰为石桥县民政局局长；\n王明（女，回族）为石桥县人民法院副院\n长。"
    )
    assert blocks(page) == ["headline0", "subhead0", "body0"]
    assert analyse(page).articles[0].headline == "石桥县人民代表大会常务委员会任免名单"


def test_the_blank_between_the_halves_of_a_headline_stays_behind_a_quotation_mark():
    page = "“黄土”变“金土” 山村有奔头\n\n本报讯（记者 王小明）石桥县的山村种上了药材。"
    assert analyse(page).articles[0].headline == "“黄土”变“金土” 山村有奔头"
    assert analyse(page.replace("“金土” 山村", "“ 金土 ”山村")).articles[0].headline == "“黄土”变“金土”山村有奔头"


def test_items_with_one_mark_stay_together():
    page = (
        OPEN.strip() + "水，水厂向县里申请了奖补。\n\n简讯\n\n▲5月9日，石桥一中举行运动会。\n\n▲5月10日起梅花山封路。"
        "\n\n▲县水厂将向三个乡镇的居民发放用水补贴，居民可持证到水厂的营业厅办理。"
    )
    assert blocks(page)[-3:] == ["body1", "body1", "body1"]


def test_a_line_narrower_than_its_column_is_a_heading():
    page = (
        "石桥县造出新机床\n\n本报讯（记者 王小明）石桥机床厂昨天交付了第一台五轴机床，\n石桥机床厂的工程师为五轴机床忙了三年。\n\n"
        "把“刀把子”握在手里\n\n五轴机床的主轴过去要从国外买来，石桥机床厂\n的工程师一根一根地试，第一台五轴机床试了九根。"
    )
    assert blocks(page)[2].rstrip("01") in ("headline", "crosshead")


def test_who_lent_the_picture_ends_its_words():
    page = OPEN + "王小明（左）与工人查看水厂的新水泵。\n（企业供图）\n\n" + REST
    assert blocks(page)[2] == "caption0"


def test_the_blank_before_a_figure_in_a_headline_stays():
    page = "石桥县秋季开学 3万学生返校\n\n本报讯（记者 王小明）石桥县的学校昨天开学。"
    assert analyse(page).articles[0].headline == "石桥县秋季开学 3万学生返校"
    assert analyse(page.replace("开学 3万", "开学3 万")).articles[0].headline == "石桥县秋季开学3万学生返校"


def test_a_column_of_short_items_by_its_name():
    page = OPEN.strip() + "水。\n\n石桥警讯\n\n○5月9日，县公安局抓获一名盗窃嫌疑人。\n\n○县水厂门前5月10日起禁止停车。"
    assert blocks(page)[-2:] == ["body1", "body1"]


def test_numbered_sentences_with_figures_are_text():
    page = (
        "石桥县水务局关于巡查水厂的通知\n\n各镇人民政府：\n\n现通知如下：\n\n一、目标任务\n\n（一）全县12座水厂巡查率达到100%。\n\n"
        "（二）抽查管网不少于60处，其中石桥镇12处。\n\n石桥县水务局\n2016年3月2日"
    )
    assert [role.rstrip("01+") for role in blocks(page)][4:6] == ["body", "body"]


def test_the_day_of_a_bulletin_in_brackets_is_its_date():
    page = "石桥县2015年统计公报\n\n石桥县统计局\n\n（2016年3月2日）\n\n一、综合\n\n全年粮食产量3万吨，比上年增长2%。"
    assert blocks(page)[:3] == ["headline0", "issuer0", "issue_date0"]


def test_a_few_words_above_a_subtitle_are_the_headline():
    page = "活水润石桥\n\n——石桥县银行支持水厂纪实\n\n本报记者 王小明\n\n七月的水厂很忙。银行贷给水厂三百万元。"
    assert blocks(page)[:2] == ["headline0", "subhead0"]


def test_items_that_end_in_semicolons_are_one_paragraph():
    page = (
        "石桥县人民政府\n关于王明等同志职务任免的通知\n\n各镇人民政府：\n\n县人民政府决定：\n\n王明任石桥县水务局局长；\n"
        "李兰任石桥县审计局副局长，兼任石桥县财政局总会计师；\n赵刚任县医院院长；\n免去王明的石桥县民政局局长职务。"
    )
    assert blocks(page)[-2:] == ["body0", "body0"]
