"""A progress bar for what takes longer than a second."""

from __future__ import annotations

from threading import Event, Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

PATIENCE = 1.0  # seconds; what is quicker shows nothing


class Steps:
    """``with Steps(2) as step: step("Reading"); …; step("Checking"); …``.

    It draws on the error stream, so that what a command says can be piped, and only where somebody
    looks on. What it shows is gone at the end.
    """

    def __init__(
        self, count: int, *, console: Console | None = None, patience: float = PATIENCE
    ) -> None:
        screen = console or Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._task = self._bar.add_task("", total=count)
        self._begun = 0
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self.shown = Event()

    def __call__(self, words: str) -> None:
        """The next step begins."""
        self._bar.update(self._task, description=words, completed=self._begun)
        self._begun += 1

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()  # it may be drawing for the first time just now
        if self.shown.is_set():
            self._bar.stop()

    def _show(self) -> None:
        if not self._bar.disable:
            self._bar.start()
            self.shown.set()
