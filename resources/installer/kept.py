"""What the installed app keeps of Qt, and what it asks of the system; everything else of Qt's is cut away."""

from desktop import libraries
from resources.installer import carried

PLUGINS = {
    "iconengines": {"libqsvgicon.so"},
    "imageformats": {"libqjpeg.so", "libqsvg.so"},
    "platforminputcontexts": {
        "libcomposeplatforminputcontextplugin.so",
        "libibusplatforminputcontextplugin.so",
    },
    "platforms": {"libqoffscreen.so", "libqwayland-generic.so", "libqxcb.so"},
    "platformthemes": {"libqgtk3.so", "libqxdgdesktopportal.so"},
    "printsupport": {"libcupsprintersupport.so"},
    "wayland-decoration-client": {"libadwaita.so", "libbradient.so"},
    "wayland-shell-integration": {"libxdg-shell.so"},
}
"""By folder of Qt's plugins. No OpenGL, no network, no virtual keyboard."""

OPTIONAL_PLUGINS = {
    "libqgtk3.so",
    "libqwayland-generic.so",
    "libadwaita.so",
    "libbradient.so",
    "libxdg-shell.so",
}
OPTIONAL_PLUGINS |= {"libcupsprintersupport.so"}
"""Those that Qt passes over where the system lacks the libraries they need: other desktops than X11 alone."""

TRANSLATIONS = {"qtbase_en.qm", "qtbase_ja.qm", "qtbase_zh_CN.qm"}

MODULES_LEFT_OUT = (
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PySide6.QtNetwork",
    "_bz2",
    "_curses",
    "_curses_panel",
    "_dbm",
    "_gdbm",
    "_hashlib",
    "_lzma",
    "_ssl",
    "_uuid",
    "bz2",
    "ctypes.macholib",
    "ensurepip",
    "doctest",
    "idlelib",
    "lib2to3",
    "lzma",
    "pdb",
    "pydoc",
    "readline",
    "ssl",
    "test",
    "tkinter",
    "unittest",
)
"""Nothing here opens a network connection. Without the two that need OpenSSL, hashlib falls back on Python's own.
Packs are stored or deflated, so that nothing needs what unpacks bzip2 and LZMA. The libraries of readline and _gdbm
are under the GPL, which must not come in; uuid does without its own."""

CUT = (
    "PIL/_avif*",
    "PIL/_imagingcms*",
    "PIL/_imagingft*",
    "PIL/_imagingmath*",
    "PIL/_imagingmorph*",
    "PIL/_imagingtk*",
    "PIL/_webp*",
    "lxml/*.h",
    "lxml/*.px[di]",
    "lxml/*.pyx",
    "lxml/html",
    "lxml/includes",
    "lxml/isoschematron",
    "lxml/objectify*",
    "lxml/sax*",
)
"""What cx_Freeze brings of the libraries behind the Office files and nothing of theirs imports; the shared libraries that
only these need go with them."""

GLIBC = "libc6 (>= 2.28)"
SYSTEM = {
    name: package
    for name, package in libraries.PACKAGES.items()
    if name not in {library.name for library in carried.LIBRARIES}
}
SYSTEM |= {"ld-linux-x86-64.so.2": GLIBC, "libc.so.6": GLIBC, "libdl.so.2": GLIBC, "libm.so.6": GLIBC}
SYSTEM |= {"libpthread.so.0": GLIBC, "librt.so.1": GLIBC, "libutil.so.1": GLIBC}
SYSTEM |= {"libgcc_s.so.1": "libgcc-s1 | libgcc1", "libstdc++.so.6": "libstdc++6 (>= 8)"}
"""The system's libraries that may be needed, and the Debian package of each; any other fails the build."""

NEWEST_SYMBOLS = {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11)}
"""What the oldest systems have (UOS 20, Kylin V10, Debian 10)."""

WINDOWS = (
    "PySide6/*.py",
    *(f"PySide6/Qt{name}.pyd" for name in ("Core", "Gui", "PrintSupport", "Widgets")),
    *(f"PySide6/Qt6{name}.dll" for name in ("Core", "Gui", "PrintSupport", "Svg", "Widgets")),
    *(f"PySide6/{name}*.dll" for name in ("pyside6.abi3", "msvcp140", "vcruntime140")),
    *(f"PySide6/translations/{name}" for name in sorted(TRANSLATIONS)),
    "PySide6/plugins/iconengines/qsvgicon.dll",
    "PySide6/plugins/imageformats/qjpeg.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/printsupport/windowsprintersupport.dll",
    "shiboken6/*.py",
    "shiboken6/*.pyd",
    "shiboken6/*.dll",
    "*.dist-info/METADATA",
    "*.dist-info/licenses/*",
    "*.dist-info/LICEN*",
    "*.dist-info/NOTICE*",
)
"""The files of the wheels for Windows that are Qt's or its bindings', or tell of a wheel. Other wheels stay whole."""
