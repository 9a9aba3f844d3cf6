"""Every table, by noun, in one MetaData."""

from sqlalchemy import Column

from storage.cipher import Sealed
from storage.tables.actions import action_notes, actions
from storage.tables.agenda import duty_asks, out_of_reach
from storage.tables.alerts import alert_parties, alert_steps, alerts
from storage.tables.approvals import approval_items, approvals
from storage.tables.audits import (
    area_entries,
    assessments,
    audits,
    cycles,
    notices,
    seat_refusals,
    seats,
)
from storage.tables.base import metadata
from storage.tables.calendar import last_looks, occurrences
from storage.tables.cases import case_events, cases
from storage.tables.delivery import deliveries, dispatchers, outbox
from storage.tables.directory import directory
from storage.tables.duties import duties
from storage.tables.examples import examples
from storage.tables.exemptions import exemptions
from storage.tables.files import file_offers
from storage.tables.follow_ups import follow_up_parties, follow_up_replies, follow_ups
from storage.tables.intake import intake
from storage.tables.lists import dropped_files
from storage.tables.moderations import disputes, final_checks, moderations, views
from storage.tables.nominations import library_entries, nomination_notes, nominations
from storage.tables.nudges import nudges
from storage.tables.observations import observation_plans, observations
from storage.tables.outcomes import outcomes
from storage.tables.people import absences, access_requests, addresses, greetings, people
from storage.tables.pieces import pieces
from storage.tables.proposals import proposals
from storage.tables.rehearsals import rehearsals
from storage.tables.remarks import audit_remarks
from storage.tables.responses import response_steps, responses
from storage.tables.standing import standing_nudges
from storage.tables.talks import (
    consents,
    family_entries,
    pairings,
    session_places,
    sessions,
    talk_invitations,
    talk_notes,
    talk_ticks,
    talks,
)
from storage.tables.trail import trail
from storage.tables.turns import focuses, inbox
from storage.tables.voices import voice_answers, voices
from storage.types import SealedText

SEALED: tuple[Column[Sealed], ...] = tuple(
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, SealedText)
)
"""Every column that holds what a person wrote: its type says so, and nothing else has to."""

__all__ = [
    "SEALED",
    "absences",
    "access_requests",
    "action_notes",
    "actions",
    "addresses",
    "alert_parties",
    "alert_steps",
    "alerts",
    "approval_items",
    "approvals",
    "area_entries",
    "assessments",
    "audit_remarks",
    "audits",
    "case_events",
    "cases",
    "consents",
    "cycles",
    "deliveries",
    "directory",
    "dispatchers",
    "disputes",
    "dropped_files",
    "duties",
    "duty_asks",
    "examples",
    "exemptions",
    "family_entries",
    "file_offers",
    "final_checks",
    "focuses",
    "follow_up_parties",
    "follow_up_replies",
    "follow_ups",
    "greetings",
    "inbox",
    "intake",
    "last_looks",
    "library_entries",
    "metadata",
    "moderations",
    "nomination_notes",
    "nominations",
    "notices",
    "nudges",
    "observation_plans",
    "observations",
    "occurrences",
    "out_of_reach",
    "outbox",
    "outcomes",
    "pairings",
    "people",
    "pieces",
    "proposals",
    "rehearsals",
    "response_steps",
    "responses",
    "seat_refusals",
    "seats",
    "session_places",
    "sessions",
    "standing_nudges",
    "talk_invitations",
    "talk_notes",
    "talk_ticks",
    "talks",
    "trail",
    "views",
    "voice_answers",
    "voices",
]
