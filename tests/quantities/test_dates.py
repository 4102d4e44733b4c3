"""Dates against the `edtf` library, wherever it can say something; where it cannot, or is wrong, by hand.

Where the library (5.0.2) and this module part, on purpose:
- padding: the library widens 2024-06~ by a year and a month, 2024-06-05~ by a year, a month and a day. Here a
  date is widened by one unit of its own precision: the oracle is asked with the coarser paddings at nothing;
- winter (24): the library keeps it within December "for simplicity"; here it lasts until the end of February;
- qualified seasons, quarters and halves (2024-33~) and intervals of quarters or halves are legal, but the
  library does not parse them, or raises AttributeError: their ends are compared singly and without qualifier;
- 2023-02-29 and intervals that end before they start are wrong, but the library accepts them;
- an unknown end (/2025-02) is ten years off for the library; here it is None, as nobody knows;
- the library leaves the years 1 to 9999, which `datetime.date` cannot; here the fuzzy ends stop there;
- % is neither approximate nor uncertain for the library, but a third thing; here it is both.
"""

from collections.abc import Callable, Sequence
from datetime import date

import edtf
import pytest
from edtf import appsettings
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from desktop.quantities.dates import DateError, EdtfDate, parse_date, period_between, short_date, word_date

thorough = settings(deadline=None, max_examples=200)
with_library = settings(deadline=None, max_examples=60)  # it takes some 10 ms for a date

years = st.one_of(st.integers(1990, 2040), st.integers(1, 9999), st.sampled_from([1, 9999])).map(
    "{:04}".format
)
days = st.dates().map(date.isoformat)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
groups = st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
marks = st.sampled_from(["", "~", "?", "%"])
plain = st.one_of(years, months, days)
singles = st.one_of(st.builds(str.__add__, plain, marks), st.builds(str.__add__, groups, marks))
gaps = st.sampled_from(["", ".."])
intervals = st.one_of(
    st.tuples(singles, singles).filter(lambda pair: pair[0][:4] < pair[1][:4]).map("/".join),
    st.builds("{}/{}".format, singles, gaps),
    st.builds("{}/{}".format, gaps, singles),
)
texts = st.one_of(singles, intervals)


def _clamped(moment: Sequence[int]) -> date:
    year, month, day = moment[:3]
    return date.min if year < 1 else date.max if year > 9999 else date(year, month, day)


def _first(text: str) -> date:
    return _clamped(edtf.parse_edtf(text.rstrip("~?%")).lower_strict())


def _last(text: str) -> date:
    bare = text.rstrip("~?%")
    if bare[4:] == "-24":  # the library's winter is December alone: ask for the February after it
        if bare.startswith("9999"):
            return date.max
        bare = f"{int(bare[:4]) + 1:04}-02"
    return _clamped(edtf.parse_edtf(bare).upper_strict())


def _library_fuzzy(text: str, precision: str) -> tuple[date, date]:
    """The library's fuzzy ends of a year, month or day, its coarser paddings set to nothing."""
    coarser = {"year": [], "month": ["YEAR"], "day": ["YEAR", "MONTH"]}[precision]
    with pytest.MonkeyPatch.context() as patch:
        for unit in coarser:
            patch.setattr(appsettings, f"PADDING_{unit}_PRECISION", appsettings.PADDING_DAY_PRECISION * 0)
        found = edtf.parse_edtf(text)
        return _clamped(found.lower_fuzzy()), _clamped(found.upper_fuzzy())


@with_library
@given(singles)
@example("0001-24")
@example("9999-24~")
def test_a_date_spans_the_days_that_the_library_gives_it(text: str) -> None:
    found = parse_date(text)
    assert (found.earliest, found.latest) == (_first(text), _last(text))


@with_library
@given(plain, marks)
@example("0001", "%")
@example("9999-12-31", "~")
@example("2024-03-31", "%")
@example("2024-02", "~")
def test_a_qualifier_widens_a_date_as_the_library_pads_its_own_precision(bare: str, mark: str) -> None:
    found = parse_date(bare + mark)
    expected = _library_fuzzy(bare + mark, found.precision)
    assert (found.earliest_fuzzy, found.latest_fuzzy) == expected


