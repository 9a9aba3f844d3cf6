"""Saving what was typed into a form of an assessment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cards.kit import in_words
from domain.audits.assessment import AreaEntry, Assessment
from domain.audits.grading import (
    Grading,
    accept_grade,
    accept_overall,
    accept_words,
    missing_in,
)
from domain.calendar.wording import say_list, say_time
from domain.focus import Focus
from domain.refs import Ref
from usecases.asking import Answer, Ask
from usecases.audits.allocating import form_ref
from usecases.audits.scene import Scene
from usecases.audits.subjects import area_ref, split_area

FIELD_WORDS = {
    "evidence": "evidence",
    "strengths": "strengths",
    "develop": "areas to develop",
    "look_back": "reason for looking further back",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """An area as it is kept now; ``progressed`` where the count on the allocation card moved."""

    entry: AreaEntry
    progressed: bool


async def save_typed_area(ask: Ask, scene: Scene, draft: Assessment) -> Saved:
    """Save the area that the inputs are of; all of them, or none with a Fault."""
    number = split_area(ask.ref)[1]
    before = draft.area(number)
    entry = _accept(ask, scene.rules, before)
    if entry == before:
        return Saved(before, progressed=False)
    saved = await ask.uow.assessments.save_area(draft, entry)
    await ask.uow.trail.record(
        area_ref(draft.id, number),
        "save_area",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    return Saved(saved, progressed=saved.begun != before.begun)


def _accept(ask: Ask, rules: Grading, before: AreaEntry) -> AreaEntry:
    texts = {key: accept_words(key, ask.typed(key), said=word) for key, word in FIELD_WORDS.items()}
    return replace(
        before,
        grade=accept_grade(rules, ask.typed("grade"), before.number),
        evidence=texts["evidence"],
        strengths=texts["strengths"],
        develop=texts["develop"],
        look_back=texts["look_back"],
    )


async def save_typed_overall(ask: Ask, scene: Scene, draft: Assessment) -> Assessment:
    """The draft with the overall grade and reason as typed; not written yet."""
    return replace(
        draft,
        overall=accept_overall(scene.rules, ask.typed("overall")),
        reason=accept_words("reason", ask.typed("reason")),
        saved_at=ask.now,
    )


async def move_to(ask: Ask, draft: Assessment, area: int) -> Assessment:
    """Go to an area, or to the summary with 0; typed words go to this form from now on."""
    focus = Focus(kind="grading", subject=form_ref(draft.seat_id))
    await ask.uow.focuses.set(ask.actor.id, focus, ask.now)
    return await ask.uow.assessments.save(replace(draft, at_area=area, saved_at=ask.now))


def after(scene: Scene, entry: AreaEntry) -> int:
    """The number of the area after this one; 0, the summary, after the last."""
    return entry.number + 1 if entry.number < len(scene.programme.areas) else 0


def showing(
    ask: Ask,
    draft: Assessment,
    *,
    progressed: bool = False,
    notice: str = "",
    field: str | None = None,
) -> Answer:
    """The form as it is after the draft was saved; the allocation card only where it changed."""
    line = notice or f"Draft saved at {say_time(ask.now)}."
    form = form_ref(draft.seat_id)
    return Answer(
        view="grading",
        about=form,
        changed=(form, Ref("seat", str(draft.seat_id))) if progressed else (form,),
        notice=notice,
        field=field,
        line=line,
    )


def missing_notice(rules: Grading, entry: AreaEntry) -> tuple[str, str | None]:
    """One line on what an area lacks, and the input that it stands over; empty when complete."""
    found = list(missing_in(rules, entry))
    if not found:
        return "", None
    later = "To come back to this area later, type skip."
    if rules.keys_of(entry.number) and entry.grade is None:
        names = [rules.title_of(key) for key in rules.keys_of(entry.number)]
        return f"Please choose one: {say_list(names, 'or')}. {later}", "grade"
    if not entry.evidence:
        return f"Still missing: {say_list(found)}. {later}", "evidence"
    return f"Still missing: {say_list(found)}.", "look_back"


def missing_sentence(found: list[str]) -> str:
    """``Two things are missing before you can submit: …``."""
    number = in_words(len(found)).capitalize()
    things = "thing is" if len(found) == 1 else "things are"
    return f"{number} {things} missing before you can submit: {say_list(found)}."
