"""The attack suite of reliability.md §4.1: every case a 4xx, and no turn run.

Cases 16 (replay) and 17 (another user in the body) are the turns' to answer.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.rig import Rig, Setup
from tests.fake_teams import FakeTeams, Json
from tests.fake_teams.signing import rsa_key

JSON = {"Content-Type": "application/json"}

Make = Callable[[FakeTeams], str | None]


def segment(part: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def unsigned(teams: FakeTeams) -> str:
    claims = {"iss": teams.issuer, "aud": teams.app_id, "exp": time.time() + 99}
    header = {"alg": "none", "kid": teams.signer.key_id}
    return f"Bearer {segment(header)}.{segment(claims)}."


def deep_header(_: FakeTeams) -> str:
    nested = base64.urlsafe_b64encode(b"[" * 2500).decode().rstrip("=")
    return f"Bearer {nested}.e30.e30"


def signed(**changes: Any) -> Make:
    return lambda teams: f"Bearer {teams.token(**changes)}"


TOKENS: dict[str, Make] = {
    "01 no header": lambda _: None,
    "01b an empty header": lambda _: "",
    "01c another scheme": lambda teams: f"Basic {teams.token()}",
    "02 garbage": lambda _: "Bearer garbage",
    "02b three parts of garbage": lambda _: "Bearer a.b.c",
    "02c a header nested 2500 deep": deep_header,
    "02d a token of 5 kB": signed(padding="x" * 3_800),
    "03 unknown key": signed(headers={"kid": "nobody"}),
    "03b signed by another key": signed(key=rsa_key("stranger")),
    "03c no key id": signed(headers={"kid": None}),
    "03d a key id that is no text": signed(headers={"kid": ""}),
    "04 expired": signed(exp=int(time.time()) - 301),
    "04b alg none": unsigned,
    "04c no exp": signed(exp=None),
    "04d HS256": signed(algorithm="HS256", key="a-shared-secret-of-thirty-two-bytes!"),
    "04e not yet valid": signed(nbf=int(time.time()) + 900),
    "04f RS512": signed(algorithm="RS512"),
    "05 another audience": signed(aud="99999999-0000-0000-0000-000000000000"),
    "05b no audience": signed(aud=None),
    "06 another issuer": signed(iss="https://sts.windows.net/another/"),
    "07 no issuer": signed(iss=None),
    "08 no serviceurl in the token": signed(serviceurl=None),
    "08b serviceurl that is no text": signed(serviceurl=["https://smba.trafficmanager.net"]),
}


@pytest.mark.parametrize("case", TOKENS)
async def test_a_bad_token_is_401_and_no_turn_runs(case: str, bot: Rig, teams: FakeTeams) -> None:
    authorization = TOKENS[case](teams)
    headers = JSON if authorization is None else {**JSON, "Authorization": authorization}
    body = json.dumps(teams.activities.message("ada", "my work")).encode()
    assert await bot.post(body, headers) == (401, b"{}")
    assert bot.turns.asked == []


async def test_the_same_activity_with_a_good_token_runs_a_turn(bot: Rig, teams: FakeTeams) -> None:
    assert await bot.receives(teams.activities.message("ada", "my work")) == (200, None)
    assert bot.turns.names == ["said"]


async def test_a_token_that_expired_within_the_skew_is_taken(bot: Rig, teams: FakeTeams) -> None:
    headers = teams.headers(exp=int(time.time()) - 200)
    body = json.dumps(teams.activities.message("ada", "hi")).encode()
    assert (await bot.post(body, headers))[0] == 200


ACTIVITIES: dict[str, tuple[int, Json]] = {
    "08 serviceUrl is not the claim": (
        401,
        {"serviceUrl": "https://smba.trafficmanager.net/emea/"},
    ),
    "09 no serviceUrl": (400, {"serviceUrl": None}),
    "10 channel webchat, which the key may sign for": (403, {"channelId": "webchat"}),
    "10b no channelId": (400, {"channelId": None}),
    "10c channel emulator": (403, {"channelId": "emulator"}),
    "18 another tenant": (403, {"channelData": {"tenant": {"id": "stranger"}}}),
    "18b another tenant in the conversation": (
        403,
        {"conversation": {"id": "a:1", "tenantId": "stranger"}},
    ),
    "18c no tenant at all": (403, {"conversation": {"id": "a:1"}, "channelData": None}),
    "19 no conversation": (400, {"conversation": None}),
    "19b a conversation without an id": (400, {"conversation": {}}),
    "20 no from": (400, {"from": None}),
    "20b no recipient": (400, {"recipient": None}),
    "20c no id": (400, {"id": None}),
    "20d no type": (400, {"type": None}),
    "21 conversation is text": (400, {"conversation": "a:1"}),
    "21b the text is a number": (400, {"text": 7}),
    "21c the id is a number": (400, {"id": 7}),
    "21d the id has a line break": (400, {"id": "7\n8"}),
    "22 the value is a list": (400, {"value": [1]}),
    "22b channelData is text": (400, {"channelData": "tenant"}),
    "22c members are no list": (400, {"membersAdded": {"id": "x"}}),
    "22d an id of 600 characters": (400, {"conversation": {"id": "x" * 600}}),
}


@pytest.mark.parametrize("case", ACTIVITIES)
async def test_a_bad_activity_is_refused_and_no_turn_runs(
    case: str, bot: Rig, teams: FakeTeams
) -> None:
    status, changes = ACTIVITIES[case]
    answered, _ = await bot.receives(teams.activities.message("ada", "hi", **changes))
    assert answered == status
    assert bot.turns.asked == []


async def test_a_channel_that_the_key_may_not_sign_for_is_401(bot: Rig, teams: FakeTeams) -> None:
    teams.signer.endorsements = ["webchat"]
    assert await bot.receives(teams.activities.message("ada", "hi")) == (401, {})
    assert bot.turns.asked == []


async def test_a_signed_service_url_of_a_host_that_is_not_allowed_is_403(
    bot: Rig, teams: FakeTeams
) -> None:
    url = "https://smba.trafficmanager.net.evil.example/"
    body = json.dumps(teams.activities.message("ada", "hi", serviceUrl=url)).encode()
    assert await bot.post(body, teams.headers(serviceurl=url)) == (403, b"{}")
    assert bot.turns.asked == []


BODIES: dict[str, tuple[int, bytes]] = {
    "11 bad JSON": (400, b"{"),
    "11b no body": (400, b""),
    "11c not UTF-8": (400, b'{"type": "\xff"}'),
    "11d NaN": (400, b'{"type": NaN}'),
    "12 an array": (400, b"[]"),
    "12b null": (400, b"null"),
    "12c text": (400, b'"message"'),
    "13 nested 100,000 deep": (400, b"[" * 100_000),
    "13b nested 40 deep": (400, b'{"value":' * 40 + b"1" + b"}" * 40),
    "14 larger than 256 KiB": (413, b'{"text": "' + b"x" * 262_144 + b'"}'),
}


@pytest.mark.parametrize("case", BODIES)
async def test_a_bad_body_is_refused_with_a_sentence(case: str, bot: Rig, teams: FakeTeams) -> None:
    status, body = BODIES[case]
    answered, answer = await bot.post(body, teams.headers())
    assert answered == status
    assert json.loads(answer)["error"].endswith(".")
    assert bot.turns.asked == []


async def test_another_content_type_is_415(bot: Rig, teams: FakeTeams) -> None:
    headers = {**teams.headers(), "Content-Type": "text/plain"}
    assert (await bot.post(b"{}", headers))[0] == 415


async def test_a_huge_body_without_a_token_is_401_before_it_is_read(bot: Rig) -> None:
    async def endless() -> Any:
        while True:
            yield b"x" * 65_536

    async with bot.session.post(f"{bot.url}/api/messages", data=endless(), headers=JSON) as got:
        assert got.status == 401


async def test_the_sentence_names_the_field_and_never_what_stood_in_it(
    bot: Rig, teams: FakeTeams
) -> None:
    secret = {"id": {"canary": "words-of-a-child"}}
    _, answer = await bot.receives(teams.activities.message("ada", "hi", **{"from": secret}))
    assert answer == {"error": "from.id: Input should be a valid string."}


async def test_without_an_app_id_this_machine_alone_is_let_in(teams: FakeTeams) -> None:
    async with Rig(teams, Setup(app_id=None, tenants=None)) as bot:
        body = json.dumps(teams.activities.message("ada", "hi")).encode()
        assert (await bot.post(body, JSON))[0] == 200
        forwarded = {**JSON, "X-Forwarded-For": "203.0.113.9"}
        assert (await bot.post(body, forwarded))[0] == 401
        assert (await bot.post(body, teams.headers()))[0] == 401
    assert len(bot.turns.asked) == 1
    assert teams.posts == []


async def test_without_an_app_id_a_tenant_list_still_counts(teams: FakeTeams) -> None:
    async with Rig(teams, Setup(app_id=None, tenants=frozenset({"another"}))) as bot:
        body = json.dumps(teams.activities.message("ada", "hi")).encode()
        assert (await bot.post(body, JSON))[0] == 403
