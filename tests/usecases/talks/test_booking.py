"""Booking, answering, noting: the learning conversation of Sefton (SEF-03)."""

from __future__ import annotations

from dataclasses import replace

from domain.talks.talk import Invitation, Talk, TalkState
from tests.cast import CASES
from tests.chat import Chat
from tests.town import Town
from usecases.pressing import Outcome

DAY = {"day": "2026-12-08", "time": "14:00"}
LEARNING = "learning_conversation"


async def opened(town: Town) -> Chat:
    """Ada has the audit of C-24113, has started, and has its talk before her."""
    await town.audit("C-24113", auditor="ada", talked=False)
    ada = town.chat("ada")
    await ada.press("start_audit")
    await ada.says("talks")
    await ada.says("talk 1")
    return ada


async def books(chat: Chat, minutes: str = "60") -> Outcome:
    """Ada books the talk from the form."""
    return await chat.press("book_talk", day="2026-12-08", time="14:00", minutes=minutes)


async def talk(town: Town, key: str = LEARNING) -> Talk:
    return (await town.read(lambda uow: uow.talks.of_audit(1)))[key]


async def invited(town: Town) -> list[Invitation]:
    number = (await talk(town)).id
    return await town.read(lambda uow: uow.talks.invitations(number))


async def test_the_list_offers_what_the_record_has(sefton: Town) -> None:
    ada = await opened(sefton)
    said = ada.words("audit_talks")
    assert "Learning conversation with the key worker" in said
    assert "Not booked yet, at least 60 minutes" in said
    assert "Up to you: Ivy Hart, Theo Brook" in said
    assert "Hear them, or say why not" in said
    assert "2 talks are still to be noted" in said


async def test_story_12_45_minutes_are_refused_and_the_day_is_still_there(sefton: Town) -> None:
    ada = await opened(sefton)
    refused = await books(ada, "45")
    assert not refused.done
    assert "at least 60 minutes, and you chose 45" in refused.line
    assert "what you chose is still here" in refused.line
    assert refused.card is not None
    assert "2026-12-08" in str(refused.card.render())
    assert (await talk(sefton)).state is TalkState.OPEN
    booked = await books(ada)
    assert booked.line.startswith("You talk on Tuesday 8 December at 14:00 for 60 minutes.")


