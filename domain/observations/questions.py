"""What is asked of an observation: the council's own questions, or these (SEF-31, SOM-55)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.frameworks.framework import Framework
from domain.frameworks.sections import Observation as Rule


@dataclass(frozen=True, slots=True)
class Question:
    """``key`` names its input and its kept words; ``word`` is what one types before a colon."""

    key: str
    text: str
    word: str


USUAL = (
    Question("seen", "What did you see?", "saw"),
    Question("feedback", "What feedback did you give?", "feedback"),
    Question("family", "What did the child or the family say?", "family"),
    Question("strengths", "What was strong?", "strengths"),
    Question("develop", "What would help the person develop?", "develop"),
)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def questions_of(rule: Rule) -> tuple[Question, ...]:
    """Those of the council's form; the usual five where it names none (E-31)."""
    own = zip(NUMBERS, rule.asks, strict=False)
    return tuple(Question(f"ask_{word}", text, word) for word, text in own) or USUAL


def rule_of(framework: Framework, key: str) -> Rule:
    """The council's entry; where the file has dropped it, one that asks the usual questions."""
    known = {rule.key: rule for rule in framework.observations}
    return known.get(key) or Rule(key=key, title="Observation", ref=("SEF-31",))
