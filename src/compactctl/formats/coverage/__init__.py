"""A report as text, a file a format: the results of `coverage/` go in, nothing is counted or decided here."""
