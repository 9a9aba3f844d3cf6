"""A new auditor's work, for its reader, and what came back, for the auditor."""

from __future__ import annotations

from cards.talks.assessment_to_read import AreaRead, AssessmentToRead, State
from cards.talks.work_sent_back import WorkSentBack
from domain.audits.assessment import Assessment
from domain.audits.audit import Seat
from domain.refs import Ref
from domain.talks.pairing import Pairing, Reading
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, scene_of_seat
from usecases.showing import Look, shows
from usecases.standing import stands_for
from usecases.talks.pairing import names_on_call

STATES: dict[Reading, State] = {
    Reading.WAITING: "waiting",
    Reading.TO_READ: "to_read",
    Reading.SENT_BACK: "sent_back",
    Reading.FINE: "fine",
}


@shows("assessment_to_read")
async def show_assessment_to_read(look: Look) -> AssessmentToRead | None:
    """What was submitted, for whoever reads it or covers for them; None for anybody else."""
    found = await _found(look)
    if found is None:
        return None
    scene, pairing, seat = found
    if not await stands_for(look.uow, look.reader, pairing.helper, look.today):
        return None
    auditor = await look.uow.people.get(pairing.auditor)
    work = await look.uow.assessments.of_seat(seat.id)
    sent = work if work and work.submitted else None
    state = STATES[pairing.reading]
    return AssessmentToRead(
        ref=look.about,
        version=pairing.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        auditor=auditor.name if auditor else "An auditor who has left",
        due=seat.due_on,
        state="waiting" if state == "to_read" and sent is None else state,
        areas=tuple(_area(scene, sent, area.number) for area in scene.programme.areas)
        if sent
        else (),
        overall=scene.rules.title_of(sent.overall) if sent and sent.overall else None,
        reason=sent.reason if sent else "",
        feedback=pairing.words if pairing.reading is Reading.SENT_BACK else "",
        on_call=await names_on_call(look.uow, scene, look.now),
        typed=look.typed.get("words", ""),
        notice=look.notice or None,
    )


@shows("work_sent_back")
async def show_work_sent_back(look: Look) -> WorkSentBack | None:
    """The reader's words, for the auditor; None for anybody else, or while there are none."""
    found = await _found(look)
    if found is None:
        return None
    scene, pairing, seat = found
    if not pairing.words or not await holds_seat(look.uow, look.reader, seat, look.today):
        return None
    helper = await look.uow.people.get(pairing.helper)
    return WorkSentBack(
        ref=look.about,
        version=pairing.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        helper=helper.name if helper else "An auditor who has left",
        words=pairing.words,
        seat=Ref("seat", str(seat.id)),
        seat_version=seat.version,
        waiting=pairing.reading is Reading.SENT_BACK,
        notice=look.notice or None,
    )


async def _found(look: Look) -> tuple[Scene, Pairing, Seat] | None:
    pairing = await look.uow.pairings.get(look.about.number)
    scene = await scene_of_seat(look.uow, look.council, pairing.seat_id) if pairing else None
    if pairing is None or scene is None:
        return None
    return scene, pairing, scene.seat(pairing.seat_id)


def _area(scene: Scene, sent: Assessment, number: int) -> AreaRead:
    entry = sent.area(number)
    words = "\n".join(text for text in (entry.evidence, entry.strengths, entry.develop) if text)
    return AreaRead(
        number=number,
        name=scene.programme.area(number).name,
        grade=scene.rules.title_of(entry.grade) if entry.grade else None,
        words=words,
    )
