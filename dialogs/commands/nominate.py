"""nominate NAME for WHAT: good practice in plain words; library WORDS: what is kept of it."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.nominating import nomination_in
from domain.nominations.nomination import Nomination, NominationState
from usecases.nominations.beginning import Said, begin_nomination, show_form
from usecases.nominations.fill_nomination import missing
from usecases.nominations.searching import page_ref, split_page
from usecases.nominations.steps import FORM, nomination_ref
from usecases.pressing import Press, press
from usecases.showing import look_at

NEXT = {
    "who": "Here is your nomination. Who is it? Please write the name.",
    "reason": "Here is your nomination. What for? Please write it in your own words.",
    "seen": "Here is your nomination. Where did you see it? Supervision, a team meeting, an audit…",
    "": "Here is your nomination. Type send when it says what you want to say.",
}
NO_DRAFT = "The draft is for those who verify good practice. Type library to read examples."
_SAYS_SO = r"^(?=.*\bnominat|.*\bput\b.*\bforward\b)"


@command(
    "nominate",
    "nominate someone",
    "nominate a colleague",
    "nominate good practice",
    "nomination",
    "i'd like to nominate",
    "i would like to nominate",
    pattern=_SAYS_SO,
)
async def nominate(heard: Heard, _: tuple[str, ...]) -> Reply | None:
    """Begin with what the sentence gives; the bare word goes on with the newest draft."""
    said = nomination_in(heard.text)
    if said is None:
        return None
    if said == Said() and (draft := await heard.uow.nominations.draft_of(heard.actor.id)):
        await show_form(heard.uow, nomination_ref(draft), heard.actor, heard.now)
        return Reply(line=_next(draft))
    draft = await begin_nomination(heard.uow, heard.council, heard.actor, said, heard.now)
    return Reply(line=_next(draft))


def _next(draft: Nomination) -> str:
    lacks = missing(draft)
    return NEXT[lacks[0] if lacks else ""]


@command(pattern=r"^[^\W\d_][\w'\u2019-]{1,30}$")
async def one_word_name(heard: Heard, _: tuple[str, ...]) -> Reply | None:
    """A first name alone, while a nomination asks who it is."""
    focus = await heard.uow.focuses.of(heard.actor.id)
    if focus is None or focus.kind != FORM:
        return None
    draft = await heard.uow.nominations.get(focus.subject.number)
    if draft is None or draft.state is not NominationState.DRAFT or draft.nominee:
        return None
    given = {"who": heard.text.strip(), "reason": draft.reason, "seen": draft.seen}
    inputs = {key: text for key, text in given.items() if text}
    what = Press(
        verb="fill_nomination", ref=str(focus.subject), version=draft.version, inputs=inputs
    )
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    filled = await heard.uow.nominations.get(draft.id)
    if filled is None or not outcome.done:
        return Reply(line=outcome.line)
    found = await heard.uow.people.get(filled.nominee or "")
    if found is None:
        return Reply(line="Which one do you mean? Press the name on the card, or write it in full.")
    return Reply(line=f"{found.name}. {_next(filled)}")


@command(
    "library",
    "the library",
    "good practice library",
    pattern=r"^(?:the |search (?:the )?)?(?:good[- ]practice )?library(?: for| about| on|:)? (.+)$",
)
async def library(heard: Heard, groups: tuple[str | None, ...]) -> Reply:
    """The newest examples, or those that fit the words."""
    asked, page = split_page(next((said for said in groups if said), ""))
    card = await look_at("library", heard.look(page_ref(asked, page)))
    return Reply(card=card)


@command("newsletter draft", "newsletter", "think practice", "draft the newsletter")
async def newsletter_draft(heard: Heard, _: tuple[str, ...]) -> Reply:
    """What was kept lately, to copy (LEI-40)."""
    card = await look_at("newsletter_draft", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NO_DRAFT)
