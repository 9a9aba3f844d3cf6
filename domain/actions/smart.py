"""Whether an action says what is to be done: asked about once, never refused."""

from __future__ import annotations

import re

FEWEST_WORDS = 4
_VAGUE = """monitor consider explore continue ensure try aim discuss think reflect note remember
encourage support promote be keep maintain"""
_DOES = """add address agree amend analyse appoint apply arrange ask assess assign attach attend
audit book bring brief build call cancel capture change check clarify close collect commission
complete confirm contact convene copy correct create date decide deliver describe design develop
distribute document draft draw email enter escalate establish evidence explain file fill find
finish follow gather get give have hold identify implement include inform introduce invite involve
issue lead learn list look make map meet move name notify observe obtain offer open organise plan
prepare present produce provide publish put raise read record reduce refer register remove replace
report request resolve review revise rewrite run schedule see seek send set share show sign speak
start submit summarise supervise tell test track train undertake update upload verify visit work
write"""
VAGUE = frozenset(_VAGUE.split())
DOES = frozenset(_DOES.split())
VAGUE_PHRASES = ("be aware", "as appropriate", "where possible", "when possible", "if possible")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def lacking(what: str) -> tuple[str, ...]:
    """What a line lacks to be done and checked, in words; empty where it is plain."""
    words = [word.casefold() for word in _WORD.findall(what)]
    found: list[str] = []
    if len(words) < FEWEST_WORDS:
        found.append("more than a few words")
    if not _does(words):
        found.append("what somebody does (write, hold, visit, ask)")
    elif words and words[0] in VAGUE:
        found.append(f"something that can be seen to be done, in place of “{words[0]}”")
    phrase = next((one for one in VAGUE_PHRASES if one in " ".join(words)), "")
    if phrase:
        found.append(f"exactly what, in place of “{phrase}”")
    return tuple(found)


def _does(words: list[str]) -> bool:
    """Whether there is a verb in it: one of ours, plain or with an ending."""
    known = DOES | VAGUE
    return any(word in known or _stem(word) & known for word in words)


def _stem(word: str) -> set[str]:
    """``updating``, ``holds``, ``planned`` without their endings."""
    stems = set()
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            bare = word[: -len(ending)]
            stems |= {bare, bare + "e", bare[:-1] if bare[-1:] == bare[-2:-1] else bare}
    return stems
