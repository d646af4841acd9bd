"""Who issued which document, and who answers for which task."""

import datetime as dt
from typing import Any

import newsextract


def _facts(text: str, kind: str) -> list[dict[str, Any]]:
    page = newsextract.extract(text, published=dt.date(2022, 3, 1))
    return [f for f in page.model_dump(mode="json")["facts"] if f["kind"] == kind]


def test_the_body_before_the_verb_issues() -> None:
    (fact,) = _facts("近日，国务院办公厅印发《关于加强渔港建设的意见》，要求各地落实。", "issuance")
    assert (fact["policy"], fact["issuer"]) == ("关于加强渔港建设的意见", "国务院办公厅")


def test_a_number_in_brackets_belongs_to_the_title_before_it() -> None:
    (fact,) = _facts("根据《国务院关于加强渔港建设的意见》（国发〔2019〕9号）要求，加快建设。", "issuance")
    assert (fact["issuer"], fact["doc_number"]) == ("国务院", "国发〔2019〕9号")


def test_a_document_yet_to_be_made_is_no_issuance() -> None:
    assert not _facts("市财政局正在研究制定《海湾市渔港建设补助办法》。", "issuance")


def test_a_document_named_twice_is_one_issuance() -> None:
    text = "国务院印发《关于加强渔港建设的意见》\n\n近日，国务院印发《关于加强渔港建设的意见》，要求各地落实。"
    assert len(_facts(text, "issuance")) == 1


def test_bodies_behind_a_label_answer_for_the_task_before_them() -> None:
    text = "1. 建设智慧渔港。完善设施。责任单位：省农业农村厅、省财政厅、各市人民政府等。"
    (fact,) = _facts(text, "assignment")
    assert (fact["task"], fact["bodies"]) == ("建设智慧渔港", ["省农业农村厅", "省财政厅"])


def test_the_lead_body_stands_first() -> None:
    text = "二是建设渔港经济区。引导投资。（配合单位另行通知，牵头单位：省财政厅，配合单位：省商务厅）"
    (fact,) = _facts(text, "assignment")
    assert fact["bodies"] == ["省财政厅", "省商务厅"]


def test_an_order_is_given_by_the_body_at_its_head() -> None:
    text = (
        "海湾省人民政府令\n\n第12号\n\n《海湾省渔港管理办法》已经2021年3月5日省政府第80次常务会议通过，"
        "现予公布，自2021年5月1日起施行。\n\n2021年3月10日"
    )
    (fact,) = _facts(text, "issuance")
    assert (fact["issuer"], fact["date"]) == ("海湾省人民政府", "2021-03-10")


def test_a_joint_issue_names_every_body() -> None:
    (fact,) = _facts("日前，财政部、商务部、海关总署联合印发《关于渔港补贴的通知》。", "issuance")
    assert fact["issuer"] == "财政部、商务部、海关总署"


def test_a_draft_before_parliament_is_no_issuance() -> None:
    assert not _facts("会议审议通过《渔港管理条例（草案）》。", "issuance")
