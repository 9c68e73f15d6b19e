"""The schemas of the documents as pydantic-core has them. Made by `make docs`: change the models."""

from typing import Any, Final

from compactctl.documents import values
from compactctl.documents.stand_in import StandIn, schema_of

PYDANTIC_CORE: Final = "2.50"
"""The release they were made with; another may want them otherwise."""


class Focus(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


FOCUS: Final[dict[str, Any]] = schema_of(Focus, {
    "id": {"type": "model-field", "schema": {"type": "str", "min_length": 2, "max_length": 60, "strip_whitespace": True, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}},
    "title": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
})


class Event(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


EVENT: Final[dict[str, Any]] = schema_of(Event, {
    "date": {"type": "model-field", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.day}}},
    "text": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "source": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
})


class Commitment(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


COMMITMENT: Final[dict[str, Any]] = schema_of(Commitment, {
    "id": {"type": "model-field", "schema": {"type": "str", "min_length": 2, "max_length": 60, "strip_whitespace": True, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}},
    "text": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "due": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.due}}}, "default": None}},
    "follow_up": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": EVENT, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})


class Signature(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


SIGNATURE: Final[dict[str, Any]] = schema_of(Signature, {
    "party": {"type": "model-field", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.trimmed}, "schema": {"type": "enum", "cls": values.Party, "members": [values.Party.DEPARTMENT, values.Party.ASSOCIATION, values.Party.AUTHORITY], "sub_type": "str"}}},
    "name": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}}, "default": None}},
    "role": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
    "date": {"type": "model-field", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.day}}},
})


class Statement(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


STATEMENT: Final[dict[str, Any]] = schema_of(Statement, {
    "title": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
    "note": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "sources": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "format": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.format_version}}}, "default": None}},
    "principles": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "conditions": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "vision": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "focuses": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": FOCUS, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "commitments": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": COMMITMENT, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "signatures": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": SIGNATURE, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})


class OpenTo(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()
    defaults = {"regions": list, "types": list, "authorities": list}


OPEN_TO: Final[dict[str, Any]] = schema_of(OpenTo, {
    "regions": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "min_length": 1, "max_length": 1000}, "default_factory": list, "default_factory_takes_data": False}},
    "types": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "min_length": 1, "max_length": 1000}, "default_factory": list, "default_factory_takes_data": False}},
    "authorities": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "min_length": 1, "max_length": 1000}, "default_factory": list, "default_factory_takes_data": False}},
})


class Area(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()
    keys_by_name = {'origins': 'from'}


AREA: Final[dict[str, Any]] = schema_of(Area, {
    "letter": {"type": "model-field", "schema": {"type": "str", "strip_whitespace": True, "pattern": "^[a-z]{1,2}$"}},
    "id": {"type": "model-field", "schema": {"type": "str", "min_length": 2, "max_length": 60, "strip_whitespace": True, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}},
    "title": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
    "summary": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "focuses": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "open_to": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-after", "function": {"type": "no-info", "function": values.says_something}, "schema": OPEN_TO}}, "default": None}},
    "named_locally": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.truth}}}, "default": None}},
    "origins": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}, "validation_alias": "from", "serialization_alias": "from"},
})


class Group(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


GROUP: Final[dict[str, Any]] = schema_of(Group, {
    "id": {"type": "model-field", "schema": {"type": "str", "min_length": 2, "max_length": 60, "strip_whitespace": True, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}},
    "title": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
    "aims": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "areas": {"type": "model-field", "schema": {"type": "list", "items_schema": AREA, "min_length": 1, "max_length": 1000}},
})


class Retired(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


RETIRED: Final[dict[str, Any]] = schema_of(Retired, {
    "id": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "why": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
})


class Annex(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


ANNEX: Final[dict[str, Any]] = schema_of(Annex, {
    "year": {"type": "model-field", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.year}}},
    "title": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}},
    "note": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "sources": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "example": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.truth}}}, "default": None}},
    "at_most": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.whole_number}}}, "default": None}},
    "groups": {"type": "model-field", "schema": {"type": "list", "items_schema": GROUP, "min_length": 1, "max_length": 1000}},
    "retired": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": RETIRED, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "signatures": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": SIGNATURE, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})


class Contributions(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()
    defaults = {"authority": list, "department": list}


CONTRIBUTIONS: Final[dict[str, Any]] = schema_of(Contributions, {
    "authority": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "department": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})


class Priority(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


PRIORITY: Final[dict[str, Any]] = schema_of(Priority, {
    "area": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "issue": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "term": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "max_length": 5000, "strip_whitespace": True, "pattern": "^(short|medium)$|^TODO"}}, "default": None}},
    "why": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "contributions": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_map}, "schema": CONTRIBUTIONS}, "default_factory": Contributions, "default_factory_takes_data": False}},
})


class Ask(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


ASK: Final[dict[str, Any]] = schema_of(Ask, {
    "text": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "area": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "answer": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": EVENT}, "default": None}},
})


class Edition(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


EDITION: Final[dict[str, Any]] = schema_of(Edition, {
    "year": {"type": "model-field", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.year}}},
    "note": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "review_by": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.day}}}, "default": None}},
    "review": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": EVENT}, "default": None}},
    "priorities": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": PRIORITY, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "asks": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": ASK, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "signatures": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": SIGNATURE, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})


class Compact(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


COMPACT: Final[dict[str, Any]] = schema_of(Compact, {
    "authority": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "note": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}}, "default": None}},
    "sources": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
    "example": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.truth}}}, "default": None}},
    "ended": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": EVENT}, "default": None}},
    "editions": {"type": "model-field", "schema": {"type": "list", "items_schema": EDITION, "min_length": 1, "max_length": 1000}},
})


class Exemption(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()


EXEMPTION: Final[dict[str, Any]] = schema_of(Exemption, {
    "rule": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "file": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
    "year": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "nullable", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.year}}}, "default": None}},
    "until": {"type": "model-field", "schema": {"type": "function-plain", "function": {"type": "no-info", "function": values.day}}},
    "reason": {"type": "model-field", "schema": {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}},
})


class Config(StandIn):
    """Stands in for the model of that name."""

    __slots__ = ()
    defaults = {"levels": dict, "exemptions": list}


CONFIG: Final[dict[str, Any]] = schema_of(Config, {
    "levels": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_map}, "schema": {"type": "dict", "keys_schema": {"type": "str"}, "values_schema": {"type": "function-before", "function": {"type": "no-info", "function": values.trimmed}, "schema": {"type": "literal", "expected": ["error", "warning", "info", "off"]}}}}, "default_factory": dict, "default_factory_takes_data": False}},
    "exemptions": {"type": "model-field", "schema": {"type": "default", "schema": {"type": "function-before", "function": {"type": "no-info", "function": values.empty_list}, "schema": {"type": "list", "items_schema": EXEMPTION, "max_length": 1000}}, "default_factory": list, "default_factory_takes_data": False}},
})
