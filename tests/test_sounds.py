"""The sounds that travel with the app: made by a script of ours, soft, short, and as loud as their page says."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from facilitator.convening.cues import Chime

SOUNDS = Path(__file__).parents[1] / "resources" / "sounds"
NAMES = [chime.value for chime in Chime]
FULL, RATE = 32_767, 22_050
ROW = re.compile(r"^\| `(\w+)\.wav` \|.*\| ([\d.]+) s \| (\S+) dB \| (\S+) dB \|$", re.MULTILINE)


def samples(name: str) -> array[int]:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def decibels(amount: float) -> float:
    return 20 * math.log10(amount / FULL)


def loudest(name: str, seconds: float = 0.3) -> float:
    heard, span = samples(name), round(seconds * RATE)
    pieces = (heard[at : at + span] for at in range(0, len(heard) - span + 1, RATE // 100))
    return decibels(math.sqrt(max(sum(each * each for each in piece) for piece in pieces) / span))


def test_the_script_makes_the_same_sounds_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SOUNDS / "make.py"), str(tmp_path)], check=True, capture_output=True)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in SOUNDS.glob("*.wav"))
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (SOUNDS / made.name).read_bytes(), made.name


def test_every_chime_has_its_sound_and_no_sound_is_without_a_chime() -> None:
    assert sorted(path.stem for path in SOUNDS.glob("*.wav")) == sorted(NAMES)
    assert sum(path.stat().st_size for path in SOUNDS.glob("*.wav")) < 250_000


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_short_swells_and_fades_and_is_never_cut_off(name: str) -> None:
    heard = samples(name)
    peak = max(abs(each) for each in heard)

    assert 0.5 < len(heard) / RATE < 2
    assert peak < 0.65 * FULL
    assert max(abs(each) for each in heard[:3]) < 0.05 * peak
    assert max(abs(each) for each in heard[-RATE // 50 :]) < 0.01 * peak
    assert heard[-1] == 0
    assert abs(sum(heard) / len(heard)) < 0.005 * peak
    # No two samples lie so far apart that the step between them is heard as a click.
    assert max(abs(a - b) for a, b in pairwise(heard)) < 0.9 * peak


def test_the_page_says_how_long_and_loud_they_are() -> None:
    said = {
        name: (float(seconds), peak, loud)
        for name, seconds, peak, loud in ROW.findall((SOUNDS / "README.md").read_text(encoding="utf-8"))
    }

    assert said.keys() == set(NAMES)
    for name, (seconds, peak, loud) in said.items():
        heard = samples(name)
        assert seconds == pytest.approx(len(heard) / RATE, abs=0.05)
        assert float(peak.replace("−", "-")) == pytest.approx(decibels(max(abs(each) for each in heard)), abs=0.1)
        assert float(loud.replace("−", "-")) == pytest.approx(loudest(name), abs=0.1)


def test_an_end_is_the_loudest_and_a_cue_the_quietest() -> None:
    loudness = {name: loudest(name) for name in NAMES}

    assert loudness["end"] > loudness["step"] > loudness["over"] > loudness["cue"]
    assert loudness["cue"] > -24


def test_the_sounds_can_be_told_apart() -> None:
    """Each has its own first tone: counted by how often the wave crosses its middle in the first 150 ms."""
    crossings = {
        name: sum(a < 0 <= b for a, b in pairwise(heard))
        for name in NAMES
        if (heard := samples(name)[: round(0.15 * RATE)])
    }

    assert sorted(crossings, key=crossings.__getitem__) == ["over", "end", "step", "cue"]
