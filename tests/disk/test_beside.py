"""A file takes the place of another whole or not at all."""

import os
from pathlib import Path

import pytest

from desktop.disk.beside import writing_beside


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "简报.xlsx"
    path.write_text("old")
    with writing_beside(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, PermissionError])
def test_what_was_there_stays_where_the_writing_fails(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "简报.xlsx"
    path.write_text("old")
    with pytest.raises(error), writing_beside(path) as temporary:
        temporary.write_text("half")
        raise error
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [path.name]


def test_nothing_is_left_where_nothing_was(tmp_path: Path) -> None:
    with pytest.raises(ValueError), writing_beside(tmp_path / "简报.xlsx"):
        raise ValueError
    assert not os.listdir(tmp_path)


def test_a_folder_that_is_missing_or_in_the_way_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing_beside(tmp_path / "nowhere" / "a.xlsx"):
        pass
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(IsADirectoryError), writing_beside(tmp_path / "folder.xlsx"):
        pass
    assert os.listdir(tmp_path) == ["folder.xlsx"]


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "a.xlsx", tmp_path / "link.xlsx"
    path.write_text("old")
    link.symlink_to(path)
    with writing_beside(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink() and path.read_text() == "new"
