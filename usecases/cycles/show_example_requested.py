"""A request for good practice, for whoever was asked and for those who run audits."""

from __future__ import annotations

from cards.cycles.example_requested import ExampleRequested
from domain.audits.example import ExampleState
from usecases.showing import Look, shows


@shows("example_requested")
async def show_example_requested(look: Look) -> ExampleRequested | None:
    """Its state; None for anybody else, and for the QA team before it is answered."""
    example = await look.uow.examples.get(look.about.number)
    if example is None:
        return None
    mine = example.asked_of == look.reader.id
    runs = look.council.coordinates(look.reader)
    if not mine and (not runs or example.state is ExampleState.ASKED):
        return None
    by = await look.uow.people.get(example.asked_by)
    of = await look.uow.people.get(example.asked_of)
    return ExampleRequested(
        ref=look.about,
        version=example.version,
        programme=look.council.framework.programme(example.programme).title,
        asked_by=by.name if by else "The QA team",
        asked_of=of.name if of else "Somebody who has left",
        state=example.state.value,
        case=example.case_ref,
        why=example.why,
        may_audit=runs,
        notice=look.notice or None,
        field=look.field,
    )
