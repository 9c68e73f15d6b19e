"""What the styles of a returned form change in what is read: hints, hidden texts, fonts of symbols, lists."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeVar

from compactctl.forms.numbering import Place, list_of
from compactctl.forms.run_text import SYMBOL_FONTS
from compactctl.forms.walked import HIDDEN, STRUCK
from compactctl.word.elements import Element, child, children, is_on, name_of, tags_of, value_of
from compactctl.word.package import Parts

_Said = TypeVar("_Said")
_PLACEHOLDER: Final = "placeholdertext"
_LOOKS: Final = {HIDDEN: ("w:vanish", "w:specVanish"), STRUCK: ("w:strike", "w:dstrike")}
"""What a text looks like that is none, and what switches that on."""
_FONTS: Final = ("w:ascii", "w:hAnsi")
_NAMED: Final = {"paragraph": "w:pStyle", "table": "w:tblStyle"}


@dataclass(frozen=True)
class Styles:
    """The ids of styles by what they mean."""

    placeholder: frozenset[str]
    looks: Mapping[str, frozenset[str]]
    """Which styles hide their texts, and which strike them through."""
    fonts: Mapping[str, str]
    """In which font of symbols a style shows its texts."""
    raised: Mapping[str, str]
    """Which way a style shifts its texts from the line: superscript, subscript."""
    lists: Mapping[str, Place]
    """Which place in a list a style gives to its paragraphs."""
    defaults: Mapping[str, str]
    """The style of what names none, by its kind: paragraph, table."""
    everywhere: frozenset[str]
    """How all texts look that have no style which says otherwise."""

    @classmethod
    def of(cls, document: Parts) -> Self:
        """Read the styles of a document; Word calls the same style by another id in each language.

        Raises:
            NotReadable: They are damaged, or keep not to the limits.
        """
        roots = [part.root for part in document.related("styles")]
        styles = {
            style_id: style
            for root in roots
            for style in children(root, "w:style")
            if (style_id := value_of(style, "w:styleId"))
        }
        placeholder = (key for key, style in styles.items() if _is_placeholder(value_of(child(style, "w:name")) or ""))
        return cls(
            placeholder=frozenset(placeholder),
            looks={look: frozenset(_with(look, styles)) for look in _LOOKS},
            fonts=_inherited(styles, lambda style: symbol_font(child(style, "w:rPr"))),
            raised=_inherited(styles, lambda style: raised_by(child(style, "w:rPr"))),
            lists=_inherited(styles, lambda style: list_of(child(style, "w:pPr"))),
            defaults={value_of(style, "w:type") or "": key for key, style in styles.items() if _is_default(style)},
            everywhere=frozenset(
                look
                for look in _LOOKS
                if any(_says(look, defaults) for root in roots for defaults in children(root, "w:docDefaults"))
            ),
        )

    def is_placeholder(self, style_id: str | None) -> bool:
        """Tell whether a text of a style is shown in place of one that is still to be written."""
        return style_id is not None and (style_id in self.placeholder or _is_placeholder(style_id))

    def looks_of(self, style_id: str | None) -> frozenset[str]:
        """Return how the texts of a style look: hidden, struck through."""
        return frozenset(look for look, styles in self.looks.items() if style_id in styles)

    def named_by(self, properties: Element | None, kind: str) -> str | None:
        """Return the id of the style that a paragraph or a table has by its properties."""
        named = None if properties is None else child(properties, _NAMED[kind])
        return self.defaults.get(kind) if named is None else value_of(named)


def looks_by(properties: Element, otherwise: frozenset[str]) -> frozenset[str]:
    """Return how a text with these properties looks, that would otherwise look like this."""
    said = {look: is_so for look in _LOOKS if (is_so := _switched(look, properties)) is not None}
    return (otherwise - said.keys()) | {look for look, is_so in said.items() if is_so}


def raised_by(properties: Element | None) -> str | None:
    """Return which way the properties of a text shift it from the line; None where they say nothing of that."""
    return None if properties is None else value_of(child(properties, "w:vertAlign"))


def symbol_font(properties: Element | None) -> str | None:
    """Return the font that the properties of a text give it, where its letters show something else.

    None where they say nothing of that, nothing where the font is any other.
    """
    fonts = None if properties is None else child(properties, "w:rFonts")
    named = [name.casefold() for kind in _FONTS if (name := value_of(fonts, kind)) is not None]
    return next((name for name in named if name in SYMBOL_FONTS), "") if named else None


def _is_placeholder(name: str) -> bool:
    return "".join(filter(str.isalpha, name)).casefold() == _PLACEHOLDER


def _is_default(style: Element) -> bool:
    return (value_of(style, "w:default") or "0").lower() not in ("0", "false", "off")


def _switched(look: str, properties: Element) -> bool | None:
    """Tell whether the properties of a text let it look like this; None where they say nothing of that."""
    said = [is_on(item) for item in properties if name_of(item) in _LOOKS[look]]
    return any(said) if said else None


def _with(look: str, styles: Mapping[str, Element]) -> Iterator[str]:
    """Yield the ids of the styles whose texts look like this."""
    said = _inherited(styles, lambda style: _says(look, style))
    yield from (key for key, is_so in said.items() if is_so)


def _says(look: str, style: Element) -> bool | None:
    """Tell whether texts of a style look like this, if only those of some cells of a table; None where it is unsaid."""
    said = [is_so for item in style.iter(*tags_of("w:rPr")) if (is_so := _switched(look, item)) is not None]
    return any(said) if said else None


def _inherited(styles: Mapping[str, Element], says: Callable[[Element], _Said | None]) -> dict[str, _Said]:
    """Return what styles say by their ids, or the styles that they are based on where they say nothing themselves."""
    said = {key: value for key, style in styles.items() if (value := says(style)) is not None}
    based: dict[str, list[str]] = {}
    for key, style in styles.items():
        if key not in said and (base := value_of(child(style, "w:basedOn"))) is not None:
            based.setdefault(base, []).append(key)
    left = list(said)
    while left:
        base = left.pop()
        more = based.pop(base, [])
        said |= dict.fromkeys(more, said[base])
        left += more
    return said
