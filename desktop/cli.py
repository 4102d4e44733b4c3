"""The command line. Exit status: 0 fine, 1 findings or faults, 2 wrong use.

Only what a command needs is imported, so that the window is up quickly.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.stage.walls import Wall

COMMANDS = ("present", "check", "export", "self-test")
FINE, FINDINGS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    _speak_plainly()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in COMMANDS:
        return _command(given)
    if given and given[0].startswith("-"):
        return _command(given)
    return _window(given)


def _speak_plainly() -> None:
    """Write a "?" for what the terminal's encoding does not have (✓ in GBK, Chinese in cp1252) instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _print_json(report: object) -> None:
    """For other programs: always UTF-8."""
    import json

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(report, ensure_ascii=False))


def _window(given: list[str]) -> int:
    if len(given) > 1:
        return _wrong("zonebrief [PACK]")
    from desktop.window.garbage import unswept

    with unswept():
        from desktop import app

    return app.run(Path(given[0]) if given else None) if _can_show() else FINDINGS


def _present(parser: "ArgumentParser", options: "Namespace") -> int:
    if options.kiosk and options.rehearse:
        parser.error("--kiosk and --rehearse are two different things")
    if not options.kiosk and (options.pin or options.seconds):
        parser.error("--seconds and --pin go with --kiosk")
    if not _can_show():
        return FINDINGS
    from desktop import present
    from desktop.showing import Wish

    return present.run(Wish(**{name: getattr(options, name) for name in Wish._fields}))


def _wall(text: str) -> "Wall":
    from argparse import ArgumentTypeError

    from desktop.stage.walls import LARGEST, SMALLEST, parse_wall

    try:
        return parse_wall(text)
    except ValueError:
        usage = f"{text}: width x height, such as 6656x1792, from {SMALLEST} to {LARGEST} each"
        raise ArgumentTypeError(usage) from None


def _seconds(text: str) -> float:
    from argparse import ArgumentTypeError

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 3600:
        raise ArgumentTypeError(f"{text}: seconds, from 1 to 3600")
    return seconds


def _pin(text: str) -> str:
    from argparse import ArgumentTypeError

    from desktop.stage.kiosk import LEAST_PIN, MOST_PIN, is_pin

    if not is_pin(text):
        raise ArgumentTypeError(f"a PIN has {LEAST_PIN} to {MOST_PIN} digits")
    return text


def _can_show() -> bool:
    """Whether there is a screen; says so where there is none."""
    from desktop import app

    if app.has_screen() or _offscreen():
        return True
    from desktop.briefing.language import tr

    app.speak()
    print(
        tr("There is no screen to show a window on; check, export and self-test work without one."),
        file=sys.stderr,
    )
    return False


def _offscreen() -> bool:
    import os

    return os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal", "vnc")


def _wrong(usage: str) -> int:
    print(f"usage: {usage}", file=sys.stderr)
    return WRONG_USE


