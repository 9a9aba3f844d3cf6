"""HER-08, HER-09: a pair that differs goes to one moderator, who grades alone and then decides."""

from __future__ import annotations

import pytest

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState, SeatState
from domain.audits.outcome import Settled
from domain.refs import Ref
from tests.cast import PEOPLE
from tests.town import Town
from tests.usecases.moderation.panels import (
    DECIDE,
    GOOD,
    RI,
    at,
    differing_pair,
    grades_alone,
    moderation_of,
    panel,
    person,
    ticks,
)
from usecases.pressing import Press

pytestmark = pytest.mark.rows("HER-08", "HER-09")

SENIOR_ROLE = "service_director"
SENIOR = {"mo", "cora", "hal"}
"""Principal social worker, QA service manager, head of service (E-45)."""


async def seated(town: Town) -> tuple[int, str]:
    """C-23087 differs in areas 2 and 4; gives the audit and its moderator on 22 December."""
    audit = await differing_pair(town, peer={2: RI, 4: RI})
    town.now = at("2026-12-22 09:00")
    await ticks(town)
    (seat,) = await panel(town, audit)
    assert seat.holder
    return audit, seat.holder


async def test_no_moderator_is_asked_before_the_twenty_second(herefordshire: Town) -> None:
    audit = await differing_pair(herefordshire, peer={4: RI})
    herefordshire.now = at("2026-12-21 18:00")
    await ticks(herefordshire)
    assert await panel(herefordshire, audit) == []
    herefordshire.now = at("2026-12-22 08:00")
    await ticks(herefordshire)
    assert len(await panel(herefordshire, audit)) == 1


async def test_the_moderator_is_senior_and_neither_auditor_nor_of_the_line(
    herefordshire: Town,
) -> None:
    _, moderator = await seated(herefordshire)
    # Hal is head of service over Sam, who is over Tess, who manages Wes: the line of the case
    assert moderator in SENIOR - {"hal"}


async def test_it_is_due_on_the_twenty_eighth_and_the_card_says_why(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    (seat,) = await panel(herefordshire, audit)
    assert seat.due_on.isoformat() == "2026-12-28"
    said = herefordshire.chat(moderator).words("audit_allocated")
    assert "Please moderate C-23087" in said
    assert "Monday 28 December" in said
    assert "Lead and peer differ" in said
    assert "Tess Marlow" in said
    assert "Ada Byrne" in said


async def test_several_differing_pairs_are_spread_evenly(herefordshire: Town) -> None:
    for place, ref in enumerate(("C-23087", "C-23101", "C-23145", "C-23210")):
        opens = at(f"2026-{8 + place:02}-01 09:00")
        herefordshire.now = opens
        audit = await differing_pair(herefordshire, peer={1: RI}, ref=ref, opens_on=opens.date())
        assert await panel(herefordshire, audit) == []
    herefordshire.now = at("2026-11-23 09:00")
    await ticks(herefordshire)
    loads = await herefordshire.read(lambda uow: uow.audits.loads())
    assert sorted(loads.get(name, 0) for name in ("mo", "cora")) == [2, 2]


async def test_opening_again_asks_nobody_twice(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    herefordshire.later(hours=1)
    assert await ticks(herefordshire) == (0, 0, 0)
    assert len(await panel(herefordshire, audit)) == 1
    assert herefordshire.chat(moderator).kinds.count("audit_allocated") == 1


async def test_nothing_that_the_moderator_gets_or_types_shows_a_first_grade_before_their_own(
    herefordshire: Town,
) -> None:
    _, moderator = await seated(herefordshire)
    chat = herefordshire.chat(moderator)
    before = [chat.words(posted.kind) for posted in chat.cards if posted.kind != "grading"]
    for text in ("show grades", "compare", "open C-23087", "where am I", "record", "my work"):
        reply = await chat.says(text)
        before.append(f"{reply.line} {reply.card.render() if reply.card else ''}")
    (seat,) = await panel(herefordshire, 1)
    for kind, key in (("decision", seat.id), ("audit", seat.audit_id), ("form", seat.id)):
        for view in (DECIDE, "grading", "moderation_outcome", "audit_findings", "audit_compared"):
            card = await chat.sees(view, Ref(kind, str(key)))
            before.append(str(card))
    told = " ".join(before)
    assert "Requires improvement" not in told
    assert "What ada saw" not in told
    assert "What tess saw" not in told


async def test_own_grades_need_no_evidence_and_open_the_sets_side_by_side(
    herefordshire: Town,
) -> None:
    _, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator, {2: GOOD, 4: RI})
    said = herefordshire.chat(moderator).words("grading")
    assert "Two areas differ" in said
    for label in ("Lead", "Peer", "You"):
        assert label in said
    assert "What ada saw" in said
    assert "2 · Assessments" in said


async def test_the_moderator_s_duty_is_to_decide_by_the_twenty_eighth(herefordshire: Town) -> None:
    _, moderator = await seated(herefordshire)
    assert [d.kind for d in await herefordshire.duties(moderator)] == ["answer_allocation"]
    await grades_alone(herefordshire, moderator)
    (duty,) = await herefordshire.duties(moderator)
    assert (duty.kind, duty.due_at) == ("decide_moderation", at("2026-12-28 23:59"))
    said = (await herefordshire.chat(moderator).says("my work")).card
    assert said is not None
    assert "Decide C-23087" in str(said.render())


async def test_own_grades_cannot_come_back_once_the_others_lie_open(herefordshire: Town) -> None:
    _, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator)
    (seat,) = await panel(herefordshire, 1)
    line = await herefordshire.chat(moderator).tampers(
        "withdraw_assessment", f"seat-{seat.id}", seat.version
    )
    assert line.startswith("The next stage has begun")


