"""What is asked of whom, what a voice needs before it is kept, and how words are put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.frameworks.meeting import Choice, FamilyContact
from domain.frameworks.sections import FeedbackRule
from domain.frameworks.voices import Age, RatingAsked
from domain.people.person import Person
from domain.voices.voice import HELP, SPEAKERS, WAYS, Answered, Speaker, Voice, VoiceState

ANYTHING = "What did they say?"
USUAL_REASONS = (
    Choice(key="declined", title="They declined"),
    Choice(key="no_reply", title="Could not be reached"),
    Choice(key="not_appropriate", title="Not right to ask now"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a form asks of one voice, out of the council's file.

    ``agreement`` is noted at the start (E-15); ``raise_now`` offers to raise a worry at once.
    """

    questions: tuple[str, ...]
    ways: tuple[str, ...]
    help: tuple[str, ...]
    reasons: tuple[Choice, ...]
    agreement: bool
    raise_now: bool
    rating: RatingAsked | None = None


def asked_in_audit(rule: FamilyContact, speaker: Speaker) -> Asking:
    """What the family's part of an audit asks."""
    return Asking(
        questions=_worded(rule.questions, rule.asked_as, speaker),
        ways=WAYS,
        help=rule.help_offered or HELP,
        reasons=rule.reasons or USUAL_REASONS,
        agreement=rule.consent == "at_start",
        raise_now=rule.worry_may_be_raised_now,
        rating=rule.rating,
    )


def asked_alone(rule: FeedbackRule, speaker: Speaker) -> Asking:
    """What a way of hearing people outside an audit asks."""
    return Asking(
        questions=_worded(rule.asks, rule.asked_as, speaker),
        ways=rule.channels or WAYS,
        help=HELP,
        reasons=USUAL_REASONS,
        agreement=rule.of == "family",
        raise_now=rule.of == "family",
        rating=rule.rating,
    )


def _worded(
    neutral: tuple[str, ...], by_age: Mapping[Age, tuple[str, ...]], speaker: Speaker
) -> tuple[str, ...]:
    """The wording for that age, else the one that fits everybody."""
    return by_age.get(speaker.age) or neutral or (ANYTHING,)


def feedback_rule(framework: Framework, key: str) -> FeedbackRule | None:
    """The way of that key, if it is switched on."""
    return next((rule for rule in framework.feedback if rule.key == key and rule.on), None)


def ways_for(framework: Framework, person: Person, *, every: bool) -> list[FeedbackRule]:
    """The ways in which the person hears people or answers; ``every`` for whoever runs cycles."""
    here = [rule for rule in framework.feedback if rule.on]
    return [rule for rule in here if _may_write(rule, person, every=every)]


def _may_write(rule: FeedbackRule, person: Person, *, every: bool) -> bool:
    """What is asked at a set time is answered on the card that asks it, and not begun."""
    if rule.own:
        return rule.cadence is None and answers_own(rule, person)
    return every or person.holds(frozenset(rule.asked_by))


def answers_own(rule: FeedbackRule, person: Person) -> bool:
    """Whether the person is one of those who answer it themselves."""
    return rule.own and (not rule.own_of or person.holds(frozenset(rule.own_of)))


def answers_for(asking: Asking, typed: Mapping[int, str], before: Voice) -> tuple[Answered, ...]:
    """The answers as they will be kept: words that were kept before get a new edition."""
    known = {answer.number: answer for answer in before.answers}
    return tuple(
        _answer(number, question, typed.get(number, ""), known.get(number), before)
        for number, question in enumerate(asking.questions, 1)
    )


def _answer(
    number: int, question: str, words: str, known: Answered | None, before: Voice
) -> Answered:
    if known is None:
        return Answered(number=number, question=question, words=words)
    if words == known.words:
        return known
    kept = before.state is VoiceState.HEARD
    return replace(known, question=question, words=words, edition=known.edition + kept)


def accept_heard(asking: Asking, voice: Voice, others: Iterable[Voice]) -> Voice:
    """The voice as heard; raises Fault on what it lacks (story 22, E-15, E-65)."""
    if not voice.said:
        said = "A summary cannot stand in for their words. " if voice.summary else ""
        raise Fault(
            f"{said}Please write what they said, word for word, or note that they were not "
            "heard. It is not kept as heard yet.",
            field="answer_1",
        )
    if asking.agreement and not voice.agreed:
        raise Fault(
            "Please tick that they agreed to talk. If they did not, choose Not heard and the "
            "reason: a no is an answer.",
            field="agreed",
        )
    if asks_wish(voice.speaker, others) and not voice.wished:
        raise Fault(
            "A young adult is asked themselves, and their family only if they wish it. Please "
            "tick that they do, or give this up.",
            field="wished",
        )
    return replace(voice, state=VoiceState.HEARD, reason="", tries=0, tried="")


def asks_wish(speaker: Speaker, others: Iterable[Voice]) -> bool:
    """Whether a young adult of this audit must wish that this person is asked (E-65)."""
    adults = any(one.speaker is Speaker.YOUNG_ADULT and one.settled for one in others)
    return adults and not speaker.of_child


def accept_missed(asking: Asking, voice: Voice) -> Voice:
    """The voice as not heard; raises Fault without one of the council's reasons."""
    if voice.reason not in {reason.key for reason in asking.reasons}:
        raise Fault("Please choose why they were not heard. Nothing was kept.", field="reason")
    return replace(voice, state=VoiceState.MISSED, agreed=None, rating=None)


def in_order(voices: Iterable[Voice]) -> list[Voice]:
    """Children first, then the others in the order in which they were written down."""
    return sorted(voices, key=lambda one: (not one.speaker.of_child, one.id))


def called(voice: Voice, *, own: bool = False) -> str:
    """``Parent (the mother)``: the speaker without a name; staff answer for themselves."""
    if own:
        return "A colleague"
    title = SPEAKERS[voice.speaker]
    return f"{title} ({voice.who})" if voice.who else title
