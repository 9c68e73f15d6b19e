"""`sign`: one block of text where everything is in order, and nothing at all where it is not."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.test_asking import talk
from tests.running import COMMAND, copy_record, environment, picture, run

HAMPSHIRE = "compacts/hampshire.yaml"
LEADER = ("--party", "authority", "--role", "Leader of the council")
MINISTER = ("--party", "department", "--role", "Minister for schools")
FIRST = ("sign", "hampshire", "--year", "2003/04", "--as-of", "2004-01-12")
BLOCK = b"""\
    signatures:
      - party: authority
        role: "Leader of the council"
        date: 2004-01-12
"""
EMPTY = b"    signatures: []\n"


def record(folder: Path, *compacts: str) -> Path:
    """Copy the record without what came of its commitments later than these signatures."""
    data = copy_record(folder, *compacts)
    before, _, after = (data / "statement.yaml").read_text(encoding="utf-8").partition("      - date: 2004-06-08\n")
    (data / "statement.yaml").write_text(f"{before}signatures:{after.partition('signatures:')[2]}", encoding="utf-8")
    return data


def refused(folder: Path, *arguments: str, code: int = 1) -> str:
    """Run the command, which must refuse, and leave everything as it is; return what it said."""
    before = picture(folder)
    done = run(folder, *arguments)
    assert (done.returncode, done.stdout, picture(folder)) == (code, "", before), done.stderr
    return done.stderr


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_both_sides_sign_an_edition_one_after_the_other(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    old = path.read_bytes()
    done = run(tmp_path, *FIRST, *LEADER)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "compactctl: the authority has signed Hampshire 2003/04 in 'data/compacts/hampshire.yaml'\n"
        "compactctl: Hampshire 2003/04 is now proposed (example): the department has still to sign\n"
        '  hint: when the department signs: compactctl sign hampshire --year 2003/04 --party department --role "…"\n'
    )
    assert path.read_bytes() == old.replace(EMPTY, BLOCK, 1)
    changed(path, "example: true\n", "")
    named = ("--name", "Ann: O'Neill", "--date", "2004-01-20", "--as-of", "2004-02-01")
    done = run(tmp_path, "sign", "Hampshire", "--year", "2003-04", *MINISTER, *named)
    assert done.stderr.endswith("compactctl: Hampshire 2003/04 is now agreed (20 January 2004)\n")
    block = BLOCK + (
        b'      - party: department\n        name: "Ann: O\'Neill"\n'
        b'        role: "Minister for schools"\n        date: 2004-01-20\n'
    )
    assert path.read_bytes() == old.replace(b"example: true\n", b"").replace(EMPTY, block, 1)
    assert run(tmp_path, "validate", "--as-of", "2004-12-01").returncode == 0


def test_without_a_year_the_newest_edition_is_signed_and_without_a_date_today(tmp_path: Path) -> None:
    path = record(tmp_path, "norfolk") / "compacts/norfolk.yaml"
    old = path.read_bytes()
    assert run(tmp_path, "sign", "norfolk", *LEADER, "--as-of", "2004-12-01").returncode == 0
    assert path.read_bytes() == old.replace(EMPTY, BLOCK.replace(b"2004-01-12", b"2004-12-01"))


@pytest.mark.parametrize("year", ["2004/05", "2004-05"])
def test_an_annex_is_signed_by_its_year(tmp_path: Path, year: str) -> None:
    path = record(tmp_path) / "annex/2004-05.yaml"
    old = path.read_bytes()
    done = run(tmp_path, "sign", year, "--party", "association", "--role", "Chair", "--as-of", "2004-07-01")
    assert done.stderr == (
        "compactctl: the association has signed the annex of 2004/05 in 'data/annex/2004-05.yaml'\n"
        "compactctl: the annex of 2004/05 is now proposed (example): the department has still to sign\n"
        '  hint: when the department signs: compactctl sign 2004/05 --party department --role "…"\n'
    )
    block = b'signatures:\n  - party: association\n    role: "Chair"\n    date: 2004-07-01\n'
    assert path.read_bytes().rstrip() + b"\n" == old.replace(b"signatures: []", block).rstrip() + b"\n"
    done = run(tmp_path, "sign", year, *MINISTER, "--as-of", "2004-07-02")
    assert "the annex of 2004/05 is now agreed (example) (2 July 2004)\n" in done.stderr


def test_what_was_agreed_before_is_not_told_as_agreed_now(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    changed(data / HAMPSHIRE, "example: true\n", "")
    still = "was agreed before this signature, and still is agreed"
    done = run(tmp_path, "sign", "2003/04", *MINISTER, "--as-of", "2004-01-11")
    assert f"compactctl: the annex of 2003/04 {still} (23 July 2003)\n" in done.stderr
    assert "is now" in run(tmp_path, *FIRST, *LEADER).stderr
    assert "Hampshire 2003/04 is now agreed (12 January 2004)\n" in run(tmp_path, *FIRST, *MINISTER).stderr
    done = run(tmp_path, *FIRST, "--party", "department", "--role", "Director")
    assert f"compactctl: Hampshire 2003/04 {still} (12 January 2004)\n" in done.stderr


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n...\n", "\n# the end  \n\n"])
def test_every_other_byte_stays(tmp_path: Path, line_end: str, mark: str, end: str) -> None:
    path = record(tmp_path, "norfolk") / "compacts/norfolk.yaml"
    text = mark + path.read_text(encoding="utf-8").rstrip().replace("\n", "  \n", 3) + "  # none yet" + end
    path.write_bytes(text.replace("\n", line_end).encode())
    old = path.read_bytes()
    assert run(tmp_path, "sign", "norfolk", *LEADER, "--as-of", "2004-12-01").returncode == 0
    lines = [
        "  # none yet",
        "      - party: authority",
        '        role: "Leader of the council"',
        "        date: 2004-12-01",
    ]
    assert path.read_bytes() == old.replace(b" []  # none yet", line_end.join(lines).encode())


def test_a_dry_run_is_a_patch_that_git_applies(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    before, old = picture(tmp_path), path.read_bytes()
    shown = run(tmp_path, *FIRST, *LEADER, "--dry-run")
    assert (shown.returncode, shown.stderr, picture(tmp_path)) == (0, "", before)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=shown.stdout.encode(), check=True)
    assert path.read_bytes() == old.replace(EMPTY, BLOCK, 1)


def test_what_is_unfinished_is_listed_with_its_lines_and_nothing_is_signed(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    changed(data / HAMPSHIRE, "why: Progress has slowed", "why: TODO Progress has slowed")
    changed(data / HAMPSHIRE, "- Subject leaders", "- TODO still true? Subject leaders")
    first, second, *rest = refused(tmp_path, *FIRST, *LEADER).split("\n")
    assert first.startswith("data/compacts/hampshire.yaml:14:14: warning[unfinished] ")
    assert second.startswith("data/compacts/hampshire.yaml:17:15: warning[unfinished] ")
    assert rest == [
        "compactctl: Hampshire 2003/04 cannot be signed yet: 2 places still to be finished",
        "  hint: mend and finish what is listed, and sign again; 'compactctl validate' shows more of it",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        (HAMPSHIRE, "why: Progress has slowed", "why: TODO Progress has slowed", "warning[unfinished]"),
        (HAMPSHIRE, "why: Progress has slowed", "why: Progress #1 has slowed", "warning[text-in-comment]"),
        (HAMPSHIRE, "term: short", "term: long", "error[wrong-value]"),
        (HAMPSHIRE, "area: ks2-literacy-numeracy", "area: b", "error[unknown-area]"),
        (HAMPSHIRE, "authority: hampshire", "authority: norfolk", "error[wrong-name]"),
        (HAMPSHIRE, "  Made up", "  TODO Made up", "error[unfinished]"),
        (HAMPSHIRE, "example: true", "example: true\nx: 1", "error[unknown-key]"),
        ("statement.yaml", "title:", "titel:", "error[unknown-key]"),
        ("annex/2003-04.yaml", "title:", "titel:", "error[unknown-key]"),
        ("annex/2003-04.yaml", "letter: b", "letter: c", "error[letter-order]"),
    ],
)
def test_nothing_is_signed_while_it_or_what_it_rests_on_is_wrong(
    tmp_path: Path, name: str, old: str, new: str, rule: str
) -> None:
    data = record(tmp_path, "hampshire")
    changed(data / name, old, new)
    said = refused(tmp_path, *FIRST, *LEADER)
    assert rule in said
    assert "Hampshire 2003/04 cannot be signed yet: 1 " in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (HAMPSHIRE, "authority: {"),
        ("authorities.csv", "code\n"),
        ("annex/2003-04.yaml", "year: &a 2003/04\n"),
        ("statement.yaml", "title: {"),
        ("config.yaml", "levels: {one-sided: bad}\n"),
    ],
)
def test_nothing_is_signed_while_a_file_that_it_rests_on_cannot_be_read(tmp_path: Path, name: str, text: str) -> None:
    (record(tmp_path, "hampshire") / name).write_text(text)
    assert f"data/{name}:1:" in refused(tmp_path, *FIRST, *LEADER)
    if not name.startswith("compacts/"):
        assert f"data/{name}:1:" in refused(tmp_path, "sign", "2004/05", *MINISTER) or name == "authorities.csv"


def test_what_is_wrong_elsewhere_stops_nothing(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire", "norfolk")
    changed(data / HAMPSHIRE, "area: workforce-reform", "area: workforce")
    changed(data / HAMPSHIRE, "term: medium\n        why: Districts", "term: long\n        why: Districts")
    (data / "compacts/norfolk.yaml").write_text("{")
    (data / "annex/2004-05.yaml").write_text("{")
    exempt = "exemptions:\n  - {rule: one-sided, file: compacts/norfolk.yaml, until: 2030-01-01, reason: Agreed}\n"
    (data / "config.yaml").write_text(f"{exempt}levels: {{unused-exemption: error}}\n")
    assert run(tmp_path, *FIRST, *LEADER).returncode == 0


def test_an_annex_rests_on_those_before_it(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    (data / "annex/2003-04.yaml").rename(data / "annex/2003-04.yml")
    (data / HAMPSHIRE).write_text("{")
    assert "data/annex/2003-04.yml: error[misplaced-file]" in refused(tmp_path, "sign", "2004/05", *MINISTER)
    assert "'data/annex/2003-04.yml' cannot be read" in refused(tmp_path, "sign", "2003/04", *MINISTER)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--party", "association", "--role", "Chair"), "the association does not sign a compact"),
        (("--party", "authority", "--role", "TBC"), "'role' is still to be written ('TBC')"),
        ((*LEADER, "--date", "2004-01-13"), "this is signed on 2004-01-13, and today is 2004-01-12"),
        ((*LEADER, "--date", "2003-07-22"), "this is signed on 2003-07-22, before the statement itself"),
    ],
)
def test_a_signature_that_would_be_an_error_is_not_written(
    tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    record(tmp_path, "hampshire")
    said = refused(tmp_path, *FIRST, *options)
    assert f"compactctl: Hampshire 2003/04 was not signed: {message}" in said
    assert said == refused(tmp_path, *FIRST, *options, "--dry-run")


def test_nobody_signs_twice_in_one_name_and_role_and_two_of_a_side_may(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    assert run(tmp_path, *FIRST, *LEADER).returncode == 0
    again = ("--party", "authority", "--role", "leader  of the Council")
    assert "the authority signs here a second time in the same name and role" in refused(tmp_path, *FIRST, *again)
    assert run(tmp_path, *FIRST, *again, "--name", "Ann").returncode == 0
    assert path.read_text().count("party: authority\n") == 3


def test_an_edition_is_not_agreed_before_its_annex(tmp_path: Path) -> None:
    record(tmp_path, "hampshire")
    said = refused(tmp_path, "sign", "hampshire", *MINISTER, "--as-of", "2004-12-01")
    assert "this edition is agreed, and the annex of 2004/05 is not (draft); have the annex signed first" in said


def test_warnings_are_shown_and_stop_nothing(tmp_path: Path) -> None:
    data = record(tmp_path, "rutland")
    done = run(tmp_path, "sign", "rutland", *LEADER, "--as-of", "2004-09-01")
    assert done.returncode == 0
    assert "data/compacts/rutland.yaml:17:15: warning[one-sided] " in done.stderr
    assert "data/compacts/rutland.yaml:36:15: warning[signed-late] " in done.stderr
    assert "2004-09-01" in (data / "compacts/rutland.yaml").read_text().split("\n")[35]


def test_what_is_not_carried_on_is_said_to_each_who_signs(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    path = data / HAMPSHIRE
    path.write_bytes(path.read_bytes().partition(b"    signatures:\n")[0])
    said = "Hampshire 2004/05: e, Behaviour, attendance and exclusion was a priority of 2003/04 and is none here"
    done = run(tmp_path, "sign", "hampshire", *LEADER, "--as-of", "2004-12-01")
    assert (done.returncode, done.stderr.count(said), "area-not-carried" in done.stderr) == (0, 1, False)
    assert path.read_bytes().endswith(
        b'    signatures:\n      - party: authority\n        role: "Leader of the council"\n        date: 2004-12-01\n'
    )
    again = ("--party", "authority", "--role", "Director")
    assert said in run(tmp_path, "sign", "hampshire", *again, "--as-of", "2004-12-01").stderr
    assert "was a priority" not in run(tmp_path, *FIRST, *LEADER).stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hampshire",), "--party and --role are not given\n  hint: as in"),
        (("hampshire", "--role", "Leader"), "--party is not given"),
        (("hampshire", "--role", "Leader", "of", "us"), "hint: several words that belong together stand in double"),
        (("nowhere", "--party", "authority"), "--role is not given"),
        (("hampshire", "--party", "council", "--role", "x"), "'council'\n  hint: it is one of authority or department"),
        (("2004/05", "--party", "council", "--role", "x"), "'council'\n  hint: it is one of department or association"),
        (("hampshire", *LEADER, "--date", "2004-02-30"), "--date cannot be '2004-02-30'"),
        (("hampshire", *LEADER, "--as-of", "now"), "--as-of cannot be 'now'"),
        (("hampshire", *LEADER, "--year", "2003/05"), "--year cannot be '2003/05'"),
        (("hampshire", "--party", "authority", "--role", " "), "the role is empty"),
        (("hampshire", "--party", "authority", "--role", "x" * 301), "the role is longer than 300 characters"),
        (("hampshire", *LEADER, "--name", "\u202eAnn"), "the name holds a right-to-left override (U+202E)"),
        (("hampshire", *LEADER, "--name", "A\x1bn"), "the name holds an escape character (U+001B)"),
        (("hampshire", *LEADER, "--name", "A\nn"), "the name holds a tab or a line break"),
        (("hamshire", *LEADER), "did you mean 'hampshire' (Hampshire)?"),
        (("surrey", *LEADER), "Surrey has no compact in 'data/compacts'\n  hint: 'compactctl new surrey'"),
        (("bristol", *LEADER, "--year", "2004/05"), "\n  hint: there is one of 2003/04; 'compactctl renew bristol'"),
        (("2005/06", *MINISTER), "there is no annex for 2005/06"),
        (("2005/07", *MINISTER), "WHAT cannot be '2005/07'"),
        (("2004/05", *MINISTER, "--year", "2004/05"), "--year goes with an authority, and '2004/05' is the year of"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    record(tmp_path, "hampshire", "bristol")
    assert message in refused(tmp_path, "sign", *arguments, code=2)


@pytest.mark.parametrize("options", [("--year", "2003/04", "--as-of", "2024-01-15"), ("--as-of", "2004-01-15")])
def test_of_two_with_one_name_it_is_the_one_of_the_year_or_of_the_day(tmp_path: Path, options: tuple[str, ...]) -> None:
    data = record(tmp_path, "hampshire")
    text = (data / HAMPSHIRE).read_text().partition("  - year: 2004/05")[0]
    for slug in ("dorset", "dorset-county"):
        (data / f"compacts/{slug}.yaml").write_text(text.replace("authority: hampshire", f"authority: {slug}"))
    done = run(tmp_path, "sign", "Dorset", *LEADER, "--date", "2004-01-12", *options)
    assert (done.returncode, "has signed Dorset (dorset-county) 2003/04 in" in done.stderr) == (0, True), done.stderr


def test_an_edition_whose_year_cannot_be_read_may_be_the_one_that_is_meant(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    changed(data / HAMPSHIRE, "year: 2004/05", "year: 2004/06")
    assert "which edition of 'hampshire' is the newest cannot be told" in refused(
        tmp_path, "sign", "hampshire", *LEADER
    )
    said = refused(tmp_path, "sign", "hampshire", *LEADER, "--year", "2004/05")
    assert "which edition of 'hampshire' is that of 2004/05 cannot be told" in said
    assert run(tmp_path, *FIRST, *LEADER).returncode == 0


def test_signatures_in_brackets_are_refused_in_words(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    flow = "signatures: [{party: department, role: Minister, date: 2004-01-10}]"
    changed(data / HAMPSHIRE, "signatures: []", flow)
    said = refused(tmp_path, *FIRST, *LEADER)
    assert "in 'data/compacts/hampshire.yaml' the signatures do not stand one below the other" in said
    assert "write 'signatures:' on a line of its own" in said


def test_eight_at_once_all_sign(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    starts = [[*COMMAND, *FIRST, "--party", "authority", "--role", f"Member {number}"] for number in range(8)]
    runs = [
        subprocess.Popen(start, cwd=tmp_path, env=environment(), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for start in starts
    ]
    assert [process.wait() for process in runs] == [0] * 8
    assert sorted(line for line in path.read_text().split("\n") if 'role: "Member' in line) == [
        f'        role: "Member {number}"' for number in range(8)
    ]


PARTY = "Who signs (authority or department, < goes back): "
ROLE = "In what role (such as leader of the council, < goes back): "
NAME = "In whose name (Enter leaves it out, < goes back): "
DAY = "On what day (Enter is 2004-01-12, < goes back): "
SIGN = "Sign? (y or n): "
on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")


@on_a_terminal
def test_a_terminal_shows_the_page_and_asks(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    old = path.read_bytes()
    answers = [
        (PARTY, "association\n"),
        (PARTY, "Authority\n"),
        (ROLE, "\n"),
        (ROLE, "Leader of the council\n"),
        (NAME, "\n"),
        (DAY, "yesterday\n"),
        (DAY, "\n"),
        (SIGN, "perhaps\n"),
        (SIGN, "y\n"),
    ]
    code, seen = talk(tmp_path, list(FIRST), answers)
    assert code == 0
    assert "Progress has slowed after years of steady gains" in seen.partition(PARTY)[0]
    assert "who signs cannot be 'association'\n  hint: it is one of authority or department\n" in seen
    assert "the role is empty" in seen
    assert "the day cannot be 'yesterday'\n  hint: a date is written like 2004-01-31\n" in seen
    assert path.read_bytes() == old.replace(EMPTY, BLOCK, 1)


@on_a_terminal
def test_only_what_is_not_given_is_asked_and_no_is_no(tmp_path: Path) -> None:
    record(tmp_path, "hampshire")
    before = picture(tmp_path)
    given = [*FIRST, *LEADER, "--date", "2004-01-10"]
    code, seen = talk(tmp_path, given, [(NAME, "Ann\n"), (SIGN, "n\n")])
    assert (code, picture(tmp_path)) == (1, before)
    assert seen.endswith("Nothing was written.\n")
    for sign in ("\x03", "\x04"):
        code, seen = talk(tmp_path, [*given, "--name", "Ann"], [(SIGN, sign)])
        assert (code, picture(tmp_path)) == (130, before)


@on_a_terminal
def test_one_can_go_back_and_no_role_is_that_sign(tmp_path: Path) -> None:
    path = record(tmp_path, "hampshire") / HAMPSHIRE
    old = path.read_bytes()
    minister = "In what role (such as minister for schools, < goes back): "
    answers = [
        (PARTY, "department\n"),
        (minister, " < \n"),
        (PARTY, "authority\n"),
        (ROLE, "Leader of the board\n"),
        (NAME, "<\n"),
        (ROLE, "Leader of the council\n"),
        (NAME, "\n"),
        (DAY, "\n"),
        (SIGN, "<\n"),
        (SIGN, "y\n"),
    ]
    code, _ = talk(tmp_path, list(FIRST), answers)
    assert (code, path.read_bytes()) == (0, old.replace(EMPTY, BLOCK, 1))


@on_a_terminal
def test_an_annex_is_shown_by_its_title_and_areas(tmp_path: Path) -> None:
    data = record(tmp_path)
    given = ["sign", "2004/05", *MINISTER, "--date", "2004-07-01", "--name", "Ann"]
    code, seen = talk(tmp_path, given, [(SIGN, "yes\n")])
    assert code == 0
    assert "Agenda for the academic year 2004/05 (example)\n" in seen
    assert "\n  n  Other local strategic issues\n" in seen
    assert "        date: 2004-07-01" not in (data / "annex/2004-05.yaml").read_text()
    assert "    date: 2004-07-01" in (data / "annex/2004-05.yaml").read_text()


@on_a_terminal
def test_a_file_that_changes_while_somebody_is_asked_is_left_alone(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")

    class Meanwhile(str):
        __slots__ = ()

        def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
            with (data / HAMPSHIRE).open("ab") as file:
                file.write(b"# seen by another\n")
            return super().encode(encoding, errors)

    given = [*FIRST, *LEADER, "--name", "Ann", "--date", "2004-01-12"]
    code, seen = talk(tmp_path, given, [(SIGN, Meanwhile("y\n"))])
    assert code == 1
    assert "was changed by someone else just now\n  hint: run the command again" in seen
    assert EMPTY in (data / HAMPSHIRE).read_bytes()


@on_a_terminal
def test_what_is_wrong_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    changed(data / HAMPSHIRE, "why: Progress", "why: TODO Progress")
    code, seen = talk(tmp_path, list(FIRST), [])
    assert (code, "1 place still to be finished" in seen) == (1, True)


def test_what_is_no_signature_of_such_a_document_leaves_it_a_draft(tmp_path: Path) -> None:
    data = record(tmp_path, "hampshire")
    (data / "config.yaml").write_text("levels: {wrong-party: warning}\n", encoding="utf-8")
    changed(data / HAMPSHIRE, "example: true\n", "")
    done = run(tmp_path, *FIRST, "--party", "association", "--role", "Chair")
    assert "Hampshire 2003/04 is now a draft: the authority and the department have still to sign\n" in done.stderr
