"""What is taken up: the coverage of the priority areas in a year, one authority's page, and the years side by side."""
