"""Typing on the calendar: ``findings: …``, ``note it``; ``pass``; a day, then ``start``."""

from __future__ import annotations

from cards.calendar.activity_due import ActivityDue
from cards.calendar.activity_start import ActivityStart
from cards.calendar.report_due import ReportDue
from cards.calendar.report_to_pass import ReportToPass
from dialogs.forms.form import Form, Question, typed_on
from usecases.calendar.steps import ACTIVITY, REPORT, START, TO_PASS
from usecases.showing import Look, look_at

WHERE = ("where", "link", "evidence")


@typed_on(ACTIVITY)
async def activity_due(look: Look) -> Form | None:
    """Each note in order, then where more of it is; ``not held: …``, ``move to: …``."""
    card = await look_at(ACTIVITY, look)
    if not isinstance(card, ActivityDue) or not card.is_open:
        return None
    missed = Question(
        key="why_not",
        ask="Why not, next",
        names=("did not happen", "not held"),
        named_only=True,
        optional=True,
        keep="did_not_happen",
    )
    return Form(
        title="What came of it",
        ref=card.ref,
        version=card.version,
        questions=(*_notes(card), _where(card), missed),
        keep="keep_outcome",
        words={
            "note it": "note_outcome",
            "note the outcome": "note_outcome",
            "done": "note_outcome",
            "save": "keep_outcome",
        },
        progress="You are noting what came of something in the calendar.",
        hint="Type the first words of a box, a colon and what there is to say, then done.",
    )


@typed_on(REPORT)
async def report_due(look: Look) -> Form | None:
    """``where: …``, ``note: …``, ``give``."""
    card = await look_at(REPORT, look)
    if not isinstance(card, ReportDue) or not card.is_open:
        return None
    return Form(
        title="The report",
        ref=card.ref,
        version=card.version,
        questions=(_where(card), *_notes(card)),
        keep="keep_outcome",
        words={
            "give": "give_report",
            "give it": "give_report",
            "give the report": "give_report",
            "done": "give_report",
            "save": "keep_outcome",
        },
        progress="You are giving a report. Nobody has been told yet.",
        hint="Type where: and its place, then give.",
    )


@typed_on(TO_PASS)
async def report_to_pass(look: Look) -> Form | None:
    """``pass``; ``return: and why``."""
    card = await look_at(TO_PASS, look)
    if not isinstance(card, ReportToPass) or card.ended:
        return None
    why = Question(
        key="why",
        ask="Why, next",
        names=("return", "return it", "because"),
        named_only=True,
        keep="return_report",
    )
    return Form(
        title="The report",
        ref=card.ref,
        version=card.version,
        questions=(why,),
        words={"pass": "pass_report", "pass it": "pass_report", "yes": "pass_report"},
        progress="A report waits for your word.",
        hint="Type pass, or return: and why.",
    )


@typed_on(START)
async def activity_start(look: Look) -> Form | None:
    """``17 December about supervision`` starts it; ``start`` where the file knows the day."""
    card = await look_at(START, look)
    if not isinstance(card, ActivityStart):
        return None
    day = Question(
        key="day",
        ask="The day next",
        names=("day", "on", "due"),
        value=card.values.get("day", ""),
    )
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(day,),
        keep="start_activity",
        words={"start": "start_activity", "start it": "start_activity"},
        progress="You are about to start something of the calendar.",
        hint="Type the day by which it is due, like 17 December about supervision.",
    )


def _notes(card: ActivityDue | ReportDue) -> tuple[Question, ...]:
    return tuple(
        Question(
            key=note.key,
            ask=f"{note.text}, next",
            names=tuple(dict.fromkeys((note.word, note.text.casefold()))),
            value=card.values.get(note.key, ""),
        )
        for note in card.asked
    )


def _where(card: ActivityDue | ReportDue) -> Question:
    value = card.values.get("evidence", "")
    asked = isinstance(card, ReportDue)
    return Question(
        key="evidence", ask="Where it is, next", names=WHERE, value=value, optional=not asked
    )
