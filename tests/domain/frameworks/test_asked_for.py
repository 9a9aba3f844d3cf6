"""Faults of what is sent to be passed, of standing reminders and of what comes in."""

from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from tests.domain.frameworks.samples import SMALL, faults_of, read

APPROVAL = """
[[approvals]]
key = "plan"
title = "Plan"
cadence = { every = "year", months = [4] }
sent_by = ["team_manager"]
each = true
approved_by = ["team_manager"]
"""
NUDGE = """
[[nudges]]
key = "look"
title = "Look"
cadence = { every = "month" }
to = ["team_manager"]
sentence = "Have you looked?"
tick = "I have looked"
asks = "And?"
"""
AFTER = """
[[nudges]]
key = "talk"
title = "Talk"
after = "findings"
again = 1
relations = ["worker"]
sentence = "Talk about it."
tick = "Done"
"""
INTAKE = """
[[intake]]
key = "complaint"
title = "Complaint"
kinds = ["Complaint"]
themes = ["Delay"]
outcomes = ["Upheld"]
noted_by = ["team_manager"]
to = ["team_manager"]
lesson = "needed"
"""


def test_each_of_them_makes_sense_as_it_should_be() -> None:
    assert faults(read(SMALL + APPROVAL + NUDGE + AFTER + INTAKE)) == []


@pytest.mark.parametrize(
    ("entry", "old", "new", "fault"),
    [
        (APPROVAL, 'sent_by = ["team_manager"]', "", "approvals[0].sent_by: nobody sends it"),
        (APPROVAL, 'approved_by = ["team_manager"]', "", "approvals[0].approved_by: nobody passes"),
        (APPROVAL, 'every = "year", months = [4]', 'event = "Any"', "approvals[0].each: the cal"),
        (NUDGE, 'cadence = { every = "month" }', "", "nudges[0].cadence: nothing brings it about"),
        (NUDGE, 'to = ["team_manager"]', "", "nudges[0].to: nobody gets it"),
        (NUDGE, 'sentence = "Have you looked?"', "", "nudges[0].sentence: it says nothing"),
        (NUDGE, 'tick = "I have looked"', "", "nudges[0].tick: without its button"),
        (AFTER, 'relations = ["worker"]', "", "nudges[0].relations: nobody of the record"),
        (AFTER, 'tick = "Done"', "", "nudges[0].tick: without its button"),
        (INTAKE, 'outcomes = ["Upheld"]', "", "intake[0].lesson: needed before it is closed"),
        (INTAKE, '"needed"', '"none"', "intake[0].to: nobody is told"),
        (INTAKE, '"needed"', '"asked"\nactions = true', "intake[0].actions: the file has no"),
        (INTAKE, 'noted_by = ["team_manager"]', 'noted_by = ["clerk"]', "intake[0].noted_by: 'cl"),
    ],
)
def test_what_could_never_come_about_is_a_fault(entry: str, old: str, new: str, fault: str) -> None:
    assert old in entry
    found = faults_of(SMALL + entry.replace(old, new))
    assert [one[: len(fault)] for one in found] == [fault]


def test_what_is_switched_off_may_be_half_written() -> None:
    off = '[[approvals]]\nkey = "a"\ntitle = "A"\non = false\n'
    off += '[[nudges]]\nkey = "n"\ntitle = "N"\non = false\n'
    assert faults(read(SMALL + off)) == []
