"""Those who are told of an audit: seen, times for the talk, something to know first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.audits.notice import Notice
from tests.town import Town


async def told(town: Town) -> None:
    await town.audit("C-23087", lead="tess", peer="ada")


async def notice(town: Town) -> Notice:
    found = await town.read(lambda uow: uow.notices.get(1))
    assert found is not None
    return found


async def test_the_worker_hears_who_audits_what_and_until_when(herefordshire: Town) -> None:
    await told(herefordshire)
    said = herefordshire.chat("wes").words("audit_notice")
    for part in ("C-23087 will be audited", "Tess Marlow", "Ada Byrne", "22 December"):
        assert part in said


async def test_seen_is_noted_the_first_time(herefordshire: Town) -> None:
    await told(herefordshire)
    wes = herefordshire.chat("wes")
    outcome = await wes.press("acknowledge_notice")
    assert outcome.line == "Thank you. I have noted that you know of the audit of C-23087."
    first = herefordshire.now
    herefordshire.later(hours=2)
    assert (await notice(herefordshire)).seen_at == first
    assert (await herefordshire.trail("notice", 1))[-1].action == "acknowledge_notice"


async def test_nobody_else_can_say_that_they_saw_it(herefordshire: Town) -> None:
    await told(herefordshire)
    card = herefordshire.chat("wes").card("audit_notice")
    for name in ("wanda", "tess", "cora"):
        outcome = await herefordshire.chat(name).press("acknowledge_notice", on=card)
        assert outcome.line == "This is not yours to do, so nothing was changed."
        assert outcome.card is None
    assert (await notice(herefordshire)).seen_at is None


@pytest.mark.rows("HER-05")
async def test_the_worker_is_asked_to_ring_the_family_for_the_peer_alone(
    herefordshire: Town,
) -> None:
    await told(herefordshire)
    said = herefordshire.chat("wes").words("audit_notice")
    assert "Please ask the family now whether Ada may contact them." in said
    assert "You and Ada go through the record together, when it suits you." in said
    assert "Ada takes the first that suits." in said
    assert "Ada Byrne would like to hear the family's views" in herefordshire.chat("wes").words(
        "family_consent"
    )


async def test_a_seat_that_nobody_holds_is_named_by_its_part(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer=None)
    said = herefordshire.chat("wes").words("audit_notice")
    assert "Please ask the family now whether the peer auditor may contact them." in said


async def test_times_go_to_whoever_talks_with_the_worker_in_london_time(
    herefordshire: Town,
) -> None:
    await told(herefordshire)
    outcome = await herefordshire.chat("wes").press(
        "suggest_times", day_1="2026-12-08", time_1="14:00", day_2="2027-06-08", time_2="09:30"
    )
    assert outcome.line == "I have passed your times on. You will hear which one suits."
    assert (await notice(herefordshire)).times == (
        datetime(2026, 12, 8, 14, 0, tzinfo=UTC),
        datetime(2027, 6, 8, 8, 30, tzinfo=UTC),
    )
    said = herefordshire.chat("ada").words("times_suggested")
    for part in ("Wes Tarn", "14:00", "09:30"):
        assert part in said
    assert "times_suggested" not in herefordshire.chat("tess").kinds


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({}, "Please choose a day and a time. Nothing was sent."),
        ({"day_1": "2026-12-08"}, "Please choose both a day and a time. Nothing was sent."),
        ({"time_1": "14:00"}, "Please choose both a day and a time. Nothing was sent."),
        (
            {"day_1": "2026-12-08", "time_1": "14:00", "day_2": "2026-12-09"},
            "Please choose both a day and a time. Nothing was sent.",
        ),
        (
            {"day_1": "2026-11-30", "time_1": "14:00"},
            "That time is over already. Please choose a later one.",
        ),
        (
            {"day_1": "8 Dec", "time_1": "2pm"},
            "Please choose both a day and a time. Nothing was sent.",
        ),
    ],
)
async def test_half_a_choice_and_the_past_are_refused(
    herefordshire: Town, inputs: dict[str, str], said: str
) -> None:
    await told(herefordshire)
    outcome = await herefordshire.chat("wes").press("suggest_times", on=None, **inputs)
    assert not outcome.done
    assert outcome.line == said
    assert (await notice(herefordshire)).times == ()
    assert "times_suggested" not in herefordshire.chat("ada").kinds


async def test_only_the_worker_suggests_times(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada")
    theo = next(posted for posted in sefton.chat("theo").cards if posted.kind == "audit_notice")
    line = await sefton.chat("theo").tampers(
        "suggest_times", str(theo.about), 1, day_1="2026-12-08", time_1="14:00"
    )
    assert line.startswith("This is not yours to do")


async def suggested(town: Town) -> None:
    await told(town)
    await town.chat("wes").press(
        "suggest_times", day_1="2026-12-08", time_1="14:00", day_2="2026-12-10", time_2="09:30"
    )


@pytest.mark.parametrize(
    ("verb", "when"),
    [
        ("take_first_time", "14:00 on Tuesday 8 December"),
        ("take_second_time", "09:30 on Thursday 10 December"),
    ],
)
async def test_an_auditor_takes_one_time_and_the_worker_sees_it(
    herefordshire: Town, verb: str, when: str
) -> None:
    await suggested(herefordshire)
    outcome = await herefordshire.chat("ada").press(verb)
    assert outcome.line == f"You talk at {when}. The worker can see it."
    assert when.split(" ", maxsplit=1)[0] in herefordshire.chat("wes").words("audit_notice")
    assert (await herefordshire.trail("notice", 1))[-1].action == verb


async def test_a_time_that_is_over_is_not_taken(herefordshire: Town) -> None:
    await suggested(herefordshire)
    herefordshire.later(days=8)
    outcome = await herefordshire.chat("ada").press("take_first_time")
    assert outcome.line.startswith("That time is over already.")
    assert (await notice(herefordshire)).agreed is None


async def test_a_time_that_is_not_on_offer_is_not_taken(herefordshire: Town) -> None:
    await told(herefordshire)
    line = await herefordshire.chat("ada").tampers("take_second_time", "notice-1", 1)
    assert line == "That time is not on offer any more. Nothing was changed."


async def test_whoever_has_no_part_in_the_talk_takes_no_time(herefordshire: Town) -> None:
    await suggested(herefordshire)
    await herefordshire.chat("wes").press("inform_auditor", note="Mum reads best in the evening")
    tess = herefordshire.chat("tess")
    said = tess.words("times_suggested")
    assert "Mum reads best" in said
    assert "14:00" not in said
    found = await notice(herefordshire)
    line = await tess.tampers("take_first_time", "notice-1", found.version)
    assert line == "The worker suggested times to somebody else. Nothing was changed."
    assert (await notice(herefordshire)).agreed is None


async def test_a_press_on_an_older_card_changes_no_time_that_was_taken(herefordshire: Town) -> None:
    await suggested(herefordshire)
    ada = herefordshire.chat("ada")
    older = ada.card("times_suggested")
    await ada.press("take_first_time")
    outcome = await ada.press("take_second_time", on=older)
    assert outcome.line == "That was already done."
    found = await notice(herefordshire)
    assert found.agreed == datetime(2026, 12, 8, 14, 0, tzinfo=UTC)


async def test_something_to_know_goes_word_for_word(herefordshire: Town) -> None:
    await told(herefordshire)
    outcome = await herefordshire.chat("wes").press(
        "inform_auditor", note="Mum reads best in the evening"
    )
    assert outcome.line == "I have passed it on word for word."
    for name in ("tess", "ada"):
        said = herefordshire.chat(name).words("times_suggested")
        assert "Mum reads best in the evening" in said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("", "Please write a line first. Nothing was sent."),
        ("🙏", "I can keep words only, and your note has none."),
        ("x" * 501, "501 characters and this box takes 500"),
    ],
)
async def test_a_line_that_says_nothing_is_refused(
    herefordshire: Town, note: str, said: str
) -> None:
    await told(herefordshire)
    outcome = await herefordshire.chat("wes").press("inform_auditor", note=note)
    assert said in outcome.line
    assert (await notice(herefordshire)).note == ""
