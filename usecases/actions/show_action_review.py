"""The tracker form of a team manager."""

from __future__ import annotations

from datetime import timedelta

from cards.actions.action_review import MOST, ActionReview, ReviewLine
from domain.actions.action import Action, Note, NoteKind
from domain.actions.terms import review_rule
from domain.delivery.message import Doubt
from domain.people.on_record import People
from usecases.actions.reviewing import to_review
from usecases.showing import Look, shows

LATELY = timedelta(hours=12)
HEADING = "Action review"


@shows("action_review", doubt=Doubt.LET_BE)
async def show_action_review(look: Look) -> ActionReview | None:
    """The open actions, those first that were not written about lately; None for anybody else."""
    if look.about.key != look.reader.id:
        return None
    found = await to_review(look.uow, look.council, look.reader, look.today)
    rules = [review_rule(look.council.framework, action.rule) for action in found]
    people = await look.uow.people.all()
    waiting = [a for a in found if not _written(a, look)]
    return ActionReview(
        ref=look.about,
        version=1,
        heading=rules[0].title if rules and rules[0] else HEADING,
        team=look.reader.team,
        lines=tuple(_line(look, people, action) for action in waiting[:MOST]),
        more=max(0, len(waiting) - MOST),
        notice=look.notice or None,
    )


def _written(action: Action, look: Look) -> bool:
    last = action.last(NoteKind.REVIEWED)
    return last is not None and look.now - last.at < LATELY


def _line(look: Look, people: People, action: Action) -> ReviewLine:
    last: Note | None = action.last(NoteKind.REVIEWED, NoteKind.PROGRESS, NoteKind.CLAIMED)
    return ReviewLine(
        number=action.id,
        label=action.label,
        what=action.what,
        owner=people[action.owner].name,
        due=action.due_on,
        latest=action.latest_on,
        last=last.words if last else "",
        typed=look.typed.get(f"progress_{action.id}", ""),
    )
