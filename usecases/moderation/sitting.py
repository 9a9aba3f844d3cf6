"""One member of a panel at work: what they may see, and whether they decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState, Seat, SeatState
from domain.moderation.comparing import open_areas, proposed, settled_areas
from domain.moderation.moderation import Decision, Moderation
from domain.moderation.panel import advisers, awaited, may_see_grades
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.scene import Scene, holders_of, scene_of_seat
from usecases.council import Council
from usecases.moderation.submissions import submissions
from usecases.ports import UnitOfWork


def decision_ref(seat_id: int) -> Ref:
    """The subject of a member's compare-and-decide card."""
    return Ref("decision", str(seat_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A member's seat with everything around it.

    ``first`` are the first auditors' assessments; ``own`` and ``panel`` those of the panel's
    members that are in, by seat.
    """

    scene: Scene
    moderation: Moderation
    seat: Seat
    first: tuple[Assessment, ...]
    panel: Mapping[int, Assessment]
    own: Assessment | None
    people: Mapping[str, Person]

    @property
    def sees(self) -> bool:
        """Whether the member may see anybody's grades now."""
        settled = self.scene.audit.state in {AuditState.MODERATING, AuditState.FINAL}
        return settled and may_see_grades(self.scene.programme, self.own)

    @property
    def decides(self) -> bool:
        """Whether the member decides, or only gives a view."""
        return self.seat.role not in advisers(self.scene.programme, self.moderation)

    @property
    def sets(self) -> list[Assessment]:
        """Everybody's grades that lie open: the first, the other members', the member's own."""
        others = [one for seat_id, one in self.panel.items() if seat_id != self.seat.id]
        mine = [self.own] if self.own and self.own.submitted else []
        return [*self.first, *others, *mine]

    @property
    def to_decide(self) -> list[int]:
        """The areas on which somebody differs."""
        return open_areas(self.scene.rules, self.sets)

    @property
    def settled(self) -> dict[int, str]:
        """The areas on which everybody agrees."""
        return settled_areas(self.scene.rules, self.sets)

    @property
    def decision(self) -> Decision:
        """What stands now: what was saved, or else the member's own grades."""
        kept = self.moderation.decision
        if kept == Decision():
            own = self.own if self.own and self.own.submitted else None
            return proposed(self.scene.rules, self.sets, own)
        return replace(kept, areas={**kept.areas, **self.settled})

    @property
    def deciders(self) -> list[Seat]:
        """The panel's seats whose holders decide."""
        only_views = advisers(self.scene.programme, self.moderation)
        return [s for s in self.scene.panel_seats if s.role not in only_views]

    @property
    def waits_for(self) -> list[Seat]:
        """Members whose view must be in before anybody decides."""
        first = awaited(self.scene.programme) & advisers(self.scene.programme, self.moderation)
        return [s for s in self.scene.panel_seats if s.role in first and s.live]

    @property
    def quorum(self) -> int:
        """How many must agree; never more than decide here."""
        there = [s for s in self.deciders if s.state is not SeatState.RELEASED]
        return max(1, min(self.moderation.quorum, len(there)))

    def name_of(self, seat: Seat) -> str:
        """The holder's name; what the seat is called where nobody holds it."""
        held = self.people.get(seat.holder or "")
        return held.name if held else f"the {self.scene.rule(seat).label}"


async def sitting_of(uow: UnitOfWork, council: Council, seat_id: int) -> Sitting | None:
    """The member's sitting; None where there is no such seat of a panel."""
    scene = await scene_of_seat(uow, council, seat_id)
    moderation = await uow.moderations.of_audit(scene.audit.id) if scene else None
    if scene is None or moderation is None or not scene.seat(seat_id).panel:
        return None
    in_panel = {}
    for seat in scene.panel_seats:
        given = await uow.assessments.of_seat(seat.id)
        if given and given.submitted:
            in_panel[seat.id] = given
    return Sitting(
        scene=scene,
        moderation=moderation,
        seat=scene.seat(seat_id),
        first=tuple(await submissions(uow, scene)),
        panel=in_panel,
        own=await uow.assessments.of_seat(seat_id),
        people=await holders_of(uow, scene.seats),
    )
