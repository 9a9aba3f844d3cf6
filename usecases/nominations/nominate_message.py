"""Nominate out of a message of any chat, through the dialog that Teams opens over it (SOM-18)."""

from __future__ import annotations

from cards.nominations.nominate_message import NominateMessage
from domain.faults import Fault
from domain.nominations.anonymity import telling
from domain.nominations.nomination import SOURCES
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.nominations.beginning import Said, begin_nomination
from usecases.nominations.fill_nomination import ASKS, missing
from usecases.nominations.steps import nomination_ref, send
from usecases.showing import Look, shows

VIEW = "nominate_message"
SENT = "Thank you. It is sent, and you hear what came of it."
REST = "Kept, not sent yet. The rest is in our own chat."
NO_CHAT = "Kept, not sent yet. Please open a chat with me and type nominate: the rest is there."


def wish_ref(person_id: str) -> Ref:
    """``wish-ada``: the dialog of one person."""
    return Ref("wish", person_id)


@subject("wish")
async def find_wish(ask: Ask) -> Subject | None:
    """The dialog, which nobody but its reader has."""
    mine = ask.ref.key == ask.actor.id
    return Subject(
        version=1,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.SELF} if mine else set())),
        view=VIEW,
        about=wish_ref(ask.actor.id),
        what="Your nomination",
    )


@shows(VIEW)
async def show_nominate_message(look: Look) -> NominateMessage | None:
    """The dialog with what is known; for its reader alone."""
    if look.about.key != look.reader.id:
        return None
    reason, who = look.typed.get("reason", ""), look.typed.get("who", "")
    return NominateMessage(
        ref=look.about,
        version=1,
        who=who,
        reason=reason,
        seen=look.typed.get("seen", ""),
        telling=telling(reason),
        notice=look.notice or None,
        field=look.field,
    )


@verb(subject="wish", past="nominated out of a message")
async def nominate_message(ask: Ask) -> Answer:
    """Send it where all is clear; what is not goes on in the nominator's own chat."""
    seen = ask.typed("seen")
    said = Said(
        who=ask.typed("who"),
        reason=ask.typed("reason"),
        seen=seen if seen in SOURCES else "",
    )
    if not (said.who and said.reason):
        lacks = "who" if not said.who else "reason"
        raise Fault(f"Please say {ASKS[lacks]}. Nothing was sent.", field=lacks)
    draft = await begin_nomination(ask.uow, ask.council, ask.actor, said, ask.now)
    about = wish_ref(ask.actor.id)
    if missing(draft) or draft.endorses is not None:
        known = await ask.uow.addresses.of(ask.actor.id)
        return Answer(view=VIEW, about=about, line=REST if known else NO_CHAT)
    await send(ask.uow, ask.council, draft, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    return Answer(view=VIEW, about=about, changed=(nomination_ref(draft),), line=SENT)
