"""The page of promises counts what the tests hold, and names files that are there."""

import re

import pytest
from tests.commands import test_paths
from tests.docs.blocks import ROOT
from tests.formats import test_examples
from tests.hostile import bombs, mistyped, pairs, test_green, test_surroundings, test_texts, test_trees, word_files
from tests.mutations import kept
from tests.slips import test_any_text
from tests.workspace import test_signed_texts, test_typed_texts

PAGE = (ROOT / "docs/promises.md").read_text(encoding="utf-8")
FIGURES = (
    f"{len(bombs.SYNTAX) + len(bombs.MEANING)} bombs",
    f"{len(mistyped.MISTYPED)} mistyped files",
    f"{len(pairs.PAIRS)} sets of files",
    f"{len(word_files.WORD_FILES)} hostile Word documents",
    f"{len(test_surroundings.IN_NO_FOLDER)} command lines there",
    f"{len(test_texts.TEXTS)} texts",
    f"{len(test_trees.NAMES)} file names",
    f"{len(test_trees.COMMANDS)} command lines: bytes",
    f"ways past {len(test_green.TREES)} broken trees",
    f"broken foundations of {len(test_paths.FOUNDATIONS)} kinds",
    f"any of {test_typed_texts.PLACES} places of a form is kept",
    f"free text typed into any of {len(test_any_text.PLACES)} places",
    f"{len(test_examples.QUESTIONS)} questions to `report` and `diff`",
    f"{len(test_signed_texts.COUNTED)} changes of a signed statement",
    f"annex or edition that count, {len(test_signed_texts.NOT_COUNTED)} that do not",
    f"puts {len(kept())} single faults in",
)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_what_the_tests_count(figure: str) -> None:
    assert figure in " ".join(PAGE.split())


def test_every_file_named_is_there() -> None:
    named = re.findall(r"tests/[\w./]+", PAGE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
