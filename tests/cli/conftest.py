from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

import app
from storage.cipher import Cipher

Command = Callable[..., Result]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Runs ``python app.py …`` on a database of its own: ``command("db", "upgrade")``."""
    monkeypatch.setenv("QA_ENV", "local")
    monkeypatch.setenv("QA_FRAMEWORK", "herefordshire")
    monkeypatch.setenv("QA_DATA_KEYS", Cipher.new_key())
    monkeypatch.setenv("QA_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.db'}")
    app.the_settings.cache_clear()

    def run(*words: str) -> Result:
        return CliRunner().invoke(app.app, [str(word) for word in words])

    yield run
    app.the_settings.cache_clear()
    structlog.reset_defaults()  # serve and demo set it up for themselves


@pytest.fixture
def ready(command: Command, lists: Path) -> Command:
    """The same, with a migrated database that holds the small council."""
    for words in (
        ("db", "upgrade"),
        ("import", "people", str(lists / "people.csv")),
        ("import", "cases", str(lists / "cases.csv")),
    ):
        result = command(*words)
        assert result.exit_code == 0, result.output
    return command


PEOPLE = """id,name,roles,team,service,line_manager
P-1,Cora Coordinator,qa_team,QA,Safeguarding,
P-2,Hetty Headley,head_of_service,,Safeguarding,
P-3,Sam Servicely,service_manager,,Safeguarding,P-2
P-4,Tess Teamsley,team_manager,North,Safeguarding,P-3
P-5,Wyn Workerley,social_worker,North,Safeguarding,P-4
P-6,Ivo Independent,independent_reviewing_officer,Review,Safeguarding,P-2
P-7,Ines Independent,independent_reviewing_officer,Review,Safeguarding,P-2
"""
CASES = """ref,team,service,worker,iro,status
C-100,North,Safeguarding,P-5,P-6,open
C-101,North,Safeguarding,P-5,P-6,closed
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder with people.csv and cases.csv."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "cases.csv").write_text(CASES, encoding="utf-8")
    return tmp_path
