"""Word documents from strangers: each is read, or refused in words, in the time and the memory that are promised.

Several are read one after the other by one process, which has the time and the memory for one.
"""

import json
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import MEMORY, within
from tests.hostile.word_files import WORD_FILES

READ: Final = """
import json, sys
from pathlib import Path
from compactctl.forms.reading import read_form
from compactctl.word.not_readable import NotReadable
for path in sys.argv[1:]:
    try:
        returned = read_form(Path(path).read_bytes())
        print(json.dumps(None if len(returned.objections) < 100 else "too much is said"))
    except NotReadable as refusal:
        print(json.dumps(f"{refusal.message}; {refusal.hint}"))
"""
FORBIDDEN: Final = ("map", "key", "slug", "node", "parser", "byte", "scalar", "argument", "XML", "tag", "element")
_TOGETHER: Final = 6
NAMES: Final = [*WORD_FILES]
GROUPS: Final = [NAMES[first : first + _TOGETHER] for first in range(0, len(NAMES), _TOGETHER)]


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
def test_what_is_wrong_with_a_word_document_is_said_soon_and_in_words(names: list[str], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(names)]
    for name, file in zip(names, files, strict=True):
        file.write_bytes(WORD_FILES[name][0]())
    answer = within(tmp_path, (sys.executable, "-c", READ, *map(str, files)), memory=MEMORY)
    assert (answer.returncode, answer.stderr) == (0, b"")
    answers: list[str | None] = [json.loads(line) for line in answer.stdout.splitlines()]
    for name, words in zip(names, answers, strict=True):
        said = WORD_FILES[name][1]
        assert words is None if said is None else (words is None and said == "") or (words and said in words), name
        assert [word for word in FORBIDDEN if f" {word}" in (words or "")] == [], name
    assert sorted(tmp_path.iterdir()) == sorted(files)
