"""A report as JSON, in the words of `records.py`. A compact is written while it is read, and kept as its bytes."""

from collections.abc import Iterator

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.recording import coverage_record, trend_record
from compactctl.formats.coverage.recording_pages import authority_record, compact_record
from compactctl.formats.strict_json import document, written


def keep(page: CompactPage) -> bytes:
    """Return the compact as it stands in the list of compacts."""
    return written(compact_record(page), depth=2)


def coverage(result: Coverage[bytes]) -> Iterator[bytes]:
    """Return the coverage of a year."""
    return document(coverage_record(result), {"compacts": result.compacts})


def authority(result: AuthorityReport) -> bytes:
    """Return one authority's page."""
    return written(authority_record(result)) + b"\n"


def trend(result: Trend) -> bytes:
    """Return all years side by side."""
    return written(trend_record(result)) + b"\n"