@with_library
@given(intervals)
@example("2024-06~/2024")
@example("2024-36/2024-24?")
def test_an_interval_reaches_from_its_first_date_to_its_second(text: str) -> None:
    start, end = text.split("/")
    found = parse_date(text)
    assert found.precision == "interval"
    assert found.earliest == (None if start in ("", "..") else _first(start))
    assert found.latest == (None if end in ("", "..") else _last(end))
    assert found.earliest_fuzzy == (None if start in ("", "..") else parse_date(start).earliest_fuzzy)
    assert found.latest_fuzzy == (None if end in ("", "..") else parse_date(end).latest_fuzzy)


@with_library
@given(plain, plain)
@example("2024-06-15", "2024")
def test_a_plain_interval_is_the_librarys_unless_it_ends_before_it_starts(start: str, end: str) -> None:
    text = f"{start}/{end}"
    if _first(start) > _last(end):
        with pytest.raises(DateError):
            parse_date(text)
        return
    found, expected = parse_date(text), edtf.parse_edtf(text)
    assert found.earliest == _clamped(expected.lower_strict())
    assert found.latest == _clamped(expected.upper_strict())


@thorough
@given(texts)
def test_qualifiers_are_told_and_only_a_plain_single_date_is_exact(text: str) -> None:
    found = parse_date(text)
    assert found.text == text
    assert found.approximate == ("~" in text or "%" in text)
    assert found.uncertain == ("?" in text or "%" in text)
    assert found.is_exact == (not set(text) & set("/~?%"))


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "fuzzy_first", "fuzzy_last"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"),
        ("2024~", "year", "2024-01-01", "2024-12-31", "2023-01-01", "2025-12-31"),
        ("2024-12~", "month", "2024-12-01", "2024-12-31", "2024-11-01", "2025-01-31"),
        ("2024-12%", "month", "2024-12-01", "2024-12-31", "2024-10-01", "2025-02-28"),
        ("2024-02-29?", "day", "2024-02-29", "2024-02-29", "2024-02-28", "2024-03-01"),
        ("2024-21~", "season", "2024-03-01", "2024-05-31", "2023-12-01", "2024-08-31"),
        ("2023-24", "season", "2023-12-01", "2024-02-29", "2023-12-01", "2024-02-29"),
        ("2024-33?", "quarter", "2024-01-01", "2024-03-31", "2023-10-01", "2024-06-30"),
        ("2024-36", "quarter", "2024-10-01", "2024-12-31", "2024-10-01", "2024-12-31"),
        ("2024-40%", "half", "2024-01-01", "2024-06-30", "2023-01-01", "2025-06-30"),
        ("2024-41~", "half", "2024-07-01", "2024-12-31", "2024-01-01", "2025-06-30"),
        ("2024-33~/2024-41", "interval", "2024-01-01", "2024-12-31", "2023-10-01", "2024-12-31"),
        ("2024-06/2025-02~", "interval", "2024-06-01", "2025-02-28", "2024-06-01", "2025-03-28"),
        ("0001-01-01~", "day", "0001-01-01", "0001-01-01", "0001-01-01", "0001-01-02"),
        ("9999-41~", "half", "9999-07-01", "9999-12-31", "9999-01-01", "9999-12-31"),
    ],
)
def test_ends_by_hand(
    text: str, precision: str, first: str, last: str, fuzzy_first: str, fuzzy_last: str
) -> None:
    found = parse_date(text)
    assert found.precision == precision
    ends = (found.earliest, found.latest, found.earliest_fuzzy, found.latest_fuzzy)
    assert ends == tuple(map(date.fromisoformat, (first, last, fuzzy_first, fuzzy_last)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("", "2024-06-05"),
        (" 2024", "2024-06"),
        ("2024-06\n", "2024-06"),
        ("２０２４", "2024"),
        ("٢٠٢٤", "2024"),
        ("2024年6月", "2024-06"),
        ("2024-6", "2024-06"),
        ("2024/6/5", "2024-06-05"),
        ("2024.06", "2024-06"),
        ("20240605", "2024-06-05"),
        ("24-06", "2024-06"),
        ("-2024", "2024"),
        ("2024~~", "2024-12~"),
        ("~2024", "2024-12~"),
        ("2024?-06", "2024-06"),
        ("202X", "2024"),
        ("Y20240", "2024"),
        ("..", "2024-06/2024-08"),
        ("2024..2025", "2024-06/2024-08"),
        ("2024/2025/2026", "2024-06/2024-08"),
        ("2024-06-05T08:00:00", "2024-06-05"),
        ("0000", "0001 to 9999"),
        ("2024-00", "01–12"),
        ("2024-13", "01–12"),
        ("2024-25", "21–24"),
        ("2024-37", "33–36"),
        ("2024-21-05", "01–12"),
        ("2024-06-00", "01 to 30"),
        ("2024-06-31", "01 to 30"),
        ("2023-02-29", "01 to 28"),
        ("1900-02-29/1901", "01 to 28"),
        ("2025/2024", "earlier date first"),
        ("2024-06-15/2024-06-14", "earlier date first"),
        ("/", "../2025-02"),
        ("../", "../2025-02"),
        ("../..", "../2025-02"),
    ],
)
def test_a_wrong_text_is_refused_with_what_would_be_right(text: str, right: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert f"“{text}”" in str(refusal.value)
    assert right in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["2024" * 11, "2024-06/" * 100_000, "/" * 1_000_000, "{date}" * 1_000, "\0" * 41]
)
def test_long_text_is_refused_and_quoted_in_part(text: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert text[:40] in str(refusal.value)
    assert len(str(refusal.value)) < 120


@with_library
@given(st.one_of(st.text(max_size=60), st.text("0123456789-~?%/.X ", max_size=24)))
@example("{}")
@example("{0.__class__}")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        found = parse_date(text)
    except DateError:
        return
    assert found.text == text
    assert all(edtf.parse_edtf(part.rstrip("~?%")) for part in text.split("/") if part not in ("", ".."))


@thorough
@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_days_are_those_of_the_calendar(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        expected = date(year, month, day)
    except ValueError:
        with pytest.raises(DateError):
            parse_date(text)
    else:
        assert parse_date(text).earliest == parse_date(text).latest == expected


@pytest.mark.parametrize(
    ("text", "zh", "en", "ja"),
    [
        ("2024", "2024 年", "2024", "2024年"),
        ("2024-06", "2024 年 6 月", "June 2024", "2024年6月"),
        ("2024-10-05", "2024 年 10 月 5 日", "5 October 2024", "2024年10月5日"),
        ("2024-21", "2024 年春季", "spring 2024", "2024年春"),
        ("2024-22", "2024 年夏季", "summer 2024", "2024年夏"),
        ("2024-23", "2024 年秋季", "autumn 2024", "2024年秋"),
        ("2024-24", "2024 年冬季", "winter 2024", "2024年冬"),
        ("2024-33", "2024 年第一季度", "Q1 2024", "2024年第1四半期"),
        ("2024-34", "2024 年第二季度", "Q2 2024", "2024年第2四半期"),
        ("2024-35", "2024 年第三季度", "Q3 2024", "2024年第3四半期"),
        ("2024-36", "2024 年第四季度", "Q4 2024", "2024年第4四半期"),
        ("2024-40", "2024 年上半年", "H1 2024", "2024年上半期"),
        ("2024-41", "2024 年下半年", "H2 2024", "2024年下半期"),
        ("2024~", "2024 年前后", "around 2024", "2024年頃"),
        ("2024-06~", "2024 年 6 月前后", "around June 2024", "2024年6月頃"),
        ("2024-12~", "2024 年底前后", "around the end of 2024", "2024年末頃"),
        ("2024-12%", "2024 年底前后（存疑）", "around the end of 2024 (uncertain)", "2024年末頃（未確認）"),
        ("2024-12", "2024 年 12 月", "December 2024", "2024年12月"),
        ("2024-12?", "2024 年 12 月（存疑）", "December 2024 (uncertain)", "2024年12月（未確認）"),
        ("2024-12-31~", "2024 年 12 月 31 日前后", "around 31 December 2024", "2024年12月31日頃"),
        ("2024-06?", "2024 年 6 月（存疑）", "June 2024 (uncertain)", "2024年6月（未確認）"),
        ("2024-06%", "2024 年 6 月前后（存疑）", "around June 2024 (uncertain)", "2024年6月頃（未確認）"),
        ("2024-35~", "2024 年第三季度前后", "around Q3 2024", "2024年第3四半期頃"),
        ("2024/2026", "2024 年至 2026 年", "2024 to 2026", "2024年から2026年まで"),
        (
            "2024-06/2025-02",
            "2024 年 6 月至 2025 年 2 月",
            "June 2024 to February 2025",
            "2024年6月から2025年2月まで",
        ),
        (
            "2024-06~/2024-12~",
            "2024 年 6 月前后至 2024 年底前后",
            "around June 2024 to around the end of 2024",
            "2024年6月頃から2024年末頃まで",
        ),
        ("../2025-02", "不晚于 2025 年 2 月", "by February 2025", "遅くとも2025年2月"),
        ("2025-02/..", "2025 年 2 月起", "from February 2025", "2025年2月から"),
        (
            "/2025-02",
            "起始时间不详，至 2025 年 2 月止",
            "start unknown, until February 2025",
            "開始時期不明、2025年2月まで",
        ),
        (
            "2025-02/",
            "2025 年 2 月起，结束时间不详",
            "from February 2025, end unknown",
            "2025年2月から、終了時期不明",
        ),
        ("0800-06", "800 年 6 月", "June 800", "800年6月"),
    ],
)
def test_wording(text: str, zh: str, en: str, ja: str) -> None:
    found = parse_date(text)
    assert word_date(found) == zh
    assert [word_date(found, language) for language in ("zh", "en", "ja")] == [zh, en, ja]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024", "2024"),
        ("2024~", "2024"),
        ("2024-06", "2024-06"),
        ("2024-12~", "2024-12"),
        ("2024-06-05%", "2024-06-05"),
        ("2024-21", "2024-03–05"),
        ("2024-24?", "2024-12–02"),
        ("2024-33", "2024 Q1"),
        ("2024-36~", "2024 Q4"),
        ("2024-40", "2024 H1"),
        ("2024-41", "2024 H2"),
        ("2024-06~/2025-02", "2024-06 – 2025-02"),
        ("../2025-02", "… – 2025-02"),
        ("2025-02/..", "2025-02 – …"),
        ("/2025-02", "? – 2025-02"),
        ("2025-02/", "2025-02 – ?"),
        ("0800-35", "0800 Q3"),
    ],
)
def test_short_label(text: str, label: str) -> None:
    assert short_date(parse_date(text)) == label


