"""People from a table: what each column means, who is new, and one act that adds them."""
