"""Mutants and coverage as tables: by instrument and article with counts, then what is not reached or not noticed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from thidua_rules.citations import Citation
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.testing.mutation.explained import Explanation, reason_for
from thidua_rules.testing.mutation.report import MutationReport, Tried
from thidua_rules.testing.provisions import Coverage, PolicyCoverage

_VI: Final = {
    "coverage": "Quy định được tình huống chạm tới: {policy}",
    "coverage_counts": "{reached} trên {wanted} giá trị được chạm tới, {explained} có giải thích",
    "article": "Điều",
    "provisions": "Quy định",
    "wanted": "Giá trị",
    "reached": "Đã chạm",
    "missing": "Chưa tình huống nào chạm tới",
    "stale": "Giải thích không còn đúng",
    "mutants": "Thay đổi mà không tình huống nào nhận ra",
    "mutant_counts": "{mutants} thay đổi, {noticed} bị nhận ra, {explained} có giải thích, {left} chưa",
    "unread": "Để nguyên vì không danh hiệu, thang điểm nào đọc: {names}",
    "failing": "Tình huống không đạt ngay cả khi không thay đổi gì",
    "silent": "Loại chưa có cách thay đổi nào",
    "elsewhere": "không có căn cứ",
    "clause": "điều kiện",
    "hold": "tạm hoãn",
    "note": "lưu ý",
    "quota": "hạn mức",
    "key": "thứ tự xếp",
    "multiple": "hệ số",
    "parameter": "lựa chọn",
    "dated": "giá trị theo ngày",
    "setting": "mức đã đặt",
    "MET": "đạt",
    "UNMET": "không đạt",
    "UNKNOWN": "chưa rõ",
    "under": "còn chỗ",
    "at": "vừa đủ",
    "over": "vượt",
    "separates": "phân được thứ tự",
    "equal": "ngang nhau",
    "paid": "được chi",
    "unpaid": "không chi vì đã chi mức cao hơn",
    "read": "được dùng",
}
_EN: Final = {
    "coverage": "Provisions that cases reach: {policy}",
    "coverage_counts": "{reached} of {wanted} values reached, {explained} explained",
    "article": "Article",
    "provisions": "Provisions",
    "wanted": "Values",
    "reached": "Reached",
    "missing": "Reached by no case",
    "stale": "Explanations that no longer hold",
    "mutants": "Changes that no case notices",
    "mutant_counts": "{mutants} changes, {noticed} noticed, {explained} explained, {left} not",
    "unread": "Left as they are, since no award, scale or procedure reads them: {names}",
    "failing": "Cases that fail without any change",
    "silent": "Kinds without an operator",
    "elsewhere": "no provision",
    "clause": "condition",
    "hold": "pending matter",
    "note": "note",
    "quota": "quota",
    "key": "ranking key",
    "multiple": "multiple",
    "parameter": "choice",
    "dated": "dated value",
    "setting": "what was set",
    "MET": "met",
    "UNMET": "unmet",
    "UNKNOWN": "unknown",
    "under": "under",
    "at": "just filled",
    "over": "over",
    "separates": "separates",
    "equal": "equal",
    "paid": "paid",
    "unpaid": "not paid, since a higher one is",
    "read": "read",
}


def words_of(lang: str) -> dict[str, str]:
    """The words of these tables in ``vi`` or ``en``."""
    return _EN if lang == "en" else _VI


def coverage_tables(
    coverage: PolicyCoverage, speaker: Speaker, explained: Iterable[Explanation] = ()
) -> tuple[Table, ...]:
    """How many values of the provisions of each article are reached; then those that are not, and nobody explained."""
    words, reasons = words_of(speaker.lang), tuple(explained)
    left = unexplained(coverage, reasons)
    title = words["coverage"].format(policy=coverage.policy)
    done = len(coverage.missing()) - len(left)
    counts = words["coverage_counts"].format(reached=coverage.reached, wanted=coverage.wanted, explained=done)
    columns = (Column(words["article"]), *(Column(words[n], number=True) for n in _COUNTS))
    groups: dict[str, list[tuple[str, ...]]] = {}
    for article, rows in coverage.by_article().items():
        numbers = (
            len(rows),
            sum(len(r.wanted) for r in rows),
            sum(len(r.wanted) - len(r.missing) for r in rows),
        )
        heading = speaker.citation(Citation(article.instrument))
        groups.setdefault(heading, []).append((speaker.citation(article), *map(str, numbers)))
    tables = [
        Table("provisions", title, (counts,), columns, tuple(Group(n, tuple(r)) for n, r in groups.items()))
    ]
    missing = tuple((_missing(row, value, speaker), f"{row.id}:{value}") for row, value in left)
    if missing:
        tables.append(_listed("missing", words, missing))
    stale = tuple((one.id, one.place) for one in stale_explanations(coverage, reasons))
    if stale:
        tables.append(_listed("stale", words, stale))
    return tuple(tables)


_COUNTS: Final = ("provisions", "wanted", "reached")


def _listed(name: str, words: dict[str, str], rows: tuple[tuple[str, str], ...]) -> Table:
    return Table(name, words[name], (), (), (Group("", rows, stacked=True),))


def unexplained(
    coverage: PolicyCoverage, explained: Iterable[Explanation]
) -> tuple[tuple[Coverage, str], ...]:
    """The values that no case reaches and nobody explained."""
    reasons = tuple(explained)
    missing = coverage.missing()
    return tuple((row, value) for row, value in missing if reason_for(f"{row.id}:{value}", reasons) is None)


def stale_explanations(coverage: PolicyCoverage, explained: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """The explanations of what is reached, or cannot be a value of any provision."""
    missing = [f"{row.id}:{value}" for row, value in coverage.missing()]
    return tuple(one for one in explained if not any(one.about(name) for name in missing))


def _missing(row: Coverage, value: str, speaker: Speaker) -> str:
    words = words_of(speaker.lang)
    kind = words.get(row.kind, "")
    about = f"{kind} «{row.label(speaker.lang)}»" if kind else f"«{row.label(speaker.lang)}»"
    owner = speaker.award(row.owner) if row.owner in speaker.policy.awards else ""
    head = " – ".join(part for part in (owner, about) if part)
    return f"{speaker.citation(row.citation)}: {head}: {words.get(value, value)}"


def mutation_tables(report: MutationReport, speaker: Speaker) -> tuple[Table, ...]:
    """The survivors by article, each in a sentence with its id; then what else keeps the report from being sound."""
    words = words_of(speaker.lang)
    counts = words["mutant_counts"].format(
        mutants=len(report.tried),
        noticed=report.noticed,
        explained=len(report.explained),
        left=len(report.survivors),
    )
    groups = tuple(
        Group(
            words["elsewhere"] if article is None else speaker.citation(article),
            tuple(_survivor(one, speaker) for one in rows),
            stacked=True,
        )
        for article, rows in report.by_article().items()
    )
    lines = [counts]
    if report.unread:
        lines.append(words["unread"].format(names=", ".join(report.unread)))
    tables = [Table("mutants", words["mutants"], tuple(lines), (), groups)]
    for name, rows in (
        ("stale", [(one.id, one.place) for one in report.stale]),
        ("failing", [(one, "") for one in report.failing]),
        ("silent", [(one, "") for one in report.silent]),
    ):
        if rows:
            tables.append(_listed(name, words, tuple(rows)))
    return tuple(tables)


def _survivor(one: Tried, speaker: Speaker) -> tuple[str, str]:
    cited, text = one.mutant.citation, one.mutant.text(speaker.lang)
    return (text if cited is None else f"{speaker.citation(cited)}: {text}"), one.mutant.id


def plain_lines(tables: Iterable[Table]) -> list[str]:
    """*tables* as lines of text, for where no terminal draws them."""
    found: list[str] = []
    for table in tables:
        found += [table.title, *(f"  {line}" for line in table.lines)]
        widest = max(
            (len(row[0]) for group in table.groups if not group.stacked for row in group.rows), default=0
        )
        if table.columns:
            found.append(_row(tuple(one.title for one in table.columns), widest, 2))
        for group in table.groups:
            found += [f" {group.title}"] if group.title else []
            for row in group.rows:
                stacked = [f"  {row[0]}", *(f"      {text}" for text in row[1:] if text)]
                found += stacked if group.stacked else [_row(row, widest, 2)]
    return found


def _row(cells: tuple[str, ...], widest: int, indent: int) -> str:
    head, *numbers = cells
    return f"{' ' * indent}{head:<{widest}}" + "".join(f"  {number:>10}" for number in numbers)
