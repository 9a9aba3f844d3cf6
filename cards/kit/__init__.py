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
from cards.kit.buttons import (
    INNER_WIDTH,
    Subject,
    Target,
    Unsafe,
    button,
    opens,
    press,
    refreshing,
    rows,
    unsafe_band,
)
from cards.kit.charts import Row, badge, bars_and_table, in_shares, number_table, progress_bar
from cards.kit.escape import clean, escape, shorten
from cards.kit.fields import (
    choice_field,
    date_field,
    list_field,
    many_field,
    short_field,
    text_field,
)
from cards.kit.frame import band, card, fitting, noticed, sentence, title
from cards.kit.lines import Line, lines
from cards.kit.mentions import mention, mentioning
from cards.kit.words import days_left, first_word, fit_title, in_words, marked_days_left, person

__all__ = [
    "INNER_WIDTH",
    "Line",
    "Row",
    "Subject",
    "Target",
    "Unsafe",
    "badge",
    "band",
    "bars_and_table",
    "bullets",
    "button",
    "card",
    "choice_field",
    "clean",
    "date_field",
    "days_left",
    "escape",
    "facts",
    "first_word",
    "fit_title",
    "fitting",
    "in_shares",
    "in_words",
    "lines",
    "list_field",
    "many_field",
    "marked_days_left",
    "mention",
    "mentioning",
    "more",
    "noticed",
    "number_table",
    "opens",
    "person",
    "press",
    "progress_bar",
    "quote",
    "refreshing",
    "rows",
    "sentence",
    "short_field",
    "shorten",
    "small",
    "steps",
    "subtitle",
    "text_field",
    "title",
    "unsafe_band",
]
