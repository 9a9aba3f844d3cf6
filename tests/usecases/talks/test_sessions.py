"""The monthly session: asked once, coming or not, ideas, the day (SEF-23)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.refs import Ref
from domain.talks.session import Coming, Place, Session
from tests.cards.walk import words
from tests.town import Town
from usecases.talks.inviting import invite_to_sessions


async def invites(town: Town) -> int:
    async with town.units() as uow:
        opened = await invite_to_sessions(uow, town.council, town.now)
        await uow.commit()
    await town.deliver()
    return opened


async def january(town: Town) -> None:
    """December had one audit; January's first working day has come."""
    await town.audit("C-24113", auditor="ada")
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    assert await invites(town) == 1


async def places(town: Town) -> dict[str, Place]:
    return {p.person_id: p for p in await town.read(lambda uow: uow.sessions.places(1))}


async def session(town: Town) -> Session:
    found = await town.read(lambda uow: uow.sessions.get(1))
    assert found is not None
    return found


@pytest.mark.rows("SEF-23")
async def test_everybody_of_the_month_s_audits_is_asked_once(sefton: Town) -> None:
    await january(sefton)
    assert set(await places(sefton)) == {"ada", "will", "theo", "ivy", "sam"}
    assert await invites(sefton) == 0
    for person in ("ada", "will", "theo", "ivy"):
        assert sefton.chat(person).kinds.count("session_invitation") == 1
    assert "session_invitation" not in sefton.chat("wes").kinds
    assert "0 of 5" in sefton.chat("cora").words("session_plan")


async def test_nobody_is_asked_before_the_month_is_over_or_without_audits(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada")
    assert await invites(sefton) == 0
    sefton.now = datetime(2027, 2, 1, 9, tzinfo=UTC)
    assert await invites(sefton) == 0


async def test_a_council_without_such_a_session_asks_nobody(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    herefordshire.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    assert await invites(herefordshire) == 0


async def test_people_come_or_not_and_bring_ideas(sefton: Town) -> None:
    await january(sefton)
    ada, will, cora = (sefton.chat(one) for one in ("ada", "will", "cora"))
    assert (await ada.press("come_to_session")).line == "Thank you. You are coming."
    await will.says("not coming")
    await will.says("idea: Ask the child first")
    assert (await ada.press("bring_idea")).line.startswith("Please write your idea first")
    plan = cora.words("session_plan")
    assert "1 of 5" in plan
    assert "Will Heath" in plan
    assert "Ask the child first" in plan
    assert "Ask the child first" in will.words("session_invitation")


async def test_the_day_shows_on_every_card(sefton: Town) -> None:
    await january(sefton)
    cora = sefton.chat("cora")
    assert "The day follows here" in sefton.chat("ada").words("session_invitation")
    over = await cora.press("set_session_time", day="2027-01-03", time="10:00")
    assert over.line == "That time is over already. Please choose a later one."
    await cora.press("set_session_time", day="2027-01-14", time="10:00")
    assert "Thursday 14 January at 10:00" in sefton.chat("ada").words("session_invitation")
    await cora.says("when: 15 January 14:00")
    assert (await session(sefton)).starts_at == datetime(2027, 1, 15, 14, tzinfo=UTC)


async def test_only_the_invited_answer_and_only_coordinators_set_the_day(sefton: Town) -> None:
    await january(sefton)
    mine = (await places(sefton))["ada"]
    line = await sefton.chat("will").tampers("come_to_session", f"place-{mine.id}", mine.version)
    assert line.startswith("This is not yours to do")
    one = await session(sefton)
    line = await sefton.chat("ada").tampers(
        "set_session_time", f"session-{one.id}", one.version, day="2027-01-14", time="10:00"
    )
    assert line.startswith("This is not yours to do")


@pytest.mark.rows("SEF-23")
async def test_who_was_there_is_noted_by_ticks_and_put_right_by_typing(sefton: Town) -> None:
    await january(sefton)
    cora = sefton.chat("cora")
    await sefton.chat("ada").press("come_to_session")
    await sefton.chat("will").says("idea: Ask the child first")
    await cora.press("set_session_time", day="2027-01-14", time="10:00")
    one = await session(sefton)
    early = await cora.tampers("note_attendance", f"session-{one.id}", one.version, came="ada")
    assert early.startswith("The session has not begun")
    sefton.now = datetime(2027, 1, 14, 11, tzinfo=UTC)
    shown = await cora.sees("session_plan", Ref("session", str(one.id)))
    assert shown
    assert "Note who came" in words(shown)
    noted = await cora.press("note_attendance", on=shown, came="ada,will")
    assert noted.line == "Noted: 2 of 5 were there."
    assert {who for who, p in (await places(sefton)).items() if p.coming is Coming.CAME} == {
        "ada",
        "will",
    }
    assert "You were there" in sefton.chat("will").words("session_invitation")
    assert "Ask the child first" in cora.words("session_plan")
    assert "not asked to this session" in (await cora.says("came: Zed Marsh")).line
    assert (await cora.says("came: Ada Byrne")).line == "Noted: 1 of 5 were there."
    assert "Missed" in sefton.chat("will").words("session_invitation")


async def test_only_those_who_run_cycles_say_who_was_there(sefton: Town) -> None:
    await january(sefton)
    one = await session(sefton)
    line = await sefton.chat("ada").tampers(
        "note_attendance", f"session-{one.id}", one.version, came="ada"
    )
    assert line.startswith("This is not yours to do")
