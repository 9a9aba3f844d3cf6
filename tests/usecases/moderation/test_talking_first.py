"""HER-09, SOM-06: whoever decides may talk with the auditors first; all of them see it."""

from __future__ import annotations

from typing import Any

import pytest

from domain.audits.audit import AuditState
from domain.refs import Ref
from domain.talks.rules import talk_with_auditors
from domain.talks.talk import Talk, TalkState
from tests.town import Town
from tests.usecases.moderation.panels import (
    RI,
    at,
    differing_pair,
    grades_alone,
    moderation_of,
    panel,
    ticks,
)

ON_WEDNESDAY: dict[str, Any] = {"day": "2026-12-23", "time": "14:00", "minutes": "30"}
WHY = "Oversight is recorded twice."


async def graded(town: Town) -> tuple[int, str]:
    """A pair differs in area 4 and the moderator's own grades are in: the audit and the id."""
    audit = await differing_pair(town, peer={4: RI})
    town.now = at("2026-12-22 09:00")
    await ticks(town)
    (seat,) = await panel(town, audit)
    moderator = str(seat.holder)
    await grades_alone(town, moderator, {4: RI})
    return audit, moderator


async def talk(town: Town, audit: int) -> Talk | None:
    return (await town.read(lambda uow: uow.talks.of_audit(audit))).get("moderators_talk")


async def booked(town: Town) -> tuple[int, str]:
    """The moderator has asked both for Wednesday at two."""
    audit, moderator = await graded(town)
    await town.chat(moderator).press("ask_to_talk")
    done = await town.chat(moderator).press("book_talk", **ON_WEDNESDAY)
    assert done.line.startswith("You talk on Wednesday 23 December at 14:00 for 30 minutes.")
    return audit, moderator


@pytest.mark.rows("HER-09")
async def test_both_auditors_are_asked_and_the_moderator_sees_their_answers(
    herefordshire: Town,
) -> None:
    _, moderator = await booked(herefordshire)
    for auditor in ("tess", "ada"):
        said = herefordshire.chat(auditor).words("talk_invitation")
        assert "moderates this audit and would like to talk with you before deciding" in said
        assert "Wednesday 23 December at 14:00" in said
    assert "Ada Byrne" in herefordshire.chat("tess").words("talk_invitation")
    await herefordshire.chat("tess").press("accept_talk_time")
    await herefordshire.chat("ada").press("decline_talk_time", day_1="2026-12-24", time_1="10:00")
    seen = herefordshire.chat(moderator).words("talk")
    assert "Tess Marlow" in seen
    assert seen.count("That suits") == 1
    assert "Does not suit" in seen
    assert "is on Wednesday 23 December at 14:00." in herefordshire.chat(moderator).words("grading")


@pytest.mark.rows("HER-09")
async def test_what_is_noted_is_read_by_all_three(herefordshire: Town) -> None:
    audit, moderator = await booked(herefordshire)
    herefordshire.now = at("2026-12-23 15:00")
    noted = await herefordshire.chat(moderator).press("note_talk", note_2="The visits of May.")
    assert noted.done, noted.line
    for reader, kind in ((moderator, "grading"), ("tess", "talk_invitation")):
        assert "The visits of May." in herefordshire.chat(reader).words(kind)
    assert "The visits of May." in herefordshire.chat("ada").words("talk_invitation")
    await herefordshire.chat(moderator).press("decide_moderation", reason=WHY)
    assert await herefordshire.state(audit) is AuditState.FINAL
    for auditor in ("tess", "ada"):
        outcome = herefordshire.chat(auditor).words("moderation_outcome")
        assert "The talk with Tess Marlow and Ada Byrne was held on Wednesday 23" in outcome


async def test_a_booked_talk_comes_before_the_decision_which_is_kept(herefordshire: Town) -> None:
    audit, moderator = await booked(herefordshire)
    chat = herefordshire.chat(moderator)
    done = await chat.press("decide_moderation", reason=WHY)
    assert "booked and not noted. Your decision is kept" in done.notice
    assert await herefordshire.state(audit) is AuditState.MODERATING
    assert (await moderation_of(herefordshire, audit)).decision.reason == WHY
    await chat.press("cancel_talk")
    assert "has cancelled this talk" in herefordshire.chat("ada").words("talk_invitation")
    await chat.press("decide_moderation")
    assert await herefordshire.state(audit) is AuditState.FINAL


async def test_it_holds_nothing_up_where_nobody_asks_for_it(herefordshire: Town) -> None:
    audit, moderator = await graded(herefordshire)
    assert "Talk with both" in herefordshire.chat(moderator).words("grading")
    await herefordshire.chat(moderator).press("decide_moderation", reason=WHY)
    assert await herefordshire.state(audit) is AuditState.FINAL
    assert await talk(herefordshire, audit) is None
    assert "The talk with" not in herefordshire.chat("ada").words("moderation_outcome")


async def test_it_can_be_typed_from_asking_to_noting(herefordshire: Town) -> None:
    audit, moderator = await graded(herefordshire)
    chat = herefordshire.chat(moderator)
    await chat.says("talk with both")
    reply = await chat.says("book: 23 December 14:00 for 30 minutes")
    assert "You talk on Wednesday 23 December" in reply.line
    # typed words go to the decision again
    assert "Moderation of C-23087" in (await chat.says("where am I")).line
    kept = await talk(herefordshire, audit)
    assert kept is not None
    assert (kept.state, kept.minutes, kept.booked_by) == (TalkState.BOOKED, 30, moderator)


async def test_before_their_own_grades_a_moderator_asks_nobody(herefordshire: Town) -> None:
    audit = await differing_pair(herefordshire, peer={4: RI})
    herefordshire.now = at("2026-12-22 09:00")
    await ticks(herefordshire)
    (seat,) = await panel(herefordshire, audit)
    known = await moderation_of(herefordshire, audit)
    line = await herefordshire.chat(str(seat.holder)).tampers(
        "ask_to_talk", f"decision-{seat.id}", known.version
    )
    assert line == "Please give your own grades first. Nothing was changed."
    assert await talk(herefordshire, audit) is None


async def test_an_auditor_can_neither_ask_for_it_nor_read_the_moderator_s_card(
    herefordshire: Town,
) -> None:
    audit, _ = await booked(herefordshire)
    (seat,) = await panel(herefordshire, audit)
    known = await moderation_of(herefordshire, audit)
    await herefordshire.chat("ada").tampers("ask_to_talk", f"decision-{seat.id}", known.version)
    kept = await talk(herefordshire, audit)
    assert kept is not None
    assert await herefordshire.chat("ada").sees("talk", Ref("talk", str(kept.id))) is None


def test_a_council_whose_file_has_no_such_talk_offers_none(sefton: Town) -> None:
    programme = sefton.council.framework.programme(sefton.programme)
    assert talk_with_auditors(programme) is None
