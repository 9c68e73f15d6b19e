"""What to write: an edition, first or next, a signature, the next annex, a new workspace. Writes nothing itself."""
