from pathlib import Path

import pytest

from notesync.vault import mounts

TABLE = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/vdb /home/petra/local btrfs rw 0 0
//nas/notes /mnt/nas\\040notes cifs rw 0 0
petra@host: /home/petra/local/remote fuse.sshfs rw 0 0
x /home/petra/secret fuse.gocryptfs rw 0 0
C:\\134 /mnt/c 9p rw 0 0
tmpfs /mnt/c tmpfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "ext4"),
        ("/var/notes", "ext4"),
        ("/home", "nfs4"),
        ("/home/petra/notes", "nfs4"),
        ("/homes/petra", "ext4"),
        ("/home/petra/local", "btrfs"),
        ("/home/petra/local/remote/notes", "fuse.sshfs"),
        ("/mnt/nas notes/a", "cifs"),
        ("/mnt/c/notes", "tmpfs"),
    ],
)
def test_the_deepest_and_latest_mount_counts(path: str, kind: str) -> None:
    assert mounts.file_system(path, TABLE) == kind


def lies_on(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mounts").write_text(f"x / {kind} rw 0 0\n")
    monkeypatch.setattr(mounts, "TABLE", str(folder / "mounts"))


@pytest.mark.parametrize(
    "kind",
    [
        *("nfs", "nfs4", "cifs", "smb3", "9p", "vboxsf", "virtiofs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.unheard-of", "macfuse"),
    ],
)
def test_remote_is_what_may_change_unannounced(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_on(kind, tmp_path, monkeypatch)
    assert mounts.is_remote(tmp_path)


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "apfs", "tmpfs", "overlay", "fuseblk", "fuse.gocryptfs", "zfs"]
)
def test_local_is_what_only_this_computer_changes(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_on(kind, tmp_path, monkeypatch)
    assert not mounts.is_remote(tmp_path)


def test_this_computers_own_table_can_be_read(tmp_path: Path) -> None:
    assert mounts.file_system(str(tmp_path), mounts._table())


def test_without_a_table_a_folder_is_taken_for_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mounts, "TABLE", str(tmp_path / "none"))
    assert mounts.is_remote(tmp_path) is False


def test_the_mounts_of_a_mac_read_the_same() -> None:
    printed = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//petra@nas._smb._tcp.local/notes on /Volumes/my notes (smbfs, nodev, nosuid, mounted by petra)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""
    table = mounts.from_mac(printed)
    assert mounts.file_system("/Users/petra", table) == "apfs"
    assert mounts.file_system("/Volumes/my notes/vault", table) == "smbfs"
