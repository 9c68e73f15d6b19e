"""What is still to be done."""
