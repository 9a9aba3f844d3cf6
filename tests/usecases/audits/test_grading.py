"""The grading form: next, save, back, skip, change; what is kept and what is refused."""

from __future__ import annotations

import pytest

from cards.card import Json
from cards.people.moved_on import MovedOn
from domain.audits.assessment import Assessment
from tests.cards.walk import find, words
from tests.chat import Chat
from tests.town import Town

LONG = "x" * 10_000


async def started(town: Town) -> Chat:
    """Ada has opened the form at area 1."""
    if town.council.framework.id == "sefton":
        await town.audit("C-24113", auditor="ada")
    else:
        await town.audit("C-23087", lead="tess", peer="ada")
    await town.chat("ada").press("start_audit")
    return town.chat("ada")


async def draft_of(ada: Chat) -> Assessment:
    form = next(posted for posted in ada.cards if posted.kind == "grading")
    found = await ada.town.read(lambda uow: uow.assessments.of_seat(form.about.number))
    assert found is not None
    return found


def value(card: Json, key: str) -> object:
    return find(card, "Input.", id=key).get("value")


async def test_next_saves_the_area_and_goes_on(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    outcome = await ada.press("finish_area", grade="good", evidence="Seen alone", strengths="Warm")
    assert outcome.line == "Draft saved at 09:00."
    draft = await draft_of(ada)
    area = draft.area(1)
    assert (area.grade, area.evidence, area.strengths) == ("good", "Seen alone", "Warm")
    assert draft.at_area == 2
    assert "Assessments" in ada.words("grading")


async def test_next_after_the_last_area_shows_the_summary(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    for _ in range(6):
        await ada.press("finish_area", grade="good", evidence="Seen")
    assert (await draft_of(ada)).at_area == 0
    assert "Overall: how well does the work on this record serve the child?" in ada.words("grading")


async def test_next_asks_for_the_grade_and_keeps_the_words(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    outcome = await ada.press("finish_area", evidence="Seen alone")
    assert outcome.line == (
        "Please choose one: Outstanding, Good, Requires improvement to be good or Inadequate. "
        "To come back to this area later, type skip."
    )
    draft = await draft_of(ada)
    assert (draft.at_area, draft.area(1).evidence) == (1, "Seen alone")
    assert outcome.line in ada.words("grading")


async def test_next_asks_for_evidence_and_keeps_the_grade(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    outcome = await ada.press("finish_area", grade="good")
    assert outcome.line.startswith("Still missing: evidence for area 1.")
    draft = await draft_of(ada)
    assert (draft.at_area, draft.area(1).grade) == (1, "good")


async def test_save_keeps_half_an_area_and_stays(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("save_area", evidence="Half a thought")
    draft = await draft_of(ada)
    assert (draft.at_area, draft.area(1).evidence) == (1, "Half a thought")


async def test_back_saves_and_goes_to_the_area_before(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("leave_area")  # the first area stays where it is
    await ada.press("finish_area", grade="good", evidence="Seen")
    await ada.press("leave_area", strengths="Clear writing")
    draft = await draft_of(ada)
    assert (draft.at_area, draft.area(2).strengths) == (1, "Clear writing")
    assert value(ada.card("grading"), "evidence") == "Seen"


async def test_the_summary_names_every_area_and_leads_back_to_it(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    for _ in range(6):
        await ada.press("finish_area", grade="good", evidence="Seen")
    await ada.press("change_area", overall="good", reason="Not finished yet")
    draft = await draft_of(ada)
    assert draft.at_area == 1
    assert (draft.overall, draft.reason) == ("good", "Not finished yet")


async def test_a_text_that_was_cleared_is_cleared(herefordshire: Town) -> None:
    """Teams does not send an empty input at all."""
    ada = await started(herefordshire)
    await ada.press("save_area", grade="good", evidence="Seen", strengths="Warm")
    await ada.press("save_area", strengths="")
    area = (await draft_of(ada)).area(1)
    assert (area.evidence, area.strengths) == ("Seen", "")


@pytest.mark.parametrize("key", ["evidence", "strengths", "develop", "look_back"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LONG, "has 10,000 characters and this box takes 2,000. Nothing was saved or cut"),
        ("😀 👍", "I can keep words only"),
    ],
)
async def test_a_text_that_cannot_be_kept_is_refused_whole(
    herefordshire: Town, key: str, text: str, said: str
) -> None:
    ada = await started(herefordshire)
    await ada.press("save_area", grade="good", evidence="Seen", look_back="Older")
    typed = {"grade": "inadequate", key: text}
    outcome = await ada.press("finish_area", on=None, **typed)
    assert not outcome.done
    assert said in outcome.line
    area = (await draft_of(ada)).area(1)
    assert (area.grade, area.evidence, area.strengths) == ("good", "Seen", "")


async def test_the_refusal_stands_over_its_input_and_gives_the_words_back(
    herefordshire: Town,
) -> None:
    ada = await started(herefordshire)
    await ada.press("save_area", grade="good", evidence="Seen", strengths="Warm")
    outcome = await ada.press("finish_area", strengths="", develop="🤷")
    card = ada.card("grading")
    ids = [node.get("id") or node.get("text") for node in card["body"]]
    assert ids[ids.index("develop") - 1] == outcome.line
    assert (value(card, "develop"), value(card, "evidence")) == ("🤷", "Seen")
    assert not value(card, "strengths"), "what was cleared comes back"


async def test_a_grade_outside_the_scale_is_refused(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    outcome = await ada.press("save_area", grade="excellent", evidence="Seen")
    assert outcome.line == (
        "Please choose one: Outstanding, Good, Requires improvement to be good, Inadequate."
    )
    assert not (await draft_of(ada)).area(1).begun


async def test_not_applicable_is_refused_where_the_framework_has_none(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    assert "Not applicable" not in ada.words("grading")
    outcome = await ada.press("save_area", grade="not_applicable")
    assert "Please choose one" in outcome.line
    assert (await draft_of(ada)).area(1).grade is None


async def test_not_applicable_needs_a_reason(sefton: Town) -> None:
    ada = await started(sefton)
    assert "Not applicable to this child" in ada.words("grading")
    outcome = await ada.press("finish_area", grade="not_applicable")
    assert "why area 1 is not applicable" in outcome.line
    await ada.press("finish_area", evidence="There is no plan yet")
    assert (await draft_of(ada)).at_area == 2


async def test_the_overall_grade_always_applies(sefton: Town) -> None:
    ada = await started(sefton)
    await ada.press("finish_area", grade="good", evidence="Seen")
    await ada.says("summary")
    outcome = await ada.press("submit_assessment", overall="not_applicable")
    assert outcome.line == (
        "Please choose one: Outstanding, Good, Requires improvement to be good, Inadequate."
    )
    assert (await draft_of(ada)).overall is None


@pytest.mark.parametrize("when", ["12/3/2026", "12 March 2026", "12th Mar 2026", "31.05.2026"])
async def test_evidence_from_before_the_window_needs_a_reason(sefton: Town, when: str) -> None:
    """SEF-06: six months back from 1 December is 1 June."""
    ada = await started(sefton)
    outcome = await ada.press("finish_area", grade="good", evidence=f"The visit of {when}")
    assert outcome.line == "Still missing: why you looked further back in area 1."
    assert "Why look back before 1 June 2026?" in ada.words("grading")
    await ada.press("finish_area", look_back="It explains the plan")
    draft = await draft_of(ada)
    assert (draft.at_area, draft.area(1).look_back) == (2, "It explains the plan")


async def test_evidence_from_inside_the_window_needs_none(sefton: Town) -> None:
    ada = await started(sefton)
    await ada.press("finish_area", grade="good", evidence="The visit of 1 June 2026")
    assert (await draft_of(ada)).at_area == 2


async def test_a_framework_without_a_window_asks_for_no_reason(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("finish_area", grade="good", evidence="The visit of 12 March 1999")
    assert (await draft_of(ada)).at_area == 2


async def test_a_draft_is_resumed_where_it_was_left(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("finish_area", grade="good", evidence="Seen")
    await ada.press("save_area", grade="inadequate", evidence="Not done")
    again = Town(herefordshire.units, herefordshire.council)  # the service after a restart
    await again.chat("ada").says("start")
    await again.deliver()
    card = again.chat("ada").card("grading")
    assert "Assessments" in words(card)
    assert (value(card, "grade"), value(card, "evidence")) == ("inadequate", "Not done")


async def test_an_older_card_changes_nothing_and_gives_the_words_back(herefordshire: Town) -> None:
    """Two devices: what the second one still shows is not what is kept."""
    ada = await started(herefordshire)
    older = ada.card("grading")
    await ada.press("save_area", grade="good", evidence="Typed on the phone")
    outcome = await ada.press("save_area", on=older, grade="inadequate", evidence="On the laptop")
    assert not outcome.done
    assert isinstance(outcome.card, MovedOn)
    said = words(outcome.card.render())
    assert "On the laptop" in said
    assert "You saved it" in said
    area = (await draft_of(ada)).area(1)
    assert (area.grade, area.evidence) == ("good", "Typed on the phone")


async def test_the_answer_to_an_older_card_leads_back_to_the_form(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    older = ada.card("grading")
    await ada.press("save_area", grade="good", evidence="Typed on the phone")
    outcome = await ada.press("save_area", on=older, evidence="On the laptop")
    assert outcome.card is not None
    again = await ada.press("open_audit", on=outcome.card.render())
    assert again.line == "Here it is again."
    assert value(ada.card("grading"), "evidence") == "Typed on the phone"


async def test_pressing_twice_shows_the_present_card(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    form = ada.card("grading")
    await ada.press("finish_area", on=form, grade="good", evidence="Seen in May")
    twice = await ada.press("finish_area", on=form, grade="good", evidence="Seen in May")
    assert twice.line == "That was already done."
    assert twice.card is not None
    assert "Assessments" in words(twice.card.render())
    assert (await draft_of(ada)).at_area == 2


async def test_words_typed_into_one_area_never_land_in_another(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    first = ada.card("grading")
    await ada.says("skip")
    await ada.says("skip")
    outcome = await ada.press("save_area", on=first, evidence=LONG)
    assert outcome.card is not None
    shown = outcome.card.render()
    assert "Quality of plans" in words(shown)
    assert not value(shown, "evidence")


@pytest.mark.parametrize("verb", ["finish_area", "save_area", "skip_area", "change_area"])
@pytest.mark.parametrize("number", [0, 7, 99])
async def test_an_area_that_there_is_not_is_refused(
    herefordshire: Town, verb: str, number: int
) -> None:
    ada = await started(herefordshire)
    draft = await draft_of(ada)
    line = await ada.tampers(verb, f"area-{draft.id}-{number}", 1, grade="good", evidence="Seen")
    assert line == f"There is no area {number}: this audit has areas 1 to 6."
    assert (await draft_of(ada)).areas == ()


async def test_what_did_not_change_is_not_saved_again(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("save_area", grade="good", evidence="Seen alone")
    await ada.press("finish_area")
    draft = await draft_of(ada)
    assert len(await herefordshire.trail("area", f"{draft.id}-1")) == 1


async def test_every_save_is_in_the_trail_without_a_word_of_it(herefordshire: Town) -> None:
    ada = await started(herefordshire)
    await ada.press("finish_area", grade="good", evidence="Seen alone")
    draft = await draft_of(ada)
    (entry,) = await herefordshire.trail("area", f"{draft.id}-1")
    assert (entry.action, entry.actor) == ("save_area", "ada")
    assert entry.details == {"version": draft.area(1).version}
