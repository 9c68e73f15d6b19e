import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.running import COMMAND, DATA, copy_record, environment, picture, run

ONE_EDITION = ("bristol", "cornwall", "rutland", "sheffield", "telford-and-wrekin")


@pytest.mark.parametrize("slug", ONE_EDITION)
def test_adds_an_edition_that_validate_has_no_error_in(tmp_path: Path, slug: str) -> None:
    data = copy_record(tmp_path, slug)
    old = (data / f"compacts/{slug}.yaml").read_bytes()
    before = picture(tmp_path)
    done = run(tmp_path, "renew", slug)
    assert (done.returncode, done.stdout) == (0, "")
    after = picture(tmp_path)
    assert set(after) == set(before)
    new = (data / f"compacts/{slug}.yaml").read_bytes()
    assert new.startswith(old)
    assert new.count(b"  - year: ") == 2
    checked = run(tmp_path, "validate", "--format", "concise")
    assert checked.returncode == 0, checked.stdout


def test_tells_what_came_over_what_is_to_be_decided_and_what_was_left_out(tmp_path: Path) -> None:
    copy_record(tmp_path, "rutland", "telford-and-wrekin")
    assert run(tmp_path, "renew", "Rutland").stderr == (
        "compactctl: the edition of 2003/04 has no review yet\n"
        "  hint: where one was held, write in that edition 'review:', and below it 'date: …' and 'text: …'\n"
        "compactctl: added the edition of 2004/05 to 'data/compacts/rutland.yaml', "
        "with 2 priorities carried over from 2003/04\n"
        "compactctl: offered in it as a comment, to be decided: g, Quality of teaching and leadership\n"
        "compactctl: offered in it as a comment, to be decided: h, Reform of the school workforce\n"
        "  hint: open it and look at every TODO; then run 'compactctl validate'\n"
    )
    assert "compactctl: left out of it: c, Improved delivery of key stage 3 (not on the agenda of 2004/05: What" in run(
        tmp_path, "renew", "telford-and-wrekin"
    ).stderr  # fmt: skip


def test_a_dry_run_is_a_patch_that_git_applies(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "rutland")
    path = data / "compacts" / "rutland.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    before, old = picture(tmp_path), path.read_bytes()
    shown = run(tmp_path, "renew", "rutland", "--dry-run")
    assert (shown.returncode, picture(tmp_path)) == (0, before)
    assert shown.stderr.startswith("compactctl: the edition of 2003/04 has no review yet")
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=shown.stdout.encode(), check=True)
    patched = path.read_bytes()
    path.write_bytes(old)
    run(tmp_path, "renew", "rutland")
    assert path.read_bytes() == patched


