"""Who is in Microsoft's local Teams client, as the file that it reads.

``python -m demo.playground_config`` writes ``.m365agentsplayground.yml`` anew. The client takes
one current user, exactly five others and one channel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

from demo.council import make_council

ROOT = Path(__file__).parents[1]
CONFIG_FILE = ".m365agentsplayground.yml"
# coordinator, lead auditor, auditor, peer auditor, moderator, the worker on the record
CAST = ("Cora Lindley", "Tess Marlow", "Ada Okafor", "Ivo Hart", "Mo Rahman", "Priya Nair")
HEAD = f"""\
# Microsoft's local Teams client reads this file; `make demo` starts it. The people are those of
# demo/people.csv. Written by demo/playground_config.py.
version: "0.1.1"
tenantId: {uuid5(NAMESPACE_DNS, "council.example")}
bot:
  id: practice-loop
  name: Practice Loop
"""
TAIL = f"""\
personalChat:
  id: personal-chat-id
groupChat:
  id: group-chat-id
  name: Lead and peer
team:
  id: team-id
  name: Quality assurance
  aadGroupId: {uuid5(NAMESPACE_DNS, "team.council.example")}
  channels:
    - id: channel-general
      name: General
"""


def playground_config(current: str = CAST[0], others: Sequence[str] = CAST) -> str:
    """The file's text with somebody as the one who sits in front of it.

    ``current`` may be anybody of the staff list; of ``others`` the first five that are not the
    current one are in the chat list too. Raises KeyError for a name that is not in the list.
    """
    people = {row["name"]: row for row in make_council().people}
    names = [current, *[name for name in others if name != current][:5]]
    users = [_user(number, people[name]) for number, name in enumerate(names)]
    lines = ["currentUser:", *(f"  {line}" for line in users[0]), "users:"]
    for first, *rest in users[1:]:
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return HEAD + "\n".join(lines) + "\n" + TAIL


def _user(number: int, row: Mapping[str, str]) -> list[str]:
    given, _, surname = row["name"].partition(" ")
    return [
        f"id: user-id-{number}",
        f"name: {row['name']}",
        f"userPrincipleName: {row['email']}",  # the client spells it so
        f"aadObjectId: {row['aad_object_id']}",
        f"givenName: {given}",
        f"surname: {surname}",
        f"email: {row['email']}",
    ]


if __name__ == "__main__":
    (ROOT / CONFIG_FILE).write_text(playground_config(), "utf-8")
