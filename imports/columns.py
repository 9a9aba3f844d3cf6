"""A council's own headings: a file that maps them to ours, and what it could say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

# how the case systems that councils use call our columns; plain words, for suggestions alone
ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "ref": ("person_id", "child_id", "child_unique_id", "case_id", "case_number", "mosaic_id"),
    "worker": ("allocated_worker", "worker_id", "case_worker", "social_worker", "key_worker"),
    "team": ("allocated_team", "team_name", "responsible_team"),
    "service": ("service_area", "department", "directorate"),
    "iro": ("independent_reviewing_officer", "reviewing_officer"),
    "cp_chair": ("child_protection_chair", "conference_chair"),
    "status": ("case_status", "open_or_closed"),
    "cared_for": ("looked_after", "child_looked_after", "in_care"),
    "opened_on": ("start_date", "open_date", "date_opened", "referral_date"),
    "last_supervision_on": ("last_supervision", "supervision_date"),
    "id": ("staff_id", "worker_id", "staff_number", "employee_number", "payroll_number"),
    "name": ("full_name", "worker_name", "staff_name", "employee_name"),
    "email": ("email_address", "e_mail", "work_email", "user_principal_name", "upn"),
    "aad_object_id": ("object_id", "entra_id", "azure_id"),
    "roles": ("role", "job_title", "position", "post_title"),
    "line_manager": ("manager", "manager_id", "reports_to", "supervisor"),
    "working_days": ("days_worked", "work_pattern"),
}
LIKE = 0.8


def suggest_columns(headings: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Our name and the heading most like it, best first; a heading is suggested only once.

    Headings are in snake_case; those that are our names already are left out.
    """
    free = [heading for heading in dict.fromkeys(headings) if heading and heading not in names]
    wanted = [name for name in names if name not in headings]
    pairs = sorted(
        ((_likeness(name, heading), name, heading) for name in wanted for heading in free),
        key=lambda pair: -pair[0],
    )
    found: dict[str, str] = {}
    for likeness, name, heading in pairs:
        if likeness >= LIKE and name not in found and heading not in found.values():
            found[name] = heading
    return found


def _likeness(name: str, heading: str) -> float:
    words = (name, *ALSO_CALLED.get(name, ()))
    return max(SequenceMatcher(None, word, heading).ratio() for word in words)
