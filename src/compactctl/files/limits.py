"""The limits on one file, each stated in SECURITY.md too."""

from typing import Final

MAXIMUM_BYTES: Final = 1024 * 1024
MAXIMUM_SIZE: Final = f"{MAXIMUM_BYTES // 1024**2} MiB"
"""The same in words."""
MAXIMUM_DEPTH: Final = 20
"""Maps and lists inside one another, the outermost counting as 1."""
MAXIMUM_NODES: Final = 50_000
"""Texts, keys, maps and lists."""
MAXIMUM_FINDINGS: Final = 500
"""Findings shown of one file; the last line says how many more there are."""
EXCERPT_WIDTH: Final = 100
"""Characters of a source line that a finding carries."""
