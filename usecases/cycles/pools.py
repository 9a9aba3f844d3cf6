"""What a cycle may choose from, and what each of its audits looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.audits.draw import Draw
from domain.audits.looked_at import (
    LookedAt,
    new_setting,
    sample_ref,
    sampled,
    services,
    settings,
    supervisions,
    team_ref,
    teams,
)
from domain.cases.case import Case, CaseKind
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.ports import UnitOfWork

People = Mapping[str, Person]


async def pool_of(
    uow: UnitOfWork,
    programme: Programme,
    people: People,
    today: date,
    *,
    drawn: bool = False,
) -> dict[str, Case]:
    """Everything that an audit of the programme may look at, by reference.

    Any team may be named; ``drawn`` or counted are those that work with children.
    """
    subject = programme.selection.subject
    if subject == "setting":
        return settings(await uow.cases.beside(), programme.selection)
    records = await uow.cases.all()
    if subject == "service":
        return services(people.values(), today)
    if subject == "team":
        staff = () if drawn else people.values()
        return teams(staff, records.values(), today)
    if subject == "supervision":
        return supervisions(people, records.values())
    return records


async def looked_at(  # noqa: PLR0913, PLR0917 - one place where all of it meets
    uow: UnitOfWork,
    programme: Programme,
    drawn: Draw,
    people: People,
    occasion: str,
    opens_on: date,
    seed: int,
) -> list[LookedAt]:
    """What each audit of the cycle looks at: each that was drawn, or all of them in one sample."""
    rule = programme.selection.sample
    if programme.selection.subject == "sample":
        return [one_sample(programme, occasion, drawn.chosen)]
    if rule is None or programme.selection.subject != "team":
        return [LookedAt(case) for case in drawn.chosen]
    records = await uow.cases.all()
    within = supervisions(people, records.values()) if rule.of == "supervision" else records
    return [
        _team_with_sample(programme, case, opens_on, sampled(case, rule, within.values(), seed))
        for case in drawn.chosen
    ]


def one_sample(
    programme: Programme, occasion: str, members: Sequence[Case], number: int = 1
) -> LookedAt:
    """A sample of those records, of one team or service only where all of them are."""
    teams_of = {case.team for case in members}
    services = {case.service for case in members}
    case = Case(
        ref=sample_ref(programme, occasion, number),
        kind=CaseKind.SAMPLE,
        team=min(teams_of) if len(teams_of) == 1 else "",
        service=min(services) if len(services) == 1 else "",
        records=tuple(case.ref for case in members),
    )
    return LookedAt(case, tuple(members))


def _team_with_sample(
    programme: Programme, case: Case, opens_on: date, members: tuple[Case, ...]
) -> LookedAt:
    """A team in one cycle: what is in its sample now is not in that of the next."""
    ref = team_ref(f"{case.team}, {programme.noun} {opens_on:%B %Y}")
    records = tuple(member.ref for member in members)
    return LookedAt(replace(case, ref=ref, records=records), members)


def settings_named(
    programme: Programme, names: Sequence[str], known: Mapping[str, Case]
) -> list[Case]:
    """The settings of those names: as the list writes them, or new ones; raises Fault."""
    spelt = {ref.casefold(): case for ref, case in known.items()}
    found = (new_setting(name, programme.selection) for name in names)
    return [spelt.get(case.ref.casefold(), case) for case in found]
