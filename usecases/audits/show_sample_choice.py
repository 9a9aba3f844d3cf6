"""The question which records a sample is made of, for whoever audits."""

from __future__ import annotations

from dataclasses import replace

from cards.audits.sample_choice import SampleChoice
from cards.card import Card
from domain.delivery.message import Doubt
from domain.refs import Ref
from usecases.audits.holding import holds_seat
from usecases.audits.scene import scene_of_seat
from usecases.audits.start_audit import waits_for_sample
from usecases.showing import Look, look_at, shows


@shows("sample_choice", doubt=Doubt.LET_BE)
async def show_sample_choice(look: Look) -> Card | None:
    """The question while it is open, for the holder or their cover; then the allocation card."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None:
        return None
    seat = scene.seat(look.about.number)
    if not await holds_seat(look.uow, look.reader, seat, look.today):
        return None
    rule = scene.programme.selection.sample
    if rule is None or not waits_for_sample(scene):
        return await look_at("audit_allocated", replace(look, about=Ref("seat", look.about.key)))
    return SampleChoice(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        due=seat.due_on,
        theme=scene.cycle.theme,
        most=rule.most,
        asks=rule.asks,
        records=look.typed.get("records", ""),
        notice=look.notice or None,
        field=look.field,
    )
