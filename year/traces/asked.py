"""What somebody was asked for by itself: an example, a sample, a view, feedback, what came in."""

from __future__ import annotations

from collections.abc import Iterable

from domain.frameworks.parts import Entry
from storage.tables import examples, intake, seats, views
from year.traces.audits import scene_of
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


@traces("intake")
async def of_intake(reached: Reached) -> Found:
    """What came in from outside names its rule."""
    return keyed(reached.framework.intake, (await reached.row(intake)).get("rule"))


@traces("example")
async def of_example(reached: Reached) -> Found:
    """Good practice is asked of whoever may choose records of that kind of audit."""
    row = await reached.row(examples)
    programme = reached.framework.programmes.get(str(row.get("programme")))
    return [programme.selection] if programme else []


@traces("sample")
async def of_sample(reached: Reached) -> Found:
    """The records of a sample are asked of whoever holds the seat."""
    row = await reached.row(seats)
    scene = await scene_of(reached, row.get("audit_id"))
    if scene is None:
        return []
    programme = scene.programme
    rule = [one for one in programme.seats if one.key == row["role"]]
    return [programme, programme.selection, programme.selection.sample, *rule]


@traces("view")
async def of_view(reached: Reached) -> Found:
    """A panel's question to a colleague."""
    scene = await scene_of(reached, (await reached.row(views)).get("audit_id"))
    return [scene.programme.moderation] if scene else []


@traces("prompt")
async def of_prompt(reached: Reached) -> Found:
    """A request for feedback names its way of hearing people: ``prompt-KEY.C-23087``."""
    return keyed(reached.framework.feedback, reached.about.key.partition(".")[0])
