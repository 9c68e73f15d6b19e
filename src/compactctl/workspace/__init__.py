"""The folder as a whole: register, config, lineage, what an edition takes up, a git revision."""
