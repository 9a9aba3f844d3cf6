"""Not mine has an answer for every kind of duty: another hand, or who can change it and how."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from domain.duties import NewDuty
from tests.cast import CHIP, HAL
from tests.town import Town
from tests.usecases.follow_up.test_inadequate import inadequate
from tests.usecases.people.test_leavers import FOR_ALL, NINE, OWN, opens
from tests.usecases.talks.test_new_auditors import begun, submit
from usecases.actions.around import REVIEW
from usecases.actions.reviewing import form_ref
from usecases.agenda.handing_over import hands_of
from usecases.people.duties import duty_kinds, why_it_stays

WAY = re.compile(r"\b(ask|tell|open it|reply|write|type|press)\b", re.IGNORECASE)


@pytest.mark.parametrize("kind", duty_kinds())
def test_no_kind_of_duty_is_a_dead_end(kind: str) -> None:
    why = why_it_stays(kind)
    assert bool(why) != bool(hands_of(kind)), f"{kind}: another hand, or who can change it"
    if why:
        assert WAY.search(why), f"{kind}: it says no way on"
        assert why.endswith(".")
        assert len(why) <= 200


async def test_what_one_owes_of_the_calendar_goes_to_a_named_colleague(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    said = await town.chat("tess").says("not mine 1")
    assert "Sam Field decides who has it" in said.line
    assert (await town.chat("sam").press("give_duty", person="wanda")).done
    assert await town.duties("tess") == []
    (duty,) = await town.duties("wanda")
    assert "Visit to the front door" in town.chat("wanda").words("activity_due")
    done = await town.chat("wanda").press("note_outcome", note_one="Went for Tess.")
    assert done.done, done.line
    assert await town.duties("wanda") == []
    assert duty.kind == "do_activity"


async def test_whoever_has_it_already_is_not_offered(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, FOR_ALL)
    await town.chat("tess").says("not mine 1")
    refused = await town.chat("sam").press("give_duty", person="theo")
    assert not refused.done
    assert len(await town.duties("tess")) == 1


async def test_where_it_cannot_change_hands_it_says_who_can_change_it(sefton: Town) -> None:
    town = sefton
    town.now = NINE
    async with town.units() as uow:
        new = NewDuty(kind=REVIEW, subject=form_ref("tess"), holder="tess", due_at=NINE)
        await uow.duties.open(new, NINE)
        await uow.commit()
    said = await town.chat("tess").says("not mine 1")
    assert "stays with you" in said.line
    assert "keeps the staff list" in said.line
    assert "duty_ask" not in town.chat("sam").kinds


async def test_a_comment_on_what_follows_goes_to_one_with_the_same_role(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await town.hires(replace(HAL, id="hue", name="Hue Lane", aad_object_id="aad-hue"))
    await town.hires(replace(HAL, line_manager="cora"))
    await inadequate(town)
    said = await town.chat("hal").says("not mine 1")
    assert "Cora Lindley decides" in said.line
    given = await town.chat("cora").press("give_duty", person="hue")
    assert given.done, given.line
    assert await town.duties("hal") == []
    done = await town.chat("hue").press("comment_on_alert", comment="I meet the team.")
    assert done.line.startswith("Thank you.")


async def test_reading_a_new_auditor_goes_to_another_with_experience(sefton: Town) -> None:
    town = sefton
    dee = replace(CHIP, id="dee", name="Dee Marsh", aad_object_id="aad-dee")
    await town.hires(dee)
    ada, _, _ = await begun(town)
    await submit(ada)
    none = await town.chat("chip").says("not mine 1")
    assert "nobody else in the staff list may have it" in none.line
    async with town.units() as uow:  # the audits before were Dee's
        for cycle in await uow.audits.cycles(town.programme):
            for _, seats in await uow.audits.of_cycle(cycle.id):
                for seat in seats:
                    if seat.holder == "chip":
                        await uow.audits.save_seat(replace(seat, holder="dee"))
        await uow.commit()
    await town.chat("chip").says("not mine 1")
    given = await town.chat("mo").press("give_duty", person="dee")
    assert given.done, given.line
    assert await town.duties("chip") == []
    assert (await town.chat("dee").press("pass_assessment")).done
