"""What five real councils do in five ways, one small profile for each way."""

from __future__ import annotations

from datetime import date

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.cycles import WindowCycle, openings
from domain.frameworks.deadlines import due_on
from domain.frameworks.moderation import EveryDraw, ShareDraw, YearlyDraw
from domain.frameworks.selection import PerService, ShareOfOpen
from domain.frameworks.wording import say_number
from tests.domain.frameworks.samples import (
    GRADES,
    HEAD,
    NO_GRADES,
    PROGRAMME,
    SMALL,
    changed,
    read,
)

PLAIN = WorkingCalendar()
MONTHLY = '{ kind = "monthly", opens = { day = 1 } }'
PER_TEAM = '{ kind = "per_team", number = 1 }'

AREA = """
[[programmes.audit.areas]]
number = 1
key = "voice"
name = "Voice"
prompts = ["Can you hear the child?"]
"""

HALVES = (
    HEAD
    + NO_GRADES
    + """
[programmes.audit]
title = "Case audit"
noun = "case audit"
findings_only = true

[programmes.audit.selection]
kind = "random"
count = { kind = "share_of_open", share = 0.5 }
spread_over = "worker"

[programmes.audit.cycle]
kind = "windows"
windows = [
  { key = "autumn", title = "Autumn half", month = 10, takes = "share", review_month = 12 },
  { key = "spring", title = "Spring half", month = 4, takes = "rest", review_month = 6 },
]
"""
    + AREA
    + """
[[programmes.audit.seats]]
key = "auditor"
label = "independent auditor"
short = "Auditor"
eligible_roles = ["reviewing_officer"]
why = "You stand outside the line of this record"
due = { kind = "last_working_day_of_period", months = 2 }
"""
)

SWAPPING = (
    HEAD
    + GRADES
    + """
[programmes.audit]
title = "Practice evaluation"
noun = "practice evaluation"
overall = { question = "How good is practice here?" }

[programmes.audit.cycle]
kind = "quarterly"
months = [2, 5, 8, 11]
opens = { weekday = "monday" }

[programmes.audit.selection]
kind = "random"

[programmes.audit.selection.count]
kind = "per_service"

[programmes.audit.selection.count.numbers]
"Social work" = 60
"Family work" = 10
"Fostering" = 6
"Youth justice" = 8
"Early support" = 5
"""
    + AREA
    + """
[[programmes.audit.seats]]
key = "evaluator"
label = "evaluator"
short = "Evaluator"
eligible_roles = ["team_manager", "reviewing_officer"]
why = "It is your turn to evaluate"
with_worker = true
alternates_with = ["moderator"]
due = { kind = "days_after_allocation", days = 14 }

[[programmes.audit.seats]]
key = "moderator"
label = "moderator"
short = "Moderator"
eligible_roles = ["team_manager", "reviewing_officer"]
why = "It is your turn to moderate"
after = ["evaluator"]
alternates_with = ["evaluator"]
due = { kind = "days_after_allocation", days = 35 }

[programmes.audit.moderation]
due = { kind = "days_after_allocation", days = 35 }
final_grade = "moderator_keeps_both"
blind = false
draws = [{ kind = "every", key = "every", title = "Every evaluation", by_seat = ["moderator"] }]
"""
)

QUOTA = (
    changed(
        MONTHLY,
        '{ kind = "quarterly" }',
        HEAD
        + NO_GRADES
        + changed('overall = { question = "Overall?" }', "findings_only = true", PROGRAMME),
    )
    + """
[programmes.file_audit.moderation]
due = { kind = "last_working_day_of_period", months = 3 }

[[programmes.file_audit.moderation.draws]]
kind = "yearly"
key = "second_reader"
title = "A second reader"
month = 1
by = ["quality_lead"]

[[quotas]]
key = "learning"
title = "Pieces of service learning"
roles = ["team_manager"]
per = "year"
total = 10
parts = { thematic_audit = 4, supported = 2, set_by_head = 2, other = 2 }
"""
)


def test_cycle_shape_two_windows_that_share_the_open_records() -> None:
    programme = read(HALVES).programme("audit")
    cycle = programme.cycle
    assert isinstance(cycle, WindowCycle)
    assert [window.takes for window in cycle.windows] == ["share", "rest"]
    opened = list(openings(cycle, date(2025, 10, 1), date(2026, 9, 30)))
    assert opened == [date(2025, 10, 1), date(2026, 4, 1)]
    dues = [due_on(programme.seats[0].due, day, PLAIN) for day in opened]
    assert dues == [date(2025, 11, 28), date(2026, 5, 29)]
    assert isinstance(programme.selection.count, ShareOfOpen)
    assert say_number(programme.selection.count) == "50% of the open records"


