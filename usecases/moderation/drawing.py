"""What the month's draw for moderation would send to the panels now, and why each audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.audits.audit import AuditState, Cycle
from domain.frameworks.moderation import ColleagueDraw, ModerationRules
from domain.moderation.colleagues import Readings, pair_colleagues
from domain.moderation.dates import draw_day
from domain.moderation.draw import Candidate, Sample, by_lot, draw_sample
from domain.moderation.moderation import Moderation, Reason
from domain.moderation.panel import added_seat
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.moderation.opening import Preset
from usecases.moderation.sending import rules_of, window_of
from usecases.moderation.submissions import submissions
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """The draw of one cycle: who is sent and why, who reads which colleague's audit.

    ``scenes`` and ``moderations`` are those of the audits that wait, by audit.
    """

    cycle: Cycle
    day: date | None
    sample: Sample
    readers: Mapping[int, str]
    scenes: Mapping[int, Scene]
    moderations: Mapping[int, Moderation]

    @property
    def reasons(self) -> dict[int, tuple[Reason, ...]]:
        """Every reason of every audit that is sent, the colleagues' readings included."""
        found = dict(self.sample.reasons)
        draw = _colleagues(self.scenes)
        for audit_id in self.readers:
            if draw:
                reason = Reason(key=draw.key, kind=draw.kind, title=draw.title)
                found[audit_id] = (*found.get(audit_id, ()), reason)
        return dict(sorted(found.items()))

    @property
    def preset(self) -> Preset:
        """Who takes the colleagues' seats."""
        draw = _colleagues(self.scenes)
        seat = added_seat(draw) if draw else None
        return {(audit_id, seat.key): who for audit_id, who in self.readers.items()} if seat else {}


def day_of(council: Council, cycle: Cycle) -> date | None:
    """The day on which a cycle's audits are drawn for moderation; None where none is."""
    rules = council.framework.programme(cycle.programme).moderation
    if rules is None:
        return None
    return draw_day(
        rules, opened=cycle.opens_on, audits_due=cycle.due_on, calendar=council.calendar
    )


async def look_at_lot(uow: UnitOfWork, council: Council, cycle: Cycle, now: datetime) -> Lot:
    """The draw as it stands now; nothing is written. The same audits give the same answer."""
    there = await uow.moderations.of_cycle(cycle.id)
    scenes = {}
    for moderation in there:
        scene = await scene_of_audit(uow, council, moderation.audit_id)
        if scene and scene.audit.state is AuditState.GRADED:
            scenes[moderation.audit_id] = scene
    rules = council.framework.programme(cycle.programme).moderation
    candidates = [await _candidate(uow, scene) for scene in scenes.values()]
    sample = (
        draw_sample(rules, candidates, seed=cycle.seed, settled=len(there), already=_already(there))
        if rules
        else Sample(reasons={}, wanted=0, of=len(there))
    )
    return Lot(
        cycle=cycle,
        day=day_of(council, cycle),
        sample=sample,
        readers=await _readers(uow, council, scenes, candidates, sample, now),
        scenes=scenes,
        moderations={m.audit_id: m for m in there if m.audit_id in scenes},
    )


def _already(there: Sequence[Moderation]) -> int:
    """How many an earlier draw sent; colleagues' readings come on top of the share."""
    return sum(any(reason.kind != "colleague" for reason in m.reasons) for m in there)


async def _candidate(uow: UnitOfWork, scene: Scene) -> Candidate:
    first = (await submissions(uow, scene))[0]
    disputes = await uow.moderations.disputes_of(scene.audit.id)
    return Candidate(
        audit_id=scene.audit.id,
        case_ref=scene.case.ref,
        overall=first.overall,
        grade_title=scene.rules.title_of(first.overall) if first.overall else "",
        disputed=bool(disputes),
    )


def _colleagues(scenes: Mapping[int, Scene]) -> ColleagueDraw | None:
    scene = next(iter(scenes.values()), None)
    return _colleague_draw(rules_of(scene)) if scene else None


def _colleague_draw(rules: ModerationRules) -> ColleagueDraw | None:
    return next((d for d in rules.draws if isinstance(d, ColleagueDraw) and d.on), None)


async def _readers(
    uow: UnitOfWork,
    council: Council,
    scenes: Mapping[int, Scene],
    candidates: Sequence[Candidate],
    sample: Sample,
    now: datetime,
) -> Mapping[int, str]:
    """One colleague's audit each, of those that nothing else sends; once a cycle."""
    draw = _colleagues(scenes)
    scene = next(iter(scenes.values()), None)
    if draw is None or scene is None or await _had(uow, scene.cycle.id, draw):
        return {}
    free = [one for one in candidates if one.audit_id not in sample.reasons]
    what = Readings(
        candidates=by_lot(free or candidates, scene.cycle.seed),
        cases={one.case.ref: one.case for one in scenes.values()},
        seated={
            audit_id: frozenset(seat.holder for seat in one.seats if seat.holder)
            for audit_id, one in scenes.items()
        },
        people=await uow.people.all(),
        days=window_of(scene, now),
    )
    return pair_colleagues(draw, what, council.assigner)


async def _had(uow: UnitOfWork, cycle_id: int, draw: ColleagueDraw) -> bool:
    there = await uow.moderations.of_cycle(cycle_id)
    return any(reason.key == draw.key for m in there for reason in m.reasons)
