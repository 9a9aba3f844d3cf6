"""The settings, read once from the environment; nothing else reads it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class UnsafeSettingsError(ValueError):
    """The service would answer requests that nobody signed."""


class Settings(BaseSettings):
    """Every setting; the README lists them, and a test compares the two.

    Each can also come from a file: with ``QA_DATA_KEYS_FILE`` the file's text is the value.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        case_sensitive=False,
        hide_input_in_errors=True,  # what is wrong is printed where secrets must not be
    )

    app_id: str = Field("", alias="MicrosoftAppId")
    app_password: SecretStr = Field(SecretStr(""), alias="MicrosoftAppPassword")
    app_type: Literal["SingleTenant"] = Field("SingleTenant", alias="MicrosoftAppType")
    app_tenant_id: str = Field("", alias="MicrosoftAppTenantId")

    env: Literal["local", "production"] = Field("production", alias="QA_ENV")
    host: str = Field("127.0.0.1", alias="QA_HOST")
    port: int = Field(3978, alias="QA_PORT", ge=0, le=65535)
    database_url: str = Field("sqlite:///var/practice-loop.db", alias="QA_DATABASE_URL")
    framework: str = Field("herefordshire", alias="QA_FRAMEWORK")
    frameworks_folder: Path = Field(Path("frameworks"), alias="QA_FRAMEWORKS_FOLDER")
    data_keys: SecretStr = Field(SecretStr(""), alias="QA_DATA_KEYS")
    closures: str = Field("", alias="QA_CLOSURES")
    tenant_ids: str = Field("", alias="QA_TENANT_IDS")
    send_rate: float = Field(25.0, alias="QA_SEND_RATE", gt=0, le=50)
    send_seconds: float = Field(10.0, alias="QA_SEND_SECONDS", gt=0, le=60)
    lease_seconds: float = Field(45.0, alias="QA_LEASE_SECONDS", gt=0)
    ask_share: float = Field(0.5, alias="QA_ASK_SHARE", ge=0, le=1)
    withdraw_minutes: float = Field(10.0, alias="QA_WITHDRAW_MINUTES", ge=0)
    heartbeat_url: str = Field("", alias="QA_HEARTBEAT_URL")
    tick_seconds: float = Field(15.0, alias="QA_TICK_SECONDS", gt=0)
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", alias="QA_LOG_LEVEL")
    openid_metadata_url: str = Field(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        alias="QA_OPENID_METADATA_URL",
    )
    token_issuer: str = Field("https://api.botframework.com", alias="QA_TOKEN_ISSUER")
    token_url: str = Field("", alias="QA_TOKEN_URL")
    service_hosts: str = Field(
        "botframework.com,smba.trafficmanager.net,teams.microsoft.com", alias="QA_SERVICE_HOSTS"
    )
    file_hosts: str = Field("sharepoint.com", alias="QA_FILE_HOSTS")

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse to start where requests or words would stand open."""
        if not self.app_id and not (self.local and self.host in LOOPBACK):
            raise UnsafeSettingsError(
                "MicrosoftAppId is empty, so anybody could post to this bot. Set it, or for "
                "trying things out set QA_ENV=local and keep QA_HOST at 127.0.0.1."
            )
        if self.app_id and not self.tenants:
            raise UnsafeSettingsError(
                "Name your tenant in MicrosoftAppTenantId (or several in QA_TENANT_IDS): "
                "messages of any other tenant are refused."
            )
        if self.app_id and not self.app_password.get_secret_value():
            raise UnsafeSettingsError(
                "MicrosoftAppPassword is empty, so nothing could be sent. Set it, or "
                "MicrosoftAppPassword_FILE with the path of a file that holds it."
            )
        if not self.local and not self.keys:
            raise UnsafeSettingsError(
                "QA_DATA_KEYS is empty, so what people write could not be encrypted. "
                "Make a key with: python app.py keys new"
            )
        return self

    @property
    def local(self) -> bool:
        """Whether this is somebody's own machine."""
        return self.env == "local"

    @property
    def tenants(self) -> frozenset[str]:
        """The tenants whose messages are taken."""
        return frozenset(_parts(self.tenant_ids)) | frozenset(_parts(self.app_tenant_id))

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that messages are sent to."""
        return frozenset(_parts(self.service_hosts))

    @property
    def hosts_of_files(self) -> frozenset[str]:
        """The hosts that files dropped into a chat come from, and files asked for there go to."""
        return frozenset(_parts(self.file_hosts))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys for people's words; the first encrypts, all decrypt."""
        return tuple(_parts(self.data_keys.get_secret_value()))

    @property
    def closed_days(self) -> tuple[str, ...]:
        """Days on which the council is closed besides bank holidays, as ISO dates."""
        return tuple(_parts(self.closures))

    @property
    def token_endpoint(self) -> str:
        """Where the bot's own token comes from."""
        tenant = self.app_tenant_id or next(iter(self.tenants), "common")
        return self.token_url or (f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token")

    @property
    def withdraw_for(self) -> timedelta:
        """How long what was submitted can come back."""
        return timedelta(minutes=self.withdraw_minutes)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed, then the environment, then files named in the environment."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, _Files(settings_cls)


class _Files(EnvSettingsSource):
    """``X_FILE``: the value of X is the text of that file, as container secrets are given."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        alias = field.alias or field_name
        path = self.env_vars.get(f"{alias}_file".lower())
        text = Path(path).read_text(encoding="utf-8").strip() if path else None
        return text, alias, False


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
