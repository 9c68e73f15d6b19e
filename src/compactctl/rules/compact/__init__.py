"""What is wrong with a compact as the annex and the register have it."""
