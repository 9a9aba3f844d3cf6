"""What a council asks for beside its audits, section by section."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from domain.frameworks.framework import Framework
from domain.frameworks.parts import KeyedEntry
from tools.pages.facts import facts
from tools.pages.marks import sources
from tools.pages.words import sentence

# The heading of each section, and what the product is there for in it
SECTIONS: Mapping[str, tuple[str, str]] = {
    "immediate_responses": (
        "What cannot wait",
        (
            "The bot takes the concern from any form of an audit, tells people at once, counts the "
            "time down and moves up when nobody has answered."
        ),
    ),
    "incidents": (
        "Serious incidents",
        (
            "The bot asks for the facts in a conversation, tells people at once and nudges "
            "until it is done."
        ),
    ),
    "actions": (
        "Actions",
        (
            "The bot asks for owner and day, nudges before and after, takes evidence, and asks for "
            "the sign-off."
        ),
    ),
    "feedback": (
        "Hearing families, staff and partners",
        "The bot asks for the words, keeps them as they were said, and reads the themes together.",
    ),
    "nominations": (
        "Good practice",
        (
            "The bot takes the message, asks whoever verifies, answers the nominator and keeps "
            "what is verified."
        ),
    ),
    "observations": (
        "Observing practice",
        "The bot says who is due to be seen, nudges, and takes what was seen.",
    ),
    "alerts": (
        "Questions, challenge and escalation",
        "The bot takes the concern or the question, asks for an answer, and offers the next level.",
    ),
    "intake": (
        "What comes in from outside",
        (
            "The bot notes reference, day, theme and outcome, never who is meant, counts them, and "
            "keeps what they teach with the actions that follow."
        ),
    ),
    "quotas": (
        "What each person owes",
        "The bot counts what is done and what is left, and says so before the time is over.",
    ),
    "approvals": (
        "What is passed or returned",
        (
            "The bot asks for it, shows it to whoever passes it, and sends a return back with the "
            "reason."
        ),
    ),
    "reports": (
        "Reports and newsletters",
        (
            "The bot gathers the figures and the words, nudges whoever prepares it, asks for "
            "approval and sends it out."
        ),
    ),
    "activities": (
        "The rest of the calendar",
        "This happens outside the bot: it says when, nudges, and notes the outcome.",
    ),
    "nudges": ("Standing reminders", "The bot asks the question and keeps no answer."),
}


def section_lines(name: str, framework: Framework, served: Collection[str]) -> Iterator[str]:
    """A section with its entries; nothing where the profile has none."""
    entries: tuple[KeyedEntry, ...] = getattr(framework, name)
    if not entries:
        return
    heading, purpose = SECTIONS[name]
    yield f"## {heading}"
    yield ""
    yield purpose
    yield ""
    for entry in entries:
        yield from entry_lines(entry, framework, served)
    yield ""


def entry_lines(entry: KeyedEntry, framework: Framework, served: Collection[str]) -> Iterator[str]:
    """One entry: its title with its rows, every setting, and why it is so."""
    off = "" if entry.on else ", switched off"
    yield f"- **{entry.title}**{off}{sources(entry, served)}"
    for label, said in facts(entry, framework):
        yield f"  - {label}: {said}"
    if entry.note:
        yield f"  - {sentence(entry.note)}"