async def decided(town: Town) -> tuple[int, str]:
    """Moderated: area 2 stays Good, area 4 becomes Requires improvement, overall Good."""
    audit, moderator = await seated(town)
    await grades_alone(town, moderator, {2: GOOD, 4: RI})
    done = await town.chat(moderator).press(
        "decide_moderation",
        reason="Visits are analysed; oversight is thin.",
        plan="Record oversight monthly.",
        wider="Oversight across the service.",
    )
    assert done.done, done.line
    assert not done.notice
    return audit, moderator


async def test_the_moderator_s_grades_are_final_and_the_first_ones_stay(
    herefordshire: Town,
) -> None:
    audit, _ = await decided(herefordshire)
    assert await herefordshire.state(audit) is AuditState.FINAL
    outcome = await herefordshire.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert outcome.settled is Settled.MODERATED
    assert outcome.overall == GOOD
    assert outcome.areas == {1: GOOD, 2: GOOD, 3: GOOD, 4: RI, 5: GOOD, 6: GOOD}
    kept = await moderation_of(herefordshire, audit)
    assert kept.decision.plan == "Record oversight monthly."
    assert kept.decision.wider == "Oversight across the service."
    for role, area_4 in (("lead", GOOD), ("peer", RI), ("moderator", RI)):
        seat = await herefordshire.seat(audit, role)
        given = await assessment(herefordshire, seat.id)
        assert given is not None
        assert given.area(4).grade == area_4


async def assessment(town: Town, seat_id: int) -> Assessment | None:
    """What a seat's holder gave."""
    return await town.read(lambda uow: uow.assessments.of_seat(seat_id))


async def test_everybody_concerned_hears_of_it_and_nobody_else(herefordshire: Town) -> None:
    _, moderator = await decided(herefordshire)
    for auditor in ("tess", "ada"):
        said = herefordshire.chat(auditor).words("moderation_outcome")
        assert "Final grade for C-23087: Good" in said
        assert "oversight is thin" in said
        assert "Oversight across the service." not in said
    assert "moderation_outcome" in herefordshire.chat("cora").kinds
    for told in ("wes", "sam"):
        said = herefordshire.chat(told).words("audit_findings")
        assert f"{PEOPLE[moderator].name} decided, and why" in said
        assert "Visits are analysed; oversight is thin." in said
    for stranger in ("theo", "will", "wanda", "ivy"):
        assert not {"moderation_outcome", "audit_findings"} & set(
            herefordshire.chat(stranger).kinds
        )


async def test_the_moderator_s_own_cards_have_nothing_left_to_do(herefordshire: Town) -> None:
    _, moderator = await decided(herefordshire)
    assert await herefordshire.duties(moderator) == []
    chat = herefordshire.chat(moderator)
    assert "Final grade for C-23087: Good" in chat.words("grading")
    assert "It is decided." in chat.words("audit_allocated")
    assert "Input." not in str([posted.card for posted in chat.cards])


async def test_what_is_missing_keeps_the_decision_a_draft(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator)
    done = await herefordshire.chat(moderator).press("decide_moderation", overall=RI)
    assert done.notice == "One thing is missing before it can be recorded: your reasons."
    assert await herefordshire.state(audit) is AuditState.MODERATING
    kept = await moderation_of(herefordshire, audit)
    assert kept.decision.overall == RI


async def test_a_final_grade_outside_the_scale_changes_nothing(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator)
    before = await moderation_of(herefordshire, audit)
    done = await herefordshire.chat(moderator).press(
        "decide_moderation", overall="brilliant", reason="Because"
    )
    assert not done.done
    assert "Please choose one: Outstanding" in done.line
    assert await moderation_of(herefordshire, audit) == before


async def test_a_decision_can_be_typed(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator)
    chat = herefordshire.chat(moderator)
    for text in ("final 2 RI", "overall good", "because the dates say it", "plan: new dates"):
        reply = await chat.says(text)
        assert "Decision: " in reply.line, reply.line
    kept = (await moderation_of(herefordshire, audit)).decision
    assert (kept.areas[2], kept.overall, kept.plan) == (RI, GOOD, "new dates")
    assert "final" in (await chat.says("record")).line
    assert await herefordshire.state(audit) is AuditState.FINAL


