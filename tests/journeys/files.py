"""Questions about files in a chat, and how people answer them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from cards.files.file_offer import QUESTION
from cards.files.file_ready import INFO
from tests.fake_teams import Json
from tests.fake_teams.one_drive import OneDrive
from tests.journeys.person import Somebody
from tests.journeys.world import World


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it stands in somebody's chat."""

    activity_id: str
    attachment: Json

    @property
    def name(self) -> str:
        """The file's."""
        return str(self.attachment["name"])

    @property
    def stem(self) -> str:
        """Its name as cards of ours say it."""
        return self.name.partition(".")[0]

    def answer(self, action: str, info: Json | None = None) -> Json:
        """What Teams sends on when one of its two buttons is pressed."""
        content = self.attachment["content"]
        value: Json = {"action": action, "context": content[f"{action}Context"]}
        return {**value, "uploadInfo": info} if info else value


def attached(world: World, who: Somebody) -> dict[str, Json]:
    """What stands in somebody's chat by activity id, as attachments, oldest first."""
    place = world.teams.activities.chat_of(who.account)
    return {
        post.activity_id: post.activity["attachments"][0]
        for post in world.teams.connector.taken
        if post.conversation_id == place and post.activity.get("attachments")
    }


def questions(world: World, who: Somebody) -> list[Asked]:
    """Those that are still open, oldest first."""
    found = attached(world, who).items()
    return [Asked(at, each) for at, each in found if each["contentType"] == QUESTION]


def infos(world: World, who: Somebody) -> list[Json]:
    """The files that stand in the chat."""
    return [each for each in attached(world, who).values() if each["contentType"] == INFO]


async def allows(world: World, who: Somebody, asked: Asked, drive: OneDrive, **changes: Any) -> str:
    """Somebody presses Allow; gives the lines that came back."""
    return await answers(world, who, asked, asked.answer("accept", drive.info(asked.name)), changes)


async def declines(world: World, who: Somebody, asked: Asked) -> str:
    """Somebody presses Decline; gives the lines that came back."""
    return await answers(world, who, asked, asked.answer("decline"), {})


async def answers(
    world: World, who: Somebody, asked: Asked, value: Json, changes: dict[str, Any]
) -> str:
    """Any answer to a question; gives the lines that came back."""
    before = len(who.texts)
    made = world.teams.activities.about_file(
        who.account, value, **{"replyToId": asked.activity_id, **changes}
    )
    assert await world.sends(made) is None
    return "\n".join(who.texts[before:])


def rows_of(data: bytes, sheet: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet, without its heads."""
    book = load_workbook(BytesIO(data))
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows(min_row=2)]
