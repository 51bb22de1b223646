"""
The living year as ratios: events into a session against evaluating the roster after each, and against raw durable-rules.

    python benchmarks/live.py [--events N] [--rounds N]

The rules are those of Xuân Sơn 2022. A roster is its officers and collectives, repeated so that it grows. Every round
times a mix of events of every kind, one by one, then one evaluation and as many raw events; time is processor time, and
a ratio is the median over the rounds, or over the events of a kind. Before anything is printed, each session must say
what an evaluation of its roster says.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import random
import statistics
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionWithdrawn,
    Event,
    FactCorrected,
    Joined,
    Left,
    Moved,
    RowAdded,
    RowWithdrawn,
    Session,
)
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap

ROSTER = Path(__file__).parent.parent / "examples" / "xuan_son_2022" / "roster.json"
COPIES = (1, 10, 100)
DIFFER = "the session and the evaluation differ"
RANKED, POINTS, LIST = "chien_si_thi_dua_co_so", "diem_binh_xet", "vu_viec_dang_xem_xet"
BUCKETS = (0, 1, 10, 100)


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


class Year:
    """Events of every kind on a roster, in pairs that leave it as it was, so that every round is like the first."""

    def __init__(self, policy: Policy, roster: Roster) -> None:
        self._policy = policy
        self._day = dt.date(roster.year, 12, 20)
        self._people = [one for one in roster.subjects if one.kind is SubjectKind.CA_NHAN]
        self._units = [one for one in roster.subjects if one.kind is SubjectKind.TAP_THE]

    def events(self, number: int, seed: int) -> Iterator[tuple[str, Event]]:
        """So many pairs of each kind, mixed."""
        rng = random.Random(seed)
        kinds = [self._flag, self._points, self._unit, self._row, self._decision, self._comes, self._moves]
        makers = kinds * number
        rng.shuffle(makers)
        for make in makers:
            yield from make(rng)

    def votes(self, number: int, seed: int) -> Iterator[tuple[str, Event]]:
        """So many pairs of ballots; the first of all, which opens everybody's, stands by itself."""
        rng = random.Random(seed)
        first = Ballot(RANKED, self._people[0].id, self._day, 9, 9, 9)
        yield "the first ballot", BallotCast(first)
        for _ in range(number):
            yield from self._ballot(rng)
        yield "the last ballot", BallotWithdrawn(first.award, first.subject)

    def _corrected(self, one: Subject, rng: random.Random) -> Iterator[Event]:
        specs = [self._policy.facts[name] for name in one.facts]
        spec = rng.choice([spec for spec in specs if spec.type in {FactType.FLAG, FactType.CHOICE}])
        old = one.facts[spec.id]
        choices = [True, False] if spec.type is FactType.FLAG else [choice.id for choice in spec.choices]
        yield FactCorrected(
            one.id, spec.id, rng.choice([value for value in choices if value != old] or [old])
        )
        yield FactCorrected(one.id, spec.id, old)

    def _flag(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        return (("a fact of a person", one) for one in self._corrected(rng.choice(self._people), rng))

    def _unit(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        return (("a fact of a unit", one) for one in self._corrected(rng.choice(self._units), rng))

    def _points(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = rng.choice([one for one in self._people if POINTS in one.facts])
        for value in (rng.randrange(101), one.facts[POINTS]):
            yield "points that rank", FactCorrected(one.id, POINTS, value)

    def _row(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = rng.choice(self._people)
        yield "a row of a list", RowAdded(one.id, LIST, FrozenMap())
        yield "a row of a list", RowWithdrawn(one.id, LIST, len(one.records[LIST]))

    def _decision(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = rng.choice(self._people).id
        yield "a decision", Decided(Decision("lao_dong_tien_tien", one, DecisionState.TU_CHOI, self._day))
        yield "a decision", DecisionWithdrawn("lao_dong_tien_tien", one)

    def _ballot(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = rng.choice(self._people[1:]).id
        yield "a ballot", BallotCast(Ballot(RANKED, one, self._day, 9, 9, rng.randrange(10)))
        yield "a ballot", BallotWithdrawn(RANKED, one)

    def _comes(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = attrs.evolve(rng.choice(self._people), id="comes")
        yield "somebody joins", Joined(one)
        yield "somebody leaves", Left(one.id)

    def _moves(self, rng: random.Random) -> Iterator[tuple[str, Event]]:
        one = rng.choice(self._people)
        for unit in (rng.choice(self._units).id, one.unit):
            yield "somebody moves", Moved(one.id, unit)


def seconds(job: Callable[[], object]) -> float:
    """The processor time of *job*."""
    start = time.process_time()
    job()
    return time.process_time() - start


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


@attrs.define
class Run:
    """What was measured on one roster: for every round an event and an evaluation, and every event by its kind."""

    subjects: int
    rounds: list[tuple[float, float]] = attrs.field(factory=list)
    kinds: dict[str, list[tuple[float, int]]] = attrs.field(factory=lambda: defaultdict(list))

    def event(self) -> float:
        """The seconds of an event, on average over the mix."""
        return statistics.median(one for one, _ in self.rounds)

    def of_kind(self, kind: str) -> tuple[float, float]:
        """The median seconds of an event of *kind*, and how many answers one changes."""
        rows = self.kinds[kind]
        return statistics.median(took for took, _ in rows), statistics.fmean(changed for _, changed in rows)

    def changing(self, place: int) -> list[float]:
        """The seconds of each event that changes so many answers: those of one bucket."""
        end = BUCKETS[place + 1] if place + 1 < len(BUCKETS) else 10**9
        rows = [row for rows in self.kinds.values() for row in rows]
        return [took / max(1, changed) for took, changed in rows if BUCKETS[place] <= changed < end]


def timed(session: Session, event: Event) -> tuple[float, int]:
    """The seconds of one event, and how many answers it changes."""
    start = time.process_time()
    changes = session.apply(event)
    return time.process_time() - start, len(changes)


def measured(policy: Policy, roster: Roster, events: int, rounds: int) -> Run:
    """The mix, round by round."""
    session, year, run = Session(policy, roster), Year(policy, roster), Run(len(roster.subjects))
    gc.collect()
    gc.freeze()
    for place in range(rounds):
        for kind, event in year.votes(events, place):
            run.kinds[kind].append(timed(session, event))
        rows = [(kind, timed(session, event)) for kind, event in year.events(events, place)]
        for kind, row in rows:
            run.kinds[kind].append(row)
        frozen = session.roster
        mean = statistics.fmean(took for _, (took, _) in rows)
        run.rounds.append((mean, seconds(lambda frozen=frozen: evaluate(policy, frozen))))
    gc.unfreeze()
    found = {(one.subject.id, one.award.id): one.status for one in session.evaluation().outcomes}
    if found != {pair: answer.status for pair, answer in session.answers().items()}:
        raise SystemExit(DIFFER)
    return run


def main() -> None:
    """Measure, compare, print three tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--events", type=int, default=40, help="pairs of each kind in a round")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    policy, example = load_policy("xuan_son_2022"), load_roster(ROSTER)
    host = raw(1000)
    runs, posts = [], []
    for copies in COPIES:
        runs.append(measured(policy, repeated(example, copies), given.events, given.rounds))
        posts.append(statistics.median(seconds(host) / 1000 for _ in range(given.rounds)))
    print("the mix      events a second  of an evaluation  raw events in its time  of the smallest roster's")
    for run, post in zip(runs, posts, strict=True):
        share = statistics.median(one / whole for one, whole in run.rounds)
        ratios = f"1/{1 / share:<14,.0f}  {run.event() / post:<22.1f}  {run.event() / runs[0].event():.2f}"
        print(f"{run.subjects:8,}     {1 / run.event():<15,.0f}  {ratios}")
    sizes = "  ".join(f"{run.subjects:>8,}" for run in runs)
    wide = "  ".join(f"{run.subjects:>16,}" for run in runs)
    print(f"\nthe median event against that of the smallest roster, and answers changed\n{'':20}{wide}")
    for kind in sorted(runs[0].kinds):
        first = runs[0].of_kind(kind)[0]
        cells = [f"{run.of_kind(kind)[0] / first:7.2f} {run.of_kind(kind)[1]:8.1f}" for run in runs]
        print(f"{kind:20}{'  '.join(cells)}")
    base = statistics.median(runs[0].changing(0))
    print(f"\nan answer changed against an event that changes none\n{'':20}{sizes}")
    for place, least in enumerate(BUCKETS):
        found = [run.changing(place) for run in runs]
        cells = [f"{statistics.median(rows) / base:8.2f}" if rows else f"{'–':>8}" for rows in found]
        print(f"{f'{least} or more':20}{'  '.join(cells)}")


if __name__ == "__main__":
    main()