async def test_a_moderator_who_cannot_is_replaced_by_another_senior(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    await herefordshire.chat(moderator).press("decline_audit", reason="conflict")
    (seat,) = await panel(herefordshire, audit)
    assert seat.holder in SENIOR - {"hal", moderator}
    assert (seat.state, seat.due_on.isoformat()) == (SeatState.OFFERED, "2026-12-28")
    assert "Please moderate C-23087" in herefordshire.chat(seat.holder).words("audit_allocated")
    assert "You said on" in herefordshire.chat(moderator).words("audit_allocated")


async def test_nobody_of_the_audit_may_take_the_moderator_s_seat(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    (seat,) = await panel(herefordshire, audit)
    for barred in ("tess", "ada", "hal", "sam", "wes"):
        done = await herefordshire.chat(moderator).press("hand_over_audit", person=barred)
        assert not done.done
        assert "cannot take it" in done.line
    (after,) = await panel(herefordshire, audit)
    assert after == seat


async def test_a_cover_moderates_for_somebody_away_but_not_a_first_auditor(
    herefordshire: Town,
) -> None:
    audit, moderator = await seated(herefordshire)
    await herefordshire.away(moderator, cover="ada")
    (seat,) = await panel(herefordshire, audit)
    line = await herefordshire.chat("ada").tampers("start_audit", f"seat-{seat.id}", seat.version)
    assert line == "This is not yours to do, so nothing was changed."


async def test_a_pair_that_agrees_needs_no_moderator(herefordshire: Town) -> None:
    audit = await differing_pair(herefordshire)
    assert await herefordshire.state(audit) is AuditState.FINAL
    herefordshire.now = at("2026-12-22 09:00")
    assert await ticks(herefordshire) == (0, 0, 0)
    assert await herefordshire.read(lambda uow: uow.moderations.of_audit(audit)) is None


async def test_a_pair_that_comes_late_has_six_days_of_its_own(herefordshire: Town) -> None:
    herefordshire.now = at("2026-12-30 09:00")
    audit = await differing_pair(herefordshire, peer={1: RI})
    kept = await moderation_of(herefordshire, audit)
    assert kept.opens_on
    assert kept.due_on
    assert (kept.opens_on.isoformat(), kept.due_on.isoformat()) == ("2026-12-30", "2027-01-05")


async def test_two_presses_at_once_decide_once(herefordshire: Town) -> None:
    audit, moderator = await seated(herefordshire)
    await grades_alone(herefordshire, moderator)
    chat = herefordshire.chat(moderator)
    card = chat.card("grading")
    await chat.press("decide_moderation", reason="Once")
    again = await chat.press("decide_moderation", on=card, reason="Twice")
    assert not again.done
    outcome = await herefordshire.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert outcome.reason == "Once"


async def test_a_coordinator_can_ask_for_a_third_reader(herefordshire: Town) -> None:
    await herefordshire.hires(person("Quin Reed", "qa_team"), person("Pru Vance", SENIOR_ROLE))
    audit, moderator = await seated(herefordshire)
    done = await herefordshire.chat("quin").press("send_third_reader")
    assert done.line == "A third reader has been asked to read C-23087."
    first, third = await panel(herefordshire, audit)
    assert first.holder == moderator
    assert third.holder not in {moderator, "tess", "ada", "hal", None}
    await grades_alone(herefordshire, moderator)
    done = await herefordshire.chat(moderator).press("decide_moderation", reason="Seen.")
    assert "has not graded yet" in done.notice
    await grades_alone(herefordshire, str(third.holder))
    await herefordshire.chat(moderator).press("decide_moderation", reason="Seen.")
    assert await herefordshire.state(audit) is AuditState.FINAL


async def test_nobody_else_can_ask_for_a_third_reader(herefordshire: Town) -> None:
    audit, _ = await seated(herefordshire)
    kept = await moderation_of(herefordshire, audit)
    line = await herefordshire.chat("wes").tampers(
        "send_third_reader", f"moderation-{audit}", kept.version
    )
    assert line == "This is not yours to do, so nothing was changed."
    assert len(await panel(herefordshire, audit)) == 1


async def test_all_words_can_be_read_once_own_grades_are_in(herefordshire: Town) -> None:
    _, moderator = await seated(herefordshire)
    (seat,) = await panel(herefordshire, 1)
    kept = await moderation_of(herefordshire, 1)
    chat = herefordshire.chat(moderator)
    early = await chat.send(
        Press(verb="read_words", ref=f"decision-{seat.id}", version=kept.version)
    )
    assert early.line.startswith("Please give your own grades first.")
    assert "moderation_words" not in chat.kinds
    await grades_alone(herefordshire, moderator)
    await chat.press("read_words")
    said = chat.words("moderation_words")
    assert "2 · Assessments" in said
    assert "What ada saw" in said
