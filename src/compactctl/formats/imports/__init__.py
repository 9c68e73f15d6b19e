"""What became of returned forms as text and as JSON, one format a file."""
