"""What a convening can begin from: the sample that everybody can try."""
