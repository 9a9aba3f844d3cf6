"""The duty to settle a proposed cycle that waits for what only people can give (LEI-04, SOM-15)."""

from __future__ import annotations

from datetime import datetime

from domain.audits.briefing import has_duty
from domain.audits.proposal import Proposal, ProposalState
from domain.calendar.working_days import end_of_day
from domain.duties import Duty, NewDuty
from domain.frameworks.programme import Programme
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork

SETTLE_DRAW = "settle_draw"


async def ask_to_settle(
    uow: UnitOfWork, programme: Programme, proposal: Proposal, person: Person, now: datetime
) -> None:
    """Open the duty, due on the day on which the cycle is to begin; none for a draw by chance."""
    if not has_duty(programme):
        return
    due = max(end_of_day(proposal.opens_on), now)
    about = Ref("proposal", str(proposal.id))
    duty = NewDuty(kind=SETTLE_DRAW, subject=about, holder=person.id, due_at=due)
    await uow.duties.open(duty, now)


@duty_kind(
    SETTLE_DRAW,
    not_mine=(
        "Everybody who runs audits has it, and the first to settle it does it for all. "
        "Where that is not your part, ask whoever keeps the staff list to change your "
        "role."
    ),
)
async def describe_settling(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Set up the dip review of January 2027``."""
    proposal = await uow.proposals.get(duty.subject.number)
    if proposal is None or proposal.state is not ProposalState.WAITING:
        return None
    programme = council.framework.programme(proposal.programme)
    return Described(
        text=f"Set up the {programme.noun} of {proposal.opens_on:%B %Y}",
        detail="It waits for your word",
        view="draw_proposed",
        about=duty.subject,
    )
