"""The rules of the house, told as sentences that can fail; the tree mirrors facilitator/."""
