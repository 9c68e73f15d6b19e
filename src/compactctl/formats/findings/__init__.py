"""Findings as text: one file a format, found by being there; the file's name says the format's."""
