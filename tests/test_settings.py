"""The service never starts open, and every setting is where people look for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_settings import SettingsError

from settings import Settings

README = Path(__file__).parents[1] / "README.md"
ALIASES = {str(field.alias) for field in Settings.model_fields.values()}
WHOLE = {
    "MicrosoftAppId": "an-app",
    "MicrosoftAppPassword": "a-secret",
    "MicrosoftAppTenantId": "a-tenant",
    "QA_DATA_KEYS": "a-key",
}
LOCAL = {"QA_ENV": "local"}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without any setting of ours."""
    for alias in ALIASES:
        for name in (alias, alias.upper(), f"{alias}_FILE", f"{alias.upper()}_FILE"):
            monkeypatch.delenv(name, raising=False)
    return monkeypatch


def of_environment(environment: pytest.MonkeyPatch, **settings: str) -> Settings:
    for name, value in settings.items():
        environment.setenv(name, value)
    return Settings()


def test_a_whole_environment_makes_settings(environment: pytest.MonkeyPatch) -> None:
    settings = of_environment(environment, **WHOLE)
    assert (settings.app_id, settings.local) == ("an-app", False)
    assert settings.tenants == {"a-tenant"}
    assert settings.keys == ("a-key",)


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ("MicrosoftAppId", "anybody could post to this bot"),
        ("MicrosoftAppPassword", "nothing could be sent"),
        ("MicrosoftAppTenantId", "messages of any other tenant are refused"),
        ("QA_DATA_KEYS", "could not be encrypted"),
    ],
)
def test_it_refuses_to_start_without_what_protects_it(
    environment: pytest.MonkeyPatch, without: str, sentence: str
) -> None:
    rest = {name: value for name, value in WHOLE.items() if name != without}
    with pytest.raises(ValidationError, match=sentence):
        of_environment(environment, **rest)


def test_an_empty_environment_starts_nothing() -> None:
    with pytest.raises(ValidationError, match="MicrosoftAppId is empty"):
        Settings()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_without_an_app_id_it_starts_on_somebodys_own_machine_alone(
    environment: pytest.MonkeyPatch, host: str
) -> None:
    assert of_environment(environment, **LOCAL, QA_HOST=host).app_id == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "", "10.0.0.7", "127.0.0.1.example.org"])  # noqa: S104 - refused ones
def test_without_an_app_id_it_never_listens_to_the_network(
    environment: pytest.MonkeyPatch, host: str
) -> None:
    with pytest.raises(ValidationError, match="keep QA_HOST at 127"):
        of_environment(environment, **LOCAL, QA_HOST=host)


def test_a_local_app_id_still_asks_for_the_tenant(environment: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="Name your tenant"):
        of_environment(environment, **LOCAL, MicrosoftAppId="an-app", MicrosoftAppPassword="x")


def test_only_a_single_tenant_bot_is_taken(environment: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="MicrosoftAppType"):
        of_environment(environment, **WHOLE, MicrosoftAppType="MultiTenant")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QA_PORT", "99999"),
        ("QA_SEND_RATE", "0"),
        ("QA_SEND_RATE", "51"),
        ("QA_WITHDRAW_MINUTES", "-1"),
        ("QA_TICK_SECONDS", "0"),
        ("QA_ENV", "staging"),
        ("QA_LOG_LEVEL", "loud"),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_its_name(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(ValidationError, match=name):
        of_environment(environment, **WHOLE, **{name: value})


@pytest.mark.parametrize("name", ["QA_DATA_KEYS", "MicrosoftAppPassword", "MicrosoftAppTenantId"])
def test_a_value_can_stand_in_a_file(
    environment: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "secret"
    file.write_text("from-a-file\n", encoding="utf-8")
    rest = {other: value for other, value in WHOLE.items() if other != name}
    settings = of_environment(environment, **rest, **{f"{name}_FILE": str(file)})
    found = settings.model_dump(by_alias=True)[name]
    assert getattr(found, "get_secret_value", lambda: found)() == "from-a-file"


def test_the_environment_goes_before_a_file(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "keys"
    file.write_text("of-the-file", encoding="utf-8")
    settings = of_environment(environment, **WHOLE, QA_DATA_KEYS_FILE=str(file))
    assert settings.keys == ("a-key",)


def test_a_file_that_is_not_there_is_named_by_its_setting(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match="data_keys"):
        of_environment(environment, QA_DATA_KEYS_FILE=str(tmp_path / "nowhere"))


def test_no_secret_is_shown_by_settings_or_by_what_is_wrong_with_them(
    environment: pytest.MonkeyPatch,
) -> None:
    secrets = {"MicrosoftAppPassword": "hush-1", "QA_DATA_KEYS": "hush-2"}
    settings = of_environment(environment, **{**WHOLE, **secrets})
    assert "hush" not in repr(settings) + str(settings.model_dump())
    environment.delenv("MicrosoftAppTenantId")
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "Name your tenant" in str(refused.value)
    assert "hush" not in str(refused.value)


def test_lists_are_split_at_commas(environment: pytest.MonkeyPatch) -> None:
    settings = of_environment(
        environment,
        **{**WHOLE, "QA_DATA_KEYS": "new, old,"},
        QA_TENANT_IDS="one,two",
        QA_CLOSURES="2026-12-24, 2026-12-31",
        QA_SERVICE_HOSTS="example.org",
        QA_FILE_HOSTS="files.example, sharepoint.com",
    )
    assert settings.keys == ("new", "old")
    assert settings.tenants == {"one", "two", "a-tenant"}
    assert settings.closed_days == ("2026-12-24", "2026-12-31")
    assert settings.hosts == {"example.org"}
    assert settings.hosts_of_files == {"files.example", "sharepoint.com"}


def test_the_bots_own_token_comes_from_its_tenant_unless_another_address_is_set(
    environment: pytest.MonkeyPatch,
) -> None:
    assert "/a-tenant/oauth2" in of_environment(environment, **WHOLE).token_endpoint
    own = of_environment(environment, QA_TOKEN_URL="https://login.example.org/token")
    assert own.token_endpoint == "https://login.example.org/token"


def test_settings_cannot_be_changed_once_they_are_read(environment: pytest.MonkeyPatch) -> None:
    settings = of_environment(environment, **WHOLE)
    with pytest.raises(ValidationError, match="frozen"):
        settings.env = "local"  # type: ignore[misc]  # that it is refused is the test


def test_the_readme_lists_every_setting_and_no_other() -> None:
    rows = re.findall(r"^\| `((?:QA_|Microsoft)\w+)` \|", README.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(rows) == ALIASES
