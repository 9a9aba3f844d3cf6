"""From typed words to a press, or to the question again; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.forms.form import Choice, Form, Question
from dialogs.lexicon import has_words, likely, look_up, one_letter_off, plain
from usecases.pressing import Press

_CHANGE = re.compile(r"^(?:change|area|go to)\s+(\d{1,2})$")
_NAMED = re.compile(r"^\s*([A-Za-z][A-Za-z ']{1,40}?)\s*(:|\+)\s*(.+)$", re.DOTALL)
_BECAUSE = re.compile(r"^\s*because\b[ ,:]*(.+)$", re.DOTALL | re.IGNORECASE)
_SO_BECAUSE = re.compile(
    r"^\s*([A-Za-z ']{1,40}?)\s+because\b[ ,:]*(.+)$", re.DOTALL | re.IGNORECASE
)
TYPED_LENGTH_OF_A_WORD = 3  # words in a message; a longer one is text and no command


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A press, and the words for what was taken: "Good"."""

    press: Press
    took: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """A sentence that says what is accepted; nothing is changed."""

    line: str


def words_of(form: Form, text: str) -> Understood | None:
    """The message as one of the form's own words, or None: nothing is guessed here."""
    said = plain(text)
    if change := _CHANGE.match(said):
        jump = form.jump_to(int(change[1]))
        return Understood(press=jump) if jump else None
    verb = look_up(said, form.words)
    if verb:
        return Understood(press=form.press(verb))
    return _choice(form, said) or _named(form, text)


def answer_to(form: Form, text: str) -> Understood | NotUnderstood:
    """The message as a word, a choice or a text; or what is accepted."""
    if understood := words_of(form, text):
        return understood
    if asked := _ask_again(form, text):
        return NotUnderstood(line=asked)
    texts = (q for q in form.questions if not (q.choices or q.optional))
    open_text = next((q for q in texts if not q.value), None)
    if open_text is None or not form.keep or len(text.split()) == 1:
        return NotUnderstood(line=f"I did not understand that. {_accepted(form)}")
    return _text(form, open_text, text)


def _ask_again(form: Form, text: str) -> str | None:
    """What to ask where a message is half an answer; None where it may be text."""
    said = plain(text)
    if any(said in question.names for question in form.questions):
        return _accepted(form)
    if form.jumps and (change := _CHANGE.match(said)):
        return _no_area(form, int(change[1]))
    if not has_words(text):
        return f"I can read words only. {_accepted(form)}"
    return _half_typed(form, said) if len(text.split()) <= TYPED_LENGTH_OF_A_WORD else None


def _choice(form: Form, said: str) -> Understood | None:
    """A whole message that is a choice, of the open question first; "overall good" names one."""
    questions = [q for q in form.questions if q.choices]
    for question in sorted(questions, key=lambda q: bool(q.value)):
        named = (said[len(n) + 1 :] for n in question.names if said.startswith(f"{n} "))
        rest = next(named, "" if question.named_only else said)
        if found := _pick(question, rest):
            press = form.press(question.keep or form.keep, **{question.key: found.value})
            return Understood(press=press, took=found.title)
    return None


def _pick(question: Question, said: str) -> Choice | None:
    by_word = {plain(word): c for c in question.choices for word in (c.title, *c.words)}
    if said in by_word:
        return by_word[said]
    if said.isascii() and said.isdecimal() and 1 <= int(said) <= len(question.choices):
        return question.choices[int(said) - 1]
    near = one_letter_off(said, by_word)
    return by_word[near] if near else None


def _named(form: Form, text: str) -> Understood | None:
    """``evidence: …``, ``evidence+ …``, ``because …``, ``I disagree because …``."""
    if because := _BECAUSE.match(text):
        reason = next((q for q in form.questions if "because" in q.names), None)
        return _text(form, reason, because[1]) if reason else None
    if so := _SO_BECAUSE.match(text):  # "I disagree because the plan was changed"
        asked = _by_name(form, plain(so[1]))
        if asked:
            return _text(form, asked, so[2])
    named = _NAMED.match(text)
    question = _by_name(form, plain(named[1])) if named else None
    if named is None or question is None:
        return None
    adds = named[2] == "+" and question.value
    return _text(form, question, f"{question.value}\n{named[3]}" if adds else named[3])


def _by_name(form: Form, name: str) -> Question | None:
    names = {word: q.key for q in form.questions if not q.choices for word in q.names}
    key = look_up(name, names)
    return next((q for q in form.questions if q.key == key), None)


def _text(form: Form, question: Question, text: str) -> Understood:
    press = form.press(question.keep or form.keep, **{question.key: text.strip()})
    return Understood(press=press, took=f"{question.names[0]} kept")


def _half_typed(form: Form, said: str) -> str | None:
    """What to ask when a short message looks like a choice or a word but is none."""
    titles = [c.title for q in form.questions for c in q.choices]
    starts = [title for title in titles if plain(title).startswith(said)]
    near = starts or likely(said, titles, 2) or likely(said, form.words, 2)
    if not near:
        return None
    return f"Did you mean {' or '.join(near)}? Nothing was saved. {_accepted(form)}"


def _no_area(form: Form, number: int) -> str:
    areas = f"areas {min(form.jumps)} to {max(form.jumps)}"
    return f"There is no area {number}: this audit has {areas}. Nothing was changed."


def _accepted(form: Form) -> str:
    question = form.next_question
    if question and question.choices and not question.named_only:
        return f"Please type one of: {question.options}. Or press it on the card."
    return form.hint or "Please press a button on the card, or type help."


def hint_after(form: Form) -> str:
    """What to say after an answer: "Evidence next, or type next."."""
    question = form.next_question
    forward = " or type next" if "next" in form.words else ""
    if question is None:
        return "All is filled in: type next." if forward else form.hint
    return f"{question.ask},{forward}." if forward else f"{question.ask}."
