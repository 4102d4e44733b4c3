"""The floor for a large pack: its tables read with csv.reader, and its facilities searched row by row.

Prints the seconds for both and the megabytes in use as one JSON object: `python reading.py FOLDER WORD`
"""

import csv
import json
import sys
import time
from pathlib import Path

folder, word = Path(sys.argv[1]), sys.argv[2]
begin = time.perf_counter()
tables = {}
for path in sorted(folder.glob("*.csv")):
    with path.open(encoding="utf-8", newline="") as stream:
        tables[path.stem] = list(csv.reader(stream))
read = time.perf_counter()
texts = ["\n".join(row) for row in tables["facilities"]]
ready = time.perf_counter()
found = [n for n, text in enumerate(texts) if word in text]
searched = time.perf_counter()
pages = int(Path("/proc/self/statm").read_text().split()[1]) if sys.platform == "linux" else 0
print(json.dumps({"open": read - begin, "filter": searched - ready, "memory": pages * 4096 / 2**20}))
