"""The family's part of an audit: one entry a person, word for word, on a phone and by typing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from domain.voices.voice import VoiceState, Worry
from storage import tables
from tests.journeys.client import words
from tests.journeys.grading import grades, read, submits
from tests.journeys.person import Answer, Somebody
from tests.journeys.world import World

AREAS = 8
TYPICAL = 8
"""Presses for a typical piece: a parent by phone, three answers."""


@dataclass
class Thumb:
    """Counts what a thumb does: buttons, fields that are opened, choices that are pressed."""

    who: Somebody
    presses: int = 0
    done: list[str] = field(default_factory=list)

    async def presses_button(self, title: str, **inputs: str) -> Answer:
        """One press for the button; one for each input, two for a list that folds away."""
        _, button = self.who.button(title)
        styles = {str(one["id"]): one.get("style") for one in button.inputs}
        self.presses += 1 + sum(2 if styles[key] == "compact" else 1 for key in inputs)
        self.done.append(title)
        return await self.who.presses(title, anyway=False, **inputs)


async def family(world: World) -> None:
    """Ada audits C-24113 and stands at the family's part."""
    await world.everybody_installs()
    await world.opens_audit("C-24113", talked=False, auditor="ada")
    await world.ada.presses("Start now")
    await world.ada.says("family")


@pytest.mark.rows("SEF-05")
async def test_a_typical_piece_takes_at_most_eight_presses(sefton: World) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", talked=False, auditor="ada")
    await world.ada.presses("Start now")
    await grades(world.ada, AREAS)
    await submits(world.ada)

    thumb = Thumb(world.ada)
    await thumb.presses_button("The family's part")
    await thumb.presses_button("Write what they said", speaker="parent")
    three = {f"answer_{number}": f"They answered {number}" for number in (1, 2, 3)}
    kept = await thumb.presses_button("Keep", agreed="yes", **three)

    assert "They answered 3" in read(kept)
    assert thumb.presses <= TYPICAL, thumb.done
    (voice,) = await world.rows(tables.voices)
    assert (voice["how"], voice["state"]) == ("Phone", VoiceState.HEARD)


@pytest.mark.rows("SEF-05")
async def test_one_parent_declines_and_the_other_is_heard_with_an_interpreter(
    sefton: World,
) -> None:
    world = sefton
    await family(world)
    declined = read(
        await world.ada.presses(
            "Keep the reason", speaker="parent", reason="declined", tries="2", words="Rang"
        )
    )
    assert "Is there another parent or carer?" in declined
    await world.ada.presses("Write what they said", speaker="parent")
    kept = read(
        await world.ada.presses(
            "Keep",
            answer_1="Elle tient parole",
            agreed="yes",
            help="0",
            help_words="French",
            who="the father",
        )
    )
    assert "Interpreter line, French" in kept
    card = world.ada.card("The family of C-24113")
    assert "Heard: Parent (the father)" in card
    assert "Is there another parent" not in card
    first, second = await world.rows(tables.voices)
    assert (first["state"], first["reason"], first["tries"]) == (VoiceState.MISSED, "declined", 2)
    assert second["state"] == VoiceState.HEARD
    await world.ada.says("start")
    await grades(world.ada, AREAS)
    await submits(world.ada)
    summary = words(list(world.ada.chat.values())[-1])
    assert "the family's views" not in summary


@pytest.mark.rows("SEF-10")
async def test_a_worry_is_raised_now_with_the_record_in_the_form(sefton: World) -> None:
    world = sefton
    await family(world)
    await world.ada.presses("Write what they said", speaker="child")
    kept = await world.ada.presses(
        "Keep", answer_1="I am scared at home", agreed="yes", worry="now", worried="Scared"
    )
    assert "Raised at once" in read(kept)
    assert "What have you seen?" in world.ada.card("C-24113")
    (draft,) = await world.rows(tables.responses)
    assert (draft["case_ref"], draft["raised_by"]) == ("C-24113", "ada")
    (voice,) = await world.rows(tables.voices)
    assert voice["worry"] == Worry.RAISED
    assert "scared" not in str(await world.rows(tables.outbox)).casefold()
    await world.ada.says("give it up")
    assert "area 1" in (await world.ada.says("where am I")).casefold()


@pytest.mark.rows("SEF-05")
async def test_a_piece_can_be_typed_answer_by_answer(sefton: World) -> None:
    world = sefton
    await family(world)
    assert "word for word" in await world.ada.says("heard mother")
    await world.ada.says("She comes when she says she will")
    await world.ada.says("second: answer the phone")
    assert "Type they agreed, if they did" in await world.ada.says("third: we are calmer now")
    lacking = await world.ada.says("keep")
    assert "Please tick that they agreed to talk." in lacking
    await world.ada.says("they agreed")
    await world.ada.says("by in person")
    await world.ada.says("summary: content")
    assert "Kept, word for word." in await world.ada.says("keep")
    async with world.units(reading=True) as uow:
        voice = await uow.voices.get((await world.rows(tables.voices))[0]["id"])
    assert voice is not None
    assert [answer.words for answer in voice.answers] == [
        "She comes when she says she will",
        "answer the phone",
        "we are calmer now",
    ]
    assert (voice.agreed, voice.how, voice.summary) == (True, "In person", "content")


@pytest.mark.rows("SEF-05")
async def test_the_findings_have_the_child_first_and_only_for_those_who_are_told(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", auditor="ada")
    await world.ada.presses("Start now")
    await world.ada.says("family")
    for speaker, said in (("parent", "He rang us back"), ("child", "She plays with me")):
        await world.ada.presses("Write what they said", speaker=speaker)
        await world.ada.presses("Keep", answer_1=said, agreed="yes")
    assert "What is good about the people who help you?" in world.ada.card("She plays with me")
    await world.ada.says("start")
    await grades(world.ada, AREAS)
    assert "child and parent heard" in world.ada.card("Check your")
    await submits(world.ada)
    await world.passes(days=1)

    told = world.will.card("found")
    assert told.index("The child's own voice") < told.index("What the family and others said")
    assert told.index("She plays with me") < told.index("He rang us back")
    for stranger in (world.wes, world.tess):
        assert not [card for card in stranger.cards if "She plays with me" in card]
    assert "She plays with me" not in str(await world.everything())


@pytest.mark.rows("HER-05", "HER-06")
async def test_it_opens_with_the_family_s_consent_and_a_second_device_changes_nothing(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", talked=False, lead="tess", peer="ada")
    await world.ada.says("family")
    refused = await world.ada.says("heard mother")
    assert "This is locked" in refused
    await world.wes.presses("Send the answer", agreed="given", asked="Both parents, by phone")
    await world.ada.presses("Write what they said", speaker="young_person")
    await world.ada.presses("Keep", answer_1="I was asked what I want")
    assert "Heard: Young person" in world.ada.card("The family of C-23087")
    seen = [card for card in world.tess.cards if "I was asked what I want" in card]
    assert not seen
