"""One file read by lines: what whoever typed it meant, where YAML reads otherwise or nothing at all."""
