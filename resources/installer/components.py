"""What is inside, by component: whose it is, its version, its licence, and which files belong to it.

The size table, the bill of materials and the licence texts are all made from this one list.
"""

import importlib.metadata
import json
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from resources.installer import carried
from resources.installer.frozen import QT_DISTRIBUTIONS, locked, packages_of
from resources.installer.problem import Problem
from resources.installer.project import ROOT, version

TEXTS = Path(__file__).resolve().parent / "licences"


@dataclass(frozen=True)
class Component:
    """`files` are patterns of paths within the installed folder, `texts` the licence texts, `licence` an SPDX
    expression, `purl` where it comes from as a package URL."""

    name: str
    version: str
    licence: str
    purl: str
    files: tuple[str, ...]
    texts: tuple[Path, ...]

    def owns(self, path: str) -> bool:
        return any(fnmatch(path, pattern) for pattern in self.files)


def _text(*names: str) -> tuple[Path, ...]:
    return tuple(TEXTS / f"{name}.txt" for name in names)


def _distribution(name: str) -> importlib.metadata.Distribution:
    return importlib.metadata.distribution(name)


def licence_files(distribution: importlib.metadata.Distribution) -> tuple[Path, ...]:
    """The licence texts that a wheel brings along."""
    wanted = re.compile(r"\.dist-info/(licenses/.*|(LICEN[CS]E|COPYING|NOTICE)[^/]*)$", re.IGNORECASE)
    return tuple(
        Path(str(distribution.locate_file(f)))
        for f in distribution.files or ()
        if wanted.search(f.as_posix())
    )


def licence_of(distribution: importlib.metadata.Distribution) -> str:
    """Its SPDX expression where it gives one, else what it says."""
    said = distribution.metadata.json
    return str(said.get("license_expression") or said.get("license") or "NOASSERTION")


@cache
def frozen_python() -> str:
    """The version of the CPython that cx_Freeze brings, which is not always that of the Python that builds."""
    name = f"frozen/frozen-{sysconfig.get_config_var('SOABI')}.json"
    table = Path(str(_distribution("freeze_core").locate_file(f"freeze_core/{name}")))
    return str(json.loads(table.read_text())["__version__"]).split()[0]


def _carried(library: carried.Library) -> Component:
    name, number = library.package, library.version
    purl = f"pkg:deb/debian/{name}@{number}?arch=amd64"
    return Component(name, number, "MIT", purl, (f"lib/PySide6/Qt/lib/{library.name}",), _text("xcb"))


def _python_package(distribution: importlib.metadata.Distribution, folder: str) -> Component:
    name, number = distribution.name, distribution.version
    files = tuple(f"{folder}{top}{end}" for top in sorted(packages_of(distribution)) for end in ("/*", ".*"))
    files += (f"{folder}{name.replace('-', '_')}-*", f"{folder}{name.lower()}.libs/*")
    texts = licence_files(distribution)
    return Component(
        name, number, licence_of(distribution), f"pkg:pypi/{name.lower()}@{number}", files, texts
    )


def linux_components() -> list[Component]:
    """In the order in which a file looks for its owner."""
    qt = _distribution("PySide6_Essentials").version
    lgpl = _text("LGPL-3.0", "GPL-3.0")
    core = _distribution("freeze_core")
    others = beside_qt(locked())
    return [
        *ours("lib/desktop/"),
        *(_carried(library) for library in carried.LIBRARIES),
        Component("ICU", "73", "ICU", "pkg:generic/icu@73", ("lib/PySide6/Qt/lib/libicu*",), _text("ICU")),
        *qt_components(qt, "lib/", lgpl),
        Component("libffi", "3.0.13", "MIT", "pkg:generic/libffi@3.0.13", ("lib/libffi*",), _text("libffi")),
        Component(  # of Python 3.13
            "libmpdec",
            "4.0.1",
            "BSD-2-Clause",
            "pkg:generic/mpdecimal@4.0.1",
            ("lib/libmpdec*",),
            _text("libmpdec"),
        ),
        *(_python_package(distribution, "lib/") for distribution in others),
        Component(
            "freeze_core",
            core.version,
            "MIT",
            f"pkg:pypi/freeze-core@{core.version}",
            ("lib/__init__*.pyc", "lib/__startup__.pyc"),
            licence_files(core),
        ),
        python_component(frozen_python(), ("zonebrief", "lib/*.cpython-*.so")),
        python_component(platform.python_version(), _standard_library(), "CPython library", "#Lib"),
    ]


