"""
What became of every article of this regime that the sources reach. Data only.

An article is in scope where the sources say what it holds. What no source reaches is not listed, and is not encoded.
"""

from __future__ import annotations

from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan import khac, luat_tdkt_2003, nd_91_2017

PROVISIONS = (*luat_tdkt_2003.PROVISIONS, *nd_91_2017.PROVISIONS, *khac.PROVISIONS)
