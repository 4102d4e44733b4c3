"""What spreadsheets and input methods make of numbers and dates is read where it means one thing only, and said."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.briefing.checks import Loaded
from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


def read(folder: Path, **columns: str) -> Loaded:
    return load(write_folder(folder, files_of({"figures": [figure(quote="", **columns)]})))


@pytest.mark.parametrize(
    ("spelt", "meant"),
    [
        ("2024/8/1", "2024-08-01"),
        ("2024-8-1", "2024-08-01"),
        ("2024年8月1日", "2024-08-01"),
        ("2024年8月", "2024-08"),
        ("2024/8", "2024-08"),
        ("2024年", "2024"),
        ("２０２４－０８", "2024-08"),
    ],
)
def test_a_date_is_read_as_spreadsheets_write_it(tmp_path: Path, spelt: str, meant: str) -> None:
    loaded = read(tmp_path, period=spelt)
    assert loaded.briefing, loaded.faults
    period = loaded.briefing.figures[0].period
    assert period and period.text == meant
    assert [spelt in notice and meant in notice for notice in loaded.notices] == [True]


@pytest.mark.parametrize(
    ("spelt", "meant"), [("1,234", "1234"), ("１２３．５", "123.5"), ("-1,234,567.80", "-1234567.80")]
)
def test_a_number_is_read_as_spreadsheets_write_it(tmp_path: Path, spelt: str, meant: str) -> None:
    loaded = read(tmp_path, value=spelt)
    assert loaded.briefing, loaded.faults
    value = loaded.briefing.figures[0].value
    assert str(value) == str(Decimal(meant)) and len(loaded.notices) == 1


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("value", "1,5"),
        ("value", "0,123"),
        ("value", "12,34"),
        ("period", "2024/13/1"),
        ("period", "8/1/2024"),
        ("period", "2024年13月"),
    ],
)
def test_what_may_mean_two_things_is_refused(tmp_path: Path, column: str, cell: str) -> None:
    loaded = read(tmp_path, **{column: cell})
    assert loaded.briefing is None and [(f.row, f.column) for f in loaded.faults] == [(2, column)]


@pytest.mark.parametrize("cell", ["Jun-24", "1-Jun-24", "Sep-2024"])
def test_a_date_that_a_spreadsheet_has_spoilt_brings_the_cure(tmp_path: Path, cell: str) -> None:
    loaded = read(tmp_path, period=cell)
    assert loaded.briefing is None and "as text in Excel" in loaded.faults[0].message


def test_many_spellings_make_one_notice(tmp_path: Path) -> None:
    rows = [figure(id=f"f{month}", quote="", period=f"2024/{month}/1") for month in range(1, 10)]
    loaded = load(write_folder(tmp_path, files_of({"figures": rows})))
    assert loaded.briefing and len(loaded.notices) == 1 and "8 more" in loaded.notices[0]


def test_a_file_of_a_pack_folder_opens_the_pack(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, files_of({"figures": [figure(quote="")]}))
    for name in ("figures.csv", "datapackage.json"):
        assert load(folder / name).briefing
