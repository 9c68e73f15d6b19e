import json
import re

import pytest
from tests.docs.blocks import ROOT
from tests.running import DATA

from compactctl.addresses import HOME, SCHEMAS
from compactctl.drafts import init
from compactctl.drafts.init import workspace_files
from compactctl.drafts.lines import schema_line


def test_statement_and_annex_are_those_of_the_record_below_the_schema_for_the_editor() -> None:
    """But for what came of the commitments: a workspace may begin before that."""
    record = {name: (DATA / name).read_text(encoding="utf-8") for name in ("statement.yaml", "annex/2003-04.yaml")}
    record["statement.yaml"] = re.sub(r"    follow_up:\n(?: {6}.*\n)+", "", record["statement.yaml"])
    for name, text in record.items():
        first, _, rest = workspace_files()[f"data/{name}"].decode().partition("\n")
        assert (first, rest) == (schema_line("annex" if "annex" in name else "statement"), text)


def test_the_editor_finds_the_schemas() -> None:
    settings = json.loads(workspace_files()[".vscode/settings.json"])
    assert {url.rpartition("/")[0] for url in settings["yaml.schemas"]} == {SCHEMAS}


def test_the_editor_shows_blanks_writes_no_tabs_and_changes_no_line_by_itself() -> None:
    settings = json.loads(workspace_files()[".vscode/settings.json"])
    yaml = settings["[yaml]"]
    assert (yaml["editor.renderWhitespace"], yaml["editor.insertSpaces"], yaml["files.encoding"]) == (
        "all",
        True,
        "utf8",
    )
    assert not settings["yaml.format.enable"]
    assert not any(value for name, value in yaml.items() if name.startswith("editor.formatOn"))
    assert "charset = utf-8" in workspace_files()[".editorconfig"].decode()


@pytest.mark.parametrize("version", ["compactctl~=1.4.2", "git+https://github.com/compactctl/compactctl"])
def test_the_workflows_install_the_version_that_wrote_them(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "requirement", lambda: version)
    files = workspace_files(with_pages=True)
    for name in (".github/workflows/compacts.yml", ".github/workflows/pages.yml"):
        assert re.findall(r"pip install (.*)", files[name].decode()) == [f'"{version}"'], name


def test_the_readme_says_what_the_tool_is_and_leads_to_the_pages_of_this_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(init, "pages", lambda: f"{HOME}/blob/v1.4.2/docs")
    readme = workspace_files()["README.md"].decode()
    assert f"[compactctl]({HOME}) is" in readme
    names = re.findall(rf"\({HOME}/blob/v1\.4\.2/(\S+)\)", readme)
    assert names[:2] == ["docs/install.md", "docs/tutorial.md"]
    assert [name for name in names if not (ROOT / name).is_file()] == []
    assert f"{HOME}/blob/main" not in readme
