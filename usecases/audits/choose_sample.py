"""Whoever audits names the records that they will read (SOM-14, LEI-20)."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.audits.audit import Seat
from domain.audits.eligibility import ties
from domain.calendar.wording import say_list
from domain.cases.case import Case, CaseKind
from domain.faults import Fault
from domain.frameworks.selection import SampleRule
from domain.refs import Ref
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.audits.loading import seat_for
from usecases.audits.scene import Scene
from usecases.audits.staffing import requirement
from usecases.audits.start_audit import open_form, waits_for_sample
from usecases.audits.subjects import relations_to_seat


@subject("sample")
async def find_sample(ask: Ask) -> Subject | None:
    """The sample of a seat, for whoever holds it."""
    seat = await ask.uow.audits.seat(ask.ref.number)
    if seat is None:
        return None
    return Subject(
        version=seat.version,
        relations=await relations_to_seat(ask, seat),
        view="sample_choice",
        about=ask.ref,
        what="Your sample",
    )


@verb(subject="sample", past="chose the records")
async def choose_sample(ask: Ask) -> Answer:
    """Keep the sample and open the form, with a place for each record; raises Fault."""
    ask = replace(ask, ref=Ref("seat", ask.ref.key))
    scene, seat = await seat_for(ask)
    rule = scene.programme.selection.sample
    if rule is None or not waits_for_sample(scene):
        raise Fault("This audit has its records already, so nothing was changed.")
    members = await _members(ask, rule, scene)
    await _check_independent(ask, scene, seat, members)
    refs = tuple(member.ref for member in members)
    await ask.uow.cases.put([replace(scene.case, records=refs)])
    await ask.uow.trail.record(
        ask.ref,
        "choose_sample",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": seat.version, "records": len(refs)},
    )
    return await open_form(ask, _with(scene, members), seat)


def _with(scene: Scene, members: list[Case]) -> Scene:
    """The scene with the sample that was chosen just now."""
    case = replace(scene.case, records=tuple(member.ref for member in members))
    return replace(scene, case=case, members=tuple(members))


async def _members(ask: Ask, rule: SampleRule, scene: Scene) -> list[Case]:
    typed = list(dict.fromkeys(re.findall(r"[^\s,;]+", ask.typed("records"))))
    if not typed:
        raise Fault("Please name at least one record, like C-23087.", field="records")
    if len(typed) > rule.most:
        raise Fault(
            f"You named {len(typed)} and a sample has at most {rule.most}. Nothing was kept: "
            "please take fewer.",
            field="records",
        )
    known = {ref.casefold(): case for ref, case in (await ask.uow.cases.all()).items()}
    wrong = [ref for ref in typed if not _fits(known.get(ref.casefold()), scene)]
    if wrong:
        whose = f" of {scene.case.team}" if scene.case.kind is CaseKind.TEAM else ""
        raise Fault(
            f"{say_list(wrong)}: I know no open record{whose} by that reference. "
            "Nothing was kept: check how it is written.",
            field="records",
        )
    return [known[ref.casefold()] for ref in typed]


def _fits(case: Case | None, scene: Scene) -> bool:
    """An open record of the services that are meant, and of the team where a team is audited."""
    if case is None or not case.open:
        return False
    services = scene.programme.selection.services
    if services and case.service not in services:
        return False
    return scene.case.kind is not CaseKind.TEAM or case.team == scene.case.team


async def _check_independent(ask: Ask, scene: Scene, seat: Seat, members: list[Case]) -> None:
    """Nobody reads their own work; nor their line's or team's where the framework says so."""
    people, rule = await ask.uow.people.all(), requirement(scene.rule(seat))
    holder = people.get(seat.holder or "")
    for case in members if holder else ():
        if holder and (bar := ties([holder], case, rule, people).get(holder.id)):
            raise Fault(
                f"{case.ref} cannot be in it: {holder.name} {bar.said}. Nothing was kept: "
                "please take another.",
                field="records",
            )
