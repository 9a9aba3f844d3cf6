"""The allocation card, for the holder of a seat and for whoever gave it back."""

from __future__ import annotations

from dataclasses import replace

from cards.audits.audit_allocated import AuditAllocated, State
from cards.audits.parts import Draw, SeatHolder
from cards.card import Card
from domain.audits.assessment import Assessment
from domain.audits.audit import HANDED_OVER, AuditState, Refusal, Seat, SeatState
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.cases.case import CaseKind
from domain.cases.happening import chosen_because
from domain.people.person import Person
from domain.talks.family import family_rule
from domain.talks.rules import conversations
from usecases.audits.allocating import may_withdraw
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, holders_of, scene_of_seat
from usecases.audits.staffing import people_who_may_take
from usecases.showing import Look, look_at, shows

OPEN = {"new", "accepted", "started"}
TASKS = {
    CaseKind.TEAM: "look at the team's work and write what you find",
    CaseKind.SERVICE: "test the theme in your service and write what you find",
    CaseKind.SETTING: "visit it and write what you find",
    CaseKind.SUPERVISION: "read the supervision notes and write what you find",
    CaseKind.SAMPLE: "read the records of the sample and write what you find",
}
MOST_NAMES = 40  # a longer list makes the card too heavy; anybody else can be typed


@shows("audit_allocated")
async def show_audit_allocated(look: Look) -> Card | None:
    """The seat as it stands for its holder, their cover or whoever gave it back; else None.

    A panel's seat has a card of its own, which gives no first grade away.
    """
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None:
        return None
    seat = scene.seat(look.about.number)
    if seat.panel:
        return await look_at("moderation_requested", look)
    given_back = await _given_back(look, seat)
    mine = await holds_seat(look.uow, look.reader, seat, look.today)
    if not (mine or given_back):
        return None
    card = await _card(look, scene, seat, given_back)
    return replace(card, task=TASKS.get(scene.case.kind, ""), template=scene.cycle.template)


async def _card(look: Look, scene: Scene, seat: Seat, given_back: Refusal | None) -> AuditAllocated:
    people = await holders_of(look.uow, scene.seats)
    draft = await look.uow.assessments.of_seat(seat.id)
    state = _state(scene, seat, given_back)
    return AuditAllocated(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        seat_label=scene.rule(seat).label,
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        areas=len(scene.programme.areas),
        graded=sum(entry.begun for entry in draft.areas) if draft else 0,
        state=state,
        state_on=local_day(given_back.at if given_back else seat.since),
        team=scene.case.team,
        others=_others(scene, seat, people),
        why_you=seat.why,
        steps=_steps(scene, seat, people),
        draw=await _draw(look, scene) if scene.cycle.of_calendar else None,
        chosen_because=chosen_because(scene.cycle.occasion),
        theme=scene.cycle.theme,
        read_by=await _reader(look, seat),
        has_talks=_has_talks(scene, seat),
        people=await _takers(look, scene, seat) if state in OPEN else (),
        handed_to=people[seat.holder].name if seat.holder in people else "somebody else",
        may_withdraw=_may_withdraw(look, scene, draft),
        notice=look.notice or None,
    )


def _may_withdraw(look: Look, scene: Scene, work: Assessment | None) -> bool:
    sent_at = work.submitted_at if work else None
    if sent_at is None:
        return False
    return may_withdraw(look.council, scene.audit.state, sent_at, look.now)


async def _reader(look: Look, seat: Seat) -> str:
    """Whoever reads a new auditor's work before it is final (SEF-44)."""
    pairing = await look.uow.pairings.of_seat(seat.id)
    helper = await look.uow.people.get(pairing.helper) if pairing else None
    return helper.name if helper else ""


def _has_talks(scene: Scene, seat: Seat) -> bool:
    """Whether the seat's holder talks with anybody, or hears the family."""
    talks = any(seat.role in talk.between for talk in conversations(scene.programme))
    rule = family_rule(scene.programme)
    return talks or (rule is not None and seat.role in rule.seats)


async def _given_back(look: Look, seat: Seat) -> Refusal | None:
    """How the reader gave the seat back; None while they hold it or cover for its holder."""
    if seat.holder == look.reader.id:
        return None
    mine = [r for r in await look.uow.audits.refusals(seat.id) if r.person_id == look.reader.id]
    return mine[-1] if mine else None


def _state(scene: Scene, seat: Seat, given_back: Refusal | None) -> State:
    if scene.audit.state is AuditState.CANCELLED:
        return "cancelled"
    if given_back:
        return "handed_over" if given_back.reason == HANDED_OVER else "declined"
    if scene.audit.state is AuditState.FINAL and seat.state is SeatState.SUBMITTED:
        return "final"
    words: dict[SeatState, State] = {
        SeatState.OFFERED: "new",
        SeatState.ACCEPTED: "accepted",
        SeatState.STARTED: "started",
        SeatState.SUBMITTED: "submitted",
        SeatState.VACANT: "withdrawn",
        SeatState.HELD: "accepted",
        SeatState.RELEASED: "withdrawn",
    }
    return words[seat.state]


def _others(scene: Scene, seat: Seat, people: dict[str, Person]) -> tuple[SeatHolder, ...]:
    return tuple(
        SeatHolder(
            label=scene.rule(other).label,
            name=people[other.holder].name,
            role=scene.council.main_role(people[other.holder]),
        )
        for other in scene.others(seat)
        if other.holder in people
    )


def _steps(scene: Scene, seat: Seat, people: dict[str, Person]) -> tuple[str, ...]:
    """The framework's lines with names put in for ``{partner}`` and ``{worker}``."""
    partners = [people[o.holder].name for o in scene.partners(seat) if o.holder in people]
    names = {"partner": partners[0] if partners else "the other auditor", "worker": "the worker"}
    said = [step.format_map(names) for step in scene.rule(seat).steps]
    if scene.case.records:
        said.insert(0, f"In the sample: {say_list(scene.case.records)}.")
    return tuple(said)


async def _draw(look: Look, scene: Scene) -> Draw:
    opener = await look.uow.people.get(scene.cycle.opened_by)
    return Draw(
        name=f"{scene.cycle.opens_on:%Y-%m}",
        pool=scene.cycle.pool_size,
        seed=scene.cycle.seed,
        by=opener.name if opener else "",
    )


async def _takers(look: Look, scene: Scene, seat: Seat) -> tuple[tuple[str, str], ...]:
    found = await people_who_may_take(look.uow, scene, seat, look.today)
    others = [person for person in found if person.id != look.reader.id]
    return tuple((one.id, look.council.describe(one)) for one in others[:MOST_NAMES])
