"""The stage: what the room sees on the projector, and the same picture small on the console."""
