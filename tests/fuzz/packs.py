"""Packs that are wrong in ways that somebody might think of, thousands of them, each made from a number alone.

`python tests/fuzz/packs.py --count 100000 --seed 0` loads, checks, composes and searches each, and draws and exports
some. What ends in anything but the app's own errors, or takes long, is printed with its number; `--seed N --count 1`
does that one again, and `--keep FOLDER` leaves its files there.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from random import Random
from time import monotonic, process_time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF, QThreadPool
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.app import pinyin_table
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.columns import Column, ColumnError
from desktop.briefing.guard import hear
from desktop.briefing.panels import ITEM_TABLES
from desktop.briefing.records import RECORD_TYPES, Ref, table_columns
from desktop.charts.draw import cuts, draw, height_of
from desktop.charts.slide import draw_slide
from desktop.charts.theme import page_look, stage_look
from desktop.exhibits.answers import answer_slide
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck, show_names
from desktop.exhibits.doubts import doubts_of
from desktop.exhibits.find import SEARCHED, Finder
from desktop.exhibits.jobs import KINDS, Job
from desktop.exhibits.tables import table_of
from desktop.exporting import export
from desktop.pack.loader import load
from desktop.report import check_report, report_lines
from tests.fuzz import values
from tests.fuzz.archives import archive_of
from tests.packs import table as csv_table
from tests.stores import store_in

SLOW = 4.0
"""Seconds that no pack of some kilobytes may take."""
REPORTED_EVERY, SEARCHED_EVERY, DRAWN_EVERY, EXPORTED_EVERY, SHOWN_EVERY = 5, 8, 25, 120, 400
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-8", "utf-8")
JSON_TEXTS = (
    *(
        '"\\ud800"',
        '"\\u0000"',
        '"a\\nb"',
        '"\\u202e"',
        '"<b>x</b>"',
        '""',
        "1",
        "-1",
        "1.5",
        "1e999",
        "NaN",
        "null",
    ),
    *(
        "[]",
        "{}",
        "[" * 3000,
        "[" * 30 + "]" * 30,
        "9" * 5000,
        "true",
        '"2024"',
        '"9999-12-31%"',
        '"0001"',
        '"x"',
    ),
)


class Case:
    """The pack of one number."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.is_gentle = self.random.random() < 0.7
        """Whether most of its cells are such as their columns read, so that it loads."""

    def write(self, folder: Path) -> Path:
        """Write the pack into `folder`; returns where it is."""
        files = self._files()
        if self.random.random() < (0.15 if self.is_gentle else 0.5):
            path = folder / "pack.zonebrief"
            path.write_bytes(archive_of(self.random, files))
            return path
        pack = folder / "pack"
        pack.mkdir()
        for name, content in files.items():
            (pack / name).write_bytes(content)
        return pack

    def _files(self) -> dict[str, bytes]:
        random = self.random
        ids = {name: [f"{name[:2]}{n}" for n in range(random.randint(1, 4))] for name in RECORD_TYPES}
        ids["figures"] = [f"f{n}" for n in range(random.randint(1, 7))]
        optional = ("programmes", "panels", "shows") if self.is_gentle else tuple(RECORD_TYPES)
        wanted = [name for name in RECORD_TYPES if name not in optional or random.random() < 0.9]
        rows = {name: list(self._rows(name, ids)) for name in wanted}
        files = {f"{name}.csv": self._encoded(csv_table(of)) for name, of in rows.items() if of}
        files["datapackage.json"] = self._descriptor().encode()
        quotes = [row.get("quote", "") for name in rows for row in rows[name]]
        files["news.txt"] = self._encoded(
            "\n".join(random.sample(quotes, len(quotes))) + values.quote(random, 40)
        )
        return files

    def _encoded(self, text: str) -> bytes:
        random = self.random
        encoding = "utf-8" if self.is_gentle or random.random() < 0.7 else random.choice(ENCODINGS)
        content = (re.sub("[\0\r]", "", text) if self.is_gentle else text).encode(encoding, "replace")
        if not self.is_gentle and random.random() < 0.1:
            at = random.randrange(len(content) + 1)
            content = (
                content[:at]
                + bytes(random.randrange(256) for _ in range(random.randint(0, 5)))
                + content[at + random.randint(0, 3) :]
            )
        return content

    def _descriptor(self) -> str:
        random = self.random
        shared = {"name": "demo", "title": "示范区", "version": "1.0"}
        ours = {"period": "2024", "as_of": "2025-02", "title_en": "Zone"}
        text = json.dumps({**shared, "zonebrief": ours}, ensure_ascii=False)
        if random.random() < (0.05 if self.is_gentle else 0.3):
            key = random.choice((*shared, *ours))
            whole = {**shared, "zonebrief": ours}
            (whole if key in whole else ours)[key] = "@"
            text = json.dumps(whole, ensure_ascii=False).replace('"@"', random.choice(JSON_TEXTS))
        if random.random() < 0.05:
            resources = [
                {
                    "name": random.choice(list(RECORD_TYPES)),
                    "path": random.choice(("x.csv", "../a", "", "\x00", "figures.csv", 5, None)),
                }
            ]
            text = text[:-1] + ', "resources": ' + json.dumps(resources) + "}"
        return text

    def _rows(self, name: str, ids: Mapping[str, list[str]]) -> Iterator[dict[str, str]]:
        columns = [c for c in table_columns(name) if c.required or self.random.random() < 0.9]
        keyed = any(column.name == "id" for column in columns)
        for number in range(len(ids[name]) if keyed else self.random.randint(0, 6)):
            row = {column.name: self._cell(name, column, ids, number) for column in columns}
            if self.is_gentle:
                self._made_consistent(name, row, ids, number)
            yield row | self._twins(columns)

    def _twins(self, columns: Sequence[Column]) -> dict[str, str]:
        if self.random.random() < 0.8:
            return {}
        return {
            f"{c.name}_en": values.text(self.random)
            for c in columns
            if c.translated and self.random.random() < 0.4
        }

    def _cell(self, name: str, column: Column, ids: Mapping[str, list[str]], number: int) -> str:
        if column.name == "id":
            return ids[name][number]
        if column.name == "position" and self.is_gentle:
            return str(number)
        named = ids[column.refers] if column.refers else ids["figures"]
        if column.refers and self.is_gentle:
            return self.random.choice(named)
        for _ in range(6):
            text = values.cell(self.random, column, named)
            if not self.is_gentle or self._is_read(column, text.strip()):
                return text
        return column.choices[0] if column.choices else "1"

    @staticmethod
    def _is_read(column: Column, text: str) -> bool:
        if not _shown(text).strip() or len(text) > 9_000:
            return not text and not column.required
        try:
            column.read(text)
        except ColumnError:
            return False
        return True

    def _made_consistent(
        self, name: str, row: dict[str, str], ids: Mapping[str, list[str]], number: int
    ) -> None:
        """What the loader asks of records together, so that most packs come further than that."""
        random = self.random
        if name == "sources":
            row["path"] = random.choice(("news.txt", ""))
        elif name == "subjects":
            row["parent"] = random.choice(("", *ids[name][:number]))
        elif name == "shows":
            row["panel"] = random.choice(("cover", "sources"))
        elif name == "panels":
            if row["kind"] in ("ring", "bars", "columns", "structure") and random.random() < 0.7:
                row["kind"] = "cards"
            tables = ITEM_TABLES[row["kind"]]
            named = [one for of in tables for one in ids[of]]
            joints = " +" if row["kind"] == "cards" else " "
            row["items"] = "".join(
                random.choice(named) + random.choice(joints) for _ in range(random.randint(0, 9))
            )
            row["title"] = row.get("title", "").replace("{", "").replace("}", "") + random.choice(
                ("", "{f0}", "{f0.change}")
            )
        elif name == "figures":
            self._made_figure(row, ids[name][:number])

    def _made_figure(self, row: dict[str, str], before: list[str]) -> None:
        random = self.random
        if row.get("formula"):
            row["formula"] = values.formula(random, before, random.randint(0, 1)) if before else ""
        if random.random() < 0.7:
            row["unit"] = random.choice(("亿元", "万元", "元", "%", "", "亿", "个"))
        if row.get("formula"):
            row.update(value="", upper="", status="derived")
        elif row.get("status") == "derived":
            row["status"] = "actual"
        if not row.get("formula") and not row.get("value") and not row.get("change"):
            row["value"] = "1.66"
        if row.get("upper") and re.fullmatch(r"-?[0-9.]{1,20}", row.get("value", ""), re.ASCII):
            row["upper"] = f"{Decimal(row['value']) + random.choice((1, 1, 10, Decimal('0.01'))):f}"[:30]
        else:
            row["upper"] = ""
        if random.random() < 0.4:  # a quote that holds the figure
            row["quote"] = (
                values.quote(random, 3) + row.get("value", "") + row.get("unit", "") + values.quote(random, 3)
            )


