"""An immediate response, filled for tests of storage."""

from __future__ import annotations

from dataclasses import replace

from domain.responses.response import (
    NewResponse,
    Part,
    Response,
    ResponseState,
    Sort,
    Step,
    StepKind,
)
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

NEW = NewResponse(
    rule="immediate_responses.safeguarding",
    sort=Sort.COUNCIL,
    raised_by="ada",
    case_ref="C-1",
    resumes="grading|form-1",
)


def step(person: str, once: str, kind: StepKind = StepKind.TOLD, **said: str) -> Step:
    """A line of the ledger."""
    return Step(kind=kind, person_id=person, part=Part.ANSWERS, at=NOW, once=once, said=said)


async def raised(uow: SqlUnitOfWork, words: str = "") -> Response:
    """One that is open, with those words in every place that takes words but the answer's draft."""
    draft = await uow.responses.begin(NEW, NOW)
    opened = replace(
        draft,
        state=ResponseState.OPEN,
        facts=words,
        spoken_to=words,
        raised_at=NOW,
        since=NOW,
        next_at=NOW,
    )
    return await uow.responses.save(opened)


async def fill_responses(uow: SqlUnitOfWork, words: str) -> None:
    """One with those words in every place that takes any, and one line of its ledger."""
    made = await uow.responses.save(replace(await raised(uow, words), draft={"done": words}))
    await uow.responses.note(made, [step("ben", "answer/1", StepKind.ANSWERED, done=words)])
