"""Plain text stays plain wherever Qt would make something else of it."""

import pytest

from desktop.charts import plain


def test_a_tip_shows_mark_up_and_line_breaks_literally() -> None:
    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in plain.tip("<b>5 & 6</b>")
    assert plain.tip("") == ""
    assert len(plain.tip("长" * 10**6)) < 2 * plain.LONGEST_TIP


def test_a_label_keeps_its_ampersand() -> None:
    assert plain.label("食堂 & 托育") == "食堂 && 托育"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|x", "-x"])
def test_a_cell_is_no_formula(cell: str) -> None:
    assert plain.table_line([cell]) == "'" + cell


@pytest.mark.parametrize("cell", ["+260%", "-3.5", "普通", "", "-", "a=b"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert plain.table_line([cell]) == cell


def test_a_cell_breaks_neither_line_nor_row() -> None:
    assert plain.table_line(["a\tb\r\nc", "d"]) == "a b c\td"
