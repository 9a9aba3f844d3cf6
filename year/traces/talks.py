"""Talks of an audit, the family's part, and new auditors with their helpers."""

from __future__ import annotations

from collections.abc import Iterable

from domain.frameworks.parts import Entry
from storage.tables import (
    consents,
    family_entries,
    pairings,
    seats,
    session_places,
    sessions,
    talk_invitations,
    talks,
)
from year.traces.audits import scene_of
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


@traces("talk")
async def of_talk(reached: Reached) -> Found:
    """The conversation that the programme asks for."""
    return await _conversation(reached, reached.number)


@traces("invitation")
async def of_invitation(reached: Reached) -> Found:
    """Somebody is invited to it."""
    row = await reached.row(talk_invitations)
    return await _conversation(reached, row.get("talk_id"))


async def _conversation(reached: Reached, talk_id: object) -> Found:
    row = await reached.row(talks, talk_id) if isinstance(talk_id, int) else {}
    scene = await scene_of(reached, row.get("audit_id"))
    if scene is None:
        return []
    return [talk for talk in scene.programme.conversations if talk.key == row["key"]]


@traces("consent")
async def of_consent(reached: Reached) -> Found:
    """The worker asks the family first."""
    return await _family(reached, (await reached.row(consents)).get("audit_id"))


@traces("family")
async def of_family(reached: Reached) -> Found:
    """The auditor's contact with the family."""
    return await _family(reached, (await reached.row(family_entries)).get("audit_id"))


async def _family(reached: Reached, audit_id: object) -> Found:
    scene = await scene_of(reached, audit_id)
    return [scene.programme.family] if scene else []


@traces("pairing")
async def of_pairing(reached: Reached) -> Found:
    """A new auditor has somebody beside them."""
    row = await reached.row(pairings)
    seat = await reached.row(seats, row["seat_id"]) if row else {}
    scene = await scene_of(reached, seat.get("audit_id"))
    return [scene.programme.new_auditors] if scene else []


@traces("session")
async def of_session(reached: Reached) -> Found:
    """A session's plan."""
    row = await reached.row(sessions)
    return keyed(reached.framework.activities, row.get("activity"))


@traces("place")
async def of_place(reached: Reached) -> Found:
    """Somebody's place in a session."""
    row = await reached.row(session_places)
    session = await reached.row(sessions, row["session_id"]) if row else {}
    return keyed(reached.framework.activities, session.get("activity"))
