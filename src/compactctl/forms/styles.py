"""What the styles of a returned form change in what is read: hints and hidden texts, fonts of symbols, lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeVar

from compactctl.forms.numbering import Place, list_of
from compactctl.forms.run_text import SYMBOL_FONTS
from compactctl.word.elements import Element, child, children, is_on, name_of, tags_of, value_of
from compactctl.word.package import Parts

_Said = TypeVar("_Said")
_PLACEHOLDER: Final = "placeholdertext"
_HIDES: Final = ("w:vanish", "w:specVanish")
_FONTS: Final = ("w:ascii", "w:hAnsi")
_NAMED: Final = {"paragraph": "w:pStyle", "table": "w:tblStyle"}


@dataclass(frozen=True)
class Styles:
    """The ids of styles by what they mean."""

    placeholder: frozenset[str]
    hidden: frozenset[str]
    fonts: Mapping[str, str]
    """In which font of symbols a style shows its texts."""
    lists: Mapping[str, Place]
    """Which place in a list a style gives to its paragraphs."""
    defaults: Mapping[str, str]
    """The style of what names none, by its kind: paragraph, table."""
    hides_all: bool

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
            hidden=frozenset(key for key, is_hidden in _inherited(styles, _hides).items() if is_hidden),
            fonts=_inherited(styles, lambda style: symbol_font(child(style, "w:rPr"))),
            lists=_inherited(styles, lambda style: list_of(child(style, "w:pPr"))),
            defaults={value_of(style, "w:type") or "": key for key, style in styles.items() if _is_default(style)},
            hides_all=any(_hides(defaults) for root in roots for defaults in children(root, "w:docDefaults")),
        )

    def is_placeholder(self, style_id: str | None) -> bool:
        """Tell whether a text of a style is shown in place of one that is still to be written."""
        return style_id is not None and (style_id in self.placeholder or _is_placeholder(style_id))

    def named_by(self, properties: Element | None, kind: str) -> str | None:
        """Return the id of the style that a paragraph or a table has by its properties."""
        named = None if properties is None else child(properties, _NAMED[kind])
        return self.defaults.get(kind) if named is None else value_of(named)


def hidden_by(properties: Element | None) -> bool | None:
    """Tell whether the properties of a text hide it; None where they say nothing of that."""
    if properties is None:
        return None
    said = [is_on(item) for item in properties if name_of(item) in _HIDES]
    return any(said) if said else None


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


def _hides(style: Element) -> bool | None:
    """Tell whether a style hides texts, if only those of some cells of a table; None where it says nothing of that."""
    said = [is_hidden for item in style.iter(*tags_of("w:rPr")) if (is_hidden := hidden_by(item)) is not None]
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
