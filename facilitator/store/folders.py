"""Which folders can hold live convenings: not one that another program copies away, nor one on another machine.

What copies a folder sees the file without its journal: of 502 facts it kept 2. On a network the journal does not work.
Source: engineering notes of the store, sections 7 and 8.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.paths import local_folder

_NAMES = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "skydrive": "OneDrive", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "icloud drive": "iCloud", "iclouddrive": "iCloud",
    "mobile documents": "iCloud", "com~apple~clouddocs": "iCloud", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "megasync": "MEGA", "pcloud drive": "pCloud", "box sync": "Box", "cloudstorage": "the cloud",
}  # fmt: skip
"""What a folder that is synced is called, in small letters. "OneDrive - Company" and "Dropbox (Company)" count too."""

_TRACES = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud", ".tmp.drivedownload": "Google Drive", ".tmp.driveupload": "Google Drive",
    ".sync/ID": "Resilio Sync", ".seafile-data": "Seafile",
}  # fmt: skip
"""What a program that syncs leaves in the folder that it syncs."""

_TRACES_LIKE = {".sync_*.db": "Nextcloud", "._sync_*.db": "ownCloud"}
_PLACES = {"OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"}
"""Where Windows says in the environment that a synced folder lies."""

_OF_THE_COMPANY = (" - ", " (")
_FAR = {
    "9p", "afp", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "drvfs", "glusterfs", "gpfs", "lustre", "ncpfs",
    "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "webdav",
    "fuse.ceph", "fuse.curlftpfs", "fuse.davfs", "fuse.gcsfuse", "fuse.glusterfs", "fuse.google-drive-ocamlfuse",
    "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs",
    "fuse.vmhgfs-fuse",
}  # fmt: skip
"""Kinds of file systems that are another machine's."""

_DRIVE_REMOTE = 4

MOUNT = "/sbin/mount"
"""What tells it on a Mac."""

Mounts = tuple[tuple[str, str], ...]
"""Where file systems are joined to the tree, and their kinds, in order of joining."""


def mounts() -> Mounts:
    """Ask the system which file systems are joined where; nothing on a system that does not tell."""
    try:
        if sys.platform == "darwin":
            return _of_a_mac(subprocess.run([MOUNT], capture_output=True, text=True, check=True).stdout)
        return _of_linux(Path("/proc/mounts").read_text("utf-8", "surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return ()


def is_far_drive(drive: str) -> bool:
    """Whether Windows says of a drive, by its root, that it is another machine's; never so elsewhere."""
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(drive)) == _DRIVE_REMOTE
    return False


@dataclass(frozen=True, slots=True)
class Laptop:
    """What a laptop says of its folders."""

    mounts: Mounts = field(default_factory=mounts)
    places: Mapping[str, str] = field(default_factory=lambda: os.environ)
    is_far_drive: Callable[[str], bool] = is_far_drive


def refuse_unfit(folder: Path, laptop: Laptop | None = None) -> None:
    """Refuse a folder that cannot hold live convenings.

    Raises Refusal: folder.synced (folder, service, instead), folder.network (folder, instead), and folder.nowhere
    (folder) when the system's own place is no better.
    """
    laptop, folder = laptop or Laptop(), folder.absolute()
    service, instead = synced_by(folder, laptop), local_folder()
    is_far = is_on_network(folder, laptop)
    if not service and not is_far:
        return
    if synced_by(instead, laptop) or is_on_network(instead, laptop):
        raise Refusal("folder.nowhere", folder=str(folder))
    if service:
        raise Refusal("folder.synced", folder=str(folder), service=service, instead=str(instead))
    raise Refusal("folder.network", folder=str(folder), instead=str(instead))


def synced_by(folder: Path, laptop: Laptop) -> str:
    """Which program copies this folder elsewhere while it is written, "" for none that is known."""
    for place, service in _PLACES.items():
        said = laptop.places.get(place, "")
        if said and folder.is_relative_to(said):
            return service
    # The innermost name is the service's own: the cloud's folder on a Mac holds one for each.
    return next((service for each in (folder, *folder.parents) for service in _syncs(each)), "")


def is_on_network(folder: Path, laptop: Laptop) -> bool:
    """Whether a folder lies on another machine."""
    if folder.drive.startswith("\\\\") or (folder.drive and laptop.is_far_drive(folder.anchor)):
        return True
    kind = ""
    longest = -1
    for place, told in laptop.mounts:
        # Of two at the same place the later one is seen.
        if folder.is_relative_to(place) and len(place) >= longest:
            longest, kind = len(place), told
    return kind in _FAR


def _syncs(folder: Path) -> Iterator[str]:
    name = folder.name.casefold()
    if folder.parent.name == "CloudStorage":
        name = name.partition("-")[0]  # "GoogleDrive-amina@example.org"
    for known, service in _NAMES.items():
        if name == known or name.startswith(tuple(known + more for more in _OF_THE_COMPANY)):
            yield service
    for trace, service in _TRACES.items():
        if (folder / trace).exists():
            yield service
    for pattern, service in _TRACES_LIKE.items():
        if any(True for _ in folder.glob(pattern)):
            yield service


def _of_linux(told: str) -> Mounts:
    lines = [line.split(" ") for line in told.splitlines()]
    return tuple((_plain(line[1]), line[2].casefold()) for line in lines if len(line) > 2)


def _plain(place: str) -> str:
    """Undo how the system writes a blank in a name."""
    return place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def _of_a_mac(told: str) -> Mounts:
    """Read lines such as "//amina@server/share on /Volumes/share (smbfs, nodev, nosuid)"."""
    found: list[tuple[str, str]] = []
    for line in told.splitlines():
        head, _, kinds = line.rpartition(" (")
        _, _, place = head.partition(" on ")
        if place:
            found.append((place, kinds.split(",")[0].strip(")").casefold()))
    return tuple(found)
