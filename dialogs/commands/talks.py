"""talks: the talks of one's audit; talk 2: one of them; family: the family's part."""

from __future__ import annotations

from cards.talks.audit_talks import AuditTalks, TalkLine
from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT
from usecases.pressing import Press, press
from usecases.showing import look_at

NONE = "No audit is waiting for you, so there are no talks to open. Type my work."
SEVERAL = "Several audits are waiting. Which one? Type talks and its reference."


@command("talks", pattern=r"^talks(?: (?:of |for )?([a-z]{1,4}[-_/]?\d[\w/-]{1,20}))?$")
async def talks(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """Those of the open form, of the record that is named, or of the only audit."""
    found = await _seats(heard, next((said for said in groups if said), ""))
    if len(found) == 1:
        return await _press(heard, "open_talks", found[0][0], found[0][1])
    return Reply(line=SEVERAL if found else NONE)


@command(pattern=r"^(?:talk (\d{1,2})|(family))$")
async def one_talk(heard: Heard, groups: tuple[str | None, ...]) -> Reply:
    """The talk of that number in the list, or the family's part."""
    found = await _seats(heard, "")
    if len(found) != 1:
        return Reply(line=SEVERAL if found else NONE)
    lines = await _lines(heard, found[0][0])
    if groups[0] is None:
        family = next((one for one in lines if one.open_verb == "open_family"), None)
        if family is None:
            return Reply(line="Nobody of the family is heard in this part. Type talks.")
        return await _press(heard, family.open_verb, family.ref, family.version)
    number = int(groups[0])
    if not 1 <= number <= len(lines):
        said = f"talks 1 to {len(lines)}" if lines else "no talks"
        return Reply(line=f"There is no talk {number}: this audit has {said}. Type talks.")
    line = lines[number - 1]
    return await _press(heard, line.open_verb, line.ref, line.version)


async def _lines(heard: Heard, seat: Ref) -> tuple[TalkLine, ...]:
    card = await look_at("audit_talks", heard.look(seat))
    return card.talks if isinstance(card, AuditTalks) else ()


async def _seats(heard: Heard, record: str) -> list[tuple[Ref, int]]:
    """One's open seats with their versions: the open form's, or all, or those of a record."""
    focus = await heard.uow.focuses.of(heard.actor.id)
    in_hand = {"grading": "form", "audit_talks": "seat"}
    only = ""
    if focus and not record and focus.subject.kind == in_hand.get(focus.kind):
        only = focus.subject.key
    found = []
    for duty in await heard.uow.duties.open_of(heard.actor.id):
        if duty.kind not in {ANSWER_ALLOCATION, SUBMIT_ASSESSMENT}:
            continue
        seat = await heard.uow.audits.seat(duty.subject.number)
        audit = await heard.uow.audits.get(seat.audit_id) if seat else None
        if seat is None or audit is None:
            continue
        if only in {"", duty.subject.key} and record in {"", audit.case_ref.casefold()}:
            found.append((duty.subject, seat.version))
    return found


async def _press(heard: Heard, verb: str, ref: Ref, version: int) -> Reply:
    what = Press(verb=verb, ref=str(ref), version=version)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)
