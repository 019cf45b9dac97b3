"""What happened, in plain words: the facts of a convening, and a look back at any moment, on this laptop only."""
