"""Who Leicestershire has beside the cast: a second line, QAIT, PET and the assistant director.

Hope the head of service stands above Seb the service manager, Seb above Tina the team manager,
and Wyn works for Tina: all of them are outside the line of the cast. Quin runs cycles for QAIT,
Pip is of PET, Ava the assistant director commissions deep dives.
"""

from __future__ import annotations

from domain.people.person import Person
from tests.cast import SAFEGUARDING

EAST = "Safeguarding East"


def _person(name: str, role: str, boss: str | None, team: str = "") -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=first,
        name=name,
        email=f"{first}@example.org",
        aad_object_id=f"aad-{first}",
        roles=frozenset({role}),
        team=team,
        service=SAFEGUARDING,
        line_manager=boss,
    )


AVA = _person("Ava Stone", "childrens_social_care_assistant_director", None)
QUIN = _person("Quin Lacey", "qa_and_improvement_team", None)
PIP = _person("Pip Arden", "practice_excellence_team", None)
HOPE = _person("Hope Vale", "head_of_service", "ava")
SEB = _person("Seb Orchard", "service_manager", "hope")
TINA = _person("Tina Reeve", "team_manager", "seb", EAST)
WYN = _person("Wyn Calder", "social_worker", "tina", EAST)

OTHERS = {one.id: one for one in (AVA, QUIN, PIP, HOPE, SEB, TINA, WYN)}
