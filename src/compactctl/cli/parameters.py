"""What a command takes, in a form of our own, and how plain words are read by it, without Typer.

Three readers share the declarations, so that there is one truth: `plain_values` reads most command lines by them;
`typer_app` makes Typer's commands of them, which know every form, explain, and complain; `completion` offers words.
Typer takes longer to load than a small workspace to check.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

Offer = tuple[str, str]
"""A word that a shell can complete to, and what it means, which some shells show beside it."""
Offers = Callable[[Mapping[str, Any]], Iterable[Offer]]
"""What offers words for a value, from the values given so far, by parameter; `completion` takes those that fit."""

Value = str | bool | list[str] | None


class Option(NamedTuple):
    """An option. One whose parameter is a `bool` is a flag; one of a list may be given several times."""

    names: str
    """What it is called: "--output, -o"."""
    help: str
    metavar: str = ""
    offers: Offers | None = None


class Argument(NamedTuple):
    """A word that is known by its place. One whose parameter is a list takes all that are left."""

    metavar: str
    help: str
    offers: Offers | None = None
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
    return tuple(map(_parameter, inspect.signature(command).parameters.values()))


def _parameter(declared: inspect.Parameter) -> Parameter:
    kind, what = get_args(declared.annotation)
    is_required = declared.default is inspect.Parameter.empty
    return Parameter(declared.name, what, kind, None if is_required else declared.default, is_required)


@dataclass(slots=True)
class GivenWords:
    """The words after a command's name, given to its parameters as far as that can be done."""

    parameters: Sequence[Parameter]
    values: dict[str, Value] = field(default_factory=dict)
    waiting: Parameter | None = None
    """The option whose value has not come yet."""
    is_odd: bool = False
    """Whether there was a word that is no option, or one in a form that is not plain, or that has no place."""

    def read(self, words: Iterable[str]) -> "GivenWords":
        """Give every word to its parameter."""
        for word in words:
            if self.waiting is not None:
                self._give(self.waiting, word)
                self.waiting = None
            elif word.startswith("-"):
                self._read_option(word)
            elif (argument := self.next_argument()) is not None:
                self._give(argument, word)
            else:
                self.is_odd = True
        return self

    def next_argument(self) -> Parameter | None:
        """Return the argument that the next word is for, if there is a place for one."""
        for parameter in self.parameters:
            is_open = parameter.takes_many or parameter.name not in self.values
            if isinstance(parameter.declared, Argument) and is_open:
                return parameter
        return None

    def _read_option(self, word: str) -> None:
        name, joined, value = word.partition("=")
        option = next((parameter for parameter in self.parameters if name in parameter.names), None)
        if option is None or (joined and (option.is_flag or not name.startswith("--"))):
            self.is_odd = True
        elif joined:
            self._give(option, value)
        elif option.is_flag:
            self.values[option.name] = True
        else:
            self.waiting = option

    def _give(self, parameter: Parameter, word: str) -> None:
        # What looks like an option may be the next one, where a value was forgotten.
        self.is_odd |= word.startswith("-")
        if not parameter.takes_many:
            self.values[parameter.name] = word
        elif isinstance(many := self.values.setdefault(parameter.name, []), list):
            many.append(word)


def split_root(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Return the folder that `--data` names before the command, if it does, and the words from the command on."""
    if words and words[0].startswith("--data="):
        return words[0].partition("=")[2], words[1:]
    if len(words) > 1 and words[0] == "--data":
        return words[1], words[2:]
    return None, words


def plain_values(
    command: Callable[..., int],
    words: Sequence[str],
    ask: Callable[[Parameter], str | None] = lambda _: None,
) -> dict[str, Value] | None:
    """Return the values of a command's parameters, or nothing where the words are not plain.

    Plain is `--option VALUE`, `--option=VALUE`, `-o VALUE`, a flag, and an argument in its place, all of printable
    characters. Anything else is declined, so that every message about a command line is Typer's;
    tests/commands/test_plain.py holds what is taken here to what Typer makes of it. What the command needs and was not
    given is asked for; nothing is returned where there is no answer.
    """
    if not all(word and word.isprintable() for word in words):
        return None
    parameters = parameters_of(command)
    given = GivenWords(parameters).read(words)
    if given.waiting is not None or given.is_odd:
        return None
    values = {parameter.name: parameter.default for parameter in parameters} | given.values
    for parameter in parameters:
        if parameter.is_required and values[parameter.name] is None:
            if (word := ask(parameter)) is None:
                return None
            values[parameter.name] = [word] if parameter.takes_many else word
    return values
