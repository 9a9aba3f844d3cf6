"""The form on which a piece of learning is put on record."""

from __future__ import annotations

from cards.quotas.piece_form import PieceForm
from domain.delivery.message import Doubt
from domain.quotas.telling import telling
from usecases.quotas.recording import choices
from usecases.showing import Look, shows


@shows("piece_form", doubt=Doubt.LET_BE)
async def show_piece_form(look: Look) -> PieceForm | None:
    """What the reader can record; None for somebody who owes nothing."""
    found = await choices(look.uow, look.council, look.reader, look.today)
    if not found.parts or look.about.key != look.reader.id:
        return None
    rule = telling(look.council.framework)
    return PieceForm(
        ref=look.about,
        version=1,
        today=look.today,
        parts=tuple((key, said.capitalize()) for key, said in found.parts.items()),
        about=tuple((person.id, person.name) for person in found.about),
        tells=tuple((tick.key, tick.title) for tick in rule.ticks) if rule else (),
        typed=dict(look.typed),
        notice=look.notice or None,
        field=look.field,
    )