def test_says_nothing_of_a_review_that_was_held_and_leaves_it_and_answered_asks_behind(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "rutland")
    path = data / "compacts/rutland.yaml"
    head = path.read_text(encoding="utf-8").partition("    asks:")[0].partition("    signatures:")[0]
    later = """\
    review: {date: 2004-06-30, text: Held at Oakham}
    asks:
      - text: Give notice of grants
        answer: {date: 2004-06-01, text: It will be given}
      - text: Ask once
"""
    path.write_text(head + later, encoding="utf-8")
    done = run(tmp_path, "renew", "rutland")
    assert done.returncode == 0
    assert "review" not in done.stderr
    named = "since it has its answer: 'Give notice of grants' (answered on 1 June 2004)\n"
    assert f"compactctl: left behind, {named}" in done.stderr
    _, _, new = path.read_text(encoding="utf-8").partition("  - year: 2004/05")
    assert f"    # Left behind, {named}" in new
    assert "      - text: >-\n          TODO still true? Ask once\n" in new
    assert (new.count("Give notice"), "Oakham" in new, "It will be given" in new) == (1, False, False)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "editions:",
            "ended: {date: 2004-08-01, text: So agreed}\neditions:",
            "was brought to an end on 1 August 2004",
        ),
        ("- area: ", "- area: ict-is-it\n      - area: ", "names 'ict-is-it' in line "),
        ("editions:", "editions:\n  - year: 2003/04\n    priorities: []", "has a second edition of 2003/04 in line "),
    ],
)
def test_refuses_what_decides_what_is_carried(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = copy_record(tmp_path, "rutland") / "compacts/rutland.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    before = picture(tmp_path)
    for options in ((), ("--dry-run",)):
        done = run(tmp_path, "renew", "rutland", *options)
        assert (done.returncode, done.stdout, picture(tmp_path)) == (1, "", before)
        assert message in done.stderr


PAST = """\
authority: rutland
editions:
  - year: 2003/04
    review: {date: 2004-12-07, text: All goes on}
    priorities:
      - area: early-education
        contributions:
          authority: [Consultants]
    asks:
      - {text: "Notice: three years", answer: {date: 2004-06-01, text: No}}
    signatures:
      - {party: authority, role: Leader, date: 2004-01-12}
      - {party: authority, role: Director, date: 2004-01-14}
      - {party: department, role: Minister, date: 2004-10-01}
"""


def test_what_a_compact_of_the_past_leaves_unsaid_stays_unsaid(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    (data / "compacts").mkdir()
    path = data / "compacts/rutland.yaml"
    path.write_text(PAST, encoding="utf-8")
    for command in (("renew", "rutland"), ("new", "surrey", "--area", "b"), ("revise",), ("renew", "rutland")):
        assert run(tmp_path, *command).returncode == 0
        checked = run(tmp_path, "validate", "--format", "concise", "--as-of", "2005-09-01")
        assert checked.returncode == 0, checked.stdout
    texts = path.read_text(encoding="utf-8"), (data / "compacts/surrey.yaml").read_text(encoding="utf-8")
    assert [word in text for text in texts for word in (" term:", " why:")] == [False] * 4


def test_never_adds_a_second_edition_of_a_year(tmp_path: Path) -> None:
    copy_record(tmp_path, "norfolk")
    before = picture(tmp_path)
    done = run(tmp_path, "renew", "norfolk")
    assert (done.returncode, picture(tmp_path)) == (1, before)
    assert "has an edition of 2004/05, and no later annex is there" in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("authority: rutland\neditions: [{year: 2003/04, priorities: []}]\n", "do not stand one below the other"),
        ("authority: rutland\neditions:\n  - year: 2003/05\n", "has errors; the first in line 3: 'year' is '2003/05'"),
        (
            "authority: rutland\neditions:\n  - {",
            "has errors; the first in line 3: what begins with '{' here is not closed",
        ),
    ],
)
def test_a_file_that_nothing_can_be_added_to_is_refused_unchanged(tmp_path: Path, text: str, message: str) -> None:
    data = copy_record(tmp_path, "rutland")
    (data / "compacts" / "rutland.yaml").write_text(text)
    before = picture(tmp_path)
    for options in ((), ("--dry-run",)):
        done = run(tmp_path, "renew", "rutland", *options)
        assert (done.returncode, done.stdout, picture(tmp_path)) == (1, "", before)
        assert message in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hamshire",), "did you mean 'hampshire' (Hampshire)?"),
        (
            ("hampshire",),
            "Hampshire has no compact in 'data/compacts'\n  hint: 'compactctl new hampshire' writes its first",
        ),
    ],
)
def test_an_authority_without_a_compact_is_told(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    copy_record(tmp_path, "norfolk")
    done = run(tmp_path, "renew", *arguments)
    assert done.returncode == 2
    assert message in done.stderr


@pytest.mark.parametrize("command", [("renew", "rutland"), ("new", "surrey"), ("revise",)])
def test_nothing_is_guessed_of_compacts_that_cannot_be_listed(tmp_path: Path, command: tuple[str, ...]) -> None:
    data = copy_record(tmp_path)
    (data / "compacts").touch()
    before = picture(tmp_path)
    done = run(tmp_path, *command)
    assert (done.returncode, picture(tmp_path)) == (2, before)
    assert "the folder data/compacts cannot be read, so it cannot be told" in done.stderr


@pytest.mark.parametrize("command", [("new", "surrey"), ("revise",), ("revise", "2005/06"), ("report",)])
def test_nothing_is_guessed_of_annexes_that_cannot_be_listed(tmp_path: Path, command: tuple[str, ...]) -> None:
    data = copy_record(tmp_path, annexes=())
    (data / "annex").touch()
    before = picture(tmp_path)
    done = run(tmp_path, *command)
    assert (done.returncode, done.stdout, picture(tmp_path)) == (2, "", before)
    assert "the folder data/annex cannot be read" in done.stderr
    assert "'compactctl validate' says what is wrong with it" in done.stderr


def test_a_compact_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "norfolk")
    (tmp_path / "elsewhere.yaml").write_bytes((DATA / "compacts" / "rutland.yaml").read_bytes())
    (data / "compacts" / "rutland.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    before = picture(tmp_path)
    assert (run(tmp_path, "renew", "rutland").returncode, picture(tmp_path)) == (1, before)


def test_eight_at_once_are_as_good_as_one_after_the_other(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "rutland")
    path = data / "compacts" / "rutland.yaml"
    path.chmod(0o640)
    for _ in range(3):
        run(tmp_path, "revise")
    run(tmp_path, "renew", "rutland")
    once = path.read_bytes()
    for _ in range(3):
        run(tmp_path, "renew", "rutland")
    one_after_the_other, before = path.read_bytes(), picture(tmp_path)
    path.write_bytes(once)
    start = [*COMMAND, "renew", "rutland"]
    runs = [subprocess.Popen(start, cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL) for _ in range(8)]
    assert sorted(process.wait() for process in runs) == [0, 0, 0, 1, 1, 1, 1, 1]
    assert path.read_bytes() == one_after_the_other
    assert picture(tmp_path) == before
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """Kill the command at each of its calls to the system that touch the disk, one run a call."""
    old = (DATA / "compacts" / "rutland.yaml").read_bytes()
    states = set()
    for number in range(30):
        folder = tmp_path / str(number)
        data = copy_record(folder, "rutland")
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, str(number), "renew", "rutland"],
            cwd=folder,
            env={**environment(), "PYTHONPATH": os.pathsep.join(sys.path)},
            stderr=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode in (0, -signal.SIGKILL)
        now = (data / "compacts" / "rutland.yaml").read_bytes()
        assert now == old or (now.startswith(old) and now.endswith(b"date: TODO\n"))
        assert sorted(path.name for path in (data / "compacts").glob("[!.]*")) == ["rutland.yaml"]
        states.add((done.returncode, now == old))
        if done.returncode == 0:
            break
    assert states == {(-signal.SIGKILL, True), (-signal.SIGKILL, False), (0, False)}
    assert run(tmp_path / "0", "renew", "rutland").returncode == 0


_KILLED = """
import os, signal, sys
left = int(sys.argv[1])
def watched(call):
    def counted(*arguments, **options):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return call(*arguments, **options)
    return counted
import compactctl.files.writing
for name in ("write", "fsync", "close", "chmod", "chown", "replace", "unlink", "rename", "link"):
    setattr(os, name, watched(getattr(os, name)))
from compactctl.cli.app import run
sys.exit(run(sys.argv[2:]))
"""


def test_a_text_that_is_too_long_with_its_mark_is_told_to_be_cut(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "sheffield")
    path = data / "compacts/sheffield.yaml"
    text = path.read_text(encoding="utf-8")
    why = next(line for line in text.splitlines() if "why:" in line)
    path.write_text(text.replace(why, f"        why: {'x' * 4_995}", 1), encoding="utf-8")
    answer = run(tmp_path, "renew", "sheffield")
    assert answer.returncode == 0
    assert (
        "cut short in it, and whole in the edition of 2003/04: c, Underperformance at all key stages" in answer.stderr
    )
    assert "# Cut short, since a text has at most 5,000 characters, and a list 1,000 entries: c," in path.read_text(
        encoding="utf-8"
    )
