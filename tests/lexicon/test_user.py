"""Lexicons of users' own: what a file may hold, and how its readings win."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import Extractor, LexiconError
from newsextract.lexicon.user import check_lexicon, read_lexicon

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a lexicon of rows, columns set apart by blanks that become tabs."""

    def write_(*rows: str, header: str = "term type attributes aliases", name: str = "own.tsv") -> Path:
        file = tmp_path / name
        lines = [header, *rows]
        file.write_text("".join("\t".join(line.split(" ")) + "\n" for line in lines), encoding="utf-8")
        return file

    return write_


def found(text: str, *lexicons: Path) -> list[tuple[str, str]]:
    return [(m.type, m.text) for m in Extractor(lexicons=lexicons).extract(text).mentions]


def test_a_term_is_found_with_its_value(write: Write) -> None:
    file = write("澜湾片区 PLACE code=990103")
    page = Extractor(lexicons=[file]).extract("日前，澜湾片区启动建设。")
    (mention,) = [m for m in page.mentions if m.type == "PLACE"]
    assert mention.text == "澜湾片区"
    assert mention.value.code == "990103"
    assert mention.confidence == 1
    assert mention.evidence == ["lexicon own.tsv:2"]


def test_an_alias_of_a_body_gets_its_full_name(write: Write) -> None:
    file = write("澜湾市数据资源局 ORG  数资局")
    page = Extractor(lexicons=[file]).extract("本报讯 数资局昨日发布通报。")
    assert [m.value.canonical for m in page.mentions if m.text == "数资局"] == ["澜湾市数据资源局"]


def test_a_policy_gets_title_and_kind_from_its_name(write: Write) -> None:
    page = Extractor(lexicons=[write("清澜计划 POLICY issuer=澜湾市政府")]).extract("清澜计划实施两年。")
    (policy,) = [m.value for m in page.mentions if m.type == "POLICY"]
    assert (policy.title, policy.kind, policy.issuer) == ("清澜计划", "计划", "澜湾市政府")


def test_a_reading_wins_over_a_built_in_one_of_the_same_words(write: Write) -> None:
    text = "本报讯 王小明昨日开业，王小明很受欢迎。"
    assert ("PRODUCT", "王小明") in found(text, write("王小明 PRODUCT"))
    assert ("PERSON", "王小明") not in found(text, write("王小明 PRODUCT"))


def test_a_longer_built_in_reading_holds_a_term_unless_it_says_always(write: Write) -> None:
    text = "会议印发《关于促进澜湾发展的意见》。"
    assert found(text, write("澜湾 PLACE")) == [("POLICY", "《关于促进澜湾发展的意见》")]
    assert ("PLACE", "澜湾") in found(text, write("澜湾 PLACE always=yes"))


def test_a_reading_is_forbidden_by_type_or_altogether(write: Write) -> None:
    text = "本报讯 全年完成投资3亿元。"
    assert ("MONEY", "3亿元") in found(text)
    assert ("MONEY", "3亿元") not in found(text, write("3亿元 !MONEY"))
    assert found(text, write("3亿元 !")) == [r for r in found(text) if r[1] != "3亿元"]
    assert ("MONEY", "3亿元") in found(text, write("3亿元 !PERCENT"))


def test_latin_terms_are_no_pieces_of_longer_words(write: Write) -> None:
    file = write("AIGC PRODUCT")
    assert ("PRODUCT", "AIGC") in found("推广AIGC应用。", file)
    assert ("PRODUCT", "AIGC") not in found("推广AIGCX应用。", file)


def test_traditional_and_full_width_forms_are_found_too(write: Write) -> None:
    assert ("ORG", "瀾灣數據") in found("本報訊 瀾灣數據成立。", write("澜湾数据 ORG"))


def test_the_later_of_two_lexicons_stands(write: Write) -> None:
    first, second = write("澜湾港 ORG", name="a.tsv"), write("澜湾港 PLACE", name="b.tsv")
    assert ("PLACE", "澜湾港") in found("昨日，澜湾港开港。", first, second)


def test_a_lexicon_changes_what_the_page_says_of_its_making(write: Write) -> None:
    file = write("澜湾港 ORG")
    plain, own = Extractor().info, Extractor(lexicons=[file]).info
    assert plain.lexicons != own.lexicons
    file.write_text(file.read_text(encoding="utf-8").replace("ORG", "PLACE"), encoding="utf-8")
    assert Extractor(lexicons=[file]).info.lexicons not in (plain.lexicons, own.lexicons)
    assert ("PLACE", "澜湾港") in found("昨日，澜湾港开港。", file)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("澜湾港 PORT", "no mention type"),
        ("澜 ORG", "one character"),
        ("澜湾港 PLACE code=12", "pattern"),
        ("澜湾港 PLACE colour=red", "attributes of PLACE: code"),
        ("澜湾港 PLACE code", "not of the form key=value"),
        ("澜湾港 MONEY", "low"),
        ("澜湾港 !PLACE code=990103", "has no attributes"),
        ("澜湾港 ORG always=maybe", "always=yes"),
        ("澜湾港", "columns"),
        ("a b c d e", "columns"),
        ("澜湾港 ORG\n澜湾港 PLACE", "line 2 already"),
    ],
)
def test_a_row_that_is_not_valid_is_told_with_its_line(row: str, says: str, write: Write) -> None:
    file = write(*row.split("\n"))
    _, problems = check_lexicon(file)
    (problem,) = problems
    assert says in str(problem)
    assert str(problem).startswith(f"{file}:{1 + len(row.splitlines())}: ")
    with pytest.raises(LexiconError):
        Extractor(lexicons=[file])


def test_all_problems_are_told_at_once(write: Write) -> None:
    file = write("澜 ORG", "澜湾港 PORT", "澜湾桥 PLACE")
    entries, problems = check_lexicon(file)
    assert (len(entries), len(problems)) == (1, 2)
    with pytest.raises(LexiconError, match="1 more problems"):
        read_lexicon(file)


@given(st.text(alphabet=st.sampled_from("termtype\t\n!=;|#澜湾ORGPLACEcode12\u2028\r\x00 ")), st.booleans())
def test_whatever_stands_in_a_file_it_is_read_or_told(text: str, with_header: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "own.tsv"
        file.write_text("term\ttype\tattributes\taliases\n" * with_header + text, encoding="utf-8")
        try:
            entries, problems = check_lexicon(file)
        except LexiconError:
            return
        rows = [
            line
            for line in file.read_text(encoding="utf-8").split("\n")[1:]
            if line.strip() and not line.startswith("#")
        ]
        assert not with_header or len(entries) + len(problems) == len(rows)


def test_a_file_that_is_no_lexicon(write: Write, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no header"):
        read_lexicon(write(header="name kind"))
    with pytest.raises(LexiconError, match="check the path"):
        read_lexicon(tmp_path / "none.tsv")
    gb = tmp_path / "gb.tsv"
    gb.write_bytes("term\ttype\n澜湾港\tORG\n".encode("gb18030"))
    with pytest.raises(LexiconError, match="save the file as UTF-8"):
        read_lexicon(gb)
    (tmp_path / "empty.tsv").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="empty"):
        read_lexicon(tmp_path / "empty.tsv")
