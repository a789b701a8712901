"""A PostgreSQL server of the tests' own, from the programs that Debian's package installs.

It listens on a Unix socket only, in a temporary folder, and ends with the tests.
"""

import contextlib
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

USER, PASSWORD = "grader", "not-to-be-shown"  # in every URL: any output may be searched for it
SETTINGS = ("listen_addresses = ''", "fsync = off", "full_page_writes = off")


class Missing(Exception):
    """A server cannot be had here. The text says why."""


class Server:
    """A server, not started yet.

    Args:
        folder: An empty one with a short path: that of a socket has at most 107 bytes.

    Raises:
        Missing: PostgreSQL's programs, or a user to run them, are not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._programs, self._owner = folder, _programs(), _owner()
        self._numbers = itertools.count()
        (folder / "password").write_text(PASSWORD)
        if self._owner:
            shutil.chown(folder, **self._owner)
            shutil.chown(folder / "password", **self._owner)
        login = [f"--username={USER}", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}"]
        self._run("initdb", *login, "--no-sync", "--encoding=UTF8", "--locale=C")
        with (folder / "data" / "postgresql.conf").open("a") as config:
            config.write("\n".join((f"unix_socket_directories = '{folder}'", *SETTINGS)))

    def start(self) -> None:
        """It answers from then on."""
        self._run("pg_ctl", "start", "--wait", "--silent", f"--log={self._folder / 'log'}")

    def stop(self) -> None:
        """Whoever is connected is cut off."""
        self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=fast")

    @contextlib.contextmanager
    def stopped(self) -> Iterator[None]:
        """For a while, it is gone."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def database(self, like: str = "") -> str:
        """The URL of a new database: empty, or a copy of another one, which nobody may be using."""
        name = f"course{next(self._numbers)}"
        template = [f"--template={make_url(like).database}"] if like else []
        self._run("createdb", f"--host={self._folder}", f"--username={USER}", *template, name)
        return self.url(name)

    def url(self, name: str, password: str = PASSWORD) -> str:
        """Where a database is, as nbgrader's configuration has it."""
        return f"postgresql+psycopg://{USER}:{password}@/{name}?host={self._folder}"

    @property
    def pid_file(self) -> Path:
        """It is there for as long as the server, and begins with its process, which an interrupt
        stops."""
        return self._folder / "data" / "postmaster.pid"

    def _run(self, program: str, *arguments: str) -> None:
        with tempfile.TemporaryFile() as said:  # a pipe would stay open while the server runs
            done = subprocess.run(
                [self._programs / program, *arguments],
                cwd=self._folder,
                env={**os.environ, "PGDATA": str(self._folder / "data"), "PGPASSWORD": PASSWORD},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                check=False,
                **self._owner,
            )
            said.seek(0)
            assert done.returncode == 0, said.read().decode()


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """A server, for as long as it is entered. Raises `Missing`."""
    with tempfile.TemporaryDirectory(prefix="firstgrad-") as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _programs() -> Path:
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    if found is None:
        raise Missing("PostgreSQL is not installed")
    return Path(found).parent


def _owner() -> dict:
    """As whom the server runs: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        raise Missing("PostgreSQL does not run as root, and there is no user postgres") from None
    return {"user": "postgres", "group": "postgres"}
