from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from settings import Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def example() -> dict[str, str]:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    pairs = [line.split("=", 1) for line in lines if line and not line.startswith("#")]
    assert len({name for name, _ in pairs}) == len(pairs), "a setting stands there twice"
    return dict(pairs)


def said(value: object) -> str:
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    return text.removesuffix(".0")


def test_it_holds_every_setting_and_no_other() -> None:
    assert example().keys() == {field.alias for field in Settings.model_fields.values()}


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_what_it_holds_is_the_default(name: str) -> None:
    field = Settings.model_fields[name]
    assert example()[str(field.alias)] == said(field.default)


def test_with_what_only_the_council_knows_it_makes_settings() -> None:
    filled = example() | {
        "MicrosoftAppId": "an-app",
        "MicrosoftAppPassword": "a-secret",
        "MicrosoftAppTenantId": "a-tenant",
        "QA_DATA_KEYS": "a-key",
    }
    settings = Settings.model_validate(filled)
    assert (settings.tenants, settings.keys) == (frozenset({"a-tenant"}), ("a-key",))
