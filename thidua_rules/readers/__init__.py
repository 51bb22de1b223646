"""Readers of the same rules by other means: each the only importer of its library, each with one dispatch table."""
