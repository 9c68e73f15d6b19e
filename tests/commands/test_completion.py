"""What a shell is offered when somebody presses TAB."""

import json
from pathlib import Path

import pytest
from tests.running import copy_record, run


def offered(folder: Path, line: str) -> list[str]:
    """Return what bash is offered for the last word of a line."""
    asked = {"_COMPACTCTL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = run(folder, **asked)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("compactctl va", ["validate"]),
        ("compactctl validate --select unf", ["unfinished"]),
        ("compactctl validate --complete ", ["2003/04", "2004/05"]),
        ("compactctl validate --format s", ["sarif"]),
        ("compactctl fix --format j", ["json"]),
        ("compactctl fix --d", ["--dry-run", "--data"]),
        ("compactctl explain year", ["year-gap"]),
        ("compactctl report --year ", ["2003/04", "2004/05"]),
        ("compactctl report --authority ", ["hampshire", "norfolk"]),
        ("compactctl report --region south-e", ["south-east"]),
        ("compactctl report --type count", ["county"]),
        ("compactctl diff 2003/04 ", ["2003/04", "2004/05"]),
        ("compactctl new norf", ["norfolk"]),
        ("compactctl new essex --year 2003/04 --area ks", ["ks2-literacy-numeracy", "ks3-delivery"]),
        ("compactctl renew ", ["hampshire", "norfolk"]),
        ("compactctl form norf", ["norfolk"]),
        ("compactctl form norfolk --year ", ["2003/04", "2004/05"]),
        ("compactctl sign ", ["hampshire", "norfolk", "2003/04", "2004/05"]),
        ("compactctl sign hampshire --party a", ["authority", "association"]),
        ("compactctl sign hampshire --year 2004", ["2004/05"]),
        ("compactctl schema compa", ["compact"]),
        ("compactctl rules --format m", ["markdown"]),
    ],
)
def test_offers_what_there_is(line: str, words: list[str], tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire", "norfolk")
    assert offered(tmp_path, line) == words


def test_the_data_folder_may_be_named_before_the_command_or_after(tmp_path: Path) -> None:
    copy_record(tmp_path / "elsewhere", "hampshire")
    assert offered(tmp_path, "compactctl --data elsewhere/data renew ") == ["hampshire"]
    assert offered(tmp_path, "compactctl renew --data elsewhere/data h") == ["hampshire"]


@pytest.mark.parametrize("line", ["new h", "new hampshire --area ", "report --year ", "diff ", "renew "])
def test_offers_nothing_and_says_nothing_without_a_workspace(line: str, tmp_path: Path) -> None:
    assert offered(tmp_path, f"compactctl {line}") == []
    (tmp_path / "data").mkdir()
    assert offered(tmp_path, f"compactctl {line}") == []


def test_rules_need_no_workspace(tmp_path: Path) -> None:
    assert offered(tmp_path, "compactctl explain unf") == ["unfinished"]


def test_what_is_broken_is_not_offered(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "annex/2004-05.yaml").write_text("&x\n")
    (data / "authorities.csv").write_text("code\n")
    assert offered(tmp_path, "compactctl new hampshire --area ks3") == ["ks3-delivery"]
    assert offered(tmp_path, "compactctl new ham") == []


@pytest.mark.parametrize(
    ("shell", "answer"),
    [
        ("zsh", """_arguments '*: :(("year-gap":"the last annex is not of the year before"))'"""),
        ("fish", "year-gap\tthe last annex is not of the year before"),
        ("powershell", "year-gap:::the last annex is not of the year before"),
    ],
)
def test_each_shell_is_answered_in_its_own_manner(shell: str, answer: str, tmp_path: Path) -> None:
    asked = {
        "_COMPACTCTL_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "compactctl explain year",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "year",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = run(tmp_path, **asked)
    assert (done.returncode, done.stdout.rstrip("\n"), done.stderr) == (0, answer, "")


@pytest.mark.parametrize("asked", ["complete_bash", "complete_nushell", "complete"])
def test_a_shell_that_asks_for_nothing_gets_nothing(asked: str, tmp_path: Path) -> None:
    done = run(tmp_path, _COMPACTCTL_COMPLETE=asked)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "defect" not in done.stderr


HOSTILE = r"x \$(touch pwned) \`touch pwned\` [red]y[/] [/z] :skull: it's" + 30 * " long" + '"; touch pwned; "'


@pytest.mark.parametrize(
    ("shell", "shown"),
    [
        ("zsh", """_arguments '*: :(("local-issues":"n, x (touch pwned) touch pwned red y / /z skull – it’s long"""),
        ("fish", "local-issues\tn, x (touch pwned) touch pwned red y / /z skull – it’s long"),
        ("powershell", "local-issues:::n, x (touch pwned) touch pwned red y / /z skull – it’s long"),
    ],
)
def test_what_a_title_says_is_shown_in_a_line_and_does_nothing(shell: str, shown: str, tmp_path: Path) -> None:
    annex = copy_record(tmp_path) / "annex/2004-05.yaml"
    annex.write_text(annex.read_text().replace("Other local strategic issues", json.dumps(HOSTILE)))
    asked = {
        "_COMPACTCTL_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "compactctl new kent --area local",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "local",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COLUMNS": "20",
    }
    done = run(tmp_path, **asked)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert done.stdout.startswith(shown)
    assert not set(done.stdout).intersection("\\$`;&|<>")


def test_what_is_no_plain_word_is_not_offered(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    columns = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors"
    (data / "authorities.csv").write_text(f"{columns}\n1,aaa,A,,$(touch pwned),county,,,\n2,bbb,B,,north,*,,,\n")
    assert offered(tmp_path, "compactctl report --region ") == ["north"]
    assert offered(tmp_path, "compactctl report --type ") == ["county"]
