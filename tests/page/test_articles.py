"""Pages in small: which blocks make an article, in which roles and order."""

import re

from newsextract.page.analyse import analyse


def roles(page):
    """Role and number of the article of each block; ``+`` marks a block that continues the sentence before it."""
    return [f"{b.role}{'' if b.article is None else b.article}{'+' * b.joins}" for b in analyse(page).blocks]


STORY = """{head}

本报讯（记者 王小明）4月2日，全市春季造林现场会在石桥镇召开，各县交流了造林经验，并现场签下了

责任书。会议要求，全年完成造林12.6万亩。"""


def test_a_column_goes_on_in_mid_sentence():
    assert roles(STORY.format(head="全市春季造林现场会召开")) == ["headline0", "body0", "body0+"]


def test_kicker_and_subhead():
    head = "市领导在造林现场会上强调\n\n全年造林十二万亩\n\n——春季造林现场会侧记"
    assert roles(STORY.format(head=head))[:3] == ["kicker0", "headline0", "subhead0"]


def test_headings_below_their_text():
    page = STORY.format(head="A1 要闻 2021年4月3日") + "\n\n市领导在造林现场会上强调\n\n全年造林十二万亩"
    assert roles(page) == ["furniture", "body0", "body0+", "kicker0", "headline0"]
    assert analyse(page).articles[0].order == [3, 4, 1, 2]


def test_a_picture_cuts_a_name():
    page = (
        "县里来了图书车\n\n本报讯（记者 王小明）“每个月来两次，孩子们都盼着。”云岭小学校长费迪南·杜\n\n"
        "图为孩子们在图书车上选书。\n\n本报记者 李兰 摄\n\n登赫说，图书车已经走了三年。"
    )
    assert roles(page) == ["headline0", "body0", "caption0", "byline0", "body0+"]


def test_columns_of_two_stories_side_by_side():
    narrow = "大学校长说，流感已经\n传到了三个学院，大约\n两千名学生请了病假。"
    wide = "本报讯（记者 王小明）工程院昨天公布了新当选的外籍\n院士名单，循环经济专家张立被选为外籍院士，他在\n工程院工作多年。"
    again = "流感疫苗昨天运到了大\n学，学生从今天开始接\n种，病假的学生也在内。"
    page = f"大学两千学生染流感\n\n□马岚\n\n{narrow}\n\n循环经济专家当选外籍院士\n\n{wide}\n\n{again}"
    assert roles(page) == ["headline0", "byline0", "body0", "headline1", "body1", "body0"]


def test_crossheads_stay_in_their_story():
    page = (
        "县城建成首个零碳菜市场\n\n本报讯（记者 王小明）东关菜市场的光伏板上个月发电，菜市场从此用上了自己的电。\n\n摊位费下降\n\n"
        "菜市场的摊主都说，光伏板省下来的电费补贴了摊位费。\n\n水质达标率提高\n\n"
        "本报讯（记者 李兰）全市水质达标率提高到八成。"
    )
    assert roles(page) == ["headline0", "body0", "crosshead0", "body0", "headline1", "body1"]


def test_the_same_article_twice():
    layout = analyse(STORY.format(head="全市造林现场会召开") + "\n\n" + STORY.format(head="全市造林现场会召开"))
    assert [a.duplicate_of for a in layout.articles] == [None, 0]


DOCUMENT = """安平县人民政府文件

安政发〔2019〕31号

安平县人民政府
关于印发厕所改造方案的通知

各乡镇人民政府，县政府各部门：

现将《厕所改造方案》印发给你们，请认真实施。

附件：厕所改造领导小组名单

安平县人民政府
2019年6月3日

（此件公开发布）

厕所改造方案

一、工作目标

到明年底，全县完成改造1.8万户，山区推广三格

— 3 —

化粪池式。

附件

厕所改造领导小组名单

组 长：周 明 县长
副组长：王建军 副县长
成 员：李 娜 财政局局长

抄送：县委办公室，县人大常委会办公室。

安平县人民政府办公室
2019年6月3日印发"""


def test_a_document_with_its_plan_and_its_list():
    layout = analyse(DOCUMENT)
    assert [(b.role, b.article) for b in layout.blocks] == [
        ("issuer", 0), ("doc_number", 0), ("headline", 0), ("addressee", 0), ("body", 0), ("attachment", 0),
        ("signature", 0), ("issue_date", 0), ("note", 0),
        ("headline", 1), ("crosshead", 1), ("body", 1), ("furniture", None), ("body", 1),
        ("attachment", 2), ("headline", 2), ("body", 2), ("cc", 0), ("imprint", 0), ("imprint", 0),
    ]  # fmt: skip
    assert [a.kind for a in layout.articles] == ["document"] * 3
    assert layout.articles[0].headline == "安平县人民政府关于印发厕所改造方案的通知"
    assert layout.blocks[13].joins
    assert layout.blocks[16].clean.text.splitlines()[0] == "组长：周明 县长"


def test_a_bulletin_names_its_issuers_below_the_title():
    page = "某市2022年统计公报\n\n某市统计局\n\n国家统计局某市调查队\n\n2023年3月28日\n\n2022年，全市经济平稳运行。\n\n一、综合\n\n全年地区生产总值增长4.1%。"
    assert [re.sub(r"\d", "", r) for r in roles(page)] == [
        "headline",
        "issuer",
        "issuer",
        "issue_date",
        "body",
        "crosshead",
        "body",
    ]
    assert len(analyse(page).articles) == 1


def test_an_empty_page():
    assert analyse(" \n\n").blocks == []
