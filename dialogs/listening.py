"""From a message to an answer: commands first, then the open form, then the newest card."""

from __future__ import annotations

from cards.people.did_you_mean import DidYouMean
from dialogs.commands.command import command_words, commands
from dialogs.forms.form import Form
from dialogs.heard import Heard, Reply
from dialogs.lexicon import likely, look_up, plain
from dialogs.open_form import newest_form, open_form, urgent_form
from dialogs.understanding import (
    NotUnderstood,
    Understood,
    answer_to,
    hint_after,
    words_of,
)
from domain.faults import Fault
from usecases.pressing import press


async def listen(heard: Heard) -> Reply:
    """Answer a message; it always says something that leads on."""
    form = await open_form(heard)
    for answer in (_by_word, _by_form_word, _by_pattern, _by_form):
        if reply := await answer(heard, form):
            return reply
    return _suggest(heard, form)


async def _by_word(heard: Heard, form: Form | None) -> Reply | None:
    """A command's own word; a word of the open form goes before it."""
    said = plain(heard.text) or heard.text.strip()
    if form and words_of(form, heard.text):
        return None
    name = command_words().get(said) or look_up(said, command_words())
    return await commands()[name].run(heard, ()) if name else None


async def _by_form_word(heard: Heard, form: Form | None) -> Reply | None:
    """A word of the open form, of the newest card in the chat, or of what cannot wait."""
    if form and (understood := words_of(form, heard.text)):
        return await _do(heard, understood)
    for find in (newest_form, urgent_form):
        one = await find(heard)
        if one and (understood := words_of(one, heard.text)):
            return await _do(heard, understood)
    return None


async def _by_pattern(heard: Heard, form: Form | None) -> Reply | None:
    """``open 3``, a reference; in an open form a bare number is an answer."""
    del form
    for known in commands().values():
        match = known.pattern.match(plain(heard.text)) if known.pattern else None
        if match and (reply := await known.run(heard, tuple(match.groups()))):
            return reply
    return None


async def _by_form(heard: Heard, form: Form | None) -> Reply | None:
    """Text for the open form, or what it accepts."""
    if form is None:
        return None
    answer = answer_to(form, heard.text)
    if isinstance(answer, NotUnderstood):
        return Reply(line=answer.line)
    return await _do(heard, answer)


async def _do(heard: Heard, understood: Understood) -> Reply:
    """Press what was understood, and say what was taken and what comes next."""
    outcome = await press(heard.uow, heard.council, heard.actor, understood.press, heard.now)
    form = await open_form(heard) if outcome.done and not outcome.notice else None
    if form is None or not form.questions:
        return Reply(line=outcome.line)
    if understood.took and understood.press.ref == str(form.ref):
        return Reply(line=f"{form.title}: {understood.took}. {hint_after(form)}")
    return Reply(line=f"{outcome.line} {form.progress} {hint_after(form)}")


def _suggest(heard: Heard, form: Form | None) -> Reply:
    """What it might have been, as buttons."""
    del form
    known = [word for word in command_words() if len(word) > 2]
    found = likely(plain(heard.text), known)
    names = list(dict.fromkeys(command_words()[word] for word in found))
    return Reply(card=DidYouMean(ref=heard.me, version=1, suggestions=tuple(names)))


async def listen_safely(heard: Heard) -> Reply:
    """The same, with a fault said to the person; nothing is kept then."""
    try:
        return await listen(heard)
    except Fault as fault:
        await heard.uow.rollback()
        return Reply(line=fault.message)
