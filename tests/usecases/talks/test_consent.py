"""The worker asks the family, is reminded, and the peer's step opens or ends (HER-05, HER-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.audit import AuditState
from domain.refs import Ref
from domain.talks.family import Agreed, Consent, FamilyEntry
from tests.cast import CASES, WES
from tests.chat import Chat
from tests.town import Town
from usecases.talks.chasing import chase_consents


async def opened(town: Town) -> Chat:
    """Ada is the peer for C-23087 of Wes; she has the family's part before her."""
    await town.audit("C-23087", lead="tess", peer="ada", talked=False)
    ada = town.chat("ada")
    await ada.press("accept_audit")
    await ada.says("talks")
    await ada.says("talk 3")
    return ada


async def consent(town: Town) -> Consent:
    found = await town.read(lambda uow: uow.families.consent_of(1))
    assert found is not None
    return found


async def family(town: Town) -> FamilyEntry:
    found = await town.read(lambda uow: uow.families.of_audit(1))
    assert found is not None
    return found


async def chases(town: Town) -> int:
    async with town.units() as uow:
        sent = await chase_consents(uow, town.council, town.now)
        await uow.commit()
    await town.deliver()
    return sent


async def test_the_worker_is_asked_at_allocation(herefordshire: Town) -> None:
    await opened(herefordshire)
    said = herefordshire.chat("wes").words("family_consent")
    assert "Ask the family of C-23087" in said
    assert "Ada Byrne would like to hear the family's views." in said
    assert [duty.kind for duty in await herefordshire.duties("wes")] == ["answer_consent"]


async def test_story_2_the_family_s_part_is_locked_until_the_worker_answers(
    herefordshire: Town,
) -> None:
    ada = await opened(herefordshire)
    assert "This is locked: Wes Tarn has not said yet" in ada.words("family_contact")
    entry = await family(herefordshire)
    for inputs in ({"heard": "The mother"}, {"reason": "declined"}):
        line = await ada.tampers("note_family", f"family-{entry.id}", entry.version, **inputs)
        assert line.startswith("This is locked until the worker has said"), inputs
    assert (await family(herefordshire)).heard is None


async def test_consent_opens_it_and_the_peer_is_told(herefordshire: Town) -> None:
    ada = await opened(herefordshire)
    wes = herefordshire.chat("wes")
    done = await wes.press("answer_consent", agreed="given", asked="Both parents, by phone")
    assert done.line == "Kept for C-23087: they agree. The auditor can see it."
    assert await herefordshire.duties("wes") == []
    said = ada.words("family_contact")
    assert "Both parents, by phone" in said
    assert "Who speaks?" in said
    await ada.press("begin_voice", speaker="parent")
    heard = await ada.press("finish_voice", answer_1="She listens to us")
    assert heard.line == "Kept, word for word."
    kept = await family(herefordshire)
    assert (kept.heard, kept.who) == (True, "Parent")


async def test_story_2_a_refusal_lets_the_peer_go_on_with_it(herefordshire: Town) -> None:
    ada = await opened(herefordshire)
    await herefordshire.chat("wes").says("refused: the mother")
    kept = await consent(herefordshire)
    assert (kept.agreed, kept.asked) == (Agreed.REFUSED, "the mother")
    assert "They do not want to be contacted" in ada.words("family_contact")
    entry = await family(herefordshire)
    line = await ada.tampers("note_family", f"family-{entry.id}", entry.version, heard="Anybody")
    assert line.startswith("The family has not agreed, so nobody can have heard them.")
    listed = await ada.sees("audit_talks", ada.cards[0].about)
    assert "They do not want to be contacted" in str(listed)


async def test_a_family_that_does_not_want_it_is_not_offered_to_be_heard(
    herefordshire: Town,
) -> None:
    ada = await opened(herefordshire)
    await herefordshire.chat("wes").says("refused: the mother")
    await ada.press("note_family", reason="declined")
    assert "Not heard" in ada.words("family_contact")
    assert "Who speaks?" not in ada.words("family_contact")


async def test_an_answer_needs_who_was_asked_and_a_day_that_has_come(herefordshire: Town) -> None:
    await opened(herefordshire)
    wes = herefordshire.chat("wes")
    nothing = await wes.press("answer_consent")
    assert nothing.line == "Please choose what the family said. Nothing was kept."
    nobody = await wes.press("answer_consent", agreed="refused")
    assert nobody.line.startswith("Please say who you asked as well")
    early = await wes.press(
        "answer_consent", agreed="refused", asked="Both", answered_on="2027-01-01"
    )
    assert "has not come yet" in early.line
    assert (await consent(herefordshire)).agreed is Agreed.WAITING


async def test_the_worker_may_change_the_answer(herefordshire: Town) -> None:
    ada = await opened(herefordshire)
    wes = herefordshire.chat("wes")
    await wes.says("refused: the mother")
    await wes.press("answer_consent", agreed="given", asked="The mother, who rang back")
    assert (await consent(herefordshire)).agreed is Agreed.GIVEN
    assert "Who speaks?" in ada.words("family_contact")


