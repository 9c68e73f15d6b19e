"""Settings of the test tools that pyproject.toml has no place for."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of us.
# A change is judged by the same examples as the one before it; the weekly run draws others, and many more.
settings.register_profile("compactctl", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("compactctl")

TESTS: Final = Path(__file__).parent
SLOW_FOLDERS: Final = ("commands", "hostile")
"""They run the real command thousands of times, or on the largest documents there may be."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out; a slow module elsewhere has the mark itself."""
    for item in items:
        if item.path.is_relative_to(TESTS) and item.path.relative_to(TESTS).parts[0] in SLOW_FOLDERS:
            item.add_marker(pytest.mark.slow)
