"""Actions are added from an audit, checked once, and go out when it is finished (SEF-11)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.actions.action import ActionState
from domain.refs import Ref
from tests.cards.walk import find
from tests.town import Town
from tests.usecases.actions.making import SEFTON, WHAT, begun, only, press, submits, with_draft

FORM, CARD, PLAN = "action_form", "action_assigned", "action_plan"


async def test_an_area_s_words_are_kept_before_the_form_comes(sefton: Town) -> None:
    await begun(sefton)
    ada = sefton.chat("ada")
    outcome = await ada.press("add_area_action", grade="good", evidence="The chronology stops.")
    assert "Here is the form" in outcome.line
    assert "The chronology stops." in ada.words("grading")
    assert "from area 1" in ada.words(FORM)
    assert "Friday 10 April" in ada.words(FORM)


async def test_nobody_gets_a_draft_before_the_audit_is_finished(sefton: Town) -> None:
    audit = await with_draft(sefton)
    draft = await only(sefton, audit)
    assert (draft.state, draft.area, draft.tag) == (ActionState.DRAFT, 1, "Assessment")
    assert CARD not in sefton.chat("will").kinds
    assert await sefton.chat("will").sees(CARD, draft.ref) is None
    assert await sefton.chat("theo").sees(PLAN, draft.ref) is None


@pytest.mark.rows("SEF-11")
async def test_a_finished_audit_sends_its_actions_to_everybody_concerned(sefton: Town) -> None:
    audit = await with_draft(sefton)
    await submits(sefton)
    action = await only(sefton, audit)
    assert (action.state, action.latest_on) == (ActionState.OPEN, date(2026, 4, 10))
    assert WHAT in sefton.chat("will").words(CARD)
    assert [duty.kind for duty in await sefton.duties("will")][-1:] == ["complete_action"]
    tray = sefton.chat("theo").words(PLAN)
    assert WHAT in tray
    assert "Case note" not in tray
    assert WHAT in sefton.chat("ivy").words(PLAN)  # the reviewing officer is copied in
    note = sefton.chat("ada").words(PLAN)
    assert f"1. {WHAT}. Owner: Will Heath. By 3 April 2026. Assessment." in note
    assert "I do not write in the case system" in note


async def test_the_auditor_ticks_that_the_note_is_in_the_case_system_once(sefton: Town) -> None:
    await with_draft(sefton)
    await submits(sefton)
    ada = sefton.chat("ada")
    before = ada.card(PLAN)
    assert (await ada.press("tick_case_note")).done
    assert "You said on Tuesday 10 March" in ada.words(PLAN)
    again = await ada.press("tick_case_note", on=before)
    assert not again.done
    assert "ticked already" in again.line


async def test_a_vague_line_is_asked_about_once_and_then_kept(sefton: Town) -> None:
    audit = await begun(sefton)
    ada = sefton.chat("ada")
    await ada.press("add_area_action")
    asked = await press(ada, "keep_action", SEFTON, what="Monitor the plan closely")
    assert "in place of “monitor”" in asked.notice
    assert await sefton.read(lambda uow: uow.actions.of_audit(audit)) == []
    assert "Monitor the plan closely" in ada.words(FORM)
    await ada.press("keep_action_anyway")
    assert (await only(sefton, audit)).what == "Monitor the plan closely"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"what": ""}, "what is to be done"),
        ({"owner": ""}, "whose it is"),
        ({"owner": "cora"}, "whose it is"),
        ({"name": "Nobody Known"}, "I know nobody called Nobody Known"),
        ({"name": "W"}, "Do you mean Mo Winter, Wanda Moor, Wes Tarn or Will Heath?"),
        ({"due": ""}, "by when"),
        ({"due": "soon"}, "I cannot read that day"),
        ({"due": "2026-03-09"}, "Monday 9 March has passed"),
        ({"due": "2026-04-11"}, "The last day allowed is Friday 10 April 2026."),
        ({"tag": ""}, "Safeguarding, Management oversight, Assessment or Planning"),
        ({"what": "Hold a meeting " * 40}, "500 characters"),
    ],
)
@pytest.mark.rows("SEF-11", "SEF-13")
async def test_what_cannot_be_kept_is_said_and_nothing_is(
    sefton: Town, typed: dict[str, str], said: str
) -> None:
    audit = await begun(sefton)
    ada = sefton.chat("ada")
    await ada.press("add_area_action")
    outcome = await press(ada, "keep_action", SEFTON, **typed)
    assert not outcome.done
    assert said in outcome.notice
    assert await sefton.read(lambda uow: uow.actions.of_audit(audit)) == []


async def test_a_colleague_by_a_name_that_is_misspelt_can_own_it(sefton: Town) -> None:
    audit = await begun(sefton)
    ada = sefton.chat("ada")
    await ada.press("add_area_action")
    assert (await press(ada, "keep_action", SEFTON, owner="", name="Wanda More")).done
    assert (await only(sefton, audit)).owner == "wanda"


async def test_the_same_is_not_kept_twice(sefton: Town) -> None:
    audit = await with_draft(sefton)
    ada = sefton.chat("ada")
    await submits(sefton)
    await ada.press("add_seat_action")
    again = await press(ada, "keep_action", SEFTON)
    assert "kept already as A-" in again.notice
    assert (await only(sefton, audit)).what == WHAT


async def test_a_draft_is_taken_back_changed_and_added_again(sefton: Town) -> None:
    audit = await with_draft(sefton)
    ada = sefton.chat("ada")
    assert "off the list" in (await ada.press("change_action")).notice
    assert WHAT in ada.words(FORM)
    other = "Write the chronology up to May"
    assert (await ada.press("keep_action", what=other, due="3 April")).done
    assert (await only(sefton, audit)).what == other


async def test_after_the_audit_the_limit_still_counts_from_the_day_it_was_finished(
    sefton: Town,
) -> None:
    audit = await begun(sefton)
    await submits(sefton)
    sefton.later(days=20)
    theo = sefton.chat("theo")
    await theo.press("add_found_action")
    late = await press(theo, "keep_action", SEFTON, due="2026-04-11")
    assert "The last day allowed is Friday 10 April 2026." in late.notice
    assert (await press(theo, "keep_action", SEFTON, due="2026-04-10")).done
    action = await only(sefton, audit)
    assert (action.state, action.latest_on) == (ActionState.OPEN, date(2026, 4, 10))


async def test_the_worker_adds_none_to_the_findings(sefton: Town) -> None:
    audit = await begun(sefton)
    await submits(sefton)
    will = sefton.chat("will")
    assert "Add an action" not in will.words("audit_findings")
    notice = find(will.card("audit_findings"), "Action.Execute", title="I've read this")["data"]
    assert "not yours" in await will.tampers("add_found_action", notice["id"], notice["version"])
    assert "not yours" in await will.tampers("keep_action", f"plan-{audit}", 1, **SEFTON)


async def test_in_herefordshire_a_late_day_is_warned_about_and_kept(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    await ada.press("add_area_action")
    kept = await ada.press("keep_action", what=WHAT, owner="wes", due="2027-02-01")
    assert "more than 31 days away. It is kept all the same." in kept.line
    assert (await only(herefordshire, audit)).due_on == date(2027, 2, 1)


async def test_a_pair_does_not_see_each_others_drafts(herefordshire: Town) -> None:
    """The blind step: what one wants to be done says what one found (HER-08)."""
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    for who in ("ada", "tess"):
        await herefordshire.chat(who).press("start_audit")
        await herefordshire.chat(who).press("add_area_action")
    ada, tess = herefordshire.chat("ada"), herefordshire.chat("tess")
    assert (await ada.press("keep_action", what=WHAT, owner="wes", due="2027-01-05")).done
    assert WHAT in ada.words(FORM)
    assert WHAT not in tess.words(FORM)
    draft = await only(herefordshire, audit)
    assert WHAT not in str(await tess.sees(FORM, Ref("plan", str(audit))))
    assert "not yours" in await tess.tampers("change_action", str(draft.ref), draft.version)


async def test_a_line_typed_while_the_form_is_open_is_the_audits(sefton: Town) -> None:
    audit = await begun(sefton)
    ada = sefton.chat("ada")
    said = await ada.says(f"action for Will by 3 April, assess: {WHAT}")
    assert "A-1 is kept: Will Heath gets it when the audit is finished" in said.line
    vague = await ada.says("action for Will by 3 April, assess: monitor it")
    assert "Or type keep in front of it." in vague.line
    kept = await ada.says("keep action for Will by 3 April, assess: monitor it")
    assert "A-2 is kept" in kept.line
    found = await sefton.read(lambda uow: uow.actions.of_audit(audit))
    assert [one.what for one in found] == [WHAT, "monitor it"]


async def test_managers_add_one_alone_and_workers_do_not(sefton: Town) -> None:
    await begun(sefton)
    theo = sefton.chat("theo")
    await theo.says("new action")
    typed = {"what": WHAT, "name": "Will Heath", "due": "2026-03-20", "tag": "Planning"}
    kept = await press(theo, "keep_action", typed, case="c-24113")
    assert kept.done, kept.notice
    assert WHAT in sefton.chat("will").words(CARD)
    refused = await sefton.chat("will").says("new action")
    assert "by managers" in refused.line
    unknown = await press(theo, "keep_action", typed, case="X-1")
    assert "I know no record X-1" in unknown.notice
