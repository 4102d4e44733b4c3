"""The command line. Exit status: 0 fine, 1 findings or faults, 2 wrong use.

Only what a command needs is imported, so that the window is up quickly.
"""

import os
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
    try:
        status = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
        _end_what_hangs(status)
        return status
    except BrokenPipeError:  # who was reading has read enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is flushed at the end
        return FINDINGS
    except ImportError as error:
        from desktop import damage

        return damage.report(error, given)


def _end_what_hangs(status: int) -> None:
    """Where work hangs, on a dead share say, end here and now: Qt and Python might wait for it."""
    tasks = sys.modules.get("desktop.window.tasks")
    if tasks is not None and tasks.is_hanging():
        os._exit(status)


def _run(given: list[str]) -> int:
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

    from desktop.stage.kiosk import LEAST_SECONDS, MOST_SECONDS

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise ArgumentTypeError(f"{text}: seconds, from {LEAST_SECONDS:g} to {MOST_SECONDS:g}")
    return seconds


def _pin(text: str) -> str:
    from argparse import ArgumentTypeError

    from desktop.stage.kiosk import LEAST_PIN, MOST_PIN, is_pin

    if not is_pin(text):
        raise ArgumentTypeError(f"a PIN has {LEAST_PIN} to {MOST_PIN} digits")
    return text


def _can_show() -> bool:
    """Whether there is a screen; says so where there is none."""
    from desktop.display import has_screen

    if _offscreen() or has_screen():
        return True
    from desktop import app
    from desktop.quantities.language import tr

    app.speak()
    print(
        tr("There is no screen to show a window on; check, export and self-test work without one."),
        file=sys.stderr,
    )
    return False


def _offscreen() -> bool:
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
    check.add_argument("--strict", action="store_true", help="notices count: with any, the exit status is 1")
    _add_export(commands.add_parser("export", help="write a pack as a file; the ending of its name chooses"))
    test = commands.add_parser(
        "self-test", help="show every page, draw every exhibit, report times and warnings"
    )
    test.add_argument("pack", type=Path, nargs="?")
    test.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(given)
    if options.command == "present":
        return _present(stage, options)
    if options.command == "check":
        return _check(options.pack, options.json, options.strict)
    if options.command == "export":
        from desktop.export_command import run

        return run(options)
    if options.command == "self-test":
        return _self_test(options.pack, options.json)
    parser.print_usage(sys.stderr)
    return WRONG_USE


def _add_export(export: "ArgumentParser") -> None:
    from desktop.exhibits.jobs import KINDS

    endings = " ".join(dict.fromkeys(kind.ending for kind in KINDS))
    export.add_argument("pack", type=Path)
    export.add_argument(
        "out",
        type=Path,
        metavar="OUT",
        help=f"a name that ends in one of {endings}; .png is a folder of pictures",
    )
    export.add_argument("--show", default="", metavar="NAME", help="a show that the pack holds")
    export.add_argument("--pages", metavar="a,b", help="of industry, investment, livelihood; else all")
    export.add_argument("--handout", action="store_true", help="a .pdf on A4 paper instead of slides")
    export.add_argument("--scripts", action="store_true", help="a handout with what is said")
    export.add_argument("--size", metavar="WxH", help="width x height of each picture (1920x1080)")
    export.add_argument("--language", choices=("zh", "en"), default="zh", help="zh unless en is asked for")


def _version() -> str:
    from desktop.version import version

    return f"zonebrief {version()}" if version() else "zonebrief, from a checkout"


def _check(pack: Path, as_json: bool, strict: bool) -> int:
    from desktop import app
    from desktop.report import check_report, report_lines

    app.speak()
    report = check_report(pack)
    _print_json(report) if as_json else print("\n".join(report_lines(report)))
    return FINDINGS if report["faults"] or (strict and report["notices"]) else FINE


def _self_test(pack: Path | None, as_json: bool) -> int:
    from desktop import app
    from desktop.report import self_test_lines

    report = app.self_test(pack)
    _print_json(report) if as_json else print("\n".join(self_test_lines(report)))
    return FINE if report["ok"] else FINDINGS
