"""Where live convenings may lie: on this laptop's own disk, and in no folder that another program copies away."""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from facilitator.convening.words import Refusal
from facilitator.paths import local_folder
from facilitator.store import folders
from facilitator.store.folders import Laptop, is_on_network, refuse_unfit, synced_by
from tests.convening.given import refused

PLAIN = Laptop((("/", "ext4"), ("/home", "btrfs")), {}, lambda _: False)
HOME = Path("/home/amina")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (HOME / "Dropbox" / "circle", "Dropbox"),
        (HOME / "Dropbox (Impact Brokers)" / "circle", "Dropbox"),
        (HOME / "OneDrive - Impact Brokers" / "circle", "OneDrive"),
        (HOME / "Google Drive" / "My Drive", "Google Drive"),
        (HOME / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "circle", "iCloud"),
        (HOME / "Library" / "CloudStorage" / "GoogleDrive-amina" / "circle", "Google Drive"),
        (HOME / "Library" / "CloudStorage" / "Somebody", "the cloud"),
        (HOME / "Nextcloud" / "circle", "Nextcloud"),
        (HOME / "ownCloud", "ownCloud"),
        (HOME / ".local" / "share" / "facilitator", ""),
        (HOME / "Library" / "CloudStorage" / "OneDrive-ImpactBrokers" / "circle", "OneDrive"),
        (HOME / "dropbox-leftovers", ""),
        (HOME / "Onedriveway", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder: Path, service: str) -> None:
    assert synced_by(folder, PLAIN) == service


@pytest.mark.parametrize(
    ("trace", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".sync_a1b2c3.db", "Nextcloud"),
        ("._sync_a1b2c3.db", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
        (".sync/ID", "Resilio Sync"),
    ],
)
def test_a_synced_folder_is_known_by_what_its_program_leaves_there(tmp_path: Path, trace: str, service: str) -> None:
    wanted = tmp_path / "circle" / "2027"
    assert synced_by(wanted, PLAIN) == ""

    (tmp_path / trace).parent.mkdir(exist_ok=True)
    (tmp_path / trace).touch()

    assert synced_by(wanted, PLAIN) == service


def test_windows_says_where_its_synced_folder_lies(tmp_path: Path) -> None:
    laptop = Laptop((), {"OneDriveCommercial": str(tmp_path / "Our files")}, lambda _: False)

    assert synced_by(tmp_path / "Our files" / "circle", laptop) == "OneDrive"
    assert synced_by(tmp_path / "Other files", laptop) == ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "vboxsf"])
def test_a_folder_of_another_machine_is_known_by_its_file_system(kind: str) -> None:
    laptop = Laptop((("/", "ext4"), ("/mnt/team", kind), ("/mnt/team/local", "ext4")), {}, lambda _: False)

    assert is_on_network(Path("/mnt/team/circle"), laptop)
    assert not is_on_network(Path("/mnt/team/local/circle"), laptop)
    assert not is_on_network(Path("/mnt/teams/circle"), laptop)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "fuseblk", "fuse.gocryptfs", "ecryptfs", "tmpfs", "apfs"])
def test_this_laptops_own_disks_are_no_network(kind: str) -> None:
    assert not is_on_network(Path("/mnt/disk/circle"), Laptop((("/mnt/disk", kind),), {}, lambda _: False))


def test_of_two_file_systems_in_one_place_the_later_one_counts() -> None:
    assert is_on_network(HOME, Laptop((("/home", "autofs"), ("/home", "nfs4")), {}, lambda _: False))


def test_windows_knows_its_network_drives_and_its_shares() -> None:
    laptop = Laptop((), {}, lambda drive: drive == "Z:\\")

    assert is_on_network(cast("Path", PureWindowsPath("Z:\\circle")), laptop)
    assert is_on_network(cast("Path", PureWindowsPath("\\\\server\\share\\circle")), laptop)
    assert not is_on_network(cast("Path", PureWindowsPath("C:\\circle")), laptop)


def test_the_systems_words_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert ("/proc", "proc") in folders.mounts()

    program = tmp_path / "mount"
    program.write_text(
        "#!/bin/sh\necho '/dev/disk3s1 on / (apfs, sealed, local)'\n"
        "echo '//amina@server/our share on /Volumes/our share (smbfs, nodev, nosuid)'\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(folders, "MOUNT", str(program))
    laptop = Laptop(places={}, is_far_drive=lambda _: False)

    assert is_on_network(Path("/Volumes/our share/circle"), laptop)
    assert not is_on_network(Path("/Users/amina"), laptop)


def test_it_is_refused_with_a_folder_to_use_instead(tmp_path: Path) -> None:
    """Fault 16. A folder that syncs: live convenings do not go there, and the sentence names one where they may."""
    (tmp_path / ".stfolder").mkdir()

    with refused("folder.synced", folder=str(tmp_path), service="Syncthing", instead=str(local_folder())):
        refuse_unfit(tmp_path, PLAIN)
    with refused("folder.network", folder="/srv/circle", instead=str(local_folder())):
        refuse_unfit(Path("/srv/circle"), Laptop((("/srv", "nfs"),), {}, lambda _: False))
    refuse_unfit(tmp_path.parent, PLAIN)


def test_who_has_only_the_network_is_told_so() -> None:
    with pytest.raises(Refusal) as refusal:
        refuse_unfit(HOME, Laptop((("/", "nfs4"),), {}, lambda _: False))

    assert refusal.value.code == "folder.nowhere"
