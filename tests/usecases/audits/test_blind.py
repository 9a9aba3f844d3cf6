"""Until both are in, nothing that the other auditor sees gives a grade away (HER-04, E-47)."""

from __future__ import annotations

import json

import pytest

from domain.refs import Ref
from tests.cast import PEOPLE
from tests.chat import Chat
from tests.town import Town
from usecases.showing import views

SECRET = "Marmalade skies in the chronology"
CASE = "C-23087"


async def everything(town: Town, person_id: str) -> dict[str, str]:
    """Every view of every subject that there is, as one person gets it."""
    chat, found = town.chat(person_id), {}
    for kind in views():
        for about in ("audit-1", "form-1", "form-2", "seat-1", "seat-2", "notice-1", "cycle-1"):
            card = await chat.sees(kind, Ref.parse(about))
            if card:
                found[f"{kind} of {about}"] = json.dumps(card)
    return found


async def both_start(town: Town) -> tuple[Chat, Chat]:
    await town.audit(CASE, lead="tess", peer="ada")
    tess, ada = town.chat("tess"), town.chat("ada")
    await tess.press("start_audit")
    await ada.press("start_audit")
    return tess, ada


@pytest.mark.parametrize("reader", sorted(PEOPLE.keys() - {"ada"}))
async def test_nobody_reads_what_the_peer_wrote_before_both_are_in(
    herefordshire: Town, reader: str
) -> None:
    _, ada = await both_start(herefordshire)
    await ada.grades(*["inadequate"] * 6, overall="inadequate", words=SECRET)
    herefordshire.later(hours=1)
    assert await herefordshire.settle() == 0
    for name, card in (await everything(herefordshire, reader)).items():
        assert SECRET not in card, f"{reader} reads it in {name}"
    for posted in herefordshire.chat(reader).cards:
        assert SECRET not in json.dumps(posted.card)


async def test_the_leads_own_cards_do_not_show_the_peers_grade(herefordshire: Town) -> None:
    tess, ada = await both_start(herefordshire)
    await tess.grades(*["good"] * 6, overall="good")
    before = await everything(herefordshire, "tess")
    await ada.grades(*["inadequate"] * 6, overall="inadequate", words=SECRET)
    after = await everything(herefordshire, "tess")
    shown = {name for name, card in after.items() if "Inadequate" in card}
    assert shown == {name for name, card in before.items() if "Inadequate" in card}


async def test_a_drafts_words_are_the_holders_alone(herefordshire: Town) -> None:
    _, ada = await both_start(herefordshire)
    await ada.press("save_area", grade="good", evidence=SECRET)
    assert any(SECRET in card for card in (await everything(herefordshire, "ada")).values())
    for reader in PEOPLE.keys() - {"ada"}:
        cards = (await everything(herefordshire, reader)).values()
        assert not any(SECRET in card for card in cards), reader


async def test_the_peers_form_cannot_be_opened_by_the_lead(herefordshire: Town) -> None:
    tess, ada = await both_start(herefordshire)
    form = ada.card("grading")
    outcome = await tess.press("save_area", on=form, evidence="Tess writes into it")
    assert "This is not yours to do" in outcome.line
    assert outcome.card is None
    peer = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert peer is not None
    assert peer.areas == ()


async def test_the_count_of_graded_areas_is_all_that_shows(herefordshire: Town) -> None:
    tess, ada = await both_start(herefordshire)
    await ada.press("finish_area", grade="good", evidence=SECRET)
    assert "1 of 6" in ada.words("audit_allocated")
    assert "0 of 6" in tess.words("audit_allocated")
