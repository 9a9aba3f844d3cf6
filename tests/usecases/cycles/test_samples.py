"""One person reads several records and answers for each (LEI-13, LEI-20, SOM-14 to SOM-16)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.cases.case import Case, CaseKind
from domain.refs import Ref
from tests.cast import NORTH, SOUTH, TESS
from tests.town import Town
from tests.usecases.cycles.writing import day, hired, looked_at, opened, settles, writes
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.opening_by_itself import open_by_themselves
from usecases.cycles.proposing import propose_draws


async def commission(town: Town, name: str, **inputs: str) -> str:
    """Fill the form in and press; gives the line."""
    form = await town.chat(name).sees("audit_commission", Ref("person", name))
    assert form
    return (await town.chat(name).press("commission_audit", on=form, **inputs)).line


@pytest.mark.rows("LEI-13")
async def test_a_dip_sample_is_one_audit_with_an_answer_for_each_record(
    leicestershire: Town,
) -> None:
    town = leicestershire
    town.now = day("2026-05-05")
    await commission(
        town,
        "quin",
        programme="dip_sample",
        records="C-23087, C-23101 C-24113",
        reason="Are chronologies up to date?",
    )
    ((audit, (seat,)),) = await opened(town, "dip_sample")
    case = await looked_at(town, audit)
    assert (case.kind, case.records) == (CaseKind.SAMPLE, ("C-23087", "C-23101", "C-24113"))
    assert seat.holder not in {None, "tess", "theo", "sam"}  # they manage somebody of the sample
    chat = town.chat(seat.holder or "")
    said = chat.words("audit_allocated")
    assert "In the sample: C-23087, C-23101 and C-24113." in said
    assert "Are chronologies up to date?" in said
    await chat.press("start_audit")
    assert (await writes(chat, 5, ("yes", "in_part", "yes"))).startswith("Submitted")
    await settles(town)
    for manager in ("tess", "theo"):
        findings = town.chat(manager).words("audit_findings")
        assert "In part" in findings
        assert "C-23101" in findings
        assert "3 records: 2 Yes, 1 In part" in findings


async def test_an_answer_is_needed_and_must_be_one_of_the_list(leicestershire: Town) -> None:
    town = leicestershire
    town.now = day("2026-05-05")
    await commission(
        town, "quin", programme="dip_sample", records="C-23087", reason="Drift in plans"
    )
    ((_, (seat,)),) = await opened(town, "dip_sample")
    chat = town.chat(seat.holder or "")
    await chat.press("start_audit")
    for _ in range(2):
        await chat.press("finish_area", evidence="Seen")
    refused = await chat.press("finish_area", evidence="Seen")
    assert "Please choose one: Yes, In part or No." in refused.line
    typed = await chat.says("in part")
    assert "In part" in typed.line
    assert "good" not in chat.words("grading").casefold().split()


@pytest.mark.rows("LEI-20")
async def test_the_lado_sample_opens_by_itself_and_its_reader_names_the_cases(
    leicestershire: Town,
) -> None:
    town = leicestershire
    await town.hires(hired("Lara Finch", "safeguarding_performance_service_manager"))
    async with town.units() as uow:
        await uow.cases.put([Case(ref=f"L-{n}", service="LADO", worker="wes") for n in range(3)])
        await uow.commit()
    town.now = day("2026-07-01")
    assert await town.tick(open_by_themselves) == 1
    assert await town.tick(open_by_themselves) == 0
    lara = town.chat("lara")
    await lara.press("start_audit")
    asks = await lara.sees("sample_choice", Ref("sample", lara.cards[-1].about.key))
    assert asks
    for records, said in (
        ("", "at least one record"),
        ("C-23087", "I know no open record"),
        (" ".join(f"L-{n}" for n in range(13)), "at most 12"),
    ):
        assert said in (await lara.press("choose_sample", on=asks, records=records)).line
    await lara.press("choose_sample", on=asks, records="l-1 L-2")
    ((audit, _),) = await opened(town, "lado_dip_sample")
    assert (await looked_at(town, audit)).records == ("L-1", "L-2")
    assert (await writes(lara, 4, ("yes", "no"))).startswith("Submitted")


@pytest.mark.rows("LEI-21")
async def test_lado_colleagues_read_each_others_cases_and_never_their_own(
    leicestershire: Town,
) -> None:
    town = leicestershire
    role = "local_authority_designated_officer"
    await town.hires(hired("Lou Marsh", role, team="LADO"), hired("Liv Stone", role, team="LADO"))
    async with town.units() as uow:
        await uow.cases.put(
            [
                Case(ref=f"L-{who}", service="LADO", team="LADO", worker=who)
                for who in ("lou", "liv")
            ]
        )
        await uow.commit()
    town.now = day("2026-07-01")
    assert await town.tick(open_by_themselves) == 1
    audits = await opened(town, "lado_peer_audit")
    assert {(a.case_ref, s.holder) for a, (s,) in audits} == {("L-lou", "liv"), ("L-liv", "lou")}
    assert "L-lou" in town.chat("liv").words("audit_allocated")


@pytest.mark.parametrize(
    ("programme", "before", "opens", "theme"),
    [
        pytest.param(
            "sit_dip_review", "2026-06-24", "2026-07-01", True, marks=pytest.mark.rows("SOM-15")
        ),
        pytest.param(
            "send_dip_review", "2026-08-25", "2026-09-01", False, marks=pytest.mark.rows("SOM-16")
        ),
    ],
)
async def test_the_county_reviews_take_a_record_of_each_team(
    somerset: Town, programme: str, before: str, opens: str, theme: bool
) -> None:
    town = somerset
    sits = [hired(name, "service_improvement_team") for name in ("Sid Lane", "Sue Park")]
    await town.hires(*sits)
    async with town.units() as uow:
        await uow.cases.put([Case(ref="F-1", team="Front Door", service="Front Door")])
        await uow.commit()
    town.now = day(before)
    await town.tick(propose_draws)
    title = town.council.framework.programme(programme).title
    posted = next(c for c in town.chat("sid").cards if title in str(c.card))
    sid = town.chat("sid")
    if theme:
        assert "has no theme yet" in (await sid.press("confirm_draw", on=posted.card)).line
        await sid.press("brief_draw", on=posted.card, theme="Life story work")
    shown = await sid.sees("draw_proposed", posted.about)
    assert shown
    await sid.press("confirm_draw", on=shown)
    town.now = day(opens)
    await town.tick(begin_cycles)
    ((audit, (seat,)),) = await opened(town, programme)
    case = await looked_at(town, audit)
    records = await town.read(lambda uow: uow.cases.all())
    teams = {records[ref].team for ref in case.records}
    assert teams == ({NORTH, SOUTH, "Front Door"} if theme else {NORTH, SOUTH})  # E-75
    assert seat.holder in {"sid", "sue"}
    chat = town.chat(seat.holder or "")
    assert ("Life story work" in chat.words("audit_allocated")) is theme
    await chat.press("start_audit")
    answers = ("yes", "no", "in_part")[: len(case.records)]
    assert (await writes(chat, 1 + len(answers), answers)).startswith("Submitted")


@pytest.mark.rows("COL-33")
async def test_a_manager_ticks_off_the_stages_of_a_record_that_they_chose(
    city_of_london: Town,
) -> None:
    town = city_of_london
    await town.hires(
        replace(
            TESS,
            id="sia",
            name="Sia Lowe",
            aad_object_id="aad-sia",
            email="sia@example.org",
            roles=frozenset({"service_manager"}),
            team="",
            line_manager=None,
        )
    )
    asked = {"programme": "oversight_check", "reason": "A look before the meeting"}
    own = await commission(town, "sam", records="C-23087", **asked)
    assert "You cannot look at C-23087: Sam Field manages the worker" in own
    await commission(town, "sia", records="C-23087", **asked)
    ((_, (seat,)),) = await opened(town, "oversight_check")
    assert seat.holder == "sia"
    sia = town.chat("sia")
    await sia.press("start_audit")
    card = sia.words("grading")
    assert all(word in card for word in ("Seen", "In part", "Not seen", "Not applicable"))
    for answer in ("seen", "not_seen", "in_part", *["not_applicable"] * 5):
        await sia.press("finish_area", grade=answer)
    assert (await sia.press("submit_assessment", reason="Sound")).line.startswith("Submitted")
    await settles(town)
    findings = town.chat("tess").words("audit_findings")
    assert "Not seen" in findings
