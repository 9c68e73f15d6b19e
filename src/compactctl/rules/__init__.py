"""What is wrong: one file a rule, found by being there; the file's name is the rule's.

A rule's name completes "the workspace allows …": it names the trouble, not the cure.
"""
