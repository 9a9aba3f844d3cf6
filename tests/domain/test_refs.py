from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refs import BadRefFault, Ref


@given(
    st.from_regex(r"[a-z_]{1,10}", fullmatch=True), st.from_regex(r"[\w-]{1,40}", fullmatch=True)
)
def test_a_reference_is_read_as_it_was_written(kind: str, key: str) -> None:
    assert Ref.parse(str(Ref(kind, key))) == Ref(kind, key)


def test_the_key_may_hold_dashes() -> None:
    assert Ref.parse("case-C-23087") == Ref("case", "C-23087")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seat",
        "-12",
        "seat-",
        "a b-12",
        "2-12",
        "seat-1\n2",
        "seat-\u202e12",
        "s" * 81,
        None,
        12,
    ],
)
def test_it_refuses_what_is_no_reference(text: object) -> None:
    with pytest.raises(BadRefFault):
        Ref.parse(text)


@given(st.one_of(st.text(max_size=100), st.integers(), st.none(), st.lists(st.text())))
def test_whatever_comes_is_a_reference_or_a_fault(text: object) -> None:
    try:
        read = Ref.parse(text)
    except BadRefFault:
        return
    assert str(read) == text


def test_a_key_is_read_as_a_row_number() -> None:
    assert Ref("seat", "0012").number == 12


@pytest.mark.parametrize(
    "key",
    ["", "x", "1.0", "-1", "+1", " 1", "1_000", "\u0661\u0662", "\uff11\uff12", "1e3", "9" * 16],
)
def test_it_refuses_a_key_that_is_no_plain_number(key: str) -> None:
    with pytest.raises(BadRefFault):
        _ = Ref("seat", key).number
