"""The command line: words in, exit code out. Alone knows Typer, in two of its files."""
