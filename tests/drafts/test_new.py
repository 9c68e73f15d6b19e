import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, compact, compact_in, names, priority, texts, workspace

from compactctl.documents.years import written_year
from compactctl.drafts.candidates import Candidates, Choice, candidates_in
from compactctl.drafts.inputs import check_exists, check_has_compact, check_is_new, whole_agenda
from compactctl.drafts.new import new_compact
from compactctl.errors import CannotDo, Refused
from compactctl.rules.samples import REGISTER_HEAD
from compactctl.workspace.naming import find_authority
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.workspace import Workspace

OWN = ("own-issues",)
YEAR = written_year("2003/04")
AREAS = (
    area("a", "reading"),
    area("b", "london-only", open_to={"regions": ["london"], "types": ["inner-london-borough"]}),
    area("c", "own-issues", named_locally="true"),
    area("d", "14-19"),
)
SPACE = workspace({"annex/2003-04.yaml": annex("2003/04", *AREAS)})
HAMPSHIRE = built_in_register().authorities["hampshire"]
CANDIDATES = Candidates(whole_agenda(SPACE, YEAR), HAMPSHIRE, asks_term=True, asks_why=True)


def uncommented(text: str) -> str:
    """Return a new compact as it is after an officer has deleted the '# ' before the lines of every area offered."""
    parts = text.split("\n\n")
    return "\n\n".join(re.sub(r"(?m)^( *)# ", r"\1", part) if "# - area:" in part else part for part in parts)


