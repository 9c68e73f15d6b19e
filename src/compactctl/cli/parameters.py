"""What a command takes, in a form of our own: the parameters of its function, each with its names and what it does.

Three readers share it, so that there is one truth: `plain` reads most command lines by it, without Typer; `tree` makes
Typer's commands of it, which know every form, explain, and complain; `completing` offers words by it.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, get_args

Offer = tuple[str, str]
"""A word, and what it means, which some shells show beside it."""
Offering = Callable[[Mapping[str, Any]], Iterable[Offer]]
"""What offers words for a value, from the values given so far, by parameter; `completing` takes those that fit."""

Value = str | bool | list[str] | None


class Option(NamedTuple):
    """An option. One whose parameter is a `bool` is a flag; one of a list may be given several times."""

    names: str
    """What it is called: "--output, -o"."""
    help: str
    metavar: str = ""
    offers: Offering | None = None


class Argument(NamedTuple):
    """A word that is known by its place. One whose parameter is a list takes all that are left."""

    metavar: str
    help: str
    offers: Offering | None = None
    shows_default: bool = True


class Parameter(NamedTuple):
    """One parameter of a command's function."""

    name: str
    declared: Option | Argument
    type: Any
    """`bool`, `str`, `str | None` or `list[str] | None`."""
    default: Value
    is_required: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of an option; an argument has none."""
        return tuple(self.declared.names.split(", ")) if isinstance(self.declared, Option) else ()

    @property
    def is_flag(self) -> bool:
        """Tell whether it stands without a value."""
        return self.type is bool

    @property
    def takes_many(self) -> bool:
        """Tell whether it may be given several times."""
        return list[str] in get_args(self.type)


def parameters_of(command: Callable[..., int]) -> tuple[Parameter, ...]:
    """Return what a command takes, in the order of its function's parameters."""
    return tuple(_parameter(found) for found in inspect.signature(command).parameters.values())


def _parameter(found: inspect.Parameter) -> Parameter:
    kind, declared = get_args(found.annotation)
    is_required = found.default is inspect.Parameter.empty
    return Parameter(found.name, declared, kind, None if is_required else found.default, is_required)
