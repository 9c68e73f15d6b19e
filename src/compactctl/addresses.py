"""Where the project is on the web: its home, its schemas, and what belongs to this version of the tool.

Decision 0035 says which addresses move, and which stay.
"""

from typing import Final

from compactctl import __version__

HOME: Final = "https://github.com/compactctl/compactctl"
SCHEMAS: Final = "https://raw.githubusercontent.com/compactctl/compactctl/main/schemas"
NEWEST: Final = f"git+{HOME}"
"""What pip installs the newest state of the tool from."""
NEWEST_PAGES: Final = f"{HOME}/blob/main/docs"
"""Where the pages are that belong to it."""


def is_released(version: str = __version__) -> bool:
    """Tell whether a version is one that was released, and none on the way to it."""
    return ".dev" not in version


def pages(version: str = __version__) -> str:
    """Return where the pages are that belong to a version."""
    return f"{HOME}/blob/v{version}/docs" if is_released(version) else NEWEST_PAGES


def requirement(version: str = __version__) -> str:
    """Return what pip installs a version by, with what was mended in it since, or the newest state between releases."""
    return f"compactctl~={version}" if is_released(version) else NEWEST
