"""What somebody is asked for by itself leads back to the entry that has it asked."""

from __future__ import annotations

from domain.people.person import Person
from domain.refs import Ref
from tests.cast import PEOPLE
from tests.town import Town
from year.ledger import Ledger, Served
from year.tracing import Reached, caused_by

LEADS = frozenset({"academy_practice_improvement_lead"})
LEA = Person(id="lea", name="Lea Finn", aad_object_id="l", roles=LEADS)

OPERATIONS = frozenset({"operations_manager"})
OLA = Person(id="ola", name="Ola Finch", aad_object_id="o", roles=OPERATIONS)


async def rows(town: Town, kind: str, about: Ref, who: Person = PEOPLE["sam"]) -> set[str]:
    """The rows that count once it has reached somebody."""
    async with town.units(reading=True) as uow:
        reached = Reached(uow=uow, council=town.council, kind=kind, about=about, person=who)
        entries = await caused_by(reached)
    ledger = Ledger(town.council.framework)
    ledger.note(entries, Served(day=town.now.date(), kind=kind, person=who.id))
    return set(ledger.rows)


def about(town: Town, person: str, kind: str) -> Ref:
    """What the newest card of a kind in somebody's chat is about."""
    return [one.about for one in town.chat(person).cards if one.kind == kind][-1]


async def test_an_example_leads_to_the_selection_that_has_it_asked(sefton: Town) -> None:
    await sefton.chat("cora").says("ask for examples")
    await sefton.deliver()
    asked = about(sefton, "sam", "example_requested")
    assert "SEF-30" in await rows(sefton, "example_requested", asked)
    assert "SEF-02" not in await rows(sefton, "example_requested", asked)


async def test_what_came_in_leads_to_its_own_rule(sefton: Town) -> None:
    reply = await sefton.chat("otto").says("intake")
    assert reply.card is not None
    assert await rows(sefton, "intake_form", Ref("intake", "1")) == {"SEF-52"}
    assert await rows(sefton, "intake_form", Ref("intake", "2")) == set()


async def test_what_is_only_planned_counts_for_whom_somebody_started_it(sefton: Town) -> None:
    await sefton.hires(LEA)
    assert await rows(sefton, "activity_due", Ref("occurrence", "1"), LEA) == set()
    await sefton.chat("cora").says("activity auditing in a group")
    await sefton.chat("cora").says("day: 2026-12-18")
    started = about(sefton, "lea", "activity_due")
    assert await rows(sefton, "activity_due", started, LEA) == {"SEF-45"}


async def test_a_form_of_progress_leads_to_the_rule_that_tracks(sefton: Town) -> None:
    assert await rows(sefton, "review_actions", Ref("tracker_form", "sam")) == {"SEF-12"}
    assert await rows(sefton, "another_duty", Ref("tracker_form", "sam")) == set()


async def test_a_request_for_feedback_leads_to_its_way_of_hearing(herefordshire: Town) -> None:
    ways = herefordshire.council.framework.feedback
    way = next(one for one in ways if "record_closed" in one.prompted_when)
    asked = Ref("prompt", f"{way.key}.C-23087")
    assert await rows(herefordshire, "feedback_prompt", asked) == set(way.ref)


async def test_who_decides_on_an_incident_has_the_decision_and_the_way_to_learn(
    somerset: Town,
) -> None:
    town, tess = somerset, somerset.chat("tess")
    await town.hires(OLA)
    await tess.says("raise C-23087")
    await tess.press("send_response", trigger="incidents.serious_incident", facts="Seen at home")
    raised, hal = about(town, "hal", "serious_incident"), PEOPLE["hal"]
    assert await rows(town, "serious_incident", raised, hal) == {"SOM-42", "SOM-44", "SOM-46"}
    assert await rows(town, "serious_incident", raised, OLA) == {"SOM-42"}
    await town.chat("hal").press(
        "decide_incident", decision="0", reason="A child died", decided_on="2026-12-01"
    )
    assert "SOM-45" in await rows(town, "serious_incident", raised, OLA)
