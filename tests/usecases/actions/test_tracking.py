"""Who sees what in the trackers, and the tracker form (SEF-12, SEF-15, HER-14, E-60)."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.actions.action import ActionState, NoteKind
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.actions.making import (
    QUINN,
    SEFTON,
    TENTH_OF_MARCH,
    WHAT,
    at_nine,
    finished,
    now_is,
    press,
)
from usecases.pressing import Press

TRACKER, REVIEW = "action_tracker", "action_review"


async def tracker(town: Town, who: str) -> str:
    """What somebody gets for the word actions."""
    reply = await town.chat(who).says("actions")
    return words(reply.card.render()) if reply.card else ""


@pytest.mark.rows("SEF-15")
async def test_owner_team_service_and_qa_each_see_their_part(sefton: Town) -> None:
    await finished(sefton)
    assert "Yours" in await tracker(sefton, "will")
    for who in ("will", "theo", "sam", "quinn", "cora"):
        assert WHAT in await tracker(sefton, who), who
    for who in ("wes", "tess", "ivy", "wanda"):
        assert WHAT not in await tracker(sefton, who), who
    assert "All teams" in await tracker(sefton, "quinn")
    assert "Children in Care South" in await tracker(sefton, "theo")


async def test_somebody_else_s_tracker_is_nobody_s(sefton: Town) -> None:
    await finished(sefton)
    assert await sefton.chat("wes").sees(TRACKER, Ref("person", "quinn")) is None
    assert await sefton.chat("wes").sees(REVIEW, Ref("person", "theo")) is None
    line = await sefton.chat("wes").tampers("filter_actions", "person-quinn", 1)
    assert "not yours" in line


@pytest.mark.parametrize(
    ("standing", "day", "found"),
    [
        ("week", "2026-03-30", True),
        ("week", "2026-03-23", False),
        ("overdue", "2026-04-03", False),
        ("overdue", "2026-04-04", True),
        ("returned", "2026-04-02", False),
        ("to_sign", "2026-04-02", False),
        ("done", "2026-04-02", False),
        ("", "2026-04-02", True),
    ],
)
async def test_filters_keep_what_they_say(
    sefton: Town, standing: str, day: str, found: bool
) -> None:
    await finished(sefton)
    await at_nine(sefton, day)
    view = sefton.chat("quinn")
    reply = await view.says("actions")
    assert reply.card is not None
    outcome = await view.press("filter_actions", on=reply.card.render(), standing=standing)
    assert outcome.card is not None
    assert (f"A-1 {WHAT}" in words(outcome.card.render())) == found


@pytest.mark.rows("SEF-12")
async def test_a_team_manager_writes_down_progress_for_each_action(sefton: Town) -> None:
    action = await finished(sefton)
    kinds = [duty.kind for duty in await sefton.duties("theo")]
    assert "review_actions" in kinds
    theo = sefton.chat("theo")
    assert "Here is the tracker form" in (await theo.says("tracker")).line
    assert WHAT in theo.words(REVIEW)
    empty = await theo.press("save_tracker_form")
    assert "at least one" in empty.notice
    saved = await press(theo, "save_tracker_form", {f"progress_{action.id}": "Nearly there."})
    assert saved.done
    assert "Nothing is open." in theo.words(REVIEW)
    note = (await now_is(sefton, action)).last(NoteKind.REVIEWED)
    assert note is not None
    assert (note.person_id, note.words) == ("theo", "Nearly there.")
    assert "review_actions" not in [duty.kind for duty in await sefton.duties("theo")]
    assert "Nearly there." in str(await sefton.chat("quinn").sees("action_assigned", action.ref))


async def test_only_the_team_manager_of_the_record_tracks_it(sefton: Town) -> None:
    action = await finished(sefton)
    tess = sefton.chat("tess")
    await tess.says("tracker")
    assert "Nothing is open." in tess.words(REVIEW)
    typed = {f"progress_{action.id}": "Mine."}
    what = Press(verb="save_tracker_form", ref="person-tess", version=1, inputs=typed)
    assert "at least one" in (await tess.send(what)).notice
    assert (await now_is(sefton, action)).notes == ()


@pytest.mark.rows("HER-14")
async def test_qa_and_senior_managers_of_herefordshire_track_everything(
    herefordshire: Town,
) -> None:
    herefordshire.now = TENTH_OF_MARCH
    await herefordshire.chat("tess").says(f"action for Wes Tarn by 20 March: {WHAT}")
    for who in ("cora", "hal", "sam", "wes", "tess"):
        assert WHAT in await tracker(herefordshire, who), who
    assert WHAT not in await tracker(herefordshire, "will")
    assert "You keep no tracker form" in (await herefordshire.chat("tess").says("tracker")).line


@pytest.mark.rows("LEI-34")
async def test_a_learning_response_has_its_level(leicestershire: Town) -> None:
    leicestershire.now = TENTH_OF_MARCH
    tess = leicestershire.chat("tess")
    await tess.says("new action")
    assert "Level" in tess.words("action_form")
    typed = {"what": WHAT, "name": "Wes Tarn", "due": "20 March", "rule": "learning_response"}
    assert (
        "Individual, Team, Service or Department"
        in (await press(tess, "keep_action", typed)).notice
    )
    assert (await press(tess, "keep_action", typed, tag="Team")).done
    assert "Level\nTeam" in leicestershire.chat("wes").words("action_assigned")


@pytest.mark.rows("SOM-10")
async def test_in_somerset_the_manager_confirms_that_supervision_carried_it(
    somerset: Town,
) -> None:
    somerset.now = TENTH_OF_MARCH
    await somerset.chat("tess").says(f"action for Wes Tarn by 20 March: {WHAT}")
    await somerset.chat("wes").press("complete_action", evidence="Case notes.")
    tess = somerset.chat("tess")
    assert "Agreed and done through supervision" in tess.words("action_sign_off")
    assert not (await tess.press("sign_action")).done
    assert (await tess.press("sign_action", agreed_and_done_through_supervision="yes")).done
    action = await somerset.read(lambda uow: uow.actions.get(1))
    assert action is not None
    assert action.state is ActionState.DONE


async def test_a_stranger_s_words_stay_out_of_the_counts(sefton: Town) -> None:
    await sefton.hires(QUINN)
    assert "0 actions" in await tracker(sefton, "quinn")
    assert SEFTON["what"] not in await tracker(sefton, "quinn")


async def test_an_owners_own_list_says_how_many_are_late(sefton: Town) -> None:
    await finished(sefton)
    will = sefton.chat("will")
    for day, said in (("2026-04-03", "None overdue"), ("2026-04-04", "1 overdue")):
        sefton.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
        reply = await will.says("actions")
        assert reply.card is not None
        assert said in words(reply.card.render())
