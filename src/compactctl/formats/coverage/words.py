"""The sentences that all readable formats of a report share. Foreign text in them is still to be made safe."""

from collections.abc import Iterator

from compactctl.coverage.filters import Filters
from compactctl.coverage.results import AreaRow, Ask, AuthorityRow, Coverage, Standing
from compactctl.documents.status import Status
from compactctl.formats.examples import among, of_annexes
from compactctl.formats.examples import of_editions as of_examples_among
from compactctl.words import listed, marked, number
from compactctl.workspace.left_out import LeftOut


def percent(share: float | None) -> str:
    """Return a share in hundredths, 0 and 100 only where it is just that; a dash where there is none."""
    if share is None:
        return "–"
    if 0 < share < 0.01:  # noqa: PLR2004 - one hundredth
        return "<1%"
    return f"{share:.0%}" if not 0.99 < share < 1 else ">99%"  # noqa: PLR2004 - one hundredth


def bar(share: float | None, width: int) -> tuple[int, int]:
    """Return the full and the empty part of a share's bar: full or empty only where the share is just that."""
    if not share:
        return 0, width
    full = min(max(round(share * width), 1), width - (share < 1))
    return full, width - full


def out_of(count: int, whole: int) -> str:
    """Return '3 of 7'."""
    return f"{count:,} of {whole:,}"


def of_term(term: str) -> str:
    """Return 'short term', 'medium term', or that it is still to be decided."""
    return f"{term} term" if term in ("short", "medium") else "term still to be decided"


def of_annex(status: Status | None, *, is_example: bool) -> str:
    """Say how far the annex has come."""
    told = "the annex's status cannot be told" if status is None else f"the annex is {_STATUSES[status]}"
    return marked(told, is_example=is_example)


_STATUSES = {Status.DRAFT: "a draft", Status.PROPOSED: "proposed", Status.AGREED: "agreed"}


def of_examples(coverage: Coverage[object]) -> tuple[str, ...]:
    """Say what of a year is made up: how many of the editions that count, and the annex."""
    annex = [coverage.year] if coverage.annex_is_example else []
    return (*of_examples_among(coverage.examples, coverage.with_edition), *of_annexes(annex))


def of_authority(row: AuthorityRow) -> str:
    """Name an authority, with the mark of an example where its edition is one that counts."""
    return marked(row.label, is_example=row.counts_as_example)


def of_asker(ask: Ask) -> str:
    """Name the authority that asks for something, with the mark of an example."""
    return marked(ask.label, is_example=ask.is_example)


def of_filters(filters: Filters) -> str | None:
    """Say which authorities and editions alone the report is about, where it is not about all."""
    parts = [f"in {filters.region}"] * (filters.region is not None)
    parts += [f"of the type {filters.type}"] * (filters.type is not None)
    who = f"authorities {' '.join(parts)}" if parts else ""
    which = f"editions that are {filters.status}{' or agreed' * (filters.status is Status.PROPOSED)}"
    what = which if filters.status not in (None, Status.DRAFT) else ""
    return " and ".join(filter(None, (who, what))) or None


def of_none(filters: Filters) -> str:
    """Say in a few words what those without an edition that counts lack."""
    if filters.status in (None, Status.DRAFT):
        return "no compact yet"
    return f"no compact {filters.status} yet"


def of_editions(coverage: Coverage[object]) -> str:
    """Say how many authorities have an edition, and how far those have come."""
    statuses = [f"{coverage.statuses[status]} {status}" for status in Status if coverage.statuses[status]]
    told = f" ({listed(statuses)})" if statuses else ""
    of = number(coverage.registered, "authority", "authorities")
    have = "has" if coverage.with_edition == 1 else "have"
    examples = among(coverage.examples, coverage.with_edition)
    return f"{coverage.with_edition:,} of {of} {have} an edition of {coverage.year}{told}{examples}"


def of_status(status: Status | None) -> str:
    """Say how far an edition is."""
    return status or "cannot be told, since its signatures are broken"


def of_absent(coverage: Coverage[object]) -> Iterator[str]:
    """Say how many authorities have none, and how many have a compact that cannot be read."""
    if missing := len(coverage.without_edition):
        below = coverage.standings[Standing.BELOW_STATUS]
        told = f", {below:,} of them because theirs is not {coverage.filters.status} yet" if below else ""
        if examples := coverage.examples_below_status:
            told += f" ({examples:,} of those {'is an example' if examples == 1 else 'are examples'})"
        yield f"{number(missing, 'authority', 'authorities')} {'has' if missing == 1 else 'have'} none{told}"
    if lost := coverage.standings[Standing.UNREADABLE]:
        who = "1 authority has a compact" if lost == 1 else f"{lost:,} authorities have compacts"
        yield f"{who} that cannot be read"


def of_unreadable(coverage: Coverage[object]) -> Iterator[str]:
    """Say what the report had to leave out because it cannot be read, a sentence each."""
    for path in coverage.unreadable:
        yield f"{path} cannot be read, and nothing in it is counted"
    for path in coverage.unread:
        yield f"{path} is none of the documents, and nobody reads it"
    for path in coverage.broken:
        yield f"{path} is broken in places, and what is broken in it is left out"


def of_left_out_count(count: int) -> tuple[str, ...]:
    """Say how much of the editions is left out, where anything is."""
    what = number(count, "part of an edition breaks a rule and is", "parts of editions break a rule and are")
    return (f"{what} left out, as listed at the end",) if count else ()


def of_left_out(part: LeftOut) -> str:
    """Say what of an edition is left out, and the rule it breaks."""
    what = part.area or "what is broken"
    return f"{part.authority}: {what} is left out ({part.rule}, {part.file}:{part.line})"


def of_one_sided(area: AreaRow) -> str:
    """Say to how many of an area's priorities a side offers nothing."""
    sides = (("the authority", area.no_authority_contribution), ("the department", area.no_department_contribution))
    offers = [f"{side} offers nothing to {count:,} of {area.priorities:,}" for side, count in sides if count]
    return listed(offers)
