"""Findings as JUnit XML: a test case a document, which fails where it has an error.

Warnings and notes stand in the case's output, so that CI and the default exit code come to the same verdict.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult, shown_path
from compactctl.formats.safe import for_xml, one_line


def render(result: FindingsResult) -> bytes:
    """Return one suite with a case for every document, and for every other file that has a finding."""
    by_file: dict[str, list[Finding]] = {name: [] for name in result.names}
    for finding in result.findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    failing = sum(any(finding.level is Level.ERROR for finding in found) for found in by_file.values())
    counts = {"tests": str(len(by_file)), "failures": str(failing), "errors": "0"}
    root = Element("testsuites", {"name": "compactctl validate", **counts})
    suite = SubElement(root, "testsuite", {"name": "compactctl validate", **counts, "skipped": "0"})
    for name, found in by_file.items():
        _case(result, suite, name, found)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _case(result: FindingsResult, suite: Element, name: str, found: list[Finding]) -> None:
    shown = for_xml(shown_path(result.folder, name), runner=result.runner)
    case = SubElement(suite, "testcase", {"name": shown, "classname": "compactctl"})
    errors = [finding for finding in found if finding.level is Level.ERROR]
    if errors:
        message = for_xml(one_line(errors[0].message), runner=result.runner)
        failure = SubElement(case, "failure", {"type": errors[0].rule, "message": message})
        failure.text = "\n".join(_line(result, finding) for finding in errors)
    if others := [finding for finding in found if finding.level is not Level.ERROR]:
        SubElement(case, "system-out").text = "\n".join(_line(result, finding) for finding in others)


def _line(result: FindingsResult, finding: Finding) -> str:
    span = finding.place.span
    where = f":{span.line}:{span.column}" if span else ""
    told = f"{result.path(finding.place)}{where}: {finding.level}[{finding.rule}] {one_line(finding.message)}"
    return for_xml(told, runner=result.runner)
