"""The twelve conditions over numpy arrays; in place of a missing fact there is one that meets nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import population as task

CODES = {
    "xep_loai": (task.TOP, *(one for one in task.GOOD if one != task.TOP)),
    "loai_doi_tuong": task.STAFF,
    "cap_sang_kien": task.LEVELS,
}
"""The values that are asked for, in an order in which each condition is one comparison; all others share the next code."""

DAYS = ("ngay_vao", "ngay_het_ky_luat")

Arrays = dict[str, "np.ndarray[Any, Any]"]


def arrays(people: list[task.Person]) -> Arrays:
    """*people* as one array for each fact: text as small numbers."""
    found: Arrays = {"id": np.array([person["id"] for person in people])}
    for name, nothing in task.NOTHING.items():
        values = [person.get(name, nothing) for person in people]
        if name in CODES:
            code = {value: index for index, value in enumerate(CODES[name])}
            found[name] = np.array([code.get(value, len(code)) for value in values], dtype=np.int8)
        else:
            found[name] = np.array(values, dtype="datetime64[D]" if name in DAYS else np.int64)
    return found


def verdicts(facts: Arrays) -> task.Eligible:
    """Who is eligible."""
    ldtt = facts["xep_loai"] < len(task.GOOD)
    ldtt &= facts["loai_doi_tuong"] < len(task.STAFF)
    ldtt &= facts["ngay_vao"] <= np.datetime64(task.JOINED_BY)
    ldtt &= facts["so_ky_luat"] == 0
    ldtt &= facts["so_ngay_nghi"] <= task.MOST_ABSENT
    ldtt &= facts["gio_boi_duong"] >= task.LEAST_TRAINING
    cstdcs = ldtt & (facts["xep_loai"] == 0)
    cstdcs &= facts["so_sang_kien"] >= task.LEAST_INITIATIVES
    cstdcs &= facts["cap_sang_kien"] < len(task.LEVELS)
    cstdcs &= facts["so_lan_ldtt"] >= task.LEAST_TITLES
    cstdcs &= facts["ngay_het_ky_luat"] <= np.datetime64(task.SANCTION_BY)
    return facts["id"][ldtt].tolist(), facts["id"][cstdcs].tolist()
