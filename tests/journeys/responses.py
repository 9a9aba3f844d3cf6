"""What journeys about immediate responses share: the people above, raising and answering."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.people.person import Person
from tests.cast import HAL
from tests.journeys.conftest import IN_CARE
from tests.journeys.person import Answer, Somebody
from tests.journeys.world import World

FACTS = "The visit record of 12 November notes a bruise."
SAFEGUARDING = "immediate_responses.safeguarding"
ASHA = Person(
    id="asha",
    name="Asha Cole",
    aad_object_id="aad-asha",
    roles=frozenset({"assistant_director"}),
)


async def sefton_at_work(world: World, *, last_supervision: date = date(2025, 11, 1)) -> None:
    """Everybody has the app, an assistant director too; Ada audits C-24113."""
    record = replace(IN_CARE, last_supervision_on=last_supervision)
    await world.moves_in([record], [ASHA, replace(HAL, line_manager="asha")])
    await world.everybody_installs()
    await world.plays(ASHA).installs()
    await world.opens_audit("C-24113", auditor="ada")
    await world.ada.presses("Start now")


async def raises(world: World, trigger: str = SAFEGUARDING) -> Answer:
    """Ada presses the button on the grading form and sends what she saw."""
    await world.ada.presses("Child may be unsafe")
    return await sends(world.ada, trigger)


async def sends(who: Somebody, trigger: str = SAFEGUARDING) -> Answer:
    """The form that is open goes out."""
    spoken = "The team manager, at 15:05"
    return await who.presses("Send it now", trigger=trigger, facts=FACTS, spoken_to=spoken)


async def answers(who: Somebody, *, gap: bool = False, **others: str) -> Answer:
    """The whole answer; where supervision was missing nobody asks whether the child is safe."""
    await who.presses("Answer now")
    said = {
        **({} if gap else {"safe": "seen"}),
        "seen": "Today at 16:20, by the duty worker",
        "done": "A strategy discussion was held.",
        "decided": "The service manager",
        "recorded": "true",
        **others,
    }
    return await who.presses("Send answer", anyway=False, **said)


def urgent_posts(world: World, account: str) -> int:
    """How many cards about it were posted to somebody, each with a notification."""
    posts = world.teams.posts_to(account)
    return sum(1 for post in posts if post.card and "Immediate response IR-" in str(post.card))
