import errno
import fcntl
import os
import signal
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.files.trouble import fault, in_children, killed_at, lines_run, make
from tests.running import picture

from compactctl.errors import CannotDo, Refused
from compactctl.files.limits import MAXIMUM_BYTES
from compactctl.files.locking import locked
from compactctl.files.writing import create, replace

OLD, NEW = b"old\r\n" * 5_000, b"new\n" * 7_000
NAME = "compacts/hampshire.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data" / "compacts").mkdir(parents=True)
    return tmp_path / "data"


@pytest.fixture
def old(root: Path) -> Path:
    path = root / NAME
    path.write_bytes(OLD)
    return path


class TestCreate:
    def test_writes_whole_files_and_nothing_else(self, root: Path) -> None:
        create(root, {NAME: NEW, "annex/2003-04.yaml": b""})
        files = {NAME: NEW, "annex/2003-04.yaml": b""}
        assert picture(root) == {"annex": "folder", "compacts": "folder", **files}

    def test_makes_the_folder_itself(self, tmp_path: Path) -> None:
        create(tmp_path / "a" / "b", {NAME: NEW})
        assert (tmp_path / "a" / "b" / NAME).read_bytes() == NEW

    def test_takes_the_mode_that_the_user_gives_to_new_files(self, root: Path) -> None:
        before = os.umask(0o027)
        try:
            create(root, {NAME: NEW})
        finally:
            os.umask(before)
        assert stat.S_IMODE((root / NAME).stat().st_mode) == 0o640

    @pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling link", "link to itself", "pipe"])
    def test_overwrites_nothing(self, root: Path, kind: str) -> None:
        path, elsewhere = root / NAME, root.parent / "elsewhere"
        if kind == "link":
            elsewhere.write_bytes(OLD)
        make(kind, path, elsewhere)
        before = sorted(root.parent.rglob("*")), path.lstat()
        with pytest.raises(Refused, match=r"hampshire\.yaml' exists already, and nothing is overwritten"):
            create(root, {NAME: NEW})
        assert (sorted(root.parent.rglob("*")), path.lstat()) == before

    def test_overwrites_nothing_that_comes_at_the_last_moment(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        link = os.link

        def somebody_is_quicker(source: str, to: Path) -> None:
            Path(to).write_bytes(OLD)
            link(source, to)

        monkeypatch.setattr(os, "link", somebody_is_quicker)
        with pytest.raises(Refused, match="exists already"):
            create(root, {NAME: NEW})
        assert picture(root) == {"compacts": "folder", NAME: OLD}

    @pytest.mark.usefixtures("old")
    def test_writes_all_or_none(self, root: Path) -> None:
        with pytest.raises(Refused, match="hampshire"):
            create(root, {"annex/2003-04.yaml": NEW, NAME: NEW})
        assert picture(root) == {"compacts": "folder", NAME: OLD}

    @pytest.mark.parametrize(
        "name",
        [
            "../outside.yaml",
            "compacts/../../outside.yaml",
            "/tmp/outside.yaml",  # noqa: S108 - nothing is written there
            "",
            "..",
            ".",
            "nul\0byte.yaml",
            "half\udcff\ud800.yaml",
            "n" * 300,
        ],
    )
    def test_refuses_names_that_lead_out_or_cannot_be(self, root: Path, name: str) -> None:
        with pytest.raises(CannotDo):
            create(root, {name: NEW})
        assert picture(root.parent) == {"data": "folder", "data/compacts": "folder"}

    def test_writes_odd_names_as_they_stand(self, root: Path) -> None:
        name = "-rf * ; $(x) \n é.yaml"
        create(root, {name: NEW})
        assert picture(root) == {"compacts": "folder", name: NEW}

    @pytest.mark.parametrize("leads", ["outside", "nowhere"])
    def test_goes_through_no_link_below_the_folder(self, root: Path, leads: str) -> None:
        (root / "compacts").rmdir()
        (root / "compacts").symlink_to(root.parent / leads)
        (root.parent / "outside").mkdir()
        with pytest.raises(CannotDo, match="compacts' is a link, and nothing is written through it"):
            create(root, {NAME: NEW})
        assert not list((root.parent / "outside").iterdir())

    def test_goes_through_a_link_that_is_the_folder_itself(self, root: Path) -> None:
        (root.parent / "here").symlink_to(root)
        create(root.parent / "here", {NAME: NEW})
        assert (root / NAME).read_bytes() == NEW

    def test_refuses_what_could_not_be_read_again(self, root: Path) -> None:
        create(root, {"compacts/norfolk.yaml": b"x" * MAXIMUM_BYTES})
        with pytest.raises(Refused, match="larger than 1 MiB"):
            create(root, {NAME: b"x" * (MAXIMUM_BYTES + 1)})
        assert not (root / NAME).exists()

    def test_does_without_hard_links(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", _failing(errno.EPERM))
        create(root, {NAME: NEW})
        assert picture(root) == {"compacts": "folder", NAME: NEW}
        with pytest.raises(Refused, match="exists already"):
            create(root, {NAME: OLD})

    def test_writes_all_where_the_system_takes_a_byte_at_a_time(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write = os.write
        monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:1]))
        create(root, {NAME: NEW[:100]})
        assert (root / NAME).read_bytes() == NEW[:100]


