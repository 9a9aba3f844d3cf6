"""What was typed into the form of a new action, checked; it is kept whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.actions.action import WORDS_LIMIT, NewAction, Origin
from domain.actions.days import read_day
from domain.actions.naming import by_name
from domain.actions.people import owners
from domain.actions.smart import lacking
from domain.actions.terms import check_day, making_rules
from domain.audits.audit import AuditState
from domain.calendar.wording import say_list
from domain.cases.case import Case
from domain.faults import Fault, NotFoundFault
from domain.frameworks.sections import ActionRule
from usecases.actions.around import ALONE
from usecases.actions.outgoing import finished_on
from usecases.actions.subjects import split_plan
from usecases.asking import Ask
from usecases.audits.scene import Scene, scene_of_audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A new action that may be kept; ``warning`` says what is unusual about its day."""

    new: NewAction
    warning: str = ""
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it is added: an audit or none, the record, the rule, the day that counts."""

    scene: Scene | None
    area: int | None
    rule: ActionRule
    case: Case | None
    start: date


async def read_typed(ask: Ask) -> Typed:
    """The action as typed; raises Fault on whatever cannot be kept."""
    place = await _place(ask)
    what = _words(ask)
    owner = await _owner(ask, place)
    due = _day(ask)
    warning = check_day(place.rule, due, start=place.start, today=ask.today)
    case = place.case
    new = NewAction(
        rule=place.rule.key,
        origin=_origin(place.scene),
        what=what,
        done_when=_short(ask, "done_when"),
        owner=owner,
        due_on=due,
        added_by=ask.actor.id,
        tag=_tag(ask, place.rule),
        audit_id=place.scene.audit.id if place.scene else None,
        area=place.area,
        case_ref=case.ref if case else None,
        team=case.team if case else await _team(ask, owner),
        service=case.service if case else "",
    )
    return Typed(new=new, warning=warning, lacks=lacking(what))


async def _place(ask: Ask) -> Place:
    rules = making_rules(ask.council.framework)
    if not rules:
        raise Fault("The framework keeps no actions here, so nothing was kept.")
    if ask.ref == ALONE:
        case = await _case(ask)
        rule = next((rule for rule in rules if rule.key == ask.typed("rule")), rules[0])
        return Place(scene=None, area=None, rule=rule, case=case, start=ask.today)
    audit_id, area = split_plan(ask.ref)
    scene = await scene_of_audit(ask.uow, ask.council, audit_id)
    if scene is None:
        raise NotFoundFault
    if scene.audit.state is AuditState.CANCELLED:
        raise Fault("This audit is cancelled, so nothing was kept.")
    start = await finished_on(ask.uow, scene, ask.now)
    return Place(scene=scene, area=area, rule=rules[0], case=scene.case, start=start)


async def _case(ask: Ask) -> Case | None:
    typed = ask.typed("case").strip().upper()
    if not typed:
        return None
    case = await ask.uow.cases.get(typed)
    if case is None:
        raise Fault(f"I know no record {typed}, so nothing was kept.", field="case")
    return case


def _words(ask: Ask) -> str:
    what = " ".join(ask.typed("what").split())
    if not what:
        raise Fault("Please write what is to be done. Nothing was kept.", field="what")
    return _short(ask, "what")


def _short(ask: Ask, field: str) -> str:
    words = " ".join(ask.typed(field).split())
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep this to {WORDS_LIMIT} characters. Nothing was kept.", field=field)
    return words


async def _owner(ask: Ask, place: Place) -> str:
    """A colleague by name goes before one of the record who was chosen."""
    people = await ask.uow.people.all()
    if typed := ask.typed("name").strip():
        return by_name(typed, people.values(), ask.today).id
    seats = place.scene.first_seats if place.scene else ()
    auditors = [seat.holder for seat in seats if seat.holder]
    able = owners(place.rule, place.case, auditors, people, ask.today)
    if ask.typed("owner") not in able:
        raise Fault("Please choose whose it is, or write a name. Nothing was kept.", field="owner")
    return ask.typed("owner")


def _day(ask: Ask) -> date:
    typed = ask.typed("due").strip()
    day = read_day(typed, ask.today)
    if day is None:
        said = "I cannot read that day" if typed else "Please say by when"
        raise Fault(f"{said}, like 5 December. Nothing was kept.", field="due")
    return day


def _tag(ask: Ask, rule: ActionRule) -> str:
    if rule.tags and ask.typed("tag") not in rule.tags:
        names = say_list(list(rule.tags), "or")
        raise Fault(f"Please choose one: {names}. Nothing was kept.", field="tag")
    return ask.typed("tag") if rule.tags else ""


async def _team(ask: Ask, owner: str) -> str:
    found = await ask.uow.people.get(owner)
    return found.team if found else ""


def _origin(scene: Scene | None) -> Origin:
    if scene is None:
        return Origin.ALONE
    moderating = scene.audit.state is AuditState.MODERATING
    return Origin.MODERATION if moderating else Origin.AUDIT
