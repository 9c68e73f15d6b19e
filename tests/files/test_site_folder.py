import errno
import json
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.files.trouble import fault, in_children, killed_at, lines_run, make
from tests.running import picture

from compactctl.errors import CannotDo, Refused
from compactctl.files.site_folder import site_folder

OLD = {"index.html": b"old", "areas/ict.html": b"old", "gone/deep/er.html": b"old"}
NEW = {"index.html": b"new" * 5_000, "areas/ict.html": b"new", "areas/behaviour.html": b"new"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return _begun(tmp_path / "here", monkeypatch)


class TestWriting:
    def test_leaves_exactly_what_was_written_and_its_list(self, here: Path) -> None:
        _write("site", NEW)
        listing = b"""{
  "format": "compactctl/site/1",
  "files": [
    "areas/behaviour.html",
    "areas/ict.html",
    "index.html",
    "site.json"
  ]
}
"""
        assert picture(here / "site") == {"areas": "folder", **NEW, "site.json": listing}
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]

    @pytest.mark.parametrize("name", ["site", "site/", "./site", "data/../site"])
    def test_replaces_all_of_the_old_one(self, here: Path, name: str) -> None:
        _write("site", OLD)
        _write(name, NEW)
        assert _files(here / "site") == NEW

    def test_fills_an_empty_folder_and_keeps_its_mode(self, here: Path) -> None:
        (here / "site").mkdir(mode=0o750)
        _write("site", NEW)
        assert _files(here / "site") == NEW
        assert stat.S_IMODE((here / "site").stat().st_mode) == 0o750

    def test_takes_the_mode_that_the_user_gives_to_new_files(self, here: Path) -> None:
        before = os.umask(0o027)
        try:
            _write("site", NEW)
        finally:
            os.umask(before)
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (here / "site", here / "site" / "index.html")]
        assert modes == [0o750, 0o640]

    @pytest.mark.parametrize("name", ["../outside.html", "/outside.html", "areas/../../outside.html"])
    def test_writes_nothing_outside(self, here: Path, name: str) -> None:
        with pytest.raises(CannotDo, match="is no name of a file"):
            _write("site", {name: b"new"})
        assert [path.name for path in here.iterdir()] == ["data"]


class TestRefusing:
    @pytest.mark.parametrize("kind", ["file", "link", "dangling link", "link to itself", "pipe"])
    def test_what_is_no_folder(self, here: Path, kind: str) -> None:
        (here / "elsewhere").mkdir()
        make(kind, here / "site", here / "elsewhere")
        before = picture(here / "elsewhere"), (here / "site").lstat()
        with pytest.raises(Refused, match=f"'site' is {'a plain file' if kind == 'file' else 'a '}"):
            _write("site", NEW)
        assert (picture(here / "elsewhere"), (here / "site").lstat()) == before

    @pytest.mark.parametrize("name", ["data/site", "data/compacts/site", "data/compacts", "elsewhere/site"])
    def test_a_place_in_the_data_folder(self, here: Path, name: str) -> None:
        (here / "elsewhere").symlink_to("data")
        with pytest.raises(CannotDo, match=r"lies in the data folder 'data'|'elsewhere' is a link"):
            _write(name, NEW)
        assert picture(here / "data") == {"compacts": "folder"}

    def test_the_data_folder_itself_and_what_holds_it(self, here: Path) -> None:
        for name in ("data", "../here"):
            with pytest.raises(Refused, match="data folder 'data'"):
                _write(name, NEW)
        assert picture(here) == {"data": "folder", "data/compacts": "folder"}

    @pytest.mark.parametrize("stray", ["notes.txt", "areas/notes.txt", "gone/deep/notes.txt", ".git", "areas/empty/"])
    def test_what_no_site_wrote(self, here: Path, stray: str) -> None:
        _write("site", OLD)
        path = here / "site" / stray
        path.mkdir() if stray.endswith("/") else path.write_bytes(b"mine")
        before = picture(here)
        with pytest.raises(Refused, match=f"'site' holds '{stray.rstrip('/')}', which no site of compactctl wrote"):
            _write("site", NEW)
        assert picture(here) == before

    @pytest.mark.parametrize("kind", ["folder", "dangling link", "pipe"])
    def test_what_stands_under_the_name_of_a_page(self, here: Path, kind: str) -> None:
        _write("site", OLD)
        (here / "site" / "index.html").unlink()
        make(kind, here / "site" / "index.html", here / "elsewhere")
        with pytest.raises(Refused, match=r"holds 'index\.html'"):
            _write("site", NEW)

    @pytest.mark.parametrize(
        "listing",
        ["", "[", "[" * 100_000, "[]", '{"format": "compactctl/site/2", "files": ["a"]}', '{"files": "a"}'],
    )
    def test_a_folder_whose_list_says_nothing(self, here: Path, listing: str) -> None:
        (here / "site").mkdir()
        (here / "site" / "a").write_bytes(b"mine")
        (here / "site" / "site.json").write_text(listing)
        with pytest.raises(Refused, match=r"holds 'a' and 'site\.json', which"):
            _write("site", NEW)

    def test_a_list_of_folders_in_folders_without_end(self, here: Path) -> None:
        deepest = here / "site"
        for _ in range(1_500):
            deepest.mkdir()
            deepest /= "a"
        names = ["site.json", *(f"{'a/' * 1_499}{number}" for number in range(1_000))]
        (here / "site" / "site.json").write_text(json.dumps({"format": "compactctl/site/1", "files": names}))
        _write("site", NEW)
        assert _files(here / "site") == NEW

    def test_a_list_that_is_too_large_to_be_read(self, here: Path) -> None:
        (here / "site").mkdir()
        listing = {"format": "compactctl/site/1", "files": ["site.json", "a" * 4 * 1024 * 1024]}
        (here / "site" / "site.json").write_text(json.dumps(listing))
        with pytest.raises(Refused, match=r"holds 'site\.json', which"):
            _write("site", NEW)

    def test_so_many_files_that_their_list_could_not_be_read(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("compactctl.files.site_folder._LARGEST_LIST", 100)
        with pytest.raises(Refused, match="a site of 4 files could not be replaced again"):
            _write("site", NEW)
        assert [path.name for path in here.iterdir()] == ["data"]

    def test_what_came_while_it_was_written(self, here: Path) -> None:
        _write("site", OLD)

        def meanwhile() -> Iterator[bytes]:
            (here / "site" / "mine.txt").write_bytes(b"mine")
            yield b"new"

        with pytest.raises(Refused, match=r"holds 'mine\.txt'"), site_folder("site", Path("data")) as new:
            new.write("index.html", meanwhile())
        assert _files(here / "site") == {**OLD, "mine.txt": b"mine"}
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]

    def test_many_strays_without_end(self, here: Path) -> None:
        (here / "site").mkdir()
        for number in range(9):
            (here / "site" / str(number)).touch()
        with pytest.raises(Refused, match="holds '0', '1', '2' and 6 more, which"):
            _write("site", NEW)


