"""A team, or somebody's supervision, is what an audit looks at (LEI-29, LEI-30, SOM-14, SOM-35)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import Audit, AuditState
from domain.cases.case import Case, CaseKind
from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.cast import NORTH, SOUTH, TESS, THEO
from tests.chat import Posted
from tests.talking import note_everything
from tests.town import Town
from tests.usecases.cycles.writing import day, hired, looked_at, opened, settles, writes
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.proposing import propose_draws


async def proposal(town: Town, name: str, programme: str, on: str) -> Posted:
    """The proposed draw of a programme, as it lies before somebody on that day."""
    town.now = day(on)
    await town.tick(propose_draws)
    title = town.council.framework.programme(programme).title
    return next(c for c in town.chat(name).cards if f"{title} · " in words(c.card))


async def front_door(town: Town) -> None:
    """A third team has an open record."""
    async with town.units() as uow:
        await uow.cases.put([Case(ref="F-1", team="Front Door", service="Front Door")])
        await uow.commit()


@pytest.mark.rows("LEI-29")
async def test_nobody_does_the_health_check_of_their_own_team(leicestershire: Town) -> None:
    town = leicestershire
    posted = await proposal(town, "quin", "health_check", "2026-04-24")
    said = words(posted.card)
    assert "teams drawn" in said
    assert "Team Safeguarding North" in said
    await town.chat("quin").press("confirm_draw", on=posted.card)
    town.now = day("2026-05-01")
    await town.tick(begin_cycles)
    audits = await opened(town, "health_check")
    cases = [await looked_at(town, audit) for audit, _ in audits]
    assert {case.kind for case in cases} == {CaseKind.TEAM}
    people = await town.read(lambda uow: uow.people.all())
    holders = {}
    for case, (_, (seat,)) in zip(cases, audits, strict=True):
        if seat.holder:
            holders[case.team] = seat.holder
            assert people[seat.holder].team != case.team
    assert "sam" not in {holders.get(NORTH), holders.get(SOUTH)}  # he manages both
    chat = town.chat(holders[NORTH])
    assert "look at the team's work" in chat.words("audit_allocated")
    await chat.press("start_audit")
    assert (await writes(chat, 3)).startswith("Submitted")
    await settles(town)
    findings = town.chat("tess").words("audit_findings")
    assert "looked at the work of this team" in findings


@pytest.mark.rows("LEI-30")
async def test_supervision_is_read_by_somebody_outside_the_line(leicestershire: Town) -> None:
    town = leicestershire
    posted = await proposal(town, "quin", "supervision_quality", "2026-10-26")
    await town.chat("quin").press("confirm_draw", on=posted.card)
    town.now = day("2026-11-02")
    await town.tick(begin_cycles)
    audits = await opened(town, "supervision_quality")
    found = {(await looked_at(town, a)).worker: s.holder for a, (s,) in audits}
    assert set(found) == {"wes", "wanda", "will"}
    for worker, holder in found.items():
        assert holder not in {worker, "tess" if worker != "will" else "theo", "sam", "hal"}
    reader = found["wes"]
    assert reader
    chat = town.chat(reader)
    await chat.press("start_audit")
    assert (await writes(chat, 3)).startswith("Submitted")


@pytest.mark.rows("SOM-14")
async def test_every_team_reviews_records_of_its_own_on_the_theme(somerset: Town) -> None:
    town = somerset
    leader = hired("Lea Birch", "team_leader", team="Front Door")
    await town.hires(hired("Olga Fenn", "operations_manager"), leader)
    await front_door(town)
    posted = await proposal(town, "olga", "team_dip_review", "2026-09-24")
    olga = town.chat("olga")
    assert "has no theme yet" in (await olga.press("confirm_draw", on=posted.card)).line
    await olga.press("brief_draw", on=posted.card, theme="Life story work")
    shown = await olga.sees("draw_proposed", posted.about)
    assert shown
    await olga.press("confirm_draw", on=shown)
    town.now = day("2026-10-01")
    await town.tick(begin_cycles)
    held = {
        (await looked_at(town, a)).team: s.holder
        for a, (s,) in await opened(town, "team_dip_review")
    }
    assert (held[NORTH], held[SOUTH], held["Front Door"]) == ("tess", "theo", "lea")
    tess = town.chat("tess")
    assert "Life story work" in tess.words("audit_allocated")
    asked = await tess.press("start_audit")
    assert asked.view == "sample_choice"
    asks = await tess.sees("sample_choice", Ref("sample", tess.cards[-1].about.key))
    assert asks
    other = await tess.press("choose_sample", on=asks, records="C-24113")
    assert f"I know no open record of {NORTH}" in other.line
    await tess.press("choose_sample", on=asks, records="C-23087, C-23145")
    assert (await writes(tess, 5, ("yes", "in_part"))).startswith("Submitted")
    again = await tess.tampers(
        "choose_sample", f"sample-{tess.cards[0].about.key}", 99, records="C-23101"
    )
    assert "C-23101" not in again


async def test_a_team_without_a_manager_or_leader_is_nobody_elses(somerset: Town) -> None:
    town = somerset
    await town.hires(hired("Olga Fenn", "operations_manager"))
    await front_door(town)
    posted = await proposal(town, "olga", "team_dip_review", "2026-09-24")
    assert "1 seat without anybody who may take it" in words(posted.card)


@pytest.mark.rows("SOM-35")
async def test_supervision_of_each_team_is_sampled_by_a_seed(somerset: Town) -> None:
    town = somerset
    await town.hires(hired("Sid Lane", "service_improvement_team"))
    posted = await proposal(town, "sid", "supervision_audit", "2026-03-25")
    await town.chat("sid").press("confirm_draw", on=posted.card)
    town.now = day("2026-04-01")
    await town.tick(begin_cycles)
    found = {}
    for audit, (seat,) in await opened(town, "supervision_audit"):
        case = await looked_at(town, audit)
        found[case.team] = case.records
        assert seat.holder == "sid"
    assert set(found[NORTH]) == {"Supervision wes", "Supervision wanda"}
    assert found[SOUTH] == ("Supervision will",)
    sid = town.chat("sid")
    cards = [c for c in sid.cards if NORTH in words(c.card) and c.kind == "audit_allocated"]
    await sid.press("start_audit", on=cards[-1].card)
    assert (await writes(sid, 5, ("yes", "no"))).startswith("Submitted")


def panel() -> list[Person]:
    """Who leads and sits on a diagnostic of North, all from outside its line."""
    leader = hired("Dora Pike", "head_of_service")
    others = [hired(f"Ap{n} Marsh", "advanced_practitioner", team=f"T{n}") for n in range(4)]
    return [leader, *others]


async def diagnosed(town: Town) -> Audit:
    """Olga has opened a diagnostic of North, whose turn it is."""
    town.now = day("2026-06-02")
    await town.hires(hired("Olga Fenn", "operations_manager"), *panel())
    form = await town.chat("olga").says("new audit")
    assert form.card
    assert NORTH in words(form.card.render())
    asked = {"programme": "team_diagnostic", "records": NORTH.lower(), "reason": "Its turn"}
    done = await town.chat("olga").press("commission_audit", on=form.card.render(), **asked)
    assert "Team Safeguarding North" in done.line
    ((audit, _),) = await opened(town, "team_diagnostic")
    return audit


@pytest.mark.rows("SOM-24", "SOM-27")
async def test_a_diagnostic_has_a_lead_and_a_panel_from_outside(somerset: Town) -> None:
    town = somerset
    audit = await diagnosed(town)
    ((_, seats),) = await opened(town, "team_diagnostic")
    assert {seat.role for seat in seats} == {"lead", "panel_1", "panel_2", "panel_3", "panel_4"}
    assert not {s.holder for s in seats} & {"tess", "sam", "hal", "wes", "wanda", None}
    again = await town.chat("olga").says("new audit")
    assert again.card
    said = words(again.card.render())
    assert NORTH not in said
    assert SOUTH in said
    await note_everything(town.units, audit.id, town.now)
    for seat in seats:
        chat = town.chat(seat.holder or "")
        await chat.press("start_audit")
        assert (await writes(chat, 5)).startswith("Submitted")
    await settles(town)
    assert await town.state(audit.id) is AuditState.FINAL
    assert "looked at the work of this team" in town.chat("tess").words("audit_findings")


@pytest.mark.rows("SOM-25")
async def test_the_lead_meets_the_teams_manager_before_the_day(somerset: Town) -> None:
    town = somerset
    await diagnosed(town)
    ((_, seats),) = await opened(town, "team_diagnostic")
    lead = town.chat(next(s.holder for s in seats if s.role == "lead") or "")
    await lead.press("start_audit")
    assert "a note of the meeting before the day" in await writes(lead, 5)
    await lead.says("talks")
    await lead.says("talk 1")
    assert "Tess Marlow" in lead.words("talk")
    await lead.press("book_talk", day="2026-06-09", time="14:00", minutes="60")
    assert "talk_invitation" in town.chat("tess").kinds
    town.later(days=8)
    await lead.press("note_talk", note_more="Agreed the day and the folder")
    assert (await lead.press("submit_assessment", reason="A settled team")).line.startswith("Subm")


async def test_a_diagnostic_comes_round_again_after_eighteen_months(somerset: Town) -> None:
    town = somerset
    town.now = day("2026-06-02")
    olga = hired("Olga Fenn", "operations_manager")
    await town.hires(olga, *panel(), replace(TESS, team=NORTH), replace(THEO, team=SOUTH))
    asked = {"programme": "team_diagnostic", "records": NORTH, "reason": "Its turn"}
    form = await town.chat("olga").says("new audit")
    assert form.card
    await town.chat("olga").press("commission_audit", on=form.card.render(), **asked)
    for when, due in ((date(2027, 12, 1), False), (date(2027, 12, 2), True)):
        town.now = day(when.isoformat())
        shown = await town.chat("olga").says("new audit")
        assert shown.card
        assert (NORTH in words(shown.card.render())) is due
