"""What is measured, as a table: ours, what it is held against, and the figures to reach."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from benchmarks import checks
from benchmarks.bench import Bench
from benchmarks.commands import BARE, Command, check_jsonschema, completion, ours, straight, yamllint


class Gauge(Enum):
    """What a row compares: time or memory of the two, or memory of ours alone in MB."""

    TIME = "time"
    MEMORY = "memory"
    MEGABYTES = "megabytes"


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    `must` and `aim` are the most that the figure may be, None where it is only to be seen beside another program's;
    `scale` is what the ratio is multiplied with, `effort` what the number of rounds is.
    """

    name: str
    ours: Command
    against: Command
    must: float | None
    aim: float | None
    check: Callable[[Bench, Command, Command], None]
    gauge: Gauge = Gauge.TIME
    scale: float = 1
    effort: float = 1


def _validate(corpus: str, must: float, aim: float, effort: float = 1) -> Row:
    mine, its = ours("validate", corpus=corpus), straight("validate", "data", corpus=corpus)
    return Row(f"validate, {corpus}", mine, its, must, aim, checks.clean, effort=effort)


def _report(corpus: str, kind: str, must: float, aim: float, effort: float = 1) -> Row:
    mine = ours("report", "--format", kind, corpus=corpus)
    its = straight("report", "data", "--format", kind, corpus=corpus)
    check = checks.covered if kind == "json" else checks.pages
    return Row(f"report {kind}, {corpus}", mine, its, must, aim, check, effort=effort)


def _site(corpus: str, must: float, aim: float) -> Row:
    mine, its = ours("site", "site", corpus=corpus), ours("report", "--format", "html", corpus=corpus)
    return Row(f"site beside report html, {corpus}", mine, its, must, aim, checks.published, effort=1 / 3)


def _start(name: str, command: Command, must: float, aim: float) -> Row:
    check = checks.versioned if name == "--version" else checks.offered
    return Row(f"start: {name}", command, BARE, must, aim, check, effort=3)


NATIONAL = _validate("national", 0.9, 0.5)
HUNDREDFOLD = _validate("hundredfold", 0.7, 0.45, effort=1 / 3)
LARGE_REPORT = _report("hundredfold", "json", 1.2, 0.9, effort=1 / 3)
ONE_FILE = ours("validate", "data/compacts/hampshire.yaml")
ROWS = (
    NATIONAL,
    Row("validate PATH, national", ONE_FILE, NATIONAL.against, 0.9, 0.5, checks.clean_file),
    Row(
        "validate, national with 15 faulty files",
        ours("validate", corpus="faulty", code=1),
        straight("validate", "data", corpus="faulty", code=1),
        0.9,
        0.5,
        checks.broken,
    ),
    _validate("decade", 0.6, 0.4),
    HUNDREDFOLD,
    _report("national", "json", 1.0, 0.6),
    _report("national", "html", 1.0, 0.6),
    _report("decade", "json", 1.0, 0.6),
    _report("decade", "html", 1.0, 0.6),
    LARGE_REPORT,
    _report("hundredfold", "html", 1.2, 0.9, effort=1 / 3),
    Row(
        "diff json, decade",
        ours("diff", "2011/12", "2012/13", "--format", "json", corpus="decade"),
        straight("diff", "data", "2011/12", "2012/13", corpus="decade"),
        0.8,
        0.5,
        checks.compared,
    ),
    Row(
        "diff --since, decade with 10 changed files",
        ours("diff", "--since", "HEAD", corpus="revised"),
        ours("validate", corpus="revised"),
        1.5,
        1,
        checks.revised,
    ),
    Row(
        "validate --since, the same",
        ours("validate", "--since", "HEAD", corpus="revised", code=1),
        ours("validate", corpus="revised"),
        None,
        None,
        checks.revised,
    ),
    Row(
        "form, national",
        ours("form", "hampshire", "--output", "-"),
        NATIONAL.against,
        2,
        1,
        checks.drawn,
    ),
    Row(
        "import --dry-run of 150 forms, national",
        ours("import", "forms", "--dry-run", corpus="returned"),
        NATIONAL.against,
        10,
        5,
        checks.taken_in,
    ),
    Row(
        "fix --dry-run, national, all files mistyped",
        ours("fix", "--dry-run", corpus="mistyped"),
        ours("validate", corpus="drafts"),
        4,
        2,
        checks.mended,
    ),
    _site("decade", 8, 5),
    _site("hundredfold", 3, 2),
    Row(
        "memory of site, hundredfold, in MB",
        ours("site", "site", corpus="hundredfold"),
        ours("report", "--format", "html", corpus="hundredfold"),
        250,
        150,
        checks.published,
        Gauge.MEGABYTES,
    ),
    Row("memory of validate, hundredfold", HUNDREDFOLD.ours, HUNDREDFOLD.against, 1.0, 0.8, checks.clean, Gauge.MEMORY),
    Row(
        "memory of report, hundredfold, in MB",
        LARGE_REPORT.ours,
        LARGE_REPORT.against,
        250,
        150,
        checks.covered,
        Gauge.MEGABYTES,
    ),
    Row(
        "time a file, 15,000 over 150",
        HUNDREDFOLD.ours,
        NATIONAL.ours,
        0.7,
        0.5,
        checks.clean,
        scale=150 / 15_000,
        effort=1 / 3,
    ),
    Row("validate beside check-jsonschema, national", NATIONAL.ours, check_jsonschema(), None, None, checks.passed),
    Row("validate beside yamllint, national", NATIONAL.ours, yamllint(), None, None, checks.passed),
    _start("--version", ours("--version"), 3, 2),
    _start("--help", ours("--help"), 7, 5),
    _start("validate --help", ours("validate", "--help"), 8, 5),
    _start("a TAB", completion("compactctl val"), 8, 6),
)
