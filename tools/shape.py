"""Prints the shape of the code beside the shape that we keep; ``make shape``.

Ends with 1 when a hard limit is broken, and names what breaks it. Files without a statement
(an ``__init__.py`` with its docstring) are left out, so that they do not flatter the median.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.measure import Function, Module, measure_folder

ROOT = Path(__file__).parents[1]
SKIPPED = frozenset({"node_modules", "var"})
MAX_MODULE, MAX_FUNCTION, MAX_COMPLEXITY, MAX_MOCKS = 300, 40, 8, 5.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure. ``offenders`` break a hard limit; a soft target has none."""

    name: str
    value: str
    target: str
    met: bool
    offenders: tuple[str, ...] = ()


def figures(modules: Sequence[Module]) -> list[Figure]:
    """All figures, in the order in which they are printed; tests are told by their folder."""
    code = [m for m in modules if not m.path.startswith("tests/") and not m.bare]
    tests = [m for m in modules if m.path.startswith("tests/")]
    functions = [function for module in code for function in module.functions]
    return [
        *_module_figures(code),
        *_function_figures(functions),
        _annotated(functions),
        _ratio(code, tests),
        _mocks(tests),
        _comments(code),
    ]


def main() -> int:
    """Print the table; gives the exit code."""
    found = figures(list(measure_folder(ROOT, skip=SKIPPED)))
    sys.stdout.write(table(found))
    return 1 if any(figure.offenders for figure in found) else 0


def table(found: Iterable[Figure]) -> str:
    """A line for each figure, and below it what breaks a hard limit."""
    lines = []
    for figure in found:
        word = "broken" if figure.offenders else "met" if figure.met else "missed"
        lines.append(f"{figure.name:<28}{figure.value:>8}   {figure.target:<14}{word}")
        lines += [f"    {offender}" for offender in figure.offenders]
    return "\n".join(lines) + "\n"


def _module_figures(code: Sequence[Module]) -> list[Figure]:
    sizes = [module.lines for module in code]
    long = tuple(f"{m.path}: {m.lines} lines" for m in code if m.lines > MAX_MODULE)
    return _spread("module lines", sizes, (60, 150, MAX_MODULE), long)


def _function_figures(functions: Sequence[Function]) -> list[Figure]:
    long = tuple(f"{f.where}: {f.lines} lines" for f in functions if f.lines > MAX_FUNCTION)
    knotty = tuple(
        f"{f.where}: complexity {f.complexity}" for f in functions if f.complexity > MAX_COMPLEXITY
    )
    most = max((f.complexity for f in functions), default=0)
    return [
        *_spread("function lines", [f.lines for f in functions], (8, 20, MAX_FUNCTION), long),
        Figure("complexity, max", str(most), f"≤ {MAX_COMPLEXITY}", not knotty, knotty),
    ]


def _spread(
    name: str, sizes: Sequence[int], targets: tuple[int, int, int], offenders: tuple[str, ...]
) -> list[Figure]:
    ordered = sorted(sizes) or [0]
    tenth = ordered[min(len(ordered) - 1, len(ordered) * 9 // 10)]
    middle = statistics.median(ordered)
    return [
        Figure(f"{name}, median", f"{middle:g}", f"≤ {targets[0]}", middle <= targets[0]),
        Figure(f"{name}, 90 %", str(tenth), f"≤ {targets[1]}", tenth <= targets[1]),
        Figure(f"{name}, max", str(ordered[-1]), f"≤ {targets[2]}", not offenders, offenders),
    ]


def _annotated(functions: Sequence[Function]) -> Figure:
    bare = tuple(f"{f.where}: not annotated" for f in functions if not f.annotated)
    share = 100 * (1 - len(bare) / (len(functions) or 1))
    return Figure("annotated, %", f"{share:.1f}", "100", not bare, bare)


def _ratio(code: Iterable[Module], tests: Iterable[Module]) -> Figure:
    ratio = sum(m.written for m in tests) / (sum(m.written for m in code) or 1)
    return Figure("test lines a line of code", f"{ratio:.2f}", "1.0 to 1.5", 1.0 <= ratio <= 1.5)


def _mocks(tests: Sequence[Module]) -> Figure:
    share = 100 * sum(m.mocks for m in tests) / (sum(m.tests for m in tests) or 1)
    using = tuple(f"{m.path}: {m.mocks} mocks" for m in tests if m.mocks)
    met = share <= MAX_MOCKS
    return Figure("mocks in 100 tests", f"{share:.1f}", "≤ 5", met, () if met else using)


def _comments(code: Sequence[Module]) -> Figure:
    share = 100 * sum(m.comments for m in code) / (sum(m.lines for m in code) or 1)
    return Figure("comments in 100 lines", f"{share:.1f}", "2 to 4", 2 <= share <= 4)


if __name__ == "__main__":
    sys.exit(main())
