"""What cannot come one after the other, each fault in a small file that has no other."""

from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from tests.domain.frameworks.samples import MODERATION, SMALL, changed, faults_of, read

# the first seat is due on the 22nd, the second on the 25th
SECOND = 'due = { kind = "day_of_month", day = 25 }'
IN_ORDER = changed(
    SECOND,
    SECOND + '\nafter = ["first"]\nhand_over = { from_day = 21, by_day = 22 }',
    changed('kind = "monthly", opens', 'kind = "in_months", months = [4, 10], opens'),
)
CHECKED = IN_ORDER + (
    "\n[programmes.file_audit.final_check]\n"
    'by = ["quality_lead"]\nfrom_day = 26\nby_day = 40\nref = ["WES-02"]\n'
)
PLACE = "programmes.file_audit"


def test_what_comes_in_order_has_no_faults() -> None:
    assert faults(read(CHECKED)) == []


def test_a_seat_that_comes_after_another_may_not_be_due_with_it() -> None:
    text = changed("day = 25", "day = 22", changed("by_day = 22", "by_day = 21", IN_ORDER))
    text = changed("from_day = 21", "from_day = 21", text)
    assert faults_of(changed("hand_over = { from_day = 21, by_day = 21 }", "", text)) == [
        (f"{PLACE}.seats[1].due: the second auditor is due on 22 April, the first only on 22 April")
    ]


def test_a_hand_over_may_not_close_before_it_opens() -> None:
    text = changed("from_day = 21, by_day = 22", "from_day = 23, by_day = 22", IN_ORDER)
    assert faults_of(text) == [
        f"{PLACE}.seats[1].hand_over.by_day: it closes on day 22, before day 23"
    ]


def test_a_hand_over_may_not_come_when_the_seat_is_due() -> None:
    (said,) = faults_of(changed("by_day = 22", "by_day = 24", IN_ORDER))
    assert said == (
        f"{PLACE}.seats[1].hand_over.by_day: it may come as late as 25 April, "
        "and the second auditor is due on 25 April"
    )


def test_a_hand_over_may_not_begin_before_the_other_seat_is_due() -> None:
    (said,) = faults_of(changed("from_day = 21", "from_day = 20", IN_ORDER))
    assert said == (
        f"{PLACE}.seats[1].hand_over.from_day: it would begin on 21 April, "
        "before the first is due on 22 April"
    )


def test_the_final_check_may_not_close_before_it_opens() -> None:
    (said,) = faults_of(changed("by_day = 40", "by_day = 25", CHECKED))
    assert said == f"{PLACE}.final_check.by_day: it closes on day 25, before day 26"


def test_the_final_check_may_not_begin_before_the_audits_are_due() -> None:
    (said,) = faults_of(changed("from_day = 26", "from_day = 23", CHECKED))
    assert said == (
        f"{PLACE}.final_check.from_day: it would begin on 24 April, "
        "before the audits are due on 25 April"
    )


@pytest.mark.parametrize("month", [12, 10, 9])
def test_a_review_after_the_audits_is_in_time(month: int) -> None:
    assert faults(read(windows(month, "weeks = 3"))) == []


def test_a_review_that_is_over_before_the_audits_are_due_is_a_fault() -> None:
    assert faults_of(windows(11, "weeks = 10")) == [
        (
            f"{PLACE}.cycle.windows[0].review_month: the review would be over on 30 November, "
            "before the audits are due on 10 December"
        )
    ]


def windows(review_month: int, weeks: str) -> str:
    """The small file with one window in October, and its review."""
    cycle = f"""{{ kind = "windows", windows = [
  {{ key = "a", title = "Autumn", month = 10, takes = "share", review_month = {review_month} }},
] }}"""
    text = changed('{ kind = "monthly", opens = { day = 1 } }', cycle)
    return changed("weeks = 3", weeks, text) if weeks != "weeks = 3" else text


def test_a_window_of_moderation_may_not_close_before_it_opens() -> None:
    text = changed("opens_day = 26", "opens_day = 29", SMALL + MODERATION)
    assert faults_of(text) == [
        (
            f"{PLACE}.moderation.due: moderation would close on 28 January, "
            "before it opens on 29 January"
        )
    ]


def test_moderation_may_run_into_the_next_cycle_but_not_into_its_moderation() -> None:
    text = changed("opens_day = 26\n", "", SMALL + MODERATION)
    into = changed("day = 28 }", "day = 20, months_later = 1 }", text)
    assert faults(read(into)) == []
    (said,) = faults_of(changed("day = 28 }", "day = 26, months_later = 1 }", text))
    assert said == (
        f"{PLACE}.moderation.due: moderations overlap: that of 1 January is due on 26 February, "
        "when the next has begun"
    )
