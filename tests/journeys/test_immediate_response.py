"""Story 8, and everything around it: raised, told at once, chased up the line, answered, closed."""

from __future__ import annotations

from datetime import date

import pytest

from storage import tables
from tests.journeys.client import inputs_of
from tests.journeys.responses import (
    ASHA,
    FACTS,
    answers,
    raises,
    sefton_at_work,
    sends,
    urgent_posts,
)
from tests.journeys.world import World, at

STORY = "A child may be unsafe"
GAP = "No supervision: C-24113"


@pytest.mark.rows("SEF-07", "SEF-08")
async def test_story_8_a_gap_of_exactly_six_months_opens_one_and_at_24_hours_it_goes_up(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world, last_supervision=date(2025, 5, 24))
    said = "Supervision was last recorded on 24 May 2025: 6 months or more ago."
    assert said in world.ada.card("Grade")
    await world.ada.presses("Raise the gap", grade="good", evidence="Half of what I saw")
    place, _ = world.ada.button("Next")
    assert inputs_of(world.ada.chat[place])["evidence"] == "Half of what I saw"
    await sends(world.ada, "immediate_responses.supervision_gap")

    card = world.sam.card(GAP)
    assert "24 h 0 min left" in card
    assert FACTS in card
    assert FACTS in world.theo.card(GAP)
    others = (world.wes, world.tess, world.will, world.cora, world.hal, world.mo)
    assert not [o.name for o in others for card in o.cards if FACTS in card]

    await world.sam.presses("I have it")
    await world.passes(hours=23, minutes=59)
    asha = world.plays(ASHA)
    assert not [c for c in asha.cards if GAP in c]
    await world.passes(minutes=2)
    assert "Overdue" in asha.card(GAP)
    assert "Overdue" in world.cora.card(GAP)
    await answers(world.sam, gap=True)
    assert "Today at 16:20" in world.ada.card("IR-1 is answered")


