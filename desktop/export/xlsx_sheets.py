"""What the sheets of the workbook share: formats, safe names, and a grid that knows how wide its columns are."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop.charts.theme import CHART_ROW, LIGHT, SHEET_LEAST_WIDTH, SHEET_MOST_WIDTH, SHEET_TITLE_TYPE
from desktop.exhibits.compose import Composer
from desktop.export.words import clean, text_width

MOST_NAME = 31
MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; one with more is written as text, since it would be altered."""
MOST_LINES = 20
"""A spreadsheet's rows grow no higher than this by far."""
MEASURED = 1000
"""Rows, spread over a table, that tell how wide its columns are; longer text goes on in further lines."""
Cell = str | Decimal | int | bool | None
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


class Book:
    """The workbook in the making, with its formats."""

    def __init__(self, workbook: Workbook, composer: Composer) -> None:
        self.workbook = workbook
        self.composer = composer
        top = {"valign": "top"}
        self.title = workbook.add_format(
            {"bold": True, "font_size": SHEET_TITLE_TYPE, "font_color": LIGHT.ink}
        )
        self.name = workbook.add_format({**top, "font_color": LIGHT.ink_soft})
        self.flag = workbook.add_format({**top, "align": "left"})
        self.text = workbook.add_format({**top, "text_wrap": True, "num_format": "@"})
        self.head = workbook.add_format(
            {
                "bold": True,
                "font_color": LIGHT.ink,
                "bg_color": LIGHT.ground,
                "bottom": 1,
                "border_color": LIGHT.faint,
                "valign": "vcenter",
            }
        )
        self._numbers: dict[int, Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """A new sheet; its name is made fit for one."""
        fit = _NOT_IN_NAMES.sub(" ", name).strip("'")[:MOST_NAME]
        return self.workbook.add_worksheet(fit)

    def long_sheet(self, name: str) -> Worksheet:
        """A sheet that keeps one row in memory at a time, so its rows have to come in their order."""
        self.workbook.constant_memory = True
        try:
            return self.sheet(name)
        finally:
            self.workbook.constant_memory = False

    def number(self, value: Decimal) -> Format:
        """The format that shows as many decimals as the source writes."""
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        if decimals not in self._numbers:
            pattern = "0." + "0" * decimals if decimals else "0"
            self._numbers[decimals] = self.workbook.add_format({"valign": "top", "num_format": pattern})
        return self._numbers[decimals]

    def close(self) -> None:
        """Write the file."""
        self.workbook.close()

    def release(self) -> None:
        """Let go of the temporary files of the long sheets, whether or not the workbook was written."""
        for sheet in self.workbook.worksheets():
            if sheet.constant_memory:
                sheet.row_data_fh.close()


class Grid:
    """A sheet with a header and rows of typed cells; remembers how wide each column's content is."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self._widths: dict[int, int] = {}
        self._is_measured = False
        self._long: dict[int, list[tuple[int, int]]] = {}

    def header(self, titles: Sequence[str], row: int = 0) -> None:
        for column, title in enumerate(titles):
            self.sheet.write_string(row, column, title, self.book.head)
            self._widen(column, title, 4)  # the sign of the filter

    def table(
        self,
        titles: Sequence[str],
        count: int,
        row: Callable[[int], Sequence[Cell]],
        step: Callable[[], None] = lambda: None,
    ) -> None:
        """A header that stays in sight and filters the `count` rows below it, at least one; `row` gives the cells of
        one, counted from 0. `step` is called after each."""
        self.header(titles)
        for number in {*range(0, count, max(1, count // MEASURED)), count - 1}:
            for column, value in enumerate(row(number)):
                if value is not None:
                    self._widen(column, clean(str(value)))
        self.widths()
        self._is_measured = True
        for number in range(count):
            for column, value in enumerate(row(number)):
                self._put(number + 1, column, value)
            self.height(number + 1)
            step()
        self._finish(count)

    def _put(self, row: int, column: int, value: Cell) -> None:
        if isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, self.book.flag)
        elif isinstance(value, str):
            self.string(row, column, value)
        elif value is not None:
            self.number(row, column, value)

    def string(self, row: int, column: int, text: str) -> None:
        """A text, never a formula or a link, whatever it begins with."""
        text = clean(text)
        if text:
            self.sheet.write_string(row, column, text, self.book.text)
            width = self._widen(column, text)
            if width > SHEET_LEAST_WIDTH:
                self._long.setdefault(row, []).append((column, width))

    def number(self, row: int, column: int, value: Decimal | int) -> None:
        exact = Decimal(value)
        if len(exact.as_tuple().digits) > MOST_DIGITS:
            self.string(row, column, f"{value:f}")
            return
        self.sheet.write_number(row, column, float(exact), self.book.number(exact))
        self._widen(column, f"{value}")

    def length(self, row: int, column: int, value: Decimal) -> None:
        """The number that a bar's length is drawn from; one that is converted may have no end."""
        if len(value.as_tuple().digits) > MOST_DIGITS:
            self.sheet.write_number(row, column, float(value))
        else:
            self.number(row, column, value)

    def _widen(self, column: int, text: str, more: int = 2) -> int:
        width = text_width(text) + more
        if not self._is_measured:
            self._widths[column] = max(self._widths.get(column, 0), width)
        return width

    def _width(self, column: int) -> int:
        return min(SHEET_MOST_WIDTH, max(SHEET_LEAST_WIDTH, self._widths[column]))

    def widths(self) -> None:
        """As wide as the content, within reason; longer text goes on in further lines."""
        for column in self._widths:
            self.sheet.set_column(column, column, self._width(column))

    def pixels(self) -> int:
        """How wide all columns are together."""
        return sum(self._width(column) * 7 + 5 for column in self._widths)

    def height(self, row: int) -> int:
        """Make a row as high as its longest text needs; not every program does so by itself. Returns its pixels."""
        lines = (-(-width // self._width(column)) for column, width in self._long.pop(row, ()))
        pixels = min(MOST_LINES, max(lines, default=1)) * CHART_ROW
        if pixels > CHART_ROW:
            self.sheet.set_row_pixels(row, pixels)
        return pixels

    def _finish(self, rows: int) -> None:
        self.sheet.freeze_panes(1, 1)
        self.sheet.autofilter(0, 0, rows, max(self._widths))
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
