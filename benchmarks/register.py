"""The authorities of the corpora: those of the project's own register, or a hundred in place of each."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

REGISTER = Path(__file__).parent.parent / "src/compactctl/workspace/register/authorities.csv"
COLUMNS = ("code", "slug", "name", "ons_code", "region", "type", "valid_from", "valid_to", "successors")


@dataclass(frozen=True, slots=True)
class Authority:
    code: str
    slug: str
    name: str
    ons_code: str
    region: str
    type: str
    begins: date
    ends: date

    def exists(self, day: date) -> bool:
        """Tell whether the authority existed on that day."""
        return self.begins <= day <= self.ends


def authorities() -> list[Authority]:
    """Read the project's register: every authority that ever existed, with the type that it has now."""
    with REGISTER.open(encoding="utf-8", newline="") as file:
        return [_authority(row) for row in csv.DictReader(file)]


def _authority(row: dict[str, str]) -> Authority:
    return Authority(
        **{column: row[column] for column in COLUMNS[:6]},
        begins=date.fromisoformat(row["valid_from"] or "0001-01-01"),
        ends=date.fromisoformat(row["valid_to"] or "9999-12-31"),
    )


def hundred_of_each(originals: list[Authority]) -> Iterator[Authority]:
    """Give a hundred authorities in place of each, which have always existed and always will."""
    for original in originals:
        for number in range(100):
            yield Authority(
                f"{original.code}{number:02}",
                f"{original.slug}-{number:02}",
                f"{original.name} {number:02}",
                "",  # the register stays below 1 MiB, as every file must
                original.region,
                original.type,
                date.min,
                date.max,
            )


def write_register(path: Path, rows: list[Authority]) -> None:
    """Write a register of authorities that neither begin nor end."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((row.code, row.slug, row.name, row.ons_code, row.region, row.type, "", "", "") for row in rows)
