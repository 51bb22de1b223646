"""
The living year as ratios: events into a session against evaluating the roster after each, and against raw durable-rules.

    python benchmarks/live.py [--events N] [--rounds N]

The rules are those of Xuân Sơn 2022. A roster is its officers and collectives, repeated so that it grows; an event
corrects one fact of one officer. Every round times every contestant once, in turn; a ratio is the median over the
rounds. Before anything is printed, each session must say what an evaluation of its roster says.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live import Event, FactCorrected, Session
from thidua_rules.subjects import Roster, Subject

ROSTER = Path(__file__).parent.parent / "examples" / "xuan_son_2022" / "roster.json"
COPIES = (1, 10, 100)
DIFFER = "the session and the evaluation differ"


def repeated(roster: Roster, copies: int) -> Roster:
    """The officers and collectives of *roster* so many times, each copy with units of its own."""
    kept = [one for one in roster.subjects if one.kind in {SubjectKind.CA_NHAN, SubjectKind.TAP_THE}]
    names = {one.id for one in kept}
    return attrs.evolve(
        roster,
        subjects=tuple(_renamed(one, names, copy) for copy in range(copies) for one in kept),
        decisions=(),
        ballots=(),
    )


def _renamed(one: Subject, names: set[str], copy: int) -> Subject:
    unit = f"{one.unit}-{copy}" if one.unit in names else None
    return attrs.evolve(one, id=f"{one.id}-{copy}", unit=unit)


def corrections(policy: Policy, roster: Roster, number: int, seed: int) -> list[Event]:
    """So many corrections of flags and choices of officers."""
    rng = random.Random(seed)
    people = [one for one in roster.subjects if one.kind is SubjectKind.CA_NHAN]
    found: list[Event] = []
    while len(found) < number:
        one = rng.choice(people)
        specs = [policy.facts[name] for name in one.facts]
        spec = rng.choice([spec for spec in specs if spec.type in {FactType.FLAG, FactType.CHOICE}])
        value = rng.random() < 0.8 if spec.type is FactType.FLAG else rng.choice(spec.choices).id
        found.append(FactCorrected(one.id, spec.id, value))
    return found


def seconds(job: Callable[[], object]) -> float:
    """How long *job* takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def raw(number: int) -> Callable[[], None]:
    """So many events into a rule pair of durable-rules, through its own Python host."""
    warnings.simplefilter("ignore")
    from durable import lang  # noqa: PLC0415  # only here

    with lang.ruleset("benchmark"):

        @lang.when_all(lang.m.value >= 1)
        def met(context: object) -> None:
            del context

        @lang.when_all(lang.m.value < 1)
        def unmet(context: object) -> None:
            del context

    lang.post("benchmark", {"value": 1})

    def job() -> None:
        for place in range(number):
            lang.post("benchmark", {"value": place % 2})

    return job


def measured(policy: Policy, roster: Roster, events: int, rounds: int) -> Iterator[tuple[float, float]]:
    """For every round the seconds of an event, and of an evaluation."""
    session = Session(policy, roster)
    for place in range(rounds):
        batch = corrections(policy, roster, events, place)
        took = seconds(lambda batch=batch: [session.apply(event) for event in batch])
        frozen = session.roster
        yield took / events, seconds(lambda frozen=frozen: evaluate(policy, frozen))
    found = {(one.subject.id, one.award.id): one.status for one in session.evaluation().outcomes}
    if found != {pair: answer.status for pair, answer in session.answers().items()}:
        raise SystemExit(DIFFER)


def main() -> None:
    """Measure, compare, print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--events", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    policy, example = load_policy("xuan_son_2022"), load_roster(ROSTER)
    host = raw(given.events)
    print("subjects  events a second  evaluations of the whole roster  raw events of durable-rules")
    print("          (no ratio)       in the time of one event, below 1 is better   in that time")
    first = 0.0
    for copies in COPIES:
        roster = repeated(example, copies)
        rows = list(measured(policy, roster, given.events, given.rounds))
        posts = statistics.median(seconds(host) / given.events for _ in range(given.rounds))
        event = statistics.median(one for one, _ in rows)
        share = statistics.median(one / whole for one, whole in rows)
        first = first or event
        print(
            f"{len(roster.subjects):8,}  {1 / event:15,.0f}  1/{1 / share:<12,.0f}  {event / posts:.1f}",
            end="",
        )
        print(f"  {event / first:.2f} times the event of the smallest roster")


if __name__ == "__main__":
    main()
