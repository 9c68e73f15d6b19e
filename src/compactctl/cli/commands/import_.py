"""Takes filled-in Word forms back in, or a folder of them.

Each form says whose it is and of which year. What differs from the form that was sent is written into that edition, or
into a new one; all else in the file stays as it is. A form is refused, with the reason, where anything in it would be
lost, where tracked changes are still open, where the edition is signed or has changed since, or where a rule would be
broken. The good ones of a folder are taken in all the same; the exit code is 1 where any was refused.
"""

from typing import Annotated

from compactctl.cli.options import TEXT_OR_JSON, Data, DryRun, TextOrJson, data_folder, one_of
from compactctl.cli.parameters import Argument


def command(
    files: Annotated[list[str] | None, Argument(metavar="FILE", help="The forms, or folders of them.")],
    dry_run: DryRun = False,
    format_: TextOrJson = TEXT_OR_JSON[0],
    data: Data = None,
) -> int:
    """Read the forms, hold each against the record, write, and say what became of it."""
    from compactctl.cli.importing import Inputs, import_forms

    name = one_of("--format", format_, TEXT_OR_JSON)
    return import_forms(Inputs(folder=data_folder(data), files=files or [], dry_run=dry_run, format=name))
