"""What of the files beside a notebook a submission gets to see."""

import os

from graders.engine.public import public_files


def test_no_more_than_two_thousand_names_are_looked_at(tmp_path):
    (tmp_path / "0000.txt").write_text("0")
    for number in range(1, 2_010):
        (tmp_path / f"{number:04}.ipynb").touch()
    (tmp_path / "9999.txt").touch()
    assert public_files(tmp_path) == {"0000.txt": b"0"}


def test_files_that_are_too_large_are_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    with (tmp_path / "b.bin").open("wb") as file:
        file.truncate(65 * 2**20)  # takes no space
    assert public_files(tmp_path) == {"a.txt": b"a"}


def test_neither_devices_nor_links_are_copied(tmp_path):
    (tmp_path / "sub" / "__pycache__").mkdir(parents=True)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").symlink_to("/etc")
    (tmp_path / "sub" / "file.txt").symlink_to("/etc/passwd")
    (tmp_path / "sub" / "__pycache__" / "x.pyc").touch()
    (tmp_path / "sub" / "kept.txt").touch()
    assert public_files(tmp_path) == {"sub/kept.txt": b""}


def test_folders_count_as_names(tmp_path):
    """Each takes one of the names that a worker's own file system has."""
    for number in range(700):
        (tmp_path / f"{number:04}" / "a" / "b").mkdir(parents=True)
        (tmp_path / f"{number:04}" / "a" / "b" / "data.csv").write_text("")
    assert 0 < len(public_files(tmp_path)) < 500