class TestReplace:
    @pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o640, 0o755])
    def test_keeps_the_mode(self, root: Path, old: Path, mode: int) -> None:
        old.chmod(mode)
        replace(root, NAME, OLD, NEW)
        assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == (NEW, mode)
        assert list(picture(root)) == ["compacts", NAME]

    def test_keeps_the_owner_where_it_may(self, root: Path, old: Path) -> None:
        if os.geteuid() == 0:
            os.chown(old, 12345, 12346)
        owner = old.stat().st_uid, old.stat().st_gid
        replace(root, NAME, OLD, NEW)
        assert (old.stat().st_uid, old.stat().st_gid) == owner

    def test_refuses_a_file_that_is_not_what_was_read(self, root: Path, old: Path) -> None:
        with pytest.raises(Refused, match="was changed by someone else"):
            replace(root, NAME, b"something else", NEW)
        assert old.read_bytes() == OLD

    @pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
    def test_refuses_what_is_no_plain_file(self, root: Path, kind: str) -> None:
        elsewhere = root.parent / "elsewhere"
        elsewhere.write_bytes(OLD)
        path = root / NAME
        make(kind, path, elsewhere)
        with pytest.raises(Refused, match=f"this is a {kind}"):
            replace(root, NAME, OLD, NEW)
        assert elsewhere.read_bytes() == OLD

    def test_says_when_the_disk_does_not_confirm_it(
        self, root: Path, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fsync = os.fsync
        monkeypatch.setattr(
            os, "fsync", lambda file: _failing(errno.EIO)() if stat.S_ISDIR(os.fstat(file).st_mode) else fsync(file)
        )
        with pytest.raises(CannotDo, match="is written, but the disk does not confirm it: Input/output error"):
            replace(root, NAME, OLD, NEW)
        assert old.read_bytes() == NEW

    def test_asks_no_more_than_the_system_can_do(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fsync = os.fsync
        monkeypatch.setattr(
            os, "fsync", lambda file: _failing(errno.EINVAL)() if stat.S_ISDIR(os.fstat(file).st_mode) else fsync(file)
        )
        create(root, {NAME: NEW})
        assert (root / NAME).read_bytes() == NEW

    def test_needs_a_file(self, root: Path) -> None:
        with pytest.raises(CannotDo, match="cannot be written: No such file"):
            replace(root, NAME, OLD, NEW)

    @pytest.mark.usefixtures("old")
    @pytest.mark.parametrize("protected", [NAME, "compacts"])
    def test_respects_what_is_write_protected(self, root: Path, protected: str) -> None:
        mode = (root / protected).stat().st_mode
        (root / protected).chmod(mode & ~0o222)
        if os.access(root / protected, os.W_OK):
            pytest.skip("nothing is write-protected from this user")
        try:
            with pytest.raises(CannotDo, match="Permission denied"):
                replace(root, NAME, OLD, NEW)
            if protected != NAME:
                with pytest.raises(CannotDo, match="Permission denied"):
                    create(root, {"compacts/norfolk.yaml": NEW})
        finally:
            (root / protected).chmod(mode)
        assert picture(root) == {"compacts": "folder", NAME: OLD}


@pytest.fixture(params=["the folder", "a file in it"])
def lock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is locked: the folder itself, or a file where the system locks no folders."""
    if request.param == "a file in it":
        flock = fcntl.flock

        def no_folders(descriptor: int, operation: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            flock(descriptor, operation)

        monkeypatch.setattr(fcntl, "flock", no_folders)


class TestLock:
    @pytest.mark.usefixtures("lock")
    def test_leaves_nothing(self, root: Path) -> None:
        with locked(root, "compacts"):
            pass
        assert picture(root) == {"compacts": "folder"}

    def test_is_no_file(self, root: Path) -> None:
        with locked(root, "compacts"):
            assert not list((root / "compacts").iterdir())

    @pytest.mark.usefixtures("lock")
    def test_is_taken_through_no_link(self, root: Path) -> None:
        (root / "annex").symlink_to(root / "compacts")
        with pytest.raises(CannotDo, match="annex' is a link"), locked(root, "annex"):
            pass
        (root / "compacts" / ".compactctl-lock").symlink_to(root.parent / "outside")
        with suppress(CannotDo), locked(root, "compacts"):
            pass
        assert not (root.parent / "outside").exists()

    @pytest.mark.usefixtures("lock")
    def test_leaves_a_file_of_its_name_that_was_there(self, root: Path) -> None:
        path = root / "compacts" / ".compactctl-lock"
        path.write_bytes(b"committed by somebody")
        with locked(root, "compacts"):
            pass
        assert path.read_bytes() == b"committed by somebody"

    @pytest.mark.parametrize("kind", ["folder", "dangling link", "link to itself", "pipe"])
    def test_is_not_stopped_by_what_has_the_name_of_its_file(self, root: Path, kind: str) -> None:
        make(kind, root / "compacts" / ".compactctl-lock", root.parent / "elsewhere")
        before = sorted(root.parent.rglob("*"))
        with locked(root, "compacts"):
            pass
        assert sorted(root.parent.rglob("*")) == before

    @pytest.mark.usefixtures("lock")
    def test_is_not_waited_for_without_end(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("compactctl.files.locking._SECONDS", 0)
        with (
            locked(root, "compacts"),
            pytest.raises(CannotDo, match="another run of compactctl has been writing in"),
            locked(root, "compacts"),
        ):
            pass

    @pytest.mark.usefixtures("lock")
    def test_makes_read_change_and_write_one_step(self, root: Path) -> None:
        (root / NAME).write_bytes(b"")
        in_children(8, lambda number: _append_ten(root, number))
        assert sorted((root / NAME).read_bytes()) == sorted(b"01234567" * 10)
        assert list(picture(root)) == ["compacts", NAME]


def _append_ten(root: Path, number: int) -> None:
    for _ in range(10):
        with locked(root, "compacts"):
            before = (root / NAME).read_bytes()
            replace(root, NAME, before, before + str(number).encode())


def test_of_eight_at_once_one_creates(root: Path) -> None:
    codes = in_children(8, lambda number: create(root, {NAME: str(number).encode() * 10_000}))
    assert sorted(codes) == [0] + [1] * 7
    assert (root / NAME).read_bytes() == str(codes.index(0)).encode() * 10_000
    assert list(picture(root)) == ["compacts", NAME]


ACTIONS: dict[str, Callable[[Path], None]] = {
    "create": lambda root: create(root, {NAME: NEW, "annex/2003-04.yaml": NEW}),
    "replace": lambda root: replace(root, "compacts/norfolk.yaml", OLD, NEW),
}
BEFORE = {"compacts": "folder", "compacts/norfolk.yaml": OLD}
AFTER = {
    "create": {**BEFORE, NAME: NEW, "annex": "folder", "annex/2003-04.yaml": NEW},
    "replace": {**BEFORE, "compacts/norfolk.yaml": NEW},
}


@pytest.mark.parametrize(
    "trouble", [OSError(errno.ENOSPC, "No space left"), OSError(errno.EIO, "I/O"), KeyboardInterrupt()]
)
@pytest.mark.parametrize("action", ["create", "replace"])
def test_a_fault_at_any_call_leaves_the_old_or_the_new(tmp_path: Path, action: str, trouble: BaseException) -> None:
    seen: list[str] = []
    clean = _begun(tmp_path / "clean")
    with fault(seen, -1, trouble):
        ACTIONS[action](clean)
    assert {"open", "write", "fsync", "close"} <= set(seen)
    for number, call in enumerate(seen):
        root = _begun(tmp_path / str(number))
        with fault([], number, trouble):
            done = _done(lambda root=root: ACTIONS[action](root))  # type: ignore[misc]  # mypy knows no default here
        now = picture(root)
        hidden = [name for name in now if Path(name).name.startswith(".")]
        assert not hidden or (call == "unlink" and isinstance(trouble, OSError)), (number, call, hidden)
        shown = {name: now[name] for name in now if name not in hidden}
        assert shown in (BEFORE, AFTER[action]), (number, call, list(shown))
        assert not done or shown == AFTER[action], (number, call)


def test_a_kill_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    for action, run in ACTIONS.items():
        lines = lines_run(lambda: run(_begun(tmp_path / action)))  # noqa: B023 - it is run at once
        moments = sorted({round(moment * (lines - 1) / 49) for moment in range(50)})
        states = []
        for moment in moments:
            root = _begun(tmp_path / f"{action}-{moment}")
            [code] = in_children(1, lambda _: killed_at(moment, lambda: run(root)))  # noqa: B023 - it is run at once
            assert code == -signal.SIGKILL
            shown = {name: seen for name, seen in picture(root).items() if not Path(name).name.startswith(".")}
            files = {name: seen for name, seen in shown.items() if seen != "folder"}
            assert all(AFTER[action].get(name) == seen or BEFORE.get(name) == seen for name, seen in files.items())
            assert {name for name, seen in BEFORE.items() if seen != "folder"} <= set(files)
            states.append(len(files) if action == "create" else files["compacts/norfolk.yaml"])
        assert len(moments) == 50
        assert states[0] != states[-1]


def _begun(root: Path) -> Path:
    (root / "compacts").mkdir(parents=True)
    (root / "compacts" / "norfolk.yaml").write_bytes(OLD)
    return root


def _done(action: Callable[[], None]) -> bool:
    try:
        action()
    except (CannotDo, KeyboardInterrupt):
        return False
    return True


def _failing(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail
