from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.backoff import backoff
from bot.delivery.limits import SWEEP_EVERY, Limits, Spending
from bot.delivery.windows import CONVERSATION
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


def test_a_complaint_halves_what_comes_in_for_a_tenant(limits: Limits, clock: Clock) -> None:
    limits.slow(update("slow"), None)
    assert _sent_in(1.0, limits, clock) == pytest.approx(12.5, abs=1)


def test_what_comes_in_grows_each_second_and_is_all_of_it_within_half_a_minute(
    limits: Limits, clock: Clock
) -> None:
    limits.slow(update("slow"), None)
    seconds = [_sent_in(1.0, limits, clock) for _ in range(30)]
    assert all(later >= earlier - 1 for earlier, later in pairwise(seconds))
    assert seconds[12] == pytest.approx(19, abs=2)
    assert seconds[-1] == pytest.approx(25, abs=1)


def test_what_was_refused_together_is_one_complaint(limits: Limits, clock: Clock) -> None:
    for number in range(8):
        limits.slow(update(f"slow-{number}"), None)
    assert _sent_in(1.0, limits, clock) > 11


def test_complaints_that_go_on_slow_it_further_but_never_stop_it(
    limits: Limits, clock: Clock
) -> None:
    for _ in range(99):
        clock.now += 1.0
        limits.slow(update("slow"), None)
    sent = _sent_in(2.0, limits, clock)
    assert 0 < sent < 12


def test_a_complaint_about_one_tenant_is_not_anothers(limits: Limits) -> None:
    limits.slow(update("slow"), None)
    assert limits.take(update("next", urgent=True)) > 0
    assert limits.take(Spending(tenant="other", conversation="elsewhere")) == 0.0


def test_a_chat_without_retry_after_is_quiet_for_longer_each_time(
    limits: Limits, clock: Clock
) -> None:
    quiet = []
    for _ in range(7):
        quiet.append(limits.slow(update(), None))
        clock.now += quiet[-1]
    assert quiet == [2, 4, 8, 16, 32, 32, 32]


def test_a_chat_is_quiet_for_as_long_as_teams_told(limits: Limits) -> None:
    assert limits.slow(update(), 40.0) == 40.0
    assert limits.take(fresh(urgent=True)) == pytest.approx(40)
    limits.slow(update(), 1.0)
    assert limits.take(fresh(urgent=True)) == pytest.approx(40)


def test_teams_that_goes_on_telling_one_second_is_asked_less_often_all_the_same(
    limits: Limits, clock: Clock
) -> None:
    quiet = []
    for _ in range(4):
        quiet.append(limits.slow(update(), 1.0))
        clock.now += quiet[-1]
    assert quiet == [2, 4, 8, 16]


def test_after_its_quiet_a_chat_gets_faster_by_and_by(limits: Limits, clock: Clock) -> None:
    limits.take(update())
    clock.now += limits.slow(update(), None)
    gaps = []
    for _ in range(8):
        limits.take(update())
        gaps.append(limits.take(update()))
        clock.now += gaps[-1]
    assert gaps[0] == pytest.approx(1.0, abs=0.01)
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] < 0.9


def test_a_chat_that_teams_complained_of_is_not_forgotten_too_soon(
    limits: Limits, clock: Clock
) -> None:
    limits.slow(update("quiet"), 7200.0)
    clock.now += 3601
    for number in range(SWEEP_EVERY):
        limits.answered("t", f"chat-{number}")
    assert limits.take(update("quiet", urgent=True)) == pytest.approx(3599)


def test_what_can_be_paid_for_is_known_before_it_is_asked_for(limits: Limits) -> None:
    assert limits.affords() is None
    assert limits.take(update("first")) == 0.0
    assert limits.affords() == 19
    assert [limits.take(update(f"chat-{number}")) for number in range(30)].count(0.0) == 19
    assert limits.affords() == 0


@pytest.mark.parametrize("replicas", [2, 5])
def test_replicas_share_every_limit(replicas: int, limits: Limits, clock: Clock) -> None:
    limits.answered("t", "chat-0")
    limits.among(replicas)
    assert _sent_in(2.0, limits, clock) <= 3 * 25 / replicas + 1
    assert [limits.take(update("alone", urgent=True)) for _ in range(9)].count(0.0) <= 7 // replicas
    limits.among(1)
    clock.now += 5
    assert _sent_in(1.0, limits, clock) > 25


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


def _sent_in(seconds: float, limits: Limits, clock: Clock) -> int:
    """How many urgent updates to chats of their own go out, as fast as they may."""
    until, sent = clock.now + seconds, 0
    while clock.now < until:
        wait = limits.take(update(f"{clock.now}-{sent}", urgent=True))
        sent += wait == 0.0
        clock.now += wait
    return sent