@pytest.mark.rows("SEF-08")
async def test_story_8_a_worry_about_safety_goes_up_on_the_same_day(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    world.clock.moves_to(at("2025-11-24 15:14"))
    await raises(world)
    assert "8 h 45 min left" in world.sam.card(STORY)
    await world.sam.presses("I have it")
    await world.passes(hours=8, minutes=44)
    assert not [c for c in world.plays(ASHA).cards if STORY in c]
    await world.passes(minutes=2)
    assert "late" in world.plays(ASHA).card(STORY)
    assert "Overdue" in world.sam.card(STORY)


async def test_a_press_anywhere_keeps_what_was_typed_and_the_audit_waits(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.ada.presses("Child may be unsafe", grade="good", evidence="Half of what I saw")
    await world.ada.says(f"facts: {FACTS}")
    await world.ada.says("1")
    line = await world.ada.says("send")
    assert "IR-1 is on its way to Sam Field" in line
    assert "Follow your safeguarding procedure as well" in line
    assert FACTS in world.sam.card(STORY)
    assert "area 1 of 8" in await world.ada.says("where am I")
    areas = await world.rows(tables.area_entries)
    assert [row["grade"] for row in areas] == ["good"]


@pytest.mark.rows("SEF-07")
async def test_anybody_on_the_record_raises_by_typing_and_a_stranger_cannot(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.wes.says("raise C-24113")
    said = await sends(world.wes)
    assert "nobody was told" in said.text
    assert not [c for c in world.sam.cards if STORY in c]
    await world.ivy.says("raise C-24113")
    await sends(world.ivy)
    assert FACTS in world.sam.card(STORY)


@pytest.mark.rows("SEF-10")
async def test_an_urgent_worry_of_the_family_goes_up_at_once(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world, "immediate_responses.family_worry")
    for told in (world.sam, world.theo):
        assert "An urgent worry that the family voiced" in told.card(STORY)


async def test_the_ladder_repeats_at_15_and_60_minutes_and_then_climbs(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    assert urgent_posts(world, "aad-sam") == 1
    await world.passes(minutes=14)
    assert urgent_posts(world, "aad-sam") == 1
    await world.passes(minutes=1)
    assert urgent_posts(world, "aad-sam") == 2
    await world.passes(minutes=45)
    assert (urgent_posts(world, "aad-sam"), urgent_posts(world, "aad-hal")) == (3, 0)
    await world.passes(minutes=60)
    assert (urgent_posts(world, "aad-sam"), urgent_posts(world, "aad-hal")) == (4, 1)
    await world.passes(minutes=60)
    assert urgent_posts(world, "aad-asha") == 1
    assert "Hal Grove was told, one level up" in world.sam.card(STORY)
    await world.hal.presses("I have it")
    before = urgent_posts(world, "aad-sam")
    await world.passes(hours=1)
    assert urgent_posts(world, "aad-sam") == before


async def test_acknowledged_at_minute_14_stops_the_ladder(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    await world.passes(minutes=14)
    assert "You have IR-1" in await world.sam.says("I have it")
    await world.passes(minutes=1)
    await world.passes(minutes=46)
    assert urgent_posts(world, "aad-sam") == 1
    assert urgent_posts(world, "aad-hal") == 0
    await world.passes(hours=12, minutes=59)  # 21:59 at night: two hours before its time is over
    assert urgent_posts(world, "aad-sam") == 2


async def test_a_service_manager_whom_teams_cannot_reach_does_not_hold_it_up(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.sam.removes_the_app()
    await raises(world)
    assert FACTS in world.hal.card(STORY)
    assert "I have it" in world.hal.card(STORY)
    await world.sam.installs()
    assert FACTS in world.sam.card(STORY)


async def test_one_who_blocks_the_bot_in_that_moment_is_passed_over_at_the_next_tick(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    chat = {"conversation_id": world.teams.activities.chat_of("aad-sam")}
    world.teams.fail_next(403, code="MessageWritesBlocked", **chat)
    await raises(world)
    assert urgent_posts(world, "aad-hal") == 0
    await world.passes(seconds=10)
    assert FACTS in world.hal.card(STORY)


async def test_the_cover_gets_it_while_the_service_manager_is_away(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.goes_away("sam", date(2025, 11, 20), date(2025, 11, 30), "tess")
    await raises(world)
    assert urgent_posts(world, "aad-sam") == 0
    assert "I have it" in world.tess.card(STORY)
    await world.tess.presses("I have it")
    await answers(world.tess)
    assert "Answered by Tess Marlow" in world.ada.card("is answered")


@pytest.mark.rows("SEF-08", "SEF-09")
async def test_it_is_answered_returned_answered_again_closed_and_talked_about(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    lacking = await world.sam.presses("Answer now")
    lacking = await world.sam.presses("Send answer", done="A visit.", anyway=True)
    assert "Please say whether the child is safe now" in lacking.text
    await answers(world.sam, wider="0,2")
    story = world.ada.card("IR-1 is answered")
    assert "Yes, seen today" in story
    assert "The worker's other work" in story
    assert "IR-1 is answered" in world.cora.card("IR-1 is answered")
    await world.ada.presses("Send it back", reason="Who else lives there?")
    back = world.sam.card("What is missing")
    assert "Who else lives there?" in back
    await answers(world.sam, done="Everybody in the house was seen.")
    await world.ada.presses("Close it")
    for person in (world.ada, world.sam, world.theo, world.cora):
        assert "Everybody in the house was seen." in person.card("IR-1 is closed")

    posts = urgent_posts(world, "aad-theo")
    await world.passes(days=14, hours=2)
    assert urgent_posts(world, "aad-theo") == posts + 1
    await world.theo.presses("We talked about it")
    assert "talked about it in supervision" in world.theo.card("IR-1 is closed")
    posts = urgent_posts(world, "aad-theo")
    await world.passes(days=40)
    assert urgent_posts(world, "aad-theo") == posts


async def test_a_lost_reply_from_teams_sends_it_again_and_says_that_it_is_a_repeat(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    chat = {"conversation_id": world.teams.activities.chat_of("aad-sam")}
    world.teams.lose_reply_to_next(**chat)
    await raises(world)
    await world.passes(minutes=2)
    assert urgent_posts(world, "aad-sam") == 2
    assert world.sam.card("Sent again, as the first may not have come.")


async def test_a_restart_in_the_ladder_loses_no_step_and_repeats_none(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    await world.passes(minutes=15)
    await world.stops()
    world.clock.moves(minutes=110)
    await world.starts()
    await world.ticks()
    await world.ticks()
    assert (urgent_posts(world, "aad-sam"), urgent_posts(world, "aad-hal")) == (3, 1)
    steps = await world.rows(tables.response_steps)
    assert len({row["once"] for row in steps}) == len(steps)


async def test_a_strangers_press_says_nothing_of_it(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    before = await world.everything()
    for verb in ("acknowledge_response", "open_response", "see_response"):
        pressed = await world.wes.sends_press(verb, {"id": "response-1", "version": 1})
        for word in (FACTS, "IR-1", "C-24113", "Sam"):
            assert word not in pressed.answer.text
    pressed = await world.wes.sends_press("close_response", {"id": "raised-1", "version": 1})
    assert "C-24113" not in pressed.answer.text
    assert await world.changes(before) == {}


async def test_facts_are_in_no_notification_outbox_or_trail(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    posts = [post for post in world.teams.posts_to("aad-sam") if post.card]
    assert not [p for p in posts if FACTS in str(p.activity.get("summary", ""))]
    for table in (tables.outbox, tables.trail, tables.duties, tables.deliveries):
        assert FACTS not in str(await world.rows(table))


async def test_teams_shows_the_card_and_the_ledger_says_opened(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    place = next(p for p, card in world.sam.chat.items() if "Immediate response" in str(card))
    refresh = world.sam.chat[place]["refresh"]["action"]
    assert refresh["verb"] == "see_response"
    activity = world.teams.activities.press("aad-sam", "see_response", refresh["data"])
    activity["value"]["trigger"] = "automatic"
    await world.sam.sends({**activity, "replyToId": place})
    assert "Sam Field opened it" in world.ada.card("IR-1")
