from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.actions.action import Action, ActionState, Note, NoteKind
from domain.faults import MovedOnFault
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.action_seeds import DUE, fill_actions, new_action
from tests.storage.seeds import BEN, NOW, committed_seat


async def opened(uow: SqlUnitOfWork, **changes: object) -> Action:
    """One that has gone out."""
    action = await uow.actions.add(new_action(), NOW)
    assert action is not None
    out = replace(action, state=ActionState.OPEN, out_at=NOW, look_on=DUE, due_on=DUE)
    return await uow.actions.save(replace(out, **changes))  # type: ignore[arg-type]  # its own fields


async def test_an_action_comes_back_as_it_was_kept(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        source = Ref("response", "41")
        new = new_action(
            audit_id=seat.audit_id, area=2, tag="Planning", source=source, once="x/1", team="North"
        )
        made = await uow.actions.add(new, NOW)
        assert made is not None
        ticks = ("Quality", "Compliance")
        note = Note(kind=NoteKind.SIGNED_OFF, person_id="ada", at=NOW, day=DUE, ticks=ticks)
        noted = await uow.actions.note(made, note)
        await uow.commit()
    async with units(reading=True) as uow:
        found = await uow.actions.get(made.id)
    assert found == noted
    assert (found.state, found.version, found.source) == (ActionState.DRAFT, 1, source)


async def test_what_raises_an_action_raises_it_once(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        assert await uow.actions.add(new_action(once="moderation/1/1"), NOW)
        assert await uow.actions.add(new_action(once="moderation/1/1"), NOW) is None
        assert await uow.actions.add(new_action(), NOW)
        assert await uow.actions.add(new_action(), NOW)


async def test_a_save_that_comes_second_is_refused(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        action = await opened(uow)
        await uow.actions.save(replace(action, owner="ada"))
        with pytest.raises(MovedOnFault):
            await uow.actions.save(replace(action, state=ActionState.DONE))
        found = await uow.actions.get(action.id)
    assert found is not None
    assert (found.owner, found.state) == ("ada", ActionState.OPEN)


async def test_lists_hold_what_they_say(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        draft = await fill_actions(uow, seat, "Words")
        live = await opened(uow)
        done = await opened(uow, state=ActionState.DONE, closed_at=NOW, look_on=None)
        dropped = await uow.actions.save(replace(draft, state=ActionState.DROPPED))
        assert [one.id for one in await uow.actions.live()] == [live.id]
        assert [one.id for one in await uow.actions.owned_by("ben")] == [live.id]
        assert await uow.actions.owned_by("ada") == []
        assert [one.id for one in await uow.actions.closed_since(NOW)] == [done.id]
        assert await uow.actions.closed_since(NOW + timedelta(seconds=1)) == []
        assert await uow.actions.of_audit(seat.audit_id) == []
        again = await uow.actions.get(dropped.id)
    assert again is not None
    assert [note.words for note in again.notes] == ["Words"]


async def test_the_clock_finds_what_is_due_and_moves_it_once(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        action = await opened(uow)
        assert await uow.actions.to_look(DUE - timedelta(days=1)) == []
        assert [one.id for one in await uow.actions.to_look(DUE)] == [action.id]
        assert await uow.actions.look_again_on(action, DUE + timedelta(days=7))
        assert not await uow.actions.look_again_on(action, DUE + timedelta(days=7))
        assert await uow.actions.to_look(DUE) == []


async def test_whoever_has_left_leaves_orphans(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        action = await opened(uow)
        assert await uow.actions.orphaned(DUE) == []
        await uow.people.put([replace(BEN, left_on=date(2026, 10, 10))])
        assert await uow.actions.orphaned(date(2026, 10, 9)) == []
        assert [one.id for one in await uow.actions.orphaned(date(2026, 10, 10))] == [action.id]
