"""What goes on from what was done: a report to its readers, tracked actions, talks about them."""

from __future__ import annotations

from collections.abc import Iterable

from domain.frameworks.parts import Entry
from domain.responses.rules import terms_of
from storage import tables
from usecases.actions.around import REVIEW
from year.traces.audits import scene_of
from year.traces.calendar import named
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


@traces("given")
async def of_given(reached: Reached) -> Found:
    """A report that went to its readers names its place in the file."""
    row = await reached.row(tables.occurrences)
    return named(reached.framework, str(row.get("entry", "")))


@traces("response_talk")
async def of_talk(reached: Reached) -> Found:
    """A line manager is asked because the response's rule names the talk."""
    row = await reached.row(tables.responses)
    terms = terms_of(reached.framework, str(row.get("rule")))
    return keyed(reached.framework.activities, terms.talk) if terms else []


@traces("agenda")
async def of_agenda(reached: Reached) -> Found:
    """The agenda of a meeting is made of what a programme's audits recommend."""
    programme = reached.framework.programmes.get(reached.about.key)
    return [programme.recommendations] if programme else []


@traces("audit")
async def of_outcome(reached: Reached) -> Found:
    """What a moderation came to."""
    scene = await scene_of(reached, reached.number)
    return [scene.programme.moderation] if scene and reached.kind == "moderation_outcome" else []


@traces("tracker_form")
async def of_review(reached: Reached) -> Found:
    """Whoever tracks actions owes the form because a rule tracks those of another one."""
    rules = [rule for rule in reached.framework.actions if rule.on and rule.tracks]
    return rules if reached.kind == REVIEW else []
