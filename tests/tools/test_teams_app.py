from __future__ import annotations

import json
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft4Validator

from bot.turns.extending import COMMAND, TITLE
from dialogs.commands.command import command_words
from tools.teams_icons import FOLDER, icons
from tools.teams_package import ICONS, PackageError, main, manifest

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "node_modules/@microsoft/app-manifest/build/json-schemas/teams"
APP = "7a1d2c3e-0000-4000-8000-0123456789ab"
MADE = manifest(APP, "https://council.example/qa/")
LISTED = [(part["scopes"], part["commands"]) for part in MADE["bots"][0]["commandLists"]]


def faults(version: str, **changes: object) -> list[str]:
    schema = json.loads((SCHEMAS / f"v{version}/MicrosoftTeams.schema.json").read_text("utf-8"))
    wanted = MADE["$schema"].replace(MADE["manifestVersion"], version)
    checked = {**MADE, "manifestVersion": version, "$schema": wanted, **changes}
    return [fault.message for fault in Draft4Validator(schema).iter_errors(checked)]


@pytest.mark.parametrize("version", ["1.19", "1.22", MADE["manifestVersion"], "1.30"])
def test_microsoft_s_own_schema_finds_no_fault_in_older_and_newer_tenants(version: str) -> None:
    assert faults(version) == []


def test_the_schema_would_find_one() -> None:
    long = {**MADE["name"], "short": "n" * 31}
    assert len(faults(MADE["manifestVersion"], name=long)) == 1


def test_texts_keep_the_store_s_limits() -> None:
    name, told = MADE["name"], MADE["description"]
    assert len(name["short"]) <= 30
    assert "teams" not in name["short"].casefold()
    assert len(told["short"]) <= 80
    assert " app" not in told["short"].casefold()
    for _, commands in LISTED:
        assert len(commands) <= 10
        assert all(len(one["title"]) <= 32 and len(one["description"]) <= 128 for one in commands)


def test_every_listed_word_is_a_command_of_the_bot() -> None:
    words = {one["title"] for _, commands in LISTED for one in commands}
    assert {"help", "nominate"} <= words <= command_words().keys()


def test_the_bot_is_in_personal_chats_teams_and_group_chats() -> None:
    (bot,) = MADE["bots"]
    assert set(bot["scopes"]) == {"personal", "team", "groupChat"}
    assert bot["supportsFiles"] is True  # without it Teams takes no question about a file
    assert [scopes for scopes, _ in LISTED] == [["personal"], ["team", "groupChat"]]


def test_the_action_stands_on_messages_and_is_the_one_that_the_bot_answers() -> None:
    (extension,) = MADE["composeExtensions"]
    (action,) = extension["commands"]
    assert (action["id"], action["title"], action["type"]) == (COMMAND, TITLE, "action")
    assert (action["context"], action["fetchTask"]) == (["message"], True)


def test_the_council_s_ids_and_pages_take_the_place_of_the_sample() -> None:
    ids = {MADE["id"], MADE["bots"][0]["botId"], MADE["composeExtensions"][0]["botId"]}
    assert ids == {APP}
    assert MADE["developer"]["privacyUrl"] == "https://council.example/qa/privacy"
    assert "practice-loop.example" not in json.dumps(MADE)


@pytest.mark.parametrize(
    ("app_id", "site"),
    [
        ("practice-loop", "https://council.example"),
        ("00000000-0000-0000-0000-000000000000", "https://council.example"),
        (APP, "http://council.example"),
        (APP, "https://"),
    ],
)
def test_it_refuses_what_teams_would_not_take(app_id: str, site: str) -> None:
    with pytest.raises(PackageError):
        manifest(app_id, site)


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_an_icon_has_the_size_that_teams_asks_for(name: str, size: int) -> None:
    drawn = (FOLDER / name).read_bytes()
    assert drawn == icons()[name], "run: python -m tools.teams_icons"
    assert struct.unpack(">II", drawn[16:24]) == (size, size)


def test_the_package_holds_manifest_and_icons_at_its_top(tmp_path: Path) -> None:
    out = tmp_path / "app.zip"
    line = main(["--app-id", APP.upper(), "--site", "https://council.example", "--out", str(out)])
    assert line.startswith("Wrote app.zip")
    with ZipFile(BytesIO(out.read_bytes())) as package:
        assert sorted(package.namelist()) == sorted(["manifest.json", *ICONS])
        assert json.loads(package.read("manifest.json"))["id"] == APP
