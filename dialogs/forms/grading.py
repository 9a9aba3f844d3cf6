"""Typing into the grading form: an area, the summary, or the receipt."""

from __future__ import annotations

from cards.audits.assessment_submitted import AssessmentSubmitted
from cards.audits.grading_area import GradingArea
from cards.audits.grading_summary import GradingSummary
from cards.audits.parts import GradeChoice
from cards.card import Card
from cards.moderation.moderation_decision import ModerationDecision
from dialogs.forms.form import Choice, Form, Question, typed_on
from dialogs.forms.moderation_decision import DISAGREE, SHORT_WORDS, decision
from domain.audits.assessment import NOT_APPLICABLE
from domain.refs import Ref
from usecases.audits.scene import scene_of_seat
from usecases.audits.subjects import area_ref
from usecases.showing import Look, look_at

AREA_WORDS = {
    "next": "finish_area",
    "done": "finish_area",
    "skip": "skip_area",
    "back": "leave_area",
    "save": "save_area",
    "save for later": "save_area",
    "summary": "review_assessment",
    "submit": "review_assessment",  # nothing is sent from here: the summary comes first
}
SUMMARY_WORDS = {
    "submit": "submit_assessment",
    "submit audit": "submit_assessment",
    "save": "save_assessment",
    "save for later": "save_assessment",
}


@typed_on("grading")
async def grading(look: Look) -> Form | None:
    """The form of the seat's assessment where it stands now."""
    card = await look_at("grading", look)
    if card is None:
        return None
    return await _form(look, card)


async def _form(look: Look, card: Card) -> Form | None:
    if isinstance(card, GradingArea):
        return _area(card, await _jumps(look))
    if isinstance(card, GradingSummary):
        return _summary(card, await _jumps(look))
    if isinstance(card, ModerationDecision):
        return decision(card)
    if isinstance(card, AssessmentSubmitted):
        words = {"withdraw": "withdraw_assessment"} if card.may_withdraw else {}
        disagree = (DISAGREE,) if card.disagree_until else ()
        return Form(
            title=f"Your audit of {card.case}",
            ref=card.ref,
            version=card.version,
            questions=disagree,
            keep="dispute_grade" if disagree else "",
            words=words,
            progress="It is submitted.",
            hint="It is submitted. Type my work for what is next.",
        )
    return None


def _area(card: GradingArea, jumps: dict[int, tuple[Ref, int]]) -> Form:
    texts = (
        ("look_back", "Why you looked further back", ("look back", "further back", "because")),
        ("evidence", "Evidence next", ("evidence", "saw")),
        ("strengths", "Strengths next", ("strengths", "strength", "strong")),
        ("develop", "Areas to develop next", ("develop", "areas to develop", "to develop")),
    )
    values = {
        "look_back": card.values.look_back,
        "evidence": card.values.evidence,
        "strengths": card.values.strengths,
        "develop": card.values.develop,
    }
    shown = [row for row in texts if row[0] != "look_back" or card.ask_look_back]
    grade = Question(
        key="grade",
        ask="A grade next",
        names=("grade",),
        value=card.values.grade or "",
        choices=_choices(card.grades, not_applicable=card.allows_not_applicable),
    )
    asked = tuple(Question(key=k, ask=a, names=n, value=values[k]) for k, a, n in shown)
    return Form(
        title=f"Area {card.number}",
        ref=card.ref,
        version=card.version,
        questions=asked if card.findings_only else (grade, *asked),
        keep="save_area",
        words=AREA_WORDS,
        jump="change_area",
        jumps=jumps,
        progress=f"{card.case}, area {card.number} of {card.areas}: {card.name}.",
        hint="Type next, back, save, summary, or change and a number.",
    )


def _summary(card: GradingSummary, jumps: dict[int, tuple[Ref, int]]) -> Form:
    overall = Question(
        key="overall",
        ask="The overall grade next",
        names=("overall", "overall grade"),
        value=card.overall or "",
        choices=_choices(card.grades, not_applicable=False),
    )
    reason = Question(
        key="reason",
        ask="What it rests on next: type because and your words",
        names=("reason", "because"),
        value=card.reason,
    )
    graded = sum(area.grade is not None for area in card.areas)
    done = "written" if card.findings_only else "graded"
    return Form(
        title="Overall",
        ref=card.ref,
        version=card.version,
        questions=(overall, reason) if card.grades else (reason,),
        keep="save_assessment",
        words={**SUMMARY_WORDS, "back": "save_assessment"},
        jump="change_area",
        jumps=jumps,
        progress=f"{card.case}: {graded} of {len(card.areas)} areas are {done}. Summary.",
        hint="Nothing has been sent yet: type submit, or change and a number.",
    )


def _choices(grades: tuple[GradeChoice, ...], *, not_applicable: bool) -> tuple[Choice, ...]:
    found = [
        Choice(value=g.value, title=g.title, words=SHORT_WORDS.get(g.value, ())) for g in grades
    ]
    if not_applicable:
        words = ("n/a", "na", "not applicable")
        found.append(Choice(value=NOT_APPLICABLE, title="Not applicable", words=words))
    return tuple(found)


async def _jumps(look: Look) -> dict[int, tuple[Ref, int]]:
    """Every area by its number, as the summary's lines would press it."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    draft = await look.uow.assessments.of_seat(look.about.number)
    if scene is None or draft is None:
        return {}
    return {
        area.number: (area_ref(draft.id, area.number), draft.area(area.number).version)
        for area in scene.programme.areas
    }
