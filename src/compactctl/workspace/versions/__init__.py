"""Two versions of the documents, part by part: what differs, and what of that anybody had signed."""
