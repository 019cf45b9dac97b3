"""Parts of Prepare: days, what is to settle, sums, steps, and what else can be said of a block."""
