"""How proposed draws are found, and who may decide on them."""

from __future__ import annotations

from domain.audits.proposal import Proposal, ProposalState, asks_first
from domain.faults import Fault, NotFoundFault
from domain.frameworks.programme import Programme
from domain.people.person import Person
from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.council import Council
from usecases.ports import UnitOfWork


def decides(council: Council, programme: Programme, person: Person) -> bool:
    """Whether the framework asks for this person's word; whoever runs cycles may give it too."""
    return person.holds(frozenset(asks_first(programme))) or council.coordinates(person)


def briefs(programme: Programme, person: Person) -> bool:
    """Whether the person gives the cycle its form, without having to confirm it (LEI-04)."""
    return person.holds(frozenset(programme.template_by))


@subject("proposal")
async def find_proposal(ask: Ask) -> Subject | None:
    """A proposed draw, shown by its card."""
    proposal = await ask.uow.proposals.get(ask.ref.number)
    if proposal is None:
        return None
    programme = ask.council.framework.programme(proposal.programme)
    found = {Relation.COLLEAGUE}
    if decides(ask.council, programme, ask.actor):
        found |= {Relation.HOLDER, Relation.COORDINATOR}
    elif briefs(programme, ask.actor):
        found.add(Relation.TOLD)
    return Subject(
        version=proposal.version,
        relations=frozenset(found),
        view="draw_proposed",
        about=ask.ref,
        what=f"The draw of {proposal.opens_on:%B %Y}",
    )


async def waiting(uow: UnitOfWork, number: int) -> Proposal:
    """The proposal while it can still be changed; raises Fault once it is confirmed."""
    proposal = await uow.proposals.get(number)
    if proposal is None:
        raise NotFoundFault
    if proposal.state is not ProposalState.WAITING:
        raise Fault("This draw is confirmed, so nothing was changed. Its cycle can be changed.")
    return proposal
