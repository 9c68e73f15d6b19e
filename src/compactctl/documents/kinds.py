"""The four kinds of document, and how plain values become one.

They are read by the schemas in content.py, without Pydantic, which takes half as long to load as a national record
takes to check. A pydantic-core that does not take these gets the schemas of the models: slower, and nothing else.
"""

from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from pydantic_core import SchemaError, SchemaValidator

from compactctl.documents import content
from compactctl.documents.content import Annex, Compact, Config, Statement
from compactctl.documents.content_base import Content, Schema
from compactctl.files.reading import Value

C = TypeVar("C", bound=Content)


class DocumentKind(Generic[C]):
    """A kind of document, by the class of what is read."""

    def __init__(self, content_type: type[C]) -> None:
        self.name = content_type.__name__.lower()
        self._content_type = content_type

    @property
    def schema(self) -> Schema:
        """The schema that it is read by, as pydantic-core has it."""
        return self._reading[0]

    def read(self, value: Value) -> C:
        """Return the document that plain values make; raises pydantic-core's ValidationError."""
        document: C = self._reading[1].validate_python(value)
        return document

    @cached_property
    def _reading(self) -> tuple[Schema, SchemaValidator]:
        try:
            return self._content_type.schema, SchemaValidator(self._content_type.schema)
        except SchemaError:
            schema = _schema_of_model(self.name)
            return schema, SchemaValidator(schema)


def _schema_of_model(name: str) -> Schema:
    """Return the schema that Pydantic makes now, with the classes of content.py in place of the models."""
    from compactctl.documents.model_base import Model, name_of, reading_schema
    from compactctl.documents.models import MODELS

    def with_content(node: Any) -> Any:  # noqa: ANN401 - schemas are of any shape
        if isinstance(node, dict):
            return {key: with_content(value) for key, value in node.items()}
        if isinstance(node, list):
            return [with_content(value) for value in node]
        is_model = isinstance(node, type) and issubclass(node, Model)
        return getattr(content, name_of(node)) if is_model else node

    schema: Schema = with_content(reading_schema(MODELS[name]))
    return schema


STATEMENT: Final = DocumentKind(Statement)
ANNEX: Final = DocumentKind(Annex)
COMPACT: Final = DocumentKind(Compact)
CONFIG: Final = DocumentKind(Config)
KINDS: Final[tuple[DocumentKind[Any], ...]] = (STATEMENT, ANNEX, COMPACT, CONFIG)
