"""English clauses: the role, time and state of every amount, and which amounts belong together."""

import pytest

from desktop.quantities.dates import parse_date
from desktop.reading.english_indicators import how_said
from desktop.reading.english_periods import find_english_periods
from desktop.reading.periods import Period, Published
from desktop.reading.reader import language_of, plain, read, spread
from desktop.reading.statements import Statement

PUBLISHED = Published(2025, 7)


def statements(text: str) -> list[Statement]:
    return read(text, PUBLISHED, "en").statements


def roles(text: str) -> list[str]:
    return [f"{text[one.start : one.end]}: {one.role}" for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tax revenue rose by 210 million yuan to 1.95 billion yuan", "increase level"),
        ("The number of documents was cut from 105 to 33", "before level"),
        ("GDP reached 42 billion yuan, up from 30.6 billion yuan in 2020", "level before"),
        ("not the 31.4 million yuan reported earlier but 34.1 million yuan", "denied level"),
        ("The zone counts 52 companies with sales of over 100 million yuan", "level threshold"),
        ("Eight billion-yuan projects were signed", "level"),
        ("38 projects by Fortune Global 500 companies", "level name"),
        ("The zone ranked sixth among the province's 48 zones", "rank base"),
        ("growth of 5 percent, 0.9 percentage points above the national average", "growth gap"),
        ("The rate rose by 3.6 percentage points to 41.2 percent", "growth level"),
        ("High-tech firms made up 68.4 percent of output", "level"),
        ("A 100-day campaign brought 12 firms", "name level"),
        ("Output doubled to 3 billion yuan", "growth level"),
        ("Investment climbed to 3.4 billion yuan from 2.9 billion yuan a year earlier", "level before"),
        ("The number of firms rose from 6 in 2020 to 12", "before level"),
        ("Company A will spend 200 million yuan over three years", "level name"),
    ],
)
def test_each_amount_has_its_role(text: str, expected: str) -> None:
    assert [one.role.value for one in statements(text)] == expected.split(), roles(text)


@pytest.mark.parametrize(
    ("text", "kind", "size", "unit"),
    [
        ("Exports rose 5 percent year on year", "change", "5", "percent"),
        ("Exports were down 5 percent from the previous month", "step", "-5", "percent"),
        ("Exports grew at an average annual rate of 7.1 percent", "average", "7.1", "percent"),
        ("Exports were 12 percent higher than in 2019", "other", "12", "percent"),
        ("Exports tripled from 2020", "other", "2", "times"),
        ("a fivefold increase in exports", "unsaid", "4", "times"),
        ("Exports were unchanged from a year earlier", "change", "0", "percent"),
        ("The share fell 2.5 percentage points", "unsaid", "-2.5", "points"),
        ("The visits were 2.5 times the 2019 level", "other", "1.5", "times"),
        ("Export growth slowed to 4.8 percent", "unsaid", "4.8", "percent"),
    ],
)
def test_growth_tells_its_size_and_what_it_compares_with(text: str, kind: str, size: str, unit: str) -> None:
    (growth,) = [one.growth for one in statements(text) if one.growth]
    assert (growth.kind.value, f"{growth.size:f}", growth.unit) == (kind, size, unit)


def test_growths_are_dealt_to_their_levels() -> None:
    text = "Output came to 6.2 billion and 2.9 billion yuan, up 11.2 percent and 15.6 percent respectively"
    assert [one.owner for one in statements(text)] == [None, None, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The zone added 13,600 jobs in 2024 and plans to add 14,000 more in 2025", "actual target"),
        ("Revenue is likely to top 800 million yuan", "forecast"),
        ("It had planned to invest 6 million yuan but spent 7 million yuan", "target actual"),
        ("Investment reached 11.2 billion yuan, beating the annual target by 2 percent", "actual actual"),
        ("14,000 jobs are to be created", "target"),
        (
            "Investment is expected to climb 9 percent this year after a 6.2 percent gain in 2024",
            "forecast actual",
        ),
    ],
)
def test_plans_are_told_from_facts(text: str, expected: str) -> None:
    assert [one.status for one in statements(text)] == expected.split()


def period(text: str, published: Published | None = PUBLISHED) -> Period:
    (one,) = find_english_periods(text, published)
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the first half of the year", "2025-40"),
        ("last year's third quarter", "2024-35"),
        ("Q1 2025", "2025-33"),
        ("January-September 2024", "2024-01/2024-09"),
        ("in the first ten months of last year", "2024-01/2024-10"),
        ("in September", "2024-09"),
        ("on Aug. 28, 2024", "2024-08-28"),
        ("from May 1 to 5", "2025-05-01/2025-05-05"),
        ("in fiscal 2024, which ended in March 2025", "2024-04/2025-03"),
        ("the year to March 31, 2025", "2024-04/2025-03"),
        ("the six months to June", "2025-40"),
        ("So far this year", "2025-01/2025-06"),
        ("over the past five years", "2020/2024"),
        ("the 14th Five-Year Plan period", "2021/2025"),
        ("between 2021 and 2025", "2021/2025"),
        ("by the end of June", "2025-06"),
        ("at the end of last year", "2024-12"),
        ("last month", "2025-06"),
        ("the year before last", "2023"),
    ],
)
def test_periods_are_named(text: str, expected: str) -> None:
    assert period(text).means(parse_date(expected))


@pytest.mark.parametrize(
    "text", ["it may reach", "2,024 firms", "in 2000 households", "a year", "from 105 to 33"]
)
def test_what_is_no_period_is_passed_over(text: str) -> None:
    assert not find_english_periods(text, PUBLISHED)


@pytest.mark.parametrize(
    "text", ["than a year earlier", "compared with 2019", "from the same period last year"]
)
def test_what_something_is_compared_with_is_a_base(text: str) -> None:
    assert period(f"up 5 percent {text}").is_base


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023 exports were 3 billion yuan, and in 2024 they were 4 billion yuan", ["2023", "2024"]),
        ("Exports rose 5 percent and imports fell 3 percent in 2024", ["2024", "2024"]),
        ("By the end of June, 46 projects had been signed this year", ["2025-40"]),
        ("Exports were 3 billion yuan in 2024, up 4 percent from 2019", ["2024", "2024"]),
        ("Company A, founded in 1998, employs 300 people", [""]),
    ],
)
def test_each_amount_has_its_time(text: str, expected: list[str]) -> None:
    found = [one.period for one in statements(text)]
    assert len(found) == len(expected)
    for one, date in zip(found, expected, strict=True):
        assert one is None if not date else one is not None and one.means(parse_date(date)), found


def test_relative_times_are_not_known_without_a_date() -> None:
    assert not find_english_periods("last year", None) and not find_english_periods(
        "last month", Published(2025)
    )


def test_blanks_are_single_and_lead_back() -> None:
    text = "  exports\n  rose\u00a05 percent "
    assert plain(text, "en") == "exports rose 5 percent"
    assert [text[at] for at in spread(text, "en")][:9] == [*list("exports"), " ", "r"]
    assert len(spread(text, "en")) == len(plain(text, "en"))


def test_the_language_is_told_by_the_letters() -> None:
    assert [language_of(text) for text in ("exports rose", "出口增长", "輸出が伸びた")] == ["en", "zh", "ja"]


@pytest.mark.parametrize("name", ["", "of the", "！？", "产值"])
def test_a_name_without_a_word_of_its_own_is_not_said(name: str) -> None:
    assert how_said(name, ["output"], [], goes_on=True).own == 0
