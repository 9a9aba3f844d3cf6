"""Audits that somebody asks for, the form of the quarter, and events that a list shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import AuditState
from tests.cards.walk import words
from tests.cast import CASES
from tests.domain.lists.lists import table
from tests.town import Town
from tests.usecases.cycles.test_samples import commission
from tests.usecases.cycles.writing import day, hired, opened, settles, writes
from usecases.cases.import_cases import import_cases
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.opening_after_events import open_after_events
from usecases.cycles.proposing import propose_draws


@pytest.mark.rows("COL-11")
async def test_a_thematic_audit_follows_a_hunch(city_of_london: Town) -> None:
    town = city_of_london
    await commission(
        town,
        "cora",
        programme="thematic_audit",
        records="C-23087, C-24113",
        reason="Are fathers left out of assessments?",
    )
    audits = await opened(town, "thematic_audit")
    assert {audit.case_ref for audit, _ in audits} == {"C-23087", "C-24113"}
    ((audit, (seat,)), _) = audits
    chat = town.chat(seat.holder or "")
    assert "Are fathers left out of assessments?" in chat.words("audit_allocated")
    await chat.press("start_audit")
    assert (await writes(chat, 3)).startswith("Submitted")
    await settles(town)
    assert await town.state(audit.id) is AuditState.FINAL
    assert "audit_findings" in town.chat("wes").kinds


@pytest.mark.rows("SOM-71")
async def test_somebody_asks_for_a_look_after_a_success(somerset: Town) -> None:
    town = somerset
    await commission(
        town,
        "cora",
        programme="additional_activity",
        records="C-23087",
        reason="A reunification that went well",
    )
    ((audit, (seat,)),) = await opened(town, "additional_activity")
    chat = town.chat(seat.holder or "")
    assert "A reunification that went well" in chat.words("audit_allocated")
    await chat.press("start_audit")
    assert (await writes(chat, 1)).startswith("Submitted")
    await settles(town)
    assert await town.state(audit.id) is AuditState.FINAL
    assert {"audit_findings"} <= set(town.chat("wes").kinds) & set(town.chat("tess").kinds)


@pytest.mark.rows("SOM-09")
async def test_the_worker_hears_that_their_work_will_be_evaluated(somerset: Town) -> None:
    town = somerset
    town.now = day("2026-11-02")
    async with town.units() as uow:
        await uow.cases.put([replace(case, service="Social Work") for case in CASES.values()])
        await uow.commit()
    plan = await town.plan(town.now.date())
    await town.open_cycle(plan)
    workers = {CASES[audit.case_ref].worker for audit in plan.audits}
    assert workers
    for worker in workers:
        said = town.chat(worker or "").words("audit_notice")
        assert "Practice evaluation" in said
        assert "will be audited" in said
        assert "It was drawn for a practice evaluation" in said
        assert "take it to your next supervision" in said
        assert "{auditor}" not in said


@pytest.mark.rows("LEI-04")
async def test_no_record_goes_out_before_the_template_is_there(leicestershire: Town) -> None:
    town = leicestershire
    town.now = day("2026-06-24")
    await town.tick(propose_draws)
    quin, pip = town.chat("quin"), town.chat("pip")
    posted = next(c for c in quin.cards if "Thematic audit" in words(c.card))
    for person in ("quin", "pip"):
        assert {duty.kind for duty in await town.duties(person)} == {"settle_draw"}
        assert "Not given yet" in town.chat(person).words("draw_proposed")
    assert "Confirm" not in pip.words("draw_proposed")
    await pip.press("brief_draw", theme="Neglect")
    blocked = await quin.press("confirm_draw")
    assert "Nobody has given the template of this cycle yet" in blocked.line
    bad = await pip.press("brief_draw", template="in the shared folder")
    assert "begins with https://" in bad.line
    await pip.press("brief_draw", template="https://forms.example/neglect")
    await quin.press("confirm_draw")
    assert await town.duties("pip") == await town.duties("quin") == []
    town.now = day("2026-07-01")
    await town.tick(begin_cycles)
    ((_, seats), *_) = await opened(town, "thematic_audit")
    chat = town.chat(seats[0].holder or "")
    card = chat.words("audit_allocated")
    assert "Open the template" in card
    assert "https://forms.example/neglect" in str(chat.card("audit_allocated"))
    assert "Neglect" in card
    line = await pip.tampers("confirm_draw", str(posted.about), 4)
    assert "not yours" in line


async def imports(town: Town, **flags: str) -> None:
    """A full list comes in, with the flag of each record that is named."""
    rows = [
        f"{ref}|{case.team}|{case.worker}|open|{flags.get(ref.replace('-', '_'), 'no')}\n"
        for ref, case in CASES.items()
    ]
    listed = table("".join(["ref|team|worker|status|cared_for\n", *rows]))
    async with town.units() as uow:
        checked = await import_cases(
            uow, listed, full=False, dry_run=False, now=town.now, actor="cora"
        )
        assert not checked.faults
    await town.deliver()


@pytest.mark.rows("SOM-33")
async def test_becoming_looked_after_is_noticed_in_a_list_once(somerset: Town) -> None:
    town = somerset
    async with town.units() as uow:
        await uow.cases.put([replace(case, cared_for=False) for case in CASES.values()])
        await uow.commit()
    await imports(town, C_24113="yes")
    assert await town.tick(open_after_events) == 1
    programme = next(
        key
        for key, one in town.council.framework.programmes.items()
        if one.selection.event and one.selection.event.kind == "becomes_looked_after"
    )
    ((audit, (seat,)),) = await opened(town, programme)
    assert (audit.case_ref, seat.holder) == ("C-24113", "ivy")
    await imports(town, C_24113="yes")
    town.later(days=3)
    await imports(town)
    await imports(town, C_24113="yes")
    assert await town.tick(open_after_events) == 0
    assert len(await opened(town, programme)) == 1


async def test_what_somebody_has_reported_is_not_opened_again(somerset: Town) -> None:
    town = somerset
    async with town.units() as uow:
        await uow.cases.put([replace(case, cared_for=False) for case in CASES.values()])
        await uow.commit()
    form = await town.chat("theo").says("report event")
    assert form.card
    await town.chat("theo").press(
        "report_event", on=form.card.render(), kind="becomes_looked_after", record="C-24113"
    )
    town.later(days=20)
    await imports(town, C_24113="yes")
    assert await town.tick(open_after_events) == 0


async def test_a_first_list_reports_nothing(somerset: Town) -> None:
    await somerset.hires(hired("Sid Lane", "service_improvement_team"))
    await imports(somerset, C_24113="yes")
    assert await somerset.tick(open_after_events) == 0
