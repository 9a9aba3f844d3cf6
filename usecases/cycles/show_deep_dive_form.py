"""The form on which a deep dive is commissioned."""

from __future__ import annotations

from cards.cycles.deep_dive_form import DeepDiveForm
from domain.delivery.message import Doubt
from usecases.cycles.commission_deep_dive import excusing_programmes, months_from
from usecases.showing import Look, shows


@shows("deep_dive_form", doubt=Doubt.LET_BE)
async def show_deep_dive_form(look: Look) -> DeepDiveForm | None:
    """Months, and everybody who may be picked; None for anybody who commissions nothing."""
    programmes = excusing_programmes(look.council, look.reader)
    if not programmes or look.about.key != look.reader.id:
        return None
    roles = frozenset(r for p in programmes for s in p.seats for r in s.eligible_roles)
    people = (await look.uow.people.all()).values()
    may = [one for one in people if one.holds(roles) and one.here_on(look.today)]
    return DeepDiveForm(
        ref=look.about,
        version=1,
        programmes=tuple((programme.key, programme.title) for programme in programmes),
        months=months_from(look.today),
        people=tuple((p.id, look.council.describe(p)) for p in sorted(may, key=lambda p: p.name)),
        typed=dict(look.typed),
        notice=look.notice or None,
        field=look.field,
    )
