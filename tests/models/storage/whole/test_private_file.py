import os
import stat

import pytest

from models.errors import InputError
from models.storage.whole.private_file import replaced_when_whole


def write(path, content):
    with replaced_when_whole(path) as file:
        file.write(content)


def fail(path, exception):
    with replaced_when_whole(path) as file:
        file.write(b"half")
        raise exception


def test_a_file_is_there_when_it_is_whole_and_only_its_owner_may_read_it(tmp_path):
    path = tmp_path / "backup"
    write(path, b"first")
    write(path, b"second")
    assert path.read_bytes() == b"second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("exception", [OSError, KeyboardInterrupt])
def test_a_file_that_is_not_finished_leaves_the_old_one_and_nothing_beside_it(tmp_path, exception):
    path = tmp_path / "backup"
    write(path, b"old")
    with pytest.raises(exception):
        fail(path, exception())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_program_left_is_written_over_and_gets_its_rights_back(tmp_path):
    path, part = tmp_path / "backup", tmp_path / "backup.part"
    part.write_bytes(b"much more than the new one")
    part.chmod(0o644)
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_do_not_write_the_same_file_at_once(tmp_path):
    path = tmp_path / "backup"
    with replaced_when_whole(path) as file:
        file.write(b"first")
        with pytest.raises(InputError, match="et andet program"):
            write(path, b"second")
    assert path.read_bytes() == b"first"


def test_whoever_waited_for_a_file_that_is_in_its_place_now_does_not_write_it_over(
    tmp_path, monkeypatch
):
    path, opened = tmp_path / "backup", os.open

    def late(name, *options):
        descriptor = opened(name, *options)
        (tmp_path / "backup.part").rename(path)
        path.write_bytes(b"whole")
        return descriptor

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(InputError, match="et andet program"):
        write(path, b"second")
    assert path.read_bytes() == b"whole"


def test_a_link_laid_in_the_way_is_not_followed(tmp_path):
    (tmp_path / "other").write_bytes(b"other")
    (tmp_path / "backup.part").symlink_to(tmp_path / "other")
    with pytest.raises(OSError, match="symbolic links"):
        write(tmp_path / "backup", b"new")
    assert (tmp_path / "other").read_bytes() == b"other"
