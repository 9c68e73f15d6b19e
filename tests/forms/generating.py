"""Editions of any texts, and what somebody may write into the boxes of their forms."""

import json
from collections.abc import Mapping
from typing import Any, Final

from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, compact, texts

from compactctl.drafts.lines import document, entry, indented
from compactctl.forms.boxes import Value

AGENDA: Final = annex(
    "2003/04",
    area("a", "reading"),
    area("b", "behaviour"),
    area("c", "london", open_to={"regions": ["london"]}),
    area("d", "own", named_locally="true"),
    area("e", "early-years"),
)
KEYS: Final = st.sampled_from(["reading", "behaviour", "early-years"])


@st.composite
def editions(draw: st.DrawFn) -> Plain:
    """Return a compact with an edition of any texts."""
    lists = st.lists(texts | st.just("TODO"), max_size=3)
    priorities = []
    for key in draw(st.lists(KEYS, unique=True, max_size=3)):
        optional: Plain = {"why": draw(texts), "term": draw(st.sampled_from(["short", "medium", "TODO"]))}
        kept = {name: value for name, value in optional.items() if draw(st.booleans())}
        contributions = {"authority": draw(lists), "department": draw(lists)}
        priorities.append({"area": key, **kept, **({"contributions": contributions} if draw(st.booleans()) else {})})
    asks = [{"text": text} for text in draw(st.lists(texts, max_size=2))]
    more: Plain = {"asks": asks} if asks else {}
    return compact("hampshire", "2003/04", *priorities, **more)


@st.composite
def boxes(draw: st.DrawFn, tags: list[str]) -> dict[str, Value]:
    """Return what is written into some boxes: what may stand there."""
    filled_in: dict[str, Value] = {}
    for tag in draw(st.lists(st.sampled_from(tags), unique=True, max_size=6)):
        value: Value
        match tag.rpartition("/")[2]:
            case "area":
                value = draw(KEYS.map(lambda key: (key,)) | st.just(()))
            case "term":
                value = draw(st.sampled_from([(), ("short",), ("medium",)]))
            case "review_by":
                value = draw(st.sampled_from([(), ("2005-01-31",)]))
            case "authority" | "department":
                value = tuple(draw(st.lists(texts, max_size=4)))
            case "issue":
                value = ()
            case _:
                value = draw(texts.map(lambda text: (text,)) | st.just(()))
        filled_in[tag] = tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in value)
    return filled_in


def laid_out(compact: Plain) -> str:
    """Return a compact as YAML, one value below the other, texts in double quotes."""
    return document(_block(compact))


def _block(value: Any) -> list[str]:  # noqa: ANN401 - plain data
    if isinstance(value, dict) and value:
        return [line for key, inner in value.items() for line in _led(f"{key}:", inner, _block(inner))]
    if isinstance(value, list) and value:
        return [line for inner in value for line in entry(_block(inner))]
    return [json.dumps(value, ensure_ascii=False)]


def _led(name: str, inner: Any, lines: list[str]) -> list[str]:  # noqa: ANN401 - plain data
    is_short = not inner or isinstance(inner, str)
    return [f"{name} {lines[0]}"] if is_short else [name, *indented(lines)]


def labelled(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return values with areas by their ids, whatever they are called."""
    ids = {f"{area['letter']}, {area['title']}": area["id"] for area in AGENDA["groups"][0]["areas"]}
    return {tag: tuple(ids.get(text, text) for text in value) for tag, value in values.items()}