def _command(given: list[str]) -> int:
    import argparse

    parser = argparse.ArgumentParser(
        prog="zonebrief", description="Brief an economic development zone, every figure with its source."
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", metavar="PACK | present | check | export | self-test")
    stage = commands.add_parser("present", help="straight to the stage")
    stage.add_argument("pack", type=Path, nargs="?")
    stage.add_argument("--show", default="", metavar="NAME", help="a show that the pack holds")
    stage.add_argument("--rehearse", action="store_true", help="stage and console as two ordinary windows")
    stage.add_argument(
        "--wall",
        type=_wall,
        metavar="WxH",
        help="for a wall of that many pixels, made smaller on a smaller screen",
    )
    stage.add_argument(
        "--kiosk", action="store_true", help="for an exhibition hall: loops, and visitors may turn pages"
    )
    stage.add_argument(
        "--seconds",
        type=_seconds,
        metavar="N",
        help="with --kiosk: for each slide (its planned time, else 15)",
    )
    stage.add_argument("--pin", type=_pin, help="with --kiosk: digits that are asked for to leave")
    check = commands.add_parser("check", help="load a pack, check every citation, print the findings")
    check.add_argument("pack", type=Path)
    check.add_argument("--json", action="store_true", help="print one JSON object")
    export = commands.add_parser(
        "export", help="write a pack as a file for an office, as one file, or its pages as pictures"
    )
    export.add_argument("pack", type=Path)
    export.add_argument(
        "out",
        type=Path,
        metavar="OUT",
        help="its ending chooses: .pptx, .xlsx, .docx, .zonebrief, or .png (a folder of pictures)",
    )
    export.add_argument("--size", default="1920x1080", help="width x height of each picture (1920x1080)")
    test = commands.add_parser(
        "self-test", help="show every page, draw every exhibit, report times and warnings"
    )
    test.add_argument("pack", type=Path, nargs="?")
    test.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(given)
    if options.command == "present":
        return _present(stage, options)
    if options.command == "check":
        return _check(options.pack, options.json)
    if options.command == "export":
        return _export(options.pack, options.out, options.size)
    if options.command == "self-test":
        return _self_test(options.pack, options.json)
    parser.print_usage(sys.stderr)
    return WRONG_USE


def _version() -> str:
    from desktop.version import version

    return f"zonebrief {version()}" if version() else "zonebrief, from a checkout"


def _check(pack: Path, as_json: bool) -> int:
    from desktop import app
    from desktop.report import check_report, report_lines

    app.speak()
    report = check_report(pack)
    _print_json(report) if as_json else print("\n".join(report_lines(report)))
    return FINDINGS if report["faults"] else FINE


def _export_archive(pack: Path, out: Path) -> int:

    from desktop import app
    from desktop.pack.files import PackError
    from desktop.pack.loader import load
    from desktop.pack.writer import write_archive
    from desktop.report import fault_line

    app.speak()
    loaded = load(pack)
    for fault in loaded.faults:
        print(fault_line(fault._asdict()), file=sys.stderr)
    if loaded.briefing is None:
        return FINDINGS
    try:
        write_archive(pack, out)
    except PackError as error:
        print(error, file=sys.stderr)
        return FINDINGS
    print(out)
    return FINE


def _export(pack: Path, out: Path, size: str) -> int:
    if out.suffix.lower() == ".zonebrief":
        return _export_archive(pack, out)
    width, _, height = size.partition("x")
    if not (
        width.isdigit() and height.isdigit() and 320 <= int(width) <= 16384 and 200 <= int(height) <= 16384
    ):
        return _wrong("zonebrief export PACK OUT.png [--size 1920x1080], from 320x200 to 16384x16384")
    from desktop import app

    if out.suffix.lower() not in (".png", *app.WRITERS):
        endings = ", ".join((".png (a folder of pictures)", ".zonebrief", *app.WRITERS))
        return _wrong(f"zonebrief export PACK OUT: the name has to end in one of {endings}")
    from PySide6.QtCore import QSize

    from desktop.report import fault_line

    try:
        if out.suffix.lower() in app.WRITERS:
            loaded = app.export_file(pack, out)
            written = [] if loaded.faults else [out]
        else:
            application = app.make_application(offscreen=True)
            written, loaded = app.export_pictures(pack, out, QSize(int(width), int(height)))
            del application
    except OSError as error:
        print(f"{out}: {error.strerror}", file=sys.stderr)
        return FINDINGS
    for path in written:
        print(path)
    for fault in loaded.faults:
        print(fault_line(fault._asdict()), file=sys.stderr)
    return FINDINGS if loaded.faults else FINE


def _self_test(pack: Path | None, as_json: bool) -> int:
    from desktop import app
    from desktop.report import self_test_lines

    report = app.self_test(pack)
    _print_json(report) if as_json else print("\n".join(self_test_lines(report)))
    return FINE if report["ok"] else FINDINGS
