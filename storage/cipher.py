"""Seals what people wrote before it goes to the database, and opens it again."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class KeyFaultError(Exception):
    """The data keys are missing or wrong: nothing can be sealed or opened with them."""


class Sealed(str):
    """Text that a Cipher has sealed (or that is empty): the only kind a sealed column takes."""

    __slots__ = ()


class Cipher:
    """Fernet with several keys: the first one seals, every one opens.

    An empty text stays empty: that nothing was written is no secret of the writer.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Takes url-safe base64 keys of 32 bytes; raises KeyFaultError where one is not."""
        if not keys:
            raise KeyFaultError("there is no data key; make one with Cipher.new_key()")
        try:
            fernets = [Fernet(key) for key in keys]
        except ValueError:
            # `from None`: the error of the library would show the key
            raise KeyFaultError("a data key is not 32 bytes in url-safe base64") from None
        self._first = fernets[0]
        self._all = MultiFernet(fernets)

    def seal(self, text: str) -> Sealed:
        """The text so that only a holder of the key can read it."""
        return Sealed(self._first.encrypt(text.encode()).decode() if text else "")

    def open(self, sealed: str) -> str:
        """The text again; raises KeyFaultError where no key fits or the text was changed."""
        return self._opened(self._all, sealed)

    def sealed_with_first(self, sealed: str) -> bool:
        """Whether the first key opens it, so that it need not be sealed again."""
        try:
            self._opened(self._first, sealed)
        except KeyFaultError:
            return False
        return True

    def seal_again(self, sealed: str) -> Sealed:
        """The same text, sealed with the first key."""
        return self.seal(self.open(sealed))

    @staticmethod
    def new_key() -> str:
        """A key to put first in QA_DATA_KEYS."""
        return Fernet.generate_key().decode()

    @staticmethod
    def _opened(key: Fernet | MultiFernet, sealed: str) -> str:
        if not sealed:
            return ""
        try:
            return key.decrypt(sealed).decode()
        except InvalidToken as error:
            raise KeyFaultError(
                "a kept text cannot be opened: its key is not among the data keys, "
                "or it was changed in the database"
            ) from error
