"""Which form a person's typed words go to."""

from __future__ import annotations

from dataclasses import dataclass

from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """An open form: the card that shows it, and where it stands once it was sent."""

    kind: str
    subject: Ref
    delivery_id: int | None = None
