"""The libraries that are carried in come from one place, whatever the machine that builds has installed."""

import functools
import hashlib
import http.server
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.installer import carried
from resources.installer.carried import Library
from resources.installer.problem import Problem

pytestmark = pytest.mark.skipif(
    not (carried.APT_HELPER.exists() and shutil.which("dpkg-deb")), reason="building takes apt and dpkg-deb"
)
FOLDER = Path("usr", "lib", "x86_64-linux-gnu")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library in a package of an archive in the folder `archive`."""
    root = tmp_path / "root"
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "libxcb-few.so.1.0.0").write_bytes(b"the library")
    (root / FOLDER / "libxcb-few.so.1").symlink_to("libxcb-few.so.1.0.0")
    (root / "DEBIAN").mkdir()
    told = "Package: libxcb-few1\nVersion: 1.0-2+b1\nArchitecture: amd64\nMaintainer: x\nDescription: x\n"
    (root / "DEBIAN" / "control").write_text(told)
    package = tmp_path / "archive" / "pool" / "libxcb-few1_1.0-2+b1_amd64.deb"
    package.parent.mkdir(parents=True)
    subprocess.run(["dpkg-deb", "-b", root, package], check=True, capture_output=True)
    summed = hashlib.sha256(package.read_bytes()).hexdigest()
    return Library("libxcb-few.so.1", f"pool/{package.name}", summed)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serves that archive on this machine."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path / "archive"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever).start()
    monkeypatch.setattr(carried, "ARCHIVES", (f"http://127.0.0.1:{server.server_port}",))
    monkeypatch.delenv("MIRROR", raising=False)
    yield tmp_path / "archive"
    server.shutdown()
    server.server_close()


def test_it_is_fetched_once_and_told_of(library: Library, archive: Path, tmp_path: Path) -> None:
    assert carried.bring(library, tmp_path / "store").read_bytes() == b"the library"
    assert (library.package, library.version) == ("libxcb-few1", "1.0-2+b1")
    shutil.rmtree(archive)
    assert carried.bring(library, tmp_path / "store").read_bytes() == b"the library"


def test_one_that_was_damaged_since_is_fetched_again(library: Library, archive: Path, tmp_path: Path) -> None:
    carried.bring(library, tmp_path / "store")
    next((tmp_path / "store").glob("*.deb")).write_bytes(b"half of i")
    assert carried.bring(library, tmp_path / "store").read_bytes() == b"the library"


def test_another_file_under_its_name_is_refused(library: Library, archive: Path, tmp_path: Path) -> None:
    (archive / library.pool).write_bytes(b"of somebody else")
    with pytest.raises(Problem, match="could not be fetched") as problem:
        carried.bring(library, tmp_path / "store")
    assert "no network" not in str(problem.value)
    assert not list((tmp_path / "store").iterdir())


def test_one_that_is_not_there_is_no_matter_of_the_network(
    library: Library, archive: Path, tmp_path: Path
) -> None:
    (archive / library.pool).unlink()
    with pytest.raises(Problem, match="could not be fetched") as problem:
        carried.bring(library, tmp_path / "store")
    assert "no network" not in str(problem.value)


def test_without_a_network_that_is_said(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen
        monkeypatch.setattr(carried, "ARCHIVES", (f"http://127.0.0.1:{nobody.getsockname()[1]}",))
        monkeypatch.delenv("MIRROR", raising=False)
        with pytest.raises(Problem, match=r"^no network: libxcb-few1_1\.0-2"):
            carried.bring(library, tmp_path / "store")
