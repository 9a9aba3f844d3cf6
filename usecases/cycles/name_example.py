"""Answer a request for good practice: name a record, or none."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.example import Example, ExampleState
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.coordinating import tell_coordinators
from usecases.cycles.examples import example_in
from usecases.cycles.starting import known_record


@verb(subject="example", past="named it")
async def name_example(ask: Ask) -> Answer:
    """Keep the record and the reason, and tell those who run audits."""
    asked = await example_in(ask, ExampleState.ASKED)
    record = await known_record(ask, ask.typed("record"))
    why = accept_words("why", ask.typed("why"))
    if not why:
        raise Fault("Please say what is good about it. Nothing was kept yet.", field="why")
    named = replace(asked, state=ExampleState.NAMED, case_ref=record, why=why)
    await _answered(ask, named, "name_example")
    await tell_coordinators(
        ask.uow, ask.council, "example_requested", ask.ref, ask.now, once="named"
    )
    line = f"Thank you. The QA team has been told of {record}."
    return Answer(view="example_requested", about=ask.ref, changed=(ask.ref,), line=line)


@verb(subject="example", past="named none")
async def name_no_example(ask: Ask) -> Answer:
    """There is none to name just now."""
    asked = await example_in(ask, ExampleState.ASKED)
    await _answered(ask, replace(asked, state=ExampleState.NONE), "name_no_example")
    line = "Thank you for looking."
    return Answer(view="example_requested", about=ask.ref, changed=(ask.ref,), line=line)


async def _answered(ask: Ask, example: Example, action: str) -> None:
    saved = await ask.uow.examples.save(example)
    await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now)
    details = {"version": saved.version}
    await ask.uow.trail.record(ask.ref, action, actor=ask.actor.id, now=ask.now, details=details)
