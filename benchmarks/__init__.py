"""Measures compactctl against a straightforward script that does the same work; `python -m benchmarks` runs it."""
