"""Teams as the bot sees it, on a port of this machine."""

from tests.fake_teams.activities import BOT_ID, TENANT, Activities, Json
from tests.fake_teams.connector import Fault, Post
from tests.fake_teams.server import FakeTeams

__all__ = ["BOT_ID", "TENANT", "Activities", "FakeTeams", "Fault", "Json", "Post"]
