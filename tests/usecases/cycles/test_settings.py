"""Agencies, homes and nurseries are audited once a year, and named by people (COL-07, COL-29)."""

from __future__ import annotations

import pytest

from domain.audits.audit import AuditState
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.cycles.writing import day, hired, looked_at, opened, settles, writes
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.proposing import propose_draws


async def proposed(town: Town, role: str = "commissioning", year: int = 2026) -> Town:
    """Nell and Max hold the role; a week before June the lists lie before them."""
    await town.hires(hired("Nell Ward", role), hired("Max Dene", role))
    town.now = day(f"{year}-05-26")
    await town.tick(propose_draws)
    return town


@pytest.mark.parametrize(
    ("programme", "role", "areas"),
    [
        pytest.param(
            "fostering_agency_audit", "commissioning", 2, marks=pytest.mark.rows("COL-07")
        ),
        pytest.param(
            "semi_independent_audit", "commissioning", 2, marks=pytest.mark.rows("COL-08")
        ),
        pytest.param(
            "early_years_audit", "education_and_early_years", 3, marks=pytest.mark.rows("COL-29")
        ),
    ],
)
async def test_named_settings_are_audited_in_june(
    city_of_london: Town, programme: str, role: str, areas: int
) -> None:
    town = city_of_london
    title = town.council.framework.programme(programme).title
    await proposed(town, role)
    nell = town.chat("nell")
    form = next(c.card for c in nell.cards if title in words(c.card))
    assert "None is known yet: name them" in words(form)
    assert any(duty.kind == "settle_draw" for duty in await town.duties("nell"))
    about = next(c.about for c in nell.cards if title in words(c.card))
    await nell.press("name_subjects", on=form, names="Harbour House, Elm Tree")
    shown = await nell.sees("draw_proposed", about)
    assert shown
    assert "2 settings chosen" in words(shown)
    await nell.press("confirm_draw", on=shown)
    assert all(duty.subject != about for duty in await town.duties("nell"))
    town.now = day("2026-06-01")
    await town.tick(begin_cycles)
    audits = await opened(town, programme)
    assert {audit.case_ref for audit, _ in audits} == {"Harbour House", "Elm Tree"}
    assert {(await looked_at(town, audit)).kind for audit, _ in audits} == {"setting"}
    ((audit, (seat,)), _) = audits
    chat = town.chat(seat.holder or "")
    card = chat.words("audit_allocated")
    assert "visit it and write what you find" in card
    assert "Tuesday 30 June" in card
    await chat.press("start_audit")
    assert "Grade" not in chat.words("grading")
    assert (await writes(chat, areas)).startswith("Submitted")
    await settles(town)
    assert await town.state(audit.id) is AuditState.FINAL


async def test_next_year_the_settings_on_the_list_are_proposed(city_of_london: Town) -> None:
    town = await proposed(city_of_london)
    agencies = town.chat("nell").cards[0]
    await town.chat("nell").press("name_subjects", on=agencies.card, names="Harbour House")
    await proposed(town, year=2027)
    later = [c.card for c in town.chat("nell").cards if "June 2027" in words(c.card)]
    assert sum("Harbour House" in words(card) for card in later) == 1
    assert sum("None is known yet" in words(card) for card in later) == 1


async def test_nothing_opens_without_a_name_and_a_bad_one_is_refused(
    city_of_london: Town,
) -> None:
    town = await proposed(city_of_london)
    nell, first = town.chat("nell"), town.chat("nell").cards[0]
    refused = await nell.press("confirm_draw", on=first.card)
    assert "Nothing is named yet, so nothing was opened" in refused.line
    for names, said in ((" , ", "at least one setting"), ("x" * 65, "at most 64 characters")):
        assert said in (await nell.press("name_subjects", on=first.card, names=names)).line
    record = await nell.press("name_subjects", on=first.card, names="C-23087")
    assert "is the name of something else here" in record.line
    assert await opened(town, "fostering_agency_audit") == []


async def test_one_taken_out_is_not_replaced(city_of_london: Town) -> None:
    town = await proposed(city_of_london)
    nell, first = town.chat("nell"), town.chat("nell").cards[0]
    await nell.press("name_subjects", on=first.card, names="Harbour House; Elm Tree")
    shown = await nell.sees("draw_proposed", first.about)
    assert shown
    out = await nell.press("leave_out_record", on=shown, record="Elm Tree", reason="It closed")
    assert out.line == "Elm Tree is out; none came in."
    proposal = await town.read(lambda uow: uow.proposals.get(first.about.number))
    assert proposal is not None
    assert proposal.drawn == ("Harbour House",)


async def test_only_those_who_choose_name(city_of_london: Town) -> None:
    town = await proposed(city_of_london)
    first = town.chat("nell").cards[0]
    assert await town.chat("tess").sees("draw_proposed", first.about) is None
    line = await town.chat("tess").tampers("name_subjects", str(first.about), 1, names="Elm Tree")
    assert "not yours" in line
