"""What lies in .github is what GitHub can read, and gives nothing away: workflows, forms, what looks for updates."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from compactctl import __version__

ROOT: Final = Path(__file__).parents[1]
STARTER: Final = ROOT / "src/compactctl/drafts/starter"
WORKFLOWS: Final = [*sorted(ROOT.glob(".github/workflows/*.yml")), STARTER / "compacts.yml", STARTER / "pages.yml"]
FORMS: Final = sorted(ROOT.glob(".github/ISSUE_TEMPLATE/[0-9]*.yml"))
USES: Final = re.compile(r"^ *(?:- )?uses: *(.*)$", re.MULTILINE)


def load(path: Path) -> Any:  # noqa: ANN401 - whatever YAML holds
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone, so 'on' too


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for step in job["steps"] if "uses" in step]


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class TestWorkflows:
    @pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=names)
    def test_every_action_is_named_by_the_hash_of_a_commit_and_its_version(self, path: Path) -> None:
        used = USES.findall(path.read_text(encoding="utf-8"))
        assert used
        assert [use for use in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []

    def test_an_action_has_one_version_wherever_it_is_used(self) -> None:
        used = {use for path in (*WORKFLOWS, ROOT / "action.yml") for use in USES.findall(path.read_text("utf-8"))}
        actions = [use.partition("@")[0] for use in used]
        assert sorted(actions) == sorted(set(actions))

    @pytest.mark.parametrize("path", WORKFLOWS, ids=names)
    def test_a_job_has_what_it_says_that_it_needs_and_a_limit(self, path: Path) -> None:
        workflow = load(path)
        assert workflow["permissions"] == {}
        for name, job in workflow["jobs"].items():
            assert job["permissions"], name
            assert int(job["timeout-minutes"]) > 0, name

    @pytest.mark.parametrize("path", WORKFLOWS, ids=names)
    def test_no_checkout_leaves_a_password_behind(self, path: Path) -> None:
        checkouts = [
            step
            for job in load(path)["jobs"].values()
            for step in steps(job)
            if step["uses"].startswith("actions/checkout@")
        ]
        assert checkouts
        assert {step["with"]["persist-credentials"] for step in checkouts} == {"false"}


class TestRelease:
    JOBS: Final = load(ROOT / ".github/workflows/release.yml")["jobs"]

    def test_a_tag_sets_it_off_and_nothing_else(self) -> None:
        assert load(ROOT / ".github/workflows/release.yml")["on"] == {"push": {"tags": ["v*"]}}

    def test_only_one_job_can_show_pypi_who_it_is_and_it_runs_nothing_of_the_project(self) -> None:
        assert [name for name, job in self.JOBS.items() if "id-token" in job["permissions"]] == ["pypi"]
        job = self.JOBS["pypi"]
        assert (job["permissions"], job["environment"]["name"]) == ({"id-token": "write"}, "pypi")
        assert [step["uses"].partition("@")[0] for step in job["steps"]] == [
            "actions/download-artifact",
            "pypa/gh-action-pypi-publish",
        ]

    def test_what_is_published_was_built_once_and_tried_as_it_is(self) -> None:
        building = [name for name, job in self.JOBS.items() for step in job["steps"] if "build dist" in str(step)]
        assert building == ["build"]
        assert self.JOBS["try"]["steps"][-1]["run"] == "ci/package try dist"
        order = ["try", "pypi", "image", "page"]
        assert [self.JOBS[name]["needs"] for name in order] == ["build", *order[:-1]]

    def test_the_tag_is_looked_at_before_anything_is_built(self) -> None:
        scripts = [step["run"] for step in self.JOBS["build"]["steps"] if "run" in step]
        assert scripts[0] == 'python -I tools/release.py --notes "$GITHUB_REF_NAME"'

    def test_the_lowest_and_the_newest_python_try_it(self) -> None:
        lowest = re.search(r'requires-python = ">=(.*)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        assert lowest is not None
        assert self.JOBS["try"]["strategy"]["matrix"]["python"] == [lowest[1], "3.x"]


@pytest.mark.parametrize("path", FORMS, ids=names)
def test_a_form_has_what_github_asks_of_one(path: Path) -> None:
    form = load(path)
    assert form.keys() == {"name", "description", "labels", "body"}
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(set(ids)) == len(ids) > 0
    for part in form["body"]:
        match part["type"]:
            case "markdown":
                assert part["attributes"].keys() == {"value"}
            case "dropdown":
                assert {"label", "options"} <= part["attributes"].keys() <= {"label", "description", "options"}
            case "input" | "textarea" as kind:
                optional = {"description", "placeholder", *(["render"] if kind == "textarea" else [])}
                assert {"label"} <= part["attributes"].keys() <= {"label", *optional}
            case kind:
                pytest.fail(kind)
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        assert part.get("validations", {"required": "true"}) == {"required": "true"}


def test_what_is_told_in_private_has_its_own_way() -> None:
    [contact] = load(ROOT / ".github/ISSUE_TEMPLATE/config.yml")["contact_links"]
    assert contact.keys() == {"name", "url", "about"}
    assert "Report a vulnerability" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert contact["url"].startswith("https://github.com/compactctl/compactctl/security/")


MANIFESTS: Final = {
    "pip": "pyproject.toml",
    "github-actions": ".github/workflows",
    "npm": "package-lock.json",
    "docker": "Dockerfile",
}


def test_updates_of_everything_are_looked_for_and_waited_for_a_week() -> None:
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    assert sorted(update["package-ecosystem"] for update in updates) == sorted(MANIFESTS)
    for update in updates:
        assert (ROOT / update["directory"][1:] / MANIFESTS[update["package-ecosystem"]]).exists()
        assert (update["cooldown"], len(update["groups"])) == ({"default-days": "7"}, 1)


@pytest.mark.parametrize("name", ["docs/ci.md", "ci/gitlab.yml"])
def test_examples_name_the_newest_release(name: str) -> None:
    """The one that the change log has first; before there is any, the one that this version is on the way to."""
    released = re.findall(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    newest = released[0] if released else __version__.removesuffix(".dev0")
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"\bv\d+\.\d+\.\d+\b", text)) == {f"v{newest}"}
    assert re.findall(r"compactctl(?:@|/archive/|/)main\b", text) == []
