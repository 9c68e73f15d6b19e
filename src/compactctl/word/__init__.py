"""A Word document as a file: begun blank with our styles, its texts and tables, saved as the same bytes."""
