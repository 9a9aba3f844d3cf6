"""The commands that people can type, as help and welcome list them."""

from __future__ import annotations

from cards.people.commands import Command

COMMANDS = (
    Command(word="my work", what="What is waiting for you"),
    Command(word="start", what="Start or carry on with your audit"),
    Command(word="who am I", what="What I know of you"),
    Command(word="help", what="Everything I can do"),
    Command(word="open 2", what="Open a line of your work, by its number"),
    Command(word="C-23087", what="Open your part in the audit of a record"),
    Command(word="next, back, save", what="In a form: as on its buttons"),
    Command(word="change 3", what="In a form: go to an area"),
    Command(word="talks", what="The talks that belong to your audit, and the family"),
    Command(word="raise C-23087", what="A child may be unsafe: tell those who must act, now"),
    Command(word="where am I", what="Which form is open, and how far you are"),
    Command(word="progress", what="Who runs audits: how far the newest cycle has come"),
    Command(word="nominate Ada Byrne for …", what="Name good practice that you have seen"),
    Command(word="library life-story", what="Search good practice that was verified"),
    Command(word="cancel", what="Put the open form away; the draft is kept"),
)
