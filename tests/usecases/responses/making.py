"""A worry of Sefton's, as people raise and answer it: what the tests of responses begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from domain.delivery.message import Address
from domain.people.person import Person
from domain.responses.response import Response
from tests.cast import CASES, HAL
from tests.town import Town
from usecases.pressing import Outcome
from usecases.responses.climbing import move_responses

FACTS = "The visit record of 12 November notes a bruise."
SAFEGUARDING = "immediate_responses.safeguarding"
AFTERNOON = datetime(2026, 12, 1, 15, 12, tzinfo=UTC)
ASHA = Person(id="asha", name="Asha Cole", roles=frozenset({"assistant_director"}))
SAID = {
    "safe": "seen",
    "seen": "Today at 16:20, by the duty worker",
    "done": "A strategy discussion was held.",
    "decided": "The service manager",
}


async def raised(town: Town, *, chair: str | None = None) -> Response:
    """Ada, who audits C-24113, sends what she saw; Sam must answer."""
    town.now = AFTERNOON
    await town.hires(ASHA, replace(HAL, line_manager="asha"))
    async with town.units() as uow:
        record = replace(CASES["C-24113"], cp_chair=chair)
        await uow.cases.put([record])
        for number, person in enumerate((await uow.people.all()).values()):
            await uow.addresses.remember(_address(person, number), town.now)
        await uow.commit()
    await town.audit("C-24113", town.now.date(), auditor="ada")
    ada = town.chat("ada")
    assert (await ada.press("raise_response")).done
    sent = await ada.press("send_response", trigger=SAFEGUARDING, facts=FACTS)
    assert sent.done, sent.notice
    return await now_is(town)


def _address(person: Person, number: int) -> Address:
    """Where Teams reaches somebody."""
    return Address(
        person_id=person.id,
        tenant_id="tenant",
        aad_object_id=person.id,
        teams_user_id=f"29:{number}",
        bot_id="28:bot",
        conversation_id=f"a:{person.id}",
        service_url="https://teams.example/",
    )


async def answers(town: Town, who: str = "sam", **others: str) -> Outcome:
    """The whole answer."""
    chat = town.chat(who)
    assert (await chat.press("open_response")).done
    return await chat.press("answer_response", **{**SAID, **others})  # type: ignore[arg-type]  # no input is "on"


async def now_is(town: Town, number: int = 1) -> Response:
    """The response as it stands."""
    found = await town.read(lambda uow: uow.responses.get(number))
    assert found is not None
    return found


async def looks(town: Town) -> int:
    """The clock's turn."""
    return await town.tick(move_responses)
