"""One of every kind of mistake, as `validate` shows it: tests/golden/mistakes.txt, which `make goldens` writes."""

import shutil
from pathlib import Path
from typing import Final

from pytest_regressions.file_regression import FileRegressionFixture
from tests.repositories import begin
from tests.rules.looking import write_before, write_sample
from tests.running import run

from compactctl.rules.names import page_of, rule_names

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "mistakes.txt"


def shown(rule: str, folder: Path) -> str:
    """Return what `validate` shows of the sample that breaks a rule."""
    sample, options = page_of(rule).breaks, []
    if sample.complete is not None:
        options += ["--complete", str(sample.complete)]
    if sample.before is not None:
        write_before(sample, folder / "data")
        begin(folder)
        shutil.rmtree(folder / "data")
        options += ["--since", "main"]
    write_sample(sample, folder / "data")
    done = run(folder, "validate", "--as-of", str(sample.as_of), "--fail-on", "info", *options)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def test_one_of_every_kind_of_mistake(tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    pieces = []
    for rule in rule_names():
        (tmp_path / rule).mkdir()
        pieces.append(f"## {rule}\n\n{shown(rule, tmp_path / rule)}")
    file_regression.check("\n".join(pieces), encoding="utf-8", fullpath=GOLDEN)
