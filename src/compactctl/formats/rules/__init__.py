"""The rules and their pages as text."""
