"""The Audit Action Review: whose actions a team manager writes progress down for (SEF-12)."""

from __future__ import annotations

from datetime import date

from domain.actions.action import Action, NoteKind
from domain.actions.people import related
from domain.actions.terms import review_rule
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.people.person import Person
from domain.refs import Ref
from usecases.actions.around import REVIEW, around, covered, record
from usecases.actions.doing import noted
from usecases.asking import Answer, Ask, verb
from usecases.council import Council
from usecases.ports import UnitOfWork

NOTHING = "Please write how far at least one of them is. Nothing was kept."


def form_ref(person_id: str) -> Ref:
    """What the duty of somebody's tracker form is about."""
    return Ref("tracker_form", person_id)


async def to_review(uow: UnitOfWork, council: Council, person: Person, today: date) -> list[Action]:
    """The open actions that somebody tracks by the profile, themselves or as a cover."""
    tracked = {rule.tracks for rule in council.framework.actions if rule.on and rule.tracks}
    if not tracked:
        return []
    return [
        action
        for action in await uow.actions.live()
        if action.rule in tracked and await _tracks(uow, council, action, person, today)
    ]


async def who_reviews(uow: UnitOfWork, council: Council, team: str, today: date) -> list[str]:
    """Who tracks the open actions of a team by the profile now, by id."""
    tracked = {rule.tracks for rule in council.framework.actions if rule.on and rule.tracks}
    found: set[str] = set()
    for action in await uow.actions.live() if tracked else ():
        of = await around(uow, council, action, today)
        review = review_rule(council.framework, action.rule)
        if review and of.case and of.case.team == team and action.rule in tracked:
            theirs = related(review.owners, of.case, of.people)
            found |= {one for one in theirs if of.people[one].here_on(today)}
    return sorted(found)


async def _tracks(
    uow: UnitOfWork, council: Council, action: Action, person: Person, today: date
) -> bool:
    of = await around(uow, council, action, today)
    review = review_rule(council.framework, action.rule)
    holders = related(review.owners, of.case, of.people) if review else []
    return not covered(person, of.people, today).isdisjoint(holders)


@verb(subject="person", past="wrote down progress")
async def save_tracker_form(ask: Ask) -> Answer:
    """Keep what was written for each action; what is empty stays as it is."""
    written = 0
    for action in await to_review(ask.uow, ask.council, ask.actor, ask.today):
        field = f"progress_{action.id}"
        words = accept_words(field, ask.typed(field), said="progress")
        if words:
            said = noted(ask, action, NoteKind.REVIEWED, words)
            saved = await ask.uow.actions.save(await ask.uow.actions.note(action, said))
            await record(ask.uow, saved, "review_action", ask.now, actor=ask.actor.id)
            await ask.uow.outbox.refresh(action.ref, now=ask.now)
            written += 1
    if not written:
        # not a fault: the form must stay where it is, with its empty fields
        return Answer(view="action_review", about=ask.ref, notice=NOTHING, line=NOTHING)
    await ask.uow.duties.close(form_ref(ask.actor.id), DutyState.DONE, ask.now, kinds=(REVIEW,))
    line = f"Kept for {written} action{'' if written == 1 else 's'}."
    return Answer(view="action_review", about=ask.ref, notice=line, line=line)
