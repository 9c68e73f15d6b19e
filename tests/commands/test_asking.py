"""What happens on a real terminal, where the command asks."""

import os
import pty
import re
import select
import signal
import sys
from pathlib import Path

import pytest
from tests.running import COMMAND, copy_record, environment, picture, run

AREAS = "Areas (Enter leaves them open, to choose in the file, < goes back): "
TERM = "Term, s for short or m for medium (Enter leaves it open, < goes back): "
ISSUE = "Issue (Enter leaves it open, < goes back): "
ANOTHER = "Another issue (Enter if there is none, < goes back): "
SECONDS = 60
PATIENCE = 10
KEYS = ("\x03", "\x04")

# A shell as on any terminal: it is there before and after, and what the command said last is not lost with it.
SHELL = 'trap : INT; "$@"; printf "[exit %s]" $?; read -r _'
EXIT = re.compile(r"\[exit (\d+)\]$")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")


def talk(folder: Path, arguments: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the command on a terminal, and answer each question in turn; return exit code and all that was seen.

    Who presses Ctrl-C and sees nothing presses it again: one that comes just before a process waits for a line is lost.
    """
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what a script began in the background is deaf to it
        os.chdir(folder)
        os.execve("/bin/sh", ["sh", "-c", SHELL, "sh", *COMMAND, *arguments], environment())  # noqa: S606 - the real command
    seen, start, left, pressed = "", 0, list(answers), ""
    while not (end := EXIT.search(seen)):
        if pressed and not select.select([terminal], [], [], PATIENCE)[0]:
            os.write(terminal, pressed.encode())
        assert select.select([terminal], [], [], SECONDS)[0], seen
        seen += os.read(terminal, 65536).decode()
        if left and seen.endswith(left[0][0]) and len(seen) > start:
            start = len(seen)
            answer = left.pop(0)[1]
            os.write(terminal, answer.encode())
            pressed = answer if answer in KEYS else ""
    os.write(terminal, b"\n")
    os.waitpid(child, 0)
    os.close(terminal)
    assert not left, seen
    return int(end[1]), seen[: end.start()].replace("\r\n", "\n")


def test_areas_terms_and_issues_are_asked_for(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    answers = [
        (AREAS, "b, n and 14-19-pathways b\n"),
        (TERM, "Short\n"),
        (ISSUE, "Travel: the A3\n"),
        (ANOTHER, "travel:  the a3\n"),
        (ANOTHER, "Forces\n"),
        (ANOTHER, "\n"),
        (TERM, "\n"),
        (TERM, "m\n"),
        (TERM, "\n"),
    ]
    code, seen = talk(tmp_path, ["new", "surrey"], answers)
    assert code == 0
    assert "\n  b  Literacy and numeracy at key stage 2\n" in seen
    assert "London Challenge" not in seen
    assert "wrote 'data/compacts/surrey.yaml', the compact of Surrey for 2004/05 with 4 priorities to fill in" in seen
    form = (
        (data / "compacts" / "surrey.yaml")
        .read_text()
        .partition("# These other areas")[0]
        .replace(">-\n          ", "")
    )
    lines = [line.strip() for line in form.split("\n")]
    assert [line for line in lines if line.startswith(("- area:", "issue:", "term:"))] == [
        *("- area: ks2-literacy-numeracy", "term: short"),
        *("- area: local-issues", "issue: Travel: the A3", "term: TODO"),
        *("- area: local-issues", "issue: Forces", "term: medium"),
        *("- area: 14-19-pathways", "term: TODO"),
    ]


def test_no_term_is_asked_for_where_the_record_has_none(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "sheffield")
    path = data / "compacts" / "sheffield.yaml"
    path.write_text(re.sub(r"(?m)^ *term: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    code, seen = talk(tmp_path, ["new", "surrey"], [(AREAS, "b n\n"), (ISSUE, "Forces\n"), (ANOTHER, "\n")])
    assert (code, TERM in seen) == (0, False)
    assert "term:" not in (data / "compacts" / "surrey.yaml").read_text()


def test_what_cannot_be_is_told_and_asked_again(tmp_path: Path) -> None:
    copy_record(tmp_path)
    answers = [
        (AREAS, "m\n"),
        (AREAS, "b zzz\n"),
        (AREAS, "n\n"),
        (ISSUE, "a\x1b[Db\n"),
        (ISSUE, "\n"),
        (TERM, "long\n"),
        (TERM, "\n"),
    ]
    code, seen = talk(tmp_path, ["new", "surrey"], answers)
    assert code == 0
    assert (
        "'london-challenge' (m, The London Challenge) is not open to Surrey\n  hint: it is open to region london\n"
        in seen
    )
    assert "2004/05 has no area 'zzz'\n" in seen
    assert "the name of a local issue holds an escape character (U+001B), which readers cannot see\n" in seen
    assert "a term cannot be 'long'\n  hint: a term is short or medium\n" in seen


def test_no_answer_leaves_all_areas_to_choose_from(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    code, seen = talk(tmp_path, ["new", "surrey"], [(AREAS, "\n")])
    assert (code, "with all areas to choose from" in seen) == (0, True)
    assert (data / "compacts" / "surrey.yaml").read_text().count("# - area: ") == 13


@pytest.mark.parametrize("sign", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answers", [[], [(AREAS, "b n\n")], [(AREAS, "b n\n"), (TERM, "short\n")]])
def test_whoever_leaves_leaves_all_as_it_was(tmp_path: Path, sign: str, answers: list[tuple[str, str]]) -> None:
    copy_record(tmp_path)
    before = picture(tmp_path)
    question = (AREAS, TERM, ISSUE)[len(answers)]
    code, seen = talk(tmp_path, ["new", "surrey"], [*answers, (question, sign)])
    assert (code, picture(tmp_path)) == (130, before)
    assert "Nothing was written." in seen


@pytest.mark.parametrize("arguments", [["--area", "b"], ["--term", "b=short"]])
def test_nobody_is_asked_who_has_said(tmp_path: Path, arguments: list[str]) -> None:
    copy_record(tmp_path)
    assert "Areas" not in talk(tmp_path, ["new", "surrey", *arguments], [])[1]


def test_the_compact_that_is_there_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    copy_record(tmp_path, "norfolk")
    code, seen = talk(tmp_path, ["new", "norfolk"], [])
    assert (code, "Norfolk has a compact already" in seen) == (1, True)


@pytest.mark.parametrize(
    "answer",
    [
        "b, e and n",
        "B e n",
        "literacy and numeracy at key stage 2, e; n",
        "b & e & n",
        "b; Behaviour, attendance and EXCLUSION; n",
        "b,,e,n,",
    ],
)
def test_areas_are_named_as_people_list_them(tmp_path: Path, answer: str) -> None:
    data = copy_record(tmp_path, annexes=("2003-04",))
    code, _ = talk(
        tmp_path, ["new", "surrey"], [(AREAS, f"{answer}\n"), *2 * [(TERM, "s\n")], (ISSUE, "\n"), (TERM, "m\n")]
    )
    lines = [line.split("  #")[0].strip() for line in (data / "compacts" / "surrey.yaml").read_text().split("\n")]
    assert code == 0
    assert [line for line in lines if line.startswith(("- area:", "term:"))] == [
        *("- area: ks2-literacy-numeracy", "term: short"),
        *("- area: behaviour-attendance", "term: short"),
        *("- area: local-issues", "term: medium"),
    ]


def test_one_can_go_back_a_question_at_a_time(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    answers = [
        (AREAS, "<\n"),
        (AREAS, "a\n"),
        (TERM, " < \n"),
        (AREAS, "b n\n"),
        (TERM, "s\n"),
        (ISSUE, "Travel\n"),
        (ANOTHER, "<\n"),
        (ISSUE, "<\n"),
        (TERM, "m\n"),
        (ISSUE, "Forces\n"),
        (ANOTHER, "\n"),
        (TERM, "\n"),
    ]
    code, seen = talk(tmp_path, ["new", "surrey"], answers)
    text = (data / "compacts" / "surrey.yaml").read_text()
    assert code == 0
    assert re.findall(r"^ +((?:- area|term): .*|issue: >-\n.*)$", text, re.MULTILINE) == [
        *("- area: ks2-literacy-numeracy", "term: medium"),
        *("- area: local-issues", "issue: >-\n          Forces", "term: TODO"),
    ]
    assert seen.count("These areas are open to Surrey") == 3
    assert seen.count("Each issue is named in your own words") == 3


@pytest.mark.parametrize(
    ("arguments", "question", "answer", "expected"),
    [
        (
            ["new", "--area", "b"],
            "Authority: ",
            "Surrey County Council",
            "Surrey",
        ),
        (["renew"], "Authority: ", "norfolk", "added the edition of 2004/05"),
        (["explain"], "Rule: ", "unknown-area", "unknown-area"),
        (["schema"], "Kind: ", "annex", "json-schema.org"),
    ],
)
def test_what_is_wanted_and_not_given_is_asked_for(
    tmp_path: Path, arguments: list[str], question: str, answer: str, expected: str
) -> None:
    data = copy_record(tmp_path, "norfolk")
    norfolk = data / "compacts" / "norfolk.yaml"
    norfolk.write_text(norfolk.read_text().partition("  - year: 2004/05")[0])
    answers = [(question, "\n"), (question, f"{answer}\n")]
    code, seen = talk(tmp_path, arguments, answers)
    assert (code, expected in seen, "there is no answer yet" in seen) == (0, True, True)


@pytest.mark.parametrize("sign", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_whoever_leaves_instead_of_naming_an_authority_leaves_all_as_it_was(tmp_path: Path, sign: str) -> None:
    copy_record(tmp_path)
    before = picture(tmp_path)
    code, _ = talk(tmp_path, ["new"], [("Authority: ", sign)])
    assert (code, picture(tmp_path)) == (130, before)


@pytest.mark.parametrize("command", ["new", "renew", "explain", "schema"])
def test_nobody_is_asked_where_nobody_sits(tmp_path: Path, command: str) -> None:
    copy_record(tmp_path)
    done = run(tmp_path, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not given" in done.stderr
