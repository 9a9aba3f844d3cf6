from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path

import pytest

from demo.stage import DemoClock, PortTakenFault, check_port, demo_settings, start_afresh


def test_the_database_of_an_earlier_demo_goes_after_that_was_said(tmp_path: Path) -> None:
    database = tmp_path / "var" / "demo-sefton.db"
    start_afresh(database, pytest.fail)
    said: list[str] = []
    for name in ("demo-sefton.db", "demo-sefton.db-wal", "demo-sefton.db-shm", "other.db"):
        (database.parent / name).touch()
    start_afresh(database, said.append)
    assert [path.name for path in database.parent.iterdir()] == ["other.db"]
    (sentence,) = said
    assert str(database) in sentence


def test_a_port_that_is_taken_is_named_with_a_way_on() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenFault, match=f"Port {port} is taken.*QA_PORT={port + 1}"):
            check_port(port)
    check_port(port)


def test_any_free_port_is_never_taken() -> None:
    check_port(0)


def test_the_demo_is_for_this_machine_alone_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (
        ("QA_ENV", "production"),
        ("QA_HOST", "0.0.0.0"),  # noqa: S104 - what must not count
        ("QA_DATABASE_URL", "postgresql://db.example/live"),
        ("MicrosoftAppId", "11111111-2222-3333-4444-555555555555"),
        ("QA_TENANT_IDS", "council.example"),
        ("QA_PORT", "4001"),
    ):
        monkeypatch.setenv(name, value)
    settings = demo_settings("sefton")
    assert (settings.local, settings.host, settings.app_id) == (True, "127.0.0.1", "")
    assert settings.database_url == "sqlite:///var/demo-sefton.db"
    assert (settings.tenants, settings.port) == (frozenset(), 4001)


def test_the_clock_can_be_put_forward() -> None:
    clock = DemoClock()
    before = clock()
    clock.skip(timedelta(hours=2))
    assert timedelta(hours=2) <= clock() - before < timedelta(hours=3)
    assert clock().tzinfo is not None
