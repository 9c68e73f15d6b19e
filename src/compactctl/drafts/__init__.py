"""What to write: a compact's first edition, its next one, a signature, the next annex, a new workspace. Writes nothing itself."""
