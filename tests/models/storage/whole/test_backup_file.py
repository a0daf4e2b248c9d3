import gzip
import json
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from models.errors import InputError
from models.storage.whole import backup_file
from models.storage.whole.backup_file import BackupWriter, Contents, NoBackup, TableContents

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
ROWS = [("æ\ud800", 0.1, None, True, date(2026, 3, 12)), ("\n", -1e300, 5, False, None)]
CONTENTS = Contents("0003", NOON, (TableContents("things", ("a", "b", "c", "d", "e"), len(ROWS)),))


@pytest.fixture
def path(tmp_path):
    with (tmp_path / "backup").open("wb") as file, BackupWriter(file, CONTENTS) as backup:
        backup.add(ROWS)
    return tmp_path / "backup"


def damaged(path, change, message="ødelagt"):
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(NoBackup, match=message):
        backup_file.verified(path)


def repacked(change):
    return lambda packed: gzip.compress(change(gzip.decompress(packed)))


def test_what_was_written_is_read_again(path):
    assert backup_file.is_backup(path)
    assert backup_file.verified(path) == CONTENTS
    ((table, rows),) = ((table, list(rows)) for table, rows in backup_file.rows(path))
    assert table == CONTENTS.tables[0]
    assert rows == [["æ\ud800", 0.1, None, True, "2026-03-12"], ["\n", -1e300, 5, False, None]]


def test_a_file_with_any_bit_turned_is_refused_or_says_the_same(path):
    whole, text = path.read_bytes(), gzip.decompress(path.read_bytes())
    refused = 0
    for place in range(len(whole)):
        turned = bytearray(whole)
        turned[place] ^= 1 << place % 8
        path.write_bytes(turned)
        try:
            assert backup_file.verified(path) == CONTENTS
            # A bit of the packing's own, such as the day in its head, which nothing reads.
            assert gzip.decompress(turned) == text
        except NoBackup:
            refused += 1
    assert refused > len(whole) - 10


def test_a_file_cut_off_anywhere_is_refused(path):
    whole = path.read_bytes()
    for end in range(len(whole)):
        damaged(path, lambda _old, end=end: whole[:end])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"0.1", b"0.2"),
        lambda text: text[: text.rindex(b"{")],
        lambda text: text + text,
        lambda text: b"[]\n" + text,
        lambda text: b"",
        lambda text: text.replace(b"begun_at", b"ended_at"),
        lambda text: b"[" * 200_000 + b"\n" + text,
        lambda text: text.replace(b'"0003"', b'["0003"]'),
        lambda text: text.replace(b'"things"', b"[[]]"),
        lambda text: text.replace(b'["a"', b'[["a"]'),
    ],
)
def test_a_file_with_other_lines_is_refused_although_it_is_packed_well(path, change):
    damaged(path, repacked(change))


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", gzip.compress(b"[1]\n", mtime=0)])
def test_a_file_of_something_else_is_no_backup(tmp_path, content):
    (tmp_path / "other").write_bytes(content)
    assert not backup_file.is_backup(tmp_path / "other")
    with pytest.raises(NoBackup):
        backup_file.verified(tmp_path / "other")


def test_a_file_of_a_newer_program_is_said_to_be_so(path):
    damaged(path, repacked(lambda text: text.replace(b'backup":1', b'backup":2')), "nyere udgave")


@pytest.mark.parametrize("place", ["none", ""])
def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path, place):
    with pytest.raises(InputError, match="kan ikke læses"):
        backup_file.verified(tmp_path / place)
    assert not backup_file.is_backup(tmp_path / place)


def test_more_or_fewer_rows_than_the_head_says_are_refused_even_under_the_right_hash(tmp_path):
    for rows in (ROWS[:1], [*ROWS, *ROWS]):
        with (tmp_path / "b").open("wb") as file, BackupWriter(file, CONTENTS) as backup:
            backup.add(rows)
        with pytest.raises(NoBackup):
            backup_file.verified(tmp_path / "b")


def test_a_row_with_too_few_values_is_refused_even_under_the_right_hash(path):
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)[:-1]
    lines[1] = b"[1]\n"
    end = json.dumps({"sha256": sha256(b"".join(lines)).hexdigest()}).encode() + b"\n"
    path.write_bytes(gzip.compress(b"".join([*lines, end])))
    assert backup_file.verified(path) == CONTENTS
    with pytest.raises(NoBackup):
        [list(rows) for _table, rows in backup_file.rows(path)]


def test_a_value_without_a_form_is_a_fault_of_ours_and_leaves_no_whole_backup(tmp_path):
    path = tmp_path / "backup"
    with (
        pytest.raises(TypeError, match="no form"),
        path.open("wb") as file,
        BackupWriter(file, CONTENTS) as backup,
    ):
        backup.add([(object(),)])
    with pytest.raises(NoBackup):
        backup_file.verified(path)
