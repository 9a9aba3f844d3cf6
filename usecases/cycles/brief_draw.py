"""Give a proposed cycle its theme and the form of the period (LEI-04, SOM-14)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.briefing import accept_template, asks_template, asks_theme
from domain.audits.grading import accept_words
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.cycles.proposals import waiting


@verb(subject="proposal", past="gave it a theme")
async def brief_draw(ask: Ask) -> Answer:
    """Keep what was typed; an empty box leaves what stands. Nobody is told of the audits."""
    before = await waiting(ask.uow, ask.ref.number)
    programme = ask.council.framework.programme(before.programme)
    if not (asks_theme(programme) or asks_template(programme)):
        raise Fault("This cycle needs neither a theme nor a template, so nothing was changed.")
    saved = await ask.uow.proposals.save(
        replace(
            before,
            theme=accept_words("theme", ask.typed("theme")) or before.theme,
            template=accept_template(ask.typed("template")) or before.template,
        )
    )
    await ask.uow.trail.record(
        ask.ref,
        "brief_draw",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    line = "It is kept with the draw. Nobody has been told."
    return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)
