"""The anatomy that all cards share, as small functions (docs: the README of the cards)."""

from cards.kit.blocks import (
    bullets,
    facts,
    more,
    quote,
    small,
    steps,
    subtitle,
)
from cards.kit.buttons import INNER_WIDTH, Subject, Target, button, opens, press, rows, unsafe_band
from cards.kit.escape import clean, escape, shorten
from cards.kit.fields import choice_field, text_field
from cards.kit.frame import band, card, fitting, noticed, sentence, title
from cards.kit.lines import Line, lines
from cards.kit.words import days_left, first_word, fit_title, in_words, marked_days_left, person

__all__ = [
    "INNER_WIDTH",
    "Line",
    "Subject",
    "Target",
    "band",
    "bullets",
    "button",
    "card",
    "choice_field",
    "clean",
    "days_left",
    "escape",
    "facts",
    "first_word",
    "fit_title",
    "fitting",
    "in_words",
    "lines",
    "marked_days_left",
    "more",
    "noticed",
    "opens",
    "person",
    "press",
    "quote",
    "rows",
    "sentence",
    "shorten",
    "small",
    "steps",
    "subtitle",
    "text_field",
    "title",
    "unsafe_band",
]
