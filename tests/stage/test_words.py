"""Qt's own words in a show that is started without the window."""

import os
import subprocess
import sys

from tests.x_server import ROOT

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop import present
from desktop.showing import Wish
def look():
    print(QCoreApplication.translate("QPlatformTheme", "Cancel"))
    QCoreApplication.exit()
QTimer.singleShot(0, look)
present.run(Wish())
"""


def test_buttons_of_a_show_speak_chinese(tmp_path: object) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "取消", done.stderr
