"""Observations and alerts on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.alerts.alert import AlertState
from domain.faults import MovedOnFault
from domain.observations.observation import ObservationPlan, ObservationState, PlanState
from storage.work import SqlUnitsOfWork
from tests.storage.alert_seeds import fill_alerts
from tests.storage.observation_seeds import TODAY, fill_observations, owed
from tests.storage.seeds import NOW, committed_seat

PLAN = ObservationPlan(id=0, rule="monthly", period=TODAY, due_on=TODAY, theme="Planning")


async def test_what_is_owed_once_is_opened_once(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        first = await uow.observations.open(owed(), NOW)
        assert first is not None
        assert await uow.observations.open(owed(), NOW) is None
        assert await uow.observations.open(owed("ada"), NOW) is not None
        assert await uow.observations.slots("front_line", TODAY) == {"ben", "ada"}
        for _ in range(2):  # of one's own accord as often as one likes
            assert await uow.observations.open(owed(""), NOW) is not None
        assert await uow.observations.get(first.id) == first


async def test_words_come_back_as_they_were_written(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        saved = await fill_observations(uow, "They waited.")
        assert await uow.observations.get(saved.id) == saved
        assert saved.answers == {"seen": "They waited."}
        with pytest.raises(MovedOnFault):
            await uow.observations.save(replace(saved, version=1))


async def test_who_was_seen_last_is_known_from_what_was_returned(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        for slot, back in (("a", 40), ("b", 10), ("c", 1)):
            new = await uow.observations.open(owed(slot, observed="ada"), NOW)
            assert new is not None
            state = ObservationState.ASSIGNED if slot == "c" else ObservationState.RETURNED
            seen_on = TODAY - timedelta(days=back)
            await uow.observations.save(replace(new, state=state, seen_on=seen_on))
        assert await uow.observations.last_seen(["front_line"]) == {
            "ada": TODAY - timedelta(days=10)
        }
        assert await uow.observations.last_seen(["another"]) == {}
        assert len(await uow.observations.of_people(["ada"])) == 3
        assert len(await uow.observations.live()) == 1


async def test_a_period_has_one_plan_and_its_pairs_are_hidden_until_sent(
    units: SqlUnitsOfWork,
) -> None:
    await committed_seat(units)
    async with units() as uow:
        plan = await uow.observations.open_plan(PLAN)
        assert plan is not None
        assert await uow.observations.open_plan(PLAN) is None
        proposed = owed(plan_id=plan.id, state=ObservationState.PROPOSED, observed="ada")
        one = await uow.observations.open(proposed, NOW)
        assert one is not None
        assert await uow.observations.of_plan(plan.id) == [one]
        assert await uow.observations.of_people(["ada"]) == []
        await uow.observations.save(replace(one, state=ObservationState.DROPPED))
        assert await uow.observations.of_plan(plan.id) == []
        sent = await uow.observations.save_plan(replace(plan, state=PlanState.SENT))
        assert await uow.observations.plan(plan.id) == sent
        with pytest.raises(MovedOnFault):
            await uow.observations.save_plan(plan)


async def test_an_alert_comes_back_with_its_parties_and_steps(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        alert = await fill_alerts(uow, "No plan since May.")
        assert await uow.alerts.get(alert.id) == alert
        assert await uow.alerts.of_person("ada") == [alert]
        assert await uow.alerts.of_person("ben") == [alert]
        assert await uow.alerts.of_person("cy") == []
        assert await uow.alerts.raised_between(NOW, NOW + timedelta(days=1)) == [alert]
        assert await uow.alerts.raised_between(NOW - timedelta(days=1), NOW) == []
        with pytest.raises(MovedOnFault):
            await uow.alerts.save(replace(alert, version=1))


async def test_only_what_waits_past_its_day_is_unanswered(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        alert = await fill_alerts(uow, "No plan since May.")
        assert await uow.alerts.unanswered(TODAY) == []
        later = TODAY + timedelta(days=1)
        assert await uow.alerts.unanswered(later) == [alert]
        offered = await uow.alerts.save(replace(alert, offered_at=NOW))
        assert await uow.alerts.unanswered(later) == []
        await uow.alerts.save(replace(offered, state=AlertState.REPLIED, offered_at=None))
        assert await uow.alerts.unanswered(later) == []
