"""How voices and the questions for them are found, and who stands how to them."""

from __future__ import annotations

from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.standing import stands_for
from usecases.voices.finding import voice_at
from usecases.voices.prompting import prompted
from usecases.voices.standing import reads, writes

HERE = {Relation.COLLEAGUE}


@subject("voice")
async def find_voice(ask: Ask) -> Subject | None:
    """A voice; whoever writes it down stands to it as holder, whoever reads it was told."""
    at = await voice_at(ask.uow, ask.council, ask.ref.number)
    if at is None:
        return None
    found = set(HERE)
    if await writes(ask.uow, at, ask.actor, ask.today):
        found.add(Relation.HOLDER)
    if await reads(ask.uow, ask.council, at, ask.actor):
        found.add(Relation.TOLD)
    kept = {f"answer_{answer.number}": answer.words for answer in at.voice.answers}
    return Subject(
        version=at.voice.version,
        relations=frozenset(found),
        view="voice_form",
        about=ask.ref,
        what="What they said",
        kept={**kept, "summary": at.voice.summary, "worried": at.voice.worried},
    )


@subject("prompt")
async def find_prompt(ask: Ask) -> Subject | None:
    """The request for feedback about a record, for its worker."""
    found = await prompted(ask.uow, ask.council, ask.ref)
    if found is None:
        return None
    worker = await stands_for(ask.uow, ask.actor, found.case.worker, ask.today)
    return Subject(
        version=1,
        relations=frozenset(HERE | ({Relation.WORKER} if worker else set())),
        view="feedback_prompt",
        about=ask.ref,
        what=f"Feedback for {found.case.ref}",
    )
