"""What to write: a compact's first edition, its next one, the next annex, a new workspace. Writes nothing itself."""