@thorough
@given(st.lists(singles, min_size=2, max_size=2, unique=True), st.sampled_from([short_date, word_date]))
def test_different_dates_read_differently(pair: list[str], words: Callable[[EdtfDate], str]) -> None:
    """A label leaves the qualifiers out; words leave nothing out."""
    one, other = pair
    assume(words is word_date or one.rstrip("~?%") != other.rstrip("~?%"))
    assert words(parse_date(one)) != words(parse_date(other))


def test_dates_sort_by_their_first_day_then_their_last_and_open_ends_lie_outermost() -> None:
    texts = ["../2024-05", "/2025", "2024-01-01", "2024-01", "2024", "2024-01/..", "2024-06~", "2024-07-02"]
    keys = [parse_date(text).sort_key for text in texts]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-06", "2024-08", (2, 2)),
        ("2024-08", "2024-06", (-2, -2)),
        ("2024-06", "2024-06", (0, 0)),
        ("2024-12", "2025-02", (2, 2)),
        ("2024-06~", "2024-08", (1, 3)),
        ("2024-06", "2024-12~", (5, 7)),
        ("2024-06%", "2024-08?", (-1, 5)),
        ("2024", "2025", (1, 23)),
        ("2024", "2024-06", (-6, 5)),
        ("2024-33", "2024-34", (1, 5)),
        ("2024-06/2024-07", "2024-10", (3, 4)),
        ("2024-06-15", "2024-08-15", (2, 2)),
        ("2024-06-15", "2024-08-14", (1, 1)),
        ("2024-08-14", "2024-06-15", (-1, -1)),
        ("2024-06-30", "2024-07-01", (0, 0)),
        ("2024-01-31", "2024-02-29", (1, 1)),
        ("2024-06-15", "2024-08", (1, 2)),
        ("2024-06", "2024-08-15", (1, 2)),
        ("2024-06-15~", "2024-08-15", (1, 2)),
        ("2024-06-01/2024-06-15", "2024-08", (1, 2)),
    ],
)
def test_months_between(a: str, b: str, expected: tuple[int, int]) -> None:
    assert period_between(parse_date(a), parse_date(b)) == expected


@pytest.mark.parametrize("text", ["../2025-02", "/2025-02", "2025-02/..", "2025-02/"])
def test_no_months_to_or_from_an_open_end(text: str) -> None:
    assert period_between(parse_date(text), parse_date("2026")) is None
    assert period_between(parse_date("2026"), parse_date(text)) is None


@thorough
@given(singles, singles)
def test_months_back_are_months_there_and_the_smallest_comes_first(a: str, b: str) -> None:
    there, back = period_between(parse_date(a), parse_date(b)), period_between(parse_date(b), parse_date(a))
    assert there is not None
    assert there[0] <= there[1]
    assert back == (-there[1], -there[0])
