"""Rights on what children and families said."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
_OWN = frozenset({Relation.SELF})

RIGHTS = {
    # in an audit: whoever hears the family
    "begin_voice": _HOLDER,
    # alone: whether the person may in this way is looked at once the way is chosen
    "begin_feedback": _OWN,
    "ask_for_feedback": _OWN,
    "answer_prompt": frozenset({Relation.WORKER}),
    "keep_voice": _HOLDER,
    "finish_voice": _HOLDER,
    "miss_voice": _HOLDER,
    "drop_voice": _HOLDER,
    "open_voice": frozenset({Relation.HOLDER, Relation.TOLD}),
    "tag_voice": frozenset({Relation.HOLDER, Relation.TOLD}),
    # a survey: whoever runs it, and whoever answers it themselves
    "send_round": _HOLDER,
    "close_round": _HOLDER,
    "answer_survey": _HOLDER,
    "ask_colleagues": _OWN,
}
