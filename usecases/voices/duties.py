"""The duty of running a survey, in words."""

from __future__ import annotations

from domain.duties import Duty
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.voices.rounds import ROUND, RUN, audit_of, survey_at


@duty_kind(
    RUN,
    not_mine=(
        "Everybody who runs this survey has it, and the first to close it does it for "
        "all. Where that is not your part, ask whoever keeps the staff list to change "
        "your role."
    ),
)
async def describe_round(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Ask for feedback on Team North``; None where the council's file has it no more."""
    survey = survey_at(council, duty.subject)
    if survey is None:
        return None
    after = await audit_of(uow, council, survey)
    on = f" on {after.case.ref}" if after else ""
    return Described(
        text=f"Ask for feedback{on}", detail=survey.way.title, view=ROUND, about=duty.subject
    )
