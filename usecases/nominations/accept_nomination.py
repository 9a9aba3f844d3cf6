"""Accept a nomination, worded so that nobody can be recognised, and keep it in the library."""

from __future__ import annotations

from domain.calendar.wording import say_list
from domain.faults import Fault
from domain.nominations.anonymity import telling
from domain.nominations.entry import Entry
from domain.nominations.nomination import Nomination, NominationState
from usecases.asking import Answer, Ask, verb
from usecases.nominations.areas import areas_of
from usecases.nominations.deciding import decide, must_stand_apart, open_for, shown, words_in
from usecases.nominations.steps import entry_ref
from usecases.showing import tell

NO_TEXT = "Please write what colleagues may read. Nothing was decided yet."


@verb(subject="nomination", past="accepted it")
async def accept_nomination(ask: Ask) -> Answer:
    """Ratify it; nominator and nominee are told (SOM-19, SOM-20, E-18)."""
    nomination = await open_for(ask)
    await must_stand_apart(ask, nomination)
    text = words_in(ask, "text", NO_TEXT)
    await _must_tell_nothing(ask, nomination, text)
    # decided first: of two presses at once the second one ends here, and keeps no entry
    saved = await decide(ask, nomination, NominationState.ACCEPTED, "accept_nomination")
    entry = await ask.uow.library.keep(await _entry(ask, nomination, text))
    about = entry_ref(entry)
    await ask.uow.trail.record(about, "keep_entry", actor=ask.actor.id, now=ask.now)
    await tell(ask.uow, "library_entry", about, entry.nominee, now=ask.now, once="kept")
    return shown(saved, "Accepted. Nominator and nominee have been told.")


async def _must_tell_nothing(ask: Ask, nomination: Nomination, text: str) -> None:
    """Raises Fault where the text may give somebody away and the tick is not set."""
    nominee = await ask.uow.people.get(nomination.nominee or "")
    found = telling(text, [nominee.name] if nominee else [])
    if found and ask.typed("checked") != "yes":
        raise Fault(
            f"This may tell who somebody is: {say_list(found[:5])}. Nothing was decided yet: "
            "please take it out, or tick that nobody can be recognised.",
            field="text",
        )


async def _entry(ask: Ask, nomination: Nomination, text: str) -> Entry:
    nominee = await ask.uow.people.get(nomination.nominee or "")
    area = ask.typed("area")
    known = {each.key for each in areas_of(ask.council.framework)}
    return Entry(
        id=0,
        nomination_id=nomination.id,
        rule=nomination.rule,
        text=text,
        area=area if area in known else "",
        service=nominee.service if nominee else "",
        nominee=nomination.nominee or "",
        verifier=ask.actor.id,
        kept_on=ask.today,
    )
