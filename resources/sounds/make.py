"""Makes the chimes of this folder, byte for byte the same each time: python resources/sounds/make.py [FOLDER].

A bell is a sum of decaying sines. Each stroke swells in a few milliseconds, and the whole fades out, so nothing clicks.
It prints the figures that README.md gives: seconds, peak, and the loudness of its loudest 300 ms.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 22_050
FULL = 32_767
FADE_S = 0.12
LOUD_S = 0.3

G4, C5, E5, G5, A5 = 391.995, 523.251, 659.255, 783.991, 880.0

BELL = ((1.0, 1.0, 1.0), (2.0, 0.45, 0.6), (2.76, 0.22, 0.35), (4.07, 0.1, 0.2))
"""Partials as (times the tone, strength, times the ring): the third and fourth make it a bell."""
SOFT = ((1.0, 1.0, 1.0), (2.0, 0.2, 0.5), (3.0, 0.05, 0.3))
"""Nearly a flute: nobody starts."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke: when (s), how high (Hz), how strong, how long it takes to fall to a third and to swell (s)."""

    at: float
    tone: float
    strength: float
    rings: float
    swells: float
    partials: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """A chime: how long it is (s), how far its peak goes (1 is all there is), and its strokes."""

    seconds: float
    peak: float
    strokes: tuple[Stroke, ...]


SOUNDS = {
    "end": Sound(1.9, 0.6, (Stroke(0, C5, 1, 0.55, 0.012, BELL), Stroke(0.28, G5, 0.8, 0.5, 0.012, BELL))),
    "cue": Sound(0.7, 0.35, (Stroke(0, A5, 1, 0.16, 0.006, BELL),)),
    "step": Sound(1.2, 0.4, (Stroke(0, E5, 1, 0.3, 0.015, SOFT), Stroke(0.2, C5, 0.9, 0.35, 0.015, SOFT))),
    "over": Sound(1.4, 0.22, (Stroke(0, G4, 1, 0.5, 0.06, SOFT),)),
}


def wave_of(sound: Sound) -> list[int]:
    """Sound the strokes together: samples of 16 bits."""
    length = round(sound.seconds * RATE)
    heard = [0.0] * length
    for stroke in sound.strokes:
        first = round(stroke.at * RATE)
        for place in range(first, length):
            time = (place - first) / RATE
            swell = 0.5 - 0.5 * math.cos(math.pi * min(1.0, time / stroke.swells))
            heard[place] += stroke.strength * swell * _partials(stroke, time)
    loudest = max(abs(each) for each in heard)
    return [round(FULL * sound.peak * each / loudest * _fade(length - 1 - place)) for place, each in enumerate(heard)]


def _partials(stroke: Stroke, time: float) -> float:
    return sum(
        strength * math.exp(-time / (stroke.rings * rings)) * math.sin(math.tau * stroke.tone * times * time)
        for times, strength, rings in stroke.partials
    )


def _fade(left: int) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, left / (FADE_S * RATE)))


def loudness(samples: list[int]) -> float:
    """How loud the loudest 300 ms are: RMS in dB below the most there is."""
    span = round(LOUD_S * RATE)
    loudest = max(
        sum(each * each for each in samples[at : at + span]) for at in range(0, len(samples) - span + 1, RATE // 100)
    )
    return 10 * math.log10(loudest / span / FULL**2)


def write(samples: list[int], path: Path) -> None:
    """Write one channel of 16 bits."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def main() -> int:
    """Write every sound, and say how loud it came out."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, sound in SOUNDS.items():
        samples = wave_of(sound)
        write(samples, folder / f"{name}.wav")
        peak = 20 * math.log10(max(abs(each) for each in samples) / FULL)
        print(f"{name:5} {sound.seconds:.1f} s, peak {peak:.1f} dB, loudness {loudness(samples):.1f} dB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
