"""Policies as JSON: each rule an object of its kind, each fault with its place."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast

from thidua_rules import awards
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.policies import catalogue, layers, obligations, procedures
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import Faults, Place
from thidua_rules.policies.validation.policies import policy_faults
from thidua_rules.policies.validation.walking import walk
from thidua_rules.scales import BUILTIN as SCALES
from thidua_rules.serialization.documents import Source, Text, parse, read_bytes
from thidua_rules.serialization.shapes import Kinds, kind_of
from thidua_rules.serialization.structure import BAD, Reader
from thidua_rules.values import nearest, plain_data

ROOT: Final = "policy"
_ID: Final = re.compile(r"[a-z0-9_]+")

PARTS: Final = (
    awards.Award,
    awards.Bonus,
    awards.ByBallot,
    awards.ByCount,
    awards.ByCriterion,
    awards.ByFact,
    awards.ByScore,
    awards.Coverage,
    awards.Multiple,
    awards.Quota,
    layers.Addition,
    layers.Dated,
    layers.Layer,
    layers.ParameterSpec,
    layers.Setting,
    obligations.Fund,
    obligations.Movement,
    obligations.Obligation,
    obligations.Proposal,
    obligations.Provision,
    obligations.Standings,
    obligations.Target,
    procedures.Paper,
    procedures.Procedure,
    procedures.Step,
    Policy,
)
"""The kinds that a policy itself is made of."""


def whole_vocabulary(vocabulary: Vocabulary | None = None) -> Vocabulary:
    """*vocabulary*, or the built-in one, with the scales and the parts of a policy."""
    return (vocabulary or Vocabulary.builtin()).with_kind(*SCALES, *PARTS)


def load_policy(source: Source, vocabulary: Vocabulary | None = None) -> Policy:
    """
    The policy named or held by *source*.

    Args:
        source: The id of a shipped policy, else the path of a JSON file, or an open file of bytes.

        vocabulary: The kinds that it may be written in; the built-in ones by default.

    Raises:
        UnknownNameError: No such policy ships with the library, and no such file is there.
        PolicyError: The file has faults; every one is listed.
    """
    if isinstance(source, str) and _ID.fullmatch(source) and not Path(source).is_file():
        return shipped_policy(source)
    return policy_from_json(read_bytes(source, ROOT, PolicyError), vocabulary)


def shipped_policies() -> tuple[Policy, ...]:
    """Every policy that ships, by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(catalogue.__path__))
    modules = [importlib.import_module(f"{catalogue.__name__}.{name}") for name in names]
    return tuple(one for module in modules if isinstance(one := getattr(module, "POLICY", None), Policy))


def shipped_policy(policy_id: str) -> Policy:
    """
    The policy that ships under *policy_id*.

    Raises:
        UnknownNameError: There is none.
    """
    known = [module.name for module in pkgutil.iter_modules(catalogue.__path__)]
    if policy_id in known:
        module = importlib.import_module(f"{catalogue.__name__}.{policy_id}")
        found = getattr(module, "POLICY", None)
        if isinstance(found, Policy):
            return found
    others = [name for name in known if name != policy_id]
    what = "policy"
    raise UnknownNameError(what, policy_id, nearest(policy_id, others))


def policy_from_json(text: Text, vocabulary: Vocabulary | None = None) -> Policy:
    """
    The policy that *text* holds.

    Raises:
        PolicyError: It has faults; every one is listed, with its place.
    """
    data = parse(text, ROOT, PolicyError)
    faults = Faults()
    reader = Reader(Kinds(whole_vocabulary(vocabulary)), faults)
    found = reader.read(Policy, data, ())
    if found is not BAD:
        _add_meaning(cast("Policy", found), data, reader)
    if faults:
        raise PolicyError(faults.in_order_of(data, ROOT))
    return cast("Policy", found)


def _add_meaning(policy: Policy, data: object, reader: Reader) -> None:
    """Add what is wrong in meaning, but not what only follows from a part that could not be read."""
    before = [place for place, _ in reader.faults.found]
    found = policy_faults(policy, frozenset(_ids_in(data)) if before else frozenset())
    for place, problem in found.found:
        here = _before_parts_were_left_out(place, reader.kept)
        if not any(one[: len(here)] == here or here[: len(one)] == one for one in before):
            reader.faults.add(here, problem)


def _before_parts_were_left_out(place: Place, kept: Mapping[Place, tuple[int, ...]]) -> Place:
    found: Place = ()
    for step in place:
        indices = kept.get(found)
        found = (*found, indices[step] if indices is not None and isinstance(step, int) else step)
    return found


def _ids_in(data: object) -> Iterator[str]:
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, Mapping):
            if isinstance(name := value.get("id"), str):
                yield name
            stack.extend(value.values())
        elif isinstance(value, (list, tuple)):
            stack.extend(value)


def policy_to_json(policy: Policy, vocabulary: Vocabulary | None = None) -> dict[str, object]:
    """
    *policy* as data that JSON can write; :func:`policy_from_json` reads it back.

    Raises:
        PolicyError: A part is of a kind that the vocabulary does not know, so nobody could read it back.
    """
    kinds = Kinds(whole_vocabulary(vocabulary))
    faults = Faults()
    for place, part in walk(policy):
        if kind_of(type(part)) is not None and not kinds.holds(part):
            faults.add(place, f"unknown kind {kind_of(type(part))!r} of {type(part).__name__}")
    if faults:
        raise PolicyError(faults.listed(ROOT))
    return cast("dict[str, object]", plain_data(policy))
