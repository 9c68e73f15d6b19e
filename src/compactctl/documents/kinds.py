"""The four kinds of document, and how plain values become one.

Read with the stored schemas, without Pydantic, which takes half as long to load as a national record takes to check.
Where pydantic-core is of another release than the schemas were made with, the models themselves are loaded.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import pydantic_core

from compactctl.files.reading import Value

if TYPE_CHECKING:
    from compactctl.documents.annex import Annex
    from compactctl.documents.compact import Compact
    from compactctl.documents.config import Config
    from compactctl.documents.model import Model
    from compactctl.documents.statement import Statement

M = TypeVar("M", bound="Model")


def release(version: str) -> str:
    """Return the part of a version within which schemas stay as they are."""
    return ".".join(version.split(".")[:2])


class DocumentKind(Generic[M]):
    """A kind of document by its name; to the type checker, what it reads is the model of that name."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The schema as pydantic-core takes it."""
        from compactctl.documents import core_schemas

        if release(pydantic_core.__version__) == core_schemas.PYDANTIC_CORE:
            stored: dict[str, Any] = getattr(core_schemas, self.name.upper())
            return stored
        from compactctl.documents.storing import MODELS, reading_schema

        return reading_schema(next(model for model in MODELS if model.__name__.lower() == self.name))

    def read(self, value: Value) -> M:
        """Return the document that plain values make; raises pydantic-core's ValidationError."""
        document: M = self._validator.validate_python(value)
        return document

    @cached_property
    def _validator(self) -> pydantic_core.SchemaValidator:
        return pydantic_core.SchemaValidator(self.schema)


STATEMENT: "Final[DocumentKind[Statement]]" = DocumentKind("statement")
ANNEX: "Final[DocumentKind[Annex]]" = DocumentKind("annex")
COMPACT: "Final[DocumentKind[Compact]]" = DocumentKind("compact")
CONFIG: "Final[DocumentKind[Config]]" = DocumentKind("config")
KINDS: "Final[tuple[DocumentKind[Any], ...]]" = (STATEMENT, ANNEX, COMPACT, CONFIG)
