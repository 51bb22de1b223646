"""Readers of policies that stand on another library: each is loaded when it is asked for."""
