"""A form as typing sees it: its questions, its words, and where each leads."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from domain.refs import Ref
from usecases.pressing import Press
from usecases.showing import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several answers: the value kept, its title, and the words that mean it."""

    value: str
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One input. With ``choices`` it takes one of them, without it takes text.

    ``ask`` follows what was understood: "Evidence next"; ``names`` are the words before a colon.
    ``named_only`` needs one of them: a bare "1" must not decline an audit. ``keep`` is the verb
    that saves this answer, where it is not the form's. An ``optional`` one is never asked for, and
    takes no text that does not name it.
    """

    key: str
    ask: str
    names: tuple[str, ...]
    value: str = ""
    choices: tuple[Choice, ...] = ()
    named_only: bool = False
    keep: str = ""
    optional: bool = False

    @property
    def options(self) -> str:
        """The choices again, for an answer that was not understood."""
        return ", ".join(choice.title for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions in order, and words that press a button.

    ``keep`` is the verb that saves an answer and stays. ``words`` map a whole message to a verb;
    ``jumps`` map the number of "change 3" to the reference and version of its button.
    """

    title: str
    ref: Ref
    version: int
    questions: tuple[Question, ...] = ()
    keep: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    jump: str = ""
    jumps: Mapping[int, tuple[Ref, int]] = field(default_factory=dict)
    progress: str = ""
    hint: str = ""

    @property
    def inputs(self) -> dict[str, str]:
        """Everything as it stands, as a press of a button would send it."""
        return {question.key: question.value for question in self.questions if question.value}

    def press(self, verb: str, **changed: str) -> Press:
        """The press that typed words stand for."""
        inputs = {key: value for key, value in {**self.inputs, **changed}.items() if value}
        return Press(verb=verb, ref=str(self.ref), version=self.version, inputs=inputs)

    def jump_to(self, number: int) -> Press | None:
        """The press of "change 3"."""
        if number not in self.jumps:
            return None
        ref, version = self.jumps[number]
        return replace(self.press(self.jump), ref=str(ref), version=version)

    @property
    def next_question(self) -> Question | None:
        """The first that has no answer and needs one."""
        asked = (question for question in self.questions if not question.optional)
        return next((question for question in asked if not question.value), None)


Builder = Callable[[Look], Awaitable[Form | None]]

_FORMS: dict[str, Builder] = {}


class TwoFormsError(Exception):
    """Two functions say what may be typed on the same card."""


def typed_on(view: str) -> Callable[[Builder], Builder]:
    """Say what may be typed on the card of a view."""

    def enter(build: Builder) -> Builder:
        if view in _FORMS:
            raise TwoFormsError(f"{view!r} has two forms: drop one")
        _FORMS[view] = build
        return build

    return enter


@cache
def forms() -> Mapping[str, Builder]:
    """Every form by view."""
    package = importlib.import_module("dialogs.forms")
    for module in pkgutil.iter_modules(package.__path__, "dialogs.forms."):
        importlib.import_module(module.name)
    return dict(sorted(_FORMS.items()))
