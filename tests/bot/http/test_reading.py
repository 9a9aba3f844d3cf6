from __future__ import annotations

import json
from typing import Any

import pytest

from bot.http.reading import read
from bot.http.refusals import MalformedError
from bot.http.translating import incoming
from bot.incoming import Incoming, Kind
from tests.fake_teams import BOT_ID, TENANT, Activities, Json

SERVICE = "https://smba.trafficmanager.net/emea/"
MADE = Activities(SERVICE)


def translated(activity: Json) -> Incoming:
    return incoming(read(json.dumps(activity).encode()))


def mention(text: str, of: str = BOT_ID) -> Json:
    return {"type": "mention", "text": text, "mentioned": {"id": of, "name": "Practice Loop"}}


def test_a_message_keeps_what_turns_need() -> None:
    got = translated(MADE.message("ada", " my work ", replyToId="card-7", id="m1"))
    assert got == Incoming(
        kind=Kind.SAID,
        activity_id="m1",
        conversation_id="a:chat-ada",
        service_url=SERVICE,
        tenant_id=TENANT,
        sender_teams_id="29:ada",
        sender_aad_object_id="ada",
        sender_name="ada",
        bot_id=BOT_ID,
        text="my work",
        reply_to_id="card-7",
        locale="en-GB",
    )


def test_what_teams_may_add_one_day_is_left_alone() -> None:
    added = {"hologram": {"deep": [1, 2]}, "entities": [{"type": "clientInfo", "country": "GB"}]}
    assert translated(MADE.message("ada", "hi", **added)).text == "hi"


def test_a_depth_of_thirty_two_is_read_and_one_more_is_not() -> None:
    def nested(levels: int) -> bytes:
        inner: Any = {}
        for _ in range(levels - 2):
            inner = {"in": inner}
        return json.dumps(MADE.submit("ada", "x", value=inner)).encode()

    assert read(nested(32)).type == "message"
    with pytest.raises(MalformedError, match="depth"):
        read(nested(33))


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        (
            "<at>Poll</at> create Poll about Poll",
            [mention("<at>Poll</at>")],
            "create Poll about Poll",
        ),
        ('<at id="0">Bot</at>&nbsp;help', [mention('<at id="0">Bot</at>')], "help"),
        ("<at>A</at> ask <at>A</at>", [mention("<at>A</at>")], "ask <at>A</at>"),
        ("<at>A</at><at>A</at> go", [mention("<at>A</at>"), mention("<at>A</at>")], "go"),
        ("<at>Mo</at> said", [mention("<at>Mo</at>", of="29:mo")], "<at>Mo</at> said"),
        ("my\xa0work", [], "my work"),
        ("line one\nline two", [], "line one\nline two"),
        ("a\x00b", [], "ab"),
        ("hi", [{"type": "mention"}], "hi"),
    ],
)
def test_the_bots_own_mention_is_taken_out_once_and_blanks_are_cleaned(
    text: str, entities: list[Json], expected: str
) -> None:
    assert translated(MADE.message("ada", text, entities=entities)).text == expected


def test_a_press_says_its_verb_and_data() -> None:
    got = translated(MADE.press("ada", "accept_seat", {"id": "seat-1", "version": 2}))
    assert (got.kind, got.verb, got.data) == (
        Kind.PRESSED,
        "accept_seat",
        {"id": "seat-1", "version": 2},
    )
    assert got.invoke_name == "adaptiveCard/action"
    assert not got.automatic


def test_a_submit_of_an_old_client_says_the_same() -> None:
    got = translated(MADE.submit("ada", "accept_seat", {"id": "seat-1"}))
    assert (got.kind, got.verb, got.data) == (Kind.PRESSED, "accept_seat", {"id": "seat-1"})


def test_a_message_with_text_and_value_was_typed() -> None:
    assert translated(MADE.submit("ada", "x", text="hello")).kind is Kind.SAID


@pytest.mark.parametrize("value", [None, {}, {"action": "x"}, {"action": {"verb": 3, "data": []}}])
def test_a_press_without_sense_asks_for_nothing(value: Any) -> None:
    got = translated(MADE.press("ada", "x", value=value))
    assert (got.kind, got.verb, got.data) == (Kind.PRESSED, "", {})


def test_an_automatic_refresh_is_known_as_one() -> None:
    value = {"action": {"verb": "show", "data": {}}, "trigger": "automatic"}
    assert translated(MADE.press("ada", "x", value=value)).automatic


def test_nul_is_taken_out_of_values_at_any_depth() -> None:
    got = translated(MADE.press("ada", "x", {"note": "a\x00b", "list": [{"k\x00": "\x00"}]}))
    assert got.data == {"note": "ab", "list": [{"k": ""}]}


@pytest.mark.parametrize(
    ("activity", "kind", "installed"),
    [
        (MADE.install("ada"), Kind.INSTALLED, True),
        (MADE.install("ada", "add-upgrade"), Kind.INSTALLED, True),
        (MADE.install("ada", "remove"), Kind.REMOVED, False),
        (MADE.install("ada", "remove-upgrade"), Kind.NOTICED, None),
        (MADE.joined("ada"), Kind.INSTALLED, True),
        (MADE.joined("ada", "29:mo"), Kind.NOTICED, None),
        (
            MADE.joined("ada", membersAdded=None, membersRemoved=[{"id": BOT_ID}]),
            Kind.REMOVED,
            False,
        ),
        (MADE.message("ada", "x", type="messageUpdate"), Kind.NOTICED, None),
        (MADE.press("ada", "x", name="task/fetch"), Kind.NOTICED, None),
        (MADE.message("ada", "x", type="newThing", value=[1]), Kind.NOTICED, None),
    ],
)
def test_every_kind_of_activity_goes_through_its_own_door(
    activity: Json, kind: Kind, installed: bool | None
) -> None:
    got = translated(activity)
    assert (got.kind, got.installed) == (kind, installed)


def test_who_joined_is_kept() -> None:
    assert translated(MADE.joined("ada", "29:mo", "29:cora")).members_added == ("29:mo", "29:cora")


def test_an_empty_object_id_is_none() -> None:
    sender = {"id": "29:guest", "aadObjectId": ""}
    assert translated(MADE.message("ada", "x", **{"from": sender})).sender_aad_object_id is None


def test_both_tenants_that_an_activity_names_are_told() -> None:
    chat = {"id": "a:1", "tenantId": "other"}
    activity = MADE.message("ada", "x", conversation=chat)
    assert read(json.dumps(activity).encode()).tenants == {TENANT, "other"}


def test_a_number_that_json_does_not_know_is_refused() -> None:
    body = json.dumps(MADE.submit("ada", "x", {"grade": float("nan")})).encode()
    with pytest.raises(MalformedError, match="json"):
        read(body)


def test_an_invoke_needs_a_name() -> None:
    with pytest.raises(MalformedError, match="shape") as refused:
        translated(MADE.press("ada", "x", name=None))
    assert refused.value.said == "An invoke needs a name."
