from __future__ import annotations

import pytest

from storage.cipher import Cipher, KeyFaultError, Sealed

WORDS = "She was seen alone. \N{SNOWMAN}"


def test_sealed_words_open_again_and_do_not_show() -> None:
    cipher = Cipher([Cipher.new_key()])
    sealed = cipher.seal(WORDS)

    assert isinstance(sealed, Sealed)
    assert "seen" not in sealed
    assert cipher.open(sealed) == WORDS
    assert cipher.seal(WORDS) != sealed


def test_an_empty_text_stays_empty() -> None:
    cipher = Cipher([Cipher.new_key()])

    assert cipher.seal("") == ""
    assert cipher.open("") == ""
    assert cipher.sealed_with_first(Sealed(""))


def test_the_first_key_seals_and_every_key_opens() -> None:
    old, new = Cipher.new_key(), Cipher.new_key()
    sealed = Cipher([old]).seal(WORDS)
    both = Cipher([new, old])
    anew = both.seal_again(sealed)

    assert both.open(sealed) == WORDS
    assert not both.sealed_with_first(sealed)
    assert both.sealed_with_first(anew)
    assert Cipher([new]).open(anew) == WORDS


def test_without_its_key_or_once_changed_a_text_does_not_open() -> None:
    cipher = Cipher([Cipher.new_key()])
    sealed = cipher.seal(WORDS)

    with pytest.raises(KeyFaultError, match="its key is not among the data keys"):
        Cipher([Cipher.new_key()]).open(sealed)
    with pytest.raises(KeyFaultError):
        cipher.open(sealed[:-9] + "AAAAAAA==")


def test_it_refuses_to_work_without_a_key_and_never_shows_a_bad_one() -> None:
    with pytest.raises(KeyFaultError, match="there is no data key"):
        Cipher([])
    with pytest.raises(KeyFaultError) as refused:
        Cipher(["tooshort"])

    assert "tooshort" not in str(refused.value)
    assert refused.value.__cause__ is None
