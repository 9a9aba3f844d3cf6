"""People who run surveys, and short ways to a piece of feedback that is kept."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.people.person import Person
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.town import Town, council_of

SIT = Person(
    id="sit",
    name="Sia Tull",
    aad_object_id="aad-sit",
    roles=frozenset({"service_improvement_team"}),
    team="Improvement",
)
DIRECTOR = Person(
    id="dirk",
    name="Dirk Vane",
    aad_object_id="aad-dirk",
    roles=frozenset({"service_director"}),
)
QA = Person(id="qia", name="Qia Noor", aad_object_id="aad-qia", roles=frozenset({"qa_team"}))
APRIL = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


async def town_of(units: SqlUnitsOfWork, council: str, *others: Person, now: datetime) -> Town:
    town = Town(units, council_of(council), now=now)
    await town.move_in(others)
    return town


async def writes(town: Town, person: str, source: str, **inputs: str) -> None:
    """Begin in one way and keep what was said."""
    chat = town.chat(person)
    await chat.says("feedback")
    card = await chat.sees("feedback_start", Ref("person", person))
    assert card is not None
    who = inputs.pop("speaker", "")
    await chat.press("begin_feedback", on=card, source=source, speaker=who)
    done = await chat.press("finish_voice", on=None, **inputs)
    assert done.line.startswith("Kept, word for word."), done.line


async def themes(town: Town, person: str) -> str:
    reply = await town.chat(person).says("feedback themes")
    if reply.card is None:
        return reply.line
    return str(reply.card.render())
