"""The update of the pressed card knows that its person has seen it as the answer."""

from __future__ import annotations

from datetime import timedelta

from domain.people.person import Person
from domain.refs import Ref
from tests.town import Town
from usecases.pressing import Outcome, Press, press


async def _accepts(town: Town, *, on: int | None) -> tuple[Outcome, dict[str, bool]]:
    """Ada accepts her seat; gives who is to get an update, and whether they have seen it."""
    async with town.units() as uow:
        found = await uow.people.get("ada")
        assert isinstance(found, Person)
        what = Press(verb="accept_audit", ref="seat-2", version=1, delivery_id=on)
        outcome = await press(uow, town.council, found, what, town.now)
        lease = timedelta(minutes=1)
        claimed = await uow.outbox.claim(now=town.now, lease=lease, limit=99)
    updates = [each for each in claimed if each.delivery_id is not None]
    return outcome, {each.recipient: each.shown_at == town.now for each in updates}


async def _delivery(town: Town) -> int:
    found = await town.read(lambda uow: uow.outbox.latest("ada", ["audit_allocated"]))
    assert found
    assert found.subject == Ref("seat", "2")
    return found.id


async def test_who_pressed_has_seen_it_and_others_have_not(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    outcome, seen = await _accepts(herefordshire, on=await _delivery(herefordshire))
    assert outcome.done
    assert seen["ada"]
    assert not seen["tess"]


async def test_who_typed_has_not_seen_the_card(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    outcome, seen = await _accepts(herefordshire, on=None)
    assert outcome.done
    assert not seen["ada"]
