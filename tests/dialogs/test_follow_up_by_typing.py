"""Typing on what follows from a final grade."""

from __future__ import annotations

from domain.follow_up.step import StepKind, StepState
from tests.chat import Chat
from tests.town import Town
from tests.usecases.follow_up.finals import QUINN, audited, becomes_final, only, ticks


async def inadequate(town: Town) -> int:
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(town, audit, "inadequate")
    return audit


async def opened(chat: Chat, kind: str) -> None:
    """A line of the work list is opened, so that typed words go to its card."""
    kinds = [duty.kind for duty in await chat.town.duties(chat.id)]
    await chat.says("my work")
    await chat.says(f"open {1 + kinds.index(kind)}")


async def test_a_comment_can_be_typed(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    hal = herefordshire.chat("hal")
    await opened(hal, "comment_alert")
    reply = await hal.says("comment: I meet the team on Monday")
    assert "Your comment on C-23087 is kept." in reply.line
    step = await only(herefordshire, audit, StepKind.ALERT)
    assert [said.words for said in step.replies] == ["I meet the team on Monday"]


async def test_other_words_are_no_comment(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    hal = herefordshire.chat("hal")
    await opened(hal, "comment_alert")
    await hal.says("yes")
    assert (await only(herefordshire, audit, StepKind.ALERT)).replies == ()


async def test_a_review_is_written_returned_and_signed_off_by_typing(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    tess, hal = herefordshire.chat("tess"), herefordshire.chat("hal")
    await opened(tess, "write_follow_up")
    assert "waits for the sign-off" in (await tess.says("answer: two of three are done")).line
    await opened(hal, "sign_follow_up")
    assert "Returned." in (await hal.says("return: the third has no date")).line
    await opened(tess, "write_follow_up")
    await tess.says("answer: the third is due on Monday")
    await opened(hal, "sign_follow_up")
    assert "signed off" in (await hal.says("sign off")).line
    step = await only(herefordshire, audit, StepKind.REVIEW)
    assert (step.state, step.round) == (StepState.DONE, 2)


async def test_a_talk_is_confirmed_by_a_word(sefton: Town) -> None:
    audit = await audited(sefton, "C-24120", "requires_improvement")
    sefton.later(days=14)
    await ticks(sefton)
    assert "It is noted for C-24120." in (await sefton.chat("will").says("confirm")).line
    assert "It is noted" in (await sefton.chat("theo").says("note: she shadows a visit")).line
    step = await only(sefton, audit, StepKind.CONFIRM)
    assert step.state is StepState.DONE
    assert step.replies[1].words == "she shadows a visit"


async def test_several_questions_are_answered_on_the_card(sefton: Town) -> None:
    await sefton.hires(QUINN)
    audit = await audited(sefton, "C-23087", "good")
    quinn = sefton.chat("quinn")
    await opened(quinn, "write_follow_up")
    reply = await quinn.says("answer: patience")
    assert "answer on the card" in reply.line
    assert (await only(sefton, audit, StepKind.SUMMARY)).replies == ()
