"""Ticks after an audit, for everybody who has one to set."""

from __future__ import annotations

from cards.follow_up.follow_up_confirm import FollowUpConfirm, TickLine
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.follow_up.progress import missing
from domain.follow_up.step import StepKind, StepState
from domain.frameworks.follow_up import Confirmation
from usecases.follow_up.pasting import text_to_paste
from usecases.follow_up.reading import Shown, programme_title, shown
from usecases.follow_up.steps import tick_ref
from usecases.showing import Look, shows

FEW = 2  # more people than this are called by their role


@shows("follow_up_confirm")
async def show_follow_up_confirm(look: Look) -> FollowUpConfirm | None:
    """Each tick with whose it is; the reader's own have a button."""
    found = await shown(look)
    if found is None or found.step.kind is not StepKind.CONFIRM:
        return None
    step, terms = found.step, found.terms
    ticks = [_tick(look, found, one) for one in terms.confirms if step.people(one.key)]
    return FollowUpConfirm(
        ref=look.about,
        version=step.version,
        programme=programme_title(look.council.framework, step.programme),
        case=step.case_ref,
        activity=terms.title,
        ticks=tuple(ticks),
        due=step.due_on,
        done=step.state is StepState.DONE,
        practitioner=found.name(step.about) if step.about else "",
        notes=tuple(
            (f"{found.name(said.person_id)} wrote", said.words)
            for said in step.replies
            if said.words
        ),
        note_label="; ".join(terms.notes) or "Something to add",
        paste=await _paste(look, found),
        typed_note=look.typed.get("note", ""),
        today=look.today,
        notice=look.notice or None,
        field=look.field,
    )


async def _paste(look: Look, found: Shown) -> str:
    if not found.terms.to_paste or found.step.state is StepState.DONE:
        return ""
    return await text_to_paste(look.uow, look.council, found.step.audit_id)


def _tick(look: Look, found: Shown, tick: Confirmation) -> TickLine:
    step = found.step
    said = next(iter(step.said(tick.key)), None)
    open_now = tick.key in missing(step, found.terms)
    own = open_now and tick.key in found.parts
    return TickLine(
        text=tick.title,
        who=_who(look, found, tick),
        ref=tick_ref(step, tick.key) if own else None,
        done_on=local_day(said.at) if said else None,
        by=found.name(said.person_id) if said else "",
        day=said.day if said else None,
        dated=tick.dated,
    )


def _who(look: Look, found: Shown, tick: Confirmation) -> str:
    people = found.step.people(tick.key)
    if len(people) > FEW and tick.by:
        return say_list([look.council.framework.role_title(role) for role in tick.by], "or")
    return say_list(found.names(people), "or")
