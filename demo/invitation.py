"""What is printed when the demo has started: what to open, what to type, whom to play."""

from __future__ import annotations

from collections.abc import Iterator

from demo.seeding import Story
from domain.calendar.wording import say_count
from usecases.council import Council


def invitation(story: Story, council: Council, port: int) -> Iterator[str]:
    """The lines, with the names and the record of this draw."""
    first, *others = story.auditors
    yield ""
    yield f"  {story.council}: {story.programme.title}. Open in a browser:"
    yield f"      http://localhost:{port}"
    yield ""
    yield f"  You sit there as {story.coordinator.name}, who runs the audits. Type in the chat:"
    yield f"      act as {first.person.name}    {first.label} for {story.case}"
    yield "      my work"
    yield "      start"
    yield ""
    yield "  Press, or type: good, evidence: …, next, back, change 3, submit, help."
    yield "  Then look at it as the others do:"
    for part in others:
        yield f"      act as {part.person.name}    {part.label}, with the same grades"
    yield f"      act as {story.worker.name}    the worker: the notice, later the findings"
    yield f"      act as {story.coordinator.name}    back to the start"
    yield ""
    minutes = say_count(int(council.withdraw_for.total_seconds() // 60), "minute")
    yield f"  Findings go out {minutes} after the last submission; until then it can be withdrawn."
    yield "  The page forgets the chat when it is reloaded; my work brings the cards back."
    yield "  Everybody here is invented. Ctrl-C stops it."
    yield ""
