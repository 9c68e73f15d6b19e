"""The project's page on PyPI: README.md, whose links lead to the files of the version that is built."""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class PageOnPyPI(MetadataHookInterface):
    """What PyPI shows: a link to a file of the project would lead nowhere there."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the page into the metadata."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        version, home = metadata["version"], metadata["urls"]["Homepage"]
        revision = "main" if ".dev" in version else f"v{version}"
        text = re.sub(r"(!\[[^\]]*\]\()(?![a-z]+:)", rf"\1{home}/raw/{revision}/", text)
        text = re.sub(r"(\]\()(?![a-z]+:|#)", rf"\1{home}/blob/{revision}/", text)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
