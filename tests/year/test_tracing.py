"""What reached somebody leads back to the entry that caused it, and to no other."""

from __future__ import annotations

from domain.refs import Ref
from tests.cast import PEOPLE
from tests.town import Town
from year.tracing import Reached, caused_by


async def rows(town: Town, person: str, kind: str, about: Ref) -> set[str]:
    """The rows of the entries behind a card."""
    async with town.units(reading=True) as uow:
        reached = Reached(
            uow=uow, council=town.council, kind=kind, about=about, person=PEOPLE[person]
        )
        return {row for entry in await caused_by(reached) for row in entry.ref}


async def card(town: Town, person: str, kind: str) -> set[str]:
    posted = next(one for one in town.chat(person).cards if one.kind == kind)
    return await rows(town, person, kind, posted.about)


async def test_an_allocation_leads_to_its_own_seat(herefordshire: Town) -> None:
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    seats = {
        seat.key: set(seat.ref) for seat in town.council.framework.programme(town.programme).seats
    }
    lead, peer = (
        await card(town, "tess", "audit_allocated"),
        await card(town, "ada", "audit_allocated"),
    )
    assert seats["lead"] <= lead
    assert seats["peer"] <= peer
    assert "HER-01" in lead  # the draw
    assert not lead & {"HER-05", "HER-06", "HER-07", "HER-08"}  # notice, family, talks, moderation


async def test_a_notice_leads_to_the_notice(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    assert "HER-05" in await card(herefordshire, "wes", "audit_notice")


async def test_an_area_counts_once_its_auditor_has_come_to_it(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada")
    await sefton.chat("ada").press("start_audit")
    assert "SEF-06" in await card(sefton, "ada", "grading")
    for _ in range(6):
        assert "SEF-26" not in await card(sefton, "ada", "grading")  # that is area 7
        await sefton.chat("ada").press("finish_area", grade="good", evidence="Seen")
    assert "SEF-26" in await card(sefton, "ada", "grading")


async def test_a_digest_and_what_nobody_knows_lead_nowhere(sefton: Town) -> None:
    assert await rows(sefton, "ada", "digest", Ref("person", "ada")) == set()
    assert await rows(sefton, "ada", "audit_allocated", Ref("seat", "4711")) == set()
    assert await rows(sefton, "ada", "audit_allocated", Ref("seat", "no-number")) == set()
    assert await rows(sefton, "ada", "anything", Ref("unheard_of", "1")) == set()
