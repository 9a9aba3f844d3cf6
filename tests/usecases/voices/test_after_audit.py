"""Whoever asks for feedback after an audit is told once, and sends it with one press (SOM-29)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import AuditState, NewAudit, NewCycle, NewSeat
from domain.audits.looked_at import team_ref
from domain.cases.case import Case, CaseKind
from domain.people.person import Person
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.cards.walk import words
from tests.cast import CASES, NORTH, PEOPLE
from tests.town import Town
from tests.usecases.follow_up.finals import becomes_final
from tests.usecases.voices.saying import APRIL, SIT, town_of
from usecases.voices.rounds import RUN, open_rounds

PANEL = ("ada", "ivy")
VISITED, OF_PANEL = "diagnostic_visited_team", "diagnostic_panel"


async def diagnostic(town: Town, programme: str = "team_diagnostic") -> int:
    """One of Safeguarding North, led by Ada with Ivy on the panel; gives the audit's id."""
    team = Case(ref=team_ref(NORTH), team=NORTH, kind=CaseKind.TEAM)
    case = team if programme == "team_diagnostic" else CASES["C-23087"]
    keys = town.council.framework.programme(programme).seats
    day = town.now.date()
    seats = tuple(
        NewSeat(role=rule.key, holder=who, due_on=day, why="By hand")
        for rule, who in zip(keys, PANEL, strict=False)
    )
    cycle = NewCycle(
        framework=town.council.framework.id,
        programme=programme,
        opens_on=day,
        due_on=day,
        seed=1,
        pool_size=1,
        opened_by="sit",
    )
    async with town.units() as uow:
        await uow.cases.put([case])
        new = [NewAudit(case_ref=case.ref, seats=seats)]
        number = await uow.audits.open_cycle(cycle, new, town.now)
        assert number is not None
        ((audit, _),) = await uow.audits.of_cycle(number)
        await uow.commit()
    return audit.id


async def ended(units: SqlUnitsOfWork, *others: Person, programme: str = "team_diagnostic") -> Town:
    """The diagnostic's grades are final on the first of April."""
    town = await town_of(units, "somerset", *(others or (SIT,)), now=APRIL)
    audit = await diagnostic(town, programme)
    await becomes_final(town, audit, None)
    assert await town.state(audit) is AuditState.FINAL
    return town


def round_of(key: str) -> Ref:
    return Ref("round", f"{key}.20260401.1")


@pytest.mark.rows("SOM-29")
async def test_after_a_diagnostic_both_surveys_are_ready_to_send_once(
    units: SqlUnitsOfWork,
) -> None:
    town = await ended(units)
    sia = town.chat("sit")
    assert sia.kinds.count("feedback_round") == 2
    duties = await town.duties("sit")
    assert {duty.subject for duty in duties} == {round_of(VISITED), round_of(OF_PANEL)}
    assert {(duty.kind, duty.due_at.date().isoformat()) for duty in duties} == {(RUN, "2026-04-15")}
    work = await sia.says("my work")
    assert work.card
    assert f"Ask for feedback on Team {NORTH}" in words(work.card.render())

    visited = await sia.sees("feedback_round", round_of(VISITED))
    assert visited
    assert f"After\nTeam {NORTH}" in words(visited)
    sent = await sia.press("send_round", on=visited)
    assert sent.line == "3 colleagues asked."
    panel = await sia.sees("feedback_round", round_of(OF_PANEL))
    assert (await sia.press("send_round", on=panel)).line == "2 colleagues asked."
    assert await town.duties("sit") == []
    for name, asked in (("wes", "for your team"), ("ada", "carry out the diagnostic")):
        assert asked in town.chat(name).words("survey_asked")
        assert town.chat(name).kinds.count("survey_asked") == 1
    again = await sia.tampers("send_round", str(round_of(VISITED)), 1)
    assert again == "This round has ended, so nothing was changed."

    await town.chat("ada").press("answer_survey")
    await town.chat("ada").press("finish_voice", answer_1="A full day", answer_2="Shorter")
    done = await sia.sees("feedback_round", round_of(OF_PANEL))
    assert done
    assert "1 answer" in words(done)


async def test_the_clock_opens_no_round_of_what_comes_after_an_audit(
    units: SqlUnitsOfWork,
) -> None:
    town = await ended(units)
    assert await town.tick(open_rounds) == 1  # the survey of supervision, which is April's
    assert town.chat("sit").kinds.count("feedback_round") == 3


async def test_nobody_need_be_asked(units: SqlUnitsOfWork) -> None:
    town = await ended(units)
    sia = town.chat("sit")
    card = await sia.sees("feedback_round", round_of(OF_PANEL))
    assert (await sia.press("close_round", on=card)).line.startswith("Ended.")
    assert [duty.subject for duty in await town.duties("sit")] == [round_of(VISITED)]
    assert "survey_asked" not in town.chat("ada").kinds


async def test_where_nobody_has_the_role_those_who_run_cycles_ask(units: SqlUnitsOfWork) -> None:
    town = await ended(units, replace(SIT, roles=frozenset({"qa_service_manager"})))
    assert town.chat("sit").kinds.count("feedback_round") == 2
    assert {duty.kind for duty in await town.duties("sit")} == {RUN}


async def test_another_audit_asks_for_no_survey(units: SqlUnitsOfWork) -> None:
    town = await ended(units, programme="practice_evaluation")
    assert "feedback_round" not in town.chat("sit").kinds
    line = await town.chat("sit").tampers("send_round", str(round_of(OF_PANEL)), 1)
    assert line.startswith("That is not here any more.")
    assert "survey_asked" not in town.chat("ada").kinds


@pytest.mark.parametrize(
    "ref",
    [
        f"round-{OF_PANEL}.20260401.x",
        f"round-{OF_PANEL}.20260401.",
        f"round-{OF_PANEL}.20260401.0",
        f"round-{OF_PANEL}.20260401",
        "round-supervision_survey.20260401.1",
    ],
)
async def test_what_comes_after_no_audit_cannot_be_sent(units: SqlUnitsOfWork, ref: str) -> None:
    town = await ended(units)
    await town.chat("sit").tampers("send_round", ref, 1)
    assert not {name for name in PEOPLE if "survey_asked" in town.chat(name).kinds}


async def test_only_whoever_runs_it_sends_it(units: SqlUnitsOfWork) -> None:
    town = await ended(units)
    line = await town.chat("wes").tampers("send_round", str(round_of(OF_PANEL)), 1)
    assert line.startswith("This is not yours to do")
    assert "survey_asked" not in town.chat("ada").kinds
