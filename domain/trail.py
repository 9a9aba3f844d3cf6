"""The trail: who did what to which subject when; append-only, hash-chained per subject."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.refs import Ref

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One link. ``details`` holds ids, states and counts, never what a person wrote."""

    subject: Ref
    seq: int
    at: datetime
    actor: str
    action: str
    details: Mapping[str, str | int | None]
    before: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be appended to a subject's chain, beside others that one person does at once."""

    subject: Ref
    action: str
    details: Mapping[str, str | int | None]


def digest_of(  # noqa: PLR0913 - a link is the digest of all its fields
    *,
    subject: Ref,
    seq: int,
    at: datetime,
    actor: str,
    action: str,
    details: Mapping[str, str | int | None],
    before: str,
) -> str:
    """SHA-256 over the entry and the digest before it, as 64 hex digits."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [str(subject), seq, moment, actor, action, dict(sorted(details.items())), before]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()


def faults(chain: Iterable[Entry], *, head: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with one subject's entries, in order of ``seq``; empty when it holds.

    ``head`` is a (seq, digest) kept outside the database: with it a cut tail shows too.
    """
    found: list[str] = []
    before, expected, seen = GENESIS, 1, {}
    for entry in chain:
        if entry.seq != expected:
            found.append(f"{entry.subject}: entry {expected} is missing or out of order")
        if entry.before != before:
            found.append(f"{entry.subject}: entry {entry.seq} does not follow the one before it")
        if entry.digest != _again(entry):
            found.append(f"{entry.subject}: entry {entry.seq} was changed after it was written")
        before, expected = entry.digest, entry.seq + 1
        seen[entry.seq] = entry.digest
    if head and seen.get(head[0]) != head[1]:
        found.append(f"the entry {head[0]} that was anchored outside is not there any more")
    return found


def _again(entry: Entry) -> str:
    return digest_of(
        subject=entry.subject,
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        action=entry.action,
        details=entry.details,
        before=entry.before,
    )
