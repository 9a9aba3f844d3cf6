"""Audit a record that was named as good practice."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.example import ExampleState
from usecases.asking import Answer, Ask, verb
from usecases.cycles.examples import example_in
from usecases.cycles.starting import start_audits


@verb(subject="example", past="had it audited")
async def audit_example(ask: Ask) -> Answer:
    """Open its audit today, with an auditor who is independent of it."""
    example = await example_in(ask, ExampleState.NAMED)
    programme = ask.council.framework.programme(example.programme)
    occasion = f"example/{ask.today.isoformat()}/{example.id}"
    await start_audits(
        ask, programme, (example.case_ref,), occasion, theme="An example of good practice"
    )
    saved = await ask.uow.examples.save(replace(example, state=ExampleState.AUDITED))
    await ask.uow.trail.record(
        ask.ref,
        "audit_example",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    line = f"{programme.title} of {example.case_ref} is open."
    return Answer(view="example_requested", about=ask.ref, changed=(ask.ref,), line=line)