def windows_components(python: str, installed: Sequence[importlib.metadata.Distribution]) -> list[Component]:
    """As for Linux; `installed` are the distributions for Windows, `python` the version of its CPython."""
    qt = next(d.version for d in installed if d.name.lower() == "shiboken6")
    runtime = "LicenseRef-Microsoft-Visual-C-Runtime"
    files = tuple(f"packages/*/{name}*.dll" for name in ("msvcp140", "vcruntime140", "concrt140", "ucrtbase"))
    return [
        *ours("app/desktop/"),
        Component("Microsoft Visual C++ runtime", "14", runtime, "pkg:generic/vcredist@14", files, ()),
        *qt_components(qt, "packages/", _text("LGPL-3.0", "GPL-3.0")),
        *(_python_package(distribution, "packages/") for distribution in beside_qt(installed)),
        python_component(python, ("python/*",)),
    ]


def beside_qt(
    distributions: Iterable[importlib.metadata.Distribution],
) -> list[importlib.metadata.Distribution]:
    return [d for d in distributions if d.name.lower().replace("_", "-") not in QT_DISTRIBUTIONS]


def ours(folder: str) -> tuple[Component, Component]:
    """The fonts, then all the rest of the app."""
    fonts = Component(
        "Noto Sans SC",
        "0.4.3",
        "OFL-1.1",
        "pkg:npm/%40expo-google-fonts/noto-sans-sc@0.4.3",
        (f"{folder}resources/fonts/*",),
        (ROOT / "resources" / "fonts" / "OFL.txt",),
    )
    metadata = f"*/zonebrief-{version()}.dist-info/*"
    start = ("lib/__main__*.pyc", "lib/BUILD_CONSTANTS.pyc", "zonebrief.cmd", "zonebrief.ico")
    rest = (f"{folder}*", metadata, *start)
    app = Component(
        "ZoneBrief", version(), "MIT", f"pkg:generic/zonebrief@{version()}", rest, (ROOT / "LICENSE",)
    )
    return fonts, app


def _standard_library() -> tuple[str, ...]:
    """Patterns of the modules in Python that come with it; they are those of the Python that builds."""
    ends = (".pyc", "/*")
    return tuple(f"lib/{name}{end}" for name in sorted(sys.stdlib_module_names) for end in ends)


def qt_components(number: str, folder: str, lgpl: tuple[Path, ...]) -> tuple[Component, Component]:
    inside = (f"{folder}PySide6/Qt/*", f"{folder}PySide6/Qt6*.dll", f"{folder}PySide6/plugins/*")
    translations = f"{folder}PySide6/translations/*"
    texts = (*lgpl, *_text("Qt-third-party"))
    bindings = (
        f"{folder}PySide6/*",
        f"{folder}shiboken6/*",
        f"{folder}*ide6*.dist-info/*",
        f"{folder}shiboken6-*",
    )
    return (
        Component("Qt", number, "LGPL-3.0-only", f"pkg:generic/qt@{number}", (*inside, translations), texts),
        Component(
            "PySide6-Essentials",
            number,
            "LGPL-3.0-only",
            f"pkg:pypi/pyside6-essentials@{number}",
            bindings,
            lgpl,
        ),
    )


def python_component(number: str, files: tuple[str, ...], name: str = "CPython", part: str = "") -> Component:
    return Component(name, number, "Python-2.0", f"pkg:generic/python@{number}{part}", files, _text("Python"))


def assign(tree: Path, components: Iterable[Component]) -> dict[Component, list[Path]]:
    """Every file of `tree` by its component; raises Problem where a file has none."""
    owned: dict[Component, list[Path]] = {component: [] for component in components}
    for path in sorted(path for path in tree.rglob("*") if path.is_file()):
        name = path.relative_to(tree).as_posix()
        owner = next((component for component in owned if component.owns(name)), None)
        if owner is None:
            raise Problem(f"{name}: which component is it of? Its licence has to be known.")
        owned[owner].append(path)
    return {component: files for component, files in owned.items() if files}
