"""How alerts are found, and who stands how to them; a stranger learns nothing of any."""

from __future__ import annotations

from domain.alerts.alert import Alert, AlertState
from domain.permissions.relations import Relation
from usecases.alerts.steps import FORM, STORY
from usecases.asking import Ask, Subject, subject
from usecases.standing import stands_for


@subject("alert_draft")
async def find_draft(ask: Ask) -> Subject | None:
    """What somebody is writing; nobody else sees it."""
    alert = await ask.uow.alerts.get(ask.ref.number)
    if alert is None:
        return None
    mine = alert.raised_by == ask.actor.id
    return Subject(
        version=alert.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=FORM if alert.state is AlertState.DRAFT else STORY,
        about=alert.draft if alert.state is AlertState.DRAFT else alert.ref,
        what="What you were writing" if mine else "That",
        kept={"concern": alert.concern, "effect": alert.effect} if mine else {},
    )


@subject("alert")
async def find_alert(ask: Ask) -> Subject | None:
    """The story, for whoever raised it and those who were told, and their covers."""
    alert = await ask.uow.alerts.get(ask.ref.number)
    if alert is None or alert.raised_at is None:
        return None
    relations = await relations_to(ask, alert)
    party = len(relations) > 1
    return Subject(
        version=alert.version,
        relations=relations,
        view=STORY,
        about=alert.ref,
        what=alert.number if party else "That",
    )


async def relations_to(ask: Ask, alert: Alert) -> frozenset[Relation]:
    """``HOLDER`` for whoever raised it, ``TOLD`` for those who were told."""
    found = {Relation.COLLEAGUE}
    if await stands_for(ask.uow, ask.actor, alert.raised_by, ask.today):
        found.add(Relation.HOLDER)
    for party in alert.parties:
        if await stands_for(ask.uow, ask.actor, party, ask.today):
            found.add(Relation.TOLD)
    return frozenset(found)
