"""Moderation by typing: a question's answer, the preview of the draw, and who may see it."""

from __future__ import annotations

import pytest

from tests.cards.walk import words
from tests.town import Town
from tests.usecases.moderation.months import deep_dives
from tests.usecases.moderation.panels import RI, at, grades_alone, panel, person, ticks

GAIL = person("Gail Moss", "safeguarding_review_service_manager")
SAL = person("Sal Wood", "service_manager")


async def asked(town: Town) -> int:
    """A member of the panel has asked Sal; gives the audit."""
    (audit,) = await deep_dives(town, [RI], people=(GAIL, SAL))
    town.now = at("2026-12-07 09:00")
    await ticks(town)
    member = next(s.holder for s in await panel(town, audit) if s.role == "quality")
    await grades_alone(town, str(member), dict.fromkeys(range(9), RI))
    await town.chat(str(member)).press("ask_colleague", person="sal", question="Usual?")
    return audit


@pytest.mark.rows("SEF-21")
async def test_a_view_is_typed_after_a_colon(sefton: Town) -> None:
    audit = await asked(sefton)
    reply = await sefton.chat("sal").says("view: Yes, after a move.")
    assert "view kept" in reply.line or "word for word" in reply.line
    (view,) = await sefton.read(lambda uow: uow.moderations.views_of(audit))
    assert view.answer == "Yes, after a move."


async def test_a_bare_word_is_no_view(sefton: Town) -> None:
    audit = await asked(sefton)
    await sefton.chat("sal").says("hm")
    (view,) = await sefton.read(lambda uow: uow.moderations.views_of(audit))
    assert view.answered_at is None


async def test_a_coordinator_sees_the_draw_before_its_day(sefton: Town) -> None:
    await sefton.hires(person("Quin Reed", "quality_assurance_manager"))
    await deep_dives(sefton, [RI] * 3, people=())
    reply = await sefton.chat("quin").says("moderation")
    assert reply.card is not None
    said = words(reply.card.render())
    assert "1 of 3 go to moderation" in said
    assert "Nothing has been sent." in said


async def test_nobody_else_sees_it(sefton: Town) -> None:
    await deep_dives(sefton, [RI] * 3, people=())
    reply = await sefton.chat("ada").says("moderation")
    assert reply.card is None
    assert reply.line.startswith("The draw for moderation is shown to those who run the audits.")


async def test_a_council_without_a_draw_says_so(herefordshire: Town) -> None:
    assert "nothing to show" in (await herefordshire.chat("cora").says("moderation")).line
