from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.backoff import backoff
from bot.delivery.limits import CONVERSATION, SWEEP_EVERY, Limits, Spending
from tests.bot.rig import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> Limits:
    return Limits(clock=clock, rate=25)


def update(chat: str = "chat", *, urgent: bool = False) -> Spending:
    return Spending(tenant="t", conversation=chat, urgent=urgent, fresh=False)


def fresh(chat: str = "chat", *, urgent: bool = False) -> Spending:
    return Spending(tenant="t", conversation=chat, urgent=urgent)


def test_the_eighth_send_to_a_chat_within_a_second_waits_for_the_rest_of_it(
    limits: Limits, clock: Clock
) -> None:
    assert [limits.take(update()) for _ in range(7)] == [0.0] * 7
    clock.now += 0.4
    assert limits.take(update()) == pytest.approx(0.6)
    assert limits.take(update("another")) == 0.0


def test_a_refused_send_costs_nothing(limits: Limits, clock: Clock) -> None:
    for _ in range(7):
        limits.take(update())
    for _ in range(50):
        assert limits.take(update()) > 0
    clock.now += 1.0
    assert limits.take(update()) == 0.0


@given(st.lists(st.floats(min_value=0, max_value=5), min_size=1, max_size=120))
def test_no_window_of_a_chat_is_ever_overrun(gaps: list[float]) -> None:
    clock = Clock()
    limits = Limits(clock=clock, rate=1000)
    times: list[float] = []
    for gap in gaps:
        clock.now += gap
        while wait := limits.take(update()):
            clock.now += wait
        times.append(clock.now)
    for most, seconds in CONVERSATION:
        for first, last in zip(times, times[most:], strict=False):
            assert last - first >= seconds - 1e-9


def test_a_fifth_of_the_tenants_budget_is_kept_for_urgent_messages(limits: Limits) -> None:
    taken = [limits.take(update(f"chat-{number}")) for number in range(30)]
    assert taken.count(0.0) == 20
    urgent = [limits.take(update(f"chat-{number}", urgent=True)) for number in range(30, 40)]
    assert urgent.count(0.0) == 5


def test_the_budget_comes_back_with_time(limits: Limits, clock: Clock) -> None:
    for number in range(20):
        limits.take(update(f"chat-{number}"))
    assert limits.take(update("late")) == pytest.approx(1 / 25)
    clock.now += 1 / 25
    assert limits.take(update("late")) == 0.0


def test_tenants_do_not_share_a_budget(limits: Limits) -> None:
    for number in range(30):
        limits.take(update(f"chat-{number}"))
    assert limits.take(Spending(tenant="other", conversation="elsewhere")) == 0.0


def test_ten_new_messages_a_minute_to_one_person(limits: Limits, clock: Clock) -> None:
    for _ in range(10):
        assert limits.take(fresh()) == 0.0
        clock.now += 2
    assert limits.take(fresh()) == pytest.approx(40)
    assert limits.take(update()) == 0.0
    assert limits.take(fresh(urgent=True)) == 0.0


def test_an_answer_is_counted_and_never_waits(limits: Limits) -> None:
    for _ in range(7):
        limits.answered("t", "chat")
    assert limits.take(update()) == pytest.approx(1.0)
    for _ in range(100):
        limits.answered("t", "another")
    assert 0 < limits.take(update("third", urgent=True)) < 1.5


def test_a_pause_holds_one_chat_even_for_urgent_messages(limits: Limits, clock: Clock) -> None:
    limits.pause("chat", 30)
    assert limits.take(fresh(urgent=True)) == pytest.approx(30)
    assert limits.take(fresh("another")) == 0.0
    clock.now += 30
    assert limits.take(fresh()) == 0.0


def test_chats_that_are_quiet_are_forgotten(limits: Limits, clock: Clock) -> None:
    for number in range(SWEEP_EVERY - 1):
        limits.answered("t", f"chat-{number}")
    clock.now += 3601
    limits.answered("t", "last")
    assert limits.known == 1


def test_a_rate_below_one_a_second_is_refused(clock: Clock) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Limits(clock=clock, rate=0.5)


@pytest.mark.parametrize("rate", [1.0, 1.2, 2.0])
def test_a_small_rate_still_sends_ordinary_messages(rate: float, clock: Clock) -> None:
    assert Limits(clock=clock, rate=rate).take(fresh()) == 0.0


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 2), (1, 2), (2, 8), (3, 32), (5, 512), (6, 900), (400, 900)]
)
def test_the_wait_grows_fourfold_up_to_a_quarter_of_an_hour(attempts: int, seconds: float) -> None:
    assert backoff(attempts, None, lambda: 0.5).total_seconds() == seconds


@given(st.integers(1, 20), st.floats(0, 1, exclude_max=True))
def test_the_jitter_is_a_quarter_either_way(attempts: int, chance: float) -> None:
    middle = backoff(attempts, None, lambda: 0.5).total_seconds()
    assert 0.75 * middle <= backoff(attempts, None, lambda: chance).total_seconds() <= 1.25 * middle


def test_it_is_never_sooner_than_teams_told() -> None:
    assert backoff(1, 60.0, lambda: 0.25).total_seconds() == 60.25
    assert backoff(3, 1.0, lambda: 0.5).total_seconds() == 32
