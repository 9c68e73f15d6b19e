"""One file a command, found by being there; the first line of its docstring is what `--help` lists."""
