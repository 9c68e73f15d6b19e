"""The folder as a whole: register, config, lineage, what an edition takes up; what it was in git, and what differs."""
