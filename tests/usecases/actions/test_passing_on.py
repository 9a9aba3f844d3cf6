"""Drafts of a cancelled audit, and sign-offs of somebody who has left: nothing hangs in the air."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.actions.action import ActionState, NoteKind
from tests.cast import SAM, THEO
from tests.town import Town
from tests.usecases.actions.making import at_nine, claimed, finished, now_is, with_draft
from usecases.pressing import Press

SIGN, CARD = "action_sign_off", "action_assigned"
LEFT = date(2026, 3, 12)
BOTH = {"quality": "yes", "compliance": "yes"}


async def cancels(town: Town, audit: int) -> None:
    """Cora cancels it."""
    found = await town.read(lambda uow: uow.audits.get(audit))
    assert found is not None
    inputs = {"cancel_reason": "The family has moved away."}
    what = Press(verb="cancel_audit", ref=f"audit-{audit}", version=found.version, inputs=inputs)
    done = await town.chat("cora").send(what)
    assert done.done, done.line


async def test_drafts_of_a_cancelled_audit_never_go_out(sefton: Town) -> None:
    audit = await with_draft(sefton)
    await cancels(sefton, audit)
    assert await sefton.read(lambda uow: uow.actions.of_audit(audit)) == []
    action = await sefton.read(lambda uow: uow.actions.get(1))
    assert action is not None
    assert (action.state, action.look_on) == (ActionState.DROPPED, None)
    assert CARD not in sefton.chat("will").kinds
    assert [entry.action for entry in await sefton.trail("action", 1)][-1] == "drop_action"


async def test_what_had_gone_out_stays_somebodys_work(sefton: Town) -> None:
    action = await finished(sefton)
    assert (await now_is(sefton, action)).state is ActionState.OPEN


async def test_when_the_signer_leaves_the_next_above_signs_and_the_owner_is_told(
    sefton: Town,
) -> None:
    action = await claimed(sefton)
    assert SIGN in sefton.chat("theo").kinds
    await sefton.hires(replace(THEO, left_on=LEFT))
    before = sefton.chat("will").kinds.count(CARD)
    assert await at_nine(sefton, "2026-03-12") == 1
    assert "sign_action" in [duty.kind for duty in await sefton.duties("sam")]
    assert "sign_action" not in [duty.kind for duty in await sefton.duties("theo")]
    assert SIGN in sefton.chat("sam").kinds
    assert sefton.chat("will").kinds.count(CARD) == before + 1
    assert "Whoever was asked has left: Sam Field signs it off now." in sefton.chat("will").words(
        CARD
    )
    assert await at_nine(sefton, "2026-03-13") == 0
    done = await sefton.chat("sam").press("sign_action", **BOTH)  # type: ignore[arg-type]  # no input is "on"
    assert done.done, done.notice
    assert (await now_is(sefton, action)).state is ActionState.DONE


async def test_when_the_next_above_leaves_too_it_goes_up_again(sefton: Town) -> None:
    action = await claimed(sefton)
    await sefton.hires(replace(THEO, left_on=LEFT), replace(SAM, left_on=LEFT))
    assert await at_nine(sefton, "2026-03-12") == 1
    assert "sign_action" in [duty.kind for duty in await sefton.duties("hal")]
    kinds = [note.kind for note in (await now_is(sefton, action)).notes]
    assert kinds.count(NoteKind.PASSED_UP) == 1


async def test_a_later_day_that_was_asked_of_a_leaver_is_decided_by_the_next_above(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await town.chat("theo").says(
        "action for Will Heath by 20 March: Bring the chronology up to date"
    )
    will = town.chat("will")
    asked = await will.press("request_date", new_due="2027-04-17", why="School is closed.")
    assert asked.done, asked.notice
    await town.hires(replace(THEO, left_on=town.now.date()))
    await at_nine(town, "2026-12-02")
    assert "decide_date" in [duty.kind for duty in await town.duties("sam")]
    assert (await town.chat("sam").press("grant_date")).done
    found = await town.read(lambda uow: uow.actions.get(1))
    assert found is not None
    assert found.due_on == date(2027, 4, 17)
