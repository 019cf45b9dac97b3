"""Benchmarks of the whole house: python -m tests.bench NAME, one line of JSON each."""
