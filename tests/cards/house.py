"""The house's rules for cards (README of the cards, 1 to 3 and 7); each says its faults."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable

from cards.card import Json
from cards.kit.buttons import INNER_WIDTH, ROW_WIDTH
from tests.cards.walk import inside_show_card, kind, nodes, of_type

SNAKE = re.compile(r"[a-z]+(_[a-z]+)*")
COLOURS = {None, "Default", "Accent", "Attention"}
MAY_BE_RED = {
    *("immediate_response", "immediate_response_answer", "response_late", "serious_incident"),
}
CHART_COLOURS = re.compile(r"diverging[A-Z]\w+|neutral")
TAG = re.compile(r"</?at\b", re.IGNORECASE)

Rule = Callable[[Json], Iterable[str]]


def every_input_says_what_it_wants(card: Json) -> Iterable[str]:
    for _, node in of_type(card, "Input."):
        for key in ("id", "label", "errorMessage"):
            if not node.get(key):
                yield f"{node['type']} {node.get('id')} has no {key}"


def nothing_is_required_beside_a_draft(card: Json) -> Iterable[str]:
    for path, node in of_type(card, "Input."):
        if node.get("isRequired") and not inside_show_card(path):
            yield f"{node['id']} is required, which blocks Save and the way out"


def words_wrap(card: Json) -> Iterable[str]:
    for _, node in of_type(card, "TextBlock"):
        if not node.get("wrap") or not node["text"].strip():
            yield f"{node['text']!r} does not wrap or is empty"


def ids_are_unique(card: Json) -> Iterable[str]:
    ids = Counter(
        node["id"] for _, node in nodes(card) if "id" in node and "type" in node and _drawn(node)
    )
    yield from (f"two elements are {name}" for name, count in ids.items() if count > 1)


def a_toggle_finds_its_panel(card: Json) -> Iterable[str]:
    ids = {node.get("id") for _, node in nodes(card)}
    for _, node in of_type(card, "Action.ToggleVisibility"):
        yield from (f"no {name} to open" for name in node["targetElements"] if name not in ids)


def titles_are_there_once(card: Json) -> Iterable[str]:
    titles = [node.get("title", "") for path, node in of_type(card, "Action.") if _own(path)]
    yield from ("a button has no title" for title in titles if not title.strip())
    yield from (f"two are called {t}" for t, count in Counter(titles).items() if count > 1)


def data_is_a_reference_and_a_version(card: Json) -> Iterable[str]:
    for path, node in of_type(card, "Action."):
        verb = node.get("verb") or node.get("data", {}).get("verb")
        if kind(node) not in {"Action.Execute", "Action.Submit"}:
            continue
        wanted = {"id", "version"} | ({"verb"} if kind(node) == "Action.Submit" else set())
        if node["data"].keys() != wanted or not isinstance(node["data"]["version"], int):
            yield f"{node['title']} sends {node['data']}"
        if not SNAKE.fullmatch(str(verb)):
            yield f"{verb} is no verb in snake_case ({'/'.join(path)})"


def an_old_client_can_press_too(card: Json) -> Iterable[str]:
    for _, row in of_type(card, "ActionSet"):
        for action in row["actions"]:
            if kind(action) != "Action.Execute":
                continue
            fallback = action.get("fallback", {})
            data = {**action["data"], "verb": action["verb"]}
            if (fallback.get("title"), fallback.get("data")) != (action["title"], data):
                yield f"{action['title']} has no Submit of the same title and data"


def a_line_has_no_fallback(card: Json) -> Iterable[str]:
    for _, node in nodes(card):
        if "fallback" in node.get("selectAction", {}):
            yield f"{node['selectAction']['title']}: a fallback on a line is not known to clients"


def few_buttons_and_one_primary(card: Json) -> Iterable[str]:
    shown = [
        action
        for path, row in of_type(card, "ActionSet")
        if not inside_show_card(path)
        for action in row["actions"]
    ]
    if len(shown) > 6:
        yield f"{len(shown)} buttons"
    if sum(action.get("style") == "positive" for action in shown) > 1:
        yield "two primary buttons"
    if any(action.get("style") == "destructive" for action in shown):
        yield "a destructive button"
    yield from (f"{a['title']} is over 24 characters" for a in shown if len(a["title"]) > 24)


def rows_are_not_cut_off(card: Json) -> Iterable[str]:
    for path, row in of_type(card, "ActionSet"):
        titles = [action["title"] for action in row["actions"]]
        width = sum(7.4 * len(title) + 26 for title in titles) + 8 * (len(titles) - 1)
        if width > (INNER_WIDTH if inside_show_card(path) else ROW_WIDTH):
            yield f"{titles} takes {width:.0f} pixels"


def one_heading(card: Json) -> Iterable[str]:
    found = [node["text"] for _, node in of_type(card, "TextBlock") if _is_heading(node)]
    if len(found) != 1:
        yield f"headings: {found}"
    yield from (f"{text!r} is over 36 characters" for text in found if len(text) > 36)


def the_frame_stands(card: Json) -> Iterable[str]:
    top = card["body"][0]
    if (top.get("style") not in {"emphasis", "attention"}) or not top.get("bleed"):
        yield "no band on top"
    if not _is_heading(card["body"][1]):
        yield "no title under the band"
    if "actions" in card:
        yield "buttons in the card's actions: old clients know no fallback there"


def colours_mean_one_thing(card: Json) -> Iterable[str]:
    for path, node in nodes(card):
        if _in_a_chart(path, node):
            continue
        if node.get("color") not in COLOURS:
            yield f"{node.get('text')} is {node['color']}"
        if node.get("color") == "Accent" and not _pressed(card, node):
            yield f"{'/'.join(path)}: {node.get('text')} is blue, but cannot be pressed"
    yield from (f"an {node['type']}" for _, node in of_type(card, "Image"))


def charts_have_no_judging_colour(card: Json) -> Iterable[str]:
    for path, node in nodes(card):
        colour = node.get("color")
        if colour and _in_a_chart(path, node) and not CHART_COLOURS.fullmatch(colour):
            yield f"a chart in {colour}"


def a_chart_has_its_numbers_in_a_table(card: Json) -> Iterable[str]:
    cells = {
        part["text"]
        for _, cell in of_type(card, "TableCell")
        for _, part in of_type(cell, "TextBlock")
    }
    for _, chart in of_type(card, "Chart."):
        for _, point in nodes(chart["data"]):
            number = point.get("y", point.get("value"))
            if number is not None and str(number) not in cells:
                yield f"{number} of the chart {chart['title']!r} stands in no table"


def cells_stay_cells(card: Json) -> Iterable[str]:
    for _, node in of_type(card, "TableCell"):
        if "selectAction" in node:
            yield "a press on a cell takes its role away"


def distances_are_the_house_s(card: Json) -> Iterable[str]:
    for _, node in nodes(card):
        spacing = node.get("spacing")
        if spacing not in {None, "None", "Small", "Medium", "Large"}:
            yield f"spacing {spacing}"
        if spacing == "Large" and not node.get("separator"):
            yield "a large distance without a rule"


def it_is_small_enough(card: Json) -> Iterable[str]:
    size = len(json.dumps(card, ensure_ascii=False).encode())
    if size > 24_000:
        yield f"{size} bytes"


def the_root_is_whole(card: Json) -> Iterable[str]:
    if (card.get("version"), card.get("lang")) != ("1.5", "en-GB"):
        yield "not 1.5 in en-GB"
    if len(card.get("fallbackText", "")) < 10:
        yield "no fallbackText"
    if card.get("refresh") and of_type(card, "Input."):
        yield "it refreshes while somebody types"


def a_mention_is_one_that_we_made(card: Json) -> Iterable[str]:
    teams = card.get("msteams", {})
    yield from (f"msteams has {key}" for key in teams.keys() - {"width", "entities"})
    tags = [entity["text"] for entity in teams.get("entities", [])]
    for path, node in nodes(card):
        text = "" if "entities" in path else str(node.get("text", ""))
        for tag in tags if kind(node) == "TextBlock" else ():
            text = text.replace(tag, "")
        if TAG.search(text) and kind(node) != "TextRun":
            yield f"{text!r} looks like a mention"
    said = "".join(node["text"] for _, node in of_type(card, "TextBlock"))
    yield from (f"{tag} is mentioned nowhere" for tag in tags if tag not in said)


RULES: tuple[Rule, ...] = (
    every_input_says_what_it_wants,
    nothing_is_required_beside_a_draft,
    words_wrap,
    ids_are_unique,
    a_toggle_finds_its_panel,
    titles_are_there_once,
    data_is_a_reference_and_a_version,
    an_old_client_can_press_too,
    a_line_has_no_fallback,
    few_buttons_and_one_primary,
    rows_are_not_cut_off,
    one_heading,
    the_frame_stands,
    colours_mean_one_thing,
    charts_have_no_judging_colour,
    a_chart_has_its_numbers_in_a_table,
    cells_stay_cells,
    distances_are_the_house_s,
    it_is_small_enough,
    the_root_is_whole,
    a_mention_is_one_that_we_made,
)


def _drawn(node: Json) -> bool:
    return not kind(node).startswith("Action.")


def _in_a_chart(path: tuple[str, ...], node: Json) -> bool:
    return kind(node).startswith("Chart.") or ("data" in path and "type" not in node)


def _own(path: tuple[str, ...]) -> bool:
    # a Submit fallback has its Execute's title; refresh is not shown
    return path[-1] != "fallback" and "refresh" not in path


def _is_heading(node: Json) -> bool:
    return node.get("style") == "heading"


def _pressed(card: Json, text: Json) -> bool:
    return any(
        "selectAction" in node and any(part is text for _, part in nodes(node))
        for _, node in nodes(card)
    )
