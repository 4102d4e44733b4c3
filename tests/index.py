"""A package index of a test's own, on this machine, and small wheels for it."""

import hashlib
import http.server
import os
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def make_wheel(folder: Path, name: str, files: Mapping[str, str], tag: str = "py3-none-any") -> Path:
    """A wheel of version 1.0 with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-1.0-{tag}.whl"
    told = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        archive.writestr(f"{told}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(
            f"{told}/WHEEL", f"Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: {tag}\n"
        )
        archive.writestr(f"{told}/RECORD", "".join(f"{path},,\n" for path in files))
    return wheel


def locked(wheel: Path) -> str:
    """The line of a lock that names a wheel."""
    name = wheel.name.partition("-")[0]
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


@contextmanager
def serving(folder: Path, status: int = 200) -> Iterator[str]:
    """The address of a server of the wheels in `folder`, as an index and as a proxy; `status` is its answer to all."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if status != 200:
                self.send_error(status)
                return
            path = folder / self.path.rpartition("/")[2]
            links = "".join(f'<a href="/{wheel.name}">{wheel.name}</a>' for wheel in folder.glob("*.whl"))
            body = path.read_bytes() if path.suffix == ".whl" else links.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if path.suffix != ".whl" else "application/zip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_CONNECT(self) -> None:
            self.send_error(status)

        def log_message(self, *told: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pip_variables(**own: str) -> dict[str, str]:
    """The environment of this process, without what it tells pip but `own`."""
    told = {name for name in os.environ if name.startswith("PIP_") or name.lower().endswith("_proxy")}
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", **own}
