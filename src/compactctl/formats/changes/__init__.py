"""Changes as text, a file a format: the results of `changes/` go in, nothing is compared or decided here."""
