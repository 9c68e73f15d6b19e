"""What keeps a file from being read at all; found by the reader, for which these are the pages."""
