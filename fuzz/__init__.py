"""Fuzzing: what no input may do, tried with millions of them. See README.md."""
