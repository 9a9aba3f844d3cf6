"""Column types: moments in UTC, references, and text that must be sealed before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Enum, Integer, String, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

from domain.refs import BadRefFault, Ref
from storage.cipher import Sealed

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A row's number; SQLite counts by itself only in a column that it calls INTEGER."""


class NaiveTimeError(ValueError, DontWrapMixin):
    """A time without a zone was about to be kept."""


class PlainTextError(ValueError, DontWrapMixin):
    """Somebody's words were about to be kept without being sealed."""


def utc(moment: datetime) -> datetime:
    """The moment in UTC; raises NaiveTimeError where it has no zone."""
    if moment.tzinfo is None:
        raise NaiveTimeError("a time without a zone means nothing here; give it one")
    return moment.astimezone(UTC)


class Moment(TypeDecorator[datetime]):
    """A moment; goes in with any zone, comes out in UTC. Refuses a time without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To UTC; raises NaiveTimeError."""
        return None if value is None else utc(value)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """SQLite keeps no zone: what comes back without one is the UTC that went in."""
        if value is None or value.tzinfo is not None:
            return None if value is None else value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


class Moments(TypeDecorator[tuple[datetime, ...]]):
    """Several moments in one column, as a JSON list of ISO times."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: Sequence[datetime] | None, _dialect: Dialect
    ) -> list[str] | None:
        """To UTC; raises NaiveTimeError."""
        return None if value is None else [utc(moment).isoformat() for moment in value]

    def process_result_value(
        self, value: list[str] | None, _dialect: Dialect
    ) -> tuple[datetime, ...]:
        """As they went in, in UTC."""
        return tuple(datetime.fromisoformat(text) for text in value or ())


class Subject(TypeDecorator[Ref]):
    """A reference as cards write it: ``seat-12``."""

    impl = String(96)
    cache_ok = True

    def process_bind_param(self, value: Ref | None, _dialect: Dialect) -> str | None:
        """As text; raises BadRefFault where it could not be read back."""
        if value is None:
            return None
        text = str(value)
        if Ref.parse(text) != value:
            raise BadRefFault
        return text

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Ref | None:
        """As it went in."""
        return None if value is None else Ref(*value.split("-", 1))


class SealedText(TypeDecorator[Sealed]):
    """What a person wrote. Takes only what a Cipher has sealed; an empty text needs no seal."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Raises PlainTextError on anything that was not sealed."""
        if value and not isinstance(value, Sealed):
            raise PlainTextError("this column takes sealed text only; seal it with the cipher")
        return value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Sealed | None:
        """Still sealed; the repository opens it."""
        return None if value is None else Sealed(value)


def one_of(words: type[StrEnum]) -> Enum:
    """A column that holds one of these words, as text."""
    return Enum(
        words,
        values_callable=lambda kind: [word.value for word in kind],
        native_enum=False,
        length=32,
    )
