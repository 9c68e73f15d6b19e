"""What is wrong with signatures and what they bring about."""
