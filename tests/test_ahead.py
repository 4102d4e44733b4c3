"""What is imported while the window idles."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = """
import json, sys, time
from PySide6.QtCore import QTimer
from desktop import ahead, app
from desktop.window.settings import Forgetful
application, window = app.made(None, Forgetful())
steps, took = [], []
whole = ahead.import_module
def watched(name):
    steps.append(ahead.MODULES[-1] in sys.modules)
    begin = time.thread_time()
    whole(name)
    took.append(time.thread_time() - begin)
ahead.import_module = watched
watch = QTimer()
watch.timeout.connect(lambda: len(steps) == len(ahead.MODULES) and application.quit())
watch.start(20)
QTimer.singleShot(60_000, application.quit)
app.begin(application, window)
print(json.dumps([steps, took, [name in sys.modules for name in ahead.MODULES]]))
"""


def test_the_window_fetches_the_stage_ahead_a_little_at_a_time() -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    steps, took, there = json.loads(done.stdout)
    assert len(steps) > 5 and not any(steps), "nothing of it was there at the first paint, nor all at once"
    assert all(there)
    assert max(took) < 0.8 * sum(took)
