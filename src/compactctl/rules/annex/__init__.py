"""What is wrong with the statement, with an annex, or between annexes."""
