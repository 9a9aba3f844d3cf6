"""Whoever waits for somebody else's step sees it, and whose it is."""

from __future__ import annotations

from dataclasses import replace

from cards.nudges.digest import WaitLine
from domain.frameworks.sections import Cadence, Report
from domain.refs import Ref
from tests.cast import SAM
from tests.cast_leicestershire import QUIN
from tests.town import Town
from tests.usecases.approvals.test_approvals import ANSWERS, SMITA, asks_on
from tests.usecases.nominations.seeding import CARA, CLEO, nominated, nomination
from tests.usecases.responses.making import answers, raised
from usecases.agenda.waiting import waiting_for_others
from usecases.calendar.opening import open_activities
from usecases.showing import Look


async def waits(town: Town, person: str) -> dict[str, WaitLine]:
    """What somebody waits for, by its words."""
    async with town.units(reading=True) as uow:
        reader = await uow.people.get(person)
        assert reader is not None
        look = Look(
            uow=uow,
            council=town.council,
            reader=reader,
            about=Ref("person", person),
            now=town.now,
        )
        return {line.text: line for line in await waiting_for_others(look)}


async def test_a_nomination_waits_for_its_verifier_and_a_question_for_its_nominator(
    somerset: Town,
) -> None:
    town = somerset
    await town.hires(CLEO, CARA)
    await nominated(town)
    one = await nomination(town)
    verifier = CLEO if one.verifier == "cleo" else CARA
    (line,) = (await waits(town, "wes")).values()
    assert (line.text, line.detail) == (f"A decision on {one.number}", verifier.name)
    assert await waits(town, verifier.id) == {}
    asked = await town.chat(verifier.id).press("query_nomination", question="When was it?")
    assert asked.done, asked.line
    assert await waits(town, "wes") == {}
    assert (await waits(town, verifier.id))[f"An answer on {one.number}"].detail == "Wes Tarn"


async def test_the_auditor_waits_for_the_worker_who_asks_the_family(herefordshire: Town) -> None:
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada", talked=False)
    line = (await waits(town, "ada"))["The family of C-23087"]
    assert line.detail == "Wes Tarn asks"
    assert "The family of C-23087" not in await waits(town, "wes")


async def test_what_was_sent_to_be_passed_waits_for_whoever_passes_it(leicestershire: Town) -> None:
    town = leicestershire
    await town.hires(SMITA)
    await asks_on(town, 2027, 3, 1)
    sent = await town.chat(QUIN.id).press("send_approval", on=None, **ANSWERS, link="Plans 2027")
    assert sent.done, sent.line
    (line,) = [one for text, one in (await waits(town, QUIN.id)).items() if "Passing" in text]
    assert line.detail
    assert line.verb == "open_approval"
    pressed = await town.chat(QUIN.id).tampers("open_approval", "approval-999", 1)
    assert pressed  # another's is not opened
    assert await waits(town, "ava") == {}


async def test_who_raised_what_cannot_wait_sees_who_has_it(sefton: Town) -> None:
    one = await raised(sefton)
    raiser = (await waits(sefton, one.raised_by))[f"An answer to {one.number}"]
    assert raiser.detail
    await answers(sefton)
    assert f"An answer to {one.number}" not in await waits(sefton, one.raised_by)


async def test_a_report_waits_for_whoever_passes_it(herefordshire: Town) -> None:
    town = herefordshire
    report = Report(
        key="pack",
        title="Monthly pack",
        prepared_by=("service_manager",),
        approved_by=("head_of_service",),
        cadence=Cadence(every="month"),
    )
    alone = {"activities": (), "reports": (report,), "nudges": ()}
    framework = town.council.framework.model_copy(update=alone)
    town.council = replace(town.council, framework=framework)
    await town.tick(open_activities)
    assert await waits(town, SAM.id) == {}
    given = await town.chat(SAM.id).press("give_report", evidence="https://example.org/pack")
    assert given.done, given.line
    (line,) = (await waits(town, SAM.id)).values()
    assert (line.text, line.detail) == ("Passing: Monthly pack", "Hal Grove")
    await town.chat("hal").press("pass_report")
    assert await waits(town, SAM.id) == {}
