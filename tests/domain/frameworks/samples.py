"""A small framework that has no faults, and ways to change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.frameworks.framework import Framework, FrameworkFault
from domain.frameworks.parse import parse

FOLDER = Path(__file__).parents[3] / "frameworks"

HEAD = """
id = "westmere"
name = "Westmere"

[document]
title = "How we check our work"
dating = "2026"
row_prefix = "WES"
rows = 12

[roles]
quality_lead = { title = "Quality Lead", short = "QL", coordinates = true }
team_manager = { title = "Team Manager", short = "TM" }
reviewing_officer = { title = "Reviewing Officer", short = "RO" }

"""

GRADES = """
[grades]
scale = [
  { key = "good", title = "Good", label = "Good", short = "G", rank = 1, meaning = "It works." },
  { key = "poor", title = "Poor", label = "Poor", short = "P", rank = 2, meaning = "It fails." },
]
"""

NO_GRADES = """
[grades]
on = false
"""

PROGRAMME = """
[programmes.file_audit]
title = "File audit"
noun = "file audit"
ref = ["WES-01"]
cycle = { kind = "monthly", opens = { day = 1 } }
selection = { kind = "random", count = { kind = "per_team", number = 1 } }
overall = { question = "Overall?" }

[[programmes.file_audit.areas]]
number = 1
key = "voice"
name = "Voice"
prompts = ["Can you hear the child?"]

[[programmes.file_audit.seats]]
key = "first"
label = "first auditor"
short = "First"
eligible_roles = ["team_manager"]
why = "The draw gave you this one"
due = { kind = "weeks_after_allocation", weeks = 3 }

[[programmes.file_audit.seats]]
key = "second"
label = "second auditor"
short = "Second"
eligible_roles = ["reviewing_officer"]
why = "The draw gave you this one"
due = { kind = "day_of_month", day = 25 }
"""

NOTICE = """
[programmes.file_audit.notice]
to = ["worker"]
when = { kind = "last_days_of_month_before", days = 7 }
sentence = "It was picked at random."
steps = ["You and {auditor} talk."]
"""

MODERATION = """
[programmes.file_audit.moderation]
opens_day = 26
due = { kind = "day_of_month", day = 28 }
panel = [{ key = "reader", label = "reader", roles = ["quality_lead"] }]
draws = [
  { kind = "difference", key = "differ", title = "They differ", seats = ["first", "second"] },
  { kind = "grade", key = "poor", title = "Every Poor", grades = ["poor"] },
]
"""

SMALL = HEAD + GRADES + PROGRAMME


def changed(old: str, new: str, text: str = SMALL) -> str:
    """The text with one thing changed; it must stand there exactly once."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def read(text: str) -> Framework:
    """The text as a framework."""
    return parse(text, "westmere.toml")


def faults_of(text: str) -> list[str]:
    """What is wrong with a text; fails where nothing is."""
    with pytest.raises(FrameworkFault) as refused:
        read(text)
    return list(refused.value.faults)
