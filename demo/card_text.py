"""A card as lines of text, the way that it stands in the chat: what is folded up stays so."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]
Lines = Iterator[str]

WIDTH = 84
TOGETHER = "\u00a0"  # a blank at which no line ends
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ESCAPED = re.compile(r"\\(.)")
_TYPED = {"Input.Text": "________", "Input.Date": "__/__/____", "Input.Time": "__:__"}


def card_text(card: Json, width: int = WIDTH) -> list[str]:
    """The card's lines, each at most ``width`` characters long where its words allow it."""
    return [part for line in _all(card.get("body", ())) for part in _wrapped(line, width)]


def plain(markdown: str) -> str:
    """The words without the marks of markdown that cards use."""
    return _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", markdown)).replace(TOGETHER, " ")


def _wrapped(line: str, width: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    deeper = f"{indent}  "
    parts = textwrap.wrap(
        line, width, subsequent_indent=deeper, break_long_words=False, break_on_hyphens=False
    )
    return [part.replace(TOGETHER, " ") for part in parts]


def _all(elements: Sequence[Json]) -> Lines:
    for element in elements:
        if element.get("isVisible", True):
            yield from _element(element)


def _element(element: Json) -> Lines:
    draw = _DRAWN.get(element["type"])
    if draw is not None:
        yield from draw(element)
    elif "label" in element:
        value = element.get("value") or _TYPED.get(element["type"], "__")
        yield f"{_asked(element)} {value}"


def _text(block: Json) -> Lines:
    lines = [plain(line) for line in block["text"].split("\n")]
    yield from [f"# {lines[0]}", *lines[1:]] if block.get("style") == "heading" else lines


def _rich(block: Json) -> Lines:
    yield "".join(run if isinstance(run, str) else run["text"] for run in block["inlines"])


def _container(box: Json) -> Lines:
    lines = _all(box["items"])
    yield from (
        (f"  {line}" for line in lines) if box.get("style") and not box.get("bleed") else (lines)
    )


def _columns(row: Json) -> Lines:
    """Side by side; a row that can be pressed has a mark."""
    cells = [", ".join(_all(column["items"])) for column in row["columns"]]
    line = "   ".join(cell for cell in cells if cell)
    yield f"→ {line}" if "selectAction" in row else line


def _facts(facts: Json) -> Lines:
    for fact in facts["facts"]:
        yield f"{plain(fact['title'])}: {plain(fact['value'])}"


def _table(table: Json) -> Lines:
    for row in table["rows"]:
        yield " | ".join(" ".join(_all(cell["items"])) for cell in row["cells"])


def _choices(field: Json) -> Lines:
    """Every choice with the chosen one marked; of a long list of people none."""
    if field.get("style") == "filtered":
        yield f"{_asked(field)} {field.get('placeholder', '')} ▾"
        return
    chosen = str(field.get("value", "")).split(",")
    marks = [("•" if c["value"] in chosen else TOGETHER, c["title"]) for c in field["choices"]]
    yield f"{_asked(field)} {'  '.join(_together(f'({mark}) {title}') for mark, title in marks)}"


def _buttons(row: Json) -> Lines:
    opens = {"Action.ShowCard", "Action.ToggleVisibility"}
    titles = [f"{a['title']}{' ▾' if a['type'] in opens else ''}" for a in row["actions"]]
    yield " ".join(_together(f"[{title}]") for title in titles)


def _asked(field: Json) -> str:
    label: str = field["label"]
    return label if label.endswith("?") else f"{label}:"


def _together(text: str) -> str:
    return text.replace(" ", TOGETHER)


_DRAWN: Mapping[str, Callable[[Json], Lines]] = {
    "TextBlock": _text,
    "RichTextBlock": _rich,
    "Container": _container,
    "ColumnSet": _columns,
    "FactSet": _facts,
    "Table": _table,
    "Input.ChoiceSet": _choices,
    "ActionSet": _buttons,
}
