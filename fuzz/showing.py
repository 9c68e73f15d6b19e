"""Findings made of any text, in any format: what its reader takes, and nothing that acts."""

from datetime import date
from importlib import import_module
from typing import Any, Final
from xml.etree import ElementTree as ET

from compactctl.finding import Finding, Level, Place, Related, Span
from compactctl.formats.findings.github import summary
from compactctl.formats.findings.result import FindingsResult, Scope
from compactctl.formats.styled import plain
from fuzz.promises import check_text, keeps, strict_json

_RULES: Final = ("unknown-area", "unfinished", "wrong-value")
"""Few, since SARIF carries the whole page of each."""
_SHOWN: Final = ("full", "concise", "summary", "github", "junit", "json", "gitlab", "sarif")


def target(data: bytes) -> None:
    """Show findings whose texts are the bytes, cut at each 0xff, halves of surrogate pairs and all, in one format.

    The fifth byte names the format: an input in all of them would cost seven times as much, and reach no more.
    """
    head, *pieces = data.split(b"\xff")
    texts = [piece.decode("utf-8", "surrogateescape" if head[:1] > b"\x7f" else "replace") for piece in pieces]
    findings = [_finding(head, number, text) for number, text in enumerate(texts)]
    result = FindingsResult("data", "data", date(2004, 1, 15), Scope(1, ("statement.yaml",)), findings)
    match _SHOWN[(head[4] if len(head) > 4 else 0) % len(_SHOWN)]:
        case "summary":
            check_text(summary(result))
        case "github":
            check_text(_rendered("github", result), commands=len(findings))
        case "full" | "concise" as name:
            check_text(plain(_rendered(name, result)))
        case "junit":
            junit = _rendered("junit", result)
            check_text(junit.decode())
            cases = ET.fromstring(junit).iter("testcase")  # noqa: S314 - our own
            keeps(sum(1 for _ in cases) >= 1, "a document without its test case")
        case name:
            document = _rendered(name, result)
            check_text(document.decode())
            strict_json(document)


def _rendered(name: str, result: FindingsResult) -> Any:  # noqa: ANN401 - bytes, text or lines
    return import_module(f"compactctl.formats.findings.{name}").render(result)


def _finding(head: bytes, number: int, text: str) -> Finding:
    line, column, width, kind = (*head[number : number + 4], 0, 0, 0, 0)[:4]
    span = Span(line + 1, column + 1, line + 1, column + 1 + width) if kind % 4 else None
    place = Place(f"compacts/{text}.yaml" if kind % 2 else "statement.yaml", span, text, 1 + column // 2)
    level = list(Level)[number % 3]
    return Finding(_RULES[number % len(_RULES)], level, text, place, (Related(text, place),))
