from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from domain.frameworks.spellings import role_spellings
from tests.domain.frameworks.samples import SMALL, changed, faults_of, read

WAY_ON = "no two roles may be written alike, and a comma parts two roles"


def test_a_role_is_written_by_its_key_its_title_or_its_short_form() -> None:
    spellings = role_spellings(read(SMALL))
    written = {spelling for spelling, key in spellings.items() if key == "team_manager"}
    assert written == {"team_manager", "Team Manager", "TM"}


def test_a_title_with_a_comma_is_a_fault_because_a_staff_list_takes_it_apart() -> None:
    text = changed('title = "Reviewing Officer"', 'title = "Team Manager, reviewing"')
    assert faults_of(text) == [
        (
            "roles.reviewing_officer.title: in a staff list 'Team Manager, reviewing' "
            f"gives team_manager; {WAY_ON}"
        )
    ]


def test_a_title_of_nothing_but_commas_gives_nobody_a_role() -> None:
    (said,) = faults_of(changed('title = "Reviewing Officer"', 'title = ",;"'))
    assert (
        said == f"roles.reviewing_officer.title: in a staff list ',;' gives nobody a role; {WAY_ON}"
    )


def test_two_roles_with_one_short_form_are_a_fault() -> None:
    (said,) = faults_of(changed('short = "RO"', 'short = "tm"'))
    assert said.startswith("roles.team_manager.short: in a staff list 'TM' gives reviewing_officer")


def test_a_title_that_is_anothers_key_is_a_fault() -> None:
    (said,) = faults_of(changed('title = "Reviewing Officer"', 'title = "Quality lead "'))
    assert said.startswith(
        "roles.reviewing_officer.title: in a staff list 'Quality lead' gives quality_lead"
    )


@pytest.mark.parametrize("title", ["Reviewing Officer (IRO service)", "Reviewing-Officer", "R/O"])
def test_other_signs_are_no_fault(title: str) -> None:
    text = changed('title = "Reviewing Officer"', f'title = "{title}"')
    assert faults(read(text)) == []
