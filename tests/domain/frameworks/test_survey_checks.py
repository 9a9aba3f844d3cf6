"""What `framework check` says of questions that are put to people after an audit (SOM-29)."""

from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from tests.domain.frameworks.samples import SMALL, faults_of, read

SURVEY = '[[feedback]]\nkey = "after"\ntitle = "After an audit"\nof = "others"\n'
AFTER = 'cadence = {{ event = "An audit ended", after = ["{0}"] }}\n'
OWN = 'own = true\nput_to = "auditors"\n'


def test_questions_after_a_programme_of_the_file_have_no_faults() -> None:
    assert faults(read(SMALL + SURVEY + OWN + AFTER.format("file_audit"))) == []


UNKNOWN = "cadence.after: 'fil_audit' is not a programme of this file; did you mean file_audit?"
NOT_OWN = "own: whoever is asked after an audit answers it themselves; say own = true"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (OWN + AFTER.format("fil_audit"), UNKNOWN),
        (AFTER.format("file_audit"), NOT_OWN),
        (OWN, "put_to: of which audit? Name its programme under cadence.after"),
    ],
)
def test_questions_that_nobody_would_be_sent_are_a_fault(lines: str, said: str) -> None:
    assert faults_of(SMALL + SURVEY + lines) == [f"feedback[0].{said}"]
