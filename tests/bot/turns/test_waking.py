from __future__ import annotations

import json

from bot.http.reading import read
from bot.http.translating import incoming
from bot.incoming import Incoming
from bot.turns.turns import Onward, PracticeLoopTurns
from bot.turns.who import Whereabouts
from tests.fake_teams import Activities, Json
from tests.town import Town

MADE = Activities("https://smba.trafficmanager.net/emea/")


class Dispatcher:
    """Counts how often it is woken."""

    woken = 0

    def wake(self) -> None:
        self.woken += 1


def turns(town: Town, dispatcher: Dispatcher) -> PracticeLoopTurns:
    return PracticeLoopTurns(
        units=town.units,
        council=town.council,
        clock=lambda: town.now,
        onward=Onward(wake=dispatcher.wake),
        whereabouts=Whereabouts(),
    )


def came(activity: Json) -> Incoming:
    return incoming(read(json.dumps(activity).encode()))


async def test_a_turn_that_makes_nothing_wait_leaves_the_dispatcher_alone(
    herefordshire: Town,
) -> None:
    dispatcher = Dispatcher()
    assert await turns(herefordshire, dispatcher).said(came(MADE.message("aad-ada", "my work")))
    assert dispatcher.woken == 0


async def test_a_press_that_changes_a_sent_card_wakes_the_dispatcher(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    seat, dispatcher = await herefordshire.seat(audit, "peer"), Dispatcher()
    data = {"id": f"seat-{seat.id}", "version": seat.version}
    pressed = came(MADE.press("aad-ada", "accept_audit", data))
    await turns(herefordshire, dispatcher).pressed(pressed)
    assert dispatcher.woken == 1
