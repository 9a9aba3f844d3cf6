from __future__ import annotations

import asyncio

import pytest

from bot.teams.hosts import ServiceHosts
from bot.teams.order import InOrder


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://SMBA.trafficmanager.net/", True),
        ("https://smba.trafficmanager.net:443/emea/", True),
        ("https://europe.botframework.com/", True),
        ("http://smba.trafficmanager.net/", False),
        ("https://smba.trafficmanager.net:8443/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://user" + "@smba.trafficmanager.net/", False),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://evilbotframework.com/", False),
        ("https://evil.example\\@smba.trafficmanager.net/", False),
        ("https://[::1", False),
        ("https://smba.trafficmanager.net:port/", False),
        ("http://127.0.0.1:3978/", False),
        ("//smba.trafficmanager.net/", False),
        ("", False),
    ],
)
def test_the_token_goes_to_teams_only(url: str, allowed: bool) -> None:
    assert ServiceHosts().allows(url) is allowed


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:56150/_connector", "http://localhost/", "http://[::1]/"]
)
def test_this_machine_is_allowed_in_local_development_only(url: str) -> None:
    assert ServiceHosts(local=True).allows(url)
    assert not ServiceHosts().allows(url)


def test_another_cloud_names_its_own_hosts() -> None:
    hosts = ServiceHosts(names=frozenset({"smba.infra.gcc.teams.microsoft.com"}))
    assert hosts.allows("https://smba.infra.gcc.teams.microsoft.com/gcc")
    assert not hosts.allows("https://smba.trafficmanager.net/")


async def test_those_with_the_same_key_pass_in_the_order_in_which_they_came() -> None:
    order, passed = InOrder(), []

    async def one(name: str) -> None:
        async with order.turn("chat"):
            await asyncio.sleep(0)
            passed.append(name)

    await asyncio.gather(*(one(name) for name in "abcd"))
    assert passed == list("abcd")


async def test_a_key_is_forgotten_when_nobody_waits_for_it() -> None:
    order = InOrder()
    async with order.turn("chat"), order.turn("other"):
        assert len(order) == 2
    assert len(order) == 0


async def test_one_who_gives_up_waiting_leaves_the_door_open() -> None:
    order = InOrder()
    async with order.turn("chat"):
        waiting = asyncio.ensure_future(order.turn("chat").__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with order.turn("chat"):
        assert len(order) == 1
