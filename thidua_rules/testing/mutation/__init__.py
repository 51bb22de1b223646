"""
Mutation of rules: a policy changed in one place at a time, to see whether a conformance case notices.

Never source code: the policy's value. A mutant that survives is a provision that no case holds in place.
"""
