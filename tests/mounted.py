"""Small disks of our own for tests: mounted for real, filled, locked and pulled out. Only root may do that."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_LARGE = 32 * 1024 * 1024


def run(*words: str | Path) -> bool:
    """Run a command of the system; whether it worked."""
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@contextmanager
def small_disk(folder: Path, size: str = "4m") -> Iterator[Path]:
    """A disk in memory of so many bytes, at this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder):
        pytest.skip("this machine lets nobody mount a disk in memory")
    try:
        yield folder
    finally:
        run("umount", "-l", folder)


@contextmanager
def stick(folder: Path, image: Path, megabytes: int = 16) -> Iterator[Path]:
    """A disk that can be locked in the middle of writing, as a worn stick locks itself, at this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with image.open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)
    made = run("mkfs.ext4", "-q", "-F", "-m", "0", "-E", "lazy_itable_init=0", image)
    if not (made and run("mount", "-o", "loop,errors=remount-ro", image, folder)):
        pytest.skip("this machine lets nobody mount a file as a disk")
    try:
        yield folder
    finally:
        run("umount", "-l", folder)


def lock_stick(folder: Path) -> bool:
    """Let the system find the stick at fault: it may only be read from now on, by whoever has files open too."""
    run("mount", "-o", "remount,abort", folder)
    try:
        (folder / "tried").write_text("")
    except OSError as error:
        return error.errno == errno.EROFS
    return False


def fill(folder: Path) -> Path:
    """Take all room of a disk; give the file that has it."""
    file = folder / "holiday.mov"
    _reserve(file)
    with file.open("ab", buffering=0) as film:
        for size in (65536, 4096, 512, 1):
            try:
                while film.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return file


def plug_in_again(folder: Path, image: Path) -> bool:
    """Pull a stick out and put it in again, sound: what it holds is what had reached it."""
    run("umount", "-l", folder)
    sound = image.with_name(f"{image.name}-again")
    shutil.copyfile(image, sound)
    return run("mount", "-o", "loop", sound, folder)


def _reserve(file: Path) -> None:
    """Take the large part of a disk at once, where the system can give room without writing."""
    free = shutil.disk_usage(file.parent).free
    if free < _LARGE:
        return
    with file.open("wb") as film, suppress(OSError):
        os.posix_fallocate(film.fileno(), 0, free - _LARGE)


def mount(*words: str | Path) -> bool:
    """Mount something, or mount it in another way; whether it worked."""
    return run("mount", *words)
