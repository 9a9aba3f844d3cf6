"""People who verify, and short ways to a nomination that waits or was accepted."""

from __future__ import annotations

from domain.nominations.nomination import Nomination
from domain.people.person import Person
from tests.chat import Chat
from tests.town import Town

BOOK = "the life-story book she made with him over four visits"
ANONYMOUS = "A worker made a life-story book with a young person over four visits."


def verifier(person_id: str, name: str, role: str, boss: str | None = None) -> Person:
    return Person(
        id=person_id,
        name=name,
        aad_object_id=f"aad-{person_id}",
        roles=frozenset({role}),
        team="Practice",
        service="Practice",
        line_manager=boss,
    )


CLEO = verifier("cleo", "Cleo Fenn", "consultant_social_worker")
CARA = verifier("cara", "Cara Lowe", "consultant_social_worker")
QUIN = verifier("quin", "Quin Rowan", "qa_team", "cora")


async def nominated(town: Town, by: str = "wes", who: str = "Wanda Moor", what: str = BOOK) -> Chat:
    """A whole nomination by typing; gives the nominator's chat."""
    chat = town.chat(by)
    await chat.says(f"nominate {who} for {what}")
    await chat.says("supervision")
    sent = await chat.says("send")
    assert "It is sent" in sent.line, sent.line
    return chat


async def nomination(town: Town, number: int = 1) -> Nomination:
    """One as it is now."""
    found = await town.read(lambda uow: uow.nominations.get(number))
    assert found is not None
    return found


async def verifying(town: Town, number: int = 1) -> Chat:
    """The chat of whoever verifies it."""
    holder = (await nomination(town, number)).verifier
    assert holder
    return town.chat(holder)


async def accepted(
    town: Town, number: int = 1, text: str = ANONYMOUS, *, area: str = "none"
) -> None:
    """The verifier accepts it."""
    done = await (await verifying(town, number)).press("accept_nomination", text=text, area=area)
    assert done.line.startswith("Accepted"), done.line
