"""Rights on standing reminders: whoever got one ticks it."""

from domain.permissions.relations import Relation

RIGHTS = {"tick_standing": frozenset({Relation.HOLDER})}
