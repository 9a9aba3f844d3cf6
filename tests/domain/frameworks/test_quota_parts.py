from __future__ import annotations

import pytest

from tests.domain.frameworks.samples import SMALL, changed, faults_of, read

QUOTA = (
    SMALL
    + """
[[observations]]
key = "seen"
title = "Practice seen"

[[activities]]
key = "piece"
title = "A piece of learning"

[[quotas]]
key = "learning"
title = "Pieces of learning"
roles = ["team_manager"]
per = "year"
year_starts = 4
total = 5
spare = "other"
parts = { audits = 2, seen = 1, other = 2 }
filled_by = { audits = ["file_audit"], seen = ["seen", "piece"] }
"""
)


def test_programmes_observations_and_activities_fill_the_parts() -> None:
    (quota,) = read(QUOTA).quotas
    assert quota.filled_by["seen"] == ("seen", "piece")
    assert (quota.spare, quota.year_starts) == ("other", 4)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("total = 5", "total = 10", "quotas[0].parts: they add up to 5, and the total is 10"),
        (
            'spare = "other"',
            'spare = "others"',
            "quotas[0].spare: nothing has the key 'others' here; did you mean other?",
        ),
        (
            "{ audits = [",
            "{ audit = [",
            "quotas[0].filled_by: nothing has the key 'audit' here; did you mean audits?",
        ),
        (
            '["file_audit"]',
            '["file_audits"]',
            (
                "quotas[0].filled_by.audits: nothing has the key 'file_audits' here; "
                "did you mean file_audit?"
            ),
        ),
    ],
)
def test_what_nobody_could_fill_is_a_fault(old: str, new: str, fault: str) -> None:
    assert faults_of(changed(old, new, QUOTA)) == [fault]


def test_a_quota_need_not_have_parts() -> None:
    text = QUOTA
    for line in QUOTA.splitlines():
        if line.startswith(("spare", "parts", "filled_by")):
            text = text.replace(line + "\n", "")
    (quota,) = read(text).quotas
    assert (quota.total, dict(quota.parts), quota.year_starts) == (5, {}, 4)


def test_a_year_begins_in_january_unless_the_file_says_another_month() -> None:
    (quota,) = read(changed("year_starts = 4\n", "", QUOTA)).quotas
    assert quota.year_starts == 1
    assert "year_starts" in faults_of(changed("year_starts = 4", "year_starts = 13", QUOTA))[0]
