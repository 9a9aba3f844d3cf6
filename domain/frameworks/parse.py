"""From the text of a framework file to a framework, or to all of its faults at once."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from domain.frameworks.check import faults
from domain.frameworks.framework import Framework, FrameworkFault
from domain.frameworks.mend import without
from domain.frameworks.sentences import flaws_of, sentence_of

KEYED_SECTIONS = ("roles", "programmes")


def parse(text: str, source: str) -> Framework:
    """Read a framework; raises FrameworkFault with every fault as a sentence with its key."""
    raw = _tables(text, source)
    found = [
        f"{section}.{key}.key: leave it out, the table's name is its key"
        for section, key, table in _keyed(raw)
        if "key" in table
    ]
    for _, key, table in _keyed(raw):
        table["key"] = key
    framework, more = _validated(raw)
    if found := [*found, *more]:
        raise FrameworkFault(_list(source, found), faults=tuple(found))
    if framework is None:
        raise AssertionError("a framework without faults was read")
    return framework


def _validated(raw: dict[str, Any]) -> tuple[Framework | None, list[str]]:
    """The framework and what does not make sense in it.

    What has the wrong shape is taken out and the rest is still looked at, so that nobody has
    to mend one fault to be told of the next.
    """
    try:
        framework = _model(raw)
    except ValidationError as error:
        flaws = flaws_of(error)
        shape = [sentence_of(Framework, raw, flaw) for flaw in flaws]
        try:
            rest = faults(_model(without(raw, flaws)))
        except ValidationError:
            rest = []
        return None, [*shape, *rest]
    return framework, faults(framework)


def _model(raw: Mapping[str, Any]) -> Framework:
    # by way of JSON, where a list may fill a tuple although the models are strict
    return Framework.model_validate_json(json.dumps(raw, default=str))


def _tables(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence = f"it is not TOML: {error}"
        raise FrameworkFault(_list(source, [sentence]), faults=(sentence,)) from error


def _keyed(raw: Mapping[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (section, key, table)
        for section in KEYED_SECTIONS
        if isinstance(raw.get(section), dict)
        for key, table in raw[section].items()
        if isinstance(table, dict)
    ]


def _list(source: str, found: list[str]) -> str:
    many = "1 fault" if len(found) == 1 else f"{len(found)} faults"
    lines = "\n".join(f"- {sentence}" for sentence in found)
    return f"{source} was not loaded: {many}.\n{lines}\nMend the file and check it again."