def _shown(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066\ufeff\ufffe\uffff]", "", text)


# what is done with a pack


def examine(pack: Path, out: Path, number: int) -> bool:
    """Load the pack and, where it loads, do with it what the app does; whether it loaded."""

    loaded = load(pack)
    assert bool(loaded.briefing) != bool(loaded.faults), "a briefing or faults, never both"
    if number % REPORTED_EVERY == 0:
        report = check_report(pack)
        json.dumps(report, ensure_ascii=False).encode()
        assert not [line for line in report_lines(report) if len(line.splitlines()) > 1], "lines in a message"
    if loaded.briefing is None:
        return False
    _compose(loaded.briefing, number)
    if number % DRAWN_EVERY == 0:
        _draw(loaded.briefing)
    if number % EXPORTED_EVERY == 0:
        _export(loaded.briefing, pack, out, number // EXPORTED_EVERY)
    if number % SHOWN_EVERY == 0:
        _show(loaded.briefing, pack, out)
    return True


def _compose(briefing: Briefing, number: int) -> None:
    evidence = Evidence(briefing)
    composer = Composer(evidence, ("zh", "en", "ja")[number % 3])
    for page in composer.pages():
        for exhibit in page.exhibits:
            list(table_of(exhibit, evidence, composer.language))
    doubts_of(composer, compose_deck(composer, ratio=(16 / 9, 9 / 16, 3.7)[number // 3 % 3]))
    for show in show_names(composer)[:2]:
        compose_deck(composer, show)
    for table in SEARCHED:
        for row in range(len(briefing.tables.get(table, ()))):
            answer_slide(composer, Ref(table, row))
    if number % SEARCHED_EVERY == 0:
        finder = Finder(composer, pinyin_table)
        for typed in ("1", "外资", "shi", "2024", "%", "<b>"):
            finder.find(typed)


def _draw(briefing: Briefing) -> None:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        _draw_all(Composer(Evidence(briefing)), painter, QRectF(image.rect()))
    finally:
        painter.end()  # Qt takes the process down where it is not


def _draw_all(composer: Composer, painter: QPainter, rect: QRectF) -> None:
    for slide in compose_deck(composer).slides[:12]:
        draw_slide(painter, rect, slide, "1 / 2", stage_look, composer.evidence.of)
    for page in composer.pages():
        look = page_look(page.key, 1.0)
        for exhibit in page.exhibits:
            tall = height_of(exhibit, 500, look)
            cuts(exhibit, 500, look)
            draw(painter, QRectF(0, 0, 500, tall), exhibit, look, composer.evidence.of)


def _show(briefing: Briefing, pack: Path, out: Path) -> None:
    """In the window, page by page."""
    window = app.make_window(store_in(str(out / "settings.ini")))
    try:
        window.show_briefing(briefing, pack)
        window.complete()
        window.grab()
    finally:
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def _export(briefing: Briefing, pack: Path, out: Path, turn: int) -> None:

    for kind in (KINDS[turn % len(KINDS)],):
        choice = Choice("en" if turn % 2 and kind.spoken else "zh")
        job = Job(kind.key, choice, out / f"{turn}{kind.ending}", size=(640, 400))
        export(job, briefing, pack, lambda done, total: None)


# very many of them


class Failure(Exception):
    """What happened to the pack of a number."""

    def __init__(self, number: int, trace: str) -> None:
        super().__init__(f"pack {number}:\n{trace}")
        self.number, self.trace = number, trace


def run(numbers: Sequence[int], keep: Path | None = None) -> Iterator[Failure | bool]:
    """For each number what failed, or whether its pack loaded."""
    for number in numbers:
        with _folder(keep, number) as folder:
            began, caught = process_time(), list[str]()
            before = hear(lambda error, caught=caught: caught.append(_trace(error)))  # type: ignore[misc]
            try:
                loaded = examine(Case(number).write(folder), folder, number)
            except Exception as error:
                caught.append(_trace(error))
            finally:
                hear(before)
            if caught:
                yield Failure(number, "\n".join(caught))
                continue
            if process_time() - began > SLOW:
                yield Failure(number, f"it took {process_time() - began:.1f} s\n")
                continue
            yield loaded


def _trace(error: Exception) -> str:
    return "".join(traceback.format_exception(error))


@contextmanager
def _folder(keep: Path | None, number: int) -> Iterator[Path]:
    if keep is not None:
        folder = keep / str(number)
        folder.mkdir(parents=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="zonebrief-fuzz-") as made:
        yield Path(made)


def _main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Load, check, draw and export packs that mean harm.")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first pack")
    parser.add_argument("--keep", type=Path, help="a folder in which the packs are left")
    options = parser.parse_args(arguments)

    application = app.make_application(offscreen=True)
    failed, loaded, started = 0, 0, monotonic()
    for told in run(range(options.seed, options.seed + options.count), options.keep):
        if isinstance(told, Failure):
            failed += 1
            print(told, flush=True)
        else:
            loaded += told
    print(f"{options.count} packs, {loaded} loaded, {failed} failed, {monotonic() - started:.0f} s")
    del application
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
