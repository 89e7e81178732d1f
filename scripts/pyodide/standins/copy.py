"""Dataclasses name this module to turn themselves into plain dictionaries; the package does not."""
