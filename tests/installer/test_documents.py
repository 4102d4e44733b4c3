"""The man page and the completions of bash know the whole command line."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.cli import COMMANDS, main

DEBIAN = Path(__file__).parents[2] / "resources" / "installer" / "debian"
OPTION = re.compile(r"--[a-z][a-z-]*")


def options_of(capsys: pytest.CaptureFixture[str], *command: str) -> set[str]:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return set(OPTION.findall(capsys.readouterr().out))


def completions(*words: str) -> set[str]:
    """What bash offers for the last of the words."""
    script = 'compopt() { :; }; . "$0"; COMP_WORDS=(zonebrief "$@"); COMP_CWORD=$#; _zonebrief; echo "${COMPREPLY[@]}"'
    asked = ["bash", "-c", script, str(DEBIAN / "zonebrief.bash"), *words]
    return set(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_man_page_tells_of_every_option(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DEBIAN / "zonebrief.1").read_text(encoding="utf-8").replace("\\-", "-")
    synopsis, _, rest = page.partition(".SH DESCRIPTION")
    assert f".B zonebrief {command}" in synopsis and f"\n.B {command}\n" in rest
    assert options_of(capsys, command) <= set(OPTION.findall(rest))
    assert options_of(capsys, command) - {"--help"} <= set(OPTION.findall(synopsis))


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize("command", COMMANDS)
def test_bash_completes_every_command_with_its_options(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command in completions(command[0])
    assert completions(command, "--") == options_of(capsys, command)


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_bash_completes_values_and_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.zonebrief", "a.txt"):
        (tmp_path / name).touch()
    assert completions("--") == options_of(capsys)
    assert completions("export", "p", "o.pdf", "--language", "") == {"zh", "en"}
    assert completions("present", "--show", "") == set()
    assert completions("check", "a") == {"a.zonebrief"}