def test_who_audits_evaluator_and_moderator_swap_each_cycle() -> None:
    programme = read(SWAPPING).programme("audit")
    evaluator, moderator = programme.seats
    assert evaluator.alternates_with == ("moderator",)
    assert moderator.alternates_with == ("evaluator",)
    assert moderator.after == ("evaluator",)
    (opened, *_) = openings(programme.cycle, date(2026, 2, 1), date(2026, 2, 28))
    assert due_on(evaluator.due, opened, PLAIN) == date(2026, 2, 16)
    assert isinstance(programme.selection.count, PerService)
    assert say_number(programme.selection.count).startswith("89 records: 60 from Social work")


def test_who_audits_managers_on_a_quota_of_their_own() -> None:
    framework = read(QUOTA)
    (quota,) = framework.quotas
    assert sum(quota.parts.values()) == quota.total == 10
    cycle = framework.programme("file_audit").cycle
    months = [day.month for day in openings(cycle, date(2026, 1, 1), date(2026, 12, 31))]
    assert months == [1, 4, 7, 10]


def test_what_sends_an_audit_to_moderation_every_one_or_one_cycle_a_year_or_nothing() -> None:
    every = read(SWAPPING).programme("audit").moderation
    assert every is not None
    assert isinstance(every.draws[0], EveryDraw)
    assert every.final_grade == "moderator_keeps_both"
    yearly = read(QUOTA).programme("file_audit").moderation
    assert yearly is not None
    assert isinstance(yearly.draws[0], YearlyDraw)
    assert read(HALVES).programme("audit").moderation is None


def test_what_an_inadequate_causes_may_be_much_or_nothing_on_purpose() -> None:
    poor = '{ kind = "final_grade", grades = ["poor"] }'
    text = (
        SMALL
        + f"""
[[programmes.file_audit.follow_up]]
key = "much"
title = "Poor"
trigger = {poor}
then = [
  {{ does = "alert", told = ["quality_lead"], comment = true }},
  {{ does = "review", by = ["team_manager"], days = 42 }},
  {{ does = "re_audit", by = ["quality_lead"], months = 3, not_the_auditors = true }},
]

[[programmes.file_audit.follow_up]]
key = "nothing"
title = "Poor once"
trigger = {poor}
then = [{{ does = "nothing" }}]

[[programmes.file_audit.follow_up]]
key = "trend"
title = "Poor in a row"
trigger = {{ kind = "consecutive", grades = ["poor"], audits = 2 }}
then = [{{ does = "scrutiny", by = ["quality_lead"] }}]

[[programmes.file_audit.follow_up]]
key = "share"
title = "Poor in a team"
trigger = {{ kind = "team_share", grades = ["poor"], share = 0.5, months = 3, at_least = 4 }}
then = [{{ does = "alert", relations = ["service_manager"] }}]
"""
    )
    rules = {rule.key: rule for rule in read(text).programme("file_audit").follow_up}
    assert [then.does for then in rules["much"].then] == ["alert", "review", "re_audit"]
    assert [then.does for then in rules["nothing"].then] == ["nothing"]
    assert [rules[key].trigger.kind for key in ("trend", "share")] == ["consecutive", "team_share"]


def test_a_council_may_have_no_grades_at_all() -> None:
    framework = read(HALVES)
    assert not framework.grades.on
    assert framework.grades.keys == ()
    assert framework.programme("audit").findings_only


def test_a_third_is_the_nearest_whole_and_at_least_one() -> None:
    third = ShareDraw(kind="share", key="third", title="A third", one_in=3)
    counted = {audits: third.number_of(audits) for audits in (0, 1, 2, 4, 5, 7, 8, 30, 31, 32)}
    assert counted == {0: 0, 1: 1, 2: 1, 4: 1, 5: 2, 7: 2, 8: 3, 30: 10, 31: 10, 32: 11}


def test_one_profile_may_hold_a_count_a_hand_and_a_commission() -> None:
    text = changed(MONTHLY, '{ kind = "on_demand", commissioned_by = ["quality_lead"] }')
    text = changed(PER_TEAM, '{ kind = "count", number = 1 }', text)
    programme = read(changed('kind = "random"', 'kind = "by_hand"', text)).programme("file_audit")
    assert programme.selection.kind == "by_hand"
    assert say_number(programme.selection.count) == "1 record"
