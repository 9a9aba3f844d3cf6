"""Every part of a framework with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from domain.frameworks.parts import Entry, Part


def parts(node: object, place: str = "") -> Iterator[tuple[str, Part]]:
    """The part itself and all parts below it, as (``programmes.x.seats[1]``, part)."""
    if isinstance(node, Part):
        yield place, node
    for step, child in _children(node):
        yield from parts(child, step if not place else f"{place}{step_after(step)}")


def entries(node: object) -> Iterator[tuple[str, Entry]]:
    """Only those parts that may answer rows."""
    return ((place, part) for place, part in parts(node) if isinstance(part, Entry))


def step_after(step: str) -> str:
    """The step with the dot that it needs."""
    return step if step.startswith("[") else f".{step}"


def _children(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, BaseModel):
        yield from ((name, getattr(node, name)) for name in type(node).model_fields)
    elif isinstance(node, Mapping):
        yield from node.items()
    elif isinstance(node, tuple):
        yield from ((f"[{number}]", child) for number, child in enumerate(node))
