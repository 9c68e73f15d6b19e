"""What is wrong with the register of authorities."""
