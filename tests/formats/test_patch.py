import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile.acting import acting

from compactctl.formats.patch import unified_diff


def diff(old: str | None, new: str, *, name: str = "data/x.yaml") -> str:
    return unified_diff(name, None if old is None else old.encode(), new.encode())


def test_a_new_file_comes_from_nowhere() -> None:
    assert diff(None, "a: 1\nb: 2\n") == "--- /dev/null\n+++ b/data/x.yaml\n@@ -0,0 +1,2 @@\n+a: 1\n+b: 2\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_are_not_shown(line_end: str, mark: str) -> None:
    old = f"{mark}a{line_end}b{line_end}"
    head = "--- a/data/x.yaml\n+++ b/data/x.yaml\n@@ -1,2 +1,3 @@\n"
    assert diff(old, f"{old}c{line_end}") == f"{head} a\n b\n+c\n"


def test_a_missing_last_line_end_is_told() -> None:
    missing = "\\ No newline at end of file\n"
    head = "--- a/data/x.yaml\n+++ b/data/x.yaml\n@@ -1 +1,2 @@\n"
    assert diff("a", "a\nb") == f"{head}-a\n{missing}+a\n+b\n{missing}"


def test_nothing_in_it_acts() -> None:
    old = "::error ::x\n  ::warning ::y ##[z] ##vso[z]\n\tcaf\u00e9\n"
    shown = diff(old, f"{old}::notice ::x\n", name="\x1b[31m::x")
    assert acting(shown.encode()) == []
    assert shown.endswith("     café\n+::notice ::x\n")


def test_what_is_no_command_there_is_left_alone(tmp_path: Path) -> None:
    old = "why: Sure Start:: and C++::x ## [1]\nterm: short\n"
    new = old.replace("short", "medium") + "note: a::b\n"
    (tmp_path / "x.yaml").write_text(old)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff(old, new, name="x.yaml").encode(), check=True)
    assert (tmp_path / "x.yaml").read_text() == new


def test_of_many_equal_lines_only_those_around_are_shown() -> None:
    many = "\n" * 1000
    assert diff(f"a\n{many}", f"a\nb\n{many}").splitlines()[2:] == ["@@ -1,4 +1,5 @@", " a", "+b", " ", " ", " "]
    assert diff(many, f"{many}b\n").splitlines()[2:] == ["@@ -998,3 +998,4 @@", " ", " ", " ", "+b"]


def test_equal_bytes_give_nothing() -> None:
    assert diff("a\n", "a\n") == ""


def test_changes_far_apart_are_stretches_of_their_own(tmp_path: Path) -> None:
    old = "".join(f"{number}\n" for number in range(30))
    new = old.replace("\n5\n", "\nfive\n").replace("\n7\n", "\n").replace("\n25\n", "\n25\n25.5\n")
    shown = diff(old, new, name="x.yaml")
    assert [line for line in shown.splitlines()[2:] if line[0] != " "] == [
        *("@@ -3,9 +3,8 @@", "-5", "+five", "-7"),
        *("@@ -24,6 +23,7 @@", "+25.5"),
    ]
    (tmp_path / "x.yaml").write_text(old)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=shown.encode(), check=True)
    assert (tmp_path / "x.yaml").read_text() == new


def test_of_very_many_lines_all_from_the_first_to_the_last_change_is_one_stretch() -> None:
    old = "".join(f"{number}\n" for number in range(5000))
    shown = diff(old, f"a\n{old.partition(chr(10))[2]}b\n")
    assert (shown.count("@@ -"), shown.count("\n-"), shown.count("\n+")) == (1, 5000, 5002)


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_what_it_says_leads_from_the_one_to_the_other(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    assert patched(old, diff(before, after).splitlines()[2:]) == new


def patched(lines: list[str], hunks: list[str]) -> list[str]:
    """Return lines as a unified diff leaves them, whose every line is where it says."""
    done: list[str] = []
    at = 0
    for hunk in hunks:
        sign, text = hunk[0], hunk[1:]
        if begin := re.match(r"@@ -(\d+)(,0)?", hunk):
            start = int(begin[1]) - (begin[2] is None)
            done += lines[at:start]
            at = start
        elif sign == "+":
            done.append(text)
        else:
            assert lines[at] == text
            done += [text] * (sign == " ")
            at += 1
    return done + lines[at:]
