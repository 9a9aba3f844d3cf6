"""Cards about the reader: what of the framework they show, by the kind of the card."""

from __future__ import annotations

from collections.abc import Iterable

from domain.alerts.terms import signpost
from domain.frameworks.parts import Entry
from usecases.quotas.standing import quotas_of
from year.tracing import Reached, traces

Found = Iterable[Entry | None]


@traces("person")
async def of_person(reached: Reached) -> Found:
    """A quota is shown to whoever owes it; a signpost is the only one of its council."""
    if reached.kind == "quota":
        return quotas_of(reached.council, reached.person)
    if reached.kind == "alert_signpost":
        return [signpost(reached.framework)]
    return []
