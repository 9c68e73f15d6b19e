"""The site: every page there, every link right, the same bytes for the same tree, and refusals that change nothing."""

import csv
import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import jsonschema
import pytest
from tests.changes import making
from tests.running import DATA, copy_record, picture, run

from compactctl.cli.commands.site import command

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own record."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(DATA, folder / "data")
    done = run(folder, "site", "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "compactctl: wrote the site into 'out'\n  hint: open 'index.html' there\n"
    return folder / "out"


class _Page(HTMLParser):
    """The names on a page, and where it leads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.doubled: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                (self.doubled if value in self.names else self.names).add(value)
            elif (name == "href" or (name == "src" and tag != "use")) and value:
                self.links.add(value)


def _pages(site: Path) -> dict[str, _Page]:
    return {path.relative_to(site).as_posix(): _Page(path) for path in sorted(site.rglob("*.html"))}


def _broken(site: Path) -> Iterator[str]:
    pages = _pages(site)
    for page, content in pages.items():
        yield from (f"{page} has two of {name}" for name in content.doubled)
        for link in content.links:
            target, fragment = urldefrag(link)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
            if not (site / path).is_file():
                yield f"{page} -> {link}"
            elif fragment and path in pages and fragment not in pages[path].names:
                yield f"{page} -> {link}: no such name"


def _reached(site: Path) -> set[str]:
    pages, reached, waiting = _pages(site), set[str](), ["index.html"]
    while waiting:
        if (page := waiting.pop()) not in reached:
            reached.add(page)
            for link in pages[page].links if page in pages else ():
                waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(page), urldefrag(link)[0] or "")))
                if not urldefrag(link)[0]:
                    waiting.pop()
    return reached


class TestPages:
    def test_no_link_is_broken(self, site: Path) -> None:
        assert list(_broken(site)) == []

    def test_every_page_is_reached_from_the_first(self, site: Path) -> None:
        assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} <= _reached(site)

    def test_there_is_a_page_for_everything(self, site: Path) -> None:
        names = set(picture(site))
        assert {"index.html", "style.css", "asks.html", "department.html", "statement.html"} <= names
        assert {"years/2003-04.html", "years/2004-05.html", "changes/2003-04--2004-05.html"} <= names
        assert {"areas/behaviour-attendance.html", "authorities/hampshire.html", "authorities/index.html"} <= names

    def test_an_authority_that_ended_leads_to_those_that_came_after_it(self, site: Path) -> None:
        page = (site / "authorities" / "cumbria.html").read_text(encoding="utf-8")
        assert "Succeeded by" in page
        assert 'href="../authorities/cumberland.html"' in page

    def test_an_area_that_did_not_go_on_leads_to_what_came_of_it(self, site: Path) -> None:
        changes = json.loads(run(site.parent, "diff", "--format", "json").stdout)
        moved = [part for part in changes["annex"] if part["old"] and part["new"] and part["old"] != part["new"]]
        assert moved
        for part in moved:
            for area in set(part["old"]) - set(part["new"]):
                page = (site / "areas" / f"{area}.html").read_text(encoding="utf-8")
                assert any(f'href="../areas/{new}.html"' in page for new in part["new"])

    @pytest.mark.parametrize(
        ("area", "what"), [("14-19-pathways", "renamed, was f"), ("workforce-reform", "split, part of h")]
    )
    def test_the_page_of_an_area_tells_what_happened_to_it_from_year_to_year(
        self, site: Path, area: str, what: str
    ) -> None:
        page = (site / "areas" / f"{area}.html").read_text(encoding="utf-8")
        assert re.findall(r'data-label="what happened">([^<]*)<', page) == [what, ""]

    def test_with_three_years_there_is_a_line_through_them_and_both_earlier_ones_are_told(self, tmp_path: Path) -> None:
        copy_record(tmp_path, "hampshire")
        run(tmp_path, "revise", "2005/06")
        run(tmp_path, "site", "out")
        page = (tmp_path / "out" / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        assert re.findall(r'<details id="([^"]*)"', page.partition('id="earlier"')[2]) == ["2004-05", "2003-04"]
        assert "all years</th>" in page
        assert "The line is the part of those with an edition." in page

    def test_the_earlier_editions_of_an_authority_are_folded_below_its_newest(self, site: Path) -> None:
        editions = [
            re.findall(r'<details id="(20[^"]*)"', (site / "authorities" / f"{slug}.html").read_text(encoding="utf-8"))
            for slug in ("hampshire", "rutland", "leeds")
        ]
        assert editions == [["2003-04"], [], []]

    def test_the_authorities_are_listed_by_region_too(self, site: Path) -> None:
        regions = (site / "authorities" / "index.html").read_text(encoding="utf-8").partition('id="regions"')[2]
        assert re.findall("<dt>([^<]*)</dt>", regions)[:3] == ["East Midlands", "East of England", "London"]

    def test_the_list_of_authorities_says_how_many_of_them_count_in_the_newest_year(self, site: Path) -> None:
        page = (site / "authorities" / "index.html").read_text(encoding="utf-8")
        assert "160 authorities, of which 150 count in 2004/05; 12 of them have an edition of some year." in page

    def test_the_page_of_an_area_tells_what_each_side_does(self, site: Path) -> None:
        page = (site / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        assert "Who took it up in 2004/05, and what each side does" in page
        assert '<details id="2003-04">' in page
        assert "Gateshead contributes" in page
        assert "Drafts, not agreed: the annex of 2004/05 and 3 of the 7 editions" in page
        in_sight = page.partition("and what each side does</h2>")[2].partition("<details")[0]
        assert 'href="../authorities/gateshead.html">Gateshead</a>' in in_sight
        assert "(proposed, example, short term)" in in_sight
        assert "A place in the national programme on behaviour" in in_sight
        assert "The department contributes" in page

    def test_the_pages_of_areas_of_a_large_record_name_the_authorities_alone(
        self, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("compactctl.cli.publishing.MOST_KEPT", 0)
        monkeypatch.chdir(site.parent)
        assert command(str(tmp_path / "large")) == 0
        page = (tmp_path / "large" / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        assert 'href="../authorities/gateshead.html">Gateshead</a>' in page
        assert "Gateshead contributes" not in page
        assert list(_broken(tmp_path / "large")) == []

    def test_of_many_authorities_each_is_folded_below_its_name(
        self, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("compactctl.formats.site.areas._MOST_OPEN", 0)
        monkeypatch.chdir(site.parent)
        assert command(str(tmp_path / "folded")) == 0
        page = (tmp_path / "folded" / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        folded = page.partition("and what each side does</h2>")[2].partition("</details>")[0]
        assert "<details" in folded.partition("A place in the national programme")[0]
        assert "The compact of Gateshead" in folded

    def test_the_page_of_an_authority_has_its_editions_newest_first(self, site: Path) -> None:
        page = (site / "authorities" / "hampshire.html").read_text(encoding="utf-8")
        assert "<h1>Hampshire: compact for 2004/05 (example)</h1>" in page
        assert '<details id="2003-04">' in page
        assert 'href="../changes/2003-04--2004-05.html#hampshire"' in page

    def test_a_page_of_every_authority_says_why_there_is_no_edition(self, site: Path) -> None:
        page = (site / "authorities" / "kent.html").read_text(encoding="utf-8")
        assert "Kent has no edition of 2004/05, and never had one." in page

    def test_of_two_authorities_of_one_name_none_is_told_by_its_slug(self, site: Path) -> None:
        page = (site / "authorities" / "index.html").read_text(encoding="utf-8")
        assert "Dorset" in page
        assert "(dorset" not in page

    def test_an_authority_may_be_called_index(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path)
        (data / "authorities.csv").write_text(
            "code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n1,index,Index,,london,borough,,,\n"
        )
        assert run(tmp_path, "site", "out").returncode == 0
        assert "<h1>Authorities</h1>" in (tmp_path / "out" / "authorities" / "index.html").read_text(encoding="utf-8")
        assert list(_broken(tmp_path / "out")) == []

    def test_an_example_says_so_on_its_pages(self, site: Path) -> None:
        for page in ("index.html", "authorities/bristol.html"):
            assert "xample" in (site / page).read_text(encoding="utf-8")

    @pytest.mark.parametrize("page", ["asks.html", "department.html", "authorities/index.html", "data/index.html"])
    def test_what_goes_through_all_years_says_what_is_made_up_or_a_draft_also_on_paper(
        self, site: Path, page: str
    ) -> None:
        text = (site / page).read_text(encoding="utf-8")
        paper = text.partition("@top-left")[2].partition("}")[0]
        for sentence in ("All 18 editions are examples, not real compacts", "6 of the 18 editions are drafts"):
            assert f"<p>{sentence}" in text
            assert sentence in paper

    def test_what_stands_in_a_draft_is_no_promise(self, site: Path) -> None:
        assert "Southwark (draft, example): Trust in such targets" in (site / "department.html").read_text(
            encoding="utf-8"
        )
        assert "Norfolk (draft, example): Tell authorities of grants" in (site / "asks.html").read_text(
            encoding="utf-8"
        )
        assert "Gateshead (example): Let one set" in (site / "asks.html").read_text(encoding="utf-8")

    def test_the_map_of_an_area_says_of_which_year_it_is(self, site: Path) -> None:
        page = (site / "areas" / "14-19-opportunities.html").read_text(encoding="utf-8")
        assert "Where it was taken up in 2003/04</h2>" in page

    def test_nothing_is_asked_for_from_elsewhere(self, site: Path) -> None:
        for page in site.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            assert "http://" not in re.sub(r"http://www\.w3\.org/\S+", "", text)
            assert "default-src &#x27;none&#x27;" in text

    def test_every_page_says_where_it_comes_from(self, site: Path) -> None:
        digests = {re.search(r"revision [0-9a-f]{12}", path.read_text("utf-8"))[0] for path in site.rglob("*.html")}  # type: ignore[index]
        assert len(digests) == 1

    def test_the_title_stands_on_every_page(self, tmp_path: Path) -> None:
        copy_record(tmp_path, "hampshire")
        run(tmp_path, "site", "out", "--title", "Compacts & <more>")
        for page in (tmp_path / "out").rglob("*.html"):
            assert "Compacts &amp; &lt;more&gt;" in page.read_text(encoding="utf-8")


class TestData:
    def test_the_list_names_every_file(self, site: Path) -> None:
        listing = json.loads((site / "site.json").read_bytes())
        jsonschema.validate(listing, json.loads((SCHEMAS / "site.json").read_bytes()))
        assert listing["files"] == [name for name, seen in sorted(picture(site).items()) if seen != "folder"]

    def test_the_record_holds_every_document(self, site: Path) -> None:
        record = json.loads((site / "data" / "record.json").read_bytes())
        jsonschema.validate(record, json.loads((SCHEMAS / "record.json").read_bytes()))
        assert list(record) == ["format", "statement", "annexes", "compacts", "authorities", "unreadable"]
        assert [compact["authority"] for compact in record["compacts"]] == sorted(
            path.stem for path in (DATA / "compacts").glob("*.yaml")
        )
        assert [annex["year"] for annex in record["annexes"]] == ["2003/04", "2004/05"]
        assert record["compacts"][0]["example"] is True
        assert {edition["status"] for compact in record["compacts"] for edition in compact["editions"]} >= {"agreed"}

    def test_the_record_is_laid_out_like_other_json(self, site: Path) -> None:
        written = (site / "data" / "record.json").read_text(encoding="utf-8")
        assert written == f"{json.dumps(json.loads(written), indent=2, ensure_ascii=False)}\n"

    def test_the_tables_agree_with_the_reports(self, site: Path) -> None:
        areas = _rows(site / "data" / "areas.csv")
        by_report = []
        for year in ("2003/04", "2004/05"):
            by_report += list(
                csv.DictReader(run(site.parent, "report", "--year", year, "--format", "csv").stdout.splitlines())
            )
        assert areas == by_report

    def test_the_priorities_agree_with_the_areas(self, site: Path) -> None:
        priorities = _rows(site / "data" / "priorities.csv")
        for area in _rows(site / "data" / "areas.csv"):
            chose = {row["authority"] for row in priorities if (row["year"], row["area"]) == (area["year"], area["id"])}
            assert len(chose) == int(area["chosen"])

    def test_contributions_stand_a_line_each_and_none_is_a_formula(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path, "hampshire", annexes=("2003-04",))
        (data / "compacts" / "hampshire.yaml").write_text(
            "authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n      - area: ks2-literacy-numeracy\n"
            "        contributions:\n          authority: ['=1+1', 'two; three', '\"four\"']\n"
            "          department: [one]\n"
        )
        run(tmp_path, "site", "out")
        [row] = _rows(tmp_path / "out" / "data" / "priorities.csv")
        assert row["authority_contributions"].splitlines() == ["'=1+1", "two; three", '"four"']
        assert row["department_contributions"] == "one"


class TestTrees:
    def test_the_same_tree_gives_the_same_bytes(self, site: Path) -> None:
        run(site.parent, "site", "again")
        assert picture(site.parent / "again") == picture(site)

    def test_a_page_that_goes_leaves_nothing_behind(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path, "hampshire")
        run(tmp_path, "site", "out")
        (data / "annex" / "2004-05.yaml").unlink()
        run(tmp_path, "site", "out")
        names = set(picture(tmp_path / "out"))
        assert "years/2003-04.html" in names
        assert not {"years/2004-05.html", "changes"} & names
        assert list(_broken(tmp_path / "out")) == []

    def test_a_fresh_workspace_has_one(self, tmp_path: Path) -> None:
        run(tmp_path, "init")
        assert run(tmp_path, "site", "out").returncode == 0
        assert list(_broken(tmp_path / "out")) == []
        page = (tmp_path / "out" / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        assert "No authority has an edition of that year." in page
        assert "Nobody did" not in page
        assert "<title>Supporting Transformation in Partnership</title>" in (
            tmp_path / "out" / "statement.html"
        ).read_text(encoding="utf-8")

    def test_where_the_department_promised_nothing_that_is_said(self, site: Path, tmp_path: Path) -> None:
        data = copy_record(tmp_path)
        (data / "statement.yaml").unlink()
        run(tmp_path, "site", "out")
        nothing = "The department has not promised anything yet."
        assert nothing in (tmp_path / "out" / "department.html").read_text(encoding="utf-8")
        assert nothing not in (site / "department.html").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["statement.yaml", "compacts/norfolk.yaml", "annex/2003-04.yaml"])
    def test_where_something_cannot_be_read_nobody_is_said_to_have_promised_or_asked_nothing(
        self, tmp_path: Path, name: str
    ) -> None:
        data = copy_record(tmp_path, "norfolk")
        (data / "statement.yaml").unlink()
        (data / "compacts/norfolk.yaml").unlink()
        (data / name).write_bytes(b"\xff")
        run(tmp_path, "site", "out")
        asks, department = ((tmp_path / "out" / page).read_text() for page in ("asks.html", "department.html"))
        assert "Nothing that can be read is promised by the department." in department
        assert "has not promised anything" not in department
        assert "Nothing that can be read asks for anything." in asks
        assert "No authority has asked" not in asks

    def test_an_ask_still_to_be_written_is_none_that_was_made(self, tmp_path: Path) -> None:
        compact = copy_record(tmp_path) / "compacts/hampshire.yaml"
        compact.parent.mkdir()
        priority = "    priorities: [{area: behaviour-attendance}]\n"
        asks = "    asks: [{text: TODO}]\n    signatures: []\n"
        compact.write_text(f"authority: hampshire\neditions:\n  - year: 2004/05\n{priority}{asks}")
        assert run(tmp_path, "site", "out").returncode == 0
        assert "No authority has asked for anything yet." in (tmp_path / "out/asks.html").read_text(encoding="utf-8")
        report = run(tmp_path, "report", "--authority", "hampshire", "--full").stdout
        assert "Hampshire has chosen 1 of" in report
        assert "asks for 1 change" not in report
        assert "none answered" not in run(tmp_path, "report", "--full").stdout

    @pytest.mark.parametrize("origin", ["lost", "broken", "known", "retired"])
    def test_what_became_of_an_area_is_said_only_where_it_can_be_told(self, tmp_path: Path, origin: str) -> None:
        data = copy_record(tmp_path, annexes=())
        (data / "annex").mkdir()
        annex = (
            "year: {}\ntitle: Agenda\ngroups:\n  - id: standards\n    title: Standards\n    areas:\n"
            "      - letter: a\n        id: {}\n        title: Area\n        summary: Summary\n"
        )
        newest = annex.format("2005/06", "area-end")
        newest += "        from: area-one\n" if origin in {"broken", "retired"} else ""
        newest += "retired: [{id: area-one, why: It was done}]\n" if origin == "retired" else ""
        (data / "annex/2003-04.yaml").write_text(annex.format("2003/04", "area-one") + "signatures: []\n")
        (data / "annex/2005-06.yaml").write_text(newest + "signatures: []\n")
        if origin == "lost":
            (data / "annex/2004-05.yaml").write_text("x: [\n")
        assert run(tmp_path, "site", "out").returncode == 0
        page = (tmp_path / "out/areas/area-one.html").read_text(encoding="utf-8")
        is_told = origin in {"known", "retired"}
        assert ("It went no further after 2003/04." in page) == is_told
        assert ("What became of it after 2003/04 cannot be told." in page) != is_told

    def test_past_an_annex_that_cannot_be_read_another_name_is_of_no_year(self, tmp_path: Path) -> None:
        areas = {"2003/04": making.area("reading"), "2005/06": making.area("reading", title="Books")}
        annexes = [making.annex(year, area) for year, area in areas.items()]
        making.write(tmp_path, making.files(annexes, [], **{"annex/2004-05.yaml": "x: ["}))
        assert run(tmp_path, "site", "out").returncode == 0
        page = (tmp_path / "out/areas/reading.html").read_text(encoding="utf-8")
        assert re.findall(r'data-label="what happened">([^<]*)<', page) == ["renamed by then", ""]

    @pytest.mark.parametrize("name", ["compacts/norfolk.yaml", "annex/2003-04.yaml"])
    def test_what_cannot_be_read_is_said_on_every_page_of_all_authorities(self, tmp_path: Path, name: str) -> None:
        data = copy_record(tmp_path, "hampshire", "norfolk")
        (data / name).write_bytes(b"\xff")
        done = run(tmp_path, "site", "out")
        sentence = f"data/{name} cannot be read, and nothing in it is counted"
        assert done.returncode == 0
        assert f"compactctl: {sentence}\n" in done.stderr
        pages = ["index.html", "asks.html", "department.html", "authorities/index.html", "data/index.html"]
        for page in (*pages, "areas/behaviour-attendance.html"):
            assert f"<li>{sentence}" in (tmp_path / "out" / page).read_text(encoding="utf-8")

    @pytest.mark.parametrize(("lost", "shown"), [("2003/04", "2004/05"), ("2004/05", "2003/04")])
    def test_the_page_of_an_authority_says_which_year_is_left_out(self, tmp_path: Path, lost: str, shown: str) -> None:
        data = copy_record(tmp_path, "hampshire")
        (data / f"annex/{lost.replace('/', '-')}.yaml").write_text("x: [\n")
        assert run(tmp_path, "site", "out").returncode == 0
        for name in ("hampshire", "leeds", "cumbria"):
            page = (tmp_path / f"out/authorities/{name}.html").read_text(encoding="utf-8")
            assert f"<li>{lost} is left out, since its annex cannot be read" in page
        assert f"Hampshire: compact for {shown}" in (tmp_path / "out/authorities/hampshire.html").read_text("utf-8")
        later = (tmp_path / "out/authorities/cumberland.html").read_text(encoding="utf-8")
        assert "left out" not in later

    def test_a_compact_that_cannot_be_read_is_told_as_that_of_its_authority_too(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path, "hampshire", "norfolk")
        (data / "compacts" / "norfolk.yaml").write_bytes(b"\xff")
        run(tmp_path, "site", "out")
        area = (tmp_path / "out" / "areas" / "behaviour-attendance.html").read_text(encoding="utf-8")
        assert "no edition, or cannot be read</li>" in area.partition('id="years"')[2]
        for page in ("authorities/norfolk.html", "changes/2003-04--2004-05.html"):
            assert "cannot be read" in (tmp_path / "out" / page).read_text(encoding="utf-8")
        record = json.loads((tmp_path / "out" / "data" / "record.json").read_bytes())
        assert record["unreadable"] == ["data/compacts/norfolk.yaml"]

    def test_a_priority_that_breaks_a_rule_is_told_where_it_would_stand(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path)
        (data / "compacts").mkdir()
        (data / "compacts" / "norfolk.yaml").write_text(
            "authority: norfolk\neditions:\n  - year: 2003/04\n    priorities:\n      - area: london-challenge\n"
        )
        done = run(tmp_path, "site", "out")
        said = {
            page.relative_to(tmp_path / "out").as_posix()
            for page in (tmp_path / "out").rglob("*.html")
            if "london-challenge is left out (area-not-open" in page.read_text(encoding="utf-8")
        }
        where = {"department.html", "areas/london-challenge.html", "authorities/norfolk.html", "years/2003-04.html"}
        assert said == {*where, "asks.html"}
        assert "london-challenge is left out (area-not-open" in done.stderr

    def test_a_broken_annex_costs_its_own_year_alone(self, tmp_path: Path) -> None:
        data = copy_record(tmp_path, "hampshire")
        (data / "annex" / "2004-05.yaml").write_bytes(b"\xff")
        assert run(tmp_path, "site", "out").returncode == 0
        assert list(_broken(tmp_path / "out")) == []

    @pytest.mark.parametrize("missing", ["annex", "statement.yaml"])
    def test_without_an_annex_there_is_none_without_a_statement_there_is(self, tmp_path: Path, missing: str) -> None:
        data = copy_record(tmp_path, "hampshire")
        shutil.rmtree(data / missing) if missing == "annex" else (data / missing).unlink()
        done = run(tmp_path, "site", "out")
        assert (done.returncode, (tmp_path / "out").exists()) == ((2, False) if missing == "annex" else (0, True))


class TestRefusing:
    @pytest.mark.parametrize(
        ("folder", "code"), [("data", 1), (".", 1), ("data/out", 1), ("file", 1), ("", 2), ("no/out", 2)]
    )
    def test_a_folder_that_is_none_of_its_own(self, tmp_path: Path, folder: str, code: int) -> None:
        copy_record(tmp_path, "hampshire")
        (tmp_path / "file").write_bytes(b"mine")
        before = picture(tmp_path)
        done = run(tmp_path, "site", folder)
        assert (done.returncode, done.stdout, picture(tmp_path)) == (code, "", before)

    def test_what_is_not_of_the_site(self, tmp_path: Path) -> None:
        copy_record(tmp_path, "hampshire")
        run(tmp_path, "site", "out")
        (tmp_path / "out" / "mine.txt").write_bytes(b"mine")
        before = picture(tmp_path)
        done = run(tmp_path, "site", "out")
        assert (done.returncode, picture(tmp_path)) == (1, before)
        assert "'out' holds 'mine.txt', which no site of compactctl wrote" in done.stderr

    def test_an_empty_title(self, tmp_path: Path) -> None:
        copy_record(tmp_path, "hampshire")
        assert run(tmp_path, "site", "out", "--title", " ").returncode == 2
        assert not (tmp_path / "out").exists()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
