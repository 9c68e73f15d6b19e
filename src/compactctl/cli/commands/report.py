"""Reports which priority areas the compacts of a year take up.

Coverage of an area is the number of authorities whose edition of that year takes it up, out of those to which it is
open and that have an edition; beside it always stands the number that have none. --authority prints one authority's
compact for a committee, for Word too, --trend all years side by side. What cannot be read is left out, and said on
standard error.
"""

from typing import Annotated, Final

from compactctl.cli import offers
from compactctl.cli.options import Data, Output, YearOption, data_folder, format_of, format_option, result_file, year_of
from compactctl.cli.parameters import Option

FORMATS: Final = ("terminal", "markdown", "html", "csv", "json", "xlsx", "docx")


def command(
    year: YearOption = None,
    format_: Annotated[
        str | None,
        format_option(FORMATS),
    ] = None,
    output: Output = None,
    authority: Annotated[
        str | None,
        Option(
            "--authority",
            metavar="AUTHORITY",
            help="Only this authority's compact, as a page for a committee.",
            offers=offers.compacts,
        ),
    ] = None,
    region: Annotated[
        str | None,
        Option(
            "--region",
            metavar="REGION",
            help="Only authorities of this region, like south-east.",
            offers=offers.regions,
        ),
    ] = None,
    type_: Annotated[
        str | None,
        Option(
            "--type",
            metavar="TYPE",
            help="Only authorities that are of this type in the year, like county.",
            offers=offers.types,
        ),
    ] = None,
    status: Annotated[
        str | None,
        Option(
            "--status",
            metavar="STATUS",
            help="Editions below draft, proposed or agreed count as none.",
            offers=offers.choices(("draft", "proposed", "agreed")),
        ),
    ] = None,
    trend: Annotated[bool, Option("--trend", help="Every year, joined by the lineage of the areas.")] = False,
    full: Annotated[bool, Option("--full", help="On a terminal: everything, and not only what fits a screen.")] = False,
    fail_under: Annotated[
        str | None,
        Option("--fail-under", metavar="PERCENT", help="Exit 1 unless so many authorities that count have an edition."),
    ] = None,
    no_gaps: Annotated[
        bool, Option("--no-gaps", help="Exit 1 unless every area that is open to somebody is taken up.")
    ] = False,
    data: Data = None,
) -> int:
    """Read, count, print, judge."""
    # Imported here and not above, so that help need not wait for what reads documents.
    from compactctl.cli.opening import opened
    from compactctl.cli.reporting import (
        Gates,
        filters_of,
        print_authority,
        print_coverage,
        print_trend,
        printer_for,
        refuse_together,
        require_authority,
    )

    refuse_together({"--authority": authority}, {"--region": region, "--type": type_, "--trend": trend})
    refuse_together({"--authority": authority, "--trend": trend}, {"--fail-under": fail_under, "--no-gaps": no_gaps})
    refuse_together({"--trend": trend}, {"--year": year})
    gates = Gates.asked_for(fail_under, no_gaps=no_gaps)
    the_year = year_of("--year", year) if year is not None else None
    root = data_folder(data)
    name, file = format_of(format_, output, FORMATS), result_file(output, root)
    require_authority(name, authority)
    workspace = opened(root)
    printer = printer_for(name, file, workspace, root, full=full)
    filters = filters_of(workspace, region, type_, status)
    if authority is not None:
        return print_authority(printer, workspace, authority, the_year, filters)
    if trend:
        return print_trend(printer, workspace, filters)
    return print_coverage(printer, workspace, the_year, filters, gates)
