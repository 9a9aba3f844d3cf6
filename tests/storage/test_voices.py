from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.faults import MovedOnFault
from domain.voices.voice import Answered, NewVoice, Speaker, Voice, VoiceState, Worry
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import NOW, committed_seat

ASKED = "What has helped?"
DAY = date(2026, 4, 14)


NEW = NewVoice(speaker=Speaker.PARENT, noted_by="ben", how="Phone")


async def heard(uow: SqlUnitOfWork, source: str) -> Voice:
    voice = await uow.voices.begin(replace(NEW, source=source), NOW)
    words = Answered(number=1, question=ASKED, words="He listens")
    kept = replace(voice, state=VoiceState.HEARD, said_on=DAY, answers=(words,))
    return await uow.voices.save(kept, NOW)


async def test_a_voice_comes_back_as_it_was_kept(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        voice = await uow.voices.begin(replace(NEW, audit_id=seat.audit_id, who="The mother"), NOW)
        assert (voice.version, voice.state) == (1, VoiceState.DRAFT)
        full = replace(
            voice,
            state=VoiceState.HEARD,
            answers=(Answered(number=1, question=ASKED, words="He listens"),),
            agreed=True,
            wished=False,
            rating=2,
            worry=Worry.LEFT,
            worried="The move",
            summary="Content",
            medium="Form 7",
            help="Interpreter",
            tries=2,
            tried="Rang",
            said_on=DAY,
        )
        saved = await uow.voices.save(full, NOW)
        assert saved == replace(full, version=2)
        assert await uow.voices.get(voice.id) == saved
        assert await uow.voices.of_audit(seat.audit_id) == [saved]
        with pytest.raises(MovedOnFault):
            await uow.voices.save(full, NOW)


@pytest.mark.rows("COL-32")
async def test_words_that_are_put_right_stand_beside_the_earlier_ones(
    units: SqlUnitsOfWork,
) -> None:
    await committed_seat(units)
    async with units() as uow:
        voice = await heard(uow, "child_voice")
        (first,) = voice.answers
        second = replace(first, words="He does listen", edition=2)
        again = await uow.voices.save(replace(voice, answers=(second,)), NOW + timedelta(days=1))
        assert await uow.voices.editions(voice.id) == [first, second]
        kept = await uow.voices.get(voice.id)
        assert kept is not None
        assert kept.answers == again.answers == (second,)


async def test_what_was_given_up_is_not_in_the_audit(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        new = replace(NEW, audit_id=seat.audit_id)
        one = await uow.voices.begin(new, NOW)
        two = await uow.voices.begin(replace(new, speaker=Speaker.CHILD), NOW)
        await uow.voices.save(replace(one, state=VoiceState.DROPPED), NOW)
        assert [voice.id for voice in await uow.voices.of_audit(seat.audit_id)] == [two.id]
        found = await uow.voices.of_audits([seat.audit_id, seat.audit_id + 1])
        assert {key: [v.id for v in each] for key, each in found.items()} == {
            seat.audit_id: [two.id]
        }
        assert [voice.id for voice in await uow.voices.drafts_of("ben")] == [two.id]
        assert await uow.voices.drafts_of("ada") == []


async def test_what_is_settled_is_found_by_its_way_and_its_day(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        kept = await heard(uow, "survey")
        await uow.voices.begin(replace(NEW, source="survey"), NOW)
        await heard(uow, "other")
        spring = (date(2026, 4, 1), date(2026, 4, 30))
        assert [v.id for v in await uow.voices.of_source("survey", *spring)] == [kept.id]
        assert await uow.voices.of_source("survey", date(2026, 5, 1), date(2027, 3, 31)) == []
        assert [v.id for v in await uow.voices.latest(["survey"], "ada", 5)] == [kept.id]
        assert len(await uow.voices.latest([], "ben", 5)) == 2
        assert len(await uow.voices.latest(["survey"], "ben", 1)) == 1
