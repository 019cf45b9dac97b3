"""The phone page's shared pieces: its skeleton, its look, its script, its words, and how a posting is read."""