async def test_the_worker_hears_of_the_booking_and_says_that_it_suits(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    will = sefton.chat("will")
    said = will.words("talk_invitation")
    assert "Ada Byrne" in said
    assert "Tuesday 8 December at 14:00" in said
    assert "The talk is on **Tuesday 8 December 14:00**" in will.words("audit_notice")
    done = await will.press("accept_talk_time")
    assert done.line == "Thank you. I have told them."
    assert "That suits" in ada.words("talk")


async def test_other_times_come_back_as_a_choice_and_are_taken(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    will = sefton.chat("will")
    await will.press(
        "decline_talk_time", day_1="2026-12-09", time_1="10:00", words="I am in court that day"
    )
    offered = ada.words("talk")
    assert "I am in court that day" in offered
    assert "Wednesday 9 December at 10:00" in offered
    await ada.press("book_talk", offered="2026-12-09T10:00+00:00", day="", time="")
    booked = await talk(sefton)
    assert booked.starts_at is not None
    assert booked.starts_at.isoformat() == "2026-12-09T10:00:00+00:00"
    assert "Wednesday 9 December at 10:00" in will.words("talk_invitation")


async def test_a_time_that_does_not_suit_needs_another_one(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    will = sefton.chat("will")
    refused = await will.press("decline_talk_time")
    assert refused.line == "Please suggest a time that would suit. Nothing was sent."
    over = await will.press("decline_talk_time", day_1="2026-11-09", time_1="10:00")
    assert over.line == "That time is over already. Please choose a later one."
    assert [one.reply for one in await invited(sefton)] == ["waiting"]


async def test_cancelling_tells_everybody_and_ends_the_duty(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    assert "note_talk" in [duty.kind for duty in await sefton.duties("ada")]
    cancelled = await ada.press("cancel_talk")
    assert "The booking is cancelled" in cancelled.line
    assert "has cancelled this talk" in sefton.chat("will").words("talk_invitation")
    assert "The talk is on" not in sefton.chat("will").words("audit_notice")
    assert "note_talk" not in [duty.kind for duty in await sefton.duties("ada")]


async def test_a_time_that_the_worker_suggested_books_the_talk_when_it_is_taken(
    sefton: Town,
) -> None:
    await sefton.audit("C-24113", auditor="ada", talked=False)
    will, ada = sefton.chat("will"), sefton.chat("ada")
    await will.press("suggest_times", day_1="2026-12-09", time_1="10:00")
    await ada.press("take_first_time")
    booked = await talk(sefton)
    assert (booked.state, booked.minutes) == (TalkState.BOOKED, 60)
    assert [one.reply for one in await invited(sefton)] == ["suits"]
    assert "talk_invitation" not in will.kinds


async def test_the_note_is_kept_by_prompt_with_who_took_part(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    sefton.later(days=8)
    done = await ada.press("note_talk", note_1="It came in time", note_more="More help wanted")
    assert done.line == "Noted: the talk was held on Tuesday 8 December."
    noted = await talk(sefton)
    assert noted.notes == {"1": "It came in time", "more": "More help wanted"}
    assert noted.took_part == ("ada", "will")
    assert "It came in time" in ada.words("talk")
    assert "This talk is over" in sefton.chat("will").words("talk_invitation")
    assert "note_talk" not in [duty.kind for duty in await sefton.duties("ada")]


async def test_a_note_needs_a_line_and_a_day_that_has_come(sefton: Town) -> None:
    ada = await opened(sefton)
    empty = await ada.press("note_talk")
    assert empty.line == "Please note a line of what you talked about. Nothing was kept."
    early = await ada.press("note_talk", note_1="Later", held_on="2026-12-24")
    assert "That day has not come yet" in early.line
    assert (await talk(sefton)).state is TalkState.OPEN


async def test_a_talk_that_was_not_held_has_a_reason(sefton: Town) -> None:
    ada = await opened(sefton)
    assert "Please choose why" in (await ada.press("talk_not_held", reason="")).line
    assert "in your words" in (await ada.press("talk_not_held", reason="other")).line
    kept = await ada.press("talk_not_held", reason="worker_away", words="Away until January")
    assert kept.line.startswith("Kept: The worker is away or has left.")
    missed = await talk(sefton)
    assert (missed.state, missed.reason) == (TalkState.NOT_HELD, "worker_away")
    assert "Away until January" in ada.words("talk")


async def test_everything_can_be_typed(sefton: Town) -> None:
    ada = await opened(sefton)
    short = await ada.says("book: 8 December 14:00 for 45 minutes")
    assert "at least 60 minutes" in short.line
    booked = await ada.says("book: 8 December 14:00 for an hour")
    assert booked.line.startswith("You talk on Tuesday 8 December at 14:00 for 60 minutes.")
    will = sefton.chat("will")
    declined = await will.says("does not suit: 9 December 10:00")
    assert "passed your times on" in declined.line
    await ada.says("talk 1")
    sefton.later(days=9)
    noted = await ada.says("note: It came in time")
    assert noted.line.startswith("Noted: the talk was held on Tuesday 8 December.")
    assert (await talk(sefton)).notes == {"more": "It came in time"}
    await ada.says("talk 1")
    missed = await ada.says("not held 3")
    assert missed.line.startswith("Kept: No time could be found.")
    assert (await talk(sefton)).reason == "no_time"


async def test_nobody_else_books_notes_or_reads_it(sefton: Town) -> None:
    await opened(sefton)
    kept = await talk(sefton)
    for person in ("ivy", "cora", "theo", "will"):
        line = await sefton.chat(person).tampers(
            "book_talk", f"talk-{kept.id}", kept.version, **DAY, minutes="60"
        )
        assert line.startswith("This is not yours to do"), person
    (_, *others) = await sefton.read(lambda uow: uow.talks.of_audit(1))
    assert others
    assert await talk(sefton) == kept


async def test_an_invitation_is_only_the_invited_person_s(sefton: Town) -> None:
    ada = await opened(sefton)
    await books(ada)
    (one,) = await invited(sefton)
    line = await sefton.chat("wes").tampers("accept_talk_time", f"invitation-{one.id}", one.version)
    assert line.startswith("This is not yours to do")


async def test_a_record_without_a_worker_still_has_its_talk(sefton: Town) -> None:
    async with sefton.units() as uow:
        await uow.cases.put([replace(CASES["C-24113"], worker=None)])
        await uow.commit()
    ada = await opened(sefton)
    await books(ada)
    assert await invited(sefton) == []
    await ada.press("talk_not_held", reason="worker_away")
    assert (await talk(sefton)).settled
