"""The posts of the fictional council: who holds which roles, where, under whom.

One staff list serves more than one framework, so people hold the roles of each that fit them.
"""

from __future__ import annotations

from dataclasses import dataclass

QA = "Quality Assurance"
REVIEW = "Safeguarding and Review"
LEADERS = "Leadership"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post with a key of its own. A ``name`` of None is made up."""

    key: str
    roles: tuple[str, ...]
    service: str
    under: str | None
    team: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team of practitioners, its manager included. ``under`` is the post above the manager.

    ``cared_for`` and ``protected`` are the shares of its records, in per cent, that have an IRO
    or a child protection chair.
    """

    key: str
    name: str
    service: str
    under: str
    manager: str | None = None
    practitioners: tuple[str | None, ...] = (None, None, None, None)
    roles: tuple[str, ...] = ("social_worker", "practitioner")
    cared_for: int = 0
    protected: int = 0
    records: int = 17


# Seven services in scope (HER-01) in nine teams, under three heads of service.
TEAMS = (
    Team(
        key="eh",
        name="Early Help",
        service="Early Help",
        under="sm-1",
        roles=("practitioner",),
        records=16,
    ),
    Team(key="fd", name="Front Door", service="MASH", under="sm-1", records=12),
    Team(key="ae", name="Assessment East", service="Assessment", under="sm-2", protected=10),
    Team(key="aw", name="Assessment West", service="Assessment", under="sm-2", protected=10),
    Team(
        key="sn",
        name="Safeguarding North",
        service="Safeguarding",
        under="sm-3",
        manager="Tess Marlow",
        practitioners=("Priya Nair", None, None, None),
        cared_for=25,
        protected=50,
        records=20,
    ),
    Team(
        key="ss",
        name="Safeguarding South",
        service="Safeguarding",
        under="sm-3",
        cared_for=25,
        protected=50,
        records=20,
    ),
    Team(
        key="gs",
        name="Get Safe",
        service="Get Safe",
        under="sm-3",
        practitioners=(None, None, None),
        cared_for=30,
        protected=20,
        records=12,
    ),
    Team(
        key="cc",
        name="Children in Care",
        service="Children in Care",
        under="sm-4",
        cared_for=100,
        records=22,
    ),
    Team(
        key="cl",
        name="Care Leavers",
        service="Care Leavers",
        under="sm-4",
        roles=("personal_adviser", "practitioner"),
        records=14,
    ),
)

_IRO = ("independent_reviewing_officer",)
_CHAIR = ("child_protection_chair",)

POSTS = (
    Post(key="dcs", roles=("director_of_childrens_services",), service=LEADERS, under=None),
    Post(
        key="ad-1",
        name="Helen Brandt",
        roles=("assistant_director", "service_director"),
        service=LEADERS,
        under="dcs",
    ),
    Post(
        key="ad-2", roles=("assistant_director", "service_director"), service=LEADERS, under="dcs"
    ),
    Post(key="hos-1", roles=("head_of_service",), service="Assessment", under="ad-2"),
    Post(key="hos-2", roles=("head_of_service",), service="Safeguarding", under="ad-2"),
    Post(key="hos-3", roles=("head_of_service",), service="Children in Care", under="ad-2"),
    Post(key="hos-4", roles=("head_of_service",), service=REVIEW, under="ad-1"),
    Post(key="sm-1", roles=("service_manager",), service="MASH", under="hos-1"),
    Post(key="sm-2", roles=("service_manager",), service="Assessment", under="hos-1"),
    Post(key="sm-3", roles=("service_manager",), service="Safeguarding", under="hos-2"),
    Post(key="sm-4", roles=("service_manager",), service="Children in Care", under="hos-3"),
    # the quality assurance team
    Post(
        key="qa-1",
        name="Mo Rahman",
        roles=("qa_service_manager", "principal_social_worker"),
        service=QA,
        under="hos-4",
    ),
    Post(
        key="qa-2",
        name="Cora Lindley",
        roles=("quality_assurance_manager", "qa_team"),
        service=QA,
        team="QA team",
        under="qa-1",
    ),
    Post(
        key="qa-3",
        name="Ada Okafor",
        roles=("practice_improvement_manager", "qa_practitioner"),
        service=QA,
        team="QA team",
        under="qa-1",
    ),
    Post(
        key="qa-4",
        name="Jonah Peck",
        roles=("practice_improvement_manager", "qa_practitioner"),
        service=QA,
        team="QA team",
        under="qa-1",
    ),
    Post(
        key="qa-5",
        roles=("qa_practitioner",),
        service=QA,
        team="QA team",
        under="qa-2",
    ),
    # the unit that reviews plans, outside the line of every team
    Post(
        key="rv-1",
        name="Lena Frost",
        roles=(
            "service_manager",
            "independent_reviewing_service_manager",
            "safeguarding_review_service_manager",
        ),
        service=REVIEW,
        under="hos-4",
    ),
    Post(key="rv-2", name="Ivo Hart", roles=_IRO, service=REVIEW, team="Review", under="rv-1"),
    *(
        Post(key=f"rv-{number}", roles=roles, service=REVIEW, team="Review", under="rv-1")
        for number, roles in enumerate((_IRO, _IRO, _IRO, _IRO, _CHAIR, _CHAIR, _CHAIR), start=3)
    ),
    Post(
        key="rv-10",
        roles=("fostering_independent_reviewing_officer",),
        service=REVIEW,
        team="Review",
        under="rv-1",
    ),
    # those who carry the learning on
    Post(
        key="ac-1",
        roles=("social_care_academy", "practice_assessor_lead"),
        service="Social Care Academy",
        under="dcs",
    ),
    Post(key="cp-1", roles=("complaints_team",), service=QA, team="Complaints", under="hos-4"),
    Post(key="po-1", roles=("participation_officer",), service=QA, team="QA team", under="qa-1"),
)
