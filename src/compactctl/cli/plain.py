"""The plain forms of a command line, read without Typer, which takes longer to load than a small workspace to check.

Plain is `--option VALUE`, `--option=VALUE`, `-o VALUE`, a flag, and an argument in its place, all of printable
characters. Anything else is declined, so that every message about a command line is Typer's; and
tests/commands/test_plain.py holds what is taken here to what Typer makes of it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from compactctl.cli.parameters import Argument, Parameter, Value, parameters_of


@dataclass(slots=True)
class Given:
    """The words after a command's name, given to its parameters as far as that can be done."""

    parameters: Sequence[Parameter]
    values: dict[str, Value] = field(default_factory=dict)
    waiting: Parameter | None = None
    """The option whose value has not come yet."""
    is_odd: bool = False
    """Whether there was a word that is no option, or one in a form that is not plain, or that has no place."""

    def read(self, words: Iterable[str]) -> "Given":
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
        option = next((one for one in self.parameters if name in one.names), None)
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

    What the command needs and was not given is asked for; nothing is returned where there is no answer.
    """
    if not all(word and word.isprintable() for word in words):
        return None
    parameters = parameters_of(command)
    given = Given(parameters).read(words)
    if given.waiting is not None or given.is_odd:
        return None
    values = {parameter.name: parameter.default for parameter in parameters} | given.values
    for parameter in parameters:
        if parameter.is_required and values[parameter.name] is None:
            if (word := ask(parameter)) is None:
                return None
            values[parameter.name] = [word] if parameter.takes_many else word
    return values
