"""The seats of a panel as the framework's rules make them, and the same as seats of an audit."""

from __future__ import annotations

from collections.abc import Collection

from domain.audits.assessment import Assessment
from domain.frameworks.moderation import (
    ColleagueDraw,
    EveryDraw,
    GradeDraw,
    ModerationRules,
    PanelSeat,
    YearlyDraw,
)
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.moderation.moderation import Moderation
from domain.people.roles import say_role

THIRD = "third_reader"
_ADDED = (GradeDraw, ColleagueDraw, YearlyDraw)
WHY = "You are outside this team, not in its line of management, and no auditor of it"


def added_seat(draw: GradeDraw | ColleagueDraw | YearlyDraw) -> PanelSeat | None:
    """The seat that a draw adds beside the panel: an assistant director, a colleague, a reader."""
    if isinstance(draw, GradeDraw):
        if not draw.joined_by:
            return None
        label = f"{say_role(draw.joined_by[0])} on the panel"
        return PanelSeat(key=f"by_{draw.key}", label=label, roles=draw.joined_by)
    if isinstance(draw, ColleagueDraw):
        return PanelSeat(key=f"by_{draw.key}", label="colleague who moderates", roles=draw.roles)
    return PanelSeat(key=f"by_{draw.key}", label="second reader", roles=draw.by)


def panel_seats(programme: Programme) -> dict[str, PanelSeat]:
    """Every seat that moderation can add to an audit, by key; none without moderation."""
    rules = programme.moderation
    if rules is None:
        return {}
    added = (added_seat(draw) for draw in rules.draws if isinstance(draw, _ADDED))
    known = {seat.key: seat for seat in (*rules.panel, *(one for one in added if one))}
    read_by = {role for draw in rules.draws if isinstance(draw, EveryDraw) for role in draw.by_seat}
    moderators = [programme.seat(key) for key in sorted(read_by)]
    roles = {role for seat in known.values() for role in (*seat.roles, *seat.stands_in)}
    roles |= {role for seat in moderators for role in seat.eligible_roles}
    third = PanelSeat(key=THIRD, label="third reader", roles=tuple(sorted(roles)))
    return {**known, THIRD: third}


def moderators_seats(programme: Programme) -> frozenset[str]:
    """Keys of the programme's own seats whose holders moderate every audit (SOM-06)."""
    rules = programme.moderation
    if rules is None:
        return frozenset()
    return frozenset(
        key for draw in rules.draws if isinstance(draw, EveryDraw) for key in draw.by_seat
    )


def as_seat_rule(seat: PanelSeat, rules: ModerationRules) -> SeatRule:
    """The seat of a panel as a seat of the audit; stand-ins may hold it as well (E-96)."""
    return SeatRule(
        key=seat.key,
        label=seat.label,
        short=seat.label.split(maxsplit=1)[0].capitalize(),
        eligible_roles=(*seat.roles, *seat.stands_in),
        why=WHY,
        independent=True,
        due=rules.due,
        steps=rules.steps,
        ref=seat.ref,
        silence=seat.silence,
    )


def rule_of(programme: Programme, role: str) -> SeatRule:
    """The rule of any seat of an audit, a first auditor's or a panel's; raises KeyError."""
    rules = programme.moderation
    if rules is not None and role not in {seat.key for seat in programme.seats}:
        return as_seat_rule(panel_seats(programme)[role], rules)
    return programme.seat(role)


def seats_for(programme: Programme, moderation: Moderation, *, turn: int = 0) -> list[PanelSeat]:
    """The seats that a panel of this audit has, from why it is moderated (SEF-17 to SEF-20).

    A Good has one member of the panel beside whoever joins (E-57), in turns; a disagreement has
    all (E-96); a colleague's audit has the colleague alone, a yearly reading the panel that the
    council names for it, or else a reader.
    """
    rules = programme.moderation
    if rules is None:
        return []
    kinds = {reason.kind for reason in moderation.reasons}
    keys = {reason.key for reason in moderation.reasons}
    added = [
        seat
        for draw in rules.draws
        if isinstance(draw, _ADDED) and draw.key in keys and (seat := added_seat(draw))
    ]
    if kinds == {"yearly"} and rules.panel:
        return list(rules.panel)
    if kinds <= {"colleague", "yearly", "every"}:
        return added
    joined = [draw for draw in rules.draws if isinstance(draw, GradeDraw) and draw.joined_by]
    if any(draw.key in keys for draw in joined) and "disagreement" not in kinds and rules.panel:
        return [rules.panel[turn % len(rules.panel)], *added]
    return [*rules.panel, *added]


def advisers(programme: Programme, moderation: Moderation) -> frozenset[str]:
    """Keys of the seats whose holders give their grades and do not decide."""
    rules = programme.moderation
    if rules is None:
        return frozenset()
    whole = {reason.kind for reason in moderation.reasons} <= {"colleague", "yearly", "every"}
    added = {f"by_{draw.key}" for draw in rules.draws if isinstance(draw, _ADDED)}
    return frozenset({THIRD}) if whole else frozenset({*added, THIRD})


def awaited(programme: Programme) -> frozenset[str]:
    """Keys of the seats whose grades must be in before the panel decides (SEF-18).

    A colleague who reads an audit that the panel has as well does so to learn: nobody waits.
    """
    rules = programme.moderation
    joined = [draw for draw in rules.draws if isinstance(draw, GradeDraw)] if rules else []
    return frozenset({THIRD, *(f"by_{draw.key}" for draw in joined)})


def quorum_of(programme: Programme, kinds: Collection[str]) -> int:
    """How many members decide: more where somebody disagrees (E-96)."""
    rules = programme.moderation
    if rules is None:
        return 1
    return rules.quorum_on_disagreement if "disagreement" in kinds else rules.quorum


def is_blind(programme: Programme) -> bool:
    """Whether the panel grades before it sees the first grades (E-47)."""
    return programme.moderation is not None and programme.moderation.blind


def may_see_grades(programme: Programme, own: Assessment | None) -> bool:
    """Whether a member of the panel may see the first grades: at once, or once theirs are in."""
    return not is_blind(programme) or (own is not None and own.submitted)
