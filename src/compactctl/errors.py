"""What can make a job impossible: each error carries what was wrong and what to do about it."""


class CannotDo(Exception):  # noqa: N818 - read as a sentence: the tool cannot do this
    """The job could not be done at all: exit code 2."""

    exit_code = 2

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def in_a_line(self) -> str:
        """What was wrong, and what to do about it."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class Refused(CannotDo):
    """A command that writes has declined to write: exit code 1."""

    exit_code = 1
