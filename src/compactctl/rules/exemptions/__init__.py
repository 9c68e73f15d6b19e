"""What is wrong with the exemptions of the settings."""
