"""Whether the answers are right, asked before anything is timed: a fast wrong answer is worth nothing."""

import json
import shutil
import zipfile
from collections import defaultdict
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from benchmarks.bench import Bench, Wrong
from benchmarks.commands import Command


def clean(bench: Bench, *commands: Command) -> None:
    """Both find nothing, in as many documents as there are."""
    for command in commands:
        documents = bench.corpus(command.corpus).documents
        if command.is_ours:
            result = _json(bench, command.with_words("--format", "json"))
            _expect(result["documents"], documents, "documents")
            _expect(result["findings"], [], "findings")
        else:
            last = bench.answer(command).splitlines()[-1]
            _expect(last, f"0 errors, 0 warnings in {documents} documents", "the script's last line")


def clean_file(bench: Bench, ours: Command, straight: Command) -> None:
    """Ours finds nothing in the one file that it is given, the script nothing at all."""
    _expect(_json(bench, ours.with_words("--format", "json"))["findings"], [], "findings")
    clean(bench, straight)


def passed(bench: Bench, ours: Command, other: Command) -> None:
    """Neither objects to anything."""
    clean(bench, ours)
    bench.answer(other)


def broken(bench: Bench, ours: Command, straight: Command) -> None:
    """Ours finds each fault and errors in no other file; the script finds those that can be seen in values."""
    rules: dict[str, set[str]] = defaultdict(set)
    for finding in _json(bench, ours.with_words("--format", "json"))["findings"]:
        if finding["level"] == "error":
            rules[Path(finding["file"]).name].add(finding["rule"])
    missed = {name: fault.rule for name, fault in bench.faults.items() if fault.rule not in rules.get(name, ())}
    _expect(missed, {}, "faults that it misses")
    _expect(set(rules) - set(bench.faults), set(), "errors where there is no fault")
    lines = [line for line in bench.answer(straight).splitlines() if "error[" in line]
    seen = {name for name, fault in bench.faults.items() if fault.in_values}
    _expect({Path(line.partition(":")[0]).name for line in lines}, seen, "files with errors of the script")


def mended(bench: Bench, fix: Command, validate: Command) -> None:
    """Every compact that is mistyped would, once its lines are replaced, say what it was meant to."""
    clean(bench, validate)
    typed, meant = (bench.corpus(command.corpus).folder for command in (fix, validate))
    files = _json(bench, fix.with_words("--format", "json"))["files"]
    names = {Path(file["file"]).name for file in files}
    _expect(names, {path.name for path in (typed / "compacts").iterdir()}, "files with repairs")
    for file in files:
        _expect(file["left"], [], f"what is left in {file['file']}")
        path = typed / "compacts" / Path(file["file"]).name
        wanted = (meant / "compacts" / path.name).read_text(encoding="utf-8")
        _expect(_values(_mended(path, file["repairs"])), _values(wanted), path.name)


def covered(bench: Bench, *commands: Command) -> None:
    """Both count for each area the authorities that the corpus says, and show every compact."""
    for command in commands:
        corpus = bench.corpus(command.corpus)
        coverage = _json(bench, command)
        chosen = {area["id"]: area["chosen"] for area in coverage["areas"] if area["chosen"]}
        _expect(chosen, corpus.chosen, "authorities that chose an area")
        _expect(sorted(c["name"] for c in coverage["compacts"]), sorted(corpus.names), "authorities with a compact")


def pages(bench: Bench, *commands: Command) -> None:
    """Both pages name every authority."""
    for command in commands:
        page = bench.answer(command)
        missing = [name for name in bench.corpus(command.corpus).names if escape(name) not in page]
        _expect(missing, [], "names missing from the page")


def published(bench: Bench, ours: Command, report: Command) -> None:
    """The site has a page for each authority that the page of the report names, and its newest year names them too."""
    pages(bench, report)
    bench.answer(ours)
    corpus, site = bench.corpus(ours.corpus), bench.folder / ours.corpus / ours.words[-1]
    listed = json.loads((site / "site.json").read_bytes())["files"]
    missing = [name for name in listed if not (site / name).is_file()]
    _expect(missing, [], "files that are listed and missing")
    front = (site / "index.html").read_text(encoding="utf-8")
    _expect([name for name in corpus.names if escape(name) not in front], [], "names missing from the first page")
    if sum(name.startswith("authorities/") for name in listed) <= len(corpus.names):
        raise Wrong("too few pages of authorities")


