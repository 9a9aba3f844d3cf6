"""A response with its rule, its record and the people around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.faults import NotFoundFault
from domain.frameworks.timing import Ladder
from domain.people.person import Person
from domain.refs import Ref
from domain.responses.reaching import Reach
from domain.responses.response import Response, ResponseState, Sort
from domain.responses.rules import Terms, terms_of
from domain.responses.times import next_at
from usecases.council import Council
from usecases.ports import UnitOfWork

ACTOR = "practice-loop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One response at one moment."""

    uow: UnitOfWork
    council: Council
    now: datetime
    response: Response
    terms: Terms
    case: Case
    reach: Reach

    @property
    def people(self) -> dict[str, Person]:
        """Everybody by id."""
        return dict(self.reach.people)

    def with_(self, response: Response) -> Matter:
        """The same, further on."""
        return replace(self, response=response)

    def name(self, person_id: str) -> str:
        """The person's name."""
        found = self.reach.people.get(person_id)
        return found.name if found else "Practice Loop"

    async def save(self, **changes: object) -> Matter:
        """Write what changed, with the moment at which the clock looks again."""
        changed = replace(self.response, **changes)  # type: ignore[arg-type]  # its own fields
        due = None if "next_at" in changes else next_at(changed, self.terms.ladder)
        kept = replace(changed, next_at=due) if "next_at" not in changes else changed
        return self.with_(await self.uow.responses.save(kept))

    async def record(self, action: str, *, actor: str = ACTOR) -> None:
        """A line in the trail: states and numbers, never what somebody wrote."""
        details: dict[str, str | int | None] = {
            "version": self.response.version,
            "state": str(self.response.state),
            "round": self.response.round,
        }
        await self.uow.trail.record(
            self.response.ref, action, actor=actor, now=self.now, details=details
        )


def draft_ref(response: Response) -> Ref:
    """The form on which it is written."""
    return Ref("draft", str(response.id))


def answer_ref(response: Response) -> Ref:
    """The form on which it is answered."""
    return Ref("answer", str(response.id))


def view_of(response: Response) -> str:
    """The card that tells the whole story."""
    return "serious_incident" if response.sort is Sort.INCIDENT else "immediate_response"


def changed_refs(response: Response) -> tuple[Ref, ...]:
    """Every card that shows how it stands."""
    return response.ref, answer_ref(response)


def dropped(response: Response) -> Terms:
    """What stands in for a rule that the file has lost: nobody new is told."""
    ladder = Ladder()
    return Terms(rule=response.rule, sort=response.sort, title="A worry", ladder=ladder)


async def reach_of(uow: UnitOfWork, case: Case, now: datetime) -> Reach:
    """The people around a record, and whom Teams can reach."""
    addresses = await uow.addresses.all()
    return Reach(
        case=case,
        people=await uow.people.all(),
        today=local_day(now),
        reachable=frozenset(each for each, at in addresses.items() if at.blocked is None),
    )


async def matter_of(
    uow: UnitOfWork, council: Council, response: Response | None, now: datetime
) -> Matter:
    """Everything around a response that was raised; raises NotFoundFault on a draft."""
    case = await uow.cases.get(response.case_ref) if response else None
    if response is None or case is None or response.state is ResponseState.DRAFT:
        raise NotFoundFault
    terms = terms_of(council.framework, response.rule) or dropped(response)
    return Matter(
        uow=uow,
        council=council,
        now=now,
        response=response,
        terms=terms,
        case=case,
        reach=await reach_of(uow, case, now),
    )
