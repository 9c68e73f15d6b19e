"""What the command `report` is made of, beside its options: filters, formats, gates, and what is told first."""

from typing import Final

FORMATS: Final = ("terminal", "markdown", "html", "csv", "json", "xlsx")
"""The formats of a report, the usual one first."""
