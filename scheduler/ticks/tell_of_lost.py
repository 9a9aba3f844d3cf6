"""Coordinators hear of whom nothing reaches."""

from datetime import timedelta

from scheduler.tick import Tick
from usecases.people.show_reachability import tell_of_lost

TICK = Tick(name="tell_of_lost", run=tell_of_lost, every=timedelta(minutes=5))
