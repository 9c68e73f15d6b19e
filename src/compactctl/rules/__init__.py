"""What is wrong: one file a rule, found by being there; the file's name is the rule's.

A rule's name completes "the workspace allows …": it names the trouble, not the cure.
What a rule looks at, its functions' names say: `check_workspace`, `check_statement`, `check_annex`, `check_compact`,
`check_edition`; `check_signatures` and `check_texts` for these wherever they stand; `check_after` for a whole run.
"""
