"""Name what a cycle is to look at, beside what was proposed (COL-07, COL-29, SOM-15)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.audits.briefing import people_name
from domain.calendar.wording import say_list
from domain.faults import Fault
from domain.frameworks.programme import Programme
from usecases.asking import Answer, Ask, verb
from usecases.cycles.pools import pool_of, settings_named
from usecases.cycles.proposals import waiting

MOST = 20


@verb(subject="proposal", past="named more")
async def name_subjects(ask: Ask) -> Answer:
    """Add them to the draw; a setting that is new goes onto the council's list."""
    before = await waiting(ask.uow, ask.ref.number)
    programme = ask.council.framework.programme(before.programme)
    if not people_name(programme):
        raise Fault("This draw is made by chance alone, so nothing was added to it.")
    named = await resolve(ask, programme, split_names(ask.typed("names"), programme))
    new = [ref for ref in named if ref not in before.drawn]
    left_out = {ref: why for ref, why in before.left_out.items() if ref not in new}
    saved = await ask.uow.proposals.save(
        replace(before, drawn=(*before.drawn, *new), left_out=left_out)
    )
    await ask.uow.trail.record(
        ask.ref,
        "name_subjects",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "records": len(saved.drawn)},
    )
    line = f"Added: {say_list(new)}." if new else "They were in it already, so nothing changed."
    return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)


def split_names(typed: str, programme: Programme) -> tuple[str, ...]:
    """What was named, each once: names by comma or line, references by blanks as well."""
    with_blanks = programme.selection.subject in {"team", "setting"}
    signs = r"[,;\n]+" if with_blanks else r"[\s,;]+"
    found = tuple(dict.fromkeys(word.strip() for word in re.split(signs, typed) if word.strip()))
    if not found:
        noun = noun_of(programme)
        raise Fault(f"Please name at least one {noun}. Nothing was changed.", field="names")
    if len(found) > MOST:
        raise Fault(
            f"You named {len(found)} and I open at most {MOST} at once. Nothing was changed: "
            "please do it in two steps.",
            field="names",
        )
    return found


def noun_of(programme: Programme) -> str:
    """What is named: ``record``, ``team``, ``setting``; a sample is made of records."""
    subject = programme.selection.subject
    return "record" if subject == "sample" else subject


async def resolve(ask: Ask, programme: Programme, names: Sequence[str]) -> tuple[str, ...]:
    """The references of what was named; raises Fault, and nothing is kept, on a stranger."""
    if programme.selection.subject == "setting":
        return await _settings(ask, programme, names)
    pool = await pool_of(ask.uow, programme, await ask.uow.people.all(), ask.today)
    spelt = {ref.casefold(): ref for ref in pool}
    spelt |= {case.team.casefold(): case.ref for case in pool.values() if case.kind == "team"}
    spelt |= {
        (case.worker or "").casefold(): case.ref
        for case in pool.values()
        if case.kind == "supervision"
    }
    unknown = [name for name in names if name.casefold() not in spelt]
    if unknown:
        raise Fault(
            f"I know no {noun_of(programme)} {say_list(unknown, 'or')}, so nothing was opened or "
            "changed. Check how it is written.",
            field="names",
        )
    return tuple(dict.fromkeys(spelt[name.casefold()] for name in names))


async def _settings(ask: Ask, programme: Programme, names: Sequence[str]) -> tuple[str, ...]:
    known = await ask.uow.cases.beside()
    found = settings_named(programme, names, known)
    records = await ask.uow.cases.all()
    for case in found:
        other = known.get(case.ref) or records.get(case.ref)
        if other and (other.kind, other.service) != (case.kind, programme.selection.settings):
            raise Fault(
                f"{case.ref} is the name of something else here, so nothing was changed. "
                "Please write it out in full.",
                field="names",
            )
    await ask.uow.cases.put([replace(case, open=True) for case in found])
    return tuple(dict.fromkeys(case.ref for case in found))
