"""Findings as JUnit XML: a test case a document that the run is about, those without a finding too.

A case fails where the document has a finding for which the run fails, so that CI says what the exit code says. Milder
findings stand in the suite's output. It is valid under both schemas in use, that of Ant's reports (Windy Road) and that
of Jenkins. The first asks for a time: the day of the check, so that the same tree gives the same bytes.
"""

from collections import defaultdict
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from compactctl.finding import Finding
from compactctl.formats.findings.result import FindingsResult, position, shown_path
from compactctl.formats.safe import for_xml, one_line
from compactctl.words import number


def render(result: FindingsResult) -> bytes:
    """Return the document."""
    failing: dict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        if finding.level.reaches(result.fails_from):
            failing[_case_of(result, finding)].append(finding)
    # What is no document, as config.yaml, or is named by no path, is a case only where there is something to say of it.
    documents = result.scope.names
    names = [*documents, *sorted({_case_of(result, finding) for finding in result.findings}.difference(documents))]
    root = ET.Element("testsuites")
    counts = {"tests": str(len(names)), "failures": str(len(failing)), "errors": "0", "time": "0"}
    day = f"{result.as_of.isoformat()}T00:00:00"
    named = {"id": "0", "package": "compactctl", "name": "validate", "timestamp": day, "hostname": "localhost"}
    suite = ET.SubElement(root, "testsuite", {**named, **counts})
    ET.SubElement(suite, "properties")
    for name in names:
        _case(suite, result, name, failing[name])
    milder = (finding for finding in result.findings if not finding.level.reaches(result.fails_from))
    ET.SubElement(suite, "system-out").text = _lines(result, milder)
    ET.SubElement(suite, "system-err")
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _case_of(result: FindingsResult, finding: Finding) -> str:
    """Return the document that a finding is about; what lies under a wrong name stands for the right one."""
    name = result.scope.stands_for.get(finding.place.file, finding.place.file)
    return name if name in result.scope.names else finding.place.file


def _case(suite: ET.Element, result: FindingsResult, name: str, failing: list[Finding]) -> None:
    path = for_xml(shown_path(result.folder, name))
    case = ET.SubElement(suite, "testcase", {"classname": "compactctl.validate", "name": path, "time": "0"})
    if failing:  # one for all, since Ant's schema has no more
        first = for_xml(one_line(failing[0].message))
        more = f" (and {number(len(failing) - 1, 'more finding')})" if failing[1:] else ""
        failure = ET.SubElement(case, "failure", {"type": failing[0].rule, "message": f"{first}{more}"})
        failure.text = _lines(result, failing)


def _lines(result: FindingsResult, findings: Iterable[Finding]) -> str:
    return "\n".join(_line(result, finding) for finding in findings)


def _line(result: FindingsResult, finding: Finding) -> str:
    where = f"{result.path(finding.place)}{position(finding.place)}"
    return for_xml(f"{where}: {finding.level}[{finding.rule}] {one_line(finding.message)}")
