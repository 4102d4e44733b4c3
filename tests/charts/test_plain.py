"""Plain text stays plain wherever Qt would make something else of it."""

import pytest

from desktop.charts import plain


def test_a_tip_shows_mark_up_and_line_breaks_literally() -> None:
    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in plain.tip("<b>5 & 6</b>")
    assert plain.tip("") == ""
    assert len(plain.tip("长" * 10**6)) < 2 * plain.LONGEST_TIP


def test_a_label_keeps_its_ampersand() -> None:
    assert plain.label("食堂 & 托育") == "食堂 && 托育"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "@SUM(A1)", "+cmd|x", "-x", "-2+3", "+1+cmd|' /C calc'!A0", "-5个百分点", "+3-2", "-1/2", "--1", "+86 573",
        "＝1+1", "＋A1", "－A1", "＠A1", "-3.5.1", "+1,2", "-3A1", "-"*2, "+(1)",
    ],
)  # fmt: skip
def test_a_cell_is_no_formula(cell: str) -> None:
    assert plain.table_line([cell]) == "'" + cell


@pytest.mark.parametrize(
    "cell",
    [
        "+260%", "-3.5", "+12%", "-1,234.56", "-0", "+.5", "-12.5 %", "普通", "", "-", "—", "a=b", "3-2", "1=1", "-3.5%",
    ],
)  # fmt: skip
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert plain.table_line([cell]) == cell


def test_a_cell_breaks_neither_line_nor_row() -> None:
    assert plain.table_line(["a\tb\r\nc", "d"]) == "a b c\td"
    assert plain.table_line(["\t=1", " -x", "\u3000@a"]) == "'=1\t'-x\t'@a"
