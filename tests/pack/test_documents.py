"""The documents of a pack's sources: how they are written, how large they may be."""

from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref
from desktop.pack import files as limits
from desktop.pack.loader import load
from tests.child import peak_memory
from tests.packs import ARTICLE, figure, files_of, write_archive, write_folder

FIGURES = {"figures": [figure()]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_may_be_written_in_either_way(tmp_path: Path, encoding: str) -> None:
    files = files_of(FIGURES, document="x") | {"news.txt": ("号" * 70_000 + ARTICLE).encode(encoding)}
    loaded = load(write_folder(tmp_path / "f", files))
    assert loaded.briefing, loaded.faults
    assert [notice for notice in loaded.notices if "GB18030" in notice] == (
        ["“news.txt” is not UTF-8; it was read as GB18030."] if encoding == "gb18030" else []
    )
    proof = Evidence(loaded.briefing).of(Ref("figures", 0))
    assert proof.verdict is Verdict.PROVED and proof.passage
    assert "同比增长11.7%" in proof.passage.text


@pytest.mark.parametrize(("content", "words"), [(b"a\xff\xfe\xff", "neither UTF-8"), (b"a\0b", "NUL bytes")])
def test_what_is_no_text_is_a_fault_of_its_source(tmp_path: Path, content: bytes, words: str) -> None:
    files = files_of(FIGURES, document="x") | {"news.txt": content}
    (fault,) = load(write_folder(tmp_path / "f", files)).faults
    assert (fault.table, fault.row, fault.column) == ("sources", 2, "path") and words in fault.message


@pytest.mark.parametrize("write", [write_folder, write_archive])
def test_it_has_a_limit_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: type[object]
) -> None:
    assert limits.MOST_DOCUMENT_BYTES == 20 * 2**20
    monkeypatch.setattr(limits, "MOST_DOCUMENT_BYTES", 2**20)
    files = files_of(FIGURES, document=ARTICLE + "".join(map(str, range(200_000))))
    (fault,) = load(write(tmp_path / "p.zonebrief", files)).faults  # type: ignore[call-arg,arg-type]
    assert (fault.table, fault.column) == ("sources", "path")
    assert fault.message == "“news.txt” is larger than 1 MB; split it or take something out"


def test_a_pack_with_a_large_document_takes_at_most_four_times_its_size(tmp_path: Path) -> None:
    document = "".join(f"{n}家企业全年完成规上工业产值，同比持平。\n" for n in range(200_000)) + ARTICLE
    path = write_archive(tmp_path / "p.zonebrief", files_of(FIGURES, document=document))
    setup = (
        "from pathlib import Path\nimport desktop.pack.archive, hashlib, csv\nfrom desktop.pack.loader import load\n"
        "from desktop.briefing.citations import Evidence\nfrom desktop.briefing.proof import Verdict\nfrom desktop.briefing.records import Ref\n"
    )
    work = (
        f"loaded = load(Path({str(path)!r}))\nassert loaded.briefing\n"
        "assert Evidence(loaded.briefing).of(Ref('figures', 0)).verdict is Verdict.PROVED"
    )
    assert peak_memory(setup, work) < 4 * len(document.encode())
