"""A voice in an audit: who may write it, what waits for it, what a worry does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import AuditState
from domain.voices.voice import Voice, VoiceState
from tests.chat import Chat
from tests.town import OPENS, Town


async def opened(town: Town) -> Chat:
    """Ada stands at the family's part of her audit."""
    await town.audit("C-24113", OPENS, talked=False, auditor="ada")
    ada = town.chat("ada")
    await ada.press("start_audit")
    await ada.says("family")
    return ada


async def voices(town: Town) -> list[Voice]:
    return await town.read(lambda uow: uow.voices.of_audit(1))


async def heard(ada: Chat, speaker: str, **inputs: str) -> str:
    await ada.press("begin_voice", speaker=speaker)
    said = {"answer_1": "We were told in time", "agreed": "yes"} | inputs
    done = await ada.press("finish_voice", on=None, **said)
    return done.line


@pytest.mark.rows("SEF-05")
async def test_an_adult_is_asked_and_the_parents_only_if_they_wish(sefton: Town) -> None:
    ada = await opened(sefton)
    assert "Contact the young adult" in ada.words("family_contact")
    assert (await heard(ada, "young_adult")).startswith("Kept")
    assert (await heard(ada, "parent")).startswith("A young adult is asked themselves")
    assert "The young adult wishes that they are asked" in ada.words("voice_form")
    done = await ada.press("finish_voice", answer_1="He manages", agreed="yes", wished="yes")
    assert done.line.startswith("Kept, word for word.")


async def test_one_person_who_was_not_heard_leaves_the_others_words(sefton: Town) -> None:
    ada = await opened(sefton)
    assert "Is there another parent or carer?" in await heard(ada, "parent")
    missed = await ada.press("note_family", speaker="carer", reason="no_reply", tries="3")
    assert missed.line == "Kept: why the carer was not heard."
    whole = await ada.press("note_family", speaker="", reason="no_reply")
    assert whole.line.startswith("Somebody was heard already, and their words stay.")
    entry = await sefton.read(lambda uow: uow.families.of_audit(1))
    assert entry is not None
    assert (entry.heard, entry.who) == (True, "Parent")


async def test_without_a_speaker_or_a_council_s_reason_nothing_is_kept(sefton: Town) -> None:
    ada = await opened(sefton)
    assert (await ada.press("begin_voice")).line.startswith("Please choose who speaks.")
    odd = await ada.press("note_family", speaker="parent", reason="rain")
    assert odd.line.startswith("Please choose why they were not heard.")
    many = await ada.press("note_family", speaker="parent", reason="no_reply", tries="99")
    assert many.line.startswith("How often did you try?")
    assert await voices(sefton) == []


async def test_only_whoever_hears_the_family_writes_or_reads_it(sefton: Town) -> None:
    ada = await opened(sefton)
    await heard(ada, "child")
    (voice,) = await voices(sefton)
    for stranger in ("wes", "tess", "ivy"):
        chat = sefton.chat(stranger)
        assert await chat.tampers("open_voice", f"voice-{voice.id}", voice.version)
        seen = await chat.sees("voice_form", ada.cards[-1].about)
        assert seen is None or "We were told" not in str(seen)


async def test_a_final_audit_takes_no_more_words(sefton: Town) -> None:
    ada = await opened(sefton)
    await heard(ada, "parent")
    async with sefton.units() as uow:
        audit = await uow.audits.get(1)
        assert audit is not None
        await uow.audits.set_state(audit, AuditState.FINAL)
        await uow.commit()
    (voice,) = await voices(sefton)
    line = await ada.tampers("finish_voice", f"voice-{voice.id}", voice.version, answer_1="More")
    assert line.startswith("This audit is over, so nothing was changed.")


@pytest.mark.rows("SEF-10")
async def test_a_worry_that_can_wait_opens_no_form(sefton: Town) -> None:
    ada = await opened(sefton)
    await heard(ada, "child", worry="left", worried="The move")
    assert "response_form" not in ada.kinds
    assert "Left in the audit" in ada.words("voice_form")
    await heard(ada, "parent", worry="now")
    assert ada.kinds.count("response_form") == 1


async def test_the_unsafe_button_keeps_what_was_typed_into_the_form(sefton: Town) -> None:
    ada = await opened(sefton)
    await ada.press("begin_voice", speaker="child")
    done = await ada.press("raise_response", answer_1="I hid in the shed")
    assert done.done, done.line
    assert "response_form" in ada.kinds
    (voice,) = await voices(sefton)
    assert (voice.state, voice.said[0].words) == (VoiceState.DRAFT, "I hid in the shed")


async def test_the_same_person_is_carried_on_with_and_another_gets_a_form(sefton: Town) -> None:
    ada = await opened(sefton)
    await ada.press("begin_voice", speaker="child")
    await ada.press("keep_voice", answer_1="She plays with me", agreed="yes")
    await ada.press("begin_voice", speaker="child")
    await ada.press("begin_voice", speaker="carer")
    first, second = await voices(sefton)
    assert first.said[0].words == "She plays with me"
    assert second == replace(second, answers=(), state=VoiceState.DRAFT)
