"""What `fix` repairs, as text or JSON: one file a format; the file's name says the format's."""
