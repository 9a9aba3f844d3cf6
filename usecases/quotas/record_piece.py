"""Put a piece of learning on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.grading import accept_words
from domain.calendar.wording import say_date
from domain.faults import Fault
from domain.quotas.piece import FORM_LIMIT, Company, Piece
from domain.quotas.telling import telling
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.quotas.recording import Choices, choices
from usecases.quotas.telling import ask_to_tell, note_told


@verb(subject="person", past="recorded a piece of learning")
async def record_piece(ask: Ask) -> Answer:
    """Keep it; the same words for the same day twice are one piece. Raises Fault."""
    allowed = await choices(ask.uow, ask.council, ask.actor, ask.today)
    part = _part(ask, allowed)
    piece = Piece(
        person_id=_whose(ask, allowed, part),
        part=part,
        done_on=_day(ask),
        company=_company(ask),
        form=_form(ask),
        findings=accept_words("findings", ask.typed("findings"), said="text"),
        recorded_by=ask.actor.id,
        recorded_at=ask.now,
    )
    if not (piece.form or piece.findings):
        raise Fault(
            "Please say where the form is, or what you found. Nothing was recorded.", field="form"
        )
    number = await _keep(ask, piece)
    asks = await _tell(ask, replace(piece, id=number))
    line = f"Recorded: {allowed.parts[part]} of {say_date(piece.done_on)}.{asks}"
    return Answer(view="quota", about=Ref("person", ask.actor.id), notice=line, line=line)


async def _tell(ask: Ask, piece: Piece) -> str:
    """Note who was told already, and ask for the rest where the council does (LEI-12)."""
    rule = telling(ask.council.framework)
    if rule is None:
        return ""
    said = ask.typed("told").split(",")
    told = [tick.key for tick in rule.ticks if tick.key in said]
    for key in told:
        await note_told(ask.uow, piece.id, key, ask.actor, ask.now)
    await ask_to_tell(ask.uow, rule, piece, told, ask.now)
    return " A card asks whom you have still to tell." if rule.missing(frozenset(told)) else ""


async def _keep(ask: Ask, piece: Piece) -> int:
    """Put it on record; gives its number. Raises Fault where it is there already."""
    known = await ask.uow.pieces.of([piece.person_id], piece.done_on, piece.done_on)
    if any(replace(one, id=0, recorded_at=piece.recorded_at) == piece for one in known):
        raise Fault("This piece is on record already, so nothing was recorded again.")
    number = await ask.uow.pieces.add(piece)
    await ask.uow.trail.record(
        Ref("piece", str(number)),
        "record_piece",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": 1, "person": piece.person_id, "part": piece.part},
    )
    return number


def _part(ask: Ask, allowed: Choices) -> str:
    if not allowed.parts:
        raise Fault("No quota is yours to fill, so nothing was recorded.")
    if ask.typed("part") not in allowed.parts:
        raise Fault("Please choose what it was. Nothing was recorded.", field="part")
    return ask.typed("part")


def _whose(ask: Ask, allowed: Choices, part: str) -> str:
    if part not in allowed.for_others:
        return ask.actor.id
    if ask.typed("about") not in {person.id for person in allowed.about}:
        raise Fault("Please choose whose it is. Nothing was recorded.", field="about")
    return ask.typed("about")


def _day(ask: Ask) -> date:
    typed = ask.typed("done_on").strip()
    try:
        day = date.fromisoformat(typed) if typed else ask.today
    except ValueError:
        raise Fault(
            "I could not read that day, so nothing was recorded. Write it like 2026-12-03.",
            field="done_on",
        ) from None
    if day > ask.today:
        raise Fault("That day has not come yet, so nothing was recorded.", field="done_on")
    return day


def _company(ask: Ask) -> Company:
    try:
        return Company(ask.typed("company") or Company.INDIVIDUAL)
    except ValueError:
        raise Fault(
            "Please say whether it was alone or in a group. Nothing was recorded.",
            field="company",
        ) from None


def _form(ask: Ask) -> str:
    form = ask.typed("form").strip()
    if len(form) > FORM_LIMIT:
        raise Fault(
            f"Please keep the form's reference to {FORM_LIMIT} characters. Nothing was recorded.",
            field="form",
        )
    return form
