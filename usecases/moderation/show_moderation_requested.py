"""The card of a panel's seat, for its holder and for whoever gave it back."""

from __future__ import annotations

from datetime import date, timedelta

from cards.audits.parts import SeatHolder
from cards.moderation.moderation_requested import ModerationRequested, State
from domain.audits.audit import HANDED_OVER, AuditState, Refusal, Seat, SeatState
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.moderation.moderation import Moderation
from domain.moderation.panel import advisers, is_blind
from domain.people.person import Person
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, holders_of, scene_of_seat
from usecases.audits.staffing import people_who_may_take
from usecases.moderation.deciders import deciders_of
from usecases.showing import Look, shows

MOST_NAMES = 40  # a longer list makes the card too heavy; anybody else can be typed
GIVES_NOTHING_AWAY = ("share", "difference", "colleague", "every", "yearly")
IN_GENERAL = "The council's rules send it to moderation"


@shows("moderation_requested")
async def show_moderation_requested(look: Look) -> ModerationRequested | None:
    """The seat as it stands; None for anybody whose it never was. It shows no grade at all."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None:
        return None
    seat = scene.seat(look.about.number)
    given_back = await _given_back(look, seat)
    if not (given_back or await holds_seat(look.uow, look.reader, seat, look.today)):
        return None
    people = await holders_of(look.uow, scene.seats)
    draft = await look.uow.assessments.of_seat(seat.id)
    moderation = await look.uow.moderations.of_audit(scene.audit.id)
    state = _state(scene, seat, given_back)
    rules, held = scene.programme.moderation, scene.rule(seat).hand_over
    return ModerationRequested(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        seat_label=scene.rule(seat).label,
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        areas=len(scene.programme.areas),
        graded=sum(entry.begun for entry in draft.areas) if draft else 0,
        blind=is_blind(scene.programme),
        state=state,
        state_on=_state_on(moderation, seat, given_back, state),
        from_day=scene.cycle.opens_on + timedelta(days=held.from_day) if held else None,
        waits_for=_waits_for(scene) if state != "held" else "",
        decides=moderation is None or seat.role not in advisers(scene.programme, moderation),
        why=why_said(scene, moderation),
        auditors=_auditors(scene, people),
        why_you=seat.why,
        steps=rules.steps if rules else (),
        people=await _takers(look, scene, seat) if state in _WITH_NAMES else (),
        handed_to=people[seat.holder].name if seat.holder in people else "somebody else",
        decided_by=say_list(await deciders_of(look, scene, moderation)) if moderation else "",
        notice=look.notice or None,
    )


_WITH_NAMES = {"held", "new", "accepted", "started"}
_WORDS: dict[SeatState, State] = {
    SeatState.HELD: "held",
    SeatState.OFFERED: "new",
    SeatState.ACCEPTED: "accepted",
    SeatState.STARTED: "started",
    SeatState.SUBMITTED: "graded",
    SeatState.VACANT: "withdrawn",
    SeatState.RELEASED: "released",
}


def _state(scene: Scene, seat: Seat, given_back: Refusal | None) -> State:
    if scene.audit.state is AuditState.CANCELLED:
        return "cancelled"
    if given_back:
        return "handed_over" if given_back.reason == HANDED_OVER else "declined"
    if scene.audit.state is AuditState.FINAL:
        return "released" if seat.state is SeatState.RELEASED else "decided"
    return _WORDS[seat.state]


async def _given_back(look: Look, seat: Seat) -> Refusal | None:
    """How the reader gave the seat back; None while they hold it."""
    if seat.holder == look.reader.id:
        return None
    mine = [r for r in await look.uow.audits.refusals(seat.id) if r.person_id == look.reader.id]
    return mine[-1] if mine else None


def _state_on(
    moderation: Moderation | None, seat: Seat, given_back: Refusal | None, state: State
) -> date:
    if moderation and moderation.decided_at and state in {"decided", "released"}:
        return local_day(moderation.decided_at)
    return local_day(given_back.at if given_back else seat.since)


def _waits_for(scene: Scene) -> str:
    if scene.audit.state is not AuditState.OPEN:
        return ""
    open_seats = [s for s in scene.first_seats if s.state is not SeatState.SUBMITTED]
    return say_list([f"the {scene.rule(seat).label}" for seat in open_seats])


def why_said(scene: Scene, moderation: Moderation | None) -> str:
    """Why it is moderated, in words that give no grade away while somebody may grade alone.

    "Graded Good" or "somebody disagrees" would; then it is in this month's moderation, as others.
    """
    rules = scene.programme.moderation
    if rules is None:
        return ""
    drawn = {draw.key: draw for draw in rules.draws}
    told = [
        drawn[reason.key].title
        for reason in (moderation.reasons if moderation else ())
        if reason.key in drawn and reason.kind in GIVES_NOTHING_AWAY
    ]
    share = [draw.title for draw in rules.draws if draw.kind == "share"]
    every = [draw.title for draw in rules.draws if draw.kind == "every"]
    return next(iter([*told, *share, *every]), IN_GENERAL)


def _auditors(scene: Scene, people: dict[str, Person]) -> tuple[SeatHolder, ...]:
    return tuple(
        SeatHolder(
            label=scene.rule(seat).short,
            name=people[seat.holder].name,
            role=scene.council.main_role(people[seat.holder]),
        )
        for seat in scene.first_seats
        if seat.holder in people
    )


async def _takers(look: Look, scene: Scene, seat: Seat) -> tuple[tuple[str, str], ...]:
    found = await people_who_may_take(look.uow, scene, seat, look.today)
    others = [person for person in found if person.id != look.reader.id]
    return tuple((one.id, look.council.describe(one)) for one in others[:MOST_NAMES])
