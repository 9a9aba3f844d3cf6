"""Whom a panel may ask for a view (SEF-21), and who else may read an audit."""

from __future__ import annotations

from datetime import date

from domain.audits.eligibility import Requirement, absent, ties
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork

MOST_NAMES = 40


async def colleagues_for(uow: UnitOfWork, scene: Scene, today: date) -> tuple[tuple[str, str], ...]:
    """Who may be asked, as (id, "Name, role"): with the role, not on the record or in the audit."""
    rules = scene.programme.moderation
    if rules is None or not rules.may_ask:
        return ()
    rule = Requirement(roles=frozenset(rules.may_ask))
    people = await uow.people.all()
    asked = {view.person_id for view in await uow.moderations.views_of(scene.audit.id)}
    seated = {seat.holder for seat in scene.seats}
    who = [
        person
        for person in people.values()
        if person.holds(rule.roles)
        and person.id not in asked | seated
        and not absent(person, today, today)
    ]
    barred = ties(who, scene.case, rule, people)
    free = sorted((p for p in who if p.id not in barred), key=lambda p: (p.name, p.id))
    return tuple((person.id, scene.council.describe(person)) for person in free[:MOST_NAMES])
