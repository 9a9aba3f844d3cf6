"""What happens after a submission, in sentences for the receipt."""

from __future__ import annotations

from domain.audits.audit import AuditState, Seat, SeatState
from domain.audits.outcome import findings_are_out, findings_wait
from domain.calendar.wording import say_list
from usecases.audits.scene import Scene


def next_steps(scene: Scene, seat: Seat) -> tuple[str, ...]:
    """The steps that lie ahead, from where the audit stands now."""
    if scene.audit.state is AuditState.MODERATING and findings_wait(scene.programme):
        return ("Your grades and the other auditor's differ, so a moderator decides.",)
    if findings_are_out(scene.programme, scene.audit.state):
        return ("The worker and the managers on the record have the findings.",)
    waiting = [o for o in scene.others(seat) if o.state is not SeatState.SUBMITTED]
    if waiting:
        who = say_list([f"the {scene.rule(other).label}" for other in waiting])
        return (
            f"We wait for {who}. Neither of you sees the other's grades until both are in.",
            "If any grade differs, a moderator decides.",
            "Then the worker gets the findings, strengths first.",
        )
    if scene.others(seat):
        return ("Both assessments are in. They are compared, and you will hear what follows.",)
    return ("The worker gets the findings next, strengths first.",)