class TestImpossible:
    def test_what_cannot_be_renamed(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        _write("site", OLD)
        monkeypatch.chdir(here / "site")
        with pytest.raises(CannotDo, match=r"'\.' cannot be renamed: this runs inside it") as refusal:
            _write(".", NEW, data=here / "data")
        assert refusal.value.exit_code == 2
        assert _files(here / "site") == OLD

    def test_a_drive_of_its_own(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        _write("site", OLD)
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "site")
        with pytest.raises(CannotDo, match="'site' cannot be renamed: it is a drive of its own"):
            _write("site", NEW)
        assert _files(here / "site") == OLD

    def test_a_folder_without_one_above_it(self, here: Path) -> None:
        with pytest.raises(CannotDo, match="there is no folder 'not/there'"):
            _write("not/there/site", NEW)
        assert not (here / "not").exists()

    @pytest.mark.parametrize("name", ["", "n" * 300, "nul\0byte"])
    def test_a_name_that_cannot_be(self, here: Path, name: str) -> None:
        with pytest.raises(CannotDo):
            _write(name, NEW)
        assert [path.name for path in here.iterdir()] == ["data"]

    def test_a_full_disk_leaves_the_old_one(self, here: Path) -> None:
        def pieces() -> Iterator[bytes]:
            yield b"new"
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        _write("site", OLD)
        with (
            pytest.raises(CannotDo, match=r"'site/index\.html' cannot be written: No space left on device"),
            site_folder("site", Path("data")) as new,
        ):
            new.write("index.html", pieces())
        assert _files(here / "site") == OLD
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]


