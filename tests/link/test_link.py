"""Full names of bodies, what 我市 means, one entity for all mentions of one name."""

import pytest
from spacy.tokens import Doc

from newsextract.doc import mentions_of
from newsextract.link.deixis import resolve_deixis
from newsextract.pipeline import shared_nlp


def _read(text: str, region: str | None = None) -> Doc:
    nlp = shared_nlp()
    doc = nlp.make_doc(text)
    if region:
        doc._.frame = {"published": None, "year": None, "region": region, "duplicates": []}
    components = ("newsextract_sentences", "newsextract_places", "newsextract_organizations")
    for name in (*components, "newsextract_resolve", "newsextract_link"):
        doc = nlp.get_pipe(name)(doc)
    return doc


def _full_names(text: str, region: str | None = None) -> dict[str, str | None]:
    return {s.text: s._.value["canonical"] for s in mentions_of(_read(text, region), "ORG")}


@pytest.mark.parametrize(
    ("text", "region", "short", "full"),
    [
        ("市委召开会议。", "330500", "市委", "湖州市委"),
        ("省科技厅出台政策。", "330500", "省科技厅", "浙江省科技厅"),
        ("人民银行市中心支行表示。", "330500", "人民银行市中心支行", "人民银行湖州市中心支行"),
        ("团市委组织活动。", "330500", "团市委", "湖州团市委"),
        ("高新区管委会负责。", "330500", "高新区管委会", "湖州高新区管委会"),
        ("湖州市科学技术局发文，市科技局解读。", "330500", "市科技局", "湖州市科学技术局"),
        ("湖州市人民政府印发，市政府要求。", "330500", "市政府", "湖州市人民政府"),
        ("德清县启动活动，县委书记说。", None, "县委", "德清县委"),
        ("浙江省湖州市吴兴区启动活动。区委书记说。", None, "区委", "浙江省湖州市吴兴区委"),
        ("最高人民法院公布案例，最高法表示。", None, "最高法", "最高人民法院"),
        ("最高法表示，案件增多。", None, "最高法", None),
        ("宁波港集团有限公司签约，宁波港集团发布公告。", None, "宁波港集团", "宁波港集团有限公司"),
        ("香港永達實業有限公司（以下簡稱永達實業）公告。", None, "永達實業", "香港永達實業有限公司"),
        (
            "湖州市茶叶产业发展领导小组办公室设在市农业局，李明兼任办公室主任。",
            None,
            "办公室",
            "湖州市茶叶产业发展领导小组办公室",
        ),
        ("体育总局印发通知，林业局转发。", "330500", "体育总局", None),
        ("湖州经济技术开发区招商，开发区财政局介绍。", None, "开发区财政局", "湖州经济技术开发区财政局"),
        ("国家税务总局湖州市税务局公告，市税务局解读。", "330500", "市税务局", "国家税务总局湖州市税务局"),
        (
            "湖州市融资担保集团有限公司签约，湖州融资担保集团公告。",
            None,
            "湖州融资担保集团",
            "湖州市融资担保集团有限公司",
        ),
        ("中国工商银行湖州分行放贷，工行湖州分行表示。", None, "工行湖州分行", "中国工商银行湖州分行"),
        ("现任德清县委常委、组织部部长。", None, "组织部", "德清县委组织部"),
        ("湖州市委召开会议。", "330500", "湖州市委", None),
        ("市委召开会议。", None, "市委", None),
    ],
)
def test_full_names(text: str, region: str | None, short: str, full: str | None) -> None:
    assert _full_names(text, region)[short] == full


def test_mentions_of_one_body_share_an_entity() -> None:
    doc = _read("湖州市科技局发文。市科技局解读，湖州市科技局落实。湖州与湖州市是一个地方。", "330500")
    assert len({s._.entity for s in mentions_of(doc, "ORG")}) == 1
    places = {s._.entity for s in mentions_of(doc, "PLACE")}
    assert [doc._.entities[n] for n in places] == [{"type": "PLACE", "name": "湖州市", "code": "330500"}]


def test_deixis_follows_the_region_and_the_place_last_named() -> None:
    doc = _read("我市增长。德清县和安吉县开工，该县投资大。", "330500")
    assert resolve_deixis(doc, 0) == ("湖州市", "330500")
    assert resolve_deixis(doc, doc.text.index("该县")) == ("安吉县", "330523")
    assert resolve_deixis(_read("我市增长。"), 0) is None