def compared(bench: Bench, ours: Command, straight: Command) -> None:
    """Both see the same parts of the lineage, and the same outcome of every authority's priorities."""
    mine, its = _json(bench, ours), _json(bench, straight)
    for name in ("kept", "carried", "lost", "gained", "lost_with_authority", "old_priorities", "new_priorities"):
        _expect(mine["totals"][name], its["totals"][name], name)
    _expect(_lineage(mine), _lineage(its), "lineage")
    _expect(_outcomes(mine), _outcomes(its), "outcomes of priorities")


def drawn(bench: Bench, form: Command, straight: Command) -> None:
    """The form holds every text of the compact that it is made of; `--output` is the last of its words."""
    clean(bench, straight)
    path = bench.folder / form.corpus / "checked.docx"
    bench.answer(replace(form, words=(*form.words[:-1], path.name)))
    shown = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).xpath("//*[local-name() = 't']/text()")
    compact = bench.corpus(form.corpus).folder / "compacts" / f"{form.words[2]}.yaml"
    (edition,) = _values(compact.read_text(encoding="utf-8"))["editions"]
    texts = [ask["text"] for ask in edition["asks"]]
    for priority in edition["priorities"]:
        texts += [priority["why"], *(text for side in priority["contributions"].values() for text in side)]
    _expect([text for text in texts if text not in shown], [], "texts missing from the form")


def taken_in(bench: Bench, dry_run: Command, straight: Command) -> None:
    """Each form would be taken in; and where it is, into a copy of the data, the compact says what was filled in."""
    clean(bench, straight)
    corpus, copy = bench.corpus(dry_run.corpus), bench.folder / dry_run.corpus / "copy"
    result = _json(bench, dry_run.with_words("--format", "json"))
    _expect([file["outcome"] for file in result["files"]], ["imported"] * len(corpus.names), "what became of forms")
    shutil.copytree(corpus.folder, copy)
    words = [word for word in dry_run.words if word != "--dry-run"]
    bench.answer(replace(dry_run, words=(*words, "--data", copy.name)))
    for name, meant in bench.filled_in.items():
        _expect(_values((copy / "compacts" / name).read_text(encoding="utf-8")), meant, name)


def revised(bench: Bench, since: Command, validate: Command) -> None:
    """What differs from the last commit is found in the files that were changed, and in no other."""
    clean(bench, validate)
    result = _json(bench, since.with_words("--format", "json"))
    files = result["findings"] if "findings" in result else result["documents"]
    _expect({Path(file["file"]).name for file in files}, bench.revised, "files that differ")


def offered(bench: Bench, ours: Command, _: Command) -> None:
    """Whoever asks for help or presses TAB is shown `validate`, or of its options."""
    if not {"validate", "--format"} & set(bench.answer(ours).replace(",", " ").split()):
        raise Wrong("no word of validate")


def versioned(bench: Bench, ours: Command, _: Command) -> None:
    """The version is a number."""
    if not any(character.isdigit() for character in bench.answer(ours)):
        raise Wrong("no version")


def _json(bench: Bench, command: Command) -> Any:  # noqa: ANN401 - whatever the JSON holds
    try:
        return json.loads(bench.answer(command))
    except ValueError:
        raise Wrong("what it prints is not JSON") from None


def _mended(path: Path, repairs: list[dict[str, Any]]) -> str:
    """Give a file's text with its lines replaced, from the last on, so that their numbers stay right."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for repair in sorted(repairs, key=lambda repair: -int(repair["line"])):
        begin, count = repair["line"] - 1, repair["before"].count("\n") + 1
        _expect("\n".join(lines[begin : begin + count]), repair["before"], f"{path.name}, line {begin + 1}")
        lines[begin : begin + count] = [repair["after"]]
    return "\n".join(lines)


def _values(text: str) -> Any:  # noqa: ANN401 - whatever the YAML holds
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only


def _lineage(changes: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return sorted((part["kind"], sorted(part["old"]), sorted(part["new"])) for part in changes["annex"])


def _outcomes(changes: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    outcomes = ("kept", "carried", "lost", "gained")
    return {
        compact["authority"]: tuple(len(compact[outcome]) for outcome in outcomes) for compact in changes["compacts"]
    }


def _expect(seen: object, expected: object, what: str) -> None:
    if seen != expected:
        raise Wrong(f"{what}: {seen!s:.300} and not {expected!s:.300}")