def read_back(space: Workspace, text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return area, issue and term of each priority of a compact that breaks no schema and no rule on areas."""
    agenda = space.agendas[YEAR]
    assert agenda is not None
    placed = compact_in(
        workspace({"annex/2003-04.yaml": agenda.document.source.text, "compacts/hampshire.yaml": text}), "hampshire"
    )
    assert [
        priority.excluded_by for edition in placed.editions for priority in edition.priorities if priority.excluded_by
    ] == []
    contents = [priority.content for priority in placed.editions[0].priorities]
    return [(priority.area, priority.issue, priority.term) for priority in contents]


class TestText:
    def test_has_a_priority_to_fill_in_for_each_choice(self) -> None:
        areas = CANDIDATES.agenda.areas
        choices = [Choice(areas["14-19"], term="short"), Choice(areas["own-issues"], "Travel: the A3", None)]
        text = new_compact(CANDIDATES, choices)
        assert read_back(SPACE, text) == [("14-19", None, "short"), ("own-issues", "Travel: the A3", "TODO")]
        assert "# d, About 14-19\n" in text
        assert "# What own-issues is about\n" in text

    def test_offers_at_the_end_what_is_open_and_was_not_given(self) -> None:
        text = new_compact(CANDIDATES, [Choice(CANDIDATES.agenda.areas["14-19"], term="short")])
        assert "# These other areas are open to Hampshire." in text
        assert read_back(SPACE, text) == [("14-19", None, "short")]
        assert read_back(SPACE, uncommented(text)) == [
            ("14-19", None, "short"),
            ("reading", None, "TODO"),
            ("own-issues", "TODO", "TODO"),
        ]

    def test_offers_nothing_where_all_was_given(self) -> None:
        assert "areas are open to" not in new_compact(CANDIDATES, [Choice(area) for area in CANDIDATES.areas])

    def test_offers_what_is_open_where_nothing_is_chosen(self) -> None:
        text = new_compact(CANDIDATES, [])
        assert read_back(SPACE, text) == []
        assert read_back(SPACE, uncommented(text)) == [
            ("reading", None, "TODO"),
            ("own-issues", "TODO", "TODO"),
            ("14-19", None, "TODO"),
        ]
        assert "london-only" not in text

    def test_begins_with_the_schema_for_the_editor(self) -> None:
        first = new_compact(CANDIDATES, []).split("\n")[0]
        assert first == (
            "# yaml-language-server: "
            "$schema=https://raw.githubusercontent.com/compactctl/compactctl/main/schemas/compact.json"
        )

    @given(names, texts, texts, st.booleans())
    def test_is_whole_whatever_the_annex_says(self, title: str, summary: str, issue: str, chosen: bool) -> None:  # noqa: FBT001
        areas = (area("a", "one", title=title, summary=summary), area("b", "own", named_locally="true", title=title))
        space = workspace({"annex/2003-04.yaml": annex("2003/04", *areas)})
        candidates = replace(CANDIDATES, agenda=whole_agenda(space, YEAR))
        first, own = candidates.areas
        text = new_compact(candidates, [Choice(first), Choice(own, issue, "medium")] if chosen else [])
        assert read_back(space, text) == ([("one", None, "TODO"), ("own", issue, "medium")] if chosen else [])


FULL = priority("reading")
BARE: Plain = {"area": "reading"}
TERM: Plain = {"area": "reading", "term": "short"}
WHY: Plain = {"area": "reading", "why": "TODO"}


class TestWhatIsAsked:
    """A term and a reason, but where the record has priorities and none of them has one."""

    @pytest.mark.parametrize(
        ("compacts", "asked"),
        [
            ({}, ["term: TODO", "why: >-"]),
            ({"kent": []}, ["term: TODO", "why: >-"]),
            ({"kent": [FULL]}, ["term: TODO", "why: >-"]),
            ({"kent": [BARE]}, []),
            ({"kent": [BARE, TERM], "norfolk": [BARE]}, ["term: TODO"]),
            ({"kent": [BARE], "norfolk": [BARE, WHY]}, ["why: >-"]),
            ({"kent": [TERM], "norfolk": [WHY]}, ["term: TODO", "why: >-"]),
            ({"kent": [BARE], "norfolk": [{"area": "reading", "term": "long"}]}, ["term: TODO", "why: >-"]),
        ],
    )
    def test_is_as_in_the_record(self, compacts: dict[str, list[Plain]], asked: list[str]) -> None:
        files = {f"compacts/{slug}.yaml": compact(slug, "2003/04", *content) for slug, content in compacts.items()}
        assert self.lines_in({**files}) == asked

    @pytest.mark.parametrize("name", ["compacts/norfolk.yaml", "compacts/norfolk.yml"])
    def test_is_all_where_a_compact_cannot_be_read(self, name: str) -> None:
        assert self.lines_in({"compacts/kent.yaml": compact("kent", "2003/04", BARE), name: ": :"}) == [
            "term: TODO",
            "why: >-",
        ]

    def test_a_term_that_is_given_is_written_all_the_same(self) -> None:
        text = new_compact(replace(CANDIDATES, asks_term=False), [Choice(CANDIDATES.areas[0], term="short")])
        assert text.count(" term: ") == 1
        assert read_back(SPACE, text) == [("reading", None, "short")]

    def lines_in(self, files: dict[str, Plain | str]) -> list[str]:
        space = workspace({"annex/2003-04.yaml": annex("2003/04", *AREAS), **files})
        candidates = candidates_in(space, whole_agenda(space, YEAR), HAMPSHIRE)
        text = new_compact(candidates, [Choice(candidates.areas[0])])
        taken_up = text[: text.index("# These other")]
        return [line.strip() for line in taken_up.splitlines() if line.strip().startswith(("term:", "why:"))]


class TestChoices:
    @pytest.mark.parametrize(
        ("areas", "terms", "issues", "chosen"),
        [
            ([], [], [], []),
            (["a"], [], [], [("reading", None, None)]),
            (["14-19", "d", " D ", "a"], [], [], [("14-19", None, None), ("reading", None, None)]),
            (["a", "d"], ["d=short"], [], [("reading", None, None), ("14-19", None, "short")]),
            (["a"], ["reading=Medium", "a=medium"], [], [("reading", None, "medium")]),
            (["c"], [], [], [("own-issues", None, None)]),
            (["c"], ["c=short"], ["Forces", "Bus ", "forces"], [(*OWN, "Forces", "short"), (*OWN, "Bus", "short")]),
        ],
    )  # fmt: skip
    def test_are_read_by_letter_or_id_and_taken_once(
        self, areas: list[str], terms: list[str], issues: list[str], chosen: list[tuple[str, str | None, str | None]]
    ) -> None:
        choices = CANDIDATES.choices(areas, terms, issues)
        assert [(choice.area.id, choice.issue, choice.term) for choice in choices] == chosen

    @pytest.mark.parametrize(
        ("areas", "terms", "issues", "message"),
        [
            (["readin"], [], [], r"2003/04 has no area 'readin'; did you mean 'reading' \(a, About reading\)\?"),
            (["zz"], [], [], "2003/04 has no area 'zz'"),
            ([""], [], [], "2003/04 has no area ''"),
            (["b"], [], [], r"'london-only' \(b, About london-only\) is not open to Hampshire"),
            (["a"], ["d=short"], [], r"a term for '14-19' \(d, About 14-19\), and the area is not among those given"),
            ([], ["a=short"], [], "the area is not among those given"),
            (["a"], ["a=long"], [], "a term cannot be 'long'"),
            (["a"], ["a="], [], "a term cannot be ''"),
            (["a"], ["short"], [], "a term cannot be 'short'"),
            (["a"], ["a=short", "a=medium"], [], "two terms for 'reading'"),
            (["a"], [], ["Forces"], "a local issue needs the one area that it belongs to"),
            (["c"], [], [" "], "the name of a local issue is empty"),
            (["c"], [], ["x\u202ey"], r"holds a right-to-left override \(U\+202E\), which readers cannot see"),
            (["c"], [], ["x" * 5001], "longer than 5,000 characters"),
        ],
    )  # fmt: skip
    def test_that_cannot_be_meant_are_told(
        self, areas: list[str], terms: list[str], issues: list[str], message: str
    ) -> None:
        with pytest.raises(CannotDo, match=message) as refusal:
            CANDIDATES.choices(areas, terms, issues)
        assert refusal.value.exit_code == 2

    @pytest.mark.parametrize(
        ("local", "hint"),
        [
            ([], "no area takes one"),
            (["b"], "add --area b"),
            (["a", "b"], "give one of them at a time, or write the issues into the file"),
        ],
    )
    def test_say_which_area_takes_a_local_issue(self, local: list[str], hint: str) -> None:
        areas = [
            area(letter, f"area-{letter}", **({"named_locally": "true"} if letter in local else {})) for letter in "ab"
        ]
        candidates = replace(
            CANDIDATES, agenda=whole_agenda(workspace({"annex/2003-04.yaml": annex("2003/04", *areas)}), YEAR)
        )
        with pytest.raises(CannotDo) as refusal:
            candidates.choices(["a", "b"] if len(local) > 1 else ["a"], [], ["Forces"])
        assert refusal.value.hint == hint

    def test_say_to_whom_an_area_is_open(self) -> None:
        with pytest.raises(CannotDo) as refusal:
            CANDIDATES.area("b")
        assert refusal.value.hint == "it is open to region london, type inner-london-borough"


class TestAuthority:
    @pytest.mark.parametrize(
        ("slug", "year", "message", "hint"),
        [
            ("cheshire", "2009/10", "Cheshire ended on 31 March 2009, before 2009/10", "after it came Cheshire East"),
            (
                "cheshire-east",
                "2003/04",
                "Cheshire East began on 1 April 2009, after 2003/04",
                "before it there was Cheshire",
            ),
        ],
    )
    def test_that_did_not_exist_is_told_with_who_did(self, slug: str, year: str, message: str, hint: str) -> None:
        register = built_in_register()
        with pytest.raises(CannotDo, match=message) as refusal:
            check_exists(register, register.authorities[slug], written_year(year))
        assert hint in (refusal.value.hint or "")


class TestBasis:
    def test_a_compact_that_is_there_is_not_begun_again(self) -> None:
        space = workspace({"compacts/hampshire.yaml": "authority: hampshire"})
        with pytest.raises(Refused, match=r"Hampshire has a compact already, 'data/compacts/hampshire\.yaml'"):
            check_is_new(space, HAMPSHIRE)

    @pytest.mark.parametrize(
        "name",
        [
            *("compacts/hampshire.yml", "compacts/Hampshire.yaml", "compacts/hampshire", "compacts/HAMPSHIRE"),
            *("compacts/hampshire.docx", "compacts/Hampshire.docx", "hampshire.yaml"),
        ],
    )
    def test_nor_is_one_that_is_there_under_a_wrong_name(self, name: str) -> None:
        space = workspace({name: "authority: hampshire"})
        with pytest.raises(Refused, match=f"'data/{name}' goes by the name of 'hampshire', and is no compact"):
            check_is_new(space, HAMPSHIRE)
        with pytest.raises(Refused, match=r"the compact of Hampshire is not in 'data/compacts/hampshire\.yaml'"):
            check_has_compact(space, HAMPSHIRE)

    def test_a_slug_may_have_two_characters(self) -> None:
        files: dict[str, Plain | str] = {
            "authorities.csv": f"{REGISTER_HEAD}1,ab,Ab,,,,,,\n",
            "annex/2003-04.yaml": annex("2003/04", *AREAS),
        }
        space = workspace(files)
        authority = find_authority(space, "ab")
        check_is_new(space, authority)
        text = new_compact(replace(CANDIDATES, agenda=whole_agenda(space, YEAR), authority=authority), [])
        assert compact_in(workspace({**files, "compacts/ab.yaml": text}), "ab").newest

    @pytest.mark.parametrize(
        ("files", "year", "message"),
        [
            ({}, "2003/04", "there is no annex in data"),
            ({"annex/2003-04.yaml": annex("2003/04", *AREAS)}, "2004/05", "there is no annex for 2004/05"),
            ({"annex/2003-04.yaml": "year: 2003/04"}, "2003/04", "the annex of 2003/04 has errors"),
            ({"annex/2003-04.yml": annex("2003/04", *AREAS)}, "2003/04", r"data/annex/2003-04\.yml, cannot be read"),
        ],
    )
    def test_a_draft_rests_on_a_whole_annex(self, files: dict[str, str], year: str, message: str) -> None:
        with pytest.raises(CannotDo, match=message):
            whole_agenda(workspace(files), written_year(year))
