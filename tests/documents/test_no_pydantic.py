"""Commands that read documents, or make them, do without Pydantic: loading it would take half of a check's time."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.repositories import begin
from tests.running import copy_record, environment

COMMANDS: Final = (
    "validate",
    "validate --since main",
    "report --year 2003/04",
    "report --year 2003/04 --format json",
    "report --year 2003/04 --format html --output report.html",
    "report --authority hampshire",
    "report --trend",
    "diff 2003/04 2004/05",
    "diff 2003/04 2004/05 --format json",
    "diff --since main",
    "revise 2005/06",
    "new kent --area a",
    "renew hampshire",
    "sign hampshire --year 2003/04 --party authority --role Leader --as-of 2004-12-01",
)
_LOADED: Final = re.compile(r"^import time:.*\| +([\w.]+)$", re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_without_pydantic(command: str, tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    begin(tmp_path)
    (data / "compacts/norfolk.yaml").write_text("authority: norfolk\n", encoding="utf-8")  # a partial document
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "compactctl", *command.split()],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = _LOADED.findall(ran.stderr)
    assert "compactctl.documents.content" in loaded, ran.stderr
    assert ran.returncode in (0, 1), ran.stderr
    assert [name for name in loaded if name.partition(".")[0] == "pydantic"] == []