class TestAfterAKill:
    def test_the_old_one_is_put_back_first(self, here: Path) -> None:
        _write("site", OLD)
        (here / "site").rename(here / ".compactctl-site-old")
        with pytest.raises(KeyError), site_folder("site", Path("data")):
            raise KeyError
        assert _files(here / "site") == OLD
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]

    def test_what_was_begun_goes(self, here: Path) -> None:
        (here / ".compactctl-site-new" / "areas").mkdir(parents=True)
        (here / ".compactctl-site-new" / "areas" / "half.html").touch()
        _write("site", NEW)
        _write("site", OLD)
        (here / "site").rename(here / ".compactctl-site-old")
        _write_beside(here)
        _write("site", NEW)
        assert _files(here / "site") == NEW
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]

    def test_a_hidden_old_one_with_something_of_somebody_stays(self, here: Path) -> None:
        (here / ".compactctl-site-old").mkdir()
        (here / ".compactctl-site-old" / "mine").touch()
        (here / "site").mkdir()
        with pytest.raises(Refused, match=r"'\.compactctl-site-old' holds 'mine'"):
            _write("site", NEW)
        assert (here / ".compactctl-site-old" / "mine").exists()

    def test_a_link_under_a_hidden_name_is_not_followed(self, here: Path) -> None:
        (here / "elsewhere").mkdir()
        (here / "elsewhere" / "mine").touch()
        (here / ".compactctl-site-new").symlink_to("elsewhere")
        _write("site", NEW)
        assert list(picture(here / "elsewhere")) == ["mine"]
        assert _files(here / "site") == NEW

    @pytest.mark.parametrize("kind", ["file", "link", "dangling link", "link to itself", "pipe"])
    def test_what_is_no_folder_is_not_put_back(self, here: Path, kind: str) -> None:
        (here / "elsewhere").mkdir()
        (here / "elsewhere" / "mine").touch()
        make(kind, here / ".compactctl-site-old", here / "elsewhere")
        _write("site", NEW)
        assert list(picture(here / "elsewhere")) == ["mine"]
        assert stat.S_IMODE((here / "site").lstat().st_mode) == stat.S_IMODE((here / "data").lstat().st_mode)
        assert sorted(path.name for path in here.iterdir()) == ["data", "elsewhere", "site"]

    def test_folders_in_folders_without_end_go(self, here: Path) -> None:
        deepest = here / ".compactctl-site-new"
        for _ in range(1_500):
            deepest.mkdir()
            deepest /= "a"
        _write("site", NEW)
        assert sorted(path.name for path in here.iterdir()) == ["data", "site"]


@pytest.mark.slow
@pytest.mark.parametrize("trouble", [OSError(errno.EIO, "I/O"), KeyboardInterrupt()], ids=["fails", "interrupted"])
def test_a_fault_at_any_call_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    seen: list[str] = []
    _old_site(tmp_path / "clean", monkeypatch)
    with fault(seen, -1, trouble):
        _write("site", NEW)
    assert {"open", "fsync", "close", "rename", "mkdir"} <= set(seen)
    for number, call in enumerate(seen):
        root = _old_site(tmp_path / str(number), monkeypatch)
        try:
            with fault([], number, trouble):
                _write("site", NEW)
        except (CannotDo, KeyboardInterrupt, OSError):
            done = False
        else:
            done = True
        now = _files(root / "site")
        assert now in (OLD, NEW), (number, call)
        assert not done or now == NEW, (number, call)
        _write("site", NEW)
        assert sorted(path.name for path in root.iterdir()) == ["data", "site"], (number, call)


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _old_site(tmp_path / "clean", monkeypatch)
    lines = lines_run(lambda: _write("site", NEW))
    states = []
    for moment in sorted({round(moment * (lines - 1) / 59) for moment in range(60)}):
        root = _old_site(tmp_path / str(moment), monkeypatch)
        [code] = in_children(1, lambda _: killed_at(moment, lambda: _write("site", NEW)))  # noqa: B023 - it is run at once
        assert code == -signal.SIGKILL
        place = root / "site" if (root / "site").exists() else root / ".compactctl-site-old"
        assert _files(place) in (OLD, NEW)
        states.append(_files(place) == NEW)
        _write("site", NEW)
        assert _files(root / "site") == NEW
        assert sorted(path.name for path in root.iterdir()) == ["data", "site"]
    assert states[0] != states[-1]


def test_of_eight_at_once_each_writes_a_whole_one(here: Path) -> None:
    codes = in_children(8, lambda number: _write("site", dict.fromkeys(NEW, str(number).encode() * 1_000)))
    assert codes == [0] * 8
    assert len(set(_files(here / "site").values())) == 1
    assert sorted(path.name for path in here.iterdir()) == ["data", "site"]


def _begun(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (here / "data" / "compacts").mkdir(parents=True)
    monkeypatch.chdir(here)
    return here


def _old_site(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _begun(here, monkeypatch)
    _write("site", OLD)
    return here


def _write(name: str, files: dict[str, bytes], data: Path = Path("data")) -> None:
    with site_folder(name, data) as new:
        for file, content in files.items():
            new.write(file, [content[:2], content[2:]])


def _write_beside(here: Path) -> None:
    (here / "site").mkdir()


def _files(folder: Path) -> dict[str, bytes | str]:
    """Return the files of a site but for its list."""
    return {name: seen for name, seen in picture(folder).items() if seen != "folder" and name != "site.json"}
