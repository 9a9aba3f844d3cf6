"""The owner works on it, and somebody else signs it off (SEF-13, SEF-14)."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from domain.actions.action import ActionState, NoteKind
from tests.town import Town
from tests.usecases.actions.making import (
    SEFTON,
    begun,
    claimed,
    finished,
    now_is,
    press,
    submits,
)
from usecases.pressing import Press

CARD, SIGN = "action_assigned", "action_sign_off"
BOTH = {"quality": "yes", "compliance": "yes"}


async def test_progress_is_kept_and_everybody_who_may_see_it_reads_it(sefton: Town) -> None:
    action = await finished(sefton)
    assert (await sefton.chat("will").press("note_progress", progress="Half of it.")).done
    assert "Half of it." in str(await sefton.chat("sam").sees(CARD, action.ref))
    assert "Half of it." in str(await sefton.chat("quinn").sees(CARD, action.ref))
    assert await sefton.chat("wanda").sees(CARD, action.ref) is None
    assert await sefton.chat("tess").sees(CARD, action.ref) is None


@pytest.mark.rows("SEF-13", "SEF-14")
async def test_it_closes_only_with_both_ticks_of_the_line_manager(sefton: Town) -> None:
    action = await claimed(sefton)
    theo = sefton.chat("theo")
    assert "Case notes, 1 April." in theo.words(SIGN)
    for one in ("quality", "compliance"):
        missing = await press(theo, "sign_action", {**dict.fromkeys(BOTH, "no"), one: "yes"})
        assert missing.notice == "Please tick both, or return it with a reason."
    assert (await now_is(sefton, action)).state is ActionState.CLAIMED
    assert (await press(theo, "sign_action", BOTH)).done
    closed = await now_is(sefton, action)
    assert closed.state is ActionState.DONE
    signed = closed.last(NoteKind.SIGNED_OFF)
    assert signed is not None
    assert (signed.person_id, signed.ticks) == ("theo", ("Quality", "Compliance"))
    assert "Signed off" in sefton.chat("will").words(CARD)
    assert await sefton.duties("theo") == [
        duty for duty in await sefton.duties("theo") if duty.kind == "review_actions"
    ]


async def test_evidence_is_asked_for(sefton: Town) -> None:
    action = await finished(sefton)
    outcome = await sefton.chat("will").press("complete_action")
    assert "where it can be seen" in outcome.notice
    assert (await now_is(sefton, action)).state is ActionState.OPEN


async def test_returned_twice_it_keeps_every_word_and_its_last_day(sefton: Town) -> None:
    action = await claimed(sefton)
    theo, will = sefton.chat("theo"), sefton.chat("will")
    assert "what is still needed" in (await theo.press("return_action")).notice
    assert (await theo.press("return_action", reason="No dates.", new_due="2026-04-07")).done
    back = will.words(CARD)
    assert "Returned" in back
    assert "No dates." in back
    assert (await now_is(sefton, action)).due_on == date(2026, 4, 7)
    await will.press("complete_action", evidence="Dates are in.")
    late = await theo.press("return_action", reason="Again.", new_due="2026-04-12")
    assert "The last day allowed is Friday 10 April" in late.notice
    assert (await theo.press("return_action", reason="July is missing.")).done
    again = await now_is(sefton, action)
    assert (again.round, again.state, again.latest_on) == (3, ActionState.OPEN, date(2026, 4, 10))
    said = [note.words for note in again.notes]
    assert said == ["Case notes, 1 April.", "No dates.", "Dates are in.", "July is missing."]


async def test_nobody_signs_off_their_own(sefton: Town) -> None:
    """Theo owns it, so Sam above him signs, whatever Theo presses."""
    action = await claimed_by_theo(sefton)
    refused = await sefton.chat("theo").tampers("sign_action", f"signing-{action}", 3, **BOTH)
    assert "not yours" in refused
    assert (await press(sefton.chat("sam"), "sign_action", BOTH)).done


async def claimed_by_theo(town: Town) -> int:
    action = await finished(town, owner="theo")
    assert (await town.chat("theo").press("complete_action", evidence="Supervised.")).done
    return action.id


async def test_a_cover_signs_for_whoever_is_away_but_not_what_they_own(sefton: Town) -> None:
    action = await finished(sefton)
    await sefton.away("theo", cover="tess")
    await sefton.chat("will").press("complete_action", evidence="Case notes.")
    await sefton.chat("tess").says("to sign off")
    assert "1 of 1" in sefton.chat("tess").words(SIGN)
    assert (await press(sefton.chat("tess"), "sign_action", BOTH)).done
    assert (await now_is(sefton, action)).state is ActionState.DONE


async def test_a_manager_who_did_it_as_a_cover_is_not_asked_to_sign_it(sefton: Town) -> None:
    action = await finished(sefton)
    await sefton.away("will", cover="theo")
    said = {"evidence": "Case notes, 1 April."}
    what = Press(verb="complete_action", ref=str(action.ref), version=action.version, inputs=said)
    assert "for sign-off" in (await sefton.chat("theo").send(what)).line
    assert SIGN not in sefton.chat("theo").kinds
    assert (await press(sefton.chat("sam"), "sign_action", BOTH)).done


async def test_an_owner_who_covers_for_their_manager_cannot_sign(sefton: Town) -> None:
    action = await claimed(sefton)
    await sefton.away("theo", cover="will")
    await sefton.chat("will").says("to sign off")
    assert "Nothing to sign off" in sefton.chat("will").words(SIGN)
    version = (await now_is(sefton, action)).version
    line = await sefton.chat("will").tampers("sign_action", f"signing-{action.id}", version, **BOTH)
    assert "not yours" in line


async def test_two_who_sign_at_once_have_one_effect(sefton: Town) -> None:
    action = await claimed(sefton)
    await sefton.away("theo", cover="tess")
    both = Press(
        verb="sign_action",
        ref=f"signing-{action.id}",
        version=action.version,
        inputs=BOTH,
    )
    done = await asyncio.gather(
        sefton.chat("theo").answered(both), sefton.chat("tess").answered(both)
    )
    assert sorted(outcome.done for outcome in done) == [False, True]
    signed = [n for n in (await now_is(sefton, action)).notes if n.kind is NoteKind.SIGNED_OFF]
    assert len(signed) == 1


async def test_seven_are_signed_off_one_after_the_other_in_one_card(sefton: Town) -> None:
    await begun(sefton)
    ada = sefton.chat("ada")
    await ada.press("add_area_action")
    for number in range(1, 4):
        await press(ada, "keep_action", SEFTON, what=f"Write chapter {number} of it anew")
    await submits(sefton)
    will, theo = sefton.chat("will"), sefton.chat("theo")
    for number in range(1, 4):
        done = Press(
            verb="complete_action",
            ref=f"action-{number}",
            version=2,
            inputs={"evidence": "Done."},
        )
        assert (await will.send(done)).done
    await theo.says("to sign off")
    assert "1 of 3" in theo.words(SIGN)
    await theo.press("skip_action")
    assert "2 of 3" in theo.words(SIGN)
    await press(theo, "sign_action", BOTH)
    assert "A-2 is signed off." in theo.words(SIGN)
    assert "2 of 2" in theo.words(SIGN)
    await theo.press("return_action", reason="Not yet.")
    assert "1 of 1" in theo.words(SIGN)
    await press(theo, "sign_action", BOTH)
    assert "Nothing to sign off" in theo.words(SIGN)
    states = [a.state for a in await sefton.read(lambda uow: uow.actions.of_audit(1))]
    assert states == [ActionState.DONE, ActionState.DONE, ActionState.OPEN]


async def test_both_typed_signs_it_off_and_a_bare_number_does_not(sefton: Town) -> None:
    action = await claimed(sefton)
    theo = sefton.chat("theo")
    await theo.says("to sign off")
    await theo.says("1")
    assert (await now_is(sefton, action)).state is ActionState.CLAIMED
    await theo.says("both")
    assert (await now_is(sefton, action)).state is ActionState.DONE


async def test_an_owner_types_done_and_a_manager_types_return(sefton: Town) -> None:
    action = await finished(sefton)
    assert "with Theo Brook" in (await sefton.chat("will").says("done: it is in the notes")).line
    await sefton.chat("theo").says("return: the dates are missing")
    back = await now_is(sefton, action)
    assert (back.state, back.round) == (ActionState.OPEN, 2)


@pytest.mark.rows("SEF-13")
async def test_in_sefton_no_day_is_put_off(sefton: Town) -> None:
    action = await finished(sefton)
    assert "New date" not in sefton.chat("will").words(CARD)
    line = await sefton.chat("will").tampers(
        "request_date", str(action.ref), action.version, new_due="2026-05-01", why="Ill."
    )
    assert "cannot be put off here" in line
