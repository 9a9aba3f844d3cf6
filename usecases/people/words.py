"""The commands that people can type, as help and welcome list them."""

from __future__ import annotations

from cards.people.commands import Command

RAISE = Command(word="raise C-23087", what="A child may be unsafe: tell those who must act, now")
"""Where the council's file leaves a way to raise anything (E-13)."""

COMMANDS = (
    Command(word="my work", what="What is waiting for you"),
    Command(word="start", what="Start or carry on with your audit"),
    Command(word="who am I", what="What I know of you"),
    Command(word="help", what="Everything I can do"),
    Command(word="calendar, calendar march", what="What is due in a month"),
    Command(word="my duties as a file", what="For your own calendar; actions and ledgers too"),
    Command(word="snooze 2 until Friday", what="No reminder of line 2 before that day"),
    Command(word="not mine 2", what="Your manager decides who has it"),
    Command(word="away 3-14 Aug, Ivy covers", what="Leave: whoever covers is told; or back today"),
    Command(word="my team", what="Managers: who is behind, and remind them"),
    Command(word="open 2", what="Open a line of your work, by its number"),
    Command(word="C-23087", what="Open your part in the audit of a record"),
    Command(word="next, back, save", what="In a form: as on its buttons"),
    Command(word="change 3", what="In a form: go to an area"),
    Command(word="talks", what="The talks that belong to your audit, and the family"),
    RAISE,
    Command(word="where am I", what="Which form is open, and how far you are"),
    Command(word="progress", what="Who runs audits: how far the newest cycle has come"),
    Command(word="nominate Ada Byrne for …", what="Name good practice that you have seen"),
    Command(word="library life-story", what="Search good practice that was verified"),
    Command(word="approvals", what="What you send to be passed, and what waits for you"),
    Command(word="complaint, intake count", what="Note what came in; what it comes to"),
    Command(word="cancel", what="Put the open form away; the draft is kept"),
)
