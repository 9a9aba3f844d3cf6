"""Confirm a proposed draw: its cycle is opened with the records that were shown."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.briefing import check_ready
from domain.audits.proposal import AT_ONCE, Proposal, ProposalState
from domain.calendar.wording import say_count
from usecases.asking import Answer, Ask, verb
from usecases.cycles.asking_first import ONCE_MORE, asks_first
from usecases.cycles.open_confirmed import open_planned
from usecases.cycles.planning import plan_cycle
from usecases.cycles.proposals import waiting
from usecases.cycles.proposing import order_of


@verb(subject="proposal", past="confirmed it")
async def confirm_draw(ask: Ask) -> Answer:
    """Open the cycle; its cards go out on their days. A record that closed since is left out.

    A great many audits are planned and opened by the next tick, and the card says that it is
    under way; where very many people would be messaged, it asks for a second word.
    """
    found = await waiting(ask.uow, ask.ref.number)
    check_ready(ask.council.framework.programme(found.programme), found)
    decided = replace(found, decided_by=ask.actor.id, decided_at=ask.now)
    if len(found.drawn) > AT_ONCE:
        line = await _later(ask, decided)
        return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)
    plan = await plan_cycle(ask.uow, ask.council, order_of(found, opened_by=ask.actor.id))
    if question := await asks_first(
        ask.uow, ask.council, plan, about=ask.ref, actor=ask.actor.id, now=ask.now
    ):
        return Answer(view="draw_proposed", about=ask.ref, notice=question, line=question)
    await open_planned(ask.uow, ask.council, decided, plan, ask.now)
    line = "Confirmed. The cycle is open, and its cards go out on their days."
    return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)


async def _later(ask: Ask, decided: Proposal) -> str:
    answered = tuple(note for note in decided.notes if not note.endswith(ONCE_MORE))
    opening = replace(decided, state=ProposalState.OPENING, notes=answered)
    saved = await ask.uow.proposals.save(opening)
    await ask.uow.trail.record(
        ask.ref,
        "confirm_draw",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "records": len(saved.drawn)},
    )
    audits = say_count(len(saved.drawn), "audit")
    return f"Confirmed. {audits} are being opened now; this card says when it is done."
