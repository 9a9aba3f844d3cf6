"""Which form typed words go to."""

from __future__ import annotations

from dialogs.forms.form import Form, forms
from dialogs.heard import Heard
from domain.delivery.message import Lane
from usecases.showing import views


async def open_form(heard: Heard) -> Form | None:
    """The form that the person opened last and that still stands."""
    focus = await heard.uow.focuses.of(heard.actor.id)
    if focus is None or focus.kind not in forms():
        return None
    return await forms()[focus.kind](heard.look(focus.subject))


async def newest_form(heard: Heard) -> Form | None:
    """The newest card in the chat on which something may be typed."""
    return await _latest(heard, tuple(forms()))


async def urgent_form(heard: Heard) -> Form | None:
    """The newest of those that cannot wait: no later card of another kind hides it."""
    known = views()
    return await _latest(heard, tuple(one for one in forms() if known[one].lane is Lane.URGENT))


async def _latest(heard: Heard, kinds: tuple[str, ...]) -> Form | None:
    delivery = await heard.uow.outbox.latest(heard.actor.id, kinds)
    if delivery is None:
        return None
    return await forms()[delivery.kind](heard.look(delivery.subject))
