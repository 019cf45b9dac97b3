"""The desk is the only door: every wish comes in here, and every fact leaves from here after it is on disk."""
