"""Breaks compacts of a corpus, each in a way of its own that people know from their own files."""

import re
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """What a compact holds, what stands there once it is broken, and the rule that has to notice.

    A reader that keeps only the values never sees some faults: `in_values` is false for those.
    """

    rule: str
    whole: bytes
    broken: bytes
    in_values: bool = True

    def breaks(self, path: Path) -> bool:
        """Break the file at the first place that can be broken so, and tell whether there was one."""
        broken, count = re.subn(self.whole, self.broken, path.read_bytes(), count=1, flags=re.DOTALL)
        path.write_bytes(broken)
        return count > 0


FAULTS = (
    Fault("unknown-area", rb"- area: [a-z0-9-]+", rb"- area: no-such-area"),
    Fault("duplicate-key", rb"( +term: )short\n", rb"\1short\n\1medium\n", in_values=False),
    Fault("wrong-value", rb"term: [a-z]+", rb"term: long"),
    Fault("not-utf-8", rb"schools", b"schools \xe9"),
    Fault("yaml-syntax", rb"\n        term:", rb"\n\tterm:"),
    Fault("yaml-feature", rb"why: ", rb"why: !reason "),
    Fault("yaml-feature", rb"why: ", rb"why: &reason ", in_values=False),
    Fault("hidden-character", rb"schools", "scho\u200bols".encode(), in_values=False),
    Fault("missing-key", rb"- area: [a-z0-9-]+\n        term:", rb"- term:"),
    Fault("unknown-key", rb"\n        term:", rb"\n        urgent: yes\n        term:"),
    Fault("wrong-name", rb"authority: [a-z0-9-]+\n", rb"authority: somewhere-else\n"),
    Fault("no-annex", rb"year: \d{4}/\d\d", rb"year: 2098/99"),
    Fault("repeated-area", rb"(- area: ([a-z0-9-]+).*?- area: )[a-z0-9-]+", rb"\1\2"),
    Fault("wrong-party", rb"party: department", rb"party: association"),
    Fault("signature-out-of-time", rb"date: \d{4}", rb"date: 1999"),
)


def faulty(folder: Path, number: int) -> dict[str, Fault]:
    """Break a number of compacts of the data folder, a third of them at most; give the fault of each file's name."""
    compacts = sorted((folder / "compacts").glob("*.yaml"))
    spread = iter(compacts[:: max(1, len(compacts) // (2 * number))])
    faults = [fault for fault, _ in zip(cycle(FAULTS), range(number), strict=False)]
    return {next(path for path in spread if fault.breaks(path)).name: fault for fault in faults}
