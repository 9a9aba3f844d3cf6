"""The duty of running a survey, in words."""

from __future__ import annotations

from domain.duties import Duty
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.voices.rounds import ROUND, RUN, survey_at


@duty_kind(RUN)
async def describe_round(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Run the survey``; None where the council's file has it no more."""
    del uow
    survey = survey_at(council, duty.subject)
    if survey is None:
        return None
    return Described(
        text="Ask for feedback", detail=survey.way.title, view=ROUND, about=duty.subject
    )
