"""The system's libraries that Qt needs: which are missing, and the line that installs them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's package of each library."""
QT_FILES = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqxcb.so")
"""Within PySide6: what all needs, and what a window needs; others are passed over where they cannot be loaded."""
OWN = ("libQt6", "libpyside6", "libshiboken6", "libicu")
"""How the names of the libraries begin that PySide6 brings itself."""
MOST_NAMED = 3
MISSING = re.compile(r"([^\s(]+): cannot open shared object file|(\S+) => not found")
"""As Python and Qt pass on what the loader says, and as ldd does."""


def named(said: str) -> list[str]:
    """The system's libraries that are said to be missing, as the loader names them."""
    names = {first or second for first, second in MISSING.findall(said)}
    return sorted(name for name in names if not Path(name).name.startswith(OWN))


def missing(pyside: Path) -> list[str]:
    """The libraries that Qt needs and the system lacks; `pyside` is the folder of PySide6."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return []
    asked = (
        subprocess.run(["ldd", pyside / name], capture_output=True, text=True, check=False)
        for name in QT_FILES
    )
    return named("\n".join(done.stdout for done in asked))


def packages(names: Iterable[str]) -> list[str]:
    """Debian's packages of these libraries, as far as they are known."""
    return sorted({PACKAGES[name] for name in names if name in PACKAGES})


def sentence(names: Sequence[str]) -> tuple[str, ...]:
    """What is missing and what to do, in Chinese and in English, then the line to run where there is one. It names all
    that is missing, so that of many libraries only the first ones are named before it."""
    known = packages(names)
    has_line = bool(known) and shutil.which("apt-get") is not None
    named = names[:MOST_NAMED] if has_line else names
    rest = len(names) - len(named)
    chinese = f"缺少系统组件：{'、'.join(named)}{f' 等 {len(names)} 个' if rest else ''}。"
    english = f"System libraries are missing: {', '.join(named)}{f' and {rest} more' if rest else ''}."
    if not has_line:
        return f"{chinese}请先安装。", f"{english} Install them first."
    line = f"sudo apt install {' '.join(known)}"
    return f"{chinese}请先运行这一行：", f"{english} Run this line first:", line
