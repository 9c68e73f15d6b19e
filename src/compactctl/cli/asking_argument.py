"""Asks an officer on a terminal for what a command needs and was not told."""

from compactctl.cli.conversation import asked, say
from compactctl.cli.parameters import Parameter
from compactctl.errors import CannotDo


def ask_argument(parameter: Parameter) -> str:
    """Ask for what a command needs and was not told; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    say(parameter.declared.help)
    return asked(parameter.declared.metavar.capitalize(), "", _something)


def _something(words: str) -> str:
    if not words.strip():
        raise CannotDo("there is no answer yet", "Ctrl-C leaves")
    return words