async def test_reminders_go_out_on_the_third_and_the_seventh_day_and_no_more(
    herefordshire: Town,
) -> None:
    ada = await opened(herefordshire)
    wes = herefordshire.chat("wes")
    herefordshire.later(days=2, hours=23)
    assert await chases(herefordshire) == 0
    herefordshire.later(hours=1)
    assert await chases(herefordshire) == 1
    assert await chases(herefordshire) == 0
    assert wes.kinds.count("family_consent") == 2
    assert "Reminder 1" in wes.words("family_consent")
    assert "This is locked" in ada.words("family_contact")
    herefordshire.later(days=4)
    assert await chases(herefordshire) == 1
    herefordshire.later(days=30)
    assert await chases(herefordshire) == 0
    assert wes.kinds.count("family_consent") == 3


async def test_after_the_second_reminder_the_peer_says_why_and_goes_on(
    herefordshire: Town,
) -> None:
    ada = await opened(herefordshire)
    await herefordshire.chat("wes").says("no reply: both parents, by phone")
    herefordshire.later(days=8)
    assert await chases(herefordshire) == 1
    assert (await consent(herefordshire)).chased == 2
    assert "the reminders are over" in ada.words("family_contact")
    kept = await ada.press("note_family", reason="no_reply", words="Rang twice")
    assert kept.line == "Kept: why nobody was heard."
    assert "Could not be reached" in ada.words("family_contact")


async def test_an_answer_ends_the_reminders(herefordshire: Town) -> None:
    await opened(herefordshire)
    await herefordshire.chat("wes").says("not appropriate: the funeral is this week")
    herefordshire.later(days=8)
    assert await chases(herefordshire) == 0


async def test_without_a_worker_nobody_is_asked_and_a_reason_will_do(herefordshire: Town) -> None:
    async with herefordshire.units() as uow:
        await uow.people.put([replace(WES, left_on=date(2026, 11, 1))])
        await uow.cases.put([CASES["C-23087"]])
        await uow.commit()
    ada = await opened(herefordshire)
    assert (await consent(herefordshire)).worker is None
    assert "say why" in ada.words("family_contact").casefold()
    await ada.says("not heard not right to ask now")
    assert (await family(herefordshire)).reason == "not_appropriate"


async def test_only_the_worker_answers_for_the_family(herefordshire: Town) -> None:
    await opened(herefordshire)
    kept = await consent(herefordshire)
    for person in ("ada", "tess", "wanda", "cora"):
        line = await herefordshire.chat(person).tampers(
            "answer_consent", f"consent-{kept.id}", kept.version, agreed="given", asked="All"
        )
        assert line.startswith("This is not yours to do"), person


async def test_where_the_auditor_asks_disagreement_is_no_hearing(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada", talked=False)
    ada = sefton.chat("ada")
    await ada.press("accept_audit")
    await ada.says("talks")
    await ada.says("talk 3")
    nothing = await ada.press("note_family")
    assert nothing.line.startswith("Please choose why nobody was heard, or write down")
    unknown = await ada.press("note_family", reason="made_up")
    assert unknown.line == nothing.line
    assert "Who speaks?" in ada.words("family_contact")
    await ada.press("begin_voice", speaker="child")
    assert "They agreed to talk when I asked" in ada.words("voice_form")
    refused = await ada.press("finish_voice", answer_1="She is kind", agreed="no")
    assert refused.line.startswith("Please tick that they agreed to talk.")
    assert (await family(sefton)).heard is None
    await ada.press("finish_voice", answer_1="She is kind", agreed="yes")
    assert (await family(sefton)).who == "Child"


async def test_a_sentence_is_never_taken_for_consent(herefordshire: Town) -> None:
    await opened(herefordshire)
    wes = herefordshire.chat("wes")
    for text in ("the mother said she would think about it", "1", "3", "good morning to you"):
        await wes.says(text)
    assert (await consent(herefordshire)).agreed is Agreed.WAITING


async def test_the_notice_below_it_can_still_be_answered_by_typing(herefordshire: Town) -> None:
    await opened(herefordshire)
    seen = await herefordshire.chat("wes").says("seen")
    assert seen.line.startswith("Thank you. I have noted")


async def test_what_waits_is_in_the_worker_s_list_until_the_audit_is_over(
    herefordshire: Town,
) -> None:
    await opened(herefordshire)
    wes = herefordshire.chat("wes")
    await wes.says("my work")
    assert "Ask the family of C-23087" in str(await wes.sees("my_work", Ref("person", "wes")))
    async with herefordshire.units() as uow:
        audit = await uow.audits.get(1)
        assert audit is not None
        await uow.audits.set_state(audit, AuditState.CANCELLED)
        await uow.commit()
    assert "Ask the family" not in str(await wes.sees("my_work", Ref("person", "wes")))
    line = await wes.press("answer_consent", agreed="given", asked="Both parents")
    assert line.line.startswith("This audit was cancelled, so nothing was changed.")
    herefordshire.later(days=8)
    assert await chases(herefordshire) == 0
