"""Measures Python source: lengths, complexity, annotations, stand-ins, comments."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef

BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
STAND_INS = frozenset({"Mock", "MagicMock", "AsyncMock", "create_autospec", "patch", "stub"})
MARKS_FOR_TOOLS = ("noqa", "type:", "ruff:", "mypy:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function. ``lines`` counts from ``def`` on, without the docstring."""

    where: str
    lines: int
    complexity: int
    annotated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One file. ``written`` are its lines that are not blank; ``bare`` holds no statement."""

    path: str
    lines: int
    written: int
    comments: int
    tests: int
    mocks: int
    bare: bool
    functions: tuple[Function, ...]


def measure(path: str, source: str) -> Module:
    """Everything about one file; raises SyntaxError where it is no Python."""
    tree = ast.parse(source, filename=path)
    found = list(functions_of(tree))
    lines = source.splitlines()
    return Module(
        path=path,
        lines=len(lines),
        written=sum(1 for line in lines if line.strip()),
        comments=count_comments(source),
        tests=sum(1 for function in found if function.name.startswith("test_")),
        mocks=sum(1 for node in ast.walk(tree) if is_mock(node)),
        bare=all(isinstance(node, ast.Expr) for node in tree.body),
        functions=tuple(_measured(path, function) for function in found),
    )


def measure_folder(root: Path, *, skip: frozenset[str]) -> Iterator[Module]:
    """Every Python file below a folder, but those in hidden or skipped folders."""
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        if not any(part.startswith(".") or part in skip for part in inside.parts):
            yield measure(inside.as_posix(), path.read_text("utf-8"))


def functions_of(tree: ast.AST) -> Iterator[AnyFunction]:
    """Functions and methods at any depth."""
    return (node for node in ast.walk(tree) if isinstance(node, AnyFunction))


def length(function: AnyFunction) -> int:
    """Lines from ``def`` to the end, without the docstring."""
    first = function.body[0]
    docstring = 0
    if ast.get_docstring(function, clean=False) is not None:
        docstring = (first.end_lineno or first.lineno) - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def complexity(function: AnyFunction) -> int:
    """McCabe's number: 1 and one more for each branch; a function inside counts with its host."""
    return 1 + sum(1 for node in ast.walk(function) if _branches(node))


def is_annotated(function: AnyFunction) -> bool:
    """Whether the return and every argument but ``self`` and ``cls`` say their type."""
    args = function.args
    named = [*args.posonlyargs, *args.args, *args.kwonlyargs]
    named += [arg for arg in (args.vararg, args.kwarg) if arg]
    bare = [arg for arg in named if arg.annotation is None and arg.arg not in {"self", "cls"}]
    return function.returns is not None and not bare


def is_mock(node: ast.AST) -> bool:
    """Whether it is a call that makes a stand-in or patches something."""
    if not isinstance(node, ast.Call):
        return False
    names = ast.unparse(node.func).split(".")
    return not STAND_INS.isdisjoint(names) or names[-2:] == ["monkeypatch", "setattr"]


def count_comments(source: str) -> int:
    """Comments for people; marks for tools are none."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    texts = (token.string.lstrip("#! ") for token in tokens if token.type == tokenize.COMMENT)
    return sum(1 for text in texts if not text.startswith(MARKS_FOR_TOOLS))


def _branches(node: ast.AST) -> bool:
    # `case _` is the way past the others, like an else
    if isinstance(node, ast.match_case) and isinstance(node.pattern, ast.MatchAs):
        return node.pattern.pattern is not None
    return isinstance(node, BRANCHES)


def _measured(path: str, function: AnyFunction) -> Function:
    return Function(
        where=f"{path}:{function.lineno} {function.name}",
        lines=length(function),
        complexity=complexity(function),
        annotated=is_annotated(function),
    )
