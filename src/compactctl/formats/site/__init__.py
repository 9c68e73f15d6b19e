"""The whole record as a site: what its pages say, and its files of data."""
